/** English: the words of mails. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const places = (n: number): string => plural(n, { one: '{n} place', other: '{n} places' });

export const lettersEn = {
  greeting: (name: string) => `Hello ${name},`,
  places,
  confirmation: {
    subject: (title: string) => `You’re signed up: ${title}`,
    preview: (n: number) => plural(n, { one: 'Your place is confirmed.', other: 'Your {n} times are confirmed.' }),
    lead: (title: string, school: string) => `You’re signed up for ${title} at ${school}. Thank you for helping out.`,
    yours: 'Your part',
    notGiven: 'Not given',
    alternatives: 'See what still has room',
    calendar: 'The calendar entry comes with this email.',
  },
  move: {
    subject: (title: string) => `Your new time: ${title}`,
    lead: (title: string, school: string) => `Your sign-up for ${title} at ${school} is moved.`,
    now: 'Your new time',
    before: 'Before',
    calendar: 'The calendar entry comes with this email and replaces the old one.',
  },
  resized: {
    subject: (title: string, n: number) => `Now ${places(n)}: ${title}`,
    lead: (title: string, school: string, before: number, now: number) =>
      `Your sign-up for ${title} at ${school} now has ${places(now)}. Before, it had ${places(before)}.`,
    now: 'Your part',
  },
  cancellation: {
    subject: (title: string) => `Canceled: ${title}`,
    lead: (title: string, school: string) => `Your sign-up for ${title} at ${school} is canceled. Thank you for telling us in time.`,
    was: 'What you gave back',
    again: 'Changed your mind? See if there is still room',
    calendar: 'The entry in your calendar is removed.',
    several: {
      lead: (title: string, school: string) =>
        `These dates of your sign-up for ${title} at ${school} are canceled. Thank you for telling us in time.`,
      calendar: 'Open what comes with this email to remove the dates from your calendar.',
    },
    byStaff: {
      lead: (title: string, school: string) => `${school} canceled your sign-up for ${title}. Questions? Just answer this email.`,
      was: 'What is canceled',
      again: 'See where there is room',
    },
  },
  link: {
    subject: 'Your link to your sign-ups',
    lead: 'Here is the link you asked for. It opens your sign-ups: see them, change them, or cancel.',
    upcoming: (n: number) =>
      plural(n, { zero: 'You have nothing coming up.', one: 'You have {n} thing coming up.', other: 'You have {n} things coming up.' }),
    notYou: 'You didn’t ask for this? Then you can ignore this email. Nothing was changed.',
  },
  manage: 'See, change, or cancel',
  manageHint: 'This link is yours alone. Please don’t pass it on.',
  where: 'Where',
  when: 'When',
  what: 'What',
  until: (when: string) => `You can change or cancel until ${when}.`,
  note: 'Good to know',
  changes: 'Changes',
  reason: 'Why',
  why: (district: string) => `You get this email because your address was used to sign up at ${district}.`,
};
