/** Ports every capability may ask for: time, ids, and who an address is. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type {
  CampaignId,
  GiftId,
  LevelId,
  OpportunityId,
  PaymentId,
  PersonId,
  PhotoId,
  PledgeId,
  QuestionId,
  SchoolId,
  SeriesId,
  SignUpId,
  SlotId,
  SubmissionId,
  UploadId,
} from '#contracts/values.ts';

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
  /** Of the file's name and what is drawn from it. */
  photoId(uploadId: UploadId, digest: string): PhotoId;
  /** Of what staff define, by a name that tells it apart. */
  schoolId(...parts: readonly string[]): SchoolId;
  opportunityId(...parts: readonly string[]): OpportunityId;
  slotId(...parts: readonly string[]): SlotId;
  questionId(...parts: readonly string[]): QuestionId;
  seriesId(...parts: readonly string[]): SeriesId;
  campaignId(...parts: readonly string[]): CampaignId;
  levelId(...parts: readonly string[]): LevelId;
  /** Fingerprint of a request body, to tell a repeat from another request under the same key. */
  fingerprint(body: unknown): string;
}

/** Who stands behind an e-mail address, without telling the address. */
export interface People {
  /** `normalisedEmail` as `normaliseEmail` gives it. Throws when the district's key can't be read. */
  identify(normalisedEmail: string): Promise<PersonId>;
}

/** What staff changed. Each capability keeps its own, in its table. */
export interface StaffHistory {
  /** Keeps the entry; the same entry again changes nothing. Entries that go with a save are written by that save. */
  add(entry: StaffHistoryEntry): Promise<void>;
  /** Of one thing, the oldest first. Consistent. */
  about(about: string): Promise<readonly StaffHistoryEntry[]>;
  /** Of a month (`2027-03`, UTC), the latest first, at most `most`; may lag behind by a moment. */
  inMonth(month: string, most: number): Promise<readonly StaffHistoryEntry[]>;
}
