/** The stream of a test's fundraising table: what the account of a campaign was before and after each of its changes, as the relay reads them. */
import { DescribeTableCommand, type DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { type FundraisingRecord, fundraisingRecord } from '#adapters/dynamo/fundraising-stream.ts';

export async function streamOf(client: DynamoDBClient, TableName: string): Promise<() => Promise<readonly FundraisingRecord[]>> {
  await client.send(
    new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
  );
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const { hostname = '', port, protocol } = (await client.config.endpoint?.()) ?? {};
  const streams = new DynamoDBStreamsClient({
    endpoint: `${protocol}//${hostname}:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const StreamArn = Table?.LatestStreamArn;
  return async () => {
    const records: FundraisingRecord[] = [];
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      const start = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
      for (let { ShardIterator } = await streams.send(start); ShardIterator !== undefined; ) {
        const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }));
        // an open shard goes on for ever: what is not there now was not written
        ShardIterator = Records.length > 0 ? NextShardIterator : undefined;
        records.push(...Records.map((record) => fundraisingRecord(record as DynamoDBRecord)));
      }
    }
    return records;
  };
}
