/**
 * A series: what an opportunity asks for on many dates by one rule, every Tuesday until June but the holidays. Each of its dates is a slot of the
 * opportunity, which says whose date it is; the rule is kept so that calendars, pages and later changes know that they belong together.
 */
import * as z from 'zod/mini';
import { Capacity, Day, LocalizedLine, SeriesId, SlotId, TimeOfDay } from '../values.ts';

/** Dates of one series, and slots of one opportunity: a school year of two days a week, and some more. */
export const MOST_DATES = 100;
export const MOST_SLOTS = 150;
/** Slots of one submit: a whole series. */
export const MOST_CHOSEN = MOST_DATES;

const DAY_NAMES = '(?:MO|TU|WE|TH|FR|SA|SU)';
const RULE = new RegExp(
  '^(?:' +
    `FREQ=WEEKLY(?:;INTERVAL=(?:[2-9]|[1-4]\\d|5[0-2]))?;BYDAY=${DAY_NAMES}(?:,${DAY_NAMES}){0,6}` +
    `|FREQ=MONTHLY(?:;INTERVAL=(?:[2-9]|1[0-2]))?;BYDAY=(?:[1-4]|-1)${DAY_NAMES}` +
    ')(?:;UNTIL=\\d{8}|;COUNT=[1-9]\\d{0,2})$',
);

/**
 * RFC 5545 §3.3.10, of whole days: days of the week, every week or every so many, or one weekday of a month (`2TU`, `-1FR`); with an end, the last
 * day it may name (`UNTIL=20270608`) or a number of dates (`COUNT=12`). Weeks begin on Monday.
 */
export const RecurrenceRule = z.string().check(z.regex(RULE, 'rule.malformed'));
export type RecurrenceRule = z.infer<typeof RecurrenceRule>;

export const SlotKind = z.enum(['shift', 'role', 'item']);

/** A day that the rule names and on which nothing takes place; its name is that of the holiday, where it is one. */
export const LeftOut = z.strictObject({ day: Day, name: z.optional(LocalizedLine) });
export type LeftOut = z.infer<typeof LeftOut>;

const template = {
  /** On the school's clocks, whatever they do between two dates. */
  from: TimeOfDay,
  minutes: z.int().check(z.gte(5), z.lte(1_440)),
  label: LocalizedLine,
  note: z.optional(LocalizedLine),
  capacity: Capacity,
};

export const Series = z.strictObject({
  seriesId: SeriesId,
  rule: RecurrenceRule,
  /** The day from which the rule counts; it need not be one of its dates. */
  startsOn: Day,
  kind: SlotKind,
  ...template,
  leftOut: z.array(LeftOut).check(z.maxLength(MOST_DATES)),
});
export type Series = z.infer<typeof Series>;

/** Which date of which series a slot is: the day that the rule names, also where the slot itself was moved since. */
export const SeriesDate = z.strictObject({ seriesId: SeriesId, day: Day });
export type SeriesDate = z.infer<typeof SeriesDate>;

/** As it is made: its id follows from its slot. */
export const SeriesToAdd = z.omit(Series, { seriesId: true });
export type SeriesToAdd = z.infer<typeof SeriesToAdd>;

/** `this`: the date alone · `following`: it and all after it · `all`: all that have not begun. */
export const SeriesScope = z.enum(['this', 'following', 'all']);
export type SeriesScope = z.infer<typeof SeriesScope>;

/** What is not named stays. Dates that were changed by themselves keep what was changed of them. */
export const SeriesChange = z.strictObject({
  from: z.optional(TimeOfDay),
  minutes: z.optional(template.minutes),
  label: z.optional(LocalizedLine),
  /** `null` takes it away. */
  note: z.optional(z.nullable(LocalizedLine)),
  capacity: z.optional(Capacity),
  /** Nobody can take it any more; who has places keeps them until they are told, or give them back. */
  calledOff: z.optional(z.boolean()),
});
export type SeriesChange = z.infer<typeof SeriesChange>;

/** A slot of one date, to be repeated by a rule that its own day begins: every so many weeks, or months on the same weekday of the month. */
export const SlotToRepeat = z.strictObject({
  slotId: SlotId,
  unit: z.enum(['week', 'month']),
  every: z.int().check(z.gte(1), z.lte(12)),
  /** The last day it may be on. One of the two is named. */
  until: z.optional(Day),
  /** How many dates it has, the first and those that are left out among them. */
  times: z.optional(z.int().check(z.gte(2), z.lte(MOST_DATES))),
  /** Days on which nothing takes place, from one to another, and why: holidays. */
  without: z
    .array(z.strictObject({ from: Day, to: z.optional(Day), name: z.optional(LocalizedLine) }))
    .check(z.maxLength(MOST_DATES, 'without.too-many')),
});
export type SlotToRepeat = z.infer<typeof SlotToRepeat>;
