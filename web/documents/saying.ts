/** What wording a paper takes: its language's words, days and sums. */
import type { DocumentFacts } from '#contracts/resources/documents.ts';
import type { LocalizedText } from '#contracts/values.ts';
import { type Picked, pick, type Reader } from '../components/view.ts';
import { documentsIn } from '../messages/areas.ts';
import { type Messages, messagesFor } from '../messages/index.ts';
import { dateWords } from '../words/dates.ts';
import { type MoneyWords, moneyColumnIn, moneyIn } from '../words/money.ts';

export interface Saying {
  readonly m: Messages;
  readonly words: ReturnType<typeof documentsIn>;
  readonly money: MoneyWords;
  /** For a column in which these sums stand. */
  readonly column: (sums: readonly number[]) => MoneyWords;
  /** `Friday, March 5, 2027` from `2027-03-05`. */
  readonly day: (on: string) => string;
  /** `Fri, Mar 5, 2027`, for a column. */
  readonly shortDay: (on: string) => string;
  readonly pick: (words: LocalizedText) => Picked;
}

/** A paper is read at any time, so its days always have their year: no year is "this" one. */
const NO_YEAR_IS_NOW = '1970-01-01T00:00:00Z';

/** A day is a day in every zone. */
const noon = (on: string): readonly [at: string, zone: string] => [`${on}T12:00:00Z`, 'UTC'];

export function sayingFor({ language, organisation }: DocumentFacts): Saying {
  const m = messagesFor(language);
  const dates = dateWords(m.locale, NO_YEAR_IS_NOW);
  const reader: Reader = { context: { language, district: { languages: organisation.languages } } };
  return {
    m,
    words: documentsIn(language),
    money: moneyIn(m.locale),
    column: (sums) => moneyColumnIn(m.locale, sums),
    day: (on) => dates.day(...noon(on)),
    shortDay: (on) => dates.shortDay(...noon(on)),
    pick: (words) => pick(reader, words),
  };
}
