/** A record of the volunteering table's stream as the relay needs it: what the item was and what it is, typed. */

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, AttributeValue as StreamValue } from 'aws-lambda';
import type { FiguresState } from '#contracts/resources/figures.ts';
import type { KeptMessage, LinkRequest, SlotLedger } from '#domain/volunteering/ports.ts';
import { figuresStateOf, isFiguresState } from './figures.ts';
import { isLinkRequest, linkRequestOf } from './link-requests.ts';
import { isMessage, keptMessageOf } from './messages.ts';
import { isLedger, ledgerOf } from './opportunity-items.ts';
import type { Item } from './table.ts';

export type VolunteeringChange =
  | { readonly kind: 'slot'; readonly before: SlotLedger | undefined; readonly after: SlotLedger }
  | { readonly kind: 'link-request'; readonly request: LinkRequest }
  | { readonly kind: 'message'; readonly kept: KeptMessage }
  | { readonly kind: 'figures'; readonly before: FiguresState | undefined; readonly after: FiguresState }
  /** An item no event follows from: a sign-up, a definition, a removal by age. */
  | { readonly kind: 'other' };

/** Throws when a slot, a request or a message does not parse: the record then goes to the dead-letter queue, not missing. */
export function volunteeringChange(record: DynamoDBRecord): VolunteeringChange {
  const after = image(record.dynamodb?.NewImage);
  if (after === undefined) return { kind: 'other' };
  const before = image(record.dynamodb?.OldImage);
  if (isLedger(after)) return { kind: 'slot', before: before && ledgerOf(before), after: ledgerOf(after) };
  if (isLinkRequest(after) && before === undefined) return { kind: 'link-request', request: linkRequestOf(after) };
  if (isMessage(after) && before === undefined) return { kind: 'message', kept: keptMessageOf(after) };
  if (isFiguresState(after)) return { kind: 'figures', before: before && figuresStateOf(before), after: figuresStateOf(after) };
  return { kind: 'other' };
}

/** Stream records have the client's attribute shapes, but for bytes, which none of our items has. */
const image = (values: Record<string, StreamValue> | undefined): Item | undefined =>
  values && unmarshall(values as Record<string, AttributeValue>);
