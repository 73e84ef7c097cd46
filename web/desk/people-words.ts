/** Words that the pages of one person share: refusals with what is left, wrong fields. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { RosterEntry } from '#contracts/resources/roster.ts';
import type { FieldError } from '../components/fields.tsx';
import { slotWhen, textOf, type View } from '../components/view.ts';
import { checkInIn, deskCheckInIn, deskPeopleIn } from '../messages/areas.ts';
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

/** `Ring toss, Friday, March 5, 5:00 – 7:00 PM`: slots one after the other often have the same label. With that it is called off. */
export function slotSaid(view: View, slot: SlotRoom['slot'], zone: string): string {
  const when = slot.startsAt === undefined ? '' : `, ${slotWhen(view, slot, zone)}`;
  return `${textOf(view, slot.label)}${when}${slot.calledOff ? ` (${view.m.calledOff})` : ''}`;
}

/** When somebody missed it is not told: nobody saw it. */
export function attendanceSaid(view: View, { attendance, seenAt }: Pick<RosterEntry, 'attendance' | 'seenAt'>, zone: string): string {
  const words = deskCheckInIn(view.context.language);
  if (attendance !== 'attended' || seenAt === undefined) return words.said[attendance];
  return words.saidAt(words.said.attended, view.dates.time(seenAt, zone));
}

/** With how long they helped. */
export function attendanceWords(view: View, entry: Pick<RosterEntry, 'attendance' | 'seenAt' | 'minutes'>, zone: string): string {
  const { spent } = checkInIn(view.context.language);
  const said = attendanceSaid(view, entry, zone);
  return entry.minutes === undefined ? said : `${said} · ${spent(entry.minutes)}`;
}
