/** Whether two values say the same: what a repeated save has to know. */

/** Same content, whatever the order of the fields. */
export const same = (a: unknown, b: unknown): boolean => text(a) === text(b);

const text = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
