/** The desk's pages of one person in an opportunity, in every state they can be in. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { aChoice, anItem, anOpportunity, aShift, personId, questionId, signUpId, slotId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';
import { FORM_KEY } from './district.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: ['overview', 'opportunities'] } as const;
const opportunity = anOpportunity({
  title: { en: 'Carnival <b>', es: 'Feria <b>' },
  slots: [aShift(1, { label: { en: 'Ring <toss>' } }), anItem(2), aShift(3)],
  questions: [aChoice(), { kind: 'text', questionId: questionId(2), text: { en: 'Anything <else>?' }, required: true }],
  limitPerPerson: 2,
});
const [ring, juice, third] = opportunity.slots;
if (!ring || !juice || !third) throw new Error('three slots');
const slots = [
  { slot: ring, placesLeft: 1 },
  { slot: third, placesLeft: 0 },
  { slot: juice, placesLeft: 4 },
];
const entry = (n: number, what: StaffHistoryEntry['what'], changes: StaffHistoryEntry['changes']): StaffHistoryEntry => ({
  at: `2027-03-01T12:00:0${n}.000Z`,
  by: 'luis@riverbend.example',
  what,
  about: signUpId(1),
  ref: String(n),
  changes,
});
const model: desk.DeskPersonModel = {
  reader,
  opportunity,
  zone: 'America/Chicago',
  person: {
    personId: personId(1),
    person: { name: 'Ana "<i>" Gómez', email: "ana+o'b@example.org", phone: '217-555-0134' },
    language: 'es',
    places: 3,
    signUps: [
      {
        signUpId: signUpId(1),
        slot: ring,
        places: 2,
        isHeld: true,
        isKept: true,
        note: 'Brings <her> own table\nand chairs',
        answers: [{ questionId: questionId(1), answer: 's' }],
        signedUpAt: '2027-02-20T12:00:00Z',
        addedBy: 'luis@riverbend.example',
        seen: { attendance: 'attended', seenAt: '2027-03-05T23:02:00.000Z', minutes: 90 },
      },
      { signUpId: signUpId(2), slot: juice, places: 1, isHeld: true, isKept: false, answers: [] },
      { signUpId: signUpId(3), slot: third, places: 1, isHeld: false, isKept: true, note: 'Called <off>', answers: [] },
    ],
  },
  slots,
  history: [
    entry(1, 'sign-up.added', [
      { field: 'slotId', after: slotId(3) },
      { field: 'places', after: 1 },
    ]),
    entry(2, 'sign-up.moved', [{ field: 'slotId', before: slotId(9), after: slotId(1) }]),
    entry(3, 'sign-up.resized', [{ field: 'places', before: 1, after: 2 }]),
    entry(4, 'sign-up.noted', [{ field: 'note' }]),
    entry(4, 'sign-up.time-confirmed', [{ field: 'startsAt', after: '2027-03-05T23:00:00.000Z' }]),
    entry(6, 'sign-up.attended', [{ field: 'minutes', after: 90 }]),
    entry(5, 'sign-up.cancelled', [{ field: 'places', before: 1 }]),
    entry(6, 'sign-up.waitlisted', [
      { field: 'slotId', after: slotId(1) },
      { field: 'places', after: 2 },
    ]),
    entry(7, 'sign-up.promoted', [{ field: 'places', after: 2 }]),
    entry(8, 'sign-up.unlisted', [{ field: 'places', before: 2 }]),
  ],
  may: { manage: true, edit: true },
};
const waiter: desk.DeskPersonModel['person'] = {
  ...model.person,
  places: 0,
  signUps: [
    {
      signUpId: signUpId(1),
      slot: ring,
      places: 2,
      isHeld: false,
      isKept: true,
      waiting: { position: 3, of: 4, offer: { places: 1, until: '2027-03-02T12:00:00Z' } },
      answers: [],
      signedUpAt: '2027-02-20T12:00:00Z',
    },
    { signUpId: signUpId(2), slot: third, places: 1, isHeld: false, isKept: true, waiting: { position: 1, of: 1 }, answers: [] },
  ],
};
const posted = (
  operationId: string,
  values: Readonly<Record<string, string>>,
  pointer?: string,
): NonNullable<desk.DeskPersonModel['posted']> => ({
  operationId,
  signUpId: signUpId(1),
  values: new URLSearchParams(values),
  errors: pointer === undefined ? [] : [{ pointer, code: 'field.invalid', detail: '' }],
});
const values = {
  slotId: slotId(1),
  places: '1',
  name: '',
  email: '',
  phone: '',
  language: 'en',
  answers: {},
  note: '',
  waitlist: false,
};
const adding: desk.DeskAddPersonModel = {
  reader,
  opportunity,
  zone: 'America/Chicago',
  slots,
  mayEdit: true,
  formKey: FORM_KEY,
  values,
  errors: [],
};
const typed = { ...values, name: ' ', email: 'ana@', phone: 'call <me>', answers: { [questionId(2)]: '<yes>' }, note: 'x'.repeat(501) };
const wrong = (pointer: string, code = 'field.missing') => ({ pointer, code, detail: '' });

type Render = (context: PageContext) => string;

export const DESK_PEOPLE: Readonly<Record<string, Render>> = {
  'desk, person': (c) => desk.deskPersonPage(c, model),
  'desk, person, moved times': (c) =>
    desk.deskPersonPage(c, {
      ...model,
      done: 'confirmPerson',
      person: {
        ...model.person,
        signUps: [
          {
            signUpId: signUpId(1),
            slot: ring,
            places: 2,
            isHeld: true,
            isKept: true,
            answers: [],
            timeBefore: { startsAt: '2027-03-05T20:00:00.000Z', endsAt: '2027-03-05T22:00:00.000Z' },
          },
          { signUpId: signUpId(2), slot: third, places: 1, isHeld: true, isKept: true, answers: [], timeBefore: {} },
          { signUpId: signUpId(3), slot: { ...juice, calledOff: true }, places: 1, isHeld: true, isKept: true, answers: [] },
        ],
      },
    }),
  'desk, person added just now': (c) => desk.deskPersonPage(c, { ...model, done: 'addPerson' }),
  'desk, person to look at': (c) => desk.deskPersonPage(c, { ...model, may: { manage: false, edit: false }, history: [] }),
  'desk, person who gave all back': (c) =>
    desk.deskPersonPage(c, { ...model, person: { ...model.person, places: 0, signUps: model.person.signUps.slice(2) } }),
  'desk, person who waits, with an offer': (c) => desk.deskPersonPage(c, { ...model, person: waiter, done: 'addPerson' }),
  'desk, person who waits, no room': (c) =>
    desk.deskPersonPage(c, { ...model, person: waiter, problem: 'slot.not-enough-places', posted: posted('promotePerson', {}) }),
  'desk, person nobody knows any more': (c) =>
    desk.deskPersonPage(c, { ...model, person: { personId: personId(1), places: 1, signUps: model.person.signUps.slice(1, 2) } }),
  'desk, person, too many places': (c) =>
    desk.deskPersonPage(c, { ...model, problem: 'slot.not-enough-places', posted: posted('resizePerson', { 'places.0': '9' }) }),
  'desk, person, places wrong': (c) =>
    desk.deskPersonPage(c, { ...model, problem: 'request.invalid', posted: posted('resizePerson', { 'places.0': '<9>' }, '/places') }),
  'desk, person, moved to a full slot': (c) =>
    desk.deskPersonPage(c, { ...model, problem: 'slot.full', posted: posted('movePerson', { 'slotId.0': slotId(3) }) }),
  'desk, person, noted meanwhile': (c) =>
    desk.deskPersonPage(c, { ...model, problem: 'note.changed-meanwhile', posted: posted('notePerson', { 'note.0': 'Mine <b>' }) }),
  'desk, person, changed meanwhile': (c) =>
    desk.deskPersonPage(c, { ...model, problem: 'sign-up.not-active', posted: posted('cancelPerson', {}) }),
  'desk, add a person': (c) => desk.deskAddPersonPage(c, adding),
  'desk, add a person to a draft': (c) => desk.deskAddPersonPage(c, { ...adding, slots: [] }),
  'desk, add a person, wrong': (c) =>
    desk.deskAddPersonPage(c, {
      ...adding,
      values: typed,
      errors: [
        wrong('/slotId', 'id.malformed'),
        wrong('/places'),
        wrong('/person/name', 'text.empty'),
        wrong('/person/email', 'email.malformed'),
        wrong('/person/phone', 'phone.malformed'),
        wrong('/answers/0/answer', 'answer.not-a-choice'),
        wrong('/note', 'text.too-long'),
      ],
    }),
  'desk, add a person, no room': (c) => desk.deskAddPersonPage(c, { ...adding, values: typed, problem: 'slot.not-enough-places' }),
  'desk, add a person who is there': (c) =>
    desk.deskAddPersonPage(c, { ...adding, values: typed, problem: 'sign-up.already', personId: personId(1) }),
  'desk, add a person, busy': (c) => desk.deskAddPersonPage(c, { ...adding, values: typed, problem: 'request.conflict' }),
};
