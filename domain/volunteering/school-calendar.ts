/** A school's calendar to subscribe to: every slot with a time that anyone may see. No places left: they would be old before anyone looks. */
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { DatedSlot, Opportunity } from '#contracts/resources/opportunity.ts';
import type { Slug } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import { isPublic, publicSchool } from './availability.ts';
import type { CalendarSource, CalendarSources } from './calendar-ports.ts';
import { type CalendarWindow, calendarWindow, isCalledOff, latest, savedAtOf, slotsWithin } from './calendar-window.ts';
import type { Schools } from './ports.ts';

export interface SchoolCalendarEvent {
  readonly slot: DatedSlot;
  readonly opportunity: Opportunity;
  readonly cancelled: boolean;
  /** Grows with each change of the opportunity, and only then. */
  readonly sequence: number;
  readonly changedAt: string;
}
export interface SchoolCalendar {
  readonly school: PublicSchool;
  readonly events: readonly SchoolCalendarEvent[];
  /** Before it, the calendar may have said something else; since then it has not. */
  readonly changedAt: string;
}

export const schoolCalendar =
  ({ schools, calendarSources, clock }: { readonly schools: Schools; readonly calendarSources: CalendarSources; readonly clock: Clock }) =>
  async ({ slug }: { readonly slug: Slug }): Promise<Result<SchoolCalendar, { readonly code: 'school.not-found' }>> => {
    const school = (await schools.all()).find((one) => one.slug === slug);
    if (!school) return refused({ code: 'school.not-found' });
    const window = calendarWindow(clock.now());
    const sources = await calendarSources.ofSchool(school.schoolId, window.from);
    return ok({
      school: publicSchool(school),
      events: schoolEvents(sources, window),
      changedAt: latest([window.since, ...sources.map(savedAtOf)]),
    });
  };

/** In the order of their starts. What is a draft is not there; what was put away is, as called off, if it was not over by then. Pure. */
export function schoolEvents(sources: readonly CalendarSource[], window: CalendarWindow): readonly SchoolCalendarEvent[] {
  return sources
    .filter(({ opportunity }) => isPublic(opportunity) || opportunity.status === 'archived')
    .flatMap((source) => {
      const { opportunity } = source;
      return slotsWithin(opportunity, window).map((slot) => ({
        slot,
        opportunity,
        cancelled: isCalledOff(source, slot),
        sequence: opportunity.version,
        changedAt: savedAtOf(source),
      }));
    })
    .sort((a, b) => millis(a.slot.startsAt) - millis(b.slot.startsAt) || (a.slot.slotId < b.slot.slotId ? -1 : 1));
}
