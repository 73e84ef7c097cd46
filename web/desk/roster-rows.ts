/** The roster as a table of plain text: what `roster.csv` has. Whoever writes the file cares for quotes and formulas. */
import type { Roster } from '#contracts/resources/roster.ts';
import { slotWhen, textOf, viewOf } from '../components/view.ts';
import { deskCheckInIn, deskPeopleIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { answerWords } from './roster.tsx';

/** Who waits is not at the door. */
const NOBODY_SAW = { attendance: 'open', minutes: undefined, timeBefore: undefined } as const;

/** Its first row names the columns. One row for each person and slot: who comes, then who waits, in their order. */
export function rosterRows(context: PageContext, roster: Roster, zone: string): readonly (readonly string[])[] {
  const view = viewOf(context);
  const words = deskPeopleIn(context.language);
  const door = deskCheckInIn(context.language);
  const asked = roster.questions.map(({ text }) => textOf(view, text));
  const head = [
    words.slot,
    words.when,
    words.name,
    words.email,
    words.phone,
    words.places,
    words.waitlistNumber,
    words.newTime,
    door.checkIn,
    door.minutes,
    ...asked,
    words.note,
    words.since,
  ];
  const rows = roster.slots.flatMap(({ slot, people, waiting }) =>
    [...people.map((one) => ({ ...one, position: undefined })), ...waiting.map((one) => ({ ...one, ...NOBODY_SAW }))].map(
      ({ person, places, answers, note, signedUpAt, position, timeBefore, attendance, minutes }) => [
        textOf(view, slot.label),
        slot.calledOff ? `${slotWhen(view, slot, zone)} (${view.m.calledOff})` : slotWhen(view, slot, zone),
        person?.name ?? words.gone,
        person?.email ?? '',
        person?.phone ?? '',
        String(places),
        position === undefined ? '' : String(position),
        timeBefore === undefined ? '' : words.unconfirmed,
        door.said[attendance],
        minutes === undefined ? '' : String(minutes),
        ...roster.questions.map((question) => answerWords(view, question, answers)),
        note ?? '',
        signedUpAt === undefined ? '' : view.dates.dayKey(signedUpAt, zone),
      ],
    ),
  );
  return [head, ...rows];
}
