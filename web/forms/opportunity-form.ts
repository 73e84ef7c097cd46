/**
 * The form of an opportunity at the desk: what it shows of a definition, how what was posted is read, and what body it makes. Days and times are
 * those of the school's clocks; who makes the body knows them.
 *
 * Reading never refuses and never repairs: values are kept as typed, so that a form that is shown again has them all.
 */
import type { OpportunityToSave, Question, Slot } from '#contracts/resources/opportunity.ts';
import { clockTime, dayOf } from '../words/clock.ts';
import { choiceLine, choicesOf } from './choice-lines.ts';
import { postedForm, present, type Texts, whole, written } from './posted.ts';

export interface SlotValues {
  readonly id: string;
  readonly kind: string;
  readonly label: Texts;
  readonly note: Texts;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** When it ends on another day than it starts. */
  readonly lastDay: string;
  readonly capacity: string;
  readonly calledOff: boolean;
}
export interface QuestionValues {
  readonly id: string;
  readonly kind: string;
  readonly text: Texts;
  readonly required: boolean;
  /** One a line, its languages between bars. */
  readonly choices: string;
  /** In which order, between spaces; empty for that of the question's own words. */
  readonly languages: string;
  /** The choices as they are saved, so that what answers are kept as stays when only words change. JSON. */
  readonly kept: string;
}
export interface FillValues {
  readonly label: Texts;
  readonly day: string;
  readonly from: string;
  readonly minutes: string;
  readonly count: string;
  readonly capacity: string;
}

/** Fields of one line, named as they are posted. */
export const LINES = [
  'opportunityId',
  'schoolId',
  'version',
  'status',
  'kind',
  'place-name',
  'place-address',
  'contact-name',
  'contact-email',
  'contact-phone',
  'opens-day',
  'opens-time',
  'closes-day',
  'closes-time',
  'dropOutHours',
  'limitPerPerson',
  /** `usual`, `none` or `own`: then `reminderDays` says which. */
  'reminders',
  'reminderDays',
] as const;
export type LineName = (typeof LINES)[number];

export interface OpportunityFormValues {
  readonly lines: Readonly<Record<LineName, string>>;
  readonly title: Texts;
  readonly summary: Texts;
  readonly description: Texts;
  readonly languages: readonly string[];
  readonly showFirstNames: boolean;
  readonly slots: readonly SlotValues[];
  readonly questions: readonly QuestionValues[];
  readonly fill: FillValues;
}

export const EMPTY_FILL: FillValues = { label: {}, day: '', from: '', minutes: '', count: '', capacity: '' };

/** What the form shows of a definition. `languages` are those of the district, in their order. */
export function opportunityFormOf(definition: OpportunityToSave, zone: string, languages: readonly string[]): OpportunityFormValues {
  const { place, contact, opensAt, closesAt, limitPerPerson } = definition;
  const day = (at: string | undefined): string => (at === undefined ? '' : dayOf(at, zone));
  const time = (at: string | undefined): string => (at === undefined ? '' : clockTime(at, zone));
  return {
    lines: {
      opportunityId: definition.opportunityId,
      schoolId: definition.schoolId,
      version: String(definition.version),
      status: definition.status,
      kind: definition.kind,
      'place-name': place?.name ?? '',
      'place-address': place?.address ?? '',
      'contact-name': contact.name,
      'contact-email': contact.email,
      'contact-phone': contact.phone ?? '',
      'opens-day': day(opensAt),
      'opens-time': time(opensAt),
      'closes-day': day(closesAt),
      'closes-time': time(closesAt),
      dropOutHours: String(definition.dropOutHours),
      limitPerPerson: limitPerPerson === undefined ? '' : String(limitPerPerson),
      ...reminderLines(definition.reminderDays),
    },
    title: definition.title,
    summary: definition.summary,
    description: definition.description ?? {},
    languages: definition.languages,
    showFirstNames: definition.showFirstNames,
    slots: definition.slots.map((slot) => slotValues(slot, zone)),
    questions: definition.questions.map((question) => questionValues(question, languages)),
    fill: EMPTY_FILL,
  };
}

const reminderLines = (days: OpportunityToSave['reminderDays']) => ({
  reminders: days === undefined ? 'usual' : days.length === 0 ? 'none' : 'own',
  reminderDays: (days ?? []).join(', '),
});

function slotValues({ slotId, kind, label, note, startsAt, endsAt, capacity, calledOff }: Slot, zone: string): SlotValues {
  const day = startsAt === undefined ? '' : dayOf(startsAt, zone);
  const lastDay = endsAt === undefined ? '' : dayOf(endsAt, zone);
  return {
    id: slotId,
    kind,
    label,
    note: note ?? {},
    day,
    from: startsAt === undefined ? '' : clockTime(startsAt, zone),
    to: endsAt === undefined ? '' : clockTime(endsAt, zone),
    lastDay: lastDay === day ? '' : lastDay,
    capacity: String(capacity),
    calledOff: calledOff === true,
  };
}

function questionValues(question: Question, district: readonly string[]): QuestionValues {
  const choices = question.kind === 'choice' ? question.choices : [];
  const languages = [...new Set([...district, ...choices.flatMap(({ text }) => Object.keys(text))])];
  return {
    id: question.questionId,
    kind: question.kind,
    text: question.text,
    required: question.required,
    choices: choices.map(({ text }) => choiceLine(text, languages)).join('\n'),
    languages: languages.join(' '),
    kept: choices.length === 0 ? '' : JSON.stringify(choices),
  };
}

