/** A small district to draw pages from: four schools, fifteen opportunities in every state, one person's sign-ups. */
import type { District } from '#contracts/district.ts';
import { PublicOpportunity, PublicSchool, type SlotState } from '#contracts/resources/availability.ts';
import type { OpportunityKind } from '#contracts/resources/opportunity.ts';
import { MySignUp, Submission } from '#contracts/resources/sign-up.ts';
import type { PageContext } from '#web/pages/index.ts';

export const NOW = '2027-03-01T15:00:00Z';

const numbered = (prefix: string, n: number): string => `${prefix}_01JC0N7Q9V8Z3M4K5P6R7S8${String(n).padStart(3, '0')}`;
export const signUpId = (n: number): string => `sgn_abcdefghijkl${String(n).padStart(4, '0')}`;
export const TOKEN = 'abcdefghijklmnopqrstuvwxyz012345';
export const FORM_KEY = 'formkeyformkeyformkey01';

export const district: District = {
  name: 'Maple Valley School District',
  siteUrl: 'https://volunteer.example.org',
  zone: 'America/Chicago',
  languages: ['en', 'es'],
  sender: { name: 'Maple Valley School District', email: 'volunteer@example.org' },
  contact: { email: 'help@example.org', phone: '(555) 010-0100' },
  organisation: {
    country: 'US',
    legalName: 'Maple Valley Independent School District No. 12',
    address: ['400 Oak Street', 'Maple Valley, TX 75001'],
    taxId: '12-3456789',
    payment: { payee: 'Maple Valley ISD', address: ['Business Office', '400 Oak Street', 'Maple Valley, TX 75001'] },
  },
  retentionDays: 90,
};

export const context = (changes: Partial<PageContext> = {}): PageContext => ({ district, language: 'en', url: '/', now: NOW, ...changes });

const schoolNames = ['Lincoln Elementary', 'Rosa Parks Middle School', 'Riverside High School', 'César Chávez Elementary'];
export const schools: readonly PublicSchool[] = schoolNames.map((name, index) =>
  PublicSchool.parse({
    schoolId: numbered('sch', index),
    slug: name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name,
    address: `${index + 1}20 Maple Street, Maple Valley, IL 60000`,
    zone: 'America/Chicago',
    contact: { name: 'Ana Gómez', email: `office${index}@example.org`, phone: '+1 555 010 0101' },
  }),
);
export const school = (index: number): PublicSchool => schools[index % schools.length] as PublicSchool;

export interface SlotSketch {
  readonly label?: string;
  readonly es?: string;
  readonly note?: string;
  readonly from?: string;
  readonly to?: string;
  readonly capacity?: number;
  readonly taken?: number;
  readonly state?: SlotState;
  readonly firstNames?: readonly string[];
  readonly waiting?: number;
}

let slotCount = 0;
const slot = (sketch: SlotSketch) => {
  const slotId = numbered('slot', slotCount++);
  const { label = 'Helper', es, note, from, to, capacity = 5, taken = 2 } = sketch;
  return {
    slot: {
      slotId,
      kind: from === undefined ? 'item' : 'shift',
      label: { en: label, ...(es === undefined ? {} : { es }) },
      ...(note === undefined ? {} : { note: { en: note } }),
      capacity,
      ...(from === undefined ? {} : { startsAt: from, endsAt: to }),
    },
    availability: {
      slotId,
      state: sketch.state ?? (taken >= capacity ? 'full' : 'open'),
      capacity,
      taken,
      placesLeft: Math.max(0, capacity - taken),
      ...(sketch.waiting === undefined ? {} : { waiting: sketch.waiting }),
      ...(sketch.firstNames === undefined ? {} : { firstNames: sketch.firstNames }),
    },
  };
};

let opportunityCount = 0;
export function opportunity(
  title: string,
  kind: OpportunityKind,
  slots: readonly SlotSketch[],
  changes: Readonly<Record<string, unknown>> = {},
): PublicOpportunity {
  const at = school(opportunityCount);
  return PublicOpportunity.parse({
    opportunityId: numbered('opp', opportunityCount++),
    schoolId: at.schoolId,
    school: at,
    kind,
    title: { en: title, es: `${title} (es)` },
    summary: { en: 'Lend a hand for an hour and meet other families.', es: 'Ayude una hora y conozca a otras familias.' },
    place: { name: 'Main gym', address: '120 Maple Street, Maple Valley, IL 60000' },
    languages: ['en', 'es'],
    contact: { name: 'Ana Gómez', email: 'ana.gomez@example.org', phone: '+1 555 010 0101' },
    questions: [],
    dropOutHours: 24,
    showFirstNames: false,
    slots: slots.map(slot),
    ...changes,
  });
}

