/**
 * When a submit may be told in a mail: when each of its slots is decided. And when places that are given back together may: when the record of each says that it is.
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
export const settledFacts = (
  ports: { readonly submissions: Submissions; readonly clock: Clock; readonly pause: Pause },
  about: Parameters<Submissions['of']>[0],
): Promise<SubmissionFacts | undefined> =>
  whenSettled(ports, {
    read: () => ports.submissions.of(about),
    isSettled: (facts) => isSettled(facts, ports.clock.now()),
    name: `a submit of ${about.slotId}`,
  });

/** As of a submit: places that are given back together, from `time` on, when nobody is at it any more. */
export const settledGivenBack = (
  ports: { readonly submissions: Submissions; readonly clock: Clock; readonly pause: Pause },
  about: Parameters<Submissions['givenBack']>[0],
  time: string,
) =>
  whenSettled(ports, {
    read: () => ports.submissions.givenBack(about),
    isSettled: ({ slots }) => ports.clock.now() >= millis(time) + PENDING_MS || slots.every(({ isGone }) => isGone),
    name: `what is given back with ${about.slotId}`,
  });

async function whenSettled<Facts>(
  { pause }: { readonly pause: Pause },
  of: { readonly read: () => Promise<Facts | undefined>; readonly isSettled: (facts: Facts) => boolean; readonly name: string },
): Promise<Facts | undefined> {
  let facts = await of.read();
  for (let waited = 0; facts && !of.isSettled(facts); waited += POLL_EVERY_MS) {
    if (waited >= POLL_MS) throw new Error(`${of.name} is still being decided`);
    await pause(POLL_EVERY_MS);
    facts = await of.read();
  }
  return facts;
}
