/** The waitlist in mails, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const places = (n: number): string => plural(n, { one: '{n} place', other: '{n} places' });

export const waitlistLettersEn = {
  joined: {
    subject: (title: string) => `You’re on the waitlist: ${title}`,
    preview: 'We write to you as soon as a place comes free for you.',
    lead: (title: string, school: string) => `You’re on the waitlist for ${title} at ${school}. You don’t have a place yet.`,
    list: 'On the waitlist',
    stand: 'Where you stand',
    number: (position: number) => `Number ${position} on the list`,
    how: 'When a place comes free, the first on the list gets it, and an email says so. Close to the start we offer it first: you then say yes or no.',
  },
  given: {
    subject: (title: string) => `A place came free: ${title}`,
    lead: (title: string, school: string) =>
      `Good news: a place came free for ${title} at ${school}, and it is yours. You’re off the waitlist and signed up.`,
    yours: 'Your part',
    cannot: 'You can’t come after all? Please cancel with your link, so that the next on the list gets the place.',
  },
  accepted: {
    subject: (title: string) => `You’re signed up: ${title}`,
    lead: (title: string, school: string) => `You took the place that was offered to you. You’re signed up for ${title} at ${school}.`,
  },
  offered: {
    subject: (title: string, n: number) => `${plural(n, { one: 'A place is', other: '{n} places are' })} free for you: ${title}`,
    lead: (title: string, school: string) => `You’re next on the waitlist for ${title} at ${school}. Can you come?`,
    fewer: (n: number, wanted: number) =>
      `You asked for ${places(wanted)}. So far ${plural(n, { one: '{n} is', other: '{n} are' })} free. You can take what there is, or pass and wait for more.`,
    what: 'What is offered to you',
    by: 'Answer by',
    after: 'If we don’t hear from you by then, it goes to the next on the list.',
    answer: 'Say yes or no',
  },
  expired: {
    subject: (title: string) => `Your offer has ended: ${title}`,
    lead: (title: string, school: string) =>
      `We did not hear from you in time, so the place for ${title} at ${school} went to the next on the list. You’re no longer on the waitlist.`,
    again: 'Still want to come? Join the list again',
  },
  waitsOn: {
    subject: (title: string) => `You’re still on the waitlist: ${title}`,
    lead: (title: string, school: string, wanted: number) =>
      `We did not hear from you in time, so what was free for ${title} at ${school} went to those behind you. You’re still in line for ${places(wanted)}.`,
  },
  ended: {
    subject: (title: string) => `No place came free: ${title}`,
    lead: (title: string, school: string) =>
      `The waitlist for ${title} at ${school} has ended, and no place came free for you. We’re sorry. Thank you for wanting to help.`,
    again: 'See where else you can help',
  },
  removed: {
    subject: (title: string) => `You’re off the waitlist: ${title}`,
    lead: (title: string, school: string) => `${school} took you off the waitlist for ${title}. Questions? Just answer this email.`,
    again: 'See where there is room',
  },
  was: 'What you waited for',
};
