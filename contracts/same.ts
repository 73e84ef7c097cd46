/** Whether two values say the same, whatever the order of their fields: a store does not keep it. What a repeated save has to know. */

/** JSON with the keys of every object in order: equal values, equal text. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

export const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
