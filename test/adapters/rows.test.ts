/** What lies in the tables: nothing personal in ledgers, small enough to be cheap, and never half understood. */
import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerItem, ledgerOf } from '#adapters/dynamo/opportunity-items.ts';
import { volunteeringChange } from '#adapters/dynamo/stream.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { people } from '#adapters/system/people.ts';
import type { Claim } from '#domain/volunteering/ports.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aLedger, anOpportunity, aSignUp, opportunityId, personId, schoolId, signUpId, slotId } from '#test/support/builders.ts';
import { type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { sizeOf } from '#test/support/meter.ts';
import { keyOf, portsOn, prepareRush, requestOf } from '../../bench/rush.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

const sixtyClaims = async (): Promise<Record<string, Claim>> => {
  const { identify } = people(async () => 'a key of some thirty-two characters');
  const ids = await Promise.all(Array.from({ length: 60 }, (_, n) => identify(`person-${n}@example.org`)));
  return Object.fromEntries(ids.map((id, n) => [id, { signUpId: signUpId(n), places: 1 }]));
};

describe('a ledger item', () => {
  it('with 60 claims costs three write units at most', async () => {
    const item = marshall(ledgerItem(aLedger({ capacity: 60, taken: 60, claims: await sixtyClaims() })), { removeUndefinedValues: true });
    expect(sizeOf(item)).toBeLessThan(3 * 1_024);
  });

  it('comes back as it was', async () => {
    const ledger = aLedger({ capacity: 60, taken: 60, held: 1, waiting: 2, claims: await sixtyClaims() });
    expect(ledgerOf(ledgerItem(ledger))).toEqual(ledger);
  });

  it('and its index have nothing of what a person typed', async () => {
    const { volunteering } = await engine.createTables();
    const client = engine.connect();
    await prepareRush(client, volunteering, 5);
    const outcome = await signUp(portsOn(client, volunteering))({ request: requestOf(1), key: keyOf(1) });
    expect(outcome.ok).toBe(true);
    const partition = await client.send(
      new QueryCommand({
        TableName: volunteering,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: marshall({ ':pk': opportunityId(), ':sk': 'SLOT#' }),
      }),
    );
    const index = await client.send(
      new QueryCommand({
        TableName: volunteering,
        IndexName: 'slotsBySchool',
        KeyConditionExpression: 'schoolId = :school',
        ExpressionAttributeValues: marshall({ ':school': schoolId() }),
      }),
    );
    expect([partition.Count, index.Count]).toEqual([1, 1]);
    expect(JSON.stringify([partition.Items, index.Items])).not.toMatch(/Person 1|person-1|example\.org/i);
    expect(Object.keys(partition.Items?.[0]?.claims?.M ?? {})).toHaveLength(1);
    expect(index.Items?.[0]).not.toHaveProperty('claims');
    expect(index.Items?.[0]).not.toHaveProperty('change');
  });
});

describe('a row that does not parse', () => {
  const spoilt = async (
    write: (ports: ReturnType<typeof volunteeringOn>) => Promise<unknown>,
    key: Record<string, string>,
    change: object,
  ) => {
    const { volunteering } = await engine.createTables();
    const client = engine.connect();
    const ports = volunteeringOn(client, volunteering, fakeClock());
    await write(ports);
    const { Item } = await client.send(new GetItemCommand({ TableName: volunteering, Key: marshall(key) }));
    if (!Item) throw new Error('the test spoils nothing');
    await client.send(new PutItemCommand({ TableName: volunteering, Item: marshall({ ...unmarshall(Item), ...change }) }));
    return ports;
  };
  const slotKey = { pk: opportunityId(), sk: `SLOT#${slotId()}` };
  const signUpKey = { pk: `PERSON#${personId()}`, sk: `SIGNUP#${slotId()}` };

  it.each([
    ['a ledger', slotKey, { placesLeft: 'many' }],
    ['a ledger', slotKey, { claims: { [personId()]: '0 ssssssssssssssss' } }],
    ['a ledger', slotKey, { claims: { nobody: '1 ssssssssssssssss' } }],
    ['a ledger', slotKey, { change: { kind: 'unheard of' } }],
    ['a definition', { pk: opportunityId(), sk: 'OPPORTUNITY' }, { definition: { title: 'no' } }],
  ])('stops a read: %s with %o and %o', async (_name, key, change) => {
    const ports = await spoilt(
      async ({ opportunities, slots }) => {
        await opportunities.save(anOpportunity());
        await slots.open(aLedger());
      },
      key,
      change,
    );
    await expect(ports.opportunities.load(opportunityId())).rejects.toThrow();
    await expect(ports.opportunities.glance(opportunityId())).rejects.toThrow();
  });

  it.each([{ state: 'maybe' }, { person: {} }, { places: 'two' }])('stops a read: a sign-up with %o', async (change) => {
    const ports = await spoilt(({ signUps }) => signUps.intend(aSignUp()), signUpKey, change);
    await expect(ports.signUps.find(personId(), slotId())).rejects.toThrow();
    await expect(ports.signUps.ofPerson(personId())).rejects.toThrow();
    await expect(ports.signUps.intend(aSignUp())).rejects.toThrow();
  });
});

describe('a record of the stream', () => {
  type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;
  const image = (item: object): Image => marshall(item, { removeUndefinedValues: true }) as Image;
  const request = { pk: `PERSON#${personId()}`, sk: 'LINKREQUEST#1', requestId: '1', personId: personId(), language: 'en' };
  const whole = { ...request, requestedAt: '2027-03-01T12:00:00.000Z', expiresAt: 1_900_000_000 };

  it('of a ledger is what it was and what it is', () => {
    const [before, after] = [aLedger(), aLedger({ version: 2 })];
    const record = { dynamodb: { OldImage: image(ledgerItem(before)), NewImage: image(ledgerItem(after)) } };
    expect(volunteeringChange(record)).toEqual({ kind: 'slot', before, after });
    expect(volunteeringChange({ dynamodb: { NewImage: image(ledgerItem(before)) } })).toEqual({
      kind: 'slot',
      before: undefined,
      after: before,
    });
  });

  it('of a link request is one when it is first put', () => {
    expect(volunteeringChange({ dynamodb: { NewImage: image(whole) } })).toMatchObject({
      kind: 'link-request',
      request: { requestId: '1' },
    });
    expect(volunteeringChange({ dynamodb: { OldImage: image(whole), NewImage: image(whole) } })).toEqual({ kind: 'other' });
  });

  it('of anything else, and of what goes by age, is nothing to tell', () => {
    expect(volunteeringChange({ dynamodb: { OldImage: image(ledgerItem(aLedger())) } })).toEqual({ kind: 'other' });
    expect(volunteeringChange({ dynamodb: { NewImage: image({ pk: 'DISTRICT', sk: 'SCHOOL#1' }) } })).toEqual({ kind: 'other' });
  });

  it('that does not parse throws', () => {
    const broken = { ...ledgerItem(aLedger()), version: 'two' };
    expect(() => volunteeringChange({ dynamodb: { NewImage: image(broken) } })).toThrow();
    expect(() => volunteeringChange({ dynamodb: { NewImage: image(request) } })).toThrow();
  });
});

describe('reading many', () => {
  it('waits longer each time the table leaves keys over, and then gives up', async () => {
    const { volunteering } = await engine.createTables();
    const client = engine.connect();
    const keys = [1, 2].map((n) => ({ pk: 'a', sk: `${n}` }));
    for (const key of keys) await client.send(new PutItemCommand({ TableName: volunteering, Item: marshall(key) }));
    let leaves = 3;
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        if (leaves-- > 0) {
          const { RequestItems } = args.input as { RequestItems: object };
          Object.assign(answer.output, { Responses: {}, UnprocessedKeys: RequestItems });
        }
        return answer;
      },
      { step: 'initialize', name: 'leaveOver' },
    );
    const waits: number[] = [];
    const table = tableOn(client, volunteering, async (ms) => void waits.push(ms));
    expect(await table.getMany(keys)).toHaveLength(2);
    expect(waits.map((ms, n) => ms >= 25 * 2 ** n && ms <= 50 * 2 ** n)).toEqual([true, true, true]);
    leaves = 100;
    await expect(table.getMany(keys)).rejects.toThrow('unread 8 times');
  });
});
