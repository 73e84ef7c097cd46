/**
 * What a person does about their place in line: leave it, want another number of places, accept what is offered or pass it; and what staff do for them. Each is a
 * step that is decided on the ledger and written if it is still that one; who was overtaken by another write decides again on what is there now.
 */
import type { Email } from '#contracts/values.ts';
import { iso } from '../time.ts';
import type { OwnSignUp } from './own-sign-up.ts';
import type { QueueStep, SlotLedger, Slots } from './ports.ts';

/** Lost races for one slot: each means that somebody else was served, joined or left. */
const ATTEMPTS = 20;

export type Stepped =
  /** `ledger`: as it was when the step was decided, or as the repeat found it. */
  | { readonly kind: 'done'; readonly ledger: SlotLedger }
  /** Decided against on this ledger. */
  | { readonly kind: 'not'; readonly ledger: SlotLedger }
  | { readonly kind: 'conflict' };

/** `decide` says what to do on a ledger, or that nothing is to be done. */
export async function stepInLine(
  { slots }: { readonly slots: Slots },
  read: SlotLedger,
  by: { readonly at: number; readonly by?: Email | undefined },
  decide: (ledger: SlotLedger) => QueueStep | undefined,
): Promise<Stepped> {
  let ledger = read;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const step = decide(ledger);
    if (!step) return { kind: 'not', ledger };
    const outcome = await slots.step(ledger, step, { at: iso(by.at), ...(by.by !== undefined && { by: by.by }) });
    if (outcome.kind === 'done' || outcome.kind === 'replayed') return { kind: 'done', ledger };
    // the ledger itself does not allow what was decided on it
    if (outcome.kind === 'missing' || outcome.ledger.version === ledger.version) return { kind: 'not', ledger };
    ledger = outcome.ledger;
  }
  return { kind: 'conflict' };
}

/** The sign-up's place in line, if it is still this one. */
export const entryIn = (ledger: SlotLedger, { personId, signUpId }: Pick<OwnSignUp['signUp'], 'personId' | 'signUpId'>) => {
  const entry = ledger.queue?.[personId];
  return entry?.signUpId === signUpId ? { personId, ...entry } : undefined;
};
