/** An opportunity as its school defines it: what it is, when, where, and the slots people can fill. */
import * as z from 'zod/mini';
import { Capacity, Instant, Language, LocalizedLine, LocalizedText, line, OpportunityId, QuestionId, SchoolId, SlotId } from '../values.ts';
import { Contact } from './school.ts';
import { MOST_SLOTS, Series, SeriesDate } from './series.ts';

/** event: carnival, field trip · classroom: help in a class · committee: decides · class: adults learn · items: bring or lend · remote: from home */
export const OpportunityKind = z.enum(['event', 'classroom', 'committee', 'class', 'items', 'remote']);
export type OpportunityKind = z.infer<typeof OpportunityKind>;

/** draft: for the desk only · published: seen, and taken · closed: seen · archived: put away, for the desk only, and not in its lists */
export const OpportunityStatus = z.enum(['draft', 'published', 'closed', 'archived']);
export type OpportunityStatus = z.infer<typeof OpportunityStatus>;

const slotFields = {
  slotId: SlotId,
  label: LocalizedLine,
  note: z.optional(LocalizedLine),
  /** Places. More than 150 are split into several slots. */
  capacity: Capacity,
  /** Of a series: which of its dates this is. */
  series: z.optional(SeriesDate),
  /** It does not take place: nobody can take it any more, and nobody is reminded of it. */
  calledOff: z.optional(z.literal(true)),
};

/** A shift has a start and an end; a role or an item may be bound to a time, and often is not. */
export const Slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shift'), ...slotFields, startsAt: Instant, endsAt: Instant }),
  z.strictObject({ kind: z.literal('role'), ...slotFields, startsAt: z.optional(Instant), endsAt: z.optional(Instant) }),
  z.strictObject({ kind: z.literal('item'), ...slotFields, startsAt: z.optional(Instant), endsAt: z.optional(Instant) }),
]);
export type Slot = z.infer<typeof Slot>;
/** A slot that stands in a calendar. */
export type DatedSlot = Slot & { readonly startsAt: string; readonly endsAt: string };
/** Whether a slot stands in a calendar. A start without an end is not enough to block a parent's afternoon. */
export const isDated = (slot: Slot): slot is DatedSlot => slot.startsAt !== undefined && slot.endsAt !== undefined;

/** A question the school asks everyone who signs up. */
export const Question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), questionId: QuestionId, text: LocalizedLine, required: z.boolean() }),
  z.strictObject({ kind: z.literal('yes-no'), questionId: QuestionId, text: LocalizedLine, required: z.boolean() }),
  z.strictObject({
    kind: z.literal('choice'),
    questionId: QuestionId,
    text: LocalizedLine,
    required: z.boolean(),
    choices: z.array(z.strictObject({ value: line(60), text: LocalizedLine })).check(z.minLength(2), z.maxLength(20)),
  }),
]);
export type Question = z.infer<typeof Question>;

export const Opportunity = z.strictObject({
  opportunityId: OpportunityId,
  schoolId: SchoolId,
  kind: OpportunityKind,
  status: OpportunityStatus,
  title: LocalizedLine,
  summary: LocalizedLine,
  description: z.optional(LocalizedText),
  /** Where; absent means at home (`remote`) or nowhere in particular. */
  place: z.optional(z.strictObject({ name: line(120), address: z.optional(line(200)) })),
  /** Languages spoken with the helpers: what a parent may speak to take part. */
  languages: z.array(Language).check(z.minLength(1), z.maxLength(10)),
  contact: Contact,
  slots: z.array(Slot).check(z.minLength(1), z.maxLength(MOST_SLOTS, 'slots.too-many')),
  /** What recurs; its dates are among `slots`. */
  series: z.optional(z.array(Series).check(z.maxLength(20))),
  questions: z.array(Question).check(z.maxLength(10)),
  /** Seen before, but nobody can sign up until this instant; the page says so. */
  opensAt: z.optional(Instant),
  /** Nobody can sign up from this instant on. Without it, a slot closes when it starts. */
  closesAt: z.optional(Instant),
  /** Up to how many hours before a slot starts people can drop out by themselves; later they are asked to call. */
  dropOutHours: z.int().check(z.gte(0), z.lte(336)),
  /** Places one person can hold in all slots of this opportunity together. */
  limitPerPerson: z.optional(z.int().check(z.gte(1), z.lte(50))),
  /**
   * How many days before a slot's day those who have places are reminded, each at most once; 0 is the morning of the day. None: no reminders. Absent: 3 days
   * and 1 day, and of one date of a series 1 day alone.
   */
  reminderDays: z.optional(
    z.array(z.int().check(z.gte(0), z.lte(14))).check(
      z.maxLength(3),
      z.refine((days) => new Set(days).size === days.length, 'days.repeated'),
    ),
  ),
  /** Whether first names of those who take part are shown. Off unless a coordinator turns it on. */
  showFirstNames: z.boolean(),
  version: z.int().check(z.gte(1)),
});
export type Opportunity = z.infer<typeof Opportunity>;

/** As staff send it: `version` is the one it was read at, 0 for what is new. */
export const OpportunityToSave = z.extend(Opportunity, { version: z.int().check(z.gte(0)) });
export type OpportunityToSave = z.infer<typeof OpportunityToSave>;
