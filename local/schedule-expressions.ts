/**
 * EventBridge's schedule expressions: `rate(5 minutes)` and `cron(minutes hours day-of-month month day-of-week year)`, in UTC.
 *
 * What is not known here (`L`, `W`, `#`) or what EventBridge would refuse stops the start rather than running at another time.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */

/** The first run after an instant, in milliseconds since the epoch. Undefined: there is none any more. */
export type NextAfter = (after: number) => number | undefined;

export function nextRuns(expression: string): NextAfter {
  const [, kind, inner = ''] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? [];
  try {
    if (kind === 'rate') return rate(inner);
    if (kind === 'cron') return cron(inner.split(/\s+/));
    throw new Error('neither rate(…) nor cron(…)');
  } catch (error) {
    throw new Error(`this machine does not know the schedule ${expression}`, { cause: error });
  }
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const UNITS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: DAY_MS };

function rate(inner: string): NextAfter {
  const [, count = '', unit = '', plural] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(inner) ?? [];
  const every = Number(count) * (UNITS[unit] ?? 0);
  // EventBridge takes `1 minute` and `2 minutes`, not `1 minutes`
  if (every === 0 || (plural === 's') === (count === '1')) throw new Error(`${inner} is no number of minutes, hours or days`);
  return (after) => after + every;
}

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names of the values, from the least on. */
  readonly names?: readonly string[];
  readonly steps: boolean;
}
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const LAST_YEAR = 2_199;
const FIELDS = {
  minute: { name: 'minutes', least: 0, most: 59, steps: true },
  hour: { name: 'hours', least: 0, most: 23, steps: true },
  dayOfMonth: { name: 'day-of-month', least: 1, most: 31, steps: true },
  month: { name: 'month', least: 1, most: 12, names: MONTHS, steps: true },
  dayOfWeek: { name: 'day-of-week', least: 1, most: 7, names: DAYS, steps: false },
  year: { name: 'year', least: 1_970, most: LAST_YEAR, steps: true },
} as const satisfies Record<string, Field>;

function cron(fields: readonly string[]): NextAfter {
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6) throw new Error(`six fields are expected, not ${fields.length}`);
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) throw new Error('exactly one of day-of-month and day-of-week is ?');
  const minutes = numbersOf(FIELDS.minute, minute);
  const hours = numbersOf(FIELDS.hour, hour);
  const months = new Set(numbersOf(FIELDS.month, month));
  const years = new Set(numbersOf(FIELDS.year, year));
  const daysOfMonth = dayOfMonth === '?' ? undefined : new Set(numbersOf(FIELDS.dayOfMonth, dayOfMonth));
  const daysOfWeek = dayOfWeek === '?' ? undefined : new Set(numbersOf(FIELDS.dayOfWeek, dayOfWeek));
  const fits = (day: Date): boolean =>
    years.has(day.getUTCFullYear()) &&
    months.has(day.getUTCMonth() + 1) &&
    // Sunday is 1, not 0
    (daysOfMonth?.has(day.getUTCDate()) ?? daysOfWeek?.has(day.getUTCDay() + 1) ?? false);
  const times = hours.flatMap((each) => minutes.map((one) => (each * 60 + one) * MINUTE_MS));

  return (after) => {
    // days of UTC are all equally long
    for (let day = Math.floor(after / DAY_MS) * DAY_MS; new Date(day).getUTCFullYear() <= LAST_YEAR; day += DAY_MS) {
      const time = fits(new Date(day)) ? times.find((each) => day + each > after) : undefined;
      if (time !== undefined) return day + time;
    }
    return undefined;
  };
}

/** In order. */
function numbersOf(field: Field, text: string): readonly number[] {
  const values = new Set(text.split(',').flatMap((part) => rangeOf(field, part)));
  return [...values].sort((a, b) => a - b);
}

/** `*`, `5`, `1-5`, and each with a step: `5/15` (from 5 on), `10-20/5`. */
function rangeOf(field: Field, part: string): readonly number[] {
  const [, range = '', step] = /^([^/]+)(?:\/([1-9]\d*))?$/.exec(part) ?? [];
  if (step !== undefined && !field.steps) throw new Error(`${part}: ${field.name} has no steps`);
  const [first = '', last, ...more] = range === '*' ? [String(field.least), String(field.most)] : range.split('-');
  const from = numberOf(field, first);
  const to = last !== undefined ? numberOf(field, last) : step !== undefined ? field.most : from;
  if (more.length > 0 || from > to) throw new Error(`${part} is no range of ${field.name}`);
  const by = Number(step ?? 1);
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
}

function numberOf({ name, least, most, names }: Field, text: string): number {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new Error(`${text} is none of ${name}, which go from ${least} to ${most}`);
  return value;
}
