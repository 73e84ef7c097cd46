/** A school's suggestion box, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const suggestionsEn = {
  title: 'Suggestion box',
  titleOf: (school: string) => `Suggestion box: ${school}`,
  teaser: 'What would make it easier to take part? What should the school do, or stop doing?',
  link: 'Suggest something',
  lead: (school: string) => `Tell ${school} what would make it easier to take part. Staff of the school read every suggestion.`,
  text: 'Your suggestion',
  textHint: 'Please leave out names, of children above all. We don’t ask for yours, so nobody can answer you here.',
  ask: 'You would like an answer? Ask the school:',
  send: 'Put it in the box',
  sending: 'Sending…',
  sentTitle: 'Thank you',
  sent: (school: string) => `Your suggestion is in the box. Staff of ${school} read it.`,
  another: 'Suggest something else',
  back: (school: string) => `Back to ${school}`,
  empty: 'Write what you suggest',
  desk: {
    link: 'Suggestion box',
    toRead: 'Suggestions to read',
    ofSchool: (n: number) => plural(n, { one: '{n} suggestion to read', other: '{n} suggestions to read' }),
    lead: 'What people suggested, without their names. Each is kept for a year.',
    none: 'Nothing is in the box yet. The school’s page has a link to it.',
    open: (n: number) => plural(n, { zero: 'Nothing is open', one: '{n} is open', other: '{n} are open' }),
    sentAt: (when: string) => `Put in on ${when}`,
    settledBy: (who: string, when: string) => `Dealt with by ${who}, ${when}`,
    settle: 'Mark as dealt with',
    reopen: 'Open it again',
    back: 'Opportunities',
  },
};
