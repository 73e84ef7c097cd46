/** What a deletion does in each capability, in an order in which places come back first. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { removalsOn } from '#adapters/dynamo/removals.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { invitationTraces } from '#adapters/dynamo/staff-register.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { systemClock } from '#adapters/system/clock.ts';
import type { DeletePorts } from '#domain/desk/delete-person.ts';
import type { InvitationTraces } from '#domain/desk/ports.ts';
import { type ForgetGiverPorts, forgetGiver } from '#domain/fundraising/forget-person.ts';
import { forgetMails, type MailTraces } from '#domain/messaging/traces.ts';
import { type ForgetVolunteerPorts, forgetVolunteer } from '#domain/volunteering/forget-person.ts';
import { environment } from '../_runtime/env.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { tracesPorts } from './_person.ts';

export type DeletionPorts = Omit<DeletePorts, 'forgets'> &
  ForgetVolunteerPorts &
  ForgetGiverPorts & { readonly mailTraces: MailTraces; readonly invitationTraces: InvitationTraces };

export const deletePortsOf = (ports: DeletionPorts): DeletePorts => ({
  ...ports,
  forgets: [
    async ({ personId, alias, at }) => (await forgetVolunteer(ports)({ personId, alias, askedAt: at })).inFlight === 0,
    async ({ personId }) => {
      await forgetGiver(ports)(personId);
      return true;
    },
    async ({ personId }) => {
      await forgetMails(ports)(personId);
      return true;
    },
    async ({ personId }) => {
      await ports.invitationTraces.remove(personId);
      return true;
    },
  ],
});

/** The real ones, but for the history, which each has already. */
export function deletionPorts() {
  const env = environment(['DESK_TABLE', 'VOLUNTEERING_TABLE', 'FUNDRAISING_TABLE', 'MESSAGING_TABLE', 'UPLOADS_BUCKET']);
  const client = dynamoClient();
  const { ledger, pause } = fundraisingPorts(env.FUNDRAISING_TABLE);
  return {
    ...tracesPorts(env),
    schools: schools(tableOn(client, env.VOLUNTEERING_TABLE), systemClock),
    invitationTraces: invitationTraces(removalsOn(client, env.DESK_TABLE)),
    ledger,
    pause,
    uploads: uploads(s3Client(), env.UPLOADS_BUCKET),
  };
}
