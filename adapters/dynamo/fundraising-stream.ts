/** A record of the fundraising table's stream as the relay needs it: a new entry of the history, or an account before and after. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, AttributeValue as StreamValue } from 'aws-lambda';
import { CampaignId } from '#contracts/values.ts';
import type { Account, HistoryEntry } from '#domain/fundraising/ports.ts';
import { accountOf, historyOf } from './fundraising-items.ts';
import type { Item } from './table.ts';

export type FundraisingRecord =
  | { readonly kind: 'history'; readonly entry: HistoryEntry }
  | { readonly kind: 'account'; readonly before: Account | undefined; readonly after: Account }
  /** An item no event follows from: a pledge, a gift, a definition, a removal by age. */
  | { readonly kind: 'other' };

/** Throws when an entry or an account does not parse: the record then goes to the dead-letter queue, not missing. */
export function fundraisingRecord(record: DynamoDBRecord): FundraisingRecord {
  const after = image(record.dynamodb?.NewImage);
  if (after === undefined) return { kind: 'other' };
  const before = image(record.dynamodb?.OldImage);
  const sk = String(after.sk);
  if (sk.startsWith('HISTORY#') && before === undefined) return { kind: 'history', entry: historyOf(after) };
  if (sk !== 'ACCOUNT') return { kind: 'other' };
  const campaignId = CampaignId.parse(after.pk);
  return { kind: 'account', before: before && accountOf(campaignId, before), after: accountOf(campaignId, after) };
}

const image = (values: Record<string, StreamValue> | undefined): Item | undefined =>
  values && unmarshall(values as Record<string, AttributeValue>);
