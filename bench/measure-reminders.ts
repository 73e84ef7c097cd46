/**
 * What reminding people of a day costs: the sweep that finds it, and the mails. Each person has one place, the dearest case; the adapters are the real ones, mails
 * are drawn as plain data, and a mail service takes them at once.
 */
import { links } from '#adapters/dynamo/links.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { mailPreferences } from '#adapters/dynamo/mail-preferences.ts';
import { markedDays } from '#adapters/dynamo/marked-days.ts';
import { slotReads } from '#adapters/dynamo/slot-reads.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { DomainEvent } from '#contracts/events/index.ts';
import { remindOfDay } from '#domain/messaging/tell-of-day.ts';
import { iso } from '#domain/time.ts';
import { dayFacts } from '#domain/volunteering/day-facts.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { sweepDays } from '#domain/volunteering/sweep-days.ts';
import { anOpportunity, aSchool, aShift, aSignUpRequest, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { testEngine } from '#test/support/dynoxide.ts';
import { type Meter, meter } from '#test/support/meter.ts';
import { fakeCalendars, fakeLetters } from '#test/support/world.ts';
import { portsOn } from './rush.ts';

export const SCHOOLS = 10;
/** People in each slot, and slots in each opportunity, all on one day. */
const PEOPLE = 20;
const SLOTS = 10;
/** US dollars for a million units of a table that is paid by use, us-east-1 (aws.amazon.com/dynamodb/pricing/on-demand), and for a thousand mails (aws.amazon.com/ses/pricing). */
const DOLLARS = { reads: 0.125, writes: 0.625, mails: 0.1 };

const DAY = '2099-03-05';
const MORNING = Date.parse('2099-03-02T15:05:00Z');

export interface ReminderCosts {
  readonly signUps: number;
  readonly slots: number;
  readonly sweep: Counts;
  /** The next one, which finds nothing new. */
  readonly idle: Counts;
  readonly perMail: Counts;
  readonly mailsPerSecond: number;
  /** For 10,000 mails. */
  readonly dollars: { readonly tables: number; readonly mails: number };
}
type Counts = Pick<Meter, 'calls' | 'readUnits' | 'writeUnits'>;

export async function reminderCosts(signUps: number): Promise<ReminderCosts> {
  const engine = await testEngine();
  const tables = await engine.createTables();
  const client = engine.connect();
  const counts = meter(client);
  const table = tableOn(client, tables.volunteering);
  let now = Date.parse('2099-02-01T12:00:00Z');
  const clock = { now: () => now };
  const ports = { ...portsOn(client, tables.volunteering), clock };
  for (let n = 1; n <= SCHOOLS; n += 1)
    await ports.schools.save(aSchool({ schoolId: schoolId(n), slug: `school-${n}`, name: `School ${n}` }));
  const slots = Math.ceil(signUps / PEOPLE);
  for (let first = 0; first < slots; first += SLOTS) {
    const number = first / SLOTS + 1;
    const { version: _v, ...definition } = anOpportunity({
      opportunityId: opportunityId(number),
      schoolId: schoolId((number % SCHOOLS) + 1),
      slots: Array.from({ length: Math.min(SLOTS, slots - first) }, (_, n) =>
        aShift(first + n + 1, { capacity: PEOPLE, startsAt: `${DAY}T23:00:00.000Z`, endsAt: `${DAY}T23:30:00.000Z` }),
      ),
    });
    const published = await publishOpportunity(ports)(definition);
    if (!published.ok) throw new Error(JSON.stringify(published.error));
  }
  const run = signUp(ports);
  let next = 0;
  const taking = async (): Promise<void> => {
    for (let n = next++; n < signUps; n = next++) {
      const slot = Math.floor(n / PEOPLE);
      const request = aSignUpRequest({
        opportunityId: opportunityId(Math.floor(slot / SLOTS) + 1),
        person: { name: `Person ${n}`, email: `person-${n}@example.org` },
        slots: [{ slotId: slotId(slot + 1), places: 1 }],
      });
      const outcome = await run({ request, key: { kind: 'form', value: `form-of-person-${n}` } });
      if (!outcome.ok) throw new Error(outcome.error.code);
    }
  };
  await Promise.all(Array.from({ length: 10 }, taking));

  now = MORNING;
  const events: DomainEvent[] = [];
  counts.reset();
  const sweepPorts = {
    ...ports,
    markedDays: markedDays(table),
    events: { publish: async (all: readonly DomainEvent[]) => void events.push(...all) },
  };
  await sweepDays(sweepPorts)();
  const sweep = countsOf(counts);
  counts.reset();
  await sweepDays(sweepPorts)();
  const idle = countsOf(counts);

  let sent = 0;
  const mailPorts = {
    mailLedger: mailLedger(tableOn(client, tables.messaging), transactionsOn(client, tables.messaging)),
    preferences: mailPreferences(tableOn(client, tables.messaging)),
    mailer: {
      send: async () => {
        sent += 1;
        return { kind: 'sent' as const, serviceId: `mail-${sent}` };
      },
    },
    letters: fakeLetters,
    calendars: fakeCalendars,
    links: links(table),
    peopleOnDays: dayFacts({ ...ports, slotReads: slotReads(table) }),
    clock,
    pause: async () => {},
    siteUrl: 'https://crosswalk.example',
    zone: 'America/Chicago',
  };
  counts.reset();
  const begun = performance.now();
  for (const event of events) if (event.type === 'day.approached.v1') await remindOfDay(mailPorts as never)(event);
  const seconds = (performance.now() - begun) / 1_000;
  const all = countsOf(counts);
  await engine.stop();
  if (sent !== signUps) throw new Error(`${sent} mails for ${signUps} people, at ${iso(now)}`);
  const perMail = { calls: all.calls / sent, readUnits: all.readUnits / sent, writeUnits: all.writeUnits / sent };
  const dollars = { tables: (perMail.readUnits * DOLLARS.reads + perMail.writeUnits * DOLLARS.writes) / 100, mails: DOLLARS.mails * 10 };
  return { signUps, slots, sweep, idle, perMail, mailsPerSecond: sent / seconds, dollars };
}

const countsOf = ({ calls, readUnits, writeUnits }: Meter): Counts => ({ calls, readUnits, writeUnits });