/** What was posted, as typed. */
export function readOpportunityForm(posted: URLSearchParams): OpportunityFormValues {
  const { line, texts, rows } = postedForm(posted);
  return {
    lines: Object.fromEntries(LINES.map((name) => [name, line(name)])) as Record<LineName, string>,
    title: texts('title'),
    summary: texts('summary'),
    description: texts('description'),
    languages: posted.getAll('languages'),
    showFirstNames: posted.get('showFirstNames') === 'yes',
    slots: rows('slots').map((row) => ({
      id: line(`${row}.id`),
      kind: line(`${row}.kind`),
      label: texts(`${row}.label`),
      note: texts(`${row}.note`),
      day: line(`${row}.day`),
      from: line(`${row}.from`),
      to: line(`${row}.to`),
      lastDay: line(`${row}.lastDay`),
      capacity: line(`${row}.capacity`),
      calledOff: posted.get(`${row}.calledOff`) === 'yes',
    })),
    questions: rows('questions').map((row) => ({
      id: line(`${row}.id`),
      kind: line(`${row}.kind`),
      text: texts(`${row}.text`),
      required: posted.get(`${row}.required`) === 'yes',
      choices: (posted.get(`${row}.choices`) ?? '').replaceAll('\r\n', '\n'),
      languages: line(`${row}.languages`),
      kept: line(`${row}.kept`),
    })),
    fill: {
      label: texts('fill.label'),
      day: line('fill.day'),
      from: line('fill.from'),
      minutes: line('fill.minutes'),
      count: line('fill.count'),
      capacity: line('fill.capacity'),
    },
  };
}

/** The body of `saveOpportunity`. `instantAt` knows the school's clocks; what is no time stays as typed, so that it is refused. */
export function opportunityBody(values: OpportunityFormValues, instantAt: (day: string, time: string) => string | undefined): unknown {
  const { lines } = values;
  const moment = (day: string, time: string) => (day === '' && time === '' ? undefined : (instantAt(day, time) ?? `${day} ${time}`));
  const phone = lines['contact-phone'];
  const [name, address] = [lines['place-name'], lines['place-address']];
  return present({
    opportunityId: lines.opportunityId,
    schoolId: lines.schoolId,
    version: whole(lines.version),
    status: lines.status,
    kind: lines.kind,
    title: written(values.title),
    summary: written(values.summary),
    description: optionalTexts(values.description),
    place: name === '' && address === '' ? undefined : present({ name, address: address === '' ? undefined : address }),
    languages: values.languages,
    contact: present({ name: lines['contact-name'], email: lines['contact-email'], phone: phone === '' ? undefined : phone }),
    slots: values.slots.map((slot) => slotBody(slot, moment)),
    questions: values.questions.map(questionBody),
    opensAt: moment(lines['opens-day'], lines['opens-time']),
    closesAt: moment(lines['closes-day'], lines['closes-time']),
    dropOutHours: whole(lines.dropOutHours),
    limitPerPerson: lines.limitPerPerson === '' ? undefined : whole(lines.limitPerPerson),
    reminderDays: reminderDays(lines),
    showFirstNames: values.showFirstNames,
  });
}

/** Numbers of days with anything between; what is no number stays as typed, so that it is refused. */
function reminderDays({ reminders, reminderDays: typed }: Readonly<Record<LineName, string>>): readonly unknown[] | undefined {
  if (reminders === 'none') return [];
  return reminders === 'own' ? typed.split(/[\s,;]+/).map(whole) : undefined;
}

const slotBody = (slot: SlotValues, moment: (day: string, time: string) => string | undefined) =>
  present({
    slotId: slot.id,
    kind: slot.kind,
    label: written(slot.label),
    note: optionalTexts(slot.note),
    capacity: whole(slot.capacity),
    startsAt: moment(slot.day, slot.from),
    calledOff: slot.calledOff ? true : undefined,
    endsAt: slot.to === '' && slot.lastDay === '' ? undefined : moment(slot.lastDay === '' ? slot.day : slot.lastDay, slot.to),
  });

const questionBody = (question: QuestionValues): unknown => ({
  questionId: question.id,
  kind: question.kind,
  text: written(question.text),
  required: question.required,
  ...(question.kind === 'choice' && { choices: choicesOf(question) }),
});

const optionalTexts = (texts: Texts): Texts | undefined =>
  Object.values(texts).every((value) => value === '') ? undefined : written(texts);
/** The field of the page that a problem of the body belongs to. */
export function opportunityFieldOf(pointer: string, first: string): string {
  const [, top = '', index = '', inner = ''] = pointer.split('/');
  if (top === 'slots' && index !== '') return `slots-${index}-${SLOT_FIELDS[inner] ?? `label-${first}`}`;
  if (top === 'questions' && index !== '') return `questions-${index}-${inner === 'choices' ? 'choices' : `text-${first}`}`;
  if (top === 'contact' || top === 'place') return `${top}-${index === '' ? 'name' : index}`;
  if (top === 'title' || top === 'summary' || top === 'description') return `${top}-${index === '' ? first : index}`;
  return TOP_FIELDS[top] ?? top;
}

const SLOT_FIELDS: Readonly<Record<string, string>> = { startsAt: 'day', endsAt: 'to', capacity: 'capacity', kind: 'kind' };
const TOP_FIELDS: Readonly<Record<string, string>> = { opensAt: 'opens-day', closesAt: 'closes-day', languages: 'languages' };
