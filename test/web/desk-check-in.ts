/** The page at the door, in every state it can be in. */
import { anItem, anOpportunity, aShift, personId, signUpId, slotId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';
import { FORM_KEY } from './district.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: ['overview', 'opportunities'] } as const;
const opportunity = anOpportunity({
  title: { en: 'Carnival <b>', es: 'Feria <b>' },
  slots: [aShift(1, { label: { en: 'Ring <toss>' } }), aShift(2, { label: { en: 'Cake walk' } }), anItem(3)],
});
const [ring, cake, juice] = opportunity.slots;
if (!ring || !cake || !juice) throw new Error('three slots');
const entry = (n: number, name: string, with_: Partial<desk.DoorSlot['people'][number]> = {}): desk.DoorSlot['people'][number] => ({
  personId: personId(n),
  signUpId: signUpId(n),
  places: 1,
  person: { name, email: 'one@example.org' },
  answers: [],
  attendance: 'open',
  ...with_,
});
const seenAt = '2027-03-05T23:02:00.000Z';
const slots: readonly desk.DoorSlot[] = [
  {
    slot: ring,
    taken: 6,
    placesLeft: 0,
    minutes: 120,
    people: [
      entry(1, 'Ana "<i>" Gómez', { places: 3, attendance: 'attended', seenAt, minutes: 120 }),
      entry(2, "Bob O'Brien", { attendance: 'attended', seenAt, minutes: 45 }),
      entry(3, 'Cleo', { attendance: 'missed', seenAt }),
      { personId: personId(4), signUpId: signUpId(4), places: 1, answers: [], attendance: 'open' },
    ],
  },
  { slot: cake, taken: 0, placesLeft: 5, minutes: 120, people: [] },
];
const typed = {
  slotId: slotId(1),
  places: '1',
  name: '<Zoe>',
  email: 'zoe@',
  phone: '',
  language: 'en',
  answers: {},
  note: '',
  waitlist: false,
  makeRoom: true,
};
const tuesdays = Array.from({ length: 25 }, (_, week) => {
  const startsAt = new Date(Date.parse('2027-03-02T14:30:00Z') + week * 7 * 86_400_000).toISOString();
  return { day: startsAt.slice(0, 10), startsAt };
});
const model: desk.DeskCheckInModel = {
  reader,
  opportunity,
  zone: 'America/Chicago',
  days: [{ day: '2027-03-05', startsAt: '2027-03-05T23:00:00.000Z' }, { day: 'none' }],
  day: '2027-03-05',
  slots,
  search: '',
  walkIn: { values: { ...typed, name: '', email: '' }, formKey: FORM_KEY, isOpen: false },
};
const wrong = (pointer: string, code = 'field.missing') => ({ pointer, code, detail: '' });
const posted = (operationId: string, pointers: readonly string[] = []) => ({
  operationId,
  signUpId: signUpId(1),
  errors: pointers.map((pointer) => wrong(pointer)),
});

type Render = (context: PageContext) => string;

export const DESK_CHECK_IN: Readonly<Record<string, Render>> = {
  'desk, at the door': (c) => desk.deskCheckInPage(c, model),
  'desk, at the door, looked for': (c) => desk.deskCheckInPage(c, { ...model, search: ' gomez' }),
  'desk, at the door, looked for in vain': (c) => desk.deskCheckInPage(c, { ...model, search: '<nobody>' }),
  'desk, at the door, code scanned': (c) =>
    desk.deskCheckInPage(c, { ...model, scanned: { signUpId: signUpId(1), personId: personId(1) } }),
  'desk, at the door, code of nobody': (c) => desk.deskCheckInPage(c, { ...model, scanned: { signUpId: '"<b>' } }),
  'desk, at the door, a day too early': (c) =>
    desk.deskCheckInPage(c, { ...model, slots: slots.map((one) => ({ ...one, opensAt: '2027-03-04T23:00:00.000Z' })) }),
  'desk, at the door, called off': (c) =>
    desk.deskCheckInPage(c, { ...model, slots: slots.map((one) => ({ ...one, slot: { ...one.slot, calledOff: true as const } })) }),
  'desk, at the door, on one of many days': (c) => desk.deskCheckInPage(c, { ...model, day: '2027-03-23', days: tuesdays }),
  'desk, at the door, without slots': (c) => desk.deskCheckInPage(c, { ...model, days: [], day: '', slots: [] }),
  'desk, at the door, others missed': (c) => desk.deskCheckInPage(c, { ...model, done: 'markRest' }),
  'desk, at the door, gone meanwhile': (c) =>
    desk.deskCheckInPage(c, { ...model, problem: 'sign-up.not-found', posted: posted('markPerson') }),
  'desk, at the door, minutes wrong': (c) =>
    desk.deskCheckInPage(c, { ...model, problem: 'request.invalid', posted: posted('markPerson', ['/minutes']) }),
  'desk, at the door, walk-in wrong': (c) =>
    desk.deskCheckInPage(c, {
      ...model,
      problem: 'request.invalid',
      posted: posted('addWalkIn', ['/slotId', '/places', '/person/name', '/person/email']),
      walkIn: { values: typed, formKey: FORM_KEY, isOpen: true },
    }),
  'desk, at the door, walk-in on the list': (c) =>
    desk.deskCheckInPage(c, {
      ...model,
      problem: 'sign-up.already',
      posted: posted('addWalkIn'),
      already: personId(1),
      walkIn: { values: typed, formKey: FORM_KEY, isOpen: true },
    }),
  'desk, at the door, busy': (c) =>
    desk.deskCheckInPage(c, {
      ...model,
      problem: 'request.conflict',
      posted: posted('addWalkIn'),
      walkIn: { values: typed, formKey: FORM_KEY, isOpen: true },
    }),
};
