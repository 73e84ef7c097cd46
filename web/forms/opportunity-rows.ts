/** The buttons of the opportunity's form that change its rows and draw it again: everything typed stays. Pure. */
import { MOST_SLOTS } from '#contracts/resources/series.ts';
import { EMPTY_FILL, type FillValues, type OpportunityFormValues, type SlotValues } from './opportunity-form.ts';

/** Ids for rows that are added. */
export interface FreshIds {
  slot(): string;
  question(): string;
}

/** As the contract has them. */
const MOST_QUESTIONS = 10;

/** The form after the button `act`; undefined for one that does not change rows. `fill` that can't be read leaves the form as it is. */
export function withRows(
  values: OpportunityFormValues,
  act: string,
  fresh: FreshIds,
): { readonly values: OpportunityFormValues; readonly at: string; readonly wrong?: 'fill' } | undefined {
  const [name = '', row = ''] = act.split(':');
  const index = Number(row);
  const { slots, questions } = values;
  const withSlots = (next: readonly SlotValues[], at: string) => ({ values: { ...values, slots: next.slice(0, MOST_SLOTS) }, at });
  const slot = slots[index];
  switch (name) {
    case 'add-slot':
      return withSlots([...slots, emptySlot(fresh.slot(), slots.at(-1))], `slot-${slots.length}`);
    case 'duplicate-slot':
      return slot && withSlots(slots.toSpliced(index + 1, 0, nextAfter(slot, fresh.slot())), `slot-${index + 1}`);
    case 'remove-slot':
      return withSlots(slots.toSpliced(index, slot ? 1 : 0), 'slots');
    case 'fill': {
      const filled = filledSlots(values.fill, fresh);
      if (!filled) return { values, at: 'fill', wrong: 'fill' };
      // the one empty row that a new form begins with makes room
      const kept = slots.filter((one) => one.day !== '' || Object.values(one.label).some((label) => label !== ''));
      return {
        ...withSlots([...kept, ...filled], `slot-${kept.length}`),
        values: { ...values, slots: [...kept, ...filled].slice(0, MOST_SLOTS), fill: EMPTY_FILL },
      };
    }
    case 'add-question': {
      const question = { id: fresh.question(), kind: 'text', text: {}, required: false, choices: '', languages: '', kept: '' };
      return { values: { ...values, questions: [...questions, question].slice(0, MOST_QUESTIONS) }, at: `question-${questions.length}` };
    }
    case 'remove-question':
      return { values: { ...values, questions: questions.toSpliced(index, questions[index] ? 1 : 0) }, at: 'questions' };
    default:
      return undefined;
  }
}

/** On the same day as the row before it, for as many. */
export const emptySlot = (id: string, before?: SlotValues): SlotValues => ({
  id,
  kind: before?.kind ?? 'shift',
  label: {},
  note: {},
  day: before?.day ?? '',
  from: '',
  to: '',
  lastDay: '',
  capacity: before?.capacity ?? '',
  calledOff: false,
});

/** The same, right after it and for as long: the next shift. */
function nextAfter(slot: SlotValues, id: string): SlotValues {
  const [from, to] = [minutesOf(slot.from), minutesOf(slot.to)];
  if (from === undefined || to === undefined || to <= from || slot.lastDay !== '') return { ...slot, id, calledOff: false };
  return { ...slot, id, calledOff: false, ...span(slot.day, to, to - from) };
}

function filledSlots({ label, day, from, minutes, count, capacity }: FillValues, fresh: FreshIds): readonly SlotValues[] | undefined {
  const start = minutesOf(from);
  const [long, many] = [Number(minutes), Number(count)];
  const readable = /^\d{4}-\d{2}-\d{2}$/.test(day) && start !== undefined && Number.isInteger(long) && Number.isInteger(many);
  if (!readable || long < 5 || long > 24 * 60 || many < 1 || many > MOST_SLOTS) return undefined;
  return Array.from({ length: many }, (_each, index) => ({
    ...emptySlot(fresh.slot()),
    label,
    ...span(day, start + index * long, long),
    capacity,
  }));
}

const DAY_MINUTES = 24 * 60;

/** From so many minutes after the midnight of `day` on. */
function span(day: string, from: number, long: number): Pick<SlotValues, 'day' | 'from' | 'to' | 'lastDay'> {
  const starts = dayAfter(day, Math.floor(from / DAY_MINUTES));
  const ends = dayAfter(day, Math.floor((from + long) / DAY_MINUTES));
  return { day: starts, from: clock(from), to: clock(from + long), lastDay: ends === starts ? '' : ends };
}

const clock = (minutes: number): string => {
  const ofDay = minutes % DAY_MINUTES;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function dayAfter(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || days === 0 ? day : new Date(at + days * 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
