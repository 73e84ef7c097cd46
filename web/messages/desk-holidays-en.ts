/** English: the district's holidays at the desk. */

const errors: Record<string, string> = {
  name: 'Enter a name',
  from: 'Enter the first day',
  to: 'Enter a day, or leave it empty for one day',
  'holiday.ends-before': 'Enter a last day that is not before the first',
  'holiday.too-long': 'A holiday is 120 days at most. Look at the year',
  'holiday.twice': 'These days are in the list already. Remove one of the two',
  'holidays.too-many': 'List 100 holidays at most. Remove some that are over',
  'text.too-long': 'Use fewer letters: this is too long',
  other: 'Look at this again',
};

export const deskHolidaysEn = {
  title: 'Holidays',
  ofDistrict: 'Holidays of the district',
  lead: 'Days on which all schools of the district are closed. They are ready to leave out for whoever repeats a slot.',
  kept: 'Series that are there keep their dates: call off single ones on the page of the opportunity.',
  empty: 'No holidays yet. Add those of the school year, so that nobody has to type them for each series.',
  emptyToRead: 'No holidays yet. A district admin adds them.',
  saved: 'Saved.',
  number: (number: number) => `Holiday ${number}`,
  name: 'Name',
  from: 'First day',
  to: 'Last day, if there are more',
  add: 'Add holidays',
  remove: 'Remove',
  of: (act: string, what: string) => `${act}: ${what}`,
  save: 'Save',
  past: (count: number) => (count === 1 ? '1 that is over' : `${count} that are over`),
  history: 'History',
  look: 'Show dates of series on these days',
  dates: 'Dates of series on these days',
  datesHint: 'They take place until somebody calls them off.',
  noDates: 'No series has a date on one of these days.',
  more: (count: number) => `and ${count} more`,
  errors,
};

export type DeskHolidaysMessages = typeof deskHolidaysEn;
