/** Calendar files of mails, and calendars to subscribe to, read by a library that did not write them. */
import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';

export interface Entry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly status: string;
}

export const entriesOf = (mail: ParsedMail): readonly Entry[] =>
  mail.attachments.filter(({ filename }) => filename?.endsWith('.ics')).flatMap(({ content }) => entriesIn(content.toString('utf8')));

/** All entries of a calendar, in their order. */
export function entriesIn(text: string): readonly Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: Number(component.getFirstPropertyValue('sequence')),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

export function entryOf(text: string): Entry {
  const [entry] = entriesIn(text);
  if (!entry) throw new Error('the calendar file has no event');
  return entry;
}
