/** C1 and C2: what a calendar that is subscribed to asks of the table and sends, of a school by its slots and of a person by their sign-ups, had already or not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { build } from 'esbuild';
import { calendarPaths } from '#contracts/calendar-pages.ts';
import { iso } from '#domain/time.ts';
import { addressExpiry } from '#domain/volunteering/person-calendar.ts';
import type { createHandler } from '#functions/pages/calendars.ts';
import { BUNDLING, ROOT } from '#lib/bundling/bundles.ts';
import { aLedger, anOpportunity, aSchool, aShift, aSignUp, opportunityId, personId, signUpId, slotId } from '#test/support/builders.ts';
import { type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { meter } from '#test/support/meter.ts';
import { district } from '#test/web/district.ts';

const START = Date.parse('2027-03-01T12:00:00.000Z');
const SLOTS_EACH = 10;

export interface FeedCosts {
  /** Slots of the school, or sign-ups of the person. */
  readonly entries: number;
  /** By a process that remembers nothing. */
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** The same asked again by who has it: 304. */
  readonly had: { readonly calls: number; readonly readUnits: number; readonly writeUnits: number; readonly bytes: number };
}

/** A school's calendar at these numbers of slots, ten to an opportunity. */
export const schoolFeeds = (counts: readonly number[]): Promise<readonly FeedCosts[]> =>
  eachOnATable(counts, async (setup, slots) => {
    for (let n = 0; n * SLOTS_EACH < slots; n += 1) await offer(setup, n, Math.min(SLOTS_EACH, slots - n * SLOTS_EACH));
    return { path: calendarPaths.ofSchool(aSchool().slug), routeKey: 'GET /schools/{slug}/calendar.ics', params: { slug: aSchool().slug } };
  });

/** A person's own, at these numbers of sign-ups, each in an opportunity of its own among ten slots. */
export const personFeeds = (counts: readonly number[]): Promise<readonly FeedCosts[]> =>
  eachOnATable(counts, async (setup, signUps) => {
    for (let n = 0; n < signUps; n += 1) {
      await offer(setup, n, SLOTS_EACH);
      const first = n * SLOTS_EACH;
      const of = { opportunityId: opportunityId(n + 1), slotId: slotId(first + 1), signUpId: signUpId(n + 1) };
      await setup.signUps.intend(aSignUp(of));
    }
    const { token } = await setup.calendarAddresses.make(personId(), START, addressExpiry(START));
    const file = `${token}.ics`;
    return { path: calendarPaths.own(token), routeKey: 'GET /calendars/{file}', params: { file } };
  });

type Ports = ReturnType<typeof volunteeringOn>;
interface Asked {
  readonly path: string;
  readonly routeKey: string;
  readonly params: Readonly<Record<string, string>>;
}

async function offer({ opportunities, slots }: Ports, n: number, count: number): Promise<void> {
  const startsAt = (slot: number): string => iso(START + (5 + n) * 86_400_000 + slot * 3_600_000);
  const shifts = Array.from({ length: count }, (_, slot) =>
    aShift(n * SLOTS_EACH + slot + 1, { startsAt: startsAt(slot), endsAt: startsAt(slot + 1) }),
  );
  await opportunities.save(anOpportunity({ opportunityId: opportunityId(n + 1), slots: shifts }));
  for (const shift of shifts) {
    const claims = { [personId()]: { signUpId: signUpId(n + 1), places: 1 } };
    const times = { startsAt: shift.startsAt, closesAt: shift.startsAt, endsAt: shift.endsAt };
    await slots.open(aLedger({ opportunityId: opportunityId(n + 1), slotId: shift.slotId, ...times, taken: 1, claims } as never));
  }
}

async function eachOnATable(
  counts: readonly number[],
  prepare: (setup: Ports, count: number) => Promise<Asked>,
): Promise<readonly FeedCosts[]> {
  const engine = await testEngine();
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  try {
    const create = await bundled(folder);
    const found: FeedCosts[] = [];
    for (const entries of counts) {
      const { volunteering } = await engine.createTables();
      const setup = volunteeringOn(engine.connect(), volunteering, fakeClock(iso(START)));
      await setup.schools.save(aSchool());
      const asked = await prepare(setup, entries);
      found.push({ entries, ...(await costsOf({ create, engine, name: volunteering }, asked, entries)) });
    }
    return found;
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The function as it is deployed: plain Node does not read the JSX of its pages. */
async function bundled(folder: string): Promise<typeof createHandler> {
  const outfile = join(folder, 'calendars.mjs');
  await build({ ...BUNDLING, absWorkingDir: ROOT, entryPoints: ['functions/pages/calendars.ts'], outfile });
  return ((await import(pathToFileURL(outfile).href)) as { readonly createHandler: typeof createHandler }).createHandler;
}

interface Measured {
  readonly create: typeof createHandler;
  readonly engine: TestEngine;
  readonly name: string;
}

async function costsOf({ create, engine, name }: Measured, asked: Asked, entries: number): Promise<Omit<FeedCosts, 'entries'>> {
  const client = engine.connect();
  const counts = meter(client);
  const ask = async (headers: Readonly<Record<string, string>> = {}) => {
    const handler = freshHandler(create, client, name);
    counts.reset();
    const answer = await handler(eventOf(asked, headers), {} as Context);
    const { calls, readUnits, writeUnits } = counts;
    return { ...answer, body: answer.body ?? '', calls, readUnits, writeUnits };
  };
  // a person's calendar that was never read notes what it says, once
  await ask();
  const whole = await ask();
  if (whole.body.match(/BEGIN:VEVENT/g)?.length !== entries) throw new Error(`the calendar does not have ${entries} entries`);
  const headers = { 'if-none-match': whole.headers.etag ?? '' };
  const had = await ask(headers);
  if (had.statusCode !== 304) throw new Error(`who has it is answered ${had.statusCode}`);
  const { calls, readUnits, writeUnits, body } = whole;
  return {
    calls,
    readUnits,
    writeUnits,
    bytes: Buffer.byteLength(body),
    gzipBytes: gzipSync(body).length,
    had: { calls: had.calls, readUnits: had.readUnits, writeUnits: had.writeUnits, bytes: Buffer.byteLength(had.body) },
  };
}

/** A process that remembers nothing. */
function freshHandler(create: typeof createHandler, client: DynamoDBClient, name: string) {
  const clock = fakeClock(iso(START));
  return create({ ...volunteeringOn(client, name, clock), clock, district });
}

const eventOf = ({ path, routeKey, params }: Asked, headers: Readonly<Record<string, string>>): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey,
  rawPath: path,
  rawQueryString: '',
  headers: { host: new URL(district.siteUrl).host, ...headers },
  pathParameters: { ...params },
  isBase64Encoded: false,
  requestContext: {
    accountId: '000000000000',
    apiId: 'bench',
    domainName: new URL(district.siteUrl).host,
    domainPrefix: 'bench',
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' },
    requestId: 'bench',
    routeKey,
    stage: '$default',
    time: '01/Mar/2027:12:00:00 +0000',
    timeEpoch: START,
  },
});
