/** A slot is repeated: on which dates, at which hours, what stays of it; and what a form that knows nothing of series keeps of them. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { OpportunityToSave, type Slot } from '#contracts/resources/opportunity.ts';
import { RecurrenceRule, type SlotToRepeat } from '#contracts/resources/series.ts';
import { keepingSeries } from '#domain/volunteering/kept-series.ts';
import { copyOf } from '#domain/volunteering/other-dates.ts';
import { definitionProblems } from '#domain/volunteering/publish-opportunity.ts';
import { repeatSlot } from '#domain/volunteering/repeat-slot.ts';
import { ownFields } from '#domain/volunteering/series.ts';
import { anItem, anOpportunity, aShift, opportunityId, slotId } from '#test/support/builders.ts';
import { fakeIds } from '#test/support/fakes.ts';

const ids = fakeIds();
const CHICAGO = 'America/Chicago';
// a Friday, 17:00 to 19:00; the clocks change on March 14
const weekly = (with_: Partial<SlotToRepeat> = {}): SlotToRepeat => ({
  slotId: slotId(1),
  unit: 'week',
  every: 1,
  times: 3,
  without: [],
  ...with_,
});
const definition = () => anOpportunity({ slots: [aShift(1), anItem(2)] });
const asked = (wanted: SlotToRepeat, from = definition(), zone = CHICAGO) => repeatSlot(from, wanted, { zone, ids });
function made(wanted: SlotToRepeat, from = definition(), zone = CHICAGO) {
  const outcome = asked(wanted, from, zone);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.definition;
}
const daysIn = ({ slots }: { readonly slots: readonly Slot[] }) => slots.flatMap(({ series }) => series?.day ?? []);

describe('a slot that is repeated', () => {
  it('is the first of its dates and keeps its id; all are at the same time by the school’s clocks', () => {
    const { slots, series } = made(weekly());
    expect(slots[0]).toEqual({ ...aShift(1), series: { seriesId: series?.[0]?.seriesId, day: '2027-03-05' } });
    expect(slots.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-05T23:00:00.000Z',
      '2027-03-12T23:00:00.000Z',
      '2027-03-19T22:00:00.000Z',
      undefined,
    ]);
    expect(slots.at(-1)).toEqual(anItem(2));
    expect(slots.flatMap((slot) => ownFields(slot, series?.[0] ?? expect.unreachable(), CHICAGO))).toEqual([]);
  });

  it.each([
    ['every other week', weekly({ every: 2, until: '2027-04-02', times: undefined }), ['2027-03-05', '2027-03-19', '2027-04-02']],
    ['the first Friday of a month', weekly({ unit: 'month' }), ['2027-03-05', '2027-04-02', '2027-05-07']],
    ['every third month', weekly({ unit: 'month', every: 3 }), ['2027-03-05', '2027-06-04', '2027-09-03']],
    [
      'but the holidays',
      weekly({ without: [{ from: '2027-03-08', to: '2027-03-14', name: { en: 'Break' } }] }),
      ['2027-03-05', '2027-03-19'],
    ],
  ])('is on the days that were meant: %s', (_, wanted, days) => {
    expect(daysIn(made(wanted))).toEqual(days);
  });

  it('on a fifth weekday is on the last one of each month', () => {
    const fifth = anOpportunity({ slots: [aShift(1, { startsAt: '2027-01-29T23:00:00.000Z', endsAt: '2027-01-30T01:00:00.000Z' })] });
    expect(daysIn(made(weekly({ unit: 'month' }), fifth))).toEqual(['2027-01-29', '2027-02-26', '2027-03-26']);
  });

  it('keeps the name of a holiday, and nothing of those it does not meet', () => {
    const without = [{ from: '2027-03-12', name: { en: 'Teachers’ day' } }, { from: '2027-03-13' }];
    expect(made(weekly({ without })).series?.[0]?.leftOut).toEqual([{ day: '2027-03-12', name: { en: 'Teachers’ day' } }]);
  });

  it('again is there already; another rule for it is refused', () => {
    const once = made(weekly());
    expect(made(weekly(), once)).toEqual(once);
    expect(asked(weekly({ times: 4 }), once)).toMatchObject({ ok: false, fields: [{ pointer: '/slotId', code: 'slot.repeated' }] });
  });

  it.each([
    ['a slot that is not there', weekly({ slotId: slotId(9) }), '/slotId', 'slot.unknown'],
    ['what has no date', weekly({ slotId: slotId(2) }), '/slotId', 'slot.undated'],
    ['no end', weekly({ times: undefined }), '/until', 'series.no-end'],
    ['two ends', weekly({ until: '2027-06-01' }), '/until', 'series.no-end'],
    ['an end before it', weekly({ until: '2027-03-01', times: undefined }), '/rule', 'series.no-dates'],
    ['its own day left out', weekly({ without: [{ from: '2027-03-01', to: '2027-03-05' }] }), '/without', 'series.first-day'],
    ['too many dates', weekly({ until: '2030-03-01', times: undefined }), '/rule', 'series.too-many'],
  ])('refuses %s', (_, wanted, pointer, code) => {
    expect(asked(wanted)).toMatchObject({ ok: false, fields: [{ pointer, code }] });
  });

  it('refuses what lasts longer than a day', () => {
    const long = anOpportunity({ slots: [aShift(1, { endsAt: '2027-03-07T01:00:00.000Z' })] });
    expect(asked(weekly(), long)).toMatchObject({ ok: false, fields: [{ code: 'slot.too-long' }] });
  });

  it('whatever the rule, the zone and the days left out: can be saved, first the slot itself, at its time of day, and no day that is left out', () => {
    const zones = ['America/Chicago', 'Pacific/Auckland', 'Asia/Kolkata', 'America/Sao_Paulo', 'UTC'];
    fc.assert(
      fc.property(
        fc.record({
          zone: fc.constantFrom(...zones),
          // over leap days, and by the minute
          start: fc.integer({ min: Date.UTC(2027, 0, 1) / 60_000, max: Date.UTC(2032, 5, 1) / 60_000 }),
          minutes: fc.integer({ min: 5, max: 1_440 }),
          unit: fc.constantFrom('week' as const, 'month' as const),
          every: fc.integer({ min: 1, max: 12 }),
          times: fc.integer({ min: 2, max: 40 }),
          gaps: fc.array(fc.record({ after: fc.integer({ min: 1, max: 300 }), long: fc.integer({ min: 0, max: 20 }) }), { maxLength: 4 }),
        }),
        ({ zone, start, minutes, unit, every, times, gaps }) => {
          const at = (minute: number) => new Date(minute * 60_000).toISOString();
          const slot = aShift(1, { startsAt: at(start), endsAt: at(start + minutes) });
          const local = (instant = '') => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
          const first = local(at(start)).toPlainDate();
          const without = gaps.map(({ after, long }) => ({
            from: first.add({ days: after }).toString(),
            to: first.add({ days: after + long }).toString(),
          }));
          const { slots, series = [] } = made(weekly({ unit, every, times, without }), anOpportunity({ slots: [slot] }), zone);
          const one = series[0] ?? expect.unreachable();
          expect(RecurrenceRule.safeParse(one.rule).success).toBe(true);
          expect(OpportunityToSave.safeParse({ ...definition(), slots, series }).success).toBe(true);
          expect(definitionProblems({ ...definition(), slots, series }, [])).toEqual([]);
          expect(slots[0]?.startsAt).toBe(slot.startsAt);
          expect(slots.length + one.leftOut.length).toBe(times);
          for (const { startsAt, endsAt, series: date } of slots) {
            const day = Temporal.PlainDate.from(date?.day ?? '');
            expect(without.some(({ from, to }) => from <= day.toString() && day.toString() <= to)).toBe(false);
            expect(day.dayOfWeek).toBe(first.dayOfWeek);
            if (unit === 'week') expect(first.until(day).days % (7 * every)).toBe(0);
            else expect(((day.year - first.year) * 12 + day.month - first.month) % every).toBe(0);
            // what the clocks skip is the time after it
            const meant = day.toZonedDateTime({ timeZone: zone, plainTime: local(slot.startsAt).toPlainTime() });
            expect(local(startsAt).epochMilliseconds).toBe(meant.epochMilliseconds);
            expect(Date.parse(endsAt ?? '') - Date.parse(startsAt ?? '')).toBe(minutes * 60_000);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a form that knows nothing of series', () => {
  const stored = () => {
    const { slots, ...rest } = made(weekly({ times: 4, without: [{ from: '2027-03-12' }] }));
    return { ...rest, slots: slots.map((slot, index) => (index === 1 ? { ...slot, calledOff: true as const } : slot)) };
  };
  const posted = (from: ReturnType<typeof stored>) => {
    const { series: _series, ...definition } = from;
    return { ...definition, slots: from.slots.map(({ series: _date, ...slot }) => slot) };
  };

  it('keeps them, and says itself what is called off', () => {
    expect(keepingSeries(posted(stored()), stored())).toEqual(stored());
  });

  it('leaves a date that was removed out of its series', () => {
    const { slots, ...rest } = posted(stored());
    const kept = keepingSeries({ ...rest, slots: slots.toSpliced(2, 1) }, stored());
    expect(kept.series?.[0]?.leftOut).toEqual([{ day: '2027-03-12' }, { day: '2027-03-26' }]);
    expect(daysIn(kept)).toEqual(['2027-03-05', '2027-03-19']);
  });

  it('ends a series of which no date is left, and has none where there was none', () => {
    const { slots, ...rest } = posted(stored());
    expect(keepingSeries({ ...rest, slots: slots.slice(-1) }, stored())).not.toHaveProperty('series');
    expect(keepingSeries(definition(), undefined)).toEqual(definition());
  });
});

it('a copy has the dates each by itself', () => {
  const copy = copyOf(made(weekly()), { opportunityId: opportunityId(2), slotId: (of) => ids.slotId('copy', of) }, CHICAGO, 364);
  expect(copy).not.toHaveProperty('series');
  expect(daysIn(copy)).toEqual([]);
  expect(copy.slots.map(({ startsAt }) => startsAt?.slice(0, 10))).toEqual(['2028-03-03', '2028-03-10', '2028-03-17', undefined]);
});
