/** Volunteering at a glance, for the schools that the reader may look into: read from sums, whose number does not grow with sign-ups. */
import { Temporal } from 'temporal-polyfill';
import type { District } from '#contracts/district.ts';
import { type DayFigures, type MonthFigures, SCHOOL_YEAR_STARTS, valueOfMinutes } from '#contracts/resources/figures.ts';
import type { School } from '#contracts/resources/school.ts';
import type { SchoolHours, SlotGap, SlotWaitlist, VolunteeringDashboard } from '#contracts/resources/volunteering-dashboard.ts';
import type { SchoolId } from '#contracts/values.ts';
import { dayAt } from '../days.ts';
import type { Clock } from '../ports.ts';
import { DAY, iso, millis } from '../time.ts';
import { addMonths, monthOf, NO_MONTH } from './figures.ts';
import type { Figures } from './figures-ports.ts';
import type { Opportunities, OpportunitySummary } from './ports.ts';
import { placesLeft, slotState } from './slot-state.ts';

export interface DashboardPorts {
  readonly figures: Figures;
  readonly opportunities: Pick<Opportunities, 'ofSchool'>;
  readonly clock: Clock;
  readonly district: Pick<District, 'zone'>;
}

/** Days of the heat map, and of gaps. */
const AHEAD_DAYS = 28;
const GAP_DAYS = 7;
const MONTHS = 12;
/** What a page can show; the number of all is said beside it. */
const SHOWN = 30;

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** `seen`: what the reader may look into; `everything`: that those are all there are. */
export const volunteeringDashboard =
  ({ figures, opportunities, clock, district }: DashboardPorts) =>
  async (seen: readonly School[], everything: boolean, chosen?: SchoolId): Promise<VolunteeringDashboard> => {
    const schools = chosen === undefined ? seen : seen.filter(({ schoolId }) => schoolId === chosen);
    const now = clock.now();
    const today = dayAt(now, district.zone);
    const until = later(today, AHEAD_DAYS - 1);
    const year = schoolYearOf(today);
    const firstMonth = monthOf(
      Temporal.PlainDate.from(today)
        .subtract({ months: MONTHS - 1 })
        .toString(),
    );
    const lastMonth = monthOf(today);
    const { generation } = await figures.state();
    const from = year.from < today ? year.from : today;
    const to = year.to > until ? year.to : until;
    const [days, offered, months] = await Promise.all([
      Promise.all(schools.map(({ schoolId }) => figures.days(generation, schoolId, from, to))),
      Promise.all(schools.map(async (school) => slotsOf(school, await opportunities.ofSchool(school.schoolId, iso(now)), now))),
      everything && chosen === undefined
        ? figures.months(generation, 'district', firstMonth, lastMonth).then((one) => [one])
        : Promise.all(schools.map(({ schoolId }) => figures.months(generation, schoolId, firstMonth, lastMonth))),
    ]);
    const perSchool = schools.map(({ schoolId, name }, index) => ({
      schoolId,
      name,
      days: days[index] ?? [],
      gaps: offered[index]?.gaps.length ?? 0,
    }));
    const allGaps = offered.flatMap(({ gaps }) => gaps).sort(fewestFirst);
    const allWaitlists = offered.flatMap(({ waitlists }) => waitlists).sort(soonestFirst);
    return {
      schools: seen.map(({ schoolId, name }) => ({ schoolId, name })),
      ...(chosen !== undefined && { chosen }),
      today,
      days: Array.from({ length: AHEAD_DAYS }, (_, index) => later(today, index)),
      fill: perSchool.map((one) => ({ ...one, days: one.days.filter(({ day }) => day >= today && day <= until) })),
      gaps: allGaps.slice(0, SHOWN),
      gapsInAll: allGaps.length,
      waitlists: allWaitlists.slice(0, SHOWN),
      waitlistsInAll: allWaitlists.length,
      peopleWaiting: allWaitlists.reduce((sum, { waiting }) => sum + waiting, 0),
      months: monthsBetween(firstMonth, lastMonth).map((month) => togetherIn(month, months.flat())),
      countedBySchool: !everything && chosen === undefined && schools.length > 1,
      year: { ...year, ...hoursOf(days.flat(), year, today) },
      hours: perSchool.map(({ schoolId, name, days: own }): SchoolHours => ({ schoolId, name, ...hoursOf(own, year, today) })),
      asOf: iso(now),
    };
  };

