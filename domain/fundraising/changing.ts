/**
 * How everything in fundraising changes: read, decide without I/O, write it all together on condition that nothing that was read has changed.
 * Somebody else's change in between means to read and decide again, a bounded number of times with a jittered pause.
 */
import { ok, type Result, refused } from '../result.ts';
import { type Share, shareOfGift, shareOfPledge } from './account.ts';
import type { FundraisingChange, Ledger } from './ports.ts';

/** Nothing was written, and nothing is known to be wrong: the caller may ask again in a moment. */
export interface Conflict {
  readonly code: 'request.conflict';
}
export interface LevelFull {
  readonly code: 'level.sold-out';
}

/** A change to make with what to answer once it is made; or just an answer, when there is nothing (more) to change. */
export type Decision<Value> =
  | { readonly change: FundraisingChange; readonly value: Value }
  | { readonly change?: undefined; readonly value: Value };

export interface ChangingPorts {
  readonly ledger: Ledger;
  readonly pause: (ms: number) => Promise<void>;
}

const ROUNDS = 10;
const PAUSE_MS = 10;
const LONGEST_MS = 320;

export async function changing<Value, Refusal>(
  { ledger, pause }: ChangingPorts,
  decide: () => Promise<Result<Decision<Value>, Refusal>>,
): Promise<Result<Value, Refusal | Conflict | LevelFull>> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const decision = await decide();
    if (!decision.ok) return decision;
    const { change, value } = decision.value;
    if (change === undefined) return ok(value);
    const outcome = await ledger.change(change);
    if (outcome === 'done') return ok(value);
    if (outcome === 'level-full') return refused({ code: 'level.sold-out' });
    if (outcome === 'busy') break;
    if (round < ROUNDS - 1) await pause(Math.min(PAUSE_MS * 2 ** round, LONGEST_MS));
  }
  return refused({ code: 'request.conflict' });
}

/** For changes that take no place of a level: the ledger can't refuse them for one. */
export function withoutLevel<Value, Refusal extends { readonly code: string }>(
  outcome: Result<Value, Refusal | LevelFull>,
): Result<Value, Exclude<Refusal, LevelFull>> {
  if (outcome.ok) return outcome;
  if (outcome.error.code === 'level.sold-out') throw new Error('a change that takes no place of a level was refused for one');
  return refused(outcome.error as Exclude<Refusal, LevelFull>);
}

/** Shares of a part before and after. */
export const ofPledge = (
  before: Parameters<typeof shareOfPledge>[0],
  after: Parameters<typeof shareOfPledge>[0],
): { readonly before: Share; readonly after: Share } => ({ before: shareOfPledge(before), after: shareOfPledge(after) });
export const ofGift = (
  before: Parameters<typeof shareOfGift>[0],
  after: Parameters<typeof shareOfGift>[0],
): { readonly before: Share; readonly after: Share } => ({ before: shareOfGift(before), after: shareOfGift(after) });