const FRI = '2027-03-05T';
const SAT = '2027-03-06T';
export const carnival = opportunity(
  'Spring Carnival',
  'event',
  [
    { label: 'Set up booths', es: 'Montar los puestos', from: `${FRI}21:00:00Z`, to: `${FRI}23:00:00Z`, capacity: 10, taken: 4 },
    { label: 'Ticket table', es: 'Mesa de boletos', from: `${FRI}23:00:00Z`, to: `${SAT}01:00:00Z`, capacity: 4, taken: 4 },
    {
      label: 'Face painting',
      note: 'Paint and brushes are there. No talent needed!',
      from: `${FRI}23:00:00Z`,
      to: `${SAT}02:00:00Z`,
      capacity: 5,
      taken: 3,
      firstNames: ['Ana', 'Ben', 'Chi'],
    },
    { label: 'Clean up', es: 'Limpieza', from: `${SAT}16:00:00Z`, to: `${SAT}18:00:00Z`, capacity: 24, taken: 1 },
    { label: 'Bring a cake', es: 'Traer un pastel', capacity: 12, taken: 9, note: 'Nut-free, please.' },
  ],
  {
    description: {
      en: 'Our biggest day of the year: games, food and music in the gym and on the yard.\n\nEvery shift is short, and you get a free lunch.\nChildren are welcome along.',
    },
    limitPerPerson: 6,
    closesAt: '2027-03-05T18:00:00Z',
    questions: [
      {
        kind: 'choice',
        questionId: numbered('qst', 0),
        required: true,
        text: { en: 'T-shirt size', es: 'Talla de camiseta' },
        choices: [
          { value: 'S', text: { en: 'Small', es: 'Chica' } },
          { value: 'L', text: { en: 'Large' } },
        ],
      },
      { kind: 'yes-no', questionId: numbered('qst', 1), required: false, text: { en: 'Can you bring a folding table?' } },
      { kind: 'text', questionId: numbered('qst', 2), required: false, text: { en: 'Anything we should know?', es: '¿Algo más?' } },
    ],
  },
);

export const notOpenYet = opportunity(
  'Field trip to the science museum',
  'event',
  [{ label: 'Chaperone', from: '2027-03-19T14:00:00Z', to: '2027-03-19T20:00:00Z', taken: 0, state: 'not-open-yet' }],
  { opensAt: '2027-03-08T14:00:00Z' },
);
export const full = opportunity('Library story hour', 'classroom', [
  { label: 'Read aloud', from: '2027-03-04T15:00:00Z', to: '2027-03-04T16:00:00Z', capacity: 2, taken: 2, waiting: 3 },
]);
export const closed = opportunity('Book fair', 'event', [
  { label: 'Cashier', from: '2027-03-03T15:00:00Z', to: '2027-03-03T18:00:00Z', state: 'closed' },
]);
export const over = opportunity('Winter concert', 'event', [
  { label: 'Usher', from: '2027-02-03T23:00:00Z', to: '2027-02-04T01:00:00Z', state: 'started' },
]);
export const oneOpen = opportunity('Translate the newsletter', 'remote', [{ label: 'Spanish translation', capacity: 1, taken: 0 }], {
  place: undefined,
  languages: ['es'],
  dropOutHours: 0,
});
const evening = { from: '2027-03-09T00:00:00Z', to: '2027-03-09T01:30:00Z' };
export const opportunities: readonly PublicOpportunity[] = [
  carnival,
  full,
  closed,
  opportunity('Math night', 'event', [{ label: 'Table host', ...evening, capacity: 8, taken: 7 }]),
  opportunity('English for parents', 'class', [{ label: 'Seat', ...evening, capacity: 20, taken: 6 }]),
  opportunity('School site council', 'committee', [{ label: 'Parent member', ...evening, capacity: 3, taken: 1 }]),
  opportunity('Lunchroom helpers', 'classroom', [
    { label: 'Lunch helper', from: '2027-03-02T17:00:00Z', to: '2027-03-02T18:00:00Z', capacity: 4, taken: 1 },
    { label: 'Lunch helper', from: '2027-03-03T17:00:00Z', to: '2027-03-03T18:00:00Z', capacity: 4, taken: 0 },
  ]),
  notOpenYet,
  oneOpen,
  opportunity('Snacks for testing week', 'items', [{ label: 'Box of granola bars', capacity: 15, taken: 4 }]),
  opportunity('Garden Saturday', 'event', [{ label: 'Gardener', from: `${SAT}15:00:00Z`, to: `${SAT}17:00:00Z`, capacity: 12, taken: 5 }]),
  opportunity('Career day', 'event', [
    { label: 'Speaker', from: '2027-03-12T15:00:00Z', to: '2027-03-12T18:00:00Z', capacity: 10, taken: 2 },
  ]),
  opportunity('Reading buddies', 'classroom', [
    { label: 'Buddy', from: '2027-03-10T14:00:00Z', to: '2027-03-10T15:00:00Z', capacity: 6, taken: 3 },
  ]),
  opportunity('Costumes for the school play', 'items', [{ label: 'Lend a costume', capacity: 20, taken: 11 }]),
  opportunity('Track meet timers', 'event', [
    { label: 'Timer', from: '2027-03-13T15:00:00Z', to: '2027-03-13T19:00:00Z', capacity: 9, taken: 8 },
  ]),
];

