/** The real ports of fundraising, each made when it is asked for. */
import { campaigns } from '#adapters/dynamo/campaigns.ts';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { fundraisingLedger } from '#adapters/dynamo/fundraising-ledger.ts';
import { photos } from '#adapters/dynamo/photos.ts';
import { pledgeLinks } from '#adapters/dynamo/pledge-links.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { systemIds } from '#adapters/system/ids.ts';
import { jittered, pause } from '#adapters/system/pause.ts';

/** Everything kept in the fundraising table, and time and ids. */
export function fundraisingPorts(tableName: string) {
  const client = dynamoClient();
  const table = tableOn(client, tableName);
  const transact = transactionsOn(client, tableName);
  return {
    campaigns: campaigns(table, transact, systemClock),
    ledger: fundraisingLedger(table, transact),
    photos: photos(table, transact),
    pledgeLinks: pledgeLinks(table),
    clock: systemClock,
    ids: systemIds,
    pause: (ms: number) => pause(jittered(ms)),
  };
}
