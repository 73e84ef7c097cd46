/** Check-in at the door: who of a slot was there, and the hours that come of it. */
import * as z from 'zod/mini';
import { Instant, Language, PersonId, Places, SignUpId, SlotId } from '../values.ts';
import { PersonDetails } from './sign-up.ts';

/** `open`: not marked, or taken back. */
export const AttendanceState = z.enum(['attended', 'missed', 'open']);
export type AttendanceState = z.infer<typeof AttendanceState>;

/** Of one person's own time, a day at most: whole, 0 to 1,440. */
export const Minutes = z.int('minutes.not-whole').check(z.gte(0, 'minutes.too-few'), z.lte(1_440, 'minutes.too-many'));

/**
 * `at`: when it was seen, which may be long before it is sent; without it, now. Of several the one with the latest `at` stands, in whatever order and
 * however often they are sent; one of the future counts as now. `minutes`, of `attended` alone, stand instead of the slot's length.
 */
export const MarkRequest = z.strictObject({
  attendance: AttendanceState,
  minutes: z.optional(Minutes),
  at: z.optional(Instant),
});
export type MarkRequest = z.infer<typeof MarkRequest>;

/** What stands now: what was sent, or what somebody saw later. */
export const MarkedPerson = z.object({
  personId: PersonId,
  signUpId: SignUpId,
  slotId: SlotId,
  places: z.int().check(z.gte(1)),
  attendance: AttendanceState,
  seenAt: z.optional(Instant),
  /** Given, as it is counted: what was set, or the slot's length. Of `attended` alone. */
  minutes: z.optional(z.int()),
});
export type MarkedPerson = z.infer<typeof MarkedPerson>;

/** Says the same of everybody in a slot of whom nothing was said. `open` takes back what was said of all in this way. */
export const MarkRestRequest = z.strictObject({ slotId: SlotId, attendance: AttendanceState });
export type MarkRestRequest = z.infer<typeof MarkRestRequest>;
export const MarkedRest = z.object({
  slotId: SlotId,
  attendance: AttendanceState,
  /** People it changed something for. */ people: z.int(),
});
export type MarkedRest = z.infer<typeof MarkedRest>;

/** Somebody at the door who is not on the list, or not yet. `makeRoom`: the slot gets as many places more as are missing. */
export const WalkIn = z.strictObject({
  slotId: SlotId,
  places: Places,
  person: PersonDetails,
  language: Language,
  makeRoom: z.boolean(),
});
export type WalkIn = z.infer<typeof WalkIn>;
