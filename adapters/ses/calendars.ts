/**
 * Calendar entries as iCalendar text (RFC 5545, METHOD after RFC 5546), made by ical-generator.
 *
 * Instants are written in UTC: every calendar program shows them in the reader's own zone, and no zone definition can be missing or out of date.
 * The UID stays with the sign-up and SEQUENCE only grows, so that a change or cancellation updates the entry that is there.
 */
import ical, { ICalAttendeeStatus, type ICalCalendar, ICalCalendarMethod, type ICalEvent, ICalEventStatus } from 'ical-generator';
import type { District } from '#contracts/district.ts';
import type { LocalizedText } from '#contracts/values.ts';
import type { CalendarEntry, Calendars } from '#domain/messaging/ports.ts';

type Of = Pick<District, 'name' | 'siteUrl' | 'languages'>;

export const calendars = (district: Of): Calendars => ({
  file(entry) {
    const calendar = calendarOf(district, entry, entry.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
    const { person } = entry;
    add(calendar, district, entry).createAttendee({
      name: oneLine(person.name),
      email: person.email,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
    return calendar.toString();
  },
  all(entries) {
    const [first] = entries;
    if (!first) throw new Error('a calendar file without an entry');
    const calendar = calendarOf(district, first, ICalCalendarMethod.PUBLISH);
    // RFC 5546 §3.2.1: what is published names nobody who attends
    for (const entry of entries) add(calendar, district, entry);
    return calendar.toString();
  },
});

const calendarOf = (district: Of, { language }: CalendarEntry, method: ICalCalendarMethod): ICalCalendar =>
  ical({ prodId: { company: oneLine(district.name), product: 'Crosswalk', language: language.toUpperCase() }, method });

function add(calendar: ICalCalendar, district: Of, entry: CalendarEntry): ICalEvent {
  const words = (texts: LocalizedText): string => wordsIn(texts, [entry.language, ...district.languages]);
  const { slot, opportunity, school } = entry;
  const event = calendar.createEvent({
    id: `${entry.signUpId}@${new URL(district.siteUrl).hostname}`,
    sequence: entry.sequence,
    stamp: new Date(entry.at),
    start: new Date(slot.startsAt),
    end: new Date(slot.endsAt),
    summary: oneLine(`${words(opportunity.title)}: ${words(slot.label)}`),
    description: [words(slot.label), slot.note && words(slot.note), school.name, entry.manageUrl].filter(Boolean).map(String).join('\n'),
    status: entry.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(opportunity.contact.name), email: opportunity.contact.email },
  });
  if (opportunity.place)
    event.location(oneLine([opportunity.place.name, opportunity.place.address ?? school.address].filter(Boolean).join(', ')));
  if (entry.manageUrl !== undefined) event.url(entry.manageUrl);
  return event;
}

/** In the first of `languages` that the words exist in; otherwise in whatever they do. */
function wordsIn(texts: LocalizedText, languages: readonly string[]): string {
  const language = languages.find((one) => texts[one] !== undefined);
  return (language !== undefined ? texts[language] : Object.values(texts)[0]) ?? '';
}

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();
