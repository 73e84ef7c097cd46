/** What messaging reads of a day that has passed: who took part in what ended on it, and what one person took part in, by the ledgers at that moment. */
import type { PartGiven } from '#contracts/resources/letters.ts';
import type { Day, Language, OpportunityId, PersonId } from '#contracts/values.ts';
import { millis } from '../time.ts';
import { minutesOf, presenceOf, tookPart } from './attendance.ts';
import { byOpportunity, type DayFactsPorts, definitionsOnce, detailsIn, type HeldSlot, heldBy, ledgersOf } from './day-facts.ts';
import { headingOf } from './message-facts.ts';
import { lastDayOf } from './occasions.ts';

export interface PastDayOfPerson {
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** In the order of time. */
  readonly parts: readonly PartGiven[];
}

/** Implements messaging's `PeopleOfPastDays`. */
export const pastDayFacts = (ports: DayFactsPorts) => ({
  /** In an order that stays. Consistent. */
  async helpers(day: Day, opportunityIds: readonly OpportunityId[]): Promise<readonly PersonId[]> {
    const people = new Set<PersonId>();
    for (const opportunityId of opportunityIds)
      for (const ledger of await ledgersOf(ports, opportunityId, (slot, zone) => lastDayOf(slot, zone) === day))
        for (const personId of Object.keys(ledger.claims) as PersonId[]) if (tookPart(ledger, personId)) people.add(personId);
    return [...people].sort();
  },

  /** Definitions are read once for all that are asked for through one of these. */
  people(): { of(personId: PersonId, day: Day): Promise<PastDayOfPerson | undefined> } {
    const definition = definitionsOnce(ports);
    return {
      async of(personId, day) {
        const now = ports.clock.now();
        // earlier ones tell whether a series was thanked for
        const held = await heldBy(
          ports,
          definition,
          personId,
          (slot, zone) => millis(slot.endsAt ?? slot.startsAt) <= now && lastDayOf(slot, zone) <= day,
        );
        const given = held.filter(({ ledger }) => tookPart(ledger, personId));
        const ofDay = given.filter(({ slot, school }) => lastDayOf(slot, school.zone) === day);
        const [first, ...rest] = ofDay;
        if (!first || !ofDay.some((one) => isThankedFor(one, given))) return undefined;
        const { person, language } = detailsIn([first, ...rest]);
        return { person: { name: person.name, email: person.email }, language, parts: byOpportunity(ofDay).map(partGiven) };
      },
    };
  },
});

/** Of what recurs only the first that the person was at; told with whatever else there is to thank for. */
const isThankedFor = ({ slot, opportunity }: HeldSlot, given: readonly HeldSlot[]): boolean =>
  slot.series === undefined ||
  given.find((one) => one.slot.series !== undefined && one.opportunity.opportunityId === opportunity.opportunityId)?.slot.slotId ===
    slot.slotId;

function partGiven(own: readonly [HeldSlot, ...HeldSlot[]]): PartGiven {
  const { opportunity, school } = own[0];
  return { ...headingOf(opportunity, school), slots: own.map(slotGiven) };
}

/** Minutes are those of somebody who was seen: of others it is only known what was planned. */
function slotGiven({ slot, places, ledger, signUp: { personId } }: HeldSlot): PartGiven['slots'][number] {
  const minutes = presenceOf(ledger, personId) === 'attended' ? minutesOf(ledger, personId) : 0;
  return { slot, places, ...(minutes > 0 && { minutes }) };
}
