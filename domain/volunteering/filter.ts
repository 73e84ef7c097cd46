/**
 * What working parents ask for: evening, weekend, from home, short. Evening and weekend are of the school's zone, whatever the night the clocks change.
 *
 * Only browsing imports this file: the time zone library stays out of the sign-up function.
 */
import { Temporal } from 'temporal-polyfill';
import type { OpportunityFilter, PublicOpportunity } from '#contracts/resources/availability.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { millis } from '../time.ts';

const EVENING_HOUR = 17;
const SHORT_MS = 90 * 60_000;

/** Whether the opportunity as a whole fits and has one slot that fits all that is asked of time. */
export function fits(opportunity: PublicOpportunity, filter: OpportunityFilter): boolean {
  if (filter.schoolId !== undefined && opportunity.schoolId !== filter.schoolId) return false;
  if (filter.kind !== undefined && opportunity.kind !== filter.kind) return false;
  if (filter.language !== undefined && !opportunity.languages.includes(filter.language)) return false;
  if (filter.fromHome && opportunity.kind !== 'remote' && opportunity.place !== undefined) return false;
  return opportunity.slots.some(({ slot }) => slotFits(slot, opportunity.school.zone, filter));
}

function slotFits(slot: Slot, zone: string, filter: OpportunityFilter): boolean {
  if (filter.short && !isShort(slot)) return false;
  if (!filter.evening && !filter.weekend) return true;
  if (slot.startsAt === undefined) return false;
  const start = Temporal.Instant.fromEpochMilliseconds(millis(slot.startsAt)).toZonedDateTimeISO(zone);
  return (!filter.evening || start.hour >= EVENING_HOUR) && (!filter.weekend || start.dayOfWeek >= 6);
}

function isShort(slot: Slot): boolean {
  if (slot.kind === 'item') return true;
  return slot.startsAt !== undefined && slot.endsAt !== undefined && millis(slot.endsAt) - millis(slot.startsAt) <= SHORT_MS;
}
