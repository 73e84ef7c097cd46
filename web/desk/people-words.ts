/** Words that the pages of one person share: refusals with what is left, wrong fields. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { FieldError } from '../components/fields.tsx';
import { slotWhen, textOf, type View } from '../components/view.ts';
import { deskPeopleIn } from '../messages/areas.ts';
import type { SlotRoom } from './models-people.ts';
import { deskProblemWords } from './problem-words.ts';

/** `left` are the places that are open in the slot it is about, now. */
export function refusedWords(view: View, code: ProblemCode, left: number): string {
  return deskPeopleIn(view.context.language).refused[code]?.(left) ?? deskProblemWords(view, code);
}

/** Each wrong field once. `fieldOf` gives the id of the field that a pointer belongs to. */
export function fieldErrors(view: View, problems: readonly FieldProblem[], fieldOf: (pointer: string) => string): readonly FieldError[] {
  const { errors, errorOther } = deskPeopleIn(view.context.language);
  const seen = new Map<string, string>();
  for (const { pointer, code } of problems) {
    const fieldId = fieldOf(pointer);
    const kind = fieldId.startsWith('answer-') ? 'answers' : (fieldId.split('-')[0] ?? '');
    if (!seen.has(fieldId)) seen.set(fieldId, errors[code] ?? errors[kind] ?? errorOther);
  }
  return [...seen].map(([fieldId, words]) => ({ fieldId, words }));
}

/** `Ring toss, Friday, March 5, 5:00 – 7:00 PM`: slots one after the other often have the same label. */
export const slotSaid = (view: View, slot: SlotRoom['slot'], zone: string): string =>
  slot.startsAt === undefined ? textOf(view, slot.label) : `${textOf(view, slot.label)}, ${slotWhen(view, slot, zone)}`;
