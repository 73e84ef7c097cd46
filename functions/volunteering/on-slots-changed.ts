/**
 * Keeps the figures of volunteering, and the history of what staff did to people's places, up with the ledgers. It stands behind the table's stream, not behind the bus: a batch of a rush is one count of the
 * slot instead of a hundred, and all counting of one table's part happens one after the other.
 */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { volunteeringChange } from '#adapters/dynamo/stream.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { type CountPorts, countChanged } from '#domain/volunteering/count-slot.ts';
import { ledgerEntry } from '#domain/volunteering/ledger-history.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';
import { streamBatch } from '../_events/stream-batch.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { countPorts } from './_count-ports.ts';

/** `history` is that of the volunteering table. */
export const createHandler = (ports: CountPorts & { readonly history: Pick<StaffHistory, 'add'> }) =>
  streamBatch<SlotLedger>(
    (record) => {
      const change = volunteeringChange(record);
      return change.kind === 'slot' && change.after.version !== change.before?.version ? [change.after] : [];
    },
    async (changed) => {
      // of a batch each change has its entry, while its slot is counted once
      await Promise.all(changed.flatMap((image) => ledgerEntry(image) ?? []).map((entry) => ports.history.add(entry)));
      await countChanged(ports)(changed);
    },
  );

export const handler = live<DynamoDBStreamEvent, unknown, DynamoDBBatchResponse>(() => {
  const { VOLUNTEERING_TABLE } = environment(['VOLUNTEERING_TABLE']);
  return createHandler({ ...countPorts(VOLUNTEERING_TABLE), history: staffHistory(tableOn(dynamoClient(), VOLUNTEERING_TABLE)) });
});
