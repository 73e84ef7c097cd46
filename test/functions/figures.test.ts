/** Figures of volunteering: kept up by the stream's consumer, made anew on request, shown at the desk. */
import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ledgerItem } from '#adapters/dynamo/opportunity-items.ts';
import type { DomainEvent } from '#contracts/events/index.ts';
import { EVENTS } from '#contracts/events/index.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { SlotChange, SlotLedger } from '#domain/volunteering/ports.ts';
import { createHandler as relay } from '#functions/relay/volunteering.ts';
import { createHandler as onFiguresAsked } from '#functions/volunteering/on-figures-asked.ts';
import { createHandler as onSlotsChanged } from '#functions/volunteering/on-slots-changed.ts';
import { aLedger, aSchool, opportunityId, personId, schoolId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { aCampaign } from '#test/support/fundraising.ts';
import type { World } from '#test/support/world.ts';
import { deskScene } from './desk-session.ts';
import { site as deskSiteOf, portsOf } from './http.ts';
import { pledged, signedUp, waitlisted } from './people.ts';

const LUIS = 'luis@riverbend.example';
const WAITS = { name: 'Carla Ruiz', email: 'carla@example.org' };
const HANNAH = 'hannah@riverbend.example';

beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

const record = (ledger: SlotLedger, index: number): DynamoDBRecord => ({
  eventName: 'MODIFY',
  dynamodb: {
    SequenceNumber: String(index),
    NewImage: marshall(ledgerItem(ledger), { removeUndefinedValues: true }) as Record<string, AttributeValue>,
  },
});
const count = (there: World, images: readonly SlotLedger[]) => onSlotsChanged(portsOf(there))({ Records: images.map(record) });
const shown = (html: string, name: string): string => new RegExp(`<dt>${name}</dt><dd><a[^>]*>([^<]*)<`).exec(html)?.[1] ?? '';

async function scene(email = DANA) {
  const { there, here, browser } = await deskScene();
  await there.ports.schools.save(aSchool({ schoolId: schoolId(2), slug: 'two', name: 'Washington Middle' }));
  await signedUp(here);
  await browser.signIn(email);
  return { there, here, browser };
}

describe('the consumer', () => {
  it('told once, twice, backwards or of the last change alone, comes to the same', async () => {
    for (const order of [
      (all: readonly SlotLedger[]) => all,
      (all: readonly SlotLedger[]) => [...all, ...all],
      (all: readonly SlotLedger[]) => all.toReversed(),
      (all: readonly SlotLedger[]) => all.slice(-1),
    ]) {
      const { there } = await scene();
      expect(await count(there, order(there.volunteering.stream))).toEqual({ batchItemFailures: [] });
      expect(await there.ports.figures.days(1, schoolId(), '0', '9')).toMatchObject([{ day: '2027-03-05', slots: 1, taken: 2 }]);
      expect(await there.ports.figures.months(1, 'district', '0', '9')).toMatchObject([{ signUps: 1, newPeople: 1 }]);
    }
  });
});

describe('what staff did to places', () => {
  const AT = '2027-03-01T12:00:00.000Z';
  const of = { personId: personId(), signUpId: signUpId(), submissionId: submissionId(), places: 2, at: AT };
  const other = { slotId: slotId(2), signUpId: signUpId(2) };
  const DEEDS = [
    [
      'sign-up.added',
      { kind: 'claimed', ...of },
      [
        { field: 'slotId', after: slotId() },
        { field: 'places', after: 2 },
      ],
    ],
    ['sign-up.moved', { kind: 'claimed', ...of, movedFrom: other }, [{ field: 'slotId', before: slotId(2), after: slotId() }]],
    ['sign-up.resized', { kind: 'resized', ...of, placesBefore: 1 }, [{ field: 'places', before: 1, after: 2 }]],
    ['sign-up.cancelled', { kind: 'released', ...of }, [{ field: 'places', before: 2 }]],
  ] satisfies [string, SlotChange, unknown][];
  const image = (change: SlotChange, version = 7): SlotLedger => aLedger({ change, version });
  const told = async (images: readonly SlotLedger[], add?: StaffHistory['add']) => {
    const { there } = await scene();
    const ports = portsOf(there);
    const handle = onSlotsChanged({ ...ports, history: add ? { add } : ports.history });
    await handle({ Records: images.map(record) });
    await handle({ Records: images.map(record) });
    return there.ports.history.about(signUpId());
  };

  it.each(DEEDS)('is kept as %s, once however often it is told', async (what, change, changes) => {
    const entry = {
      at: AT,
      by: LUIS,
      what,
      about: signUpId(),
      ref: `${slotId()}:7`,
      schoolId: schoolId(),
      opportunityId: opportunityId(),
      changes,
    };
    expect(await told([image({ ...change, by: LUIS })])).toEqual([entry]);
  });

  it('is kept change by change, also of one batch', async () => {
    const images = DEEDS.map(([, change], index) => image({ ...change, by: LUIS }, index + 2));
    expect((await told(images)).map(({ what }) => what).toSorted()).toEqual(DEEDS.map(([what]) => what).toSorted());
  });

  it('is nothing that people did themselves, nor the old places of a move, nor other terms', async () => {
    const own = DEEDS.map(([, change], index) => image(change, index + 2));
    const back = image({ kind: 'released', ...of, movedTo: other, by: LUIS }, 8);
    expect(await told([...own, back, image({ kind: 'revised', at: AT }, 9)])).toEqual([]);
  });

  it('comes again when it could not be kept', async () => {
    const [, change] = DEEDS[0] ?? [];
    const images = change ? [image({ ...change, by: LUIS })] : [];
    await expect(told(images, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  });

  it('is in no event', async () => {
    const published: DomainEvent[] = [];
    const handle = relay({ events: { publish: async (all) => void published.push(...all) } });
    await handle({ Records: DEEDS.map(([, change], index) => record(image({ ...change, by: LUIS }, index + 2), index)) });
    expect(published).toHaveLength(DEEDS.length);
    expect(JSON.stringify(published)).not.toContain(LUIS);
  });
});

describe('making anew', () => {
  it('is asked for at the desk, is an event for the consumer, and is kept in the history', async () => {
    const { there, browser } = await scene();
    await count(there, there.volunteering.stream);
    const answer = await browser.post('/desk/figures/rebuild');
    expect([answer.status, answer.headers.location]).toEqual([303, '/desk/volunteering?done=rebuild']);
    expect((await there.ports.history.about('figures')).map(({ by, what }) => [by, what])).toEqual([[DANA, 'figures.rebuild-asked']]);
    const { version, ...state } = await there.ports.figures.state();
    const published: DomainEvent[] = [];
    const item = { pk: 'FIGURES', sk: 'STATE', state, version };
    await relay({ events: { publish: async (all) => void published.push(...all) } })({
      Records: [{ eventName: 'INSERT', dynamodb: { NewImage: marshall(item) as Record<string, AttributeValue> } }],
    });
    expect(published).toEqual([EVENTS['figures.rebuild-asked.v1'].parse(published[0])]);
    const consume = onFiguresAsked(portsOf(there));
    const event = { 'detail-type': 'figures.rebuild-asked.v1', detail: published[0] } as never;
    await consume(event);
    await consume(event);
    expect(await there.ports.figures.state()).toMatchObject({ generation: 2 });
    expect(await there.ports.figures.days(2, schoolId(), '0', '9')).toMatchObject([{ taken: 2 }]);
  });
});

describe('the dashboard of volunteering', () => {
  it('shows what is counted', async () => {
    const { there, browser } = await scene();
    await count(there, there.volunteering.stream);
    const { body, status } = await browser.get('/desk/volunteering');
    expect(status).toBe(200);
    expect(shown(body, 'Filled in the next 14 days')).toBe('40 %');
    expect(shown(body, 'People who help this month')).toBe('1');
    expect(shown(body, 'Need help this week')).toBe('1');
    expect(body).toContain('2 of 5');
    there.clock.set('2027-03-07T12:00:00Z');
    await browser.signIn(DANA);
    const later = await browser.get('/desk/volunteering');
    expect(shown(later.body, 'Hours given this school year')).toBe('4');
    expect(shown(later.body, 'What they are worth')).toBe('$139');
  });

  it.each([
    [DANA, 200, 200],
    [LUIS, 200, 404],
    [HANNAH, 404, 200],
    ['pat@riverbend.example', 200, 200],
  ])('of school 1 and of school 2: %s gets %d and %d', async (email, first, second) => {
    const { browser } = await scene(email);
    expect((await browser.get('/desk/volunteering')).status).toBe(200);
    expect((await browser.get(`/desk/volunteering?school=${schoolId(1)}`)).status).toBe(first);
    expect((await browser.get(`/desk/volunteering?school=${schoolId(2)}`)).status).toBe(second);
    expect((await browser.get('/desk/volunteering?school=nonsense')).status).toBe(404);
  });

  it('a coordinator sees nothing of another school, and no way to make figures anew', async () => {
    const { browser, there } = await scene(HANNAH);
    await count(there, there.volunteering.stream);
    const { body } = await browser.get('/desk/volunteering');
    expect(body).not.toContain('Lincoln');
    expect(body).not.toContain('Spring Carnival');
    expect(body).not.toContain('/desk/figures/rebuild');
    expect((await browser.post('/desk/figures/rebuild')).status).toBe(404);
  });

  it('tells where people wait for places, with a way to who they are, until the slot begins', async () => {
    const { there, here, browser } = await scene();
    expect((await browser.get('/desk/volunteering')).body).toContain('Nobody waits for a place.');
    const slots = [{ slotId: slotId(1), places: 3 }];
    await signedUp(here, { slots, person: { name: 'Ben', email: 'ben@example.org' } }, 'key-of-ben-00000000000000');
    await waitlisted(here, [{ slotId: slotId(1), places: 2, waitlist: true }], 'key-of-who-waits-0000000', WAITS);
    const { body } = await browser.get('/desk/volunteering');
    expect(body).toContain('1 person waits for 1 slot.');
    expect(body).toContain(`/desk/opportunities/${opportunityId()}/roster?slot=${slotId(1)}`);
    expect(body).toContain('5 of 5');
    expect(body).not.toMatch(/carla/i);
    expect((await browser.get(`/desk/volunteering?school=${schoolId(2)}`)).body).toContain('Nobody waits for a place.');
    expect((await browser.get('/desk/volunteering?lang=es')).body).toContain('1 persona espera lugar en 1 turno.');
    // who has begun waits no more
    there.clock.set('2027-03-05T23:00:00Z');
    await browser.signIn(DANA);
    expect((await browser.get('/desk/volunteering?lang=en')).body).toContain('Nobody waits for a place.');
  });

  it('that has not changed is not sent again, and one that has is', async () => {
    const { there, browser } = await scene();
    const { headers } = await browser.get('/desk/volunteering');
    const again = async () => {
      const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`);
      return (await deskSiteOf(there).get('/desk/volunteering', { cookies, headers: { 'if-none-match': headers.etag ?? '' } })).status;
    };
    expect(await again()).toBe(304);
    await count(there, there.volunteering.stream);
    expect(await again()).toBe(200);
  });

  it('is there for the wall, in Spanish, too', async () => {
    const { browser } = await scene();
    expect((await browser.get('/desk/volunteering?screen=wall&lang=es')).body).toContain('Voluntariado');
  });
});

describe('the desk’s first page', () => {
  it('has the schools side by side, what waits, and a way to the reader’s own page', async () => {
    const { there, here, browser } = await scene();
    await count(there, there.volunteering.stream);
    await pledged(here);
    const { body, status } = await browser.get('/desk');
    expect(status).toBe(200);
    expect(shown(body, 'Pledges wait for you')).toBe('1');
    expect(shown(body, 'Need help this week')).toBe('1');
    expect(body).toContain('40 % (2 of 5)');
    expect(body).toContain('Washington Middle');
    expect(body).toContain('New playground');
    expect(body).toContain('href="/desk/me"');
  });

  it('of a coordinator has their schools and campaigns alone', async () => {
    const { there, here, browser } = await scene(HANNAH);
    await count(there, there.volunteering.stream);
    await pledged(here);
    await there.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1) }));
    const { body } = await browser.get('/desk');
    expect(body).toContain('Washington Middle');
    expect(body).not.toContain('Lincoln');
    expect(body).not.toContain('New playground');
    expect(shown(body, 'Pledges wait for you')).toBe('0');
    expect(shown(body, 'Need help this week')).toBe('0');
  });
});
