/** What messaging reads of a day: who has places in its slots, and what one person has that day, by the ledgers at that moment. */
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { ConfirmedSlot, LetterOpportunity } from '#contracts/resources/letters.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Day, Language, OpportunityId, PersonId } from '#contracts/values.ts';
import { dayAt, daysBetween } from '../days.ts';
import type { Clock } from '../ports.ts';
import { millis } from '../time.ts';
import { headingOf } from './message-facts.ts';
import { isReminded, takesPlace } from './occasions.ts';
import { changeableUntil } from './own-sign-up.ts';
import type { Schools, SignUp, SignUps, SlotLedger, SlotReads } from './ports.ts';

export interface DayFactsPorts {
  readonly signUps: SignUps;
  readonly slotReads: SlotReads;
  readonly schools: Pick<Schools, 'all'>;
  readonly clock: Clock;
}

/** What a person has of one opportunity on a day. */
export interface PartOfDay {
  readonly opportunity: LetterOpportunity;
  readonly school: PublicSchool;
  readonly slots: readonly ConfirmedSlot[];
}
export interface DayOfPerson {
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** From today by the clocks of the first slot's school. */
  readonly daysLeft: number;
  /** In the order of time. */
  readonly parts: readonly PartOfDay[];
}

/** Implements messaging's `DaysOfPeople`. */
export const dayFacts = (ports: DayFactsPorts) => ({
  /** In an order that stays. Consistent. */
  async holders(day: Day, opportunityIds: readonly OpportunityId[]): Promise<readonly PersonId[]> {
    const people = new Set<PersonId>();
    for (const opportunityId of opportunityIds)
      for (const { claims } of await ledgersOfDay(ports, opportunityId, day))
        for (const personId of Object.keys(claims) as PersonId[]) people.add(personId);
    return [...people].sort();
  },

  /** Definitions are read once for all that are asked for through one of these. */
  people(): { of(personId: PersonId, day: Day, daysBefore: number): Promise<DayOfPerson | undefined> } {
    const read = new Map<OpportunityId, Promise<Opportunity | undefined>>();
    const definition = (id: OpportunityId): Promise<Opportunity | undefined> => {
      const there = read.get(id) ?? ports.slotReads.definition(id);
      read.set(id, there);
      return there;
    };
    return { of: (personId, day, daysBefore) => dayOf(ports, definition, personId, day, daysBefore) };
  },
});

async function ledgersOfDay({ slotReads, schools }: DayFactsPorts, opportunityId: OpportunityId, day: Day): Promise<readonly SlotLedger[]> {
  const opportunity = await slotReads.definition(opportunityId);
  const school = (await schools.all()).find((one) => one.schoolId === opportunity?.schoolId);
  if (!opportunity || !school) return [];
  const slots = opportunity.slots.filter((slot) => isOn(slot, day, school.zone) && takesPlace(opportunity, slot));
  return (await Promise.all(slots.map(({ slotId }) => slotReads.ledger(opportunityId, slotId)))).filter((one) => one !== undefined);
}

type DatedSlot = Slot & { readonly startsAt: string };
const isOn = (slot: Slot, day: Day, zone: string): slot is DatedSlot =>
  slot.startsAt !== undefined && dayAt(millis(slot.startsAt), zone) === day;

interface Held {
  readonly signUp: SignUp;
  readonly opportunity: Opportunity;
  readonly school: School;
  readonly slot: DatedSlot;
  readonly places: number;
  /** Since when the person knows of slot and time, in milliseconds. */
  readonly knownSince: number;
}

/**
 * Undefined when the person is not to be reminded: they have nothing that day any more, or nothing that calls for this reminder. One slot that does is told
 * with all the others of the day.
 */
async function dayOf(
  ports: DayFactsPorts,
  definition: (id: OpportunityId) => Promise<Opportunity | undefined>,
  personId: PersonId,
  day: Day,
  daysBefore: number,
): Promise<DayOfPerson | undefined> {
  const [signUps, schools] = await Promise.all([ports.signUps.ofPerson(personId), ports.schools.all()]);
  const now = ports.clock.now();
  const found = await Promise.all(
    signUps.map(async (signUp): Promise<Held | undefined> => {
      const opportunity = await definition(signUp.opportunityId);
      const school = schools.find((one) => one.schoolId === signUp.schoolId);
      const slot = opportunity?.slots.find(({ slotId }) => slotId === signUp.slotId);
      if (!opportunity || !school || !slot || !isOn(slot, day, school.zone) || millis(slot.startsAt) <= now) return undefined;
      if (!takesPlace(opportunity, slot)) return undefined;
      const ledger = await ports.slotReads.ledger(signUp.opportunityId, signUp.slotId);
      const claim = ledger?.claims[personId];
      if (!ledger || claim?.signUpId !== signUp.signUpId) return undefined;
      const knownSince = Math.max(millis(signUp.signedUpAt), ledger.startSetAt === undefined ? 0 : millis(ledger.startSetAt));
      return { signUp, opportunity, school, slot, places: claim.places, knownSince };
    }),
  );
  const held = found.filter((one) => one !== undefined).toSorted((a, b) => millis(a.slot.startsAt) - millis(b.slot.startsAt));
  const first = held[0];
  if (!first || !held.some((one) => isReminded({ ...one, zone: one.school.zone }, daysBefore, one.knownSince, now))) return undefined;
  // what they said of themselves last
  const { person, language } =
    held.map(({ signUp }) => signUp).toSorted((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt))[0] ?? first.signUp;
  return {
    person: { name: person.name, email: person.email },
    language,
    daysLeft: daysBetween(dayAt(now, first.school.zone), day),
    parts: partsOf(held),
  };
}

function partsOf(held: readonly Held[]): readonly PartOfDay[] {
  const ids = [...new Set(held.map(({ opportunity }) => opportunity.opportunityId))];
  return ids.flatMap((id) => {
    const own = held.filter(({ opportunity }) => opportunity.opportunityId === id);
    const first = own[0];
    return first ? [{ ...headingOf(first.opportunity, first.school), slots: own.map(confirmedSlot) }] : [];
  });
}

function confirmedSlot({ signUp, opportunity, slot, places }: Held): ConfirmedSlot {
  const until = changeableUntil(opportunity, slot);
  return { signUpId: signUp.signUpId, slot, places, ...(until !== undefined && { changeableUntil: until }) };
}
