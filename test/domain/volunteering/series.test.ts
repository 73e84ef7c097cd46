/** Series: which dates a rule makes, in the school's zone, and what a change of one, of some or of all does to them. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { MOST_DATES, RecurrenceRule, type Series, type SeriesChange, type SeriesScope } from '#contracts/resources/series.ts';
import type { Day } from '#contracts/values.ts';
import { changeSeries, datesOf, hasBegun } from '#domain/volunteering/change-series.ts';
import { daysOf } from '#domain/volunteering/recurrence.ts';
import { ownFields, slotsOf, withSeries } from '#domain/volunteering/series.ts';
import { anOpportunity, aSeries, aShift, seriesId, slotId } from '#test/support/builders.ts';
import { fakeIds } from '#test/support/fakes.ts';

const CHICAGO = 'America/Chicago';
const ids = fakeIds();
const slotIdOn = (day: Day) => ids.slotId('of the series', day);
const clockOf = (instant: string | undefined, zone = CHICAGO) =>
  Temporal.Instant.from(instant ?? '')
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
const toAdd = ({ seriesId: _id, ...series }: Series) => series;
const added = (series: Series = aSeries(), zone = CHICAGO) => {
  const outcome = withSeries(anOpportunity({ slots: [aShift()] }), toAdd(series), { seriesId: seriesId(), zone, slotIdOn });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.definition;
};

describe('the days of a rule', () => {
  it.each([
    ['weekdays', 'FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270121', '2027-01-13', ['2027-01-14', '2027-01-19', '2027-01-21']],
    ['every other week', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=3', '2027-01-13', ['2027-01-17', '2027-01-25', '2027-01-31']],
    ['leap day', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20280307', '2028-02-22', ['2028-02-22', '2028-02-29', '2028-03-07']],
    ['last weekday', 'FREQ=MONTHLY;BYDAY=-1TU;COUNT=4', '2027-11-15', ['2027-11-30', '2027-12-28', '2028-01-25', '2028-02-29']],
    ['second weekday', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2FR;COUNT=2', '2027-01-09', ['2027-03-12', '2027-05-14']],
  ])('are those of the calendar: %s', (_, rule, startsOn, days) => {
    expect(RecurrenceRule.parse(rule)).toBe(rule);
    expect(daysOf({ rule, startsOn })).toEqual(days);
  });

  it.each([
    'FREQ=DAILY;COUNT=3',
    'FREQ=WEEKLY;BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=TU;COUNT=3\nX:1',
    'FREQ=MONTHLY;BYDAY=5TU;COUNT=2',
    'FREQ=YEARLY;COUNT=2',
  ])('are asked for by rules that end, and of few kinds: not %j', (rule) => {
    expect(RecurrenceRule.safeParse(rule).success).toBe(false);
  });

  it('are those that counting days finds', () => {
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 120 }),
        (start, weekdays, interval, long) => {
          const from = Temporal.PlainDate.from('2024-01-01').add({ days: start });
          const until = from.add({ days: long });
          const monday = from.subtract({ days: from.dayOfWeek - 1 });
          const expected: string[] = [];
          for (let day = from; Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 })) {
            const week = Math.floor(monday.until(day).days / 7);
            if (week % interval === 0 && weekdays.includes(day.dayOfWeek - 1)) expected.push(day.toString());
          }
          const every = interval === 1 ? '' : `;INTERVAL=${interval}`;
          const rule = `FREQ=WEEKLY${every};BYDAY=${weekdays.map((day) => names[day]).join(',')};UNTIL=${until.toString().replaceAll('-', '')}`;
          expect(daysOf({ rule, startsOn: from.toString() })).toEqual(expected.slice(0, MOST_DATES + 1));
        },
      ),
    );
  });
});

describe('the slots of a series', () => {
  it.each([CHICAGO, 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati'])(
    'are at the same time of day over every change of the clocks, in %s',
    (zone) => {
      const slots = slotsOf(aSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=100' }), zone, slotIdOn);
      expect(new Set(slots.map(({ startsAt }) => clockOf(startsAt, zone).slice(11)))).toEqual(new Set(['08:00']));
      expect(slots.map(({ startsAt }) => clockOf(startsAt, zone).slice(0, 10))).toEqual(slots.map(({ series }) => series?.day));
      expect(slots).toHaveLength(100);
    },
  );

  it('are over the night the clocks change as long as the minutes say, and at the hour after one that is skipped', () => {
    // Sunday 2027-03-14, half past two does not exist in Chicago
    const night = aSeries({ rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2', startsOn: '2027-03-14', from: '02:30', minutes: 90 });
    expect(slotsOf(night, CHICAGO, slotIdOn).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2027-03-14T08:30:00.000Z', '2027-03-14T10:00:00.000Z'],
      ['2027-03-21T07:30:00.000Z', '2027-03-21T09:00:00.000Z'],
    ]);
  });

  it('are the same when they are made again, and nobody else’s', () => {
    const definition = added();
    const again = withSeries(definition, toAdd(aSeries()), { seriesId: seriesId(), zone: CHICAGO, slotIdOn });
    expect(again).toEqual({ ok: true, definition });
    expect(definition.slots[0]).toEqual(aShift());
    expect(definition.slots.slice(1)).toEqual(slotsOf(aSeries(), CHICAGO, slotIdOn));
  });

  it.each([
    ['no date', { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101' }, 'series.no-dates'],
    ['too many dates', { rule: 'FREQ=WEEKLY;BYDAY=MO,TU;COUNT=101' }, 'series.too-many'],
  ])('are refused with %s', (_, with_, code) => {
    const refusedFor = withSeries(anOpportunity(), toAdd(aSeries(with_)), { seriesId: seriesId(), zone: CHICAGO, slotIdOn });
    expect(refusedFor).toMatchObject({ ok: false, fields: [{ code }] });
  });

  it('are refused where the opportunity would have too many', () => {
    const hundred = toAdd(aSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=100' }));
    const first = added(aSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=100' }));
    const facts = { seriesId: seriesId(2), zone: CHICAGO, slotIdOn };
    expect(withSeries(first, hundred, facts)).toMatchObject({ ok: false, fields: [{ code: 'slots.too-many-in-all' }] });
    expect(withSeries(first, { ...hundred, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=49' }, facts)).toMatchObject({ ok: true });
  });
});

const JANUARY = Date.parse('2027-01-01T12:00:00Z');
const changed = (
  definition: Opportunity,
  scope: SeriesScope,
  day: string | undefined,
  change: SeriesChange,
  now = JANUARY,
  id = seriesId(),
): Opportunity => {
  const outcome = changeSeries(
    definition,
    { seriesId: id, day, scope, change },
    { zone: CHICAGO, now, splitId: (from, at) => ids.seriesId(from, at) },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.definition;
};
const times = (slots: readonly Slot[]) => slots.filter(({ series }) => series).map(({ startsAt }) => clockOf(startsAt).slice(5));

describe('a change of a series', () => {
  const definition = added(aSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5', startsOn: '2027-03-02' }));

  it('of one date is of that one, which stays a date of its series', () => {
    const after = changed(definition, 'this', '2027-03-16', { from: '08:30' });
    expect(times(after.slots)).toEqual(['03-02T08:00', '03-09T08:00', '03-16T08:30', '03-23T08:00', '03-30T08:00']);
    expect(after.series).toEqual(definition.series);
    expect(after.slots.map(({ slotId: id, series }) => [id, series])).toEqual(
      definition.slots.map(({ slotId: id, series }) => [id, series]),
    );
  });

  it('from a date on makes two series of it', () => {
    const after = changed(definition, 'following', '2027-03-16', { from: '08:30', minutes: 45, capacity: 4 });
    expect(times(after.slots)).toEqual(['03-02T08:00', '03-09T08:00', '03-16T08:30', '03-23T08:30', '03-30T08:30']);
    const [earlier, later] = after.series ?? [];
    expect(earlier).toMatchObject({ seriesId: seriesId(), from: '08:00', rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270315' });
    expect(later).toMatchObject({
      from: '08:30',
      minutes: 45,
      capacity: 4,
      startsOn: '2027-03-16',
      rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330',
    });
    expect(datesOf(after.slots, seriesId()).map(({ series }) => series.day)).toEqual(['2027-03-02', '2027-03-09']);
    expect(datesOf(after.slots, later?.seriesId ?? seriesId(9))).toHaveLength(3);
  });

  it('of all is of those to come', () => {
    const whole = changed(definition, 'all', undefined, { label: { en: 'Maths helper' } });
    expect(whole.series).toHaveLength(1);
    expect(whole.slots.filter(({ label }) => label.en === 'Maths helper')).toHaveLength(5);
    const some = changed(definition, 'all', undefined, { label: { en: 'Maths helper' } }, Date.parse('2027-03-09T14:00:00Z'));
    expect(some.slots.map(({ label }) => label.en)).toEqual([
      'Ring toss 1',
      'Reading helper',
      'Reading helper',
      ...Array(3).fill('Maths helper'),
    ]);
    expect(some.series).toHaveLength(2);
  });

  it('leaves what was changed of a date by itself', () => {
    const own = changed(definition, 'this', '2027-03-23', { from: '10:00', capacity: 9 });
    const after = changed(own, 'all', undefined, { from: '08:30', label: { en: 'Maths helper' } });
    expect(times(after.slots)).toEqual(['03-02T08:30', '03-09T08:30', '03-16T08:30', '03-23T10:00', '03-30T08:30']);
    const moved = after.slots.find(({ series }) => series?.day === '2027-03-23');
    expect(moved).toMatchObject({ label: { en: 'Maths helper' }, capacity: 9 });
    expect(moved && ownFields(moved, after.series?.[0] as Series, CHICAGO)).toEqual(['time', 'capacity']);
  });

  it('calls dates off, and on again', () => {
    const off = changed(definition, 'following', '2027-03-23', { calledOff: true });
    expect(off.slots.map(({ calledOff }) => calledOff === true)).toEqual([false, false, false, false, true, true]);
    const on = changed(off, 'this', '2027-03-30', { calledOff: false }, JANUARY, off.series?.[1]?.seriesId);
    expect(on.slots.map(({ calledOff }) => calledOff === true)).toEqual([false, false, false, false, true, false]);
  });

  it.each([
    ['a date that has begun', 'this', '2027-03-02', '2027-03-02T14:00:00Z', 'series.past'],
    ['a day that is none of its dates', 'following', '2027-03-03', '2027-01-01T12:00:00Z', 'series.no-date'],
    ['a series that is over', 'all', undefined, '2027-04-01T12:00:00Z', 'series.no-date'],
  ] as const)('is refused of %s', (_, scope, day, now, code) => {
    const facts = { zone: CHICAGO, now: Date.parse(now), splitId: () => seriesId(2) };
    const outcome = changeSeries(definition, { seriesId: seriesId(), day, scope, change: { capacity: 1 } }, facts);
    expect(outcome).toMatchObject({ ok: false, fields: [{ code }] });
  });

  it('never loses a slot, never touches what has begun, and gives each date to one series that names it', () => {
    const aChange = fc.record(
      {
        from: fc.constantFrom('07:00', '08:30', '23:45'),
        minutes: fc.integer({ min: 5, max: 600 }),
        capacity: fc.integer({ min: 1, max: 20 }),
        label: fc.constantFrom({ en: 'A' }, { en: 'B' }),
        note: fc.constantFrom(null, { en: 'Bring a book' }),
        calledOff: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const aStep = fc.record({
      at: fc.nat({ max: 200 }),
      later: fc.nat({ max: 40 }),
      scope: fc.constantFrom('this', 'following', 'all'),
      change: aChange,
    });
    const aRule = fc.constantFrom(
      'FREQ=WEEKLY;BYDAY=TU;COUNT=12',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270601',
      'FREQ=MONTHLY;BYDAY=-1FR;COUNT=8',
    );
    fc.assert(
      fc.property(aRule, fc.array(aStep, { maxLength: 12 }), (rule, steps) => {
        let now = JANUARY;
        let state = added(aSeries({ rule, leftOut: [{ day: '2027-02-02' }] }));
        for (const { at, later, scope, change } of steps) {
          now += later * 86_400_000;
          const dates = state.slots.filter(({ series }) => series);
          const meant = dates[at % dates.length]?.series;
          if (!meant) throw new Error('no dates');
          const facts = { zone: CHICAGO, now, splitId: (from: string, day: string) => ids.seriesId(from, day) };
          const outcome = changeSeries(state, { seriesId: meant.seriesId, day: meant.day, scope, change }, facts);
          if (!outcome.ok) continue;
          const after = outcome.definition;
          expect(after.slots.map(({ slotId: id }) => id)).toEqual(state.slots.map(({ slotId: id }) => id));
          for (const [index, slot] of state.slots.entries()) {
            if (hasBegun(slot, now)) expect(after.slots[index]).toEqual(slot);
            expect(after.slots[index]?.series?.day).toBe(slot.series?.day);
          }
          for (const { series } of after.slots) {
            const its = after.series?.find(({ seriesId: id }) => id === series?.seriesId);
            if (series) expect(its && daysOf(its)).toContain(series.day);
          }
          state = after;
        }
        expect(state.slots[0]).toEqual(aShift());
        expect(state.slots).toHaveLength(new Set(state.slots.map(({ slotId: id }) => id)).size);
      }),
    );
  });

  it('keeps slots that are none of its own', () => {
    const other = { ...aShift(7), slotId: slotId(77) };
    const after = changed({ ...definition, slots: [...definition.slots, other] }, 'all', undefined, { capacity: 1 });
    expect(after.slots.at(-1)).toEqual(other);
  });
});
