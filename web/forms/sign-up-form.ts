/**
 * The sign-up form's names: how what was posted is read, what body it makes for `SignUpRequest`, and to which field a problem belongs.
 *
 * Reading never refuses and never repairs: values are kept as typed, so that a form with a problem shows them again. Only a ticked
 * slot is asked for; a number of places beside an unticked one is ignored, because un-ticking is how people without script change their minds.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';

export interface SignUpFormValues {
  /** By slot id, in the order of the form. The places of a series are those of its id; its dates say whose they are. */
  readonly slots: Readonly<Record<string, SlotValues>>;
  /** Series that are wanted as a whole: the dates that had room when the form was shown, by the id of the series. */
  readonly series: Readonly<Record<string, readonly string[]>>;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** By question id; empty when left blank. */
  readonly answers: Readonly<Record<string, string>>;
  readonly consent: boolean;
  /** Made anew for each form shown; with the body it makes the submission's id. */
  readonly formKey: string;
  /** The field people don't see. Filled only by machines. */
  readonly trap: string;
}

interface SlotValues {
  readonly chosen: boolean;
  readonly places: string;
  readonly waits?: boolean;
  /** The series whose date it is. */
  readonly of?: string;
}

/** Names of the posted fields. */
export const SIGN_UP_FIELDS = {
  slot: 'slot',
  /** A whole series. */
  series: 'series',
  /** A slot to wait for where it has no room. */
  waitlist: 'waitlist',
  places: (slotId: string) => `places.${slotId}`,
  name: 'name',
  email: 'email',
  phone: 'phone',
  answer: (questionId: string) => `answer.${questionId}`,
  consent: 'consent',
  formKey: 'formKey',
  trap: 'website',
} as const;

/** Ids of the fields in the page, for labels and for the links of the error summary. */
export const SIGN_UP_IDS = {
  slots: 'slots',
  slot: (slotId: string) => `slot-${slotId}`,
  places: (slotId: string) => `places-${slotId}`,
  series: (seriesId: string) => `series-${seriesId}`,
  name: 'name',
  email: 'email',
  phone: 'phone',
  answer: (questionId: string) => `answer-${questionId}`,
  consent: 'consent',
} as const;

export const EMPTY_SIGN_UP_FORM: SignUpFormValues = {
  slots: {},
  series: {},
  name: '',
  email: '',
  phone: '',
  answers: {},
  consent: false,
  formKey: '',
  trap: '',
};

/** What a tick posts: the slot, and of a date whose places it shares with the others. */
export const tickOf = ({ slotId, series }: Pick<Slot, 'slotId' | 'series'>): string => (series ? `${slotId}.${series.seriesId}` : slotId);

/** What the tick of a whole series posts: its dates as they are shown, so that the same form is the same request whatever changes meanwhile. */
export const seriesTick = (seriesId: string, slotIds: readonly string[]): string => [seriesId, ...slotIds].join(' ');

/** What was posted, as typed. Unknown fields are left out; of a field sent twice the first counts. */
export function readSignUpForm(posted: URLSearchParams): SignUpFormValues {
  const waits = new Set(posted.getAll(SIGN_UP_FIELDS.waitlist));
  const chosen = new Set([...posted.getAll(SIGN_UP_FIELDS.slot), ...waits]);
  const slots = new Map<string, SlotValues>();
  const answers = new Map<string, string>();
  const placesOf = (id: string): string | null => posted.get(SIGN_UP_FIELDS.places(id));
  for (const tick of chosen) {
    const [slotId, of] = splitOnce(tick);
    const places = placesOf(slotId) ?? (of === '' ? null : placesOf(of)) ?? '1';
    slots.set(slotId, { chosen: true, places, ...(waits.has(tick) && { waits: true }), ...(of !== '' && { of }) });
  }
  for (const [field, value] of posted) {
    const [kind, id] = splitOnce(field);
    if (id === '') continue;
    if (kind === 'places' && !slots.has(id)) slots.set(id, { chosen: false, places: value });
    if (kind === 'answer' && !answers.has(id)) answers.set(id, value);
  }
  const field = (name: string): string => posted.get(name) ?? '';
  return {
    slots: Object.fromEntries(slots),
    series: Object.fromEntries(
      posted.getAll(SIGN_UP_FIELDS.series).map((tick) => {
        const [seriesId = '', ...slotIds] = tick.split(' ');
        return [seriesId, slotIds];
      }),
    ),
    name: field(SIGN_UP_FIELDS.name),
    email: field(SIGN_UP_FIELDS.email),
    phone: field(SIGN_UP_FIELDS.phone),
    answers: Object.fromEntries(answers),
    consent: posted.has(SIGN_UP_FIELDS.consent),
    formKey: field(SIGN_UP_FIELDS.formKey),
    trap: field(SIGN_UP_FIELDS.trap),
  };
}

