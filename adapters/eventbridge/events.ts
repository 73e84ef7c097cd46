/** Puts domain events on the bus. `PutEvents` may take some and refuse others; what it refused is sent again, then thrown about. */
import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { DomainEvent } from '#contracts/events/index.ts';
import { jittered } from '../system/pause.ts';

/** The service's limits: entries, and bytes of a whole call. */
const ENTRIES = 10;
const BYTES = 256 * 1_024;
const ATTEMPTS = 4;

export interface Events {
  /** All are on the bus, or it throws. A repeat after a throw may put some twice; consumers know them by their id. */
  publish(events: readonly DomainEvent[]): Promise<void>;
}

export function events(client: EventBridgeClient, busName: string, pause: (ms: number) => Promise<void>): Events {
  const entry = (event: DomainEvent): PutEventsRequestEntry => ({
    EventBusName: busName,
    Source: event.source,
    DetailType: event.type,
    Detail: JSON.stringify(event),
    Time: new Date(event.time),
  });

  const put = async (batch: readonly PutEventsRequestEntry[]): Promise<void> => {
    let open = batch;
    for (let attempt = 1; ; attempt++) {
      const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [...open] }));
      if (!FailedEntryCount) return;
      const codes = new Set(Entries?.flatMap(({ ErrorCode }) => ErrorCode ?? []));
      open = open.filter((_entry, index) => Entries?.[index]?.ErrorCode !== undefined);
      if (attempt === ATTEMPTS) throw new Error(`the bus refused ${open.length} of ${batch.length} events: ${[...codes].join(', ')}`);
      await pause(jittered(50 * 2 ** attempt));
    }
  };

  return {
    async publish(all) {
      for (const batch of batches(all.map(entry))) await put(batch);
    },
  };
}

/** In order, as many to a call as fit. */
function batches(entries: readonly PutEventsRequestEntry[]): readonly (readonly PutEventsRequestEntry[])[] {
  const made: PutEventsRequestEntry[][] = [];
  let size = 0;
  for (const entry of entries) {
    const bytes = Buffer.byteLength(`${entry.Source}${entry.DetailType}${entry.Detail}`) + 14;
    const last = made.at(-1);
    if (last && last.length < ENTRIES && size + bytes <= BYTES) {
      last.push(entry);
      size += bytes;
    } else {
      made.push([entry]);
      size = bytes;
    }
  }
  return made;
}
