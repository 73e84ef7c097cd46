/** What people say after they took part: how it was, and what to do again or differently. One answer of each person to an opportunity. */
import * as z from 'zod/mini';
import { Day, Instant, Language, OpportunityId, text } from '../values.ts';
import { PublicSchool } from './availability.ts';
import { Opportunity } from './opportunity.ts';

/** From 1, not good at all, to 5, very good. */
export const Score = z.int().check(z.gte(1), z.lte(5));
export const SCORES = [1, 2, 3, 4, 5] as const;

/** `named`: the person's name stands beside the text. `language`: the one the text is written in, as far as the page knows. */
export const FeedbackToGive = z.strictObject({
  score: Score,
  text: z.optional(text(1_000)),
  named: z.boolean(),
  language: Language,
});
export type FeedbackToGive = z.infer<typeof FeedbackToGive>;

/**
 * `too-early`: nothing the person has places in has begun. `not-there`: it has, and they were not seen while others were. `over`: the time for answers
 * has passed.
 */
export const FeedbackState = z.enum(['too-early', 'not-there', 'open', 'over']);
export type FeedbackState = z.infer<typeof FeedbackState>;

/** An opportunity as its person is asked about it. */
export const MyFeedback = z.object({
  opportunity: z.pick(Opportunity, { opportunityId: true, title: true, contact: true }),
  school: PublicSchool,
  state: FeedbackState,
  /** With `too-early`: from when on. */
  opensAt: z.optional(Instant),
  /** With `open`: until when it can be given, and changed. */
  until: z.optional(Instant),
  /** As it was given; absent while there is none. */
  answer: z.optional(z.object({ score: Score, text: z.optional(z.string()), named: z.boolean(), answeredAt: Instant })),
});
export type MyFeedback = z.infer<typeof MyFeedback>;

/** How many gave each score, from 1 to 5. They stay when what was written goes. */
export const ScoreCounts = z.array(z.int()).check(z.length(SCORES.length));
export type ScoreCounts = z.infer<typeof ScoreCounts>;
export const sumOfScores = (all: readonly ScoreCounts[]): ScoreCounts =>
  SCORES.map((score) => all.reduce((sum, counts) => sum + (counts[score - 1] ?? 0), 0));
export const answersIn = (counts: ScoreCounts): number => counts.reduce((sum, n) => sum + n, 0);
/** Fewer answers are told one by one: the next one would move their average by half a score and more. */
const ENOUGH = 5;
/** From 1 to 5; undefined of fewer than five answers. */
export function averageScore(counts: ScoreCounts): number | undefined {
  const answers = answersIn(counts);
  return answers < ENOUGH ? undefined : counts.reduce((sum, n, index) => sum + n * (index + 1), 0) / answers;
}

/** What somebody wrote. Who it was is said only where they wished it. */
export const Comment = z.object({
  text: z.string(),
  language: Language,
  score: Score,
  name: z.optional(z.string()),
  /** By the school's calendar: the moment might tell who it was. */
  answeredOn: Day,
});
export type Comment = z.infer<typeof Comment>;

/** Where a page of comments ends. Opaque. */
export const CommentPlace = z.string().check(z.regex(/^[\dT:.-]{23}Z_[\w-]{8}$/, 'place.malformed'));

export const FeedbackResults = z.object({
  opportunityId: OpportunityId,
  scores: ScoreCounts,
  /** People who took part in what has ended. */
  asked: z.int(),
  /** Latest first. */
  comments: z.array(Comment),
  /** Of the next page; absent on the last. */
  next: z.optional(CommentPlace),
});
export type FeedbackResults = z.infer<typeof FeedbackResults>;

/** The hundred opportunities made last that have answers, latest first. */
export const SchoolFeedback = z.object({
  opportunities: z.array(z.object({ ...z.pick(Opportunity, { opportunityId: true, title: true }).shape, scores: ScoreCounts })),
});
export type SchoolFeedback = z.infer<typeof SchoolFeedback>;
