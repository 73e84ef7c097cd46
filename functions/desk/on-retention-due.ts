/** Every night: takes people out of what is over for long enough, and goes on with deletions that were cut off. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { finishDeletions } from '#domain/desk/delete-person.ts';
import { forgetOldContacts, type LookPorts } from '#domain/fundraising/retention.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { log } from '../_runtime/log.ts';
import { type DeletionPorts, deletePortsOf, deletionPorts } from './_deletion.ts';
import { MOST_DELETIONS, retentionLookPorts } from './_retention.ts';

export const createHandler = (ports: DeletionPorts & LookPorts) => async (): Promise<void> => {
  const contacts = await forgetOldContacts(ports)();
  const deletions = await finishDeletions(deletePortsOf(ports))(MOST_DELETIONS);
  log.info('retention kept', {
    contactsForgotten: contacts.forgotten,
    contactsLeft: contacts.left,
    deletionsFinished: deletions.finished,
    deletionsLeft: deletions.left,
  });
};

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['DESK_TABLE', 'DISTRICT']);
  return createHandler({
    ...deletionPorts(),
    ...retentionLookPorts(),
    deskHistory: staffHistory(tableOn(dynamoClient(), env.DESK_TABLE)),
    zone: env.DISTRICT.zone,
  });
});
