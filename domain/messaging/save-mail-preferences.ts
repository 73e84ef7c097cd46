/** A person sees and chooses which mails they get. What is necessary comes in any case. */
import type { FieldProblem } from '#contracts/problems.ts';
import { type MailPreferences, onlyNecessary } from '#contracts/resources/mail-preferences.ts';
import type { Language, PersonId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { PREFERENCES_KEPT_MS, type Preferences, preferencesOf } from './preferences.ts';

export interface SaveMailPreferencesPorts {
  readonly preferences: Preferences;
  readonly clock: Clock;
  /** That the district offers. */
  readonly languages: readonly Language[];
}
type Refused = { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

/** Harmless to repeat. */
export const saveMailPreferences =
  ({ preferences, clock, languages }: SaveMailPreferencesPorts) =>
  async (personId: PersonId, chosen: MailPreferences): Promise<Result<MailPreferences, Refused>> => {
    if (chosen.language !== undefined && !languages.includes(chosen.language)) {
      const detail = `allowed: ${languages.join(', ')}`;
      return refused({ code: 'request.invalid', fields: [{ pointer: '/language', code: 'language.not-offered', detail }] });
    }
    await keep({ preferences, clock }, personId, chosen);
    return ok(chosen);
  };

/** Everything that can be stopped is; harmless to repeat. */
export const stopMails =
  (ports: Pick<SaveMailPreferencesPorts, 'preferences' | 'clock'>) =>
  async (personId: PersonId): Promise<MailPreferences> => {
    const chosen = onlyNecessary(await preferencesOf(ports.preferences, personId));
    await keep(ports, personId, chosen);
    return chosen;
  };

function keep(
  { preferences, clock }: Pick<SaveMailPreferencesPorts, 'preferences' | 'clock'>,
  personId: PersonId,
  chosen: MailPreferences,
): Promise<void> {
  const now = clock.now();
  return preferences.save(personId, { ...chosen, savedAt: iso(now), expiresAt: iso(now + PREFERENCES_KEPT_MS) });
}
