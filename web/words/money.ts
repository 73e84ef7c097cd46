/** Sums of US dollars in words: whole cents in, `$1,250` or `$1,250.50` out. */

export type MoneyWords = (cents: number) => string;

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs a hundred times what using one does. */
function format(locale: string, digits: 0 | 2): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    // a bare $, where a locale of another country would write US$
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

const hasCents = (cents: number): boolean => cents % 100 !== 0;

/** Cents only where there are some. */
export const moneyIn =
  (locale: string): MoneyWords =>
  (cents) =>
    format(locale, hasCents(cents) ? 2 : 0).format(cents / 100);

/** For a column of `sums`: all with cents when one of them has some, so that they can be compared and added up. */
export function moneyColumnIn(locale: string, sums: readonly number[]): MoneyWords {
  const digits = sums.some(hasCents) ? 2 : 0;
  return (cents) => format(locale, hasCents(cents) ? 2 : digits).format(cents / 100);
}
