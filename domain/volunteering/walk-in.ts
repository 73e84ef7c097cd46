/**
 * Somebody stands at the door who is not on the list: they are added as staff add people, and checked in. A full slot gets the places that are missing
 * where staff say so.
 *
 * Repeatable from any point after a crash: places they have are not made room for again, and what was said of them since is not said over.
 */
import type { MarkedPerson, WalkIn } from '#contracts/resources/check-in.ts';
import type { Email, PersonId } from '#contracts/values.ts';
import { normaliseEmail } from '../person.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import { type AddPerson, type AddPersonError, type AddPersonPorts, addPerson } from './add-person.ts';
import { checkInOpensAt, seenOf } from './attendance.ts';
import { type MarkPorts, markPerson } from './mark-person.ts';
import type { OpportunityState, SlotLedger } from './ports.ts';
import { changeOpportunity, type SaveOpportunityPorts } from './save-opportunity.ts';
import { roomDenial, type SlotDenial } from './slot-state.ts';

export type WalkInPorts = AddPersonPorts & MarkPorts & SaveOpportunityPorts;
/** Nobody at the door is put in line. */
export type WalkInError = Exclude<AddPersonError, { readonly code: 'slot.waitlist-full' }> | { readonly code: 'check-in.not-open-yet' };

/** How many places the slot lacks for `places` more; refused where it lacks none and they are for somebody who waits all the same. Pure. */
export function missingRoom(ledger: SlotLedger, personId: PersonId, places: number): Result<number, SlotDenial> {
  if (ledger.claims[personId] || ledger.queue?.[personId]) return ok(0);
  const missing = Math.max(0, ledger.taken + ledger.held + places - ledger.capacity);
  const denial = roomDenial({ ...ledger, capacity: ledger.capacity + missing }, places);
  return denial ? refused(denial) : ok(missing);
}

/** Others take what room was made, or make the same room at the same time: it is looked at again. */
const ATTEMPTS = 4;
/** `sign-up.already`: perhaps by this very request, at an attempt after the first. */
const OVERTAKEN: readonly string[] = ['slot.full', 'slot.not-enough-places', 'sign-up.already'];

export const walkIn =
  (ports: WalkInPorts) =>
  async (
    given: OpportunityState,
    { request: { makeRoom, ...request }, key, by }: Omit<AddPerson, 'request'> & { readonly request: WalkIn },
  ): Promise<Result<MarkedPerson, WalkInError>> => {
    const { slotId, places, person } = request;
    const { opportunityId } = given.opportunity;
    const personId = await ports.people.identify(normaliseEmail(person.email));
    let state: OpportunityState | undefined = given;
    let refusal: WalkInError = { code: 'request.conflict' };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const ledger = state?.ledgers.find((one) => one.slotId === slotId);
      if (!state || !ledger) return refused({ code: 'slot.not-found' });
      if (ports.clock.now() < millis(checkInOpensAt(ledger))) return refused({ code: 'check-in.not-open-yet' });
      const missing: Result<number, SlotDenial> = makeRoom ? missingRoom(ledger, personId, places) : ok(0);
      if (!missing.ok) return refused(missing.error as WalkInError);
      const isWide = missing.value === 0 || (await widen(ports, state, { ledger, places: missing.value, by }));
      if (missing.value > 0) state = await ports.opportunities.load(opportunityId);
      if (isWide && state) {
        // what was refused under a key stays refused
        const value = attempt === 0 ? key.value : `${key.value}~${attempt}`;
        const added = await addPerson(ports)(state, { request: { ...request, answers: [] }, key: { ...key, value }, by });
        if (added.ok) return checkIn(ports, state, added.value, by);
        refusal = added.error as WalkInError;
        if (!makeRoom || !OVERTAKEN.includes(refusal.code)) return refused(refusal);
        state = await ports.opportunities.load(opportunityId);
      }
    }
    return refused(refusal);
  };

/** Gives the slot so many places more than it has now, with their entry of the history. False when others changed the opportunity at the same time. */
async function widen(
  ports: WalkInPorts,
  { opportunity }: OpportunityState,
  { ledger, places, by }: { readonly ledger: SlotLedger; readonly places: number; readonly by: Email },
): Promise<boolean> {
  const capacity = ledger.capacity + places;
  const slots = opportunity.slots.map((slot) => (slot.slotId === ledger.slotId ? { ...slot, capacity } : slot));
  const saved = await changeOpportunity(ports)({ opportunity }, { slots, version: opportunity.version }, { by });
  return saved.ok;
}

async function checkIn(
  ports: WalkInPorts,
  { opportunity }: OpportunityState,
  { personId, signUpId, slotId }: Pick<MarkedPerson, 'personId' | 'signUpId' | 'slotId'>,
  by: Email,
): Promise<Result<MarkedPerson, WalkInError>> {
  const ledger = await ports.slots.find(opportunity.opportunityId, slotId);
  const claim = ledger?.claims[personId];
  // a repeat of what was cancelled since
  if (!ledger || claim?.signUpId !== signUpId) return refused({ code: 'request-key.reused' });
  const seen = seenOf(ledger, personId);
  if (seen.seenAt !== undefined) return ok({ personId, slotId, ...claim, ...seen });
  const marked = await markPerson(ports)({ opportunity, ledgers: [ledger] }, { personId, signUpId, mark: { attendance: 'attended' }, by });
  // they gave the places back at this very moment
  return marked.ok ? marked : refused({ code: 'request.conflict' });
}
