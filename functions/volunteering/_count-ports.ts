/** The real ports of counting. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { figures } from '#adapters/dynamo/figures.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';

export function countPorts(tableName: string) {
  const client = dynamoClient();
  const table = tableOn(client, tableName);
  return { figures: figures(table, transactionsOn(client, tableName)), schools: schools(table, systemClock), clock: systemClock };
}
