/**
 * One DynamoDB table as the adapters use it: the few calls they make, with conditional refusals as values and pages read to the end.
 * Throttling and lost connections are retried by the SDK; what is left throws.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, type marshallOptions, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import { PARTITION_KEY, SORT_KEY } from '#contracts/tables.ts';
import { jittered, pause } from '../system/pause.ts';

/** An item as plain values; parsed by its adapter before anyone uses it. */
export type Item = Readonly<Record<string, NativeAttributeValue>>;
export interface Key {
  readonly [PARTITION_KEY]: string;
  readonly [SORT_KEY]: string;
}

/** What a condition or an update says, with its names and values. */
export interface Expression {
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, NativeAttributeValue>>;
}

export interface Condition extends Expression {
  readonly condition: string;
}

/** A conditional write either happened or shows the item that stood against it (none, if there was none). */
export type Written = { readonly done: true } | { readonly done: false; readonly old: Item | undefined };

const MARSHALL: marshallOptions = { removeUndefinedValues: true };

/** BatchGetItem takes at most this many keys. */
const BATCH = 100;

/** Rounds of keys left over by a busy table before giving up, and what the pauses between them grow from. */
const ROUNDS = 8;
const PAUSE_MS = 25;

export interface Table {
  /** Consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** Consistent; in no particular order, those that exist. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  /** Items of a partition (of the table, or of an index), in the order of their sort key: all, or the first `most`. */
  query(
    condition: Condition,
    options?: { readonly index?: string; readonly consistent?: boolean; readonly most?: number; readonly latestFirst?: boolean },
  ): Promise<readonly Item[]>;
  put(item: Key & Item, condition?: Condition): Promise<Written>;
  update(key: Key, update: string, condition: Condition): Promise<Written>;
}

export function tableOn(client: DynamoDBClient, name: string, wait: (ms: number) => Promise<void> = pause): Table {
  return {
    async get(key) {
      const { Item } = await client.send(new GetItemCommand({ TableName: name, Key: marshall(key), ConsistentRead: true }));
      return Item && unmarshall(Item);
    },

    async getMany(keys) {
      const found: Item[] = [];
      let open = keys.map((key) => marshall(key));
      for (let leftOver = 0; open.length > 0; ) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({ RequestItems: { [name]: { Keys: open.slice(0, BATCH), ConsistentRead: true } } }),
        );
        found.push(...(Responses?.[name] ?? []).map((item) => unmarshall(item)));
        const unprocessed = UnprocessedKeys?.[name]?.Keys ?? [];
        open = [...unprocessed, ...open.slice(BATCH)];
        if (unprocessed.length === 0) continue;
        leftOver += 1;
        if (leftOver === ROUNDS) throw new Error(`${name} left ${unprocessed.length} keys unread ${ROUNDS} times`);
        await wait(jittered(PAUSE_MS * 2 ** leftOver));
      }
      return found;
    },

    async query(condition, options = {}) {
      const found: Item[] = [];
      let from: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: name,
            IndexName: options.index,
            ConsistentRead: options.consistent ?? false,
            Limit: options.most,
            ScanIndexForward: options.latestFirst !== true,
            KeyConditionExpression: condition.condition,
            ...attributes(condition),
            ExclusiveStartKey: from,
          }),
        );
        found.push(...(page.Items ?? []).map((item) => unmarshall(item)));
        from = found.length >= (options.most ?? Number.POSITIVE_INFINITY) ? undefined : page.LastEvaluatedKey;
      } while (from);
      return found;
    },

    put: (item, condition) =>
      written(() =>
        client.send(
          new PutItemCommand({
            TableName: name,
            Item: marshall(item, MARSHALL),
            ...(condition && {
              ConditionExpression: condition.condition,
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              ...attributes(condition),
            }),
          }),
        ),
      ),

    update: (key, update, condition) =>
      written(() =>
        client.send(
          new UpdateItemCommand({
            TableName: name,
            Key: marshall(key),
            UpdateExpression: update,
            ConditionExpression: condition.condition,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            ...attributes(condition),
          }),
        ),
      ),
  };
}

const attributes = ({ names, values }: Expression) => ({
  ...(names && { ExpressionAttributeNames: { ...names } }),
  ...(values && { ExpressionAttributeValues: marshall(values, MARSHALL) }),
});

async function written(write: () => Promise<unknown>): Promise<Written> {
  try {
    await write();
    return { done: true };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { done: false, old: error.Item && unmarshall(error.Item) };
    throw error;
  }
}

/** Nothing may stand at this key yet. */
export const ABSENT: Condition = { condition: `attribute_not_exists(${PARTITION_KEY})` };

/**
 * Whether a refused put was refused by the very item it was to write. The client repeats a write whose answer was lost, and the repeat is
 * then refused by the first.
 */
export const standsAsAsked = (write: Written, item: Item): boolean =>
  !write.done && write.old !== undefined && isDeepStrictEqual(asked(write.old), asked(unmarshall(marshall(item, MARSHALL))));

/** When an item was written as it is. No part of what was asked for: the same asked for again is there already. */
export const SAVED_AT = 'savedAt';
const asked = ({ [SAVED_AT]: _, ...item }: Item): Item => item;

/** Puts an item that counts its versions, if the one before is there (none before version 1). */
export async function saveVersion(table: Table, item: Key & Item & { readonly version: number }): Promise<'saved' | 'version-conflict'> {
  const write = await table.put(
    item,
    item.version === 1
      ? ABSENT
      : { condition: '#version = :before', names: { '#version': 'version' }, values: { ':before': item.version - 1 } },
  );
  return write.done || standsAsAsked(write, item) ? 'saved' : 'version-conflict';
}

/** Seconds since the epoch, rounded up so that nothing goes early. */
export const ttl = (instant: string): number => Math.ceil(Date.parse(instant) / 1_000);
