/** What recurs, on the pages and in the mails of parents, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS: Readonly<Record<string, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' };
const weekday = (n: number): string => WEEKDAYS[n] ?? '';

export const seriesEn = {
  /** `days`: from 0 for Monday. */
  weekly: (days: readonly number[], every: number) => {
    const names = new Intl.ListFormat('en-US').format(days.map(weekday));
    return every === 1 ? `Every ${names}` : every === 2 ? `Every other week, on ${names}` : `Every ${every} weeks, on ${names}`;
  },
  /** `which`: 1 to 4, or -1 for the last. */
  monthly: (which: number, day: number, every: number) =>
    every === 1
      ? `The ${ORDINALS[which]} ${weekday(day)} of each month`
      : `Every ${every} months, on the ${ORDINALS[which]} ${weekday(day)}`,
  dates: (n: number) => plural(n, { one: '{n} date', other: '{n} dates' }),
  until: (day: string) => `until ${day}`,
  span: (first: string, last: string) => `${first} to ${last}`,
  notOn: (days: string) => `Not on ${days}.`,
  moreDays: (n: number) => plural(n, { one: '{n} more day', other: '{n} more days' }),
  whole: 'The whole series',
  takes: (n: number) => plural(n, { one: 'Takes the {n} date that has room.', other: 'Takes all {n} dates that have room.' }),
  takesAll: (n: number) => plural(n, { one: 'Takes the one date.', other: 'Takes all {n} dates.' }),
  fullOn: (n: number) =>
    plural(n, {
      one: '{n} date is full: you can join its waitlist below.',
      other: '{n} dates are full: you can join their waitlists below.',
    }),
  orSome: 'Or tick single dates:',
  placesEach: 'Places on each date',
  moreDates: (n: number, last: string) => plural(n, { one: 'One more date', other: `{n} more dates, until ${last}` }),
  allDates: (n: number) => plural(n, { one: 'Show the date', other: 'Show all {n} dates' }),
  next: (when: string) => `Next: ${when}`,
  oneByOne: (n: number) => plural(n, { one: 'See the date', other: 'See each of the {n} dates' }),
  cancelSome: 'Cancel some dates',
  cancelAsk: 'Which dates do you want to give back? Someone else can take them then.',
  cancelAll: (n: number) => plural(n, { one: 'The one date', other: 'All {n} dates' }),
  cancelYes: 'Yes, cancel the ticked dates',
  cancelNone: 'Please tick the dates that you want to cancel. Nothing was canceled.',
  noticeCancelled: (title: string) => `Canceled: the dates you ticked of ${title}. Thank you for letting us know. An email confirms it.`,
  each: (places: string) => `${places} each`,
};
