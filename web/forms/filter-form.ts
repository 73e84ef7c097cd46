/** The filter form: what was asked for, for `OpportunityFilter.safeParse`. Fields left on "any" are sent empty and mean nothing. */
import { LANGUAGE_PARAMETER } from '#contracts/pages.ts';

/** Of a field sent twice the first counts; the page's language is no filter. */
export function readFilterForm(query: URLSearchParams): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const [field, value] of query) {
    if (field !== LANGUAGE_PARAMETER && value !== '' && !Object.hasOwn(asked, field)) {
      Object.defineProperty(asked, field, { value, enumerable: true });
    }
  }
  return asked;
}
