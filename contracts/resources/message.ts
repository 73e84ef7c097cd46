/**
 * What staff tell those who have slots of an opportunity: messages, which they write, and notices, which go out by themselves when they change
 * something. The text is kept for staff; to whom it went is not.
 */
import * as z from 'zod/mini';
import { Email, Instant, line, localized, OpportunityId, SlotId, text } from '../values.ts';
import { Opportunity } from './opportunity.ts';
import { MOST_SLOTS } from './series.ts';

/** Of the request that sent it: the same request is the same message. Not among the small values, which every bundle has. */
export const MessageId = z
  .string()
  .check(z.regex(/^msg_[\w-]{22}$/, 'id.malformed'))
  .brand('MessageId');
export type MessageId = z.infer<typeof MessageId>;

const slotIds = z.array(SlotId).check(
  z.minLength(1, 'slots.none-chosen'),
  z.maxLength(MOST_SLOTS, 'slots.too-many'),
  z.refine((ids) => new Set(ids).size === ids.length, 'slots.repeated'),
);

/** By language, in one at least. It becomes the subject of a mail: one line, without control characters. */
const subject = localized(line(120));
/** Paragraphs, plain. */
const body = localized(text(5_000));

/** A language has a subject and a body, or neither. Who reads a language it is not written in gets it in another. */
export const MessageToSend = z.strictObject({ slotIds, subject, body });
export type MessageToSend = z.infer<typeof MessageToSend>;

const kept = {
  messageId: MessageId,
  opportunityId: OpportunityId,
  slotIds: z.array(SlotId),
  /** How many it was for when it was sent: of a message, those of them who could be written to. */
  people: z.int().check(z.gte(1)),
  sentBy: Email,
  sentAt: Instant,
};

export const Message = z.object({ ...kept, subject, body });
export type Message = z.infer<typeof Message>;

/** What staff add to a notice in words of their own: paragraphs, plain, by language. */
export const NoticeWords = localized(text(1_000));
export type NoticeWords = z.infer<typeof NoticeWords>;

/** When a slot is, and whether it is called off: by itself, or with its opportunity, which was put away. */
export const SlotMoment = z.object({
  startsAt: z.optional(Instant),
  endsAt: z.optional(Instant),
  calledOff: z.optional(z.literal(true)),
});
export type SlotMoment = z.infer<typeof SlotMoment>;

/** What was and what is, as it was saved. Its mails tell what is true when they go out, each person of their own slots. */
export const Notice = z.object({
  ...kept,
  changes: z.array(z.object({ slotId: SlotId, before: SlotMoment, after: SlotMoment })),
  /** Where the opportunity is; absent where it is where it was. */
  place: z.optional(z.object({ before: Opportunity.shape.place, after: Opportunity.shape.place })),
  words: z.optional(NoticeWords),
});
export type Notice = z.infer<typeof Notice>;

export const AnyMessage = z.union([Notice, Message]);
export type AnyMessage = z.infer<typeof AnyMessage>;
export const isNotice = (message: AnyMessage): message is Notice => 'changes' in message;

/** How far it is. Never more than is so. */
export const MessageProgress = z.object({
  /** Mails that the mail service took. */
  got: z.int().check(z.gte(0)),
  /** People whose address takes no mail. */
  withheld: z.int().check(z.gte(0)),
  /** Those for whom it failed, as the last try left it; tried again by itself. */
  failed: z.int().check(z.gte(0)),
  /** Whether everyone was gone through, and none failed. */
  over: z.boolean(),
});
export type MessageProgress = z.infer<typeof MessageProgress>;

export const SentMessage = z.union([z.extend(Notice, { progress: MessageProgress }), z.extend(Message, { progress: MessageProgress })]);
export type SentMessage = z.infer<typeof SentMessage>;

/** Latest first. */
export const MessageList = z.object({ messages: z.array(SentMessage) });
export type MessageList = z.infer<typeof MessageList>;
