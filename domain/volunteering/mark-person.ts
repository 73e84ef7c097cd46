/**
 * Staff say at the door who was there. A phone may say it an hour later and twice: what was seen last stands, so every mark can be repeated, and none has
 * to be in time.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { MarkedPerson, MarkedRest, MarkRequest, MarkRestRequest } from '#contracts/resources/check-in.ts';
import type { Email, PersonId, SignUpId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import { checkInOpensAt, outweighs, seenOf } from './attendance.ts';
import type { Attendance, Marks, OpportunityState, SlotLedger } from './ports.ts';

export interface MarkPorts {
  readonly marks: Marks;
  readonly clock: Clock;
}

export interface MarkPerson {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly mark: MarkRequest;
  readonly by: Email;
}
export type MarkError =
  | { readonly code: 'sign-up.not-found' | 'check-in.not-open-yet' | 'request.conflict' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

/** A mark of the future counts as now, one from before check-in as its first moment: the clock of a phone may be wrong, what it says is not. Pure. */
export function decideMark(ledger: SlotLedger, { attendance, minutes, at }: MarkRequest, now: number): Result<Attendance, MarkError> {
  if (minutes !== undefined && attendance !== 'attended') {
    const detail = 'only of somebody who was there';
    return refused({ code: 'request.invalid', fields: [{ pointer: '/minutes', code: 'minutes.not-there', detail }] });
  }
  const opens = millis(checkInOpensAt(ledger));
  if (now < opens) return refused({ code: 'check-in.not-open-yet' });
  const seen = Math.max(opens, Math.min(now, at === undefined ? now : millis(at)));
  return ok({ state: attendance, at: iso(seen), ...(minutes !== undefined && { minutes }) });
}

const ATTEMPTS = 4;

export const markPerson =
  (ports: MarkPorts) =>
  async (
    { opportunity, ledgers }: OpportunityState,
    { personId, signUpId, mark, by }: MarkPerson,
  ): Promise<Result<MarkedPerson, MarkError>> => {
    const now = ports.clock.now();
    const isTheirs = ({ claims }: SlotLedger): boolean => claims[personId]?.signUpId === signUpId;
    let ledger = ledgers.find(isTheirs);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const claim = ledger?.claims[personId];
      if (!ledger || claim?.signUpId !== signUpId) return refused({ code: 'sign-up.not-found' });
      const decision = decideMark(ledger, mark, now);
      if (!decision.ok) return decision;
      const attendance = decision.value;
      const { slotId } = ledger;
      const command = { opportunityId: opportunity.opportunityId, slotId, personId, ...claim, attendance, at: iso(now), by };
      const outcome = await ports.marks.mark(command);
      if (outcome.kind === 'missing') return refused({ code: 'sign-up.not-found' });
      if (outcome.kind === 'done') return ok(marked({ ...ledger, attendance: { ...ledger.attendance, [personId]: attendance } }, personId));
      if (outcome.kind === 'replayed') return ok(marked(outcome.ledger, personId));
      // another number of places by now, or theirs no more
      ledger = outcome.ledger;
    }
    return refused({ code: 'request.conflict' });
  };

/** What stands of somebody with places. */
function marked(ledger: SlotLedger, personId: PersonId): MarkedPerson {
  const claim = ledger.claims[personId];
  if (!claim) throw new Error(`nobody ${personId} in ${ledger.slotId}`);
  return { personId, slotId: ledger.slotId, ...claim, ...seenOf(ledger, personId) };
}

/** `slot.called-off`: nobody was to be there, so nobody is to be said to have been, or missed it, unseen. */
export type MarkRestError = { readonly code: 'slot.not-found' | 'slot.called-off' | 'check-in.not-open-yet' };

/**
 * The mark that fills in for `there`; undefined where something was said of the person, or nothing changes. It has the instant of what it fills in for, so
 * that whatever a phone saw at the door, and says later, outweighs it. Pure.
 */
export function decideRest(ledger: SlotLedger, personId: PersonId, state: Attendance['state']): Attendance | undefined {
  const there = ledger.attendance?.[personId];
  const isSaid = there !== undefined && there.state !== 'open' && !there.isRest;
  if (isSaid || (there?.state ?? 'open') === state) return undefined;
  const at = there?.at ?? checkInOpensAt(ledger);
  const mark: Attendance = { state, at, isRest: true };
  return outweighs(mark, there) ? mark : { ...mark, at: iso(millis(at) + 1) };
}

/** Writes at once; each is of the same item, which takes about a thousand a second. */
const AT_ONCE = 8;

export const markRest =
  (ports: MarkPorts) =>
  async (
    { opportunity, ledgers }: OpportunityState,
    { slotId, attendance: state, by }: MarkRestRequest & { readonly by: Email },
  ): Promise<Result<MarkedRest, MarkRestError>> => {
    const now = ports.clock.now();
    const ledger = ledgers.find((one) => one.slotId === slotId);
    if (!ledger) return refused({ code: 'slot.not-found' });
    const isOff = opportunity.slots.some((slot) => slot.slotId === slotId && slot.calledOff);
    if (isOff && state !== 'open') return refused({ code: 'slot.called-off' });
    if (now < millis(checkInOpensAt(ledger))) return refused({ code: 'check-in.not-open-yet' });
    const commands = (Object.keys(ledger.claims) as PersonId[]).flatMap((personId) => {
      const claim = ledger.claims[personId];
      const attendance = decideRest(ledger, personId, state);
      const { opportunityId } = opportunity;
      return claim && attendance ? [{ opportunityId, slotId, personId, ...claim, attendance, at: iso(now), by }] : [];
    });
    let people = 0;
    for (let first = 0; first < commands.length; first += AT_ONCE) {
      const outcomes = await Promise.all(commands.slice(first, first + AT_ONCE).map((command) => ports.marks.mark(command)));
      // whoever was marked, or changed their places, meanwhile is not of the rest
      people += outcomes.filter(({ kind }) => kind === 'done').length;
    }
    return ok({ slotId, attendance: state, people });
  };
