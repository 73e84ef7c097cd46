/** Figures of volunteering: sums by day and by month, never a person. Days and months are of the school's zone; nothing of it is personal. */
import * as z from 'zod/mini';
import { Day, Instant, SchoolId } from '../values.ts';

/**
 * What an hour of volunteering is worth in the United States: the estimate of Independent Sector and the Do Good Institute, published each April for
 * the year before. A newer one is put in here.
 */
export const VOLUNTEER_HOUR = {
  cents: 3_479,
  year: 2024,
  publishedIn: '2025-04',
  source: 'https://independentsector.org/research/value-of-volunteer-time/',
} as const;

/** What so many minutes of volunteering are worth, in whole cents. */
export const valueOfMinutes = (minutes: number): number => Math.round((minutes * VOLUNTEER_HOUR.cents) / 60);

/** Month and day on which a school year begins. */
export const SCHOOL_YEAR_STARTS = '08-01';

/** `2027-03` */
export const Month = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'month.malformed'));
export type Month = z.infer<typeof Month>;

/** Of the slots that start on one day. */
export const DaySums = z.object({
  slots: z.int(),
  capacity: z.int(),
  taken: z.int(),
  /** Places somebody can still have. */
  open: z.int(),
  /**
   * Places × minutes: of who was checked in, as staff set them or their slot’s length; of a slot in which nobody was checked in, of all but who was marked
   * missed. Of slots with a start and an end.
   */
  minutes: z.int(),
  /** Of those taken, places of people who were checked in, and of people who were not there: marked missed, or not seen where others were. */
  seen: z.int(),
  missed: z.int(),
});
export type DaySums = z.infer<typeof DaySums>;

/** Of the slots that start in one month. */
export const MonthSums = z.object({
  /** That hold places, and that gave them back for good. */
  signUps: z.int(),
  cancelled: z.int(),
  /** People with places: those for whom it is the first month in the district, and the others. */
  newPeople: z.int(),
  returningPeople: z.int(),
});
export type MonthSums = z.infer<typeof MonthSums>;

export const DayFigures = z.object({ day: Day, ...DaySums.shape });
export type DayFigures = z.infer<typeof DayFigures>;
export const MonthFigures = z.object({ month: Month, ...MonthSums.shape });
export type MonthFigures = z.infer<typeof MonthFigures>;

/** The figures in use, and those being made anew beside them. */
export const FiguresState = z.object({
  generation: z.int().check(z.gte(1)),
  making: z.optional(z.object({ generation: z.int().check(z.gte(2)), askedAt: Instant })),
  madeAt: z.optional(Instant),
});
export type FiguresState = z.infer<typeof FiguresState>;

/** A sum that is not what the ledgers say. */
export const FiguresDifference = z.object({
  /** Absent: of the whole district. */
  schoolId: z.optional(SchoolId),
  when: z.string(),
  sum: z.string(),
  kept: z.int(),
  counted: z.int(),
});
export type FiguresDifference = z.infer<typeof FiguresDifference>;

export const FiguresCheck = z.object({ state: FiguresState, slots: z.int(), differences: z.array(FiguresDifference), asOf: Instant });
export type FiguresCheck = z.infer<typeof FiguresCheck>;
