/** A person's own calendar to subscribe to: what they hold places in. Whoever reads it can change nothing. */
import type { PublicSchool } from '#contracts/resources/availability.ts';
import { type DatedSlot, isDated, type Opportunity } from '#contracts/resources/opportunity.ts';
import type { Language, PersonId, SignUpId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { iso, millis } from '../time.ts';
import { publicSchool } from './availability.ts';
import type { CalendarSources, OwnCalendarSource } from './calendar-ports.ts';
import { type CalendarWindow, calendarWindow, isCalledOff, latest, savedAtOf, slotsWithin } from './calendar-window.ts';
import type { Schools } from './ports.ts';

export interface OwnCalendarEvent {
  readonly signUpId: SignUpId;
  readonly slot: DatedSlot;
  readonly opportunity: Opportunity;
  readonly school: PublicSchool;
  readonly places: number;
  readonly cancelled: boolean;
  /** Grows with each change of the opportunity and of the sign-up. What others do in the slot does not count. */
  readonly sequence: number;
  readonly changedAt: string;
}
export interface PersonCalendar {
  /** Of the latest sign-up; undefined when nothing is kept any more. */
  readonly language?: Language;
  readonly events: readonly OwnCalendarEvent[];
}

export const personCalendar =
  ({ schools, calendarSources, clock }: { readonly schools: Schools; readonly calendarSources: CalendarSources; readonly clock: Clock }) =>
  async ({ personId }: { readonly personId: PersonId }): Promise<PersonCalendar> => {
    const [sources, all] = await Promise.all([calendarSources.ofPerson(personId), schools.all()]);
    const newest = sources.toSorted((a, b) => millis(b.signUp.signedUpAt) - millis(a.signUp.signedUpAt))[0];
    const known = new Map(all.map((school) => [school.schoolId, publicSchool(school)]));
    return {
      ...(newest && { language: newest.signUp.language }),
      events: ownEvents(sources, calendarWindow(clock.now())).flatMap(({ schoolId, ...event }) => {
        const school = known.get(schoolId);
        return school ? [{ ...event, school }] : [];
      }),
    };
  };

/** In the order of their starts: those whose places the ledger says are theirs. Pure. */
export function ownEvents(
  sources: readonly OwnCalendarSource[],
  window: CalendarWindow,
): readonly (Omit<OwnCalendarEvent, 'school'> & Pick<Opportunity, 'schoolId'>)[] {
  return sources
    .flatMap((source) => {
      const { signUp, opportunity, ledger } = source;
      const claim = ledger?.claims[signUp.personId];
      const slot = slotsWithin(opportunity, window).find(({ slotId }) => slotId === signUp.slotId);
      if (!slot || !isDated(slot) || claim?.signUpId !== signUp.signUpId) return [];
      return [
        {
          signUpId: signUp.signUpId,
          schoolId: opportunity.schoolId,
          slot,
          opportunity,
          places: claim.places,
          cancelled: isCalledOff(source, slot),
          sequence: opportunity.version + signUp.ledgerVersion,
          changedAt: latest([savedAtOf(source), signUp.signedUpAt]),
        },
      ];
    })
    .sort((a, b) => millis(a.slot.startsAt) - millis(b.slot.startsAt) || (a.signUpId < b.signUpId ? -1 : 1));
}

/** What a person's calendar is found by, until its address is replaced: long enough for one who helps once a year. */
const KEPT_DAYS = 400;
/** Its address is good for longer again once this much of that has passed: a write a month, not one with each look. */
const RENEWED_AFTER_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

export const addressExpiry = (now: number): string => iso(now + KEPT_DAYS * DAY_MS);
export const isToRenew = (expiresAt: string, now: number): boolean => millis(expiresAt) - now < (KEPT_DAYS - RENEWED_AFTER_DAYS) * DAY_MS;
