/** The languages there are: one line here and one file beside it for each. */
import type { Language } from '#contracts/values.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';

export type { Messages } from './en.ts';

export const LANGUAGES: Readonly<Record<string, Messages>> = { en, es };

/** Words in `language`; of a language with a region (`pt-BR`) its base counts too; English when there is neither. */
export function messagesFor(language: Language): Messages {
  return LANGUAGES[language] ?? LANGUAGES[language.split('-')[0] ?? ''] ?? en;
}
