/**
 * When a submit may be told in a mail: when each of its slots is decided.
 *
 * One that is still pending is waited for, shortly here and then through the event's retry. After 30 seconds no request can be deciding it any
 * more: it counts as not given. Should it be given all the same, by a repeat of the request, it gets a mail of its own.
 */
import type { Clock } from '../ports.ts';
import { millis, SECOND } from '../time.ts';
import type { Pause, SubmissionFacts, Submissions } from './ports.ts';

export const PENDING_MS = 30 * SECOND;
const POLL_MS = 2 * SECOND;
const POLL_EVERY_MS = 250;

/** Pure. */
export const isSettled = ({ slots, signedUpAt }: Pick<SubmissionFacts, 'slots' | 'signedUpAt'>, now: number): boolean =>
  now >= millis(signedUpAt) + PENDING_MS || slots.every((slot) => slot.state !== 'pending');

/** Undefined when there is nobody to write to. Throws while it is not settled: the event's retry looks again. */
export async function settledFacts(
  ports: { readonly submissions: Submissions; readonly clock: Clock; readonly pause: Pause },
  about: Parameters<Submissions['of']>[0],
): Promise<SubmissionFacts | undefined> {
  let facts = await ports.submissions.of(about);
  for (let waited = 0; facts && !isSettled(facts, ports.clock.now()); waited += POLL_EVERY_MS) {
    if (waited >= POLL_MS) throw new Error(`submission ${facts.submissionId} is still being decided`);
    await ports.pause(POLL_EVERY_MS);
    facts = await ports.submissions.of(about);
  }
  return facts;
}
