/** English: reminders of what is to come, and what people choose about their mails. */
import type { WantedReminders } from '#contracts/resources/mail-preferences.ts';
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
    moved: 'A time was changed since you signed up, and we don’t know yet if it still suits you. One tap on your page says yes.',
    cannotCome: 'Can’t come? Give your place back, so somebody else can help:',
    manage: 'I can’t come, or something changes',
    ask: 'Who to ask',
  },
  /** On the manage page. */
  link: 'Choose which emails you get',
  /** In what can be stopped. */
  fewer: 'Fewer emails, or another language',
  mails: {
    title: 'Your emails',
    back: 'My sign-ups',
    lead: 'Choose which emails you get. This counts for all of your sign-ups, at every school.',
    saved: 'Saved. This counts from the next email on.',
    reminders: 'Reminders before the day',
    wanted: {
      all: ['All of them', 'Usually three days and one day before'],
      last: ['Only the last one', 'Usually the day before'],
      none: ['None', 'The entry in your calendar stays'],
    } as Readonly<Record<WantedReminders, readonly [string, string]>>,
    afterwards: 'After the day',
    thanks: 'Thank me for what I took part in',
    thanksHint: 'Once for a day, with two short questions.',
    language: 'Language of your emails',
    asSignedUp: 'The one I sign up in',
    save: 'Save',
    saving: 'Saving…',
    tooMany: 'Too many emails?',
    stop: 'Only what is necessary',
    stopHint: 'No more reminders, and no thanks. You can have them back here at any time.',
    stopped: 'You get only what is necessary.',
    always: 'What you get in any case',
    necessary: [
      'Confirmations of what you sign up for, change, or cancel',
      'News when something you signed up for changes or is called off',
      'A place that comes free for you while you wait',
      'What the school writes to those who signed up',
      'Your link, when you ask for it',
      'Everything about pledges and gifts of money',
    ] as readonly string[],
    errors: { reminders: 'Choose one of these', language: 'Choose a language from this list' },
  },
};
