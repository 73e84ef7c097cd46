/** Dates of series on holidays: a list that is changed moves none of them, so staff are shown which there are. */
import type { Holiday } from '#contracts/resources/holidays.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { dayAt } from '../days.ts';
import { millis } from '../time.ts';

export interface DateOnHoliday {
  readonly startsAt: string;
  readonly holiday: Holiday;
}

/** Those to come that are not called off, by the school's calendar, soonest first. Pure. */
export function datesOnHolidays(
  { status, slots }: Pick<Opportunity, 'status' | 'slots'>,
  holidays: readonly Holiday[],
  { now, zone }: { readonly now: number; readonly zone: string },
): readonly DateOnHoliday[] {
  if (status === 'archived') return [];
  return slots
    .flatMap(({ series, calledOff, startsAt }) => {
      if (!series || calledOff || startsAt === undefined || millis(startsAt) <= now) return [];
      const holiday = holidayOn(dayAt(millis(startsAt), zone), holidays);
      return holiday ? [{ startsAt, holiday }] : [];
    })
    .sort((one, other) => millis(one.startsAt) - millis(other.startsAt));
}

export const holidayOn = (day: string, holidays: readonly Holiday[]): Holiday | undefined =>
  holidays.find(({ from, to = from }) => from <= day && day <= to);
