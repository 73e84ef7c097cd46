/** What people suggest to a school. Nobody is asked who they are; what they write is read by staff of the school alone. */
import * as z from 'zod/mini';
import { Email, Instant, Language, SchoolId, text } from '../values.ts';

/** Of the request that sent it: the same request is the same suggestion. */
export const SuggestionId = z
  .string()
  .check(z.regex(/^sug_[\w-]{22}$/, 'id.malformed'))
  .brand('SuggestionId');
export type SuggestionId = z.infer<typeof SuggestionId>;

/** `language`: the one it is written in, as far as the page knows. */
export const SuggestionToSend = z.strictObject({ text: text(2_000), language: Language });
export type SuggestionToSend = z.infer<typeof SuggestionToSend>;

export const SuggestionSent = z.object({ schoolId: SchoolId, sentAt: Instant });
export type SuggestionSent = z.infer<typeof SuggestionSent>;

export const Suggestion = z.object({
  suggestionId: SuggestionId,
  schoolId: SchoolId,
  text: z.string(),
  language: Language,
  sentAt: Instant,
  /** Who of the staff has dealt with it, and when; absent while it is open. */
  settled: z.optional(z.object({ by: Email, at: Instant })),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Open ones first, each latest first. */
export const SuggestionList = z.object({ suggestions: z.array(Suggestion) });
export type SuggestionList = z.infer<typeof SuggestionList>;

/** `false` opens it again. */
export const SettleRequest = z.strictObject({ settled: z.boolean() });
export type SettleRequest = z.infer<typeof SettleRequest>;
