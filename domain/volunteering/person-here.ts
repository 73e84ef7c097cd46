/** One person in one opportunity, for staff: what they hold, what they gave back, and what is known of them. The ledgers are right about places. */
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { Answer, PersonDetails, SlotTime, Waiting } from '#contracts/resources/sign-up.ts';
import type { Email, Language, PersonId, SignUpId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { millis } from '../time.ts';
import { seenOf } from './attendance.ts';
import { timeToConfirm } from './moved-time.ts';
import type { OpportunityState, SignUp, SignUps } from './ports.ts';
import { positionOf } from './waitlist.ts';

export interface SignUpHere {
  readonly signUpId: SignUpId;
  readonly slot: Slot;
  readonly places: number;
  readonly isHeld: boolean;
  /** What was said of them at the door, of what they hold. */
  readonly seen?: ReturnType<typeof seenOf>;
  /** The time they know, where they have yet to say whether the one of the slot suits them. */
  readonly timeBefore?: SlotTime;
  /** Of one in line, whose `places` are those wanted: where it stands, from 1, among how many, and what is offered. */
  readonly waiting?: Waiting;
  /** Whether its record is still there; without one it can only be looked at. */
  readonly isKept: boolean;
  readonly note?: string;
  readonly answers: readonly Answer[];
  readonly signedUpAt?: string;
  /** The member of staff who put it there. */
  readonly addedBy?: Email;
}
export interface PersonHere {
  readonly personId: PersonId;
  /** As last given; absent once it is gone after its retention. */
  readonly person?: PersonDetails;
  readonly language?: Language;
  /** What they hold first, then what they wait for, each by time. */
  readonly signUps: readonly SignUpHere[];
  /** In all slots together. */
  readonly places: number;
  /** Ids under which the history of these sign-ups stands, also from before they were moved. */
  readonly about: readonly SignUpId[];
}

/** Undefined when nothing here is the person's. */
export const personHere =
  ({ signUps, clock }: { readonly signUps: SignUps; readonly clock: Clock }) =>
  async (state: OpportunityState, personId: PersonId): Promise<PersonHere | undefined> => {
    const kept = await signUps.ofPerson(personId);
    return personOf(
      state,
      personId,
      kept.filter(({ opportunityId }) => opportunityId === state.opportunity.opportunityId),
      clock.now(),
    );
  };

/** Pure. An intent that never got places is not the person's, and what was moved is where it went. */
export function personOf(
  { opportunity, ledgers }: OpportunityState,
  personId: PersonId,
  kept: readonly SignUp[],
  now: number,
): PersonHere | undefined {
  const ledgerOf = (slotId: string) => ledgers.find((one) => one.slotId === slotId);
  const claimOf = (slotId: string) => ledgerOf(slotId)?.claims[personId];
  const entryOf = (slotId: string) => ledgerOf(slotId)?.queue?.[personId];
  const came = kept.filter(
    ({ state, slotId, signUpId }) => isDecided(state) || (claimOf(slotId) ?? entryOf(slotId))?.signUpId === signUpId,
  );
  const moved = new Set(came.flatMap(({ movedFrom }) => movedFrom?.signUpId ?? []));
  const all = opportunity.slots.flatMap((slot): readonly SignUpHere[] => {
    const claim = claimOf(slot.slotId);
    const entry = entryOf(slot.slotId);
    const there = claim ?? entry;
    const record = kept.find(({ slotId }) => slotId === slot.slotId);
    const own = record && (there === undefined || there.signUpId === record.signUpId) ? record : undefined;
    const ledger = ledgerOf(slot.slotId);
    if (claim && ledger) {
      const seen = seenOf(ledger, personId);
      const timeBefore = own && seen.attendance === 'open' ? timeToConfirm(opportunity, slot, own, now) : undefined;
      return [{ ...claim, slot, isHeld: true, seen, ...(timeBefore && { timeBefore }), ...known(own) }];
    }
    const position = ledger && positionOf(ledger, personId);
    if (entry && ledger && position !== undefined) {
      const { signUpId, places, offer } = entry;
      return [{ signUpId, places, slot, isHeld: false, waiting: { position, of: ledger.waiting, ...(offer && { offer }) }, ...known(own) }];
    }
    return own && isDecided(own.state) && !moved.has(own.signUpId)
      ? [{ signUpId: own.signUpId, slot, places: own.places, isHeld: false, ...known(own) }]
      : [];
  });
  const newest = kept.toSorted((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt))[0];
  if (all.length === 0) return undefined;
  return {
    personId,
    ...(newest && { person: newest.person, language: newest.language }),
    signUps: all.toSorted((a, b) => rankOf(a) - rankOf(b) || startOf(a.slot) - startOf(b.slot)),
    places: all.reduce((sum, { isHeld, places }) => sum + (isHeld ? places : 0), 0),
    about: [...new Set([...all.map(({ signUpId }) => signUpId), ...kept.flatMap(({ movedFrom }) => movedFrom?.signUpId ?? [])])],
  };
}

const rankOf = ({ isHeld, waiting }: SignUpHere): number => (isHeld ? 0 : waiting ? 1 : 2);
const isDecided = (state: SignUp['state']): boolean => state !== 'pending' && state !== 'refused';

function known(signUp: SignUp | undefined): Pick<SignUpHere, 'isKept' | 'note' | 'answers' | 'signedUpAt' | 'addedBy'> {
  if (!signUp) return { isKept: false, answers: [] };
  const { note, answers, signedUpAt, by } = signUp;
  return { isKept: true, answers, signedUpAt, ...(note !== undefined && { note }), ...(by !== undefined && { addedBy: by }) };
}

const startOf = (slot: Slot): number => (slot.startsAt === undefined ? Number.MAX_SAFE_INTEGER : millis(slot.startsAt));
