/**
 * The days that a rule names. Days have no zone and no clocks, so what the clocks do between them can't move one.
 *
 * Only the desk imports this file: the library of rules stays out of what parents use.
 */
import ICAL from 'ical.js';
import { MOST_DATES, type Series } from '#contracts/resources/series.ts';
import { Day } from '#contracts/values.ts';

/** In their order, one more than a series may have at most. */
export function daysOf({ rule, startsOn }: Pick<Series, 'rule' | 'startsOn'>): readonly Day[] {
  const days: Day[] = [];
  const start = ICAL.Time.fromDateString(startsOn);
  // weeks of the rule begin on Monday, which is also what a calendar file says that has no WKST (RFC 5545 §3.3.10)
  const next = ICAL.Recur.fromString(rule).iterator(start);
  for (let day = next.next(); day && days.length <= MOST_DATES; day = next.next()) days.push(Day.parse(day.toString()));
  return days;
}

/** The same rule with another end: `until` is the last day it may name. Pure. */
export const ruleUntil = (rule: string, until: Day): string => rule.replace(/;(?:UNTIL|COUNT)=\d+$/, `;UNTIL=${until.replaceAll('-', '')}`);
