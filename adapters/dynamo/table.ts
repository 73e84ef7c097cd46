/**
 * One DynamoDB table as the adapters use it: the few calls they make, with conditional refusals as values and pages read to the end.
 * Throttling and lost connections are retried by the SDK; what is left throws.
 */
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

export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** Consistent. */
  async get(key: Key): Promise<Item | undefined> {
    const { Item } = await this.#client.send(new GetItemCommand({ TableName: this.#name, Key: marshall(key), ConsistentRead: true }));
    return Item && unmarshall(Item);
  }

  /** Consistent; in no particular order, those that exist. */
  async getMany(keys: readonly Key[]): Promise<readonly Item[]> {
    const found: Item[] = [];
    let open = keys.map((key) => marshall(key));
    while (open.length > 0) {
      const { Responses, UnprocessedKeys } = await this.#client.send(
        new BatchGetItemCommand({ RequestItems: { [this.#name]: { Keys: open.slice(0, BATCH), ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[this.#name] ?? []).map((item) => unmarshall(item)));
      open = [...(UnprocessedKeys?.[this.#name]?.Keys ?? []), ...open.slice(BATCH)];
    }
    return found;
  }

  /** All items of a partition (of the table, or of an index), in the order of their sort key. */
  async query(condition: Condition, options: { readonly index?: string; readonly consistent?: boolean } = {}): Promise<readonly Item[]> {
    const found: Item[] = [];
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#name,
          IndexName: options.index,
          ConsistentRead: options.consistent ?? false,
          KeyConditionExpression: condition.condition,
          ...attributes(condition),
          ExclusiveStartKey: from,
        }),
      );
      found.push(...(page.Items ?? []).map((item) => unmarshall(item)));
      from = page.LastEvaluatedKey;
    } while (from);
    return found;
  }

  async put(item: Key & Item, condition?: Condition): Promise<Written> {
    return written(() =>
      this.#client.send(
        new PutItemCommand({
          TableName: this.#name,
          Item: marshall(item, MARSHALL),
          ...(condition && {
            ConditionExpression: condition.condition,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            ...attributes(condition),
          }),
        }),
      ),
    );
  }

  async update(key: Key, update: string, condition: Condition): Promise<Written> {
    return written(() =>
      this.#client.send(
        new UpdateItemCommand({
          TableName: this.#name,
          Key: marshall(key),
          UpdateExpression: update,
          ConditionExpression: condition.condition,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          ...attributes(condition),
        }),
      ),
    );
  }
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

/** Seconds since the epoch, rounded up so that nothing goes early. */
export const ttl = (instant: string): number => Math.ceil(Date.parse(instant) / 1_000);
