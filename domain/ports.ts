/** Ports every capability may ask for: time, ids, and who an address is. */
import type { GiftId, PaymentId, PersonId, PledgeId, SignUpId, SlotId, SubmissionId, UploadId } from '#contracts/values.ts';

/** Now, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Ids that are derived, so that a repeated request means the same things. All pure for the same input. */
export interface Ids {
  /** Of one request: the caller's key, bound to what distinguishes requests that may share a key. */
  submissionId(...parts: readonly string[]): SubmissionId;
  signUpId(submissionId: SubmissionId, slotId: SlotId): SignUpId;
  pledgeId(submissionId: SubmissionId): PledgeId;
  paymentId(submissionId: SubmissionId): PaymentId;
  giftId(submissionId: SubmissionId): GiftId;
  uploadId(submissionId: SubmissionId): UploadId;
  /** Fingerprint of a request body, to tell a repeat from another request under the same key. */
  fingerprint(body: unknown): string;
}

/** Who stands behind an e-mail address, without telling the address. */
export interface People {
  /** `normalisedEmail` as `normaliseEmail` gives it. Throws when the district's key can't be read. */
  identify(normalisedEmail: string): Promise<PersonId>;
}
