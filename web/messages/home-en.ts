/** The home page and its filters, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const homeEn = {
  home: {
    title: 'Help at school, when you can',
    hero: 'Help at school, when you can.',
    find: 'Find what fits me',
    openPlaces: (n: number) => plural(n, { one: '{n} open place', other: '{n} open places' }),
    heroFigures: (places: string, schools: number) => `${places} at ${plural(schools, { one: '{n} school', other: '{n} schools' })}`,
    week: 'Needs help this week',
    weekHint: 'These start soon and still have room.',
    all: 'Everything you can take part in',
    schools: 'Schools',
    results: (n: number) => plural(n, { one: '{n} result', other: '{n} results' }),
    none: 'Nothing fits right now',
    noneHint: 'Try fewer filters. New dates are added all the time.',
    noneYet: 'Nothing is planned right now',
    noneYetHint: 'Please look in again soon. New dates are added all the time.',
    seeSchool: (n: number) => plural(n, { zero: 'Nothing right now', one: '{n} way to help', other: '{n} ways to help' }),
    steps: [
      ['Choose a time', 'An hour in the evening, a Saturday, something from home: small help counts.'],
      ['Leave your name and email', 'No account and no password. It takes about a minute.'],
      ['Put it in your calendar', 'You get an email with a calendar entry and a link to change or cancel.'],
    ] as readonly (readonly [string, string])[],
    stepsTitle: 'How it works',
  },
  filters: {
    title: 'What fits you?',
    evening: 'Evenings',
    weekend: 'Weekends',
    fromHome: 'From home',
    short: '90 minutes or less',
    school: 'School',
    allSchools: 'All schools',
    kind: 'What kind',
    allKinds: 'Anything',
    language: 'I speak',
    anyLanguage: 'Any language',
    show: 'Show',
    clear: 'Clear filters',
  },
};