const slotAt = (index: number) => carnival.slots[index]?.slot as PublicOpportunity['slots'][number]['slot'];

export const submission = Submission.parse({
  submissionId: 'abcdefghijklmnopqrstuv',
  opportunityId: carnival.opportunityId,
  receipt: 'receipt',
  results: [
    { outcome: 'confirmed', slotId: slotAt(0).slotId, signUpId: signUpId(1), places: 2 },
    { outcome: 'confirmed', slotId: slotAt(4).slotId, signUpId: signUpId(2), places: 1 },
  ],
  alternatives: [],
});

export const partlyRefused = Submission.parse({
  ...submission,
  results: [
    submission.results[0],
    { outcome: 'refused', slotId: slotAt(1).slotId, code: 'slot.full', placesLeft: 0 },
    { outcome: 'refused', slotId: slotAt(2).slotId, code: 'slot.not-enough-places', placesLeft: 2 },
  ],
  alternatives: [slotAt(2).slotId, slotAt(3).slotId],
});

/** One of two has its places, the other waits. */
export const inLine = Submission.parse({
  ...submission,
  results: [submission.results[0], { outcome: 'waitlisted', slotId: slotAt(1).slotId, signUpId: signUpId(2), places: 2, position: 3 }],
});
export const refusedFull = {
  outcome: 'refused',
  slotId: full.slots[0]?.slot.slotId ?? slotAt(0).slotId,
  code: 'slot.full',
  placesLeft: 0,
} as const;

/** The part of an opportunity that a sign-up carries. */
export const partOf = ({ opportunityId, title, kind, place, contact, questions }: PublicOpportunity) => ({
  opportunityId,
  title,
  kind,
  place,
  contact,
  questions,
});

export const mySignUp = (n: number, changes: Readonly<Record<string, unknown>> = {}): MySignUp =>
  MySignUp.parse({
    signUpId: signUpId(n),
    state: 'confirmed',
    places: 2,
    slot: slotAt(0),
    opportunity: partOf(carnival),
    school: carnival.school,
    answers: [{ questionId: numbered('qst', 0), answer: 'L' }],
    signedUpAt: '2027-02-20T15:00:00Z',
    changeableUntil: '2027-03-04T21:00:00Z',
    maxPlaces: 6,
    moveTo: [{ slot: slotAt(3), placesLeft: 23 }],
    ...changes,
  });

export const mine = {
  name: 'Maria O’Brien',
  language: 'en',
  signUps: [
    mySignUp(1),
    mySignUp(2, { slot: slotAt(4), places: 1, changeableUntil: undefined, maxPlaces: 1, moveTo: [] }),
    mySignUp(3, { changeableUntil: '2027-03-01T10:00:00Z' }),
    mySignUp(4, { state: 'pending' }),
    mySignUp(5, { state: 'cancelled' }),
    mySignUp(6, { slot: over.slots[0]?.slot, opportunity: partOf(over) }),
  ],
};

/** In line, with an offer of all they want, and with one of fewer. */
export const WAITING: readonly MySignUp[] = [
  mySignUp(1, { state: 'waitlisted', places: 2, waiting: { position: 3, of: 5 } }),
  mySignUp(2, { state: 'offered', places: 2, waiting: { position: 1, of: 5, offer: { places: 2, until: '2027-03-02T18:00:00Z' } } }),
  mySignUp(3, { state: 'offered', places: 3, waiting: { position: 1, of: 2, offer: { places: 1, until: '2027-03-02T18:00:00Z' } } }),
];
