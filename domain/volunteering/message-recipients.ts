/** Who gets what staff write: those who hold places in its slots by the ledgers, each once, with what their sign-ups say of them. */
import type { ConfirmedSlot } from '#contracts/resources/letters.ts';
import type { Language, PersonId, SlotId } from '#contracts/values.ts';
import { millis } from '../time.ts';
import { changeableUntil } from './own-sign-up.ts';
import type { OpportunityState, SignUp, SignUps, SlotLedger } from './ports.ts';

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

/** Those with places. In an order that stays, so that who starts again goes the same way. Pure. */
export const holdersOf = (state: Pick<OpportunityState, 'ledgers'>, slotIds: readonly SlotId[]): readonly Holder[] =>
  peopleIn(state, slotIds, ({ claims }) => claims);

/** Those with places, and those in line. In an order that stays. Pure. */
export const concernedIn = (state: Pick<OpportunityState, 'ledgers'>, slotIds: readonly SlotId[]): readonly Holder[] =>
  peopleIn(state, slotIds, ({ claims, queue }) => ({ ...queue, ...claims }));

function peopleIn(
  { ledgers }: Pick<OpportunityState, 'ledgers'>,
  slotIds: readonly SlotId[],
  whoOf: (ledger: SlotLedger) => Readonly<Record<PersonId, unknown>>,
): readonly Holder[] {
  const held = new Map<PersonId, readonly SlotId[]>();
  for (const ledger of ledgers.filter(({ slotId }) => slotIds.includes(slotId)))
    for (const personId of Object.keys(whoOf(ledger)) as PersonId[]) held.set(personId, [...(held.get(personId) ?? []), ledger.slotId]);
  return [...held].map(([personId, ids]) => ({ personId, slotIds: ids })).sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

/** A holder who can be written to, with their sign-ups for those of their slots it is about. */
export type Addressee = Omit<Recipient, 'slots'> & { readonly signUps: readonly SignUp[] };

/**
 * Of these holders those who can be written to: something of them is kept, they signed up until `until`, and did not cancel since the ledgers were
 * read. Pure.
 */
export function addresseesOf(
  state: OpportunityState,
  holders: readonly Holder[],
  signUps: readonly SignUp[],
  until: string,
): readonly Addressee[] {
  return holders.flatMap(({ personId, slotIds }): readonly Addressee[] => {
    const own = signUps.filter((one) => one.personId === personId && slotIds.includes(one.slotId) && isMeant(state, one, until));
    // what they said of themselves last
    const latest = own.toSorted((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt))[0];
    if (!latest) return [];
    const { name, email } = latest.person;
    return [{ personId, person: { name, email }, language: latest.language, signUps: own }];
  });
}

/** With the slots in which they hold places. Pure. */
export const recipientsOf = (...of: Parameters<typeof addresseesOf>): readonly Recipient[] =>
  addresseesOf(...of).map(({ signUps, ...person }) => ({
    ...person,
    slots: slotsOf(
      of[0],
      person.personId,
      signUps.map(({ slotId }) => slotId),
    ),
  }));

function isMeant({ ledgers }: OpportunityState, { personId, slotId, signUpId, state, signedUpAt }: SignUp, until: string): boolean {
  const ledger = ledgers.find((one) => one.slotId === slotId);
  const own = ledger?.claims[personId] ?? ledger?.queue?.[personId];
  const left = state === 'cancelled' && own?.signUpId === signUpId;
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
