/** English: check-in at the door, for staff. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const deskCheckInEn = {
  title: (opportunity: string) => `Check-in: ${opportunity}`,
  open: 'Check in at the door',
  atDoor: 'Check-in and hours',
  roster: 'Who comes',
  days: 'Days',
  otherDays: (n: number) => plural(n, { one: '{n} other day', other: '{n} other days' }),
  noDay: 'Without a day',
  noSlots: 'There are no slots yet.',
  search: 'Find a name',
  searchDo: 'Find',
  everybody: 'Show everybody',
  noneFound: 'No name like this on the list. Add them below, under “Not on the list”.',
  scanned: 'You opened their check-in code.',
  scannedGone: 'The sign-up of this code was canceled or moved. Look for their name in the list.',
  here: (here: number, all: number) => `${here} of ${all} here`,
  places: (places: number) => plural(places, { one: '{n} place', other: '{n} places' }),
  calledOff: 'This is called off: nobody is expected. Whoever helped all the same can be checked in, and their hours count.',
  opens: (when: string) => `Check-in opens ${when}.`,
  checkIn: 'Check in',
  missed: 'Missed',
  undo: 'Undo',
  forName: (act: string, name: string) => `${act}: ${name}`,
  said: { attended: 'Here', missed: 'Missed it', open: '' },
  /** Beside it stands when. */
  saidAt: (said: string, time: string) => `${said}, ${time}`,
  hours: 'Hours',
  minutes: 'Minutes they helped',
  minutesHint: (length: number) =>
    length === 0 ? 'This slot has no length of its own.' : `Leave it empty for the whole slot: ${length} minutes.`,
  minutesDo: 'Save the minutes',
  rest: 'Everybody else missed it',
  restAsk: (people: number) =>
    plural(people, {
      one: '{n} person is not marked. They are noted as missed. Whoever is checked in later, on any phone, was here all the same.',
      other: '{n} people are not marked. They are noted as missed. Whoever is checked in later, on any phone, was here all the same.',
    }),
  restDo: 'Yes, the others missed it',
  restUndo: 'Take back “everybody else missed it”',
  walkIn: 'Not on the list',
  walkInLead: 'Add somebody who just came. They are checked in at once, and get the confirmation by email.',
  walkInDo: 'Add and check in',
  makeRoom: 'If it is full, make room',
  slotOpen: (slot: string, left: number) =>
    `${slot} (${left === 0 ? 'full' : plural(left, { one: '{n} place open', other: '{n} places open' })})`,
  done: {
    markRest: 'Noted. You can still check in whoever comes.',
    addWalkIn: 'Added and checked in.',
  } as Readonly<Record<string, string>>,
  wrongMinutes: 'Enter whole minutes, from 0 to 1,440',
  gone: 'Nothing was changed: this sign-up was canceled or moved meanwhile. You see how it is now.',
  net: {
    given: { one: '{n} minute', other: '{n} minutes' },
    waiting: { one: '{n} mark waiting to be sent', other: '{n} marks waiting to be sent' },
    offline: 'No network. You can go on; keep this page open or come back to it later.',
    signIn: 'You are signed out. Nothing is lost: sign in again, and the marks are sent.',
    signInLink: 'Sign in again',
    foreign: 'Some marks are for a school that is not yours. They are kept: sign in as whoever made them.',
    sent: 'All sent.',
    refused: {
      one: '{n} mark could not be kept: this sign-up was canceled or moved.',
      other: '{n} marks could not be kept: those sign-ups were canceled or moved.',
    },
  },
};
