/** Slots with people for measuring figures: already there, as many as asked for, over ten schools and a year of days. */
import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { figures } from '#adapters/dynamo/figures.ts';
import { opportunities } from '#adapters/dynamo/opportunities.ts';
import { ledgerItem } from '#adapters/dynamo/opportunity-items.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import type { School } from '#contracts/resources/school.ts';
import { DAY, HOUR, iso } from '#domain/time.ts';
import { volunteeringDashboard } from '#domain/volunteering/dashboard.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';
import { aLedger, aSchool, opportunityId, personId, schoolId, signUpId, slotId } from '#test/support/builders.ts';

const SCHOOLS = 10;
/** Slots of the district from three months ago to three months ahead. */
const SLOTS = 1_000;

export const SCHOOLS_MEASURED: readonly School[] = Array.from({ length: SCHOOLS }, (_, n) =>
  aSchool({ schoolId: schoolId(n + 1), slug: `school-${n + 1}`, name: `School ${n + 1}` }),
);

/** Half of the first thousand are over; all further ones were before those, ten a day, as in a district that grows older. */
export function* ledgersWith(signUps: number, slots = SLOTS, now = Date.now()): Generator<SlotLedger> {
  for (let n = 0; n < slots; n += 1) {
    const people = Math.floor(signUps / slots) + (n < signUps % slots ? 1 : 0);
    const days = n < SLOTS ? (n % 180) - 90 : -91 - Math.floor((n - SLOTS) / 10);
    const startsAt = iso(Math.floor(now / HOUR) * HOUR + days * DAY);
    const claims = Object.fromEntries(
      Array.from({ length: people }, (_, k) => [
        personId((n * 31 + k) % Math.max(1, signUps)),
        { signUpId: signUpId(n * 200 + k), places: 1 },
      ]),
    );
    const taken = Object.keys(claims).length;
    yield aLedger({
      slotId: slotId(n + 1),
      opportunityId: opportunityId(Math.floor(n / 10) + 1),
      schoolId: schoolId((Math.floor(n / 10) % SCHOOLS) + 1),
      capacity: taken + 5,
      taken,
      claims,
      startsAt,
      closesAt: startsAt,
      endsAt: iso(Date.parse(startsAt) + 2 * HOUR),
    });
  }
}

export const figuresOn = (client: DynamoDBClient, table: string) => figures(tableOn(client, table), transactionsOn(client, table));

const BATCH = 25;
export async function fillSlots(client: DynamoDBClient, table: string, ledgers: Iterable<SlotLedger>): Promise<void> {
  const items = [...ledgers].map(ledgerItem);
  while (items.length > 0) {
    const PutRequests = items.splice(0, BATCH).map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: PutRequests } }));
  }
}

/** The dashboard of the whole district, read without anything kept from before. */
export const readDashboard = (client: DynamoDBClient, table: string) =>
  volunteeringDashboard({
    figures: figuresOn(client, table),
    opportunities: opportunities(tableOn(client, table), systemClock),
    clock: systemClock,
    district: { zone: 'America/Chicago' },
  })(SCHOOLS_MEASURED, true);
