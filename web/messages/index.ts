/** The words that every page needs, by language: one line here and one file beside it for each. The others are in `areas.ts`. */
import type { Language } from '#contracts/values.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { wordsIn } from './language.ts';

export type { Messages } from './en.ts';

export const LANGUAGES = { en, es } as const satisfies Readonly<Record<string, Messages>>;
export type LanguageName = keyof typeof LANGUAGES;

/** Words in `language`; of a language with a region (`pt-BR`) its base counts too; English when there is neither. */
export const messagesFor = (language: Language): Messages => wordsIn<Messages>(LANGUAGES, language);
