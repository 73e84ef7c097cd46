/** The demo district is whole, in both languages, and can be loaded again. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeedback } from '#adapters/dynamo/feedback.ts';
import { figures } from '#adapters/dynamo/figures.ts';
import { suggestions } from '#adapters/dynamo/suggestions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { Holidays } from '#contracts/resources/holidays.ts';
import { Opportunity, OpportunityKind } from '#contracts/resources/opportunity.ts';
import { dayAt } from '#domain/days.ts';
import { listOpportunities, listSchools } from '#domain/volunteering/browse.ts';
import type { ReadFeedback } from '#domain/volunteering/feedback-results.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import { holidayOn } from '#domain/volunteering/holiday-dates.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';
import { awsEndpoint } from '#local/aws-endpoint.ts';
import type { Bus } from '#local/bus.ts';
import { events } from '#local/seed/events.ts';
import { everyday } from '#local/seed/everyday.ts';
import { holidaysFrom } from '#local/seed/holidays.ts';
import { seedDemo } from '#local/seed/index.ts';
import { calendarFrom, id, ZONE } from '#local/seed/making.ts';
import { past } from '#local/seed/past.ts';
import { fundraisingOn, type RealVolunteering, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';

const beganAt = Date.now();
const definitionsFrom = (began: number) => [...events(calendarFrom(began)), ...everyday(calendarFrom(began), holidaysFrom(began))];
const definitions = definitionsFrom(beganAt);
const before = past(calendarFrom(beganAt)).map(({ definition }) => definition);

describe('the demo district on an engine', () => {
  let engine: TestEngine;
  let secrets: Server;
  let volunteering: RealVolunteering;
  let fundraising: ReturnType<typeof fundraisingOn>;
  let counted: Figures;
  let said: ReadFeedback;
  let boxes: Suggestions;
  const written = new Set<string>();
  const inviting: { begin: () => Promise<void> } = { begin: async () => {} };

  beforeAll(async () => {
    engine = await testEngine();
    const tables = await engine.createTables();
    const noBus = { put: () => [] } as unknown as Bus;
    secrets = awsEndpoint(noBus, () => JSON.stringify({ personKey: 'k'.repeat(44) }));
    await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
    const client = engine.connect();
    volunteering = volunteeringOn(client, tables.volunteering, systemClock);
    fundraising = fundraisingOn(client, tables.fundraising, systemClock);
    said = readFeedback(tableOn(client, tables.volunteering));
    boxes = suggestions(tableOn(client, tables.volunteering), transactionsOn(client, tables.volunteering));
    counted = figures(tableOn(client, tables.volunteering), transactionsOn(client, tables.volunteering));
    const endpoint = (await client.config.endpoint?.()) ?? { hostname: '127.0.0.1', port: 0 };
    inviting.begin = () =>
      seedDemo({
        endpoint: `http://${endpoint.hostname}:${endpoint.port}`,
        tables,
        secretsEndpoint: `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`,
        secretId: 'the-secret',
        uploads: { write: async (key) => void written.add(key), remove: async () => {} },
        beganAt,
      });
    await inviting.begin();
  });
  afterAll(async () => {
    await new Promise((resolve) => secrets.close(resolve));
    await engine.stop();
  });

  const listed = async (): Promise<readonly PublicOpportunity[]> =>
    (await listOpportunities({ ...volunteering, clock: systemClock })({})).opportunities;
  const statesOf = ({ slots }: PublicOpportunity): readonly string[] => slots.map(({ availability }) => availability.state);

  it('has four schools and at least fifteen opportunities of all kinds', async () => {
    expect((await listSchools(volunteering)()).schools).toHaveLength(4);
    const all = await listed();
    expect(all.length).toBeGreaterThanOrEqual(15);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(OpportunityKind.options));
  });

  it('has an opportunity that is full, one that is closed, one that is not open yet, and many with places left', async () => {
    const states = (await listed()).map(statesOf);
    for (const state of ['full', 'closed', 'not-open-yet']) {
      expect(
        states.filter((slots) => slots.every((one) => one === state)),
        state,
      ).not.toEqual([]);
    }
    expect(states.filter((slots) => slots.includes('open')).length).toBeGreaterThanOrEqual(10);
  });

  it('has the holidays of its school year, as a list may be, whenever it begins', () => {
    for (const day of ['2026-11-26', '2027-01-31', '2027-06-30', '2027-07-01', '2028-02-29']) {
      const holidays = holidaysFrom(Date.parse(`${day}T12:00:00Z`));
      expect(Holidays.safeParse({ holidays, version: 1 }).error?.issues).toBeUndefined();
      expect(holidays.map(({ from }) => from).toSorted()).toEqual(holidays.map(({ from }) => from));
    }
    // https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/ for 2026 and 2027
    const federal = ['2026-09-07', '2026-11-26', '2027-01-18', '2027-02-15', '2027-05-31'];
    expect(holidaysFrom(Date.parse('2026-11-26T12:00:00Z')).map(({ from }) => from)).toEqual(expect.arrayContaining(federal));
  });

  it('has people in the slots, never more than places', async () => {
    const slots = (await listed()).flatMap((one) => one.slots.map(({ availability }) => availability));
    expect(slots.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(50);
    expect(slots.filter(({ taken, capacity }) => taken > capacity)).toEqual([]);
  });

  it('has help that comes back every week, taken as a whole by one, waited for by another, and called off once', async () => {
    const reading = (await listed()).find(({ opportunityId }) => opportunityId === id('opp', 'reading'));
    if (!reading) throw new Error('there are reading helpers');
    const off = reading.slots.filter(({ slot }) => slot.calledOff);
    expect([reading.series?.length, off.length]).toEqual([1, 1]);
    const held = reading.slots.filter(({ slot }) => !slot.calledOff).map(({ availability }) => availability.taken);
    expect(Math.min(...held)).toBe(1);
    expect((await volunteering.slots.withWaiting()).map(({ slotId }) => slotId)).toEqual([reading.slots[2]?.slot.slotId]);
  });

  it('has what people said afterwards, and what they suggest', async () => {
    const festival = before.find(({ opportunityId }) => opportunityId === id('opp', 'past festival'));
    if (!festival) throw new Error('there was a festival');
    expect(await said.counts(festival.schoolId, festival.opportunityId)).toEqual([0, 1, 1, 2, 3]);
    expect([...(await boxes.open()).values()].toSorted()).toEqual([1, 1, 2]);
  });

  it('has logos of sponsors on its walls, and one that waits for somebody to look at it', async () => {
    const { pledges } = await fundraising.ledger.parts(id('cmp', 'playground'));
    const states = pledges.flatMap(({ logo }) => logo?.state ?? []);
    expect(states.toSorted()).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'to-check']);
    for (const { pledgeId, logo } of pledges)
      if (logo?.state === 'accepted') expect([...written]).toContain(`logos/${pledgeId}/${logo.logoId}.webp`);
  });

  it('has photos of what became of the library, and one of the playground, each drawn in both kinds', async () => {
    const shown = async (name: string) => (await fundraising.photos.of(id('cmp', name))).photos;
    expect((await shown('playground')).map(({ place }) => place)).toEqual(['story']);
    expect((await shown('books')).map(({ place }) => place)).toEqual(['impact', 'impact', 'impact']);
    for (const { photoId } of await shown('books'))
      for (const kind of ['webp', 'jpg']) expect([...written]).toContain(`photos/${id('cmp', 'books')}/${photoId}.${kind}`);
  });

  it('has its figures counted, so that dashboards show them at once', async () => {
    const months = await counted.months(1, 'district', '2000-01', '2099-12');
    expect(months.reduce((sum, { signUps }) => sum + signUps, 0)).toBeGreaterThan(100);
    // people came back, in several months
    expect(months.filter(({ returningPeople }) => returningPeople > 0).length).toBeGreaterThan(4);
  });

  it('tells nobody of the public about what is over', async () => {
    const all = await listed();
    expect(before.filter(({ opportunityId }) => all.some((one) => one.opportunityId === opportunityId))).toEqual([]);
  });

  it('is the same after it is loaded a second time', async () => {
    const state = async () => [
      await listed(),
      await fundraising.ledger.parts(id('cmp', 'playground')),
      await fundraising.photos.of(id('cmp', 'books')),
    ];
    const before = await state();
    await inviting.begin();
    expect(await state()).toEqual(before);
  });
});

/** Every pair of texts in a value, with where it stands. */
function textsIn(value: unknown, path = ''): readonly { readonly path: string; readonly text: Readonly<Record<string, string>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'es' in value) return [{ path, text: value as Record<string, string> }];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}/${key}`));
}

describe('the demo’s definitions', () => {
  it('say everything in English and in Spanish, and differently', () => {
    const texts = textsIn([...definitions, ...before]);
    expect(texts.length).toBeGreaterThan(60);
    for (const { path, text } of texts) {
      expect(Object.keys(text).sort(), path).toEqual(['en', 'es']);
      for (const words of Object.values(text)) expect(words.trim(), path).not.toBe('');
    }
    // a word may be the same in both; a summary is not
    for (const { title, summary } of [...definitions, ...before]) {
      expect(summary.es).not.toBe(summary.en);
      expect(title.es).not.toBe(title.en);
    }
  });

  it('are as the contract asks, each slot with an id of its own', () => {
    for (const definition of [...definitions, ...before]) Opportunity.parse({ ...definition, version: 1 });
    const ids = [...definitions, ...before].flatMap(({ opportunityId, slots }) => [opportunityId, ...slots.map(({ slotId }) => slotId)]);
    expect(new Set<string>(ids).size).toBe(ids.length);
  });

  it.each([
    '2027-01-01',
    '2027-03-14',
    '2027-04-05',
    '2027-04-10',
    '2027-06-08',
    '2027-06-20',
    '2027-08-10',
    '2027-11-06',
    '2028-02-29',
    '2027-12-31',
  ])('begun on %s start after that day and end after they start, keeping their ids', (day) => {
    const began = Date.parse(`${day}T18:00:00Z`);
    const begun = definitionsFrom(began);
    expect(begun.map(({ opportunityId }) => opportunityId)).toEqual(definitions.map(({ opportunityId }) => opportunityId));
    for (const { title, slots } of begun) {
      for (const { startsAt, endsAt } of slots) {
        if (startsAt === undefined || endsAt === undefined) continue;
        expect(Date.parse(startsAt), title.en).toBeGreaterThan(began);
        expect(Date.parse(endsAt), title.en).toBeGreaterThan(Date.parse(startsAt));
      }
    }
    const reading = begun.find(({ series }) => series);
    expect(reading?.slots.length).toBeGreaterThan(7);
    for (const { startsAt = '' } of reading?.slots ?? [])
      expect(holidayOn(dayAt(Date.parse(startsAt), ZONE), holidaysFrom(began)), startsAt).toBeUndefined();
    // and what is over was over before that day, its people within the places
    for (const { definition, came } of past(calendarFrom(began))) {
      expect(came).toHaveLength(definition.slots.length);
      for (const [index, { endsAt = '', capacity }] of definition.slots.entries()) {
        expect(Date.parse(endsAt), definition.title.en).toBeLessThan(began);
        expect(came[index], definition.title.en).toBeLessThanOrEqual(capacity);
      }
    }
  });
});
