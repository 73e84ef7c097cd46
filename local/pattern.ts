/**
 * Event patterns as EventBridge matches them: a field named in the pattern must be there with one of the values, or fit one of the operators we use.
 * An operator that is not known here stops the start rather than matching wrongly.
 */
type Matcher = string | number | boolean | null | { readonly [operator: string]: unknown };
export type Pattern = { readonly [field: string]: Pattern | readonly Matcher[] };

export function matches(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    const value = (event as Record<string, unknown> | null | undefined)?.[field];
    if (!Array.isArray(expected)) return typeof value === 'object' && value !== null && matches(expected as Pattern, value);
    // a field that is a list matches when any of its values does
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((each) => expected.some((matcher: Matcher) => fits(matcher, each)));
  });
}

function fits(matcher: Matcher, value: unknown): boolean {
  if (matcher === null || typeof matcher !== 'object') return matcher === value;
  const [operator, argument] = Object.entries(matcher)[0] ?? [];
  switch (operator) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(argument));
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(argument));
    case 'exists':
      return (value !== undefined) === argument;
    case 'anything-but':
      return value !== undefined && !(Array.isArray(argument) ? argument : [argument]).includes(value);
    default:
      throw new Error(`this machine does not know the event pattern operator ${operator}`);
  }
}
