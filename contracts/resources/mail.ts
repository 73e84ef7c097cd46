/** What becomes of the mails of the district, and the addresses that get none any more. */
import * as z from 'zod/mini';
import { Day, Instant, line, PersonId } from '../values.ts';

/**
 * Each mail counts once in each, on the day on which it was sent. `bounced`: the address takes no mail. `bouncedForNow`: it was not taken, for a
 * reason that may pass. `complained`: marked as spam by who got it. `failed`: the mail service did not pass it on. `suppressed`: not sent,
 * because the address is suppressed.
 */
export const MAIL_FATES = ['sent', 'delivered', 'bounced', 'bouncedForNow', 'complained', 'failed', 'suppressed'] as const;
export type MailFate = (typeof MAIL_FATES)[number];

const counts = {
  sent: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  bouncedForNow: z.int(),
  complained: z.int(),
  failed: z.int(),
  suppressed: z.int(),
} as const satisfies Record<MailFate, unknown>;

export const MailCounts = z.object(counts);
export type MailCounts = z.infer<typeof MailCounts>;

export const MailDay = z.object({ day: Day, ...counts });
export type MailDay = z.infer<typeof MailDay>;

/** Shares of what was sent, 0 to 1; absent while nothing was sent. */
export const MailRates = z.object({ bounced: z.number(), complained: z.number() });
export type MailRates = z.infer<typeof MailRates>;

export const MailHealth = z.object({
  /** The last thirty days, the earliest first, each of them. */
  days: z.array(MailDay),
  /** Of all of them. */
  total: MailCounts,
  rates: z.optional(MailRates),
  asOf: Instant,
});
export type MailHealth = z.infer<typeof MailHealth>;

/**
 * From where on the mail service looks into an account, and from where on it may stop it
 * (https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html).
 */
export const MAIL_LIMITS = {
  bounced: { review: 0.05, pause: 0.1 },
  complained: { review: 0.001, pause: 0.005 },
} as const satisfies Record<keyof MailRates, { review: number; pause: number }>;

/** `bounce`: the address takes no mail. `complaint`: somebody there marked our mail as spam. */
export const SuppressionCause = z.enum(['bounce', 'complaint']);
export type SuppressionCause = z.infer<typeof SuppressionCause>;

export const SuppressedAddress = z.object({
  personId: PersonId,
  /** Absent when the person asked to be deleted: then nobody can see any more whose it is. */
  email: z.optional(z.string()),
  cause: SuppressionCause,
  since: Instant,
  version: z.int(),
});
export type SuppressedAddress = z.infer<typeof SuppressedAddress>;

export const SuppressedAddresses = z.object({ suppressed: z.array(SuppressedAddress), complete: z.boolean() });

export const SuppressionLift = z.strictObject({
  /** The version that was seen. */
  version: z.int().check(z.gte(1)),
  reason: line(300),
});
export type SuppressionLift = z.infer<typeof SuppressionLift>;

export const SuppressionLifted = z.object({ personId: PersonId, liftedAt: Instant });
