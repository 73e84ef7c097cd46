/** English: what staff write to those who signed up, at the desk and as a mail. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const people = (n: number): string => plural(n, { one: '1 person', other: '{n} people' });
/** By the last part of the field it is about, or by code where that says more. */
const errors: Record<string, string> = {
  slotIds: 'Choose whom to write to: at least one slot',
  'slots.nobody': 'Nobody who can be written to has places there. Choose other slots',
  subject: 'Enter a subject',
  body: 'Write the message',
  'text.too-long': 'Use fewer letters: this is too long',
  'text.control-characters': 'Type this again: it has hidden characters in it that we cannot use',
};

export const deskMessagesEn = {
  title: (opportunity: string) => `Messages: ${opportunity}`,
  lead: 'What those who signed up were told: what you wrote to them, and what went out by itself because something changed.',
  back: 'To the opportunity',
  roster: 'Who comes',
  write: 'Write to everyone',
  writeSlot: 'Write to them',
  none: 'Nothing was written yet.',
  nobody: 'Nobody has signed up yet, so there is nobody to write to. Once people have places, you can write to all of them at once here.',
  subject: 'Subject',
  when: 'Sent',
  by: 'By',
  to: 'To',
  state: 'Mails',
  allSlots: 'All slots',
  people,
  got: (got: number, of: number) => `Sent to ${got} of ${of}`,
  gone: (n: number) => `${people(n)} had given up their places before the mail went out, or nothing is kept of them.`,
  withheld: (n: number) => `${people(n)} did not get it: their address takes no mail. Please call them.`,
  failed: (n: number) => `It has not worked yet for ${people(n)}. It is tried again by itself.`,
  over: 'Everyone was written to.',
  underWay: 'The mails are on their way.',
  sentBy: (who: string, when: string) => `By ${who}, ${when}`,
  all: 'All messages',
  new: {
    title: (opportunity: string) => `Write to those who signed up: ${opportunity}`,
    lead: 'Each person gets one mail, however many slots they have, with their slots and their own link in it. Answers go to who to ask.',
    whom: 'Whom to write to',
    slot: (label: string, when: string, n: number) => `${label}, ${when}: ${n === 0 ? 'nobody' : people(n)}`,
    text: 'What to say',
    languages: 'Write in one language or in more. People get theirs where it is there, else another.',
    bodyHint: 'An empty line begins a paragraph. Addresses that begin with https:// become links. It begins with their name by itself.',
    body: 'Message',
    preview: 'Look at it first',
    cancel: 'Back without sending',
    used: 'A message was sent from this form already. Look at what was sent before you send another.',
  },
  preview: {
    title: (opportunity: string) => `Before it is sent: ${opportunity}`,
    lead: 'Nothing is sent yet.',
    who: (n: number) => `It goes to ${people(n)}`,
    names: 'Their names',
    unknown: (n: number) => `${people(n)} can’t be written to: their details are no longer kept.`,
    withoutMail: (n: number) => `${people(n)} won’t get it, because their address takes no mail. Please tell them another way:`,
    slots: 'For',
    readers: (language: string, n: number) => `In ${language}: ${people(n)}`,
    mail: (language: string) => `The mail in ${language}`,
    notRead: 'None of them reads this language now, so nobody gets this one.',
    asReadBy: (name: string) => `As ${name} will read it`,
    send: (n: number) => `Send to ${people(n)}`,
    sending: 'Sending…',
    change: 'Change it',
  },
  errors,
  letter: {
    lead: (school: string, title: string) => `A message from ${school} to those who signed up for ${title}:`,
    yours: 'You signed up for',
  },
};
