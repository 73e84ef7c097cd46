/** Feedback in memory. The counts live on when an answer goes, as on the table. */
import { SCORES } from '#contracts/resources/feedback.ts';
import type { Feedback, GivenFeedback } from '#domain/volunteering/feedback.ts';
import type { ReadFeedback, Written } from '#domain/volunteering/feedback-results.ts';

export function fakeFeedback(kept: Map<string, GivenFeedback>): { readonly feedback: Feedback; readonly readFeedback: ReadFeedback } {
  /** By the school, and the opportunity. */
  const counts = new Map<string, number[]>();
  const keyOf = ({ schoolId, opportunityId }: Pick<GivenFeedback, 'schoolId' | 'opportunityId'>): string => `${schoolId}/${opportunityId}`;
  const count = (one: GivenFeedback, more: 1 | -1): void => {
    const before = counts.get(keyOf(one)) ?? SCORES.map(() => 0);
    counts.set(
      keyOf(one),
      before.map((n, index) => (index + 1 === one.score ? n + more : n)),
    );
  };
  return {
    feedback: {
      find: async (personId, opportunityId) => structuredClone(kept.get(`${personId}/${opportunityId}`)),
      async save(before, after) {
        const key = `${after.personId}/${after.opportunityId}`;
        if (kept.get(key)?.version !== before?.version) return 'stale';
        if (before) count(before, -1);
        count(after, 1);
        kept.set(key, structuredClone(after));
        return 'done';
      },
    },
    readFeedback: {
      counts: async (schoolId, opportunityId) => counts.get(keyOf({ schoolId, opportunityId })) ?? SCORES.map(() => 0),
      ofSchool: async (schoolId, most) =>
        [...counts]
          .filter(([key]) => key.startsWith(`${schoolId}/`))
          .map(([key, scores]) => ({ opportunityId: key.slice(schoolId.length + 1) as GivenFeedback['opportunityId'], scores }))
          .sort((a, b) => (a.opportunityId < b.opportunityId ? 1 : -1))
          .slice(0, most),
      written: async (opportunityId, most, before) =>
        [...kept.values()]
          .filter((one) => one.opportunityId === opportunityId)
          .flatMap(writtenOf)
          .sort((a, b) => (a.place < b.place ? 1 : -1))
          .filter(({ place }) => before === undefined || place < before)
          .slice(0, most),
    },
  };
}

/** In place of what the table makes of the words: whose they are, which no test may see on a page either. */
const writtenOf = ({ text, score, language, name, answeredAt, personId }: GivenFeedback): readonly Written[] =>
  text === undefined
    ? []
    : [{ text, score, language, ...(name !== undefined && { name }), answeredAt, place: `${answeredAt}_${personId.slice(0, 8)}` }];
