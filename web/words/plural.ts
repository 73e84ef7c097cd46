/** Plural forms by the rules of a language (CLDR, through `Intl.PluralRules`). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

/** The form for `n` with `{n}` filled in: `pluralIn('en')(3, { one: '{n} place', other: '{n} places' })` is `3 places`. `zero` is used for 0 in every language that gives it. */
export function pluralIn(locale: string): (n: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (n, forms) => ((n === 0 ? forms.zero : undefined) ?? forms[rules.select(n)] ?? forms.other).replaceAll('{n}', numbers.format(n));
}

/** Joins words as the language does: `English, Spanish, and Arabic`. */
export const listIn = (locale: string, words: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);

/** Name of a language in another one: `languageNameIn('en', 'es')` is `Spanish`. */
export const languageNameIn = (locale: string, language: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
