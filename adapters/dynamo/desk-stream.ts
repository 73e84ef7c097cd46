/** A record of the desk table's stream as the relay needs it. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Invitation } from '#domain/desk/ports.ts';
import { invitationOf, isInvitation } from './staff-register.ts';

/** Undefined for any other change. Throws when an invitation does not parse: the record then goes to the dead-letter queue, not missing. */
export function newInvitation({ dynamodb }: DynamoDBRecord): Invitation | undefined {
  if (!dynamodb?.NewImage || dynamodb.OldImage) return undefined;
  // the client's attribute shapes, but for bytes, which none of our items has
  const item = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
  return isInvitation(item) ? invitationOf(item) : undefined;
}
