/** A school's suggestion box. What is put in has no name; that it is dealt with is said with its entry of the history, which does not say what it says. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import {
  type Suggestion,
  SuggestionId,
  type SuggestionList,
  type SuggestionSent,
  type SuggestionToSend,
} from '#contracts/resources/suggestion.ts';
import type { Email, SchoolId } from '#contracts/values.ts';
import type { Clock, Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { DAY, iso } from '../time.ts';

/** How long it is kept. */
const KEPT_MS = 365 * DAY;

export interface Suggestions {
  /** Kept until `expiresAt`. `exists` carries what stands under its id. */
  put(
    suggestion: Suggestion,
    expiresAt: string,
  ): Promise<{ readonly kind: 'put' } | { readonly kind: 'exists'; readonly suggestion: Suggestion }>;
  /** Consistent. */
  find(schoolId: SchoolId, suggestionId: SuggestionId): Promise<Suggestion | undefined>;
  /** In no order. */
  ofSchool(schoolId: SchoolId): Promise<readonly Suggestion[]>;
  /** How many nobody has dealt with yet, of each school that has some; some moments behind. */
  open(): Promise<ReadonlyMap<SchoolId, number>>;
  /** With its entry of the history, or not at all. `stale`: it is not as it was read. */
  settle(before: Suggestion, settled: Suggestion['settled'], entry: StaffHistoryEntry): Promise<'done' | 'stale' | 'busy'>;
}

export interface SendSuggestionPorts {
  readonly suggestions: Pick<Suggestions, 'put'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'submissionId'>;
}
export interface SendSuggestion {
  readonly schoolId: SchoolId;
  readonly suggestion: SuggestionToSend;
  /** As with a sign-up: `api`, another text under the same key is refused; `form`, it is another suggestion. */
  readonly key: { readonly kind: 'api' | 'form'; readonly value: string };
}

export const sendSuggestion =
  ({ suggestions, clock, ids }: SendSuggestionPorts) =>
  async ({ schoolId, suggestion, key }: SendSuggestion): Promise<Result<SuggestionSent, { readonly code: 'request-key.reused' }>> => {
    const now = clock.now();
    const told = key.kind === 'form' ? [key.value, suggestion.text] : [key.value];
    const suggestionId = SuggestionId.parse(`sug_${ids.submissionId('suggestion', schoolId, ...told)}`);
    const one: Suggestion = { suggestionId, schoolId, ...suggestion, sentAt: iso(now) };
    const outcome = await suggestions.put(one, iso(now + KEPT_MS));
    const there = outcome.kind === 'exists' ? outcome.suggestion : one;
    return there.text === suggestion.text ? ok({ schoolId, sentAt: there.sentAt }) : refused({ code: 'request-key.reused' });
  };

export const listSuggestions =
  ({ suggestions }: { readonly suggestions: Suggestions }) =>
  async (schoolId: SchoolId): Promise<SuggestionList> => ({
    suggestions: (await suggestions.ofSchool(schoolId)).toSorted(
      (a, b) => Number(a.settled !== undefined) - Number(b.settled !== undefined) || (a.sentAt < b.sentAt ? 1 : -1),
    ),
  });

export type SettleSuggestionError = { readonly code: 'suggestion.not-found' | 'request.conflict' };
export interface SettleSuggestion {
  readonly schoolId: SchoolId;
  readonly suggestionId: SuggestionId;
  readonly settled: boolean;
  readonly by: Email;
}

const ATTEMPTS = 4;

export const settleSuggestion =
  ({ suggestions, clock }: { readonly suggestions: Suggestions; readonly clock: Clock }) =>
  async ({ schoolId, suggestionId, settled, by }: SettleSuggestion): Promise<Result<Suggestion, SettleSuggestionError>> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const there = await suggestions.find(schoolId, suggestionId);
      if (!there) return refused({ code: 'suggestion.not-found' });
      if ((there.settled !== undefined) === settled) return ok(there);
      const at = iso(clock.now());
      const entry: StaffHistoryEntry = {
        at,
        by,
        what: settled ? 'suggestion.settled' : 'suggestion.reopened',
        about: suggestionId,
        // at one moment it can be settled and opened again
        ref: `${settled ? 'settled' : 'reopened'}:${by}`,
        schoolId,
        changes: [],
      };
      const after = settled ? { by, at } : undefined;
      if ((await suggestions.settle(there, after, entry)) === 'done') {
        const { settled: _before, ...kept } = there;
        return ok({ ...kept, ...(after && { settled: after }) });
      }
    }
    return refused({ code: 'request.conflict' });
  };
