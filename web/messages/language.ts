/** Words by language: those of the language asked for, else of its base (`pt-BR`: `pt`), else English. */
import type { Language } from '#contracts/values.ts';

export type InLanguages<Words> = Readonly<Record<string, Words>> & { readonly en: Words };

export const wordsIn = <Words>(all: InLanguages<Words>, language: Language): Words =>
  all[language] ?? all[language.split('-')[0] ?? ''] ?? all.en;
