/** Turns what changed in the volunteering table into events on the bus. The table's stream is the outbox; this empties it. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { volunteeringChange } from '#adapters/dynamo/stream.ts';
import { type Events, events } from '#adapters/eventbridge/events.ts';
import { pause } from '#adapters/system/pause.ts';
import type { DomainEvent } from '#contracts/events/index.ts';
import { freedEvent, ledgerEvent, linkRequestedEvent, messageSentEvent, rebuildAskedEvent } from '#domain/volunteering/ledger-events.ts';
import { streamBatch } from '../_events/stream-batch.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';

export const createHandler = (ports: { readonly events: Events }) =>
  streamBatch<DomainEvent>(
    (record) => {
      const change = volunteeringChange(record);
      if (change.kind === 'link-request') return [linkRequestedEvent(change.request)];
      if (change.kind === 'message') return [messageSentEvent(change.kept)];
      if (change.kind === 'slot') {
        const { after, before } = change;
        return [ledgerEvent(after, before?.version), freedEvent(after, before?.version)].filter((event) => event !== undefined);
      }
      const event = change.kind === 'figures' ? rebuildAskedEvent(change.after, change.before) : undefined;
      return event ? [event] : [];
    },
    (all) => ports.events.publish(all),
  );

export const handler = live<DynamoDBStreamEvent, unknown, DynamoDBBatchResponse>(() =>
  createHandler({ events: events(new EventBridgeClient({}), environment(['BUS_NAME']).BUS_NAME, pause) }),
);
