/** Reads that may be a little old: answers are kept for a moment, and equal reads under way at the same time are one. */
import type { Clock } from '#domain/ports.ts';

/** More different keys than this at once are forgotten together: a process serves a handful. */
const MOST = 500;

export function remembered<Key, Value>(clock: Clock, forMs: number, read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, { readonly until: number; readonly value: Promise<Value> }>();
  return (key) => {
    const now = clock.now();
    const known = kept.get(key);
    if (known && now < known.until && known.until - now <= forMs) return known.value;
    if (kept.size >= MOST) kept.clear();
    const value = read(key);
    const entry = { until: now + forMs, value };
    kept.set(key, entry);
    // a failed read is not an answer to keep
    value.catch(() => kept.get(key) === entry && kept.delete(key));
    return value;
  };
}
