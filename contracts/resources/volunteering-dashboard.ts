/** What staff see of volunteering at a glance: numbers, never a person. */
import * as z from 'zod/mini';
import { Day, Instant, LocalizedLine, OpportunityId, SchoolId, SlotId, TimeZone } from '../values.ts';
import { DayFigures, MonthFigures } from './figures.ts';

const school = { schoolId: SchoolId, name: z.string() };

const slot = {
  schoolId: SchoolId,
  schoolName: z.string(),
  zone: TimeZone,
  opportunityId: OpportunityId,
  title: LocalizedLine,
  slotId: SlotId,
  label: LocalizedLine,
  endsAt: z.optional(Instant),
  capacity: z.int(),
  taken: z.int(),
};

/** A slot of the next days that has room. */
export const SlotGap = z.object({ ...slot, startsAt: Instant, placesLeft: z.int() });
export type SlotGap = z.infer<typeof SlotGap>;

/** A slot in which somebody waits for places. */
export const SlotWaitlist = z.object({
  ...slot,
  startsAt: z.optional(Instant),
  /** People, with those who have an offer. */
  waiting: z.int().check(z.gte(1)),
  /** Places that are offered to some of them. */
  offered: z.int(),
});
export type SlotWaitlist = z.infer<typeof SlotWaitlist>;

const hours = {
  /** Of days that are over, as `DaySums.minutes` counts them; places without those of people who were not there. */
  minutesGiven: z.int(),
  placesGiven: z.int(),
  /** Of the places of days that are over: of people who were checked in, and of people who were not there. */
  placesSeen: z.int(),
  placesMissed: z.int(),
  /** Of today and later, as far as people have signed up. */
  minutesAhead: z.int(),
  placesAhead: z.int(),
  /** Of the hours given, by `VOLUNTEER_HOUR`. */
  valueCents: z.int(),
};
export const SchoolHours = z.object({ ...school, ...hours });
export type SchoolHours = z.infer<typeof SchoolHours>;

export const VolunteeringDashboard = z.object({
  /** That the reader can choose from. */
  schools: z.array(z.object(school)),
  chosen: z.optional(SchoolId),
  today: Day,
  /** Four weeks from today. */
  days: z.array(Day),
  /** By school; days without a slot are left out. */
  fill: z.array(z.object({ ...school, days: z.array(DayFigures), /** Of the next seven days. */ gaps: z.int() })),
  /** Of the next seven days, the least filled first; at most thirty of `gapsInAll`. */
  gaps: z.array(SlotGap),
  gapsInAll: z.int(),
  /** The soonest first; at most thirty of `waitlistsInAll`. */
  waitlists: z.array(SlotWaitlist),
  waitlistsInAll: z.int(),
  /** In all of them; who waits for two slots is counted twice. */
  peopleWaiting: z.int(),
  /** The last twelve, this one included. */
  months: z.array(MonthFigures),
  /** Whoever helps at two of the schools is counted at both. */
  countedBySchool: z.boolean(),
  year: z.object({ from: Day, to: Day, ...hours }),
  hours: z.array(SchoolHours),
  asOf: Instant,
});
export type VolunteeringDashboard = z.infer<typeof VolunteeringDashboard>;
