/** What a larger form of the desk posted, as typed: lines, the same words by language, and rows. Reading never refuses and never repairs. */

/** By language, as typed. */
export type Texts = Readonly<Record<string, string>>;

export function postedForm(posted: URLSearchParams) {
  return {
    line: (name: string): string => (posted.get(name) ?? '').trim(),
    texts: (name: string): Texts =>
      Object.fromEntries(
        [...posted].flatMap(([key, value]) =>
          key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value.replaceAll('\r\n', '\n').trim()]] : [],
        ),
      ),
    /** `name.0`, `name.1`, in the order of their numbers. */
    rows: (name: string): readonly string[] =>
      [...new Set([...posted.keys()].flatMap((key) => new RegExp(`^${name}\\.(\\d{1,3})\\.`).exec(key)?.[1] ?? []))]
        .sort((a, b) => Number(a) - Number(b))
        .map((index) => `${name}.${index}`),
  };
}

/** A whole number, or what was typed instead. */
export const whole = (typed: string): number | string => (/^\d{1,6}$/.test(typed) ? Number(typed) : typed);
/** The languages in which something was written. */
export const written = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
/** Without what is not there. */
export const present = (object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
