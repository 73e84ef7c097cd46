/** The real ports of volunteering, each made when it is asked for. Nothing of mail or calendars here: these bundles answer people. */
import { allowances } from '#adapters/dynamo/allowances.ts';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { linkRequests } from '#adapters/dynamo/link-requests.ts';
import { links } from '#adapters/dynamo/links.ts';
import { opportunities } from '#adapters/dynamo/opportunities.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { signUps } from '#adapters/dynamo/sign-ups.ts';
import { slots } from '#adapters/dynamo/slots.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { taking } from '#adapters/dynamo/taking.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { systemIds } from '#adapters/system/ids.ts';

/** What signing up needs of it: its function is the one that a rush waits for. */
export function signUpPorts(tableName: string) {
  const table = tableOn(dynamoClient(), tableName);
  return {
    opportunities: opportunities(table, systemClock),
    slots: taking(table),
    signUps: signUps(table),
    allowances: allowances(table),
    schools: schools(table, systemClock),
    clock: systemClock,
    ids: systemIds,
  };
}

/** Everything kept in the volunteering table, and time and ids. */
export function volunteeringPorts(tableName: string) {
  const table = tableOn(dynamoClient(), tableName);
  return {
    opportunities: opportunities(table, systemClock),
    slots: slots(table),
    signUps: signUps(table),
    allowances: allowances(table),
    schools: schools(table, systemClock),
    links: links(table),
    linkRequests: linkRequests(table),
    clock: systemClock,
    ids: systemIds,
  };
}
