/** English: reminders of what is to come, and what people choose about their mails. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const inDays = (n: number): string => plural(n, { zero: 'today', one: 'tomorrow', other: 'in {n} days' });
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const remindersEn = {
  letter: {
    /** `what` is the opportunity, when it is one alone. */
    subject: (days: number, day: string, what: string | undefined, n: number) =>
      `${capital(inDays(days))}, ${day}: ${what ?? plural(n, { one: 'your sign-up', other: 'your {n} sign-ups' })}`,
    lead: (days: number, n: number) =>
      plural(n, {
        one: `You signed up for something ${inDays(days)}. Here is what you need to know. Thank you for helping out!`,
        other: `You signed up for {n} things ${inDays(days)}. Here is what you need to know. Thank you for helping out!`,
      }),
    part: (title: string, school: string) => `${title} · ${school}`,
    cannotCome: 'Can’t come? Give your place back, so somebody else can help:',
    manage: 'I can’t come, or something changes',
    ask: 'Who to ask',
  },
};
