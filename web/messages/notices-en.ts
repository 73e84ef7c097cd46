/** English: the mail that tells what staff changed, and what the desk shows of it before and after. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const people = (n: number): string => plural(n, { one: '1 person', other: '{n} people' });

export const noticesEn = {
  subject: {
    off: (title: string) => `Called off: ${title}`,
    on: (title: string) => `Takes place after all: ${title}`,
    time: (title: string) => `New time: ${title}`,
    place: (title: string) => `New place: ${title}`,
    several: (title: string) => `Something has changed: ${title}`,
  },
  lead: (title: string, school: string) => `Something has changed in ${title} at ${school}, which you signed up for.`,
  leadOff: (title: string, school: string) => `What you signed up for in ${title} at ${school} is called off.`,
  said: (school: string) => `A word from ${school}:`,
  yours: 'What you signed up for',
  newTime: 'New time',
  newPlace: 'New place',
  before: 'Before',
  state: 'Now',
  off: 'Called off: it does not take place',
  on: 'It takes place after all',
  waits: (places: string) => `${places}, still in line`,
  calendar: 'The calendar entry that comes with this email replaces the one you have.',
  calendarOff: 'The entry in your calendar is removed.',
  end: 'If this no longer suits you, please change or cancel, so that somebody else can help.',
  ask: 'The time moved by more than an hour, so we ask you once more: does it still suit you? One tap on your page says yes. There you can also cancel or choose another time. Your place stays yours until you give it back, even if you don’t answer.',
  answer: 'Say if it still suits you',
  endOff: 'You need not do anything. Thank you for wanting to help.',
  desk: {
    title: 'People signed up for what you are changing',
    lead: 'Nothing is saved yet. When you save, each of them gets one email that says what changed, and the entry in their calendar changes, too. Nobody loses a place.',
    leadUntold: 'Nothing is saved yet. Nobody loses a place, and nobody is written to.',
    people: (have: number, places: number) => `${people(have)}, ${plural(places, { one: '1 place', other: '{n} places' })}`,
    waiting: (n: number) => `${n} in line`,
    concerns: { off: 'called off', on: 'takes place after all', time: 'other time', place: 'other place', over: 'more taken than places' },
    over: 'Nobody is written to because there are more helpers than places. You can write to them yourself.',
    words: 'Add a word from you',
    wordsHint: 'Why it changed, or what to bring. Nothing is fine, too: what changed is said already.',
    save: (n: number) => `Save and tell ${people(n)}`,
    saveUntold: 'Save',
    look: 'Look at the email again',
    back: 'Back to change it',
    saving: 'Saving…',
    mail: (language: string) => `The email in ${language}`,
    mailHint: 'Each person reads only of what they signed up for.',
    told: 'Those it concerns are being told.',
    far: 'See how far it is',
    sentOn: 'As it was when it was saved. Each person was told of their own slots.',
    gone: (n: number) => `${people(n)} had nothing to be told any more, or nothing is kept of them.`,
    errors: {
      words: 'Write something, or leave it empty',
      'text.too-long': 'Use fewer letters: this is too long',
      'text.control-characters': 'Type this again: it has hidden characters in it that we cannot use',
    } as Record<string, string>,
  },
};
