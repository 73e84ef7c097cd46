/** Notes what the mail service says became of a mail, whatever became of the function that handed it over; suppresses addresses that take none. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { mailFates } from '#adapters/dynamo/mail-fates.ts';
import { suppressions } from '#adapters/dynamo/suppressions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { Instant } from '#contracts/values.ts';
import { tagAsKey } from '#domain/messaging/messages.ts';
import { type MailTold, type NoteFatePorts, noteFate } from '#domain/messaging/note-fate.ts';
import { millis } from '#domain/time.ts';
import type { Consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';

const mail = z.object({
  timestamp: Instant,
  messageId: z.string(),
  /** One: we write to each person alone. */
  destination: z.tuple([z.string()]),
  tags: z.object({ messageKey: z.tuple([z.string()]) }),
});
const happened = { timestamp: Instant };

/** The part that is needed of SES's events (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html). */
const Detail = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object(happened) }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ ...happened, bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']) }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({ ...happened, complaintFeedbackType: z.nullish(z.string()) }),
  }),
  z.object({ eventType: z.literal('Reject'), mail }),
  z.object({ eventType: z.literal('Rendering Failure'), mail }),
]);
type Detail = z.infer<typeof Detail>;

export function createHandler(ports: NoteFatePorts): Consumer {
  const note = noteFate(ports);
  return async (event) => {
    const detail = Detail.parse(event.detail);
    const told = toldBy(detail);
    const outcome = told ? await note(told) : 'known';
    if (outcome === 'unknown') log.warn('mail event about a mail that is not in the ledger', { eventId: event.id, type: detail.eventType });
    else log.info('mail event consumed', { eventId: event.id, type: detail.eventType, outcome });
  };
}

/** Undefined for a report that the mail is no spam after all: it undoes nothing by itself. */
function toldBy(detail: Detail): MailTold | undefined {
  const { timestamp, messageId, destination, tags } = detail.mail;
  const sentAt = millis(timestamp);
  const mail = { key: tagAsKey(tags.messageKey[0]), serviceId: messageId, email: destination[0], sentAt };
  switch (detail.eventType) {
    case 'Send':
      return { ...mail, fate: 'sent', at: sentAt };
    case 'Delivery':
      return { ...mail, fate: 'delivered', at: millis(detail.delivery.timestamp) };
    case 'Bounce':
      return {
        ...mail,
        fate: detail.bounce.bounceType === 'Permanent' ? 'bounced' : 'bouncedForNow',
        at: millis(detail.bounce.timestamp),
      };
    case 'Complaint':
      if (detail.complaint.complaintFeedbackType === 'not-spam') return undefined;
      return { ...mail, fate: 'complained', at: millis(detail.complaint.timestamp) };
    case 'Reject':
    case 'Rendering Failure':
      return { ...mail, fate: 'failed', at: sentAt };
  }
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['MESSAGING_TABLE', 'DISTRICT']);
  const client = dynamoClient();
  const table = tableOn(client, env.MESSAGING_TABLE);
  const transact = transactionsOn(client, env.MESSAGING_TABLE);
  return createHandler({
    mailFates: mailFates(table, transact),
    suppressions: suppressions(table, transact),
    clock: systemClock,
    zone: env.DISTRICT.zone,
  });
});
