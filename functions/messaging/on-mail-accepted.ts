/** Marks a mail as sent when the mail service says that it took it, whatever became of the function that handed it over. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { tagAsKey } from '#domain/messaging/messages.ts';
import type { MailLedger } from '#domain/messaging/ports.ts';
import type { Clock } from '#domain/ports.ts';
import type { Consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';

/** The part of SES's `Send` event that is needed (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html). */
const Detail = z.object({
  eventType: z.literal('Send'),
  mail: z.object({ messageId: z.string(), tags: z.object({ messageKey: z.tuple([z.string()]) }) }),
});

export const createHandler =
  ({ mailLedger, clock }: { readonly mailLedger: MailLedger; readonly clock: Clock }): Consumer =>
  async (event) => {
    const { mail } = Detail.parse(event.detail);
    await mailLedger.markAccepted(tagAsKey(mail.tags.messageKey[0]), mail.messageId, clock.now());
  };

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() =>
  createHandler({
    mailLedger: mailLedger(tableOn(dynamoClient(), environment(['MESSAGING_TABLE']).MESSAGING_TABLE)),
    clock: systemClock,
  }),
);
