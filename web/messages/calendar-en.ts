/** Calendars to subscribe to, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const calendarEn = {
  /** What calendar programs show. */
  feed: {
    schoolName: (school: string) => `${school}: take part`,
    schoolDescription: (school: string) => `Everything with a date that families can take part in at ${school}. It is kept up to date.`,
    ownName: (district: string) => `My sign-ups · ${district}`,
    ownDescription: (district: string) => `What you signed up for at ${district}. It is kept up to date.`,
    cancelled: (title: string) => `Canceled: ${title}`,
    places: (n: number) => plural(n, { one: '{n} place', other: '{n} places' }),
    signUp: (url: string) => `See what is open and sign up: ${url}`,
    manage: (url: string) => `To change or cancel, use the link in your email, or ask for it here: ${url}`,
    ask: (who: string) => `Questions? ${who}`,
  },
  /** On a school's page. */
  school: {
    title: 'In your calendar',
    lead: (school: string) => `Subscribe, and everything at ${school} shows up in your own calendar.`,
    subscribe: 'Subscribe to this calendar',
    or: 'Or copy this address into Google Calendar or Outlook:',
  },
  /** On the manage page. */
  mine: {
    title: 'In your calendar',
    lead: 'Your calendar can show all your sign-ups and keep them up to date.',
    open: 'Put my sign-ups in my calendar',
  },
  /** The page with a person's own address. */
  own: {
    title: 'Your sign-ups in your calendar',
    back: 'Back to my sign-ups',
    lead: 'Subscribe once. New sign-ups, new times and cancellations then show up by themselves.',
    subscribe: 'Subscribe',
    subscribeHint: 'Opens your calendar on an iPhone, iPad, Mac, or in Outlook for Windows.',
    copy: 'Or copy this address',
    howTo: 'How to use the address',
    steps: [
      [
        'Google Calendar',
        'On a computer, open Google Calendar. Beside “Other calendars” choose +, then “From URL”, and paste the address. It then shows on your phone, too.',
      ],
      ['Outlook', 'Choose “Add calendar”, then “Subscribe from web”, and paste the address.'],
      ['Apple', 'In Calendar choose “New Calendar Subscription”, and paste the address.'],
    ] as readonly (readonly [string, string])[],
    slow: 'Some calendars look for news only once a day. Our emails always tell you first.',
    private: 'This address is yours alone. Whoever has it sees when and where you take part, but can’t change anything.',
    since: (when: string) => `In use since ${when}.`,
    replace: 'Make a new address',
    replaceHint:
      'Did somebody get this address who should not have it? The old one then stops working, and you subscribe again with the new one.',
    end: 'Stop my calendar',
    endHint: 'The address stops working. Your sign-ups stay as they are.',
    none: 'You have no calendar address yet.',
    noneHint: 'Make one, and subscribe with it on your phone or computer.',
    make: 'Make my calendar address',
    ended: 'Your calendar address has stopped working.',
    replaced: 'This is your new address. The old one has stopped working.',
    working: 'One moment …',
  },
};
