/** Instants as numbers (milliseconds since the epoch) and as text. Every comparison of instants in the domain is of numbers. */

/** Milliseconds since the epoch of an ISO instant. Throws on anything else: instants were parsed at the border. */
export function millis(instant: string): number {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new Error(`not an instant: ${instant}`);
  return at;
}

/** ISO instant with milliseconds: text order of two of these is their order in time. */
export const iso = (at: number): string => new Date(at).toISOString();

/** The same moment written the one way that ledgers compare as text. */
export const canonical = (instant: string): string => iso(millis(instant));

export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;
