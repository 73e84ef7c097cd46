/**
 * The forms with which staff add a person and change a sign-up: how what was posted is read, and what bodies it makes. Reading never refuses and never
 * repairs. Of a form that stands on a page several times each field has the number of its sign-up behind its name, `places.1`.
 */

export interface PersonFormValues {
  readonly slotId: string;
  readonly places: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  /** By question id; empty when left open. */
  readonly answers: Readonly<Record<string, string>>;
  readonly note: string;
  /** Whether they may be put in line. */
  readonly waitlist: boolean;
}

const ANSWER = 'answer.';

export function readPersonForm(posted: URLSearchParams): PersonFormValues {
  const answers = [...posted].filter(([name]) => name.startsWith(ANSWER)).map(([name, value]) => [name.slice(ANSWER.length), value]);
  return {
    slotId: posted.get('slotId') ?? '',
    places: posted.get('places') ?? '',
    name: posted.get('name') ?? '',
    email: posted.get('email') ?? '',
    phone: posted.get('phone') ?? '',
    language: posted.get('language') ?? '',
    answers: Object.fromEntries(answers),
    note: posted.get('note') ?? '',
    waitlist: posted.get('waitlist') === 'yes',
  };
}

/** The body of `addPerson`. Spaces around what was typed are not part of it; what was left empty is left out. */
export function personBody({ slotId, places, name, email, phone, language, answers, note, waitlist }: PersonFormValues): unknown {
  return {
    slotId,
    places: whole(places),
    person: { name: name.trim(), email: email.trim(), ...written('phone', phone) },
    language,
    answers: Object.entries(answers)
      .filter(([, answer]) => answer.trim() !== '')
      .map(([questionId, answer]) => ({ questionId, answer: answer.trim() })),
    ...written('note', note),
    ...(waitlist && { waitlist }),
  };
}

/** Bodies of the forms of a sign-up, by operation. */
export function personActBody(operationId: string, posted: URLSearchParams): unknown {
  if (operationId === 'movePerson') return { slotId: typed(posted, 'slotId') };
  if (operationId === 'resizePerson') return { places: whole(typed(posted, 'places')) };
  if (operationId === 'notePerson') return { ...written('note', typed(posted, 'note')), ...written('before', typed(posted, 'before')) };
  if (operationId === 'confirmPerson') return timeBody(posted);
  return {};
}

/** The time that a form shows. */
export const timeBody = (posted: URLSearchParams): unknown => ({
  startsAt: posted.get('startsAt') ?? '',
  ...written('endsAt', posted.get('endsAt') ?? ''),
});

/** The field of that name, whatever its number. */
export const typed = (posted: URLSearchParams, name: string): string =>
  [...posted].find(([key]) => key === name || key.startsWith(`${name}.`))?.[1] ?? '';

/** The field of the form that adds a person to which a problem of its body belongs; `answer-{questionId}` where one answer is wrong. */
export function personFieldOf(pointer: string, { answers }: PersonFormValues): string {
  const [, first = '', second = ''] = pointer.split('/');
  if (first === 'person') return second === '' ? 'name' : second;
  if (first !== 'answers') return first;
  const given = Object.entries(answers).filter(([, answer]) => answer.trim() !== '');
  return `answer-${given[Number(second)]?.[0] ?? second}`;
}

/** Browsers send line breaks as CR LF, also those of a hidden field. */
const plain = (value: string): string => value.replaceAll('\r\n', '\n').trim();
const written = (field: string, value: string): Record<string, string> => (plain(value) === '' ? {} : { [field]: plain(value) });
const whole = (value: string): number | string => (/^\d{1,6}$/.test(value.trim()) ? Number(value.trim()) : value);