/** From the first of August to the last of July. */
export function schoolYearOf(today: string): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < SCHOOL_YEAR_STARTS ? 1 : 0);
  return { from: `${year}-${SCHOOL_YEAR_STARTS}`, to: later(`${year + 1}-${SCHOOL_YEAR_STARTS}`, -1) };
}

/** Given when the day is over; what is promised for today and later is still to come. */
function hoursOf(days: readonly DayFigures[], year: { readonly from: string; readonly to: string }, today: string) {
  const inYear = days.filter(({ day }) => day >= year.from && day <= year.to);
  const total = (part: readonly DayFigures[], of: 'minutes' | 'taken' | 'seen' | 'missed'): number =>
    part.reduce((sum, one) => sum + one[of], 0);
  const over = inYear.filter(({ day }) => day < today);
  const ahead = inYear.filter(({ day }) => day >= today);
  const minutesGiven = total(over, 'minutes');
  return {
    minutesGiven,
    placesGiven: total(over, 'taken') - total(over, 'missed'),
    placesSeen: total(over, 'seen'),
    placesMissed: total(over, 'missed'),
    minutesAhead: total(ahead, 'minutes'),
    placesAhead: total(ahead, 'taken'),
    valueCents: valueOfMinutes(minutesGiven),
  };
}

/** Of the slots that are not over: those of the next days that can be taken now and are not full, and those in which somebody waits. */
function slotsOf({ schoolId, name, zone }: School, summaries: readonly OpportunitySummary[], now: number) {
  const gaps: SlotGap[] = [];
  const waitlists: SlotWaitlist[] = [];
  for (const { opportunity, figures } of summaries) {
    for (const figure of figures) {
      const { slotId, startsAt, endsAt, capacity, taken, held, waiting } = figure;
      const label = opportunity.slots.find((slot) => slot.slotId === slotId)?.label;
      if (label === undefined) continue;
      const { opportunityId, title } = opportunity;
      const ends = endsAt !== undefined && { endsAt };
      const slot = { schoolId, schoolName: name, zone, opportunityId, title, slotId, label, ...ends, capacity, taken };
      const state = slotState(figure, now);
      if (startsAt !== undefined && state === 'open' && millis(startsAt) < now + GAP_DAYS * DAY)
        gaps.push({ ...slot, startsAt, placesLeft: placesLeft(figure) });
      if (waiting > 0 && state !== 'started')
        waitlists.push({ ...slot, ...(startsAt !== undefined && { startsAt }), waiting, offered: held });
    }
  }
  return { gaps, waitlists };
}

/** The least filled first, then the soonest. */
const fewestFirst = (a: SlotGap, b: SlotGap): number => a.taken / a.capacity - b.taken / b.capacity || (a.startsAt < b.startsAt ? -1 : 1);

/** What has no time of its own comes last. */
const soonestFirst = (a: SlotWaitlist, b: SlotWaitlist): number => ((a.startsAt ?? '9') < (b.startsAt ?? '9') ? -1 : 1);

const monthsBetween = (from: string, to: string): readonly string[] => {
  const months = [from];
  for (let month = from; month < to; ) {
    month = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
    months.push(month);
  }
  return months;
};

const togetherIn = (month: string, all: readonly MonthFigures[]): MonthFigures => ({
  month,
  ...all.filter((one) => one.month === month).reduce((sum, { month: _month, ...one }) => addMonths(sum, one), NO_MONTH),
});
