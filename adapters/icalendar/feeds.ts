/**
 * Calendars to subscribe to as iCalendar text (RFC 5545, RFC 7986), made by ical-generator.
 *
 * Instants are in UTC, as in the mails' entries. Nothing in it is of the moment: DTSTAMP and LAST-MODIFIED are when an entry was last changed, so that the same
 * calendar is the same bytes, and whoever has them need not be sent them again.
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarFeed } from '#contracts/resources/calendar.ts';

/** How often a calendar program may look again. */
export const REFRESH_SECONDS = 3_600;

export function feedText({ name, description, language, events }: CalendarFeed, district: { readonly name: string }): string {
  const calendar = ical({
    prodId: { company: oneLine(district.name), product: 'Crosswalk', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(name),
    description: oneLine(description),
    ttl: REFRESH_SECONDS,
  });
  for (const event of events) {
    const entry = calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.changedAt),
      lastModified: new Date(event.changedAt),
      start: new Date(event.startsAt),
      end: new Date(event.endsAt),
      summary: oneLine(event.title),
      description: event.description,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: event.url,
    });
    if (event.place !== undefined) entry.location(oneLine(event.place));
  }
  return calendar.toString();
}

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();
