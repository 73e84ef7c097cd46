/** The real mail ledger, for every function that writes to people. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { MailLedger } from '#domain/messaging/ports.ts';

export function ledgerIn(table: string): MailLedger {
  const client = dynamoClient();
  return mailLedger(tableOn(client, table), transactionsOn(client, table));
}
