/** Suggestion boxes in memory. */
import type { SuggestionId } from '#contracts/resources/suggestion.ts';
import { same } from '#contracts/same.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';

export function fakeSuggestions(history: StaffHistory): Suggestions {
  const all = new Map<SuggestionId, Parameters<Suggestions['put']>[0]>();
  return {
    async put(suggestion) {
      const there = all.get(suggestion.suggestionId);
      if (there) return { kind: 'exists', suggestion: structuredClone(there) };
      all.set(suggestion.suggestionId, structuredClone(suggestion));
      return { kind: 'put' };
    },
    async find(schoolId, suggestionId) {
      const there = all.get(suggestionId);
      return there?.schoolId === schoolId ? structuredClone(there) : undefined;
    },
    ofSchool: async (schoolId) => [...all.values()].filter((one) => one.schoolId === schoolId).map((one) => structuredClone(one)),
    async open() {
      const of = [...all.values()].filter(({ settled }) => !settled).map(({ schoolId }) => schoolId);
      return new Map(of.map((schoolId) => [schoolId, of.filter((one) => one === schoolId).length]));
    },
    async settle(before, settled, entry) {
      const there = all.get(before.suggestionId);
      if (!there || !same(there.settled, before.settled)) return 'stale';
      const { settled: _before, ...kept } = there;
      all.set(before.suggestionId, { ...kept, ...(settled && { settled }) });
      await history.add(entry);
      return 'done';
    },
  };
}
