/** Calendars to subscribe to: the address of a person's own, and what a calendar says before it is written as iCalendar text. */
import * as z from 'zod/mini';
import { Instant, type Language } from '../values.ts';

/** Secret part of the address of a person's own calendar: who it is of, and 192 bits that nobody can guess. Base64url. */
export const CalendarToken = z
  .string()
  .check(z.regex(/^[\w-]{48}$/, 'link.malformed'))
  .brand('CalendarToken');
export type CalendarToken = z.infer<typeof CalendarToken>;

export const CalendarAddress = z.object({
  /** For calendars on the web, which ask for an address to copy. */
  url: z.string(),
  /** The same, as a link that opens a calendar program. */
  webcal: z.string(),
  since: Instant,
});
export type CalendarAddress = z.infer<typeof CalendarAddress>;

export const MakeCalendarAddressRequest = z.strictObject({});
/** `seen`: the address that is to end. If it is not the one there is any more, nothing changes. */
export const ReplaceCalendarAddressRequest = z.strictObject({ seen: z.string().check(z.maxLength(300)) });
export type ReplaceCalendarAddressRequest = z.infer<typeof ReplaceCalendarAddressRequest>;
export const EndCalendarAddressRequest = z.strictObject({});

/** One entry of a calendar. The same `uid` is the same entry for good; of two, the one with the higher `sequence` holds. */
export interface FeedEvent {
  readonly uid: string;
  readonly sequence: number;
  /** When what it says was last changed: ISO instant. */
  readonly changedAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cancelled: boolean;
  readonly title: string;
  readonly description: string;
  readonly place?: string;
  readonly url: string;
}

export interface CalendarFeed {
  readonly name: string;
  readonly description: string;
  readonly language: Language;
  readonly events: readonly FeedEvent[];
}
