/**
 * The sign-up form's names: how what was posted is read, what body it makes for `SignUpRequest`, and to which field a problem belongs.
 *
 * Reading never refuses and never repairs: values are kept as typed, so that a form with a problem shows them again. Only a ticked
 * slot is asked for; a number of places beside an unticked one is ignored, because un-ticking is how people without script change their minds.
 */
import type { FieldProblem } from '#contracts/problems.ts';

export interface SignUpFormValues {
  /** By slot id, in the order of the form. */
  readonly slots: Readonly<Record<string, { readonly chosen: boolean; readonly places: string; readonly waits?: boolean }>>;
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

/** Names of the posted fields. */
export const SIGN_UP_FIELDS = {
  slot: 'slot',
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
  name: 'name',
  email: 'email',
  phone: 'phone',
  answer: (questionId: string) => `answer-${questionId}`,
  consent: 'consent',
} as const;

export const EMPTY_SIGN_UP_FORM: SignUpFormValues = {
  slots: {},
  name: '',
  email: '',
  phone: '',
  answers: {},
  consent: false,
  formKey: '',
  trap: '',
};

/** What was posted, as typed. Unknown fields are left out; of a field sent twice the first counts. */
export function readSignUpForm(posted: URLSearchParams): SignUpFormValues {
  const waits = new Set(posted.getAll(SIGN_UP_FIELDS.waitlist));
  const chosen = new Set([...posted.getAll(SIGN_UP_FIELDS.slot), ...waits]);
  const slots = new Map<string, { chosen: boolean; places: string; waits?: boolean }>();
  const answers = new Map<string, string>();
  for (const slotId of chosen) {
    const places = posted.get(SIGN_UP_FIELDS.places(slotId)) ?? '1';
    slots.set(slotId, { chosen: true, places, ...(waits.has(slotId) && { waits: true }) });
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
    const slotId = chosenSlots(values)[index(key)]?.[0];
    if (slotId !== undefined) return leaf === 'places' ? SIGN_UP_IDS.places(slotId) : SIGN_UP_IDS.slot(slotId);
  }
  return SIGN_UP_IDS.slots;
}

const chosenSlots = (values: SignUpFormValues) => Object.entries(values.slots).filter(([, { chosen }]) => chosen);
const givenAnswers = (values: SignUpFormValues) => Object.entries(values.answers).filter(([, answer]) => answer.trim() !== '');
const index = (key: string): number => (/^\d{1,3}$/.test(key) ? Number(key) : -1);

/** Digits become a number, anything else stays text, so that the contract refuses it. */
const wholeNumber = (typed: string): number | string => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed);

function splitOnce(field: string): readonly [string, string] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, ''] : [field.slice(0, dot), field.slice(dot + 1)];
}
