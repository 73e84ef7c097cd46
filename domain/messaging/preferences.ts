/** Which mails a person gets by what they chose. Pure, but for the port that keeps it. */
import { type MailKind, type MailPreferences, USUAL_PREFERENCES } from '#contracts/resources/mail-preferences.ts';
import type { Language, PersonId } from '#contracts/values.ts';
import { DAY } from '../time.ts';

/**
 * How long after it was saved last: about three years. It outlives the person's sign-ups, so that who comes back each year need not choose again.
 */
export const PREFERENCES_KEPT_MS = 1_100 * DAY;

export interface KeptPreferences extends MailPreferences {
  readonly savedAt: string;
  /** When it goes. */
  readonly expiresAt: string;
}

export interface Preferences {
  /** Consistent: what was saved holds for the very next mail. Undefined: nothing was chosen. */
  find(personId: PersonId): Promise<KeptPreferences | undefined>;
  /** Instead of what was there: of two at once, the later one holds. */
  save(personId: PersonId, kept: KeptPreferences): Promise<void>;
}

export async function preferencesOf(preferences: Pick<Preferences, 'find'>, personId: PersonId): Promise<MailPreferences> {
  const kept = await preferences.find(personId);
  if (!kept) return USUAL_PREFERENCES;
  const { savedAt: _when, expiresAt: _until, ...chosen } = kept;
  return chosen;
}

/** `isLast`: of a reminder whether none follows for something it is about; while that is not known, whether any may go. */
export function mayGo(kind: MailKind, { reminders, thanks }: MailPreferences, isLast = true): boolean {
  switch (kind) {
    case 'necessary':
      return true;
    case 'reminder':
      return reminders === 'all' || (reminders === 'last' && isLast);
    case 'thanks':
      return thanks;
  }
}

/** What is to be told, in the language the person chose for all of their mails, if they did. */
export const inChosenLanguage = <Told extends { readonly language: Language }>(told: Told, { language }: MailPreferences): Told =>
  language === undefined ? told : { ...told, language };
