/**
 * Keeps the figures of volunteering up with the ledgers. It stands behind the table's stream, not behind the bus: a batch of a rush is one count of the
 * slot instead of a hundred, and all counting of one table's part happens one after the other.
 */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { volunteeringChange } from '#adapters/dynamo/stream.ts';
import { type CountPorts, countChanged } from '#domain/volunteering/count-slot.ts';
import { streamBatch } from '../_events/stream-batch.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { countPorts } from './_count-ports.ts';

export const createHandler = (ports: CountPorts) =>
  streamBatch((record) => {
    const change = volunteeringChange(record);
    return change.kind === 'slot' && change.after.version !== change.before?.version ? [change.after] : [];
  }, countChanged(ports));

export const handler = live<DynamoDBStreamEvent, unknown, DynamoDBBatchResponse>(() =>
  createHandler(countPorts(environment(['VOLUNTEERING_TABLE']).VOLUNTEERING_TABLE)),
);
