/** A few schools' slots under random work, and what the figures of them have to be. */
import type { FiguresState } from '#contracts/resources/figures.ts';
import type { School } from '#contracts/resources/school.ts';
import { countSlot } from '#domain/volunteering/count-slot.ts';
import { sumsOf } from '#domain/volunteering/figures.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import type { Marks, SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import { aLedger, aSchool, opportunityId, personId, schoolId, signUpId, slotId, submissionId } from './builders.ts';

export const SCHOOLS: readonly School[] = [
  aSchool(),
  aSchool({ schoolId: schoolId(2), slug: 'two', name: 'Washington Middle', zone: 'America/New_York' }),
];
export const schools = { all: async () => SCHOOLS };
export const zoneOf = (id: string): string => SCHOOLS.find((one) => one.schoolId === id)?.zone ?? 'UTC';

const STARTS = ['2027-03-05T23:00:00.000Z', '2027-03-14T05:30:00.000Z', '2027-03-31T04:30:00.000Z', '2027-04-30T20:00:00.000Z'];
const endOf = (startsAt: string): string => new Date(Date.parse(startsAt) + 90 * 60_000).toISOString();

/** Slots 1 to 4, two at each school. */
export const openSlots = async (slots: Slots): Promise<void> => {
  for (const n of [1, 2, 3, 4]) await slots.open(ledgerOf(n));
};
const ledgerOf = (n: number): SlotLedger => {
  const startsAt = STARTS[n - 1] ?? STARTS[0] ?? '';
  const at = { startsAt, closesAt: startsAt, endsAt: endOf(startsAt) };
  return aLedger({ slotId: slotId(n), opportunityId: opportunityId(n), schoolId: schoolId(n < 3 ? 1 : 2), capacity: 20, ...at });
};

export interface Work {
  readonly kind: 'claim' | 'release' | 'resize' | 'revise' | 'move-day' | 'mark';
  readonly slot: number;
  readonly person: number;
  readonly places: number;
}

const AT = '2027-03-01T12:00:00.000Z';
const MARKS = [{ state: 'attended' }, { state: 'missed' }, { state: 'attended', minutes: 25 }, { state: 'open' }] as const;

/** Does it, or nothing where it does not fit. */
export async function doWork(
  { slots, marks }: { readonly slots: Slots; readonly marks: Marks },
  figures: Figures,
  { kind, slot, person, places }: Work,
): Promise<void> {
  const ids = { opportunityId: opportunityId(slot), slotId: slotId(slot) };
  const ledger = await figures.ledger(ids.opportunityId, ids.slotId);
  const claim = ledger?.claims[personId(person)];
  const who = {
    ...ids,
    personId: personId(person),
    signUpId: claim?.signUpId ?? signUpId(slot * 100 + person),
    submissionId: submissionId(1),
    at: AT,
  };
  if (kind === 'claim') await slots.claim({ ...who, places });
  if (kind === 'release' && claim) await slots.release({ ...who, places: claim.places });
  if (kind === 'resize' && claim && claim.places !== places) await slots.resize({ ...who, placesBefore: claim.places, places });
  if (kind === 'mark' && claim && ledger) {
    const { submissionId: _submission, ...of } = who;
    // later marks outweigh earlier ones
    const at = new Date(Date.parse(AT) + ledger.version).toISOString();
    await marks.mark({
      ...of,
      places: claim.places,
      attendance: { at, ...(MARKS[places % MARKS.length] ?? { state: 'open' }) },
      by: 'luis@riverbend.example',
    });
  }
  if (kind === 'revise') await slots.revise(ids.opportunityId, ids.slotId, { ...termsOf(slot), capacity: places * 8 }, AT);
  if (kind === 'move-day') {
    const startsAt = STARTS[places % STARTS.length] ?? '';
    await slots.revise(
      ids.opportunityId,
      ids.slotId,
      { capacity: 20, state: 'open', startsAt, closesAt: startsAt, endsAt: endOf(startsAt) },
      AT,
    );
  }
}
const termsOf = (n: number) => {
  const { capacity, state, startsAt, closesAt, endsAt } = ledgerOf(n);
  return { capacity, state, ...(startsAt && { startsAt }), ...(closesAt && { closesAt }), ...(endsAt && { endsAt }) };
};

export const count = (figures: Figures, generation: number, slot: number): Promise<void> =>
  countSlot({ figures, schools })(generation, opportunityId(slot), slotId(slot));

/** All sums that are kept, and all that the ledgers give; each without what is nothing. */
export async function sumsKept(figures: Figures, { generation }: Pick<FiguresState, 'generation'>): Promise<readonly string[]> {
  const all: string[] = [];
  for (const where of [schoolId(1), schoolId(2), 'district'] as const) {
    if (where !== 'district')
      for (const { day, ...sums } of await figures.days(generation, where, '0', '9')) all.push(row(where, day, sums));
    for (const { month, ...sums } of await figures.months(generation, where, '0', '9')) all.push(row(where, month, sums));
  }
  return all.filter((one) => !/^\S+ \S+ [0,a-zA-Z=]*$/.test(one)).sort();
}
export async function sumsCounted(figures: Figures): Promise<readonly string[]> {
  const ledgers = [...(await figures.ledgersOf(schoolId(1))), ...(await figures.ledgersOf(schoolId(2)))];
  const { days, months } = sumsOf(ledgers, zoneOf);
  return [...days, ...months].map(({ where, when, add }) => row(where, when, add)).sort();
}
const row = (where: string, when: string, sums: object): string =>
  `${where} ${when} ${Object.entries(sums)
    .sort()
    .map(([name, value]) => `${name}=${value}`)
    .join(',')}`;
