/** Ids derived from what they stand for with SHA-256: the same request always means the same things. */

import { createHash } from 'node:crypto';
import { canonicalJson } from '#contracts/same.ts';
import {
  CampaignId,
  GiftId,
  LevelId,
  OpportunityId,
  PaymentId,
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
import type { Ids } from '#domain/ports.ts';

const SUBMISSION_BYTES = 16;
const DERIVED_BYTES = 12;

/** Each part is preceded by its length, so that no two lists of parts read the same. */
const digest = (parts: readonly string[], bytes: number): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest().subarray(0, bytes).toString('base64url');
};

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 characters in the shape of a ULID, 125 bits of them from the hash. */
const ulidOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return `0${Array.from(hash.digest().subarray(0, 25), (byte) => CROCKFORD[byte % CROCKFORD.length]).join('')}`;
};

export const systemIds: Ids = {
  submissionId: (...parts) => SubmissionId.parse(digest(['submission', ...parts], SUBMISSION_BYTES)),
  signUpId: (submissionId, slotId) => SignUpId.parse(`sgn_${digest(['sign-up', submissionId, slotId], DERIVED_BYTES)}`),
  pledgeId: (submissionId) => PledgeId.parse(`plg_${digest(['pledge', submissionId], DERIVED_BYTES)}`),
  paymentId: (submissionId) => PaymentId.parse(`pay_${digest(['payment', submissionId], DERIVED_BYTES)}`),
  giftId: (submissionId) => GiftId.parse(`gft_${digest(['gift', submissionId], DERIVED_BYTES)}`),
  uploadId: (submissionId) => UploadId.parse(`upl_${digest(['upload', submissionId], DERIVED_BYTES)}`),
  photoId: (uploadId, drawing) => PhotoId.parse(`pho_${digest(['photo', uploadId, drawing], DERIVED_BYTES)}`),
  schoolId: (...parts) => SchoolId.parse(`sch_${ulidOf('school', ...parts)}`),
  opportunityId: (...parts) => OpportunityId.parse(`opp_${ulidOf('opportunity', ...parts)}`),
  slotId: (...parts) => SlotId.parse(`slot_${ulidOf('slot', ...parts)}`),
  questionId: (...parts) => QuestionId.parse(`qst_${ulidOf('question', ...parts)}`),
  seriesId: (...parts) => SeriesId.parse(`ser_${digest(['series', ...parts], DERIVED_BYTES)}`),
  campaignId: (...parts) => CampaignId.parse(`cmp_${ulidOf('campaign', ...parts)}`),
  levelId: (...parts) => LevelId.parse(`lvl_${ulidOf('level', ...parts)}`),
  fingerprint: (body) => digest(['fingerprint', canonicalJson(body)], SUBMISSION_BYTES),
};
