/** Feedback: an answer beside its person, how many gave each score beside the school, and an index of what was written. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { SCORES, type ScoreCounts } from '#contracts/resources/feedback.ts';
import { Instant, Language, OpportunityId, PersonId, SchoolId } from '#contracts/values.ts';
import { iso, SECOND } from '#domain/time.ts';
import type { Feedback, GivenFeedback } from '#domain/volunteering/feedback.ts';
import type { ReadFeedback, Written } from '#domain/volunteering/feedback-results.ts';
import { type Item, type Key, type Table, ttl } from './table.ts';
import { type Transact, versionedWrite, type Write } from './transactions.ts';

export const FEEDBACK = 'FEEDBACK#';
export const feedbackKey = (personId: PersonId, opportunityId: OpportunityId): Key => ({
  pk: `PERSON#${personId}`,
  sk: `${FEEDBACK}${opportunityId}`,
});
const countsOf = (schoolId: SchoolId): string => `${FEEDBACK}${schoolId}`;
const countsKey = (schoolId: SchoolId, opportunityId: OpportunityId): Key => ({
  pk: countsOf(schoolId),
  sk: opportunityId,
});
/** `score1` to `score5` */
const counted = (score: number): string => `score${score}`;

const Row = z.object({
  personId: PersonId,
  opportunityId: OpportunityId,
  schoolId: SchoolId,
  score: z.int(),
  text: z.optional(z.string()),
  name: z.optional(z.string()),
  language: Language,
  answeredAt: Instant,
  version: z.int(),
  expiresAt: z.int(),
});

export const isFeedback = (item: Item): boolean => String(item.pk).startsWith('PERSON#') && String(item.sk).startsWith(FEEDBACK);
export function feedbackOf(item: Item): GivenFeedback {
  const { text, name, expiresAt, ...row } = Row.parse(item);
  return { ...row, expiresAt: iso(expiresAt * SECOND), ...(text !== undefined && { text }), ...(name !== undefined && { name }) };
}

/** Where it stands among what was written of its opportunity: by when, and apart by what it says, which does not lead to who said it. */
const placeOf = ({ answeredAt, score, text }: GivenFeedback): string =>
  `${answeredAt}_${createHash('sha256').update(`${score} ${text}`).digest('base64url').slice(0, 8)}`;

/** Takes the score before out of the counts and puts this one in. */
function count(before: GivenFeedback | undefined, { schoolId, opportunityId, score }: GivenFeedback): Write {
  return {
    key: countsKey(schoolId, opportunityId),
    update: `ADD #now :one${before ? ', #before :less' : ''}`,
    condition: {
      names: { '#now': counted(score), ...(before && { '#before': counted(before.score) }) },
      values: { ':one': 1, ...(before && { ':less': -1 }) },
    },
  };
}

/** For who only looks. */
export const givenFeedback = (table: Table): Pick<Feedback, 'find'> => ({
  async find(personId, opportunityId) {
    const item = await table.get(feedbackKey(personId, opportunityId));
    return item && feedbackOf(item);
  },
});

export const feedback = (table: Table, transact: Transact): Feedback => ({
  ...givenFeedback(table),
  async save(before, after) {
    const put = {
      ...feedbackKey(after.personId, after.opportunityId),
      ...after,
      ...(after.text !== undefined && { feedbackOf: after.opportunityId, feedbackAt: placeOf(after) }),
      expiresAt: ttl(after.expiresAt),
    };
    const outcome = await transact([versionedWrite(put), ...(before?.score === after.score ? [] : [count(before, after)])]);
    return outcome.kind === 'refused' ? 'stale' : outcome.kind;
  },
});

const Counts = z.record(z.string(), z.union([z.int(), z.string()]));
/** Nobody gave a score that is not there. */
const scoresOf = (item: Item | undefined): ScoreCounts => {
  const counts = Counts.parse(item ?? {});
  return SCORES.map((score) => Number(counts[counted(score)] ?? 0));
};

const WrittenRow = z.object({
  score: z.int(),
  text: z.string(),
  name: z.optional(z.string()),
  language: Language,
  answeredAt: Instant,
  feedbackAt: z.string(),
});
function writtenOf(item: Item): Written {
  const { name, feedbackAt, ...row } = WrittenRow.parse(item);
  return { ...row, ...(name !== undefined && { name }), place: feedbackAt };
}

export const readFeedback = (table: Table): ReadFeedback => ({
  counts: async (schoolId, opportunityId) => scoresOf(await table.get(countsKey(schoolId, opportunityId))),
  async ofSchool(schoolId, most) {
    const items = await table.query(
      { condition: 'pk = :pk', values: { ':pk': countsOf(schoolId) } },
      { consistent: true, latestFirst: true, most },
    );
    return items.map((item) => ({ opportunityId: OpportunityId.parse(item.sk), scores: scoresOf(item) }));
  },
  async written(opportunityId, most, before) {
    const values = { ':of': opportunityId, ...(before !== undefined && { ':before': before }) };
    const condition = `feedbackOf = :of${before === undefined ? '' : ' AND feedbackAt < :before'}`;
    return (await table.query({ condition, values }, { index: 'feedbackByOpportunity', latestFirst: true, most })).map(writtenOf);
  },
});
