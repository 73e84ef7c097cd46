/**
 * A batch of a DynamoDB stream: what failed is reported by its sequence number, and the mapping sends from there again.
 *
 * A shard is read in order and the report names the first record that failed, so everything behind it comes again: no change of a slot
 * overtakes an earlier one.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { log } from '../_runtime/log.ts';

/** Turns one record into what is to be published; throws when it can't be read. */
type Read<Item> = (record: DynamoDBRecord) => readonly Item[];

export function streamBatch<Item>(read: Read<Item>, publish: (items: readonly Item[]) => Promise<void>) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const items: Item[] = [];
    let failedAt: DynamoDBRecord | undefined;
    for (const record of Records) {
      try {
        items.push(...read(record));
      } catch (error) {
        log.error('stream record could not be read', error, { sequenceNumber: record.dynamodb?.SequenceNumber });
        failedAt = record;
        break;
      }
    }
    // everything before an unreadable record goes out; a bus that refuses fails the whole batch, whose repeat has the same event ids
    await publish(items);
    const failed = failedAt?.dynamodb?.SequenceNumber;
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
  };
}
