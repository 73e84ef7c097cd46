/** What staff write to those who have places in slots of an opportunity. The text is kept for staff; to whom it went is not. */
import * as z from 'zod/mini';
import { Email, Instant, line, localized, OpportunityId, SlotId, text } from '../values.ts';
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

export const Message = z.object({
  messageId: MessageId,
  opportunityId: OpportunityId,
  slotIds: z.array(SlotId),
  subject,
  body,
  /** How many had places in these slots when it was sent, and could be written to. */
  people: z.int().check(z.gte(1)),
  sentBy: Email,
  sentAt: Instant,
});
export type Message = z.infer<typeof Message>;

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

export const SentMessage = z.extend(Message, { progress: MessageProgress });
export type SentMessage = z.infer<typeof SentMessage>;

/** Latest first. */
export const MessageList = z.object({ messages: z.array(SentMessage) });
export type MessageList = z.infer<typeof MessageList>;
