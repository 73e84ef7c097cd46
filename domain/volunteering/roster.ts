/** The roster of an opportunity: who holds or waits for places by the ledgers, with what their sign-ups say of them. The ledger is right about places. */
import type { Roster, RosterEntry, RosterSlot, RosterWaiting } from '#contracts/resources/roster.ts';
import type { SlotId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { millis } from '../time.ts';
import { seenOf } from './attendance.ts';
import { timeToConfirm } from './moved-time.ts';
import type { OpportunityState, SignUp, SignUps } from './ports.ts';
import { placesLeft } from './slot-state.ts';
import { waitingIn } from './waitlist.ts';

/** Of all slots, or of one. */
export const roster =
  ({ signUps, clock }: { readonly signUps: SignUps; readonly clock: Clock }) =>
  async (state: OpportunityState, only?: SlotId): Promise<Roster> => {
    const ledgers = state.ledgers.filter(({ slotId }) => only === undefined || slotId === only);
    const holders = ledgers.flatMap(({ slotId, claims, queue = {} }) =>
      [...personsOf(claims), ...personsOf(queue)].map((personId) => ({ personId, slotId })),
    );
    return rosterOf(state, await signUps.ofHolders(holders), clock.now(), only);
  };

/** Pure. A claim whose sign-up is gone, or is another by now, is a holder of whom nothing is known. */
export function rosterOf({ opportunity, ledgers }: OpportunityState, signUps: readonly SignUp[], now: number, only?: SlotId): Roster {
  const byId = new Map(signUps.map((one) => [one.signUpId, one]));
  const slots = opportunity.slots
    .filter(({ slotId }) => only === undefined || slotId === only)
    .map((slot): RosterSlot => {
      const ledger = ledgers.find(({ slotId }) => slotId === slot.slotId);
      const claims = ledger?.claims ?? {};
      const people = personsOf(claims).flatMap((personId): readonly RosterEntry[] => {
        const claim = claims[personId];
        if (!ledger || !claim) return [];
        const signUp = byId.get(claim.signUpId);
        const seen = seenOf(ledger, personId);
        const timeBefore = signUp && seen.attendance === 'open' ? timeToConfirm(opportunity, slot, signUp, now) : undefined;
        return [{ personId, ...claim, ...knownOf(signUp), ...(timeBefore && { timeBefore }), ...seen }];
      });
      return {
        slot,
        taken: ledger?.taken ?? 0,
        placesLeft: ledger ? placesLeft(ledger) : slot.capacity,
        people: people.sort(byName),
        waiting: (ledger ? waitingIn(ledger) : []).map(
          ({ personId, signUpId, places, offer }, index): RosterWaiting => ({
            personId,
            signUpId,
            places,
            position: index + 1,
            ...(offer && { offer }),
            ...knownOf(byId.get(signUpId)),
          }),
        ),
      };
    })
    .sort((a, b) => startOf(a) - startOf(b) || 0);
  const { opportunityId, title, questions } = opportunity;
  return { opportunityId, title, questions, slots };
}

const personsOf = (claims: object) => Object.keys(claims) as RosterEntry['personId'][];

function knownOf(signUp: SignUp | undefined): Pick<RosterEntry, 'person' | 'answers' | 'note' | 'signedUpAt'> {
  if (!signUp) return { answers: [] };
  const { person, answers, note, signedUpAt } = signUp;
  return { person, answers: [...answers], signedUpAt, ...(note !== undefined && { note }) };
}

const byName = (a: RosterEntry, b: RosterEntry): number => (a.person?.name ?? '\uffff').localeCompare(b.person?.name ?? '\uffff', 'en');
const startOf = ({ slot }: RosterSlot): number => (slot.startsAt === undefined ? Number.MAX_SAFE_INTEGER : millis(slot.startsAt));
