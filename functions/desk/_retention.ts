/** The rules of retention, as the stage sets them, and what the next run would do. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { deletions } from '#adapters/dynamo/deletions.ts';
import { oldContacts } from '#adapters/dynamo/old-contacts.ts';
import { removalsOn } from '#adapters/dynamo/removals.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { type RetentionPreview, RetentionRules } from '#contracts/resources/retention.ts';
import type { Deletions } from '#domain/desk/delete-person.ts';
import { dueContacts, type LookPorts } from '#domain/fundraising/retention.ts';
import { iso } from '#domain/time.ts';
import { environment } from '../_runtime/env.ts';

export type RetentionLookPorts = Omit<LookPorts, 'zone'> & {
  readonly deletions: Pick<Deletions, 'unfinished'>;
  readonly district: { readonly zone: string };
};

/** Deletions that one run goes on with: there are hardly ever any. */
export const MOST_DELETIONS = 20;

export async function previewOf(ports: RetentionLookPorts): Promise<RetentionPreview> {
  const [{ contacts, complete }, begun] = await Promise.all([
    dueContacts({ ...ports, zone: ports.district.zone })(),
    ports.deletions.unfinished(MOST_DELETIONS),
  ]);
  return { asOf: iso(ports.clock.now()), rules: ports.rules, contacts: [...contacts], complete, deletions: begun.length };
}

/** A variable of its own, which only those who need it read. */
export function retentionRules(from: NodeJS.ProcessEnv = process.env): RetentionRules {
  const parsed = RetentionRules.safeParse(JSON.parse(from.RETENTION ?? 'null'));
  if (!parsed.success) throw new Error('environment variables missing or malformed: RETENTION');
  return parsed.data;
}

export function retentionLookPorts() {
  const env = environment(['DESK_TABLE', 'FUNDRAISING_TABLE']);
  const client = dynamoClient();
  return {
    oldContacts: oldContacts(tableOn(client, env.FUNDRAISING_TABLE)),
    deletions: deletions(tableOn(client, env.DESK_TABLE), removalsOn(client, env.DESK_TABLE)),
    rules: retentionRules(),
    clock: systemClock,
  };
}
