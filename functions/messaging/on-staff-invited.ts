/** Writes to somebody who was invited to the desk. */
import type { Context, EventBridgeEvent } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { invitations } from '#adapters/dynamo/staff-register.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { mailer, sesClient } from '#adapters/ses/mailer.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { pause } from '#adapters/system/pause.ts';
import { staffFacts } from '#domain/desk/facts-for-mail.ts';
import { type TellStaffPorts, tellStaff } from '#domain/messaging/tell-staff.ts';
import { lettersOf } from '#web/emails/index.ts';
import { type Consumer, consumer } from '../_events/consumer.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { told } from './_counted.ts';
import { ledgerIn } from './_ledger.ts';

export function createHandler(ports: TellStaffPorts): Consumer {
  const tell = tellStaff(ports);
  return consumer(['staff.invited.v1'], async (event) => {
    told(event.id, await tell(event));
  });
}

export const handler = live<EventBridgeEvent<string, unknown>, Context, void>(() => {
  const env = environment(['DESK_TABLE', 'MESSAGING_TABLE', 'DISTRICT', 'SES_CONFIGURATION_SET']);
  const client = dynamoClient();
  const desk = tableOn(client, env.DESK_TABLE);
  return createHandler({
    ...ledgerIn(env.MESSAGING_TABLE),
    mailer: mailer(sesClient(), env.DISTRICT.sender, env.SES_CONFIGURATION_SET),
    letters: lettersOf(env.DISTRICT),
    staffFacts: staffFacts({ invitations: invitations(desk), staff: staffDirectory(desk) }),
    siteUrl: env.DISTRICT.siteUrl,
    zone: env.DISTRICT.zone,
    clock: systemClock,
    pause,
  });
});
