/** What differs between two states of a thing, field by field: what its history keeps. */
import type { Change } from '#contracts/resources/history.ts';
import { same } from '#contracts/same.ts';

/** Counts saves; its going up is no change. */
const COUNTER = 'version';

/** Of the outermost fields, in the order of their names. Without `before`, all of `after` is new. */
export function changesBetween(before: object | undefined, after: object | undefined): readonly Change[] {
  const old: Readonly<Record<string, unknown>> = { ...before };
  const now: Readonly<Record<string, unknown>> = { ...after };
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== COUNTER && !same(old[field], now[field]))
    .sort()
    .map((field) => ({
      field,
      ...(old[field] !== undefined && { before: old[field] }),
      ...(now[field] !== undefined && { after: now[field] }),
    }));
}