/** The body for `SignUpRequest.safeParse`. Spaces around what was typed are not part of it; blank optional fields are left out. */
export function signUpBody(values: SignUpFormValues, form: { readonly opportunityId: string; readonly language: string }): unknown {
  const phone = values.phone.trim();
  return {
    opportunityId: form.opportunityId,
    slots: chosenSlots(values).map(([slotId, { places, waits }]) => ({
      slotId,
      places: wholeNumber(places),
      ...(waits && { waitlist: true }),
    })),
    person: { name: values.name.trim(), email: values.email.trim(), ...(phone === '' ? {} : { phone }) },
    language: form.language,
    answers: givenAnswers(values).map(([questionId, answer]) => ({ questionId, answer: answer.trim() })),
    consent: values.consent,
  };
}

/** Whether the field that people don't see was filled: a machine posted this. */
export const isTrapped = (values: SignUpFormValues): boolean => values.trap !== '';

/** Slots whose places were raised without ticking any slot: likely what the person meant. Shown ticked, never signed up for. */
export function meantSlots(values: SignUpFormValues): readonly string[] {
  if (chosenSlots(values).length > 0) return [];
  return Object.entries(values.slots).flatMap(([slotId, { places }]) => (wholeNumber(places) === 1 ? [] : [slotId]));
}

/** Id of the field that `problem` speaks of. Indexes in its pointer are those of the body made from `values`. */
export function fieldOf(problem: FieldProblem, values: SignUpFormValues): string {
  const [root, key, leaf] = problem.pointer.split('/').slice(1);
  if (root === 'person' && (key === 'name' || key === 'email' || key === 'phone')) return SIGN_UP_IDS[key];
  if (root === 'consent') return SIGN_UP_IDS.consent;
  if (root === 'answers' && key !== undefined) return SIGN_UP_IDS.answer(givenAnswers(values)[index(key)]?.[0] ?? key);
  if (root === 'slots' && key !== undefined) {
    const [slotId, slot] = chosenSlots(values)[index(key)] ?? [];
    if (slotId !== undefined) return leaf === 'places' ? SIGN_UP_IDS.places(slot?.of ?? slotId) : SIGN_UP_IDS.slot(slotId);
  }
  return SIGN_UP_IDS.slots;
}

/** Ticked one by one, and then those of a whole series that were not. */
function chosenSlots({ slots, series }: SignUpFormValues): readonly (readonly [string, SlotValues])[] {
  const chosen = new Map(Object.entries(slots).filter(([, slot]) => slot.chosen));
  for (const [of, slotIds] of Object.entries(series)) {
    for (const slotId of slotIds) {
      if (!chosen.has(slotId)) chosen.set(slotId, { chosen: true, places: slots[of]?.places ?? '1', of });
    }
  }
  return [...chosen];
}
const givenAnswers = (values: SignUpFormValues) => Object.entries(values.answers).filter(([, answer]) => answer.trim() !== '');
const index = (key: string): number => (/^\d{1,3}$/.test(key) ? Number(key) : -1);

/** Digits become a number, anything else stays text, so that the contract refuses it. */
const wholeNumber = (typed: string): number | string => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed);

function splitOnce(field: string): readonly [string, string] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, ''] : [field.slice(0, dot), field.slice(dot + 1)];
}
