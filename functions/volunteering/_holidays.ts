/** The district's holidays for the functions of staff. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { districtHolidays } from '#adapters/dynamo/holidays.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';

export function holidaysIn(table: string): DistrictHolidays {
  const client = dynamoClient();
  return districtHolidays(tableOn(client, table), transactionsOn(client, table));
}
