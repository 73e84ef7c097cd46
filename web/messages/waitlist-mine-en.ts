/** The waitlist on one's own pages, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const places = (n: number): string => plural(n, { one: '{n} place', other: '{n} places' });

export const waitlistMineEn = {
  title: 'You’re on the waitlist',
  lead: 'Thank you. We write to you as soon as a place comes free for you.',
  list: 'On the waitlist',
  gone: 'No longer on the waitlist',
  position: (position: number, of: number) => `Number ${position} of ${of} on the waitlist`,
  number: (position: number) => `Number ${position} on the waitlist`,
  wanted: (n: number) => `${places(n)} wanted`,
  steps: [
    ['Check your email', 'It tells you where you stand, and has your own link.'],
    ['A place comes free', 'The first on the list gets it. Close to the start we offer it first, and you say yes or no.'],
    ['Plans change?', 'Use the link in the email to leave the list, or to ask for more or fewer places.'],
  ] as readonly (readonly [string, string])[],
  state: 'Waitlist',
  stateOffered: 'Offered to you',
  how: 'We write to you as soon as a place comes free for you. Nobody who came after you is served before you.',
  offer: (n: number) => plural(n, { one: 'A place is free for you', other: '{n} places are free for you' }),
  offerFewer: (n: number, wanted: number) => `${places(n)} free for you. You asked for ${wanted}.`,
  answerBy: (when: string) => `Please answer by ${when}. After that it goes to the next on the list.`,
  accept: (n: number) => plural(n, { one: 'Take the place', other: 'Take the {n} places' }),
  pass: 'Pass',
  passHint: 'If you pass, you leave this waitlist.',
  passFewerHint: (n: number) => `If you pass, you stay in line for more. ${places(n)} will then go to those behind you.`,
  change: 'Ask for more or fewer places',
  changeHint: 'With fewer places you keep your number. With more you go to the end of the list.',
  leave: 'Leave the waitlist',
  leaveAsk: 'Do you want to leave this waitlist? If you join again, you start at its end.',
  leaveYes: 'Yes, leave it',
  leaveKeep: 'To stay, just close this.',
  noticeAccepted: (title: string) => `It’s yours: ${title}. An email with your calendar entry is on its way.`,
  noticePassed: (title: string) => `You passed: ${title}. Thank you for telling us.`,
  noticeLeft: (title: string) => `Done: ${title}. You hold no place there and wait for none.`,
  noticeWanted: (title: string, n: number) => `Changed: ${title}, you now wait for ${places(n)}.`,
};
