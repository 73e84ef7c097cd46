/**
 * Refusals as they go over the wire: `application/problem+json` (RFC 9457), with our code and, for input, the fields concerned.
 *
 * A code is `noun.reason`. The table of HTTP statuses stands beside the codes, so a code without a status does not compile.
 */
import * as z from 'zod/mini';
import { StaffDeed } from './resources/history.ts';
import { SlotResult } from './resources/sign-up.ts';
import { Email, Instant, SlotId } from './values.ts';

/** Every refusal an operation can give, with the status it has over HTTP. */
export const PROBLEM_STATUS = {
  'request.malformed': 400,
  'request.foreign-origin': 403,
  'request.too-large': 413,
  'request.unsupported-type': 415,
  'request.invalid': 422,
  'request-key.missing': 400,
  'request-key.reused': 422,
  'request.conflict': 503,
  'route.not-found': 404,
  'school.not-found': 404,
  'school.changed-meanwhile': 409,
  'holidays.changed-meanwhile': 409,
  'opportunity.not-found': 404,
  'opportunity.changed-meanwhile': 409,
  'slot.not-found': 404,
  'slot.full': 409,
  'slot.not-enough-places': 409,
  'slot.waitlist-full': 409,
  'slot.not-open-yet': 409,
  'slot.closed': 409,
  'slot.started': 409,
  'slot.moved-meanwhile': 409,
  'slot.called-off': 409,
  'sign-up.all-refused': 409,
  'sign-up.already': 409,
  'sign-up.not-found': 404,
  'sign-up.not-active': 409,
  'sign-up.too-late': 409,
  'offer.over': 409,
  'feedback.too-early': 409,
  'feedback.not-there': 409,
  'feedback.over': 409,
  'note.changed-meanwhile': 409,
  'check-in.not-open-yet': 409,
  'person.limit-reached': 409,
  'campaign.not-found': 404,
  'campaign.changed-meanwhile': 409,
  'campaign.not-open-yet': 409,
  'campaign.closed': 409,
  'campaign.not-over': 409,
  'photo.too-many': 409,
  'level.sold-out': 409,
  'pledge.not-found': 404,
  'pledge.not-allowed-now': 409,
  'payment.too-much': 409,
  'gift.not-found': 404,
  'suppression.not-found': 404,
  'suggestion.not-found': 404,
  'link.invalid': 401,
  'staff.unknown': 401,
  'staff.not-allowed': 403,
  'staff.not-found': 404,
  'staff.already': 409,
  'staff.last-admin': 409,
  'version.conflict': 409,
  'form.outdated': 403,
  'service.unavailable': 503,
  'service.broken': 500,
} as const satisfies Record<`${string}.${string}`, number>;

export type ProblemCode = keyof typeof PROBLEM_STATUS;
/** Refusals that only the desk meets: their words are not in every bundle. */
export type DeskProblemCode =
  | 'school.changed-meanwhile'
  | 'holidays.changed-meanwhile'
  | 'opportunity.changed-meanwhile'
  | 'note.changed-meanwhile'
  | 'check-in.not-open-yet'
  | 'slot.called-off'
  | 'campaign.changed-meanwhile'
  | 'staff.not-found'
  | 'staff.already'
  | 'staff.last-admin'
  | 'suppression.not-found'
  | 'suggestion.not-found'
  | 'version.conflict'
  | 'photo.too-many';
/** Refusals of feedback: its page says them in words of its own. */
export type FeedbackProblemCode = Extract<ProblemCode, `feedback.${string}`>;
export const ProblemCode = z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]);

/** Where input was wrong: `/slots/0/places`, an RFC 6901 pointer into the body, or `header:idempotency-key`. */
export const FieldProblem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldProblem)),
  /** With `sign-up.all-refused`: why, slot by slot, and where places are left. */
  results: z.optional(z.array(SlotResult)),
  alternatives: z.optional(z.array(SlotId)),
  /** With `….changed-meanwhile`: what was changed since the version that was named, the oldest first. */
  meanwhile: z.optional(z.array(z.object({ at: Instant, by: Email, what: StaffDeed, fields: z.array(z.string()) }))),
  correlationId: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;
