/**
 * "Send me my link". Does the same work and answers the same for known and unknown addresses; who is known is found out later, where the mail is
 * written. All requests of a person within the same ten minutes are one.
 */
import type { Email, Language } from '#contracts/values.ts';
import { normaliseEmail } from '../person.ts';
import type { Clock, Ids, People } from '../ports.ts';
import { ok, type Result } from '../result.ts';
import { DAY, iso } from '../time.ts';
import type { LinkRequests } from './ports.ts';

export const SAME_REQUEST_MS = 10 * 60_000;

export interface SendLink {
  readonly email: Email;
  readonly language: Language;
}

export const sendLink =
  (ports: { readonly linkRequests: LinkRequests; readonly people: People; readonly ids: Ids; readonly clock: Clock }) =>
  async ({ email, language }: SendLink): Promise<Result<Record<string, never>, never>> => {
    const now = ports.clock.now();
    const personId = await ports.people.identify(normaliseEmail(email));
    const requestId = ports.ids.submissionId('link', personId, String(Math.floor(now / SAME_REQUEST_MS)));
    await ports.linkRequests.put({ requestId, personId, language, requestedAt: iso(now), expiresAt: iso(now + DAY) });
    return ok({});
  };
