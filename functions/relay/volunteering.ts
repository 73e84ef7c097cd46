/**
 * Turns what changed in the volunteering table into events on the bus, and what staff changed into their history. The table's stream is the outbox; this
 * empties it.
 */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { volunteeringChange } from '#adapters/dynamo/stream.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { type Events, events } from '#adapters/eventbridge/events.ts';
import { pause } from '#adapters/system/pause.ts';
import type { DomainEvent } from '#contracts/events/index.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { ledgerEvent, linkRequestedEvent, rebuildAskedEvent } from '#domain/volunteering/ledger-events.ts';
import { ledgerEntry } from '#domain/volunteering/ledger-history.ts';
import { streamBatch } from '../_events/stream-batch.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';

export interface RelayPorts {
  readonly events: Events;
  /** Of the volunteering table. */
  readonly history: Pick<StaffHistory, 'add'>;
}

type Told = { readonly event: DomainEvent } | { readonly entry: StaffHistoryEntry };

export const createHandler = ({ events: bus, history }: RelayPorts) =>
  streamBatch<Told>(
    (record) => {
      const change = volunteeringChange(record);
      if (change.kind === 'link-request') return [{ event: linkRequestedEvent(change.request) }];
      if (change.kind === 'slot') {
        const entry = ledgerEntry(change.after, change.before?.version);
        return [...(entry ? [{ entry }] : []), ...told(ledgerEvent(change.after, change.before?.version))];
      }
      return change.kind === 'figures' ? told(rebuildAskedEvent(change.after, change.before)) : [];
    },
    async (all) => {
      // the history first: an event that is out means that its entry stands
      await Promise.all(all.flatMap((one) => ('entry' in one ? [history.add(one.entry)] : [])));
      await bus.publish(all.flatMap((one) => ('event' in one ? [one.event] : [])));
    },
  );

const told = (event: DomainEvent | undefined): readonly Told[] => (event ? [{ event }] : []);

export const handler = live<DynamoDBStreamEvent, unknown, DynamoDBBatchResponse>(() => {
  const env = environment(['BUS_NAME', 'VOLUNTEERING_TABLE']);
  return createHandler({
    events: events(new EventBridgeClient({}), env.BUS_NAME, pause),
    history: staffHistory(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
  });
});
