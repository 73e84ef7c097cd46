/** What messaging reads of a day: who has places in its slots, and what one person has that day, by the ledgers at that moment. */
import type { PartOfDay } from '#contracts/resources/letters.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Day, Language, OpportunityId, PersonId } from '#contracts/values.ts';
import { dayAt, daysBetween } from '../days.ts';
import type { Clock } from '../ports.ts';
import { millis } from '../time.ts';
import { headingOf } from './message-facts.ts';
import { takesPlace } from './moments.ts';
import { timeToConfirm } from './moved-time.ts';
import { type DatedSlot, isLastReminder, isReminded } from './occasions.ts';
import { changeableUntil } from './own-sign-up.ts';
import type { Schools, SignUp, SignUps, SlotLedger, SlotReads } from './ports.ts';

export interface DayFactsPorts {
  readonly signUps: SignUps;
  readonly slotReads: SlotReads;
  readonly schools: Pick<Schools, 'all'>;
  readonly clock: Clock;
}

export interface DayOfPerson {
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** From today by the clocks of the first slot's school. */
  readonly daysLeft: number;
  /** Whether, of something this reminder is about, no other follows. */
  readonly isLast: boolean;
  /** In the order of time. */
  readonly parts: readonly PartOfDay[];
}

/** Implements messaging's `PeopleOnDays`. */
export const dayFacts = (ports: DayFactsPorts) => ({
  /** In an order that stays. Consistent. */
  async holders(day: Day, opportunityIds: readonly OpportunityId[]): Promise<readonly PersonId[]> {
    const people = new Set<PersonId>();
    for (const opportunityId of opportunityIds)
      for (const { claims } of await ledgersOf(ports, opportunityId, (slot, zone) => isOn(slot, day, zone)))
        for (const personId of Object.keys(claims) as PersonId[]) people.add(personId);
    return [...people].sort();
  },

  /** Definitions are read once for all that are asked for through one of these. */
  people(): { of(personId: PersonId, day: Day, daysBefore: number): Promise<DayOfPerson | undefined> } {
    const definition = definitionsOnce(ports);
    return { of: (personId, day, daysBefore) => dayOf(ports, definition, personId, day, daysBefore) };
  },
});

type Definition = (id: OpportunityId) => Promise<Opportunity | undefined>;

/** Each read once. */
export function definitionsOnce({ slotReads }: Pick<DayFactsPorts, 'slotReads'>): Definition {
  const read = new Map<OpportunityId, Promise<Opportunity | undefined>>();
  return (id) => {
    const there = read.get(id) ?? slotReads.definition(id);
    read.set(id, there);
    return there;
  };
}

type IsMeant = (slot: DatedSlot, zone: string) => boolean;

/** Of the slots that are meant and take place. Consistent. */
export async function ledgersOf(
  { slotReads, schools }: DayFactsPorts,
  opportunityId: OpportunityId,
  isMeant: IsMeant,
): Promise<readonly SlotLedger[]> {
  const opportunity = await slotReads.definition(opportunityId);
  const school = (await schools.all()).find((one) => one.schoolId === opportunity?.schoolId);
  if (!opportunity || !school) return [];
  const slots = opportunity.slots.filter((slot) => isDated(slot) && isMeant(slot, school.zone) && takesPlace(opportunity, slot));
  return (await Promise.all(slots.map(({ slotId }) => slotReads.ledger(opportunityId, slotId)))).filter((one) => one !== undefined);
}

const isDated = (slot: Slot): slot is DatedSlot => slot.startsAt !== undefined;
const isOn = (slot: DatedSlot, day: Day, zone: string): boolean => dayAt(millis(slot.startsAt), zone) === day;

/** A slot in which a person holds places. */
export interface HeldSlot {
  readonly signUp: SignUp;
  readonly opportunity: Opportunity;
  readonly school: School;
  readonly slot: DatedSlot;
  readonly ledger: SlotLedger;
  readonly places: number;
}

