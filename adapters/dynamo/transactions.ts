/**
 * Several writes to one table that happen together or not at all. The client repeats a transaction whose answer was lost under the same token,
 * so it happens once; it does not repeat one that met another transaction, which is done here.
 */
import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { jittered, pause } from '../system/pause.ts';
import { ABSENT, type Condition, type Expression, type Item, type Key } from './table.ts';

export type Write =
  | { readonly put: Key & Item; readonly condition?: Condition }
  | { readonly update: string; readonly key: Key; readonly condition: Expression & Partial<Condition> };

/** `refused`: places of the writes whose conditions did not hold. `busy`: others were in the way each time; nothing was written. */
export type Transacted =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly at: readonly number[] }
  | { readonly kind: 'busy' };

export type Transact = (writes: readonly Write[]) => Promise<Transacted>;

/** Puts an item that counts its versions: it must follow what was read; version 1 must be new. */
export const versionedWrite = (put: Key & Item & { readonly version: number }): Write => ({
  put,
  condition:
    put.version === 1
      ? ABSENT
      : { condition: '#version = :before', names: { '#version': 'version' }, values: { ':before': put.version - 1 } },
});

const ATTEMPTS = 8;
const PAUSE_MS = 10;

export function transactionsOn(client: DynamoDBClient, name: string, wait: (ms: number) => Promise<void> = pause): Transact {
  return async (writes) => {
    const TransactItems = writes.map((write) => itemOf(name, write));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return { kind: 'done' };
      } catch (error) {
        const reasons = reasonsOf(error);
        const at = reasons.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
        if (at.length > 0) return { kind: 'refused', at };
        if (!reasons.some((code) => PASSING.has(code))) throw error;
        if (attempt < ATTEMPTS) await wait(jittered(PAUSE_MS * 2 ** attempt));
      }
    }
    return { kind: 'busy' };
  };
}

/** Reasons that end by themselves (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html). */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const reasonsOf = (error: unknown): readonly string[] =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None') : [];

const MARSHALL = { removeUndefinedValues: true };

function itemOf(TableName: string, write: Write): TransactWriteItem {
  const { condition, names, values } = write.condition ?? {};
  const expression = {
    ...(condition !== undefined && { ConditionExpression: condition }),
    ...(names && { ExpressionAttributeNames: { ...names } }),
    ...(values && { ExpressionAttributeValues: marshall(values, MARSHALL) }),
  };
  return 'put' in write
    ? { Put: { TableName, Item: marshall(write.put, MARSHALL), ...expression } }
    : { Update: { TableName, Key: marshall(write.key), UpdateExpression: write.update, ...expression } };
}
