/** English: how volunteering stands. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const deskFiguresEn = {
  start: {
    wall: 'Wall screen',
    waiting: 'Pledges wait for you',
    overdue: 'Pledges are overdue',
    attention: 'What needs you',
    quiet: 'Nothing needs you right now.',
    raised: 'Raised in campaigns',
    ofGoal: (goal: string) => `of ${goal}`,
    schools: 'School by school',
    school: 'School',
    filled: 'Filled, next 14 days',
    gaps: 'Need help this week',
    campaigns: 'Raised of the goals',
    none: '–',
    district: 'The district',
  },
  title: 'Volunteering',
  schools: 'Schools',
  all: 'All schools',
  wall: 'Wall screen',
  leaveWall: 'Leave the wall screen',
  none: 'You have no school yet. Ask a district admin to add your schools.',
  tiles: {
    gaps: 'Need help this week',
    gapsNote: (places: number) => plural(places, { one: '{n} place is open', other: '{n} places are open' }),
    filled: 'Filled in the next 14 days',
    filledNote: (taken: number, capacity: number) => `${taken} of ${capacity} places`,
    hours: 'Hours given this school year',
    hoursNote: (hours: string) => `${hours} more promised`,
    value: 'What they are worth',
    people: 'People who help this month',
    peopleNote: (n: number) => plural(n, { one: '{n} of them is new', other: '{n} of them are new' }),
  },
  heat: {
    title: 'How full the days are',
    label: (taken: number, capacity: number) => `In the next four weeks ${taken} of ${capacity} places are taken.`,
    legend: 'Each field is a day: the share of places taken. The darker, the more people are still missing.',
    empty: 'Nothing is planned for the next four weeks.',
    percent: (n: number) => `${n} %`,
    cell: (taken: number, capacity: number) => `${taken} of ${capacity}`,
    day: 'Day',
  },
  gaps: {
    title: 'These need help in the next seven days',
    empty: 'Everything in the next seven days is full, or nothing is planned.',
    places: (n: number) => plural(n, { one: '{n} place open', other: '{n} places open' }),
    taken: (taken: number, capacity: number) => `${taken} of ${capacity} taken`,
    more: (n: number) => plural(n, { one: 'And {n} more.', other: 'And {n} more.' }),
  },
  people: {
    title: 'People who help, by month',
    label: (fresh: number, returning: number) => `This month ${fresh} people are new and ${returning} have helped before.`,
    fresh: 'New',
    returning: 'Have helped before',
    month: 'Month',
    signUps: 'Sign-ups',
    cancelled: 'Cancelled',
    bySchool: 'Who helps at two schools is counted at both.',
    how: 'A person is new in the first month in which they have a place anywhere in the district.',
  },
  hours: {
    title: (from: string, to: string) => `School year ${from}–${to}`,
    school: 'School',
    places: 'Places filled',
    given: 'Hours given',
    ahead: 'Hours promised',
    value: 'Value',
    together: 'Together',
    note: (worth: string, year: number) =>
      `Hours count once their day is over: places taken times the length of the slot. An hour is worth ${worth}, the estimate for ${year} by`,
    source: 'Independent Sector',
  },
  figures: {
    title: 'Figures',
    rebuild: 'Count everything anew',
    hint: 'Counts all slots again from the sign-ups themselves. These figures stay until the new ones are ready.',
    making: (moment: string) => `New figures have been in the making since ${moment}.`,
    made: (moment: string) => `Counted anew on ${moment}.`,
    done: 'We are counting everything anew. This can take some minutes.',
  },
};

export type DeskFiguresMessages = typeof deskFiguresEn;