/** Of one person those that are meant and take place, in the order of time. Consistent, but for definitions that were read before. */
export async function heldBy(
  ports: DayFactsPorts,
  definition: Definition,
  personId: PersonId,
  isMeant: IsMeant,
): Promise<readonly HeldSlot[]> {
  const [signUps, schools] = await Promise.all([ports.signUps.ofPerson(personId), ports.schools.all()]);
  const found = await Promise.all(
    signUps.map(async (signUp): Promise<HeldSlot | undefined> => {
      const opportunity = await definition(signUp.opportunityId);
      const school = schools.find((one) => one.schoolId === signUp.schoolId);
      const slot = opportunity?.slots.find(({ slotId }) => slotId === signUp.slotId);
      if (!opportunity || !school || !slot || !isDated(slot) || !isMeant(slot, school.zone) || !takesPlace(opportunity, slot))
        return undefined;
      const ledger = await ports.slotReads.ledger(signUp.opportunityId, signUp.slotId);
      const claim = ledger?.claims[personId];
      if (!ledger || claim?.signUpId !== signUp.signUpId) return undefined;
      return { signUp, opportunity, school, slot, ledger, places: claim.places };
    }),
  );
  return found.filter((one) => one !== undefined).toSorted((a, b) => millis(a.slot.startsAt) - millis(b.slot.startsAt));
}

/** What the person said of themselves last. */
export function detailsIn(held: readonly [HeldSlot, ...HeldSlot[]]): Pick<SignUp, 'person' | 'language'> {
  return held.map(({ signUp }) => signUp).reduce((last, one) => (millis(one.signedUpAt) > millis(last.signedUpAt) ? one : last));
}

/** Apart by opportunity, in the order of time. */
export function byOpportunity(held: readonly HeldSlot[]): readonly (readonly [HeldSlot, ...HeldSlot[]])[] {
  const groups = new Map<OpportunityId, [HeldSlot, ...HeldSlot[]]>();
  for (const one of held) {
    const group = groups.get(one.opportunity.opportunityId);
    if (group) group.push(one);
    else groups.set(one.opportunity.opportunityId, [one]);
  }
  return [...groups.values()];
}

/**
 * Undefined when the person is not to be reminded: they have nothing that day any more, or nothing that calls for this reminder. One slot that does is told
 * with all the others of the day.
 */
async function dayOf(
  ports: DayFactsPorts,
  definition: Definition,
  personId: PersonId,
  day: Day,
  daysBefore: number,
): Promise<DayOfPerson | undefined> {
  const now = ports.clock.now();
  const held = await heldBy(ports, definition, personId, (slot, zone) => isOn(slot, day, zone) && millis(slot.startsAt) > now);
  const [first, ...rest] = held;
  const remindedOf = held.filter((one) => isReminded({ ...one, zone: one.school.zone }, daysBefore, knownSince(one), now));
  if (!first || remindedOf.length === 0) return undefined;
  const { person, language } = detailsIn([first, ...rest]);
  return {
    person: { name: person.name, email: person.email },
    language,
    daysLeft: daysBetween(dayAt(now, first.school.zone), day),
    isLast: remindedOf.some(({ opportunity, slot }) => isLastReminder(opportunity, slot, daysBefore)),
    parts: byOpportunity(held).map((own) => ({
      ...headingOf(own[0].opportunity, own[0].school),
      slots: own.map((one) => ownSlot(one, now)),
    })),
  };
}

/** Since when the person knows of slot and time, in milliseconds. */
const knownSince = ({ signUp, ledger }: HeldSlot): number =>
  Math.max(millis(signUp.signedUpAt), ledger.startSetAt === undefined ? 0 : millis(ledger.startSetAt));

function ownSlot({ signUp, opportunity, slot, places }: HeldSlot, now: number): PartOfDay['slots'][number] {
  const until = changeableUntil(opportunity, slot);
  return {
    signUpId: signUp.signUpId,
    slot,
    places,
    ...(until !== undefined && { changeableUntil: until }),
    ...(timeToConfirm(opportunity, slot, signUp, now) && { toConfirm: true }),
  };
}
