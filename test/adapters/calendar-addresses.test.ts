/** Addresses of people's own calendars, and what stands in calendars, on the fakes and on DynamoDB. */
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalendarToken } from '#contracts/resources/calendar.ts';
import { iso } from '#domain/time.ts';
import { aLedger, anOpportunity, aShift, aSignUp, opportunityId, personId, schoolId, signUpId, slotId } from '#test/support/builders.ts';
import { breakAttempts, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { onBoth, onEngine } from './both.ts';

const NOW = Date.parse('2027-03-01T12:00:00.000Z');
const UNTIL = '2028-04-04T12:00:00.000Z';
const END = Date.parse(UNTIL);

onBoth('addresses of calendars', (make) => {
  it('a person has one, and is shown it again', async () => {
    const { calendarAddresses } = await make();
    expect(await calendarAddresses.find(personId(), NOW)).toBeUndefined();
    const made = await calendarAddresses.make(personId(), NOW, UNTIL);
    expect(made.since).toBe(iso(NOW));
    expect(await calendarAddresses.make(personId(), NOW + 5_000, UNTIL)).toEqual(made);
    expect(await calendarAddresses.find(personId(), NOW + 5_000)).toEqual(made);
  });

  it('lead to their person until they run out', async () => {
    const { calendarAddresses, readCalendars } = await make();
    const { token } = await calendarAddresses.make(personId(), NOW, UNTIL);
    expect(await readCalendars.resolve(token, END - 1)).toEqual({ personId: personId(), expiresAt: UNTIL });
    expect(await readCalendars.resolve(token, END)).toBeUndefined();
    expect(await calendarAddresses.find(personId(), END)).toBeUndefined();
    const next = await calendarAddresses.make(personId(), END, iso(END + 1_000));
    expect(next.token).not.toBe(token);
  });

  it('that are altered, or of somebody without one, lead nowhere', async () => {
    const { calendarAddresses, readCalendars } = await make();
    const { token } = await calendarAddresses.make(personId(), NOW, UNTIL);
    const other = await calendarAddresses.make(personId(2), NOW, UNTIL);
    const last = token.endsWith('A') ? 'B' : 'A';
    // another secret, another person before the secret, nobody
    for (const wrong of [`${token.slice(0, -1)}${last}`, `${personId(2)}${token.slice(16)}`, `${personId(3)}${token.slice(16)}`])
      expect(await readCalendars.resolve(CalendarToken.parse(wrong), NOW)).toBeUndefined();
    expect((await readCalendars.resolve(other.token, NOW))?.personId).toBe(personId(2));
  });

  it('end when they are replaced, once, however often that is asked for', async () => {
    const { calendarAddresses, readCalendars } = await make();
    const old = await calendarAddresses.make(personId(), NOW, UNTIL);
    const next = await calendarAddresses.replace(personId(), old.token, NOW + 1_000, UNTIL);
    expect(next.token).not.toBe(old.token);
    expect(await calendarAddresses.replace(personId(), old.token, NOW + 2_000, UNTIL)).toEqual(next);
    expect(await readCalendars.resolve(old.token, NOW)).toBeUndefined();
    expect((await readCalendars.resolve(next.token, NOW))?.personId).toBe(personId());
  });

  it('end when the person wants none, and there can be another later', async () => {
    const { calendarAddresses, readCalendars } = await make();
    await calendarAddresses.end(personId(), NOW);
    const { token } = await calendarAddresses.make(personId(), NOW, UNTIL);
    await calendarAddresses.end(personId(), NOW);
    await calendarAddresses.end(personId(), NOW);
    expect(await readCalendars.resolve(token, NOW)).toBeUndefined();
    expect(await calendarAddresses.find(personId(), NOW)).toBeUndefined();
    const next = await calendarAddresses.make(personId(), NOW + 1_000, UNTIL);
    expect(next.token).not.toBe(token);
    expect(await readCalendars.resolve(token, NOW)).toBeUndefined();
  });

  it('that are ended in the middle of a second have ended at once', async () => {
    const { calendarAddresses, readCalendars } = await make();
    const now = NOW + 400;
    const { token } = await calendarAddresses.make(personId(), now, UNTIL);
    await calendarAddresses.end(personId(), now);
    expect([await calendarAddresses.find(personId(), now), await readCalendars.resolve(token, now)]).toEqual([undefined, undefined]);
    const next = await calendarAddresses.make(personId(), now, UNTIL);
    expect(next.token).not.toBe(token);
    expect(await readCalendars.resolve(next.token, now)).toBeDefined();
  });

  it('keep what was said last, and not for one that has ended', async () => {
    const { calendarAddresses, readCalendars } = await make();
    const { token } = await calendarAddresses.make(personId(), NOW, UNTIL);
    const said = { tag: '"abc"', since: iso(NOW) };
    const later = '2029-01-01T00:00:00.000Z';
    await readCalendars.note(token, { said, expiresAt: later });
    expect(await readCalendars.resolve(token, NOW)).toEqual({ personId: personId(), expiresAt: later, said });
    const next = await calendarAddresses.replace(personId(), token, NOW, UNTIL);
    await readCalendars.note(token, { said, expiresAt: later });
    expect(await readCalendars.resolve(next.token, NOW)).toEqual({ personId: personId(), expiresAt: UNTIL });
  });
});

onBoth('what stands in calendars', (make) => {
  const entry = (at: string) => ({ at, by: 'a@b.example', what: 'opportunity.changed', about: 'o', ref: at, changes: [] }) as never;
  const FROM = '2027-01-30T00:00:00.000Z';

  it('of a school: what the public sees and what was put away, with when it was saved; no drafts and nothing of others', async () => {
    const { definitions, slots, calendarSources, clock } = await make();
    const save = async (n: number, with_: Parameters<typeof anOpportunity>[0]) => {
      const one = anOpportunity({ opportunityId: opportunityId(n), slots: [aShift(n)], ...with_ });
      expect(await definitions.saveOpportunity(one, entry(`2027-02-0${n}T12:00:00.000Z`))).toBe('saved');
      return one;
    };
    const published = await save(1, {});
    const closed = await save(2, { status: 'closed' });
    const away = await save(3, { status: 'archived' });
    await slots.open(aLedger({ opportunityId: opportunityId(3), slotId: slotId(3), state: 'closed' }));
    const longAway = await save(4, { status: 'archived' });
    await slots.open(aLedger({ opportunityId: longAway.opportunityId, slotId: slotId(4), endsAt: '2027-01-29T23:59:59.999Z' }));
    await save(5, { status: 'draft' });
    await save(6, { schoolId: schoolId(2) });
    clock.advance(10_000);
    const found = await calendarSources.ofSchool(schoolId(), FROM);
    expect(found.toSorted((a, b) => (a.opportunity.opportunityId < b.opportunity.opportunityId ? -1 : 1))).toEqual([
      { opportunity: published, savedAt: '2027-02-01T12:00:00.000Z' },
      { opportunity: closed, savedAt: '2027-02-02T12:00:00.000Z' },
      { opportunity: away, savedAt: '2027-02-03T12:00:00.000Z' },
    ]);
  });

  it('of a person: each sign-up with its opportunity and the ledger of its slot', async () => {
    const { definitions, slots, signUps, calendarSources } = await make();
    const one = anOpportunity({ slots: [aShift(1), aShift(2)] });
    await definitions.saveOpportunity(one, entry('2027-02-01T12:00:00.000Z'));
    const ledger = aLedger({ taken: 1, claims: { [personId()]: { signUpId: signUpId(), places: 1 } } });
    await slots.open(ledger);
    const first = aSignUp();
    const second = aSignUp({ slotId: slotId(2), signUpId: signUpId(2) });
    const lost = aSignUp({ slotId: slotId(3), signUpId: signUpId(3), opportunityId: opportunityId(9) });
    for (const signUp of [first, second, lost, aSignUp({ personId: personId(2) })]) await signUps.intend(signUp);
    const found = await calendarSources.ofPerson(personId());
    const saved = { opportunity: one, savedAt: '2027-02-01T12:00:00.000Z' };
    expect(found.toSorted((a, b) => (a.signUp.slotId < b.signUp.slotId ? -1 : 1))).toEqual([
      { signUp: first, ...saved, ledger },
      { signUp: second, ...saved },
    ]);
    expect(await calendarSources.ofPerson(personId(5))).toEqual([]);
  });
});

describe('in the table', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());

  it('no token stands, whole or its secret', async () => {
    const names = await engine.createTables();
    const client = engine.connect();
    const { calendarAddresses, readCalendars } = volunteeringOn(client, names.volunteering, fakeClock());
    const { token } = await calendarAddresses.make(personId(), NOW, UNTIL);
    await readCalendars.note(token, { said: { tag: '"x"', since: iso(NOW) }, expiresAt: UNTIL });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: names.volunteering }));
    const text = JSON.stringify(Items.map((item) => unmarshall(item)));
    expect(text).toContain(personId());
    expect(text).not.toContain(token.slice(16));
  });

  it('an address whose answer was lost is the one that is there', async () => {
    const names = await engine.createTables();
    const client = engine.connect();
    breakAttempts(client, (command, attempt) => (command === 'PutItem' && attempt === 1 ? 'after' : undefined));
    const { calendarAddresses, readCalendars } = volunteeringOn(client, names.volunteering, fakeClock());
    const { token } = await calendarAddresses.make(personId(), NOW, UNTIL);
    expect((await readCalendars.resolve(token, NOW))?.personId).toBe(personId());
    const next = await calendarAddresses.replace(personId(), token, NOW, UNTIL);
    expect((await readCalendars.resolve(next.token, NOW))?.personId).toBe(personId());
    expect(await readCalendars.resolve(token, NOW)).toBeUndefined();
  });

  it('a definition that is saved again as it is stays saved when it was', async () => {
    const { opportunities, calendarSources, clock } = await onEngine(engine);
    expect(await opportunities.save(anOpportunity())).toBe('saved');
    const before = await calendarSources.ofSchool(schoolId(), iso(NOW));
    clock.advance(60_000);
    expect(await opportunities.save(anOpportunity())).toBe('saved');
    expect(await calendarSources.ofSchool(schoolId(), iso(NOW))).toEqual(before);
    expect(before).toMatchObject([{ savedAt: '2027-03-01T12:00:00.000Z' }]);
  });
});
