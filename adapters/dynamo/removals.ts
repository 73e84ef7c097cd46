/** Removing items. Apart from `table.ts`: what answers the public removes nothing, and need not carry the call. */
import { ConditionalCheckFailedException, DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Condition, Key } from './table.ts';

/** Harmless to repeat. An item for which `condition` does not hold stays. */
export type Remove = (key: Key, condition?: Condition) => Promise<void>;

export const removalsOn =
  (client: DynamoDBClient, name: string): Remove =>
  async (key, condition) => {
    try {
      await client.send(
        new DeleteItemCommand({
          TableName: name,
          Key: marshall({ pk: key.pk, sk: key.sk }),
          ...(condition && {
            ConditionExpression: condition.condition,
            ...(condition.names && { ExpressionAttributeNames: { ...condition.names } }),
            ...(condition.values && { ExpressionAttributeValues: marshall(condition.values) }),
          }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
