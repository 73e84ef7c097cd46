/**
 * Writes whose first answer is lost after they took effect: the client sends them again, they are refused by themselves, and the adapter must see
 * that. Each case also runs with the recognising mark taken from what was stored, and must then be told otherwise.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailLedger } from '#domain/messaging/ports.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';
import {
  aLedger,
  anOpportunity,
  aSchool,
  aSignUp,
  opportunityId,
  personId,
  signUpId,
  slotId,
  submissionId,
} from '#test/support/builders.ts';
import { breakAttempts, messagingOn, type RealVolunteering, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';

type Ports = RealVolunteering & { readonly mailLedger: MailLedger };

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

const NOON = '2027-03-01T12:00:00.000Z';
const LATER = '2027-06-01T12:00:00.000Z';
const at = Date.parse(NOON);
const MINUTE = 60_000;
const who = { opportunityId: opportunityId(), slotId: slotId(), personId: personId(), signUpId: signUpId(), submissionId: submissionId() };
const recorded = { ...who, places: 2, ledgerVersion: 2, expiresAt: LATER, state: 'confirmed' } as const;
const none = async (): Promise<void> => {};

/** What is there before, what is asked with its first answer lost, and what is to come of it. */
const cases: readonly [string, (ports: Ports) => Promise<unknown>, (ports: Ports) => Promise<unknown>, unknown][] = [
  ['a manage link is issued', none, async ({ links }) => links.resolve(await links.issue(personId(), LATER), at), { personId: personId() }],
  ['an opportunity is saved', none, ({ opportunities }) => opportunities.save(anOpportunity()), 'saved'],
  ['a school is saved', none, ({ schools }) => schools.save(aSchool()), 'saved'],
  [
    'an allowance is saved',
    ({ allowances }) => allowances.save(personId(), opportunityId(), { places: {}, version: 1 }, LATER),
    ({ allowances }) => allowances.save(personId(), opportunityId(), { places: { [slotId()]: 1 }, version: 2 }, LATER),
    'saved',
  ],
  [
    'a sign-up is refused',
    ({ signUps }) => signUps.intend(aSignUp()),
    ({ signUps }) => signUps.refuse(personId(), slotId(), signUpId(), 'slot.full'),
    'done',
  ],
  ['a sign-up takes in a change', ({ signUps }) => signUps.intend(aSignUp()), ({ signUps }) => signUps.record(recorded), 'done'],
  ['a mail is leased', none, ({ mailLedger }) => mailLedger.lease('mail', personId(), at, MINUTE), { kind: 'leased', attempt: 1 }],
  [
    'a lease that ran out is taken over',
    ({ mailLedger }) => mailLedger.lease('mail', personId(), at, MINUTE),
    ({ mailLedger }) => mailLedger.lease('mail', personId(), at + MINUTE, MINUTE),
    { kind: 'leased', attempt: 2 },
  ],
];

/** Ports whose every conditional write that takes effect loses its first answer; `blind` hides the item that a refusal shows. */
async function losingPorts(blind: boolean): Promise<{ readonly ports: Ports; readonly broken: Ports }> {
  const names = await engine.createTables();
  const on = (client: DynamoDBClient): Ports => ({
    ...volunteeringOn(client, names.volunteering, fakeClock()),
    ...messagingOn(client, names.messaging),
  });
  const client = engine.connect();
  if (blind) hideRefusals(client);
  breakAttempts(client, (command, attempt) => ((command === 'PutItem' || command === 'UpdateItem') && attempt === 1 ? 'after' : undefined));
  return { ports: on(engine.connect()), broken: on(client) };
}

/** What a refusal shows is somebody else's. */
function hideRefusals(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        const item = (error as { Item?: Record<string, object> }).Item;
        if (item) Object.assign(error as object, { Item: { ...item, ...FOREIGN } });
        throw error;
      }
    },
    { step: 'initialize', name: 'hideRefusals' },
  );
}
const FOREIGN = {
  signUpId: { S: signUpId(99) },
  holder: { S: 'another' },
  personId: { S: personId(99) },
  schoolId: { S: 'another' },
  definition: { S: 'another' },
  places: { N: '9' },
};

describe.each(cases)('when the answer is lost as %s', (_name, prepare, ask, expected) => {
  it('the repeat is known', async () => {
    const { ports, broken } = await losingPorts(false);
    await prepare(ports);
    expect(await ask(broken)).toEqual(expected);
  });

  it('somebody else’s write is not taken for it', async () => {
    const { ports, broken } = await losingPorts(true);
    await prepare(ports);
    const answer = await ask(broken).catch((error: unknown) => error);
    expect(answer).not.toEqual(expected);
  });
});

describe('the ledger of places, each answer lost once', () => {
  it.each([
    ['the person', {}],
    ['staff', { by: 'luis@riverbend.example' }],
  ])('knows its own claim, change and release by %s, and counts them once', async (_, by) => {
    const { ports, broken } = await losingPorts(false);
    await ports.opportunities.save(anOpportunity());
    await broken.slots.open(aLedger());
    const now = async (): Promise<SlotLedger | undefined> => (await ports.opportunities.load(opportunityId()))?.ledgers[0];
    const command = { ...who, places: 2, at: NOON, ...by };
    expect(await broken.slots.claim(command)).toMatchObject({ kind: 'replayed' });
    expect(await broken.slots.resize({ ...command, placesBefore: 2, places: 3 })).toMatchObject({ kind: 'replayed' });
    expect(await now()).toMatchObject({ taken: 3, version: 3 });
    expect(await broken.slots.revise(opportunityId(), slotId(), { capacity: 9, state: 'open' }, NOON)).toEqual({ kind: 'done' });
    expect(await now()).toMatchObject({ taken: 3, capacity: 9 });
    expect(await broken.slots.release({ ...command, places: 3 })).toMatchObject({ kind: 'replayed' });
    expect(await now()).toMatchObject({ taken: 0, claims: {} });
  });
});
