/** Counts what passes through a DynamoDB client: round trips, attempts, capacity; and how large an item is. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Meter {
  /** Commands answered, by name. */
  readonly commands: Map<string, number>;
  calls: number;
  /** HTTP requests, with the client's own repeats. */
  attempts: number;
  readUnits: number;
  writeUnits: number;
  reset(): void;
}

/**
 * Counts what passes through the client. A conditional write that was refused costs what it would have cost: one unit per KB of the item. What a
 * refused transaction costs is not known here, and not counted.
 */
export function meter(client: DynamoDBClient): Meter {
  const counts: Meter = {
    commands: new Map(),
    calls: 0,
    attempts: 0,
    readUnits: 0,
    writeUnits: 0,
    reset() {
      counts.commands.clear();
      Object.assign(counts, { calls: 0, attempts: 0, readUnits: 0, writeUnits: 0 });
    },
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName).replace(/Command$/, '');
      counts.calls += 1;
      counts.commands.set(command, (counts.commands.get(command) ?? 0) + 1);
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const isWrite = command === 'PutItem' || command === 'UpdateItem';
      const writes = isWrite || command === 'TransactWriteItems' || command === 'BatchWriteItem';
      try {
        const answer = await next(args);
        const units = unitsOf(answer.output);
        if (writes) counts.writeUnits += units;
        else counts.readUnits += units;
        return answer;
      } catch (error) {
        if (isWrite && (error as Error).name === 'ConditionalCheckFailedException') counts.writeUnits += refusedUnits(error, args.input);
        throw error;
      }
    },
    { step: 'initialize', name: 'meter' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      counts.attempts += 1;
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'attempts' },
  );
  return counts;
}

function unitsOf(output: unknown): number {
  const { ConsumedCapacity } = output as { ConsumedCapacity?: { CapacityUnits?: number } | readonly { CapacityUnits?: number }[] };
  const all = Array.isArray(ConsumedCapacity) ? ConsumedCapacity : [ConsumedCapacity];
  return all.reduce((sum: number, one) => sum + (one?.CapacityUnits ?? 0), 0);
}

/** DynamoDB bills a refused write by the larger of the item there and the item sent; an exception does not say how much. */
function refusedUnits(error: unknown, input: unknown): number {
  const size = (value: unknown): number => (value === undefined ? 0 : sizeOf(value));
  return Math.max(1, Math.ceil(Math.max(size((error as { Item?: unknown }).Item), size((input as { Item?: unknown }).Item)) / 1_024));
}

type Typed = Readonly<Record<string, unknown>>;
/** Bytes of an item as DynamoDB counts them: names, texts as UTF-8, numbers about a byte per two digits, maps and lists with overhead. */
export function sizeOf(item: unknown): number {
  return Object.entries(item as Typed).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value as Typed), 0);
}
function valueSize(value: Typed): number {
  if (typeof value.S === 'string') return Buffer.byteLength(value.S);
  if (typeof value.N === 'string') return Math.ceil(value.N.length / 2) + 1;
  if (value.M !== undefined) return 3 + Object.keys(value.M as Typed).length + sizeOf(value.M);
  if (Array.isArray(value.L)) return 3 + value.L.length + value.L.reduce((sum: number, one) => sum + valueSize(one as Typed), 0);
  return 1;
}
