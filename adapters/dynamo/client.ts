/** The DynamoDB client: connections kept open, and time limits short enough that a retry still fits into a person's patience. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Region and endpoint come from the environment (`AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`). */
export const dynamoClient = (): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
