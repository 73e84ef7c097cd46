/** Who gets what staff write: those who hold places in its slots by the ledgers, each once, with what their sign-ups say of them. */
import type { ConfirmedSlot } from '#contracts/resources/letters.ts';
import type { Language, PersonId, SlotId } from '#contracts/values.ts';
import { millis } from '../time.ts';
import { changeableUntil } from './own-sign-up.ts';
import type { OpportunityState, SignUp, SignUps } from './ports.ts';

/** A person with the slots in which they hold places. */
export interface Holder {
  readonly personId: PersonId;
  readonly slotIds: readonly SlotId[];
}
export interface Recipient {
  readonly personId: PersonId;
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** In the order in which the opportunity lists them. */
  readonly slots: readonly ConfirmedSlot[];
}

/** In an order that stays, so that who starts again goes the same way. Pure. */
export function holdersOf({ ledgers }: Pick<OpportunityState, 'ledgers'>, slotIds: readonly SlotId[]): readonly Holder[] {
  const held = new Map<PersonId, readonly SlotId[]>();
  for (const { slotId, claims } of ledgers.filter((ledger) => slotIds.includes(ledger.slotId)))
    for (const personId of Object.keys(claims) as PersonId[]) held.set(personId, [...(held.get(personId) ?? []), slotId]);
  return [...held].map(([personId, ids]) => ({ personId, slotIds: ids })).sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

/**
 * Of these holders those who can be written to: something of them is kept, they signed up until `until`, and did not cancel since the ledgers were
 * read. Pure.
 */
export function recipientsOf(
  state: OpportunityState,
  holders: readonly Holder[],
  signUps: readonly SignUp[],
  until: string,
): readonly Recipient[] {
  return holders.flatMap(({ personId, slotIds }): readonly Recipient[] => {
    const own = signUps.filter((one) => one.personId === personId && slotIds.includes(one.slotId) && isMeant(state, one, until));
    // what they said of themselves last
    const latest = own.toSorted((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt))[0];
    if (!latest) return [];
    const { name, email } = latest.person;
    const ids = own.map(({ slotId }) => slotId);
    return [{ personId, person: { name, email }, language: latest.language, slots: slotsOf(state, personId, ids) }];
  });
}

function isMeant({ ledgers }: OpportunityState, { personId, slotId, signUpId, state, signedUpAt }: SignUp, until: string): boolean {
  const claim = ledgers.find((ledger) => ledger.slotId === slotId)?.claims[personId];
  const left = state === 'cancelled' && claim?.signUpId === signUpId;
  return !left && millis(signedUpAt) <= millis(until);
}

function slotsOf({ opportunity, ledgers }: OpportunityState, personId: PersonId, slotIds: readonly SlotId[]): readonly ConfirmedSlot[] {
  return opportunity.slots.flatMap((slot): readonly ConfirmedSlot[] => {
    const claim = ledgers.find(({ slotId }) => slotId === slot.slotId)?.claims[personId];
    if (!claim || !slotIds.includes(slot.slotId)) return [];
    const changeable = changeableUntil(opportunity, slot);
    return [{ signUpId: claim.signUpId, slot, places: claim.places, ...(changeable !== undefined && { changeableUntil: changeable }) }];
  });
}

/** Who would get it now, by name. */
export const recipientsNow =
  ({ signUps }: { readonly signUps: SignUps }) =>
  async (state: OpportunityState, slotIds: readonly SlotId[], now: string): Promise<readonly Recipient[]> => {
    const holders = holdersOf(state, slotIds);
    const kept = await signUps.ofHolders(holders.flatMap(({ personId, slotIds: ids }) => ids.map((slotId) => ({ personId, slotId }))));
    return recipientsOf(state, holders, kept, now).toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'en'));
  };
