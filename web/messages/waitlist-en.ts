/** The waitlist in the form, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const waitlistEn = {
  join: 'Join the waitlist',
  joinFor: (slot: string) => `Join the waitlist: ${slot}`,
  hint: 'If a place comes free, you get it in the order of the list, and an email tells you.',
  waiting: (n: number) => plural(n, { one: '{n} waiting', other: '{n} waiting' }),
  full: 'All places are taken. You can join a waitlist.',
  fullHint: 'Places come free when plans change. Whoever is first on the list gets them first.',
};
