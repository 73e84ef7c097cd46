/** English: a person's yearly statement of hours. */
export const hoursEn = {
  link: 'Statement of your hours',
  title: 'Your hours',
  back: 'Your sign-ups',
  lead: 'A statement of the hours you gave, for one year. Many employers ask for one in their volunteer programs.',
  years: 'Choose a year',
  schoolYear: (first: string, last: string) => `School year ${first}–${last}`,
  none: 'No hours yet',
  noneHint: 'When the school has checked you in, your hours are here.',
  uncounted: 'Not counted',
  uncountedHint: 'Nobody checked you in for these, or no time was noted. If you helped, ask the school to note your hours.',
  kept: (days: number) => `We keep sign-ups for ${days} days. Save a statement you may need later.`,
  statement: {
    heading: 'Statement of volunteer hours',
    person: 'Volunteer',
    from: 'From',
    until: 'To',
    given: 'Time given',
    both: (spent: string, hours: string) => `${spent} (${hours} h)`,
    day: 'Day',
    opportunity: 'Opportunity',
    time: 'Time',
    /** `2 h 35 min` */
    short: (total: number) => {
      const [hours, minutes] = [Math.floor(total / 60), total % 60];
      return [...(hours > 0 ? [`${hours} h`] : []), ...(minutes > 0 ? [`${minutes} min`] : [])].join(' ');
    },
    counted: 'This counts only the time that the school confirmed. Sign-ups without a check-in are left out.',
    closing: 'From our check-in records,',
  },
};
