/** What every function that writes to people asks before and marks after: the real mail ledger, and what people chose about their mails. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { mailPreferences } from '#adapters/dynamo/mail-preferences.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { SendPorts } from '#domain/messaging/send-once.ts';

export function ledgerIn(tableName: string): Pick<SendPorts, 'mailLedger' | 'preferences'> {
  const client = dynamoClient();
  const table = tableOn(client, tableName);
  return { mailLedger: mailLedger(table, transactionsOn(client, tableName)), preferences: mailPreferences(table) };
}
