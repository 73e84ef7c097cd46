/**
 * Event source mappings of the template: reads each table's stream in order and hands batches to the function, as Lambda's poller does.
 *
 * A batch that fails is repeated, halved where the mapping says so, and after its retries described in the dead-letter queue, so that one bad record
 * can't block what comes behind it. Where the reading stands is on disk.
 */
import { setTimeout as wait } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { Queues, StateFile } from './journal.ts';
import type { LambdaFunction } from './lambda.ts';
import { type Assembly, CREDENTIALS, REGION, type Resource } from './template.ts';

const POLL_MS = 50;
const RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

export interface MappingOptions {
  readonly endpoint: string;
  /** Stream ARNs of the engine by table name. */
  readonly streams: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly queues: Queues;
  /** By mapping and shard: sequence number of the last record that is done with. */
  readonly positions: StateFile<string>;
}

/** Reads one table's stream for one mapping, and keeps where the reading stands. */
class StreamReader {
  readonly #client: DynamoDBStreamsClient;
  readonly #streamArn: string;
  readonly #resource: Resource;
  readonly #positions: StateFile<string>;

  constructor(resource: Resource, assembly: Assembly, { endpoint, streams, positions }: MappingOptions) {
    const table = assembly.find(String(resource.properties.EventSourceArn).replace(/\/stream$/, '')).name;
    const streamArn = streams.get(table);
    if (streamArn === undefined) throw new Error(`mapping ${resource.name} has no stream`);
    this.#streamArn = streamArn;
    this.#resource = resource;
    this.#positions = positions;
    this.#client = new DynamoDBStreamsClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  }

  get streamArn(): string {
    return this.#streamArn;
  }

  async shards(): Promise<readonly string[]> {
    const { StreamDescription } = await this.#client.send(new DescribeStreamCommand({ StreamArn: this.#streamArn }));
    return (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
  }

  /** From behind the last record that is done with, or from where the mapping starts. */
  async iteratorOf(shard: string): Promise<string | undefined> {
    const after = this.#positions.get(this.#positionName(shard));
    const { ShardIterator } = await this.#client.send(
      new GetShardIteratorCommand({
        StreamArn: this.#streamArn,
        ShardId: shard,
        ...(after === undefined
          ? { ShardIteratorType: this.#resource.properties.StartingPosition }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
      }),
    );
    return ShardIterator;
  }

  async read(iterator: string): Promise<{ readonly records: readonly StreamRecord[]; readonly next: string | undefined }> {
    const { Records = [], NextShardIterator } = await this.#client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: this.#resource.properties.BatchSize ?? 100 }),
    );
    return { records: Records, next: NextShardIterator };
  }

  doneWith(shard: string, record: StreamRecord | undefined): void {
    const sequence = record?.dynamodb?.SequenceNumber;
    if (sequence !== undefined) this.#positions.set(this.#positionName(shard), sequence);
  }

  close(): void {
    this.#client.destroy();
  }

  #positionName(shard: string): string {
    return `${this.#resource.name}/${this.#streamArn}/${shard}`;
  }
}

/** Passes over everything that is in the stream now. */
export async function skipToEnd(resource: Resource, assembly: Assembly, options: MappingOptions): Promise<void> {
  const reader = new StreamReader(resource, assembly, options);
  for (const shard of await reader.shards()) {
    for (let iterator = await reader.iteratorOf(shard); iterator !== undefined; ) {
      const { records, next } = await reader.read(iterator);
      if (records.length === 0) break;
      reader.doneWith(shard, records.at(-1));
      iterator = next;
    }
  }
  reader.close();
}

export class Mapping {
  readonly #resource: Resource;
  readonly #reader: StreamReader;
  readonly #target: LambdaFunction;
  readonly #queue: string | undefined;
  readonly #queues: Queues;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(resource: Resource, assembly: Assembly, options: MappingOptions) {
    const { FunctionName, DestinationConfig } = resource.properties;
    const target = options.functions.get(FunctionName);
    if (!target) throw new Error(`mapping ${resource.name} has no function`);
    const destination = DestinationConfig?.OnFailure?.Destination;
    this.#resource = resource;
    this.#reader = new StreamReader(resource, assembly, options);
    this.#target = target;
    this.#queue = destination && assembly.find(destination).name;
    this.#queues = options.queues;
    this.#running = this.#poll();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#reader.close();
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stop;
    const iterators = new Map<string, string>();
    while (!signal.aborted) {
      try {
        let read = 0;
        for (const shard of await this.#reader.shards()) {
          const iterator = iterators.get(shard) ?? (await this.#reader.iteratorOf(shard));
          if (iterator === undefined) continue;
          const { records, next } = await this.#reader.read(iterator);
          read += records.length;
          if (records.length > 0) await this.#deliver(shard, records);
          if (next) iterators.set(shard, next);
          else iterators.delete(shard);
        }
        if (read === 0) await wait(POLL_MS, undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        console.error(`reading the stream for ${this.#resource.name} failed; trying again`, error);
        iterators.clear();
        await wait(LONGEST_RETRY_MS / 5, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #deliver(shard: string, records: readonly StreamRecord[]): Promise<void> {
    await deliverBatch(records, {
      invoke: (batch) => this.#target.invoke({ Records: batch.map(asLambdaRecord) }),
      bisect: this.#resource.properties.BisectBatchOnFunctionError === true,
      retries: this.#resource.properties.MaximumRetryAttempts ?? -1,
      giveUp: (batch, error) => {
        if (this.#queue !== undefined) this.#queues.send(this.#queue, describe(this.#reader.streamArn, shard, batch, error));
      },
      settled: (record) => this.#reader.doneWith(shard, record),
      signal: this.#stop.signal,
    });
  }
}

export interface BatchDelivery {
  invoke(batch: readonly StreamRecord[]): ReturnType<LambdaFunction['invoke']>;
  readonly bisect: boolean;
  /** Attempts after the first; -1 is for ever. */
  readonly retries: number;
  giveUp(batch: readonly StreamRecord[], error: string): void;
  settled(upTo: StreamRecord | undefined): void;
  readonly signal: AbortSignal;
}

/** One batch to its end: every record is taken by the function or given up, in order. */
export async function deliverBatch(records: readonly StreamRecord[], delivery: BatchDelivery): Promise<void> {
  const work: { readonly batch: readonly StreamRecord[]; readonly attempt: number }[] = [{ batch: records, attempt: 0 }];
  for (let next = work.shift(); next; next = work.shift()) {
    const { batch, attempt } = next;
    if (delivery.signal.aborted) return;
    const outcome = await delivery.invoke(batch);
    const failedAt = outcome.ok ? firstFailure(batch, outcome.value) : 0;
    // what was taken is not handed over again only because the runtime stops now
    if (failedAt === undefined) {
      delivery.settled(batch.at(-1));
      continue;
    }
    if (delivery.signal.aborted) return;
    if (failedAt > 0) delivery.settled(batch[failedAt - 1]);
    const rest = batch.slice(failedAt);
    if (delivery.retries >= 0 && attempt >= delivery.retries) {
      delivery.giveUp(rest, outcome.ok ? 'reported as failed by the function' : outcome.errorMessage);
      delivery.settled(rest.at(-1));
      continue;
    }
    await wait(Math.min(RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS), undefined, { signal: delivery.signal }).catch(() => {});
    if (delivery.signal.aborted) return;
    const half = Math.ceil(rest.length / 2);
    const parts = delivery.bisect && !outcome.ok && rest.length > 1 ? [rest.slice(0, half), rest.slice(half)] : [rest];
    work.unshift(...parts.map((part) => ({ batch: part, attempt: attempt + 1 })));
  }
}

/** Index of the first record the function reports as failed; undefined when it took all. */
function firstFailure(batch: readonly StreamRecord[], value: unknown): number | undefined {
  const failures = (value as { batchItemFailures?: readonly { itemIdentifier: string }[] } | null)?.batchItemFailures ?? [];
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  if (failed.size === 0) return undefined;
  // a name that is in no record fails the whole batch, as it does at Lambda's
  return Math.max(
    0,
    batch.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? '')),
  );
}

/** Lambda's records have times as numbers, the SDK's as dates. */
const asLambdaRecord = (record: StreamRecord) => ({
  ...record,
  dynamodb: {
    ...record.dynamodb,
    ApproximateCreationDateTime: Math.floor((record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1_000),
  },
});

const describe = (streamArn: string, shardId: string, batch: readonly StreamRecord[], error: string) => ({
  error,
  DDBStreamBatchInfo: {
    streamArn,
    shardId,
    startSequenceNumber: batch[0]?.dynamodb?.SequenceNumber,
    endSequenceNumber: batch.at(-1)?.dynamodb?.SequenceNumber,
    batchSize: batch.length,
  },
});
