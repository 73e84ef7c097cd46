/** What calendars to subscribe to ask of the outside: what stands in them, and under which address a person's own is. */
import type { CalendarToken } from '#contracts/resources/calendar.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { PersonId, SchoolId } from '#contracts/values.ts';
import type { SignUp, SlotLedger } from './ports.ts';

export interface CalendarSource {
  readonly opportunity: Opportunity;
  /** When the definition was saved as it is; absent for what was saved before that was noted. */
  readonly savedAt?: string;
}
/** A sign-up beside what it is for. */
export interface OwnCalendarSource extends CalendarSource {
  readonly signUp: SignUp;
  /** Absent for a slot that was never open to anyone. */
  readonly ledger?: SlotLedger;
}

export interface CalendarSources {
  /** What the public sees of a school, and what was put away after it was published and ends at or after `from`. May be some seconds old. */
  ofSchool(schoolId: SchoolId, from: string): Promise<readonly CalendarSource[]>;
  /** Consistent; all of a person that are still kept. */
  ofPerson(personId: PersonId): Promise<readonly OwnCalendarSource[]>;
}

/** The address of a person's own calendar: at most one at a time, made and ended by the person. */
export interface OwnCalendarAddress {
  readonly token: CalendarToken;
  readonly since: string;
}
export interface OwnCalendarAddresses {
  /** Consistent. The one that works at `now`. */
  find(personId: PersonId, now: number): Promise<OwnCalendarAddress | undefined>;
  /** Gives the one there is, or makes one that works until `expiresAt`. */
  make(personId: PersonId, now: number, expiresAt: string): Promise<OwnCalendarAddress>;
  /** The one there is ends and another begins, if it is `seen`; otherwise as `make`. */
  replace(personId: PersonId, seen: CalendarToken | undefined, now: number, expiresAt: string): Promise<OwnCalendarAddress>;
  end(personId: PersonId, now: number): Promise<void>;
}

/** What is kept with an address of what was read under it. */
export interface ReadCalendar {
  readonly personId: PersonId;
  readonly expiresAt: string;
  /** What the calendar said last, by its tag, and since when. */
  readonly said?: { readonly tag: string; readonly since: string };
}
export interface ReadCalendars {
  /** Consistent. Undefined for unknown, altered, replaced, ended and expired ones alike. */
  resolve(token: CalendarToken, now: number): Promise<ReadCalendar | undefined>;
  /** Notes what the calendar says now, and until when its address works; nothing when the address has ended in between. */
  note(token: CalendarToken, now: { readonly said: NonNullable<ReadCalendar['said']>; readonly expiresAt: string }): Promise<void>;
}
