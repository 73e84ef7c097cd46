/** Schools and opportunities set up over the API: who may, what a late save is told, and what is kept of each change. */
import { describe, expect, it } from 'vitest';
import { anOpportunity, aSchool, aShift, opportunityId, schoolId, seriesId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';
import { RECURRING } from './setup-cases.ts';

const LUIS = 'luis@riverbend.example';
const HANNAH = 'hannah@riverbend.example';
const PAT = 'pat@riverbend.example';

async function scene(opportunity: Parameters<typeof world>[0] = {}) {
  const there = await world(opportunity);
  const here = site(there);
  const post = (path: string, email: string, json: object, more: Readonly<Record<string, string>> = {}) =>
    here.send({ method: 'POST', path, json, headers: { ...asStaff(email), ...more } });
  const stored = async (id = opportunityId()) => (await there.ports.opportunities.load(id))?.opportunity;
  return { there, here, post, stored };
}

describe('who may', () => {
  const fresh = { ...anOpportunity({ opportunityId: opportunityId(5), slots: [aShift(5)] }), version: 0 };
  it.each([
    [DANA, 200],
    [LUIS, 200],
    [HANNAH, 404],
    [PAT, 403],
    ['ivan@riverbend.example', 401],
  ])('%s adds an opportunity of school 1: %d', async (email, status) => {
    const { post, stored } = await scene();
    expect((await post('/api/opportunities', email, fresh)).status).toBe(status);
    expect((await stored(opportunityId(5)))?.version).toBe(status === 200 ? 1 : undefined);
  });

  it.each([
    ['saves', '/api/opportunities', { ...anOpportunity(), dropOutHours: 1 }],
    ['takes over', '/api/opportunities', { ...anOpportunity({ schoolId: schoolId(2) }) }],
    ['closes', `/api/opportunities/${opportunityId()}/status`, { status: 'closed', version: 1 }],
    ['shifts', `/api/opportunities/${opportunityId()}/shift`, { days: 1, minutes: 0, version: 1 }],
    [
      'repeats',
      `/api/opportunities/${opportunityId()}/repeat`,
      { slotId: slotId(), unit: 'week', every: 1, times: 4, without: [], version: 1 },
    ],
    ['copies', `/api/opportunities/${opportunityId()}/copy`, { days: 364 }],
  ])('nobody of another school %s it, nor who only looks', async (_, path, body) => {
    const { post, stored, there } = await scene();
    const before = await stored();
    const key = { 'idempotency-key': 'key-of-a-copy-0123456789' };
    expect((await post(path, HANNAH, body, key)).problem().code).toBe('opportunity.not-found');
    expect((await post(path, PAT, body, key)).problem().code).toBe('staff.not-allowed');
    expect(await stored()).toEqual(before);
    expect(await there.ports.history.about(opportunityId())).toEqual([]);
  });

  it('an opportunity stays with its school, whoever asks', async () => {
    const { post, there } = await scene();
    await there.ports.schools.save(aSchool({ schoolId: schoolId(2), slug: 'other' as never }));
    const answer = await post('/api/opportunities', DANA, anOpportunity({ schoolId: schoolId(2) }));
    expect(answer.problem().errors).toMatchObject([{ pointer: '/schoolId', code: 'school.fixed' }]);
  });

  it.each([
    [DANA, 200],
    [LUIS, 403],
    [HANNAH, 403],
    [PAT, 403],
  ])('%s changes a school: %d', async (email, status) => {
    const { post, there } = await scene();
    expect((await post('/api/schools', email, { ...aSchool(), name: 'Another' })).status).toBe(status);
    expect((await there.ports.schools.find(schoolId()))?.version).toBe(status === 200 ? 2 : 1);
  });
});

describe('a save that comes after another', () => {
  it('changes nothing and is told who changed what', async () => {
    const { post, stored } = await scene();
    await post('/api/opportunities', LUIS, { ...anOpportunity(), dropOutHours: 1 });
    const late = await post('/api/opportunities', DANA, { ...anOpportunity(), limitPerPerson: 2 });
    expect([late.status, late.problem().code]).toEqual([409, 'opportunity.changed-meanwhile']);
    expect(late.problem().meanwhile).toMatchObject([{ by: LUIS, what: 'opportunity.changed', fields: ['dropOutHours'] }]);
    expect(await stored()).toMatchObject({ dropOutHours: 1, version: 2 });
    expect((await stored())?.limitPerPerson).toBeUndefined();
  });

  it('is done when it names the new version', async () => {
    const { post, stored } = await scene();
    await post('/api/opportunities', LUIS, { ...anOpportunity(), dropOutHours: 1 });
    expect((await post('/api/opportunities', DANA, { ...anOpportunity(), limitPerPerson: 2, version: 2 })).status).toBe(200);
    expect(await stored()).toMatchObject({ dropOutHours: 24, limitPerPerson: 2, version: 3 });
  });

  it('and says the same is done: a repeat is no change', async () => {
    const { post, there } = await scene();
    for (let n = 0; n < 2; n += 1)
      expect((await post('/api/opportunities', LUIS, { ...anOpportunity(), dropOutHours: 1 })).json()).toMatchObject({ version: 2 });
    expect(await there.ports.history.about(opportunityId())).toHaveLength(1);
  });

  it('holds for schools, too', async () => {
    const { post } = await scene();
    await post('/api/schools', DANA, { ...aSchool(), name: 'One' });
    const late = await post('/api/schools', DANA, { ...aSchool(), name: 'Two' });
    expect(late.problem()).toMatchObject({ code: 'school.changed-meanwhile', meanwhile: [{ by: DANA, fields: ['name'] }] });
  });
});

describe('the life of an opportunity', () => {
  const move = (status: string, version: number) => ({ status, version });
  const path = `/api/opportunities/${opportunityId()}/status`;

  it('is closed, archived, brought back, each with its entry; archived, nobody sees it', async () => {
    const { post, here, there } = await scene();
    const seen = async () => [
      (await here.get(`/api/opportunities/${opportunityId()}`)).status,
      (await here.get(`/opportunities/${opportunityId()}`)).status,
    ];
    expect(await seen()).toEqual([200, 200]);
    await post(path, LUIS, move('closed', 1));
    expect(await seen()).toEqual([200, 200]);
    await post(path, LUIS, move('archived', 2));
    expect(await seen()).toEqual([404, 404]);
    expect((await here.get('/api/opportunities')).json()).toMatchObject({ opportunities: [] });
    await post(path, LUIS, move('closed', 3));
    expect(await seen()).toEqual([200, 200]);
    const deeds = (await there.ports.history.about(opportunityId())).map(({ what, by }) => [what, by]);
    expect(deeds.map(([what]) => what)).toEqual(['opportunity.closed', 'opportunity.archived', 'opportunity.closed']);
  });

  it.each(['draft', 'archived'])('published, it can’t become %s at once', async (status) => {
    const { post, stored } = await scene();
    expect((await post(path, LUIS, move(status, 1))).problem().errors).toMatchObject([{ pointer: '/status', code: 'status.not-next' }]);
    expect((await stored())?.version).toBe(1);
  });

  it('closed, its slots take nobody', async () => {
    const { post, there } = await scene();
    await post(path, LUIS, move('closed', 1));
    expect((await there.ports.opportunities.load(opportunityId()))?.ledgers[0]?.state).toBe('closed');
  });
});

describe('other dates', () => {
  it('a shift over the night the clocks change keeps the time of day', async () => {
    const { post } = await scene();
    // March 5 to March 19: daylight saving begins on March 14 in Chicago
    const answer = await post(`/api/opportunities/${opportunityId()}/shift`, LUIS, { days: 14, minutes: 30, version: 1 });
    expect(answer.json()).toMatchObject({ slots: [{ startsAt: '2027-03-19T22:30:00.000Z', endsAt: '2027-03-20T00:30:00.000Z' }] });
  });

  it('a slot that is repeated has ledgers for all its dates, and its history; the same again changes nothing', async () => {
    const { post, stored, there } = await scene();
    const body = { slotId: slotId(), unit: 'week', every: 1, times: 4, without: [], version: 1 };
    const repeat = (more: object = {}) => post(`/api/opportunities/${opportunityId()}/repeat`, LUIS, { ...body, ...more });
    const first = await repeat();
    expect(first.json()).toMatchObject({ version: 2, series: [{ rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4' }] });
    expect((await repeat()).json()).toEqual(first.json());
    expect((await repeat({ version: 2, times: 5 })).problem().errors).toMatchObject([{ pointer: '/slotId', code: 'slot.repeated' }]);
    expect(await stored()).toEqual(first.json());
    expect((await there.ports.opportunities.load(opportunityId()))?.ledgers).toHaveLength(4);
    const history = await there.ports.history.about(opportunityId());
    expect(history).toMatchObject([{ by: LUIS, changes: [{ field: 'series' }, { field: 'slots' }] }]);
  });

  it('dates of a series are changed from one on, by the school’s clocks; the same again changes nothing, and who read less is told', async () => {
    const { post, stored, there } = await scene(RECURRING);
    const path = `/api/opportunities/${opportunityId()}/series`;
    const body = { seriesId: seriesId(), day: '2027-03-16', scope: 'following', change: { from: '10:15', capacity: 2 }, version: 1 };
    const first = await post(path, LUIS, body);
    const starts = (first.json() as ReturnType<typeof anOpportunity>).slots.slice(-3).map(({ startsAt, capacity }) => [startsAt, capacity]);
    expect(starts).toEqual([
      ['2027-03-09T14:00:00.000Z', 3],
      ['2027-03-16T15:15:00.000Z', 2],
      ['2027-03-23T15:15:00.000Z', 2],
    ]);
    expect((await post(path, LUIS, body)).json()).toEqual(first.json());
    const other = { ...body, change: { capacity: 9 } };
    expect((await post(path, LUIS, other)).problem().code).toBe('opportunity.changed-meanwhile');
    const off = { ...body, day: '2027-03-09', scope: 'this', change: { calledOff: true }, version: 2 };
    expect((await post(path, LUIS, off)).status).toBe(200);
    const ledgers = (await there.ports.opportunities.load(opportunityId()))?.ledgers ?? [];
    expect(ledgers.filter(({ state }) => state === 'closed').map((ledger) => ledger.slotId)).toEqual([slotId(9)]);
    expect(await there.ports.history.about(opportunityId())).toMatchObject([
      { by: LUIS, ref: '2' },
      { by: LUIS, ref: '3' },
    ]);
    expect((await stored())?.version).toBe(3);
  });

  it.each([
    [{ change: {} }, '/change', 'change.empty'],
    [{ day: '2027-03-10' }, '/day', 'series.no-date'],
    [{ seriesId: seriesId(9) }, '/seriesId', 'series.unknown'],
  ])('a change of a series that makes no sense is refused: %j', async (more, pointer, code) => {
    const { post, stored } = await scene(RECURRING);
    const body = { seriesId: seriesId(), day: '2027-03-16', scope: 'this', change: { capacity: 2 }, version: 1, ...more };
    const answer = await post(`/api/opportunities/${opportunityId()}/series`, LUIS, body);
    expect(answer.problem().errors).toMatchObject([{ pointer, code }]);
    expect((await stored())?.version).toBe(1);
  });

  it('a copy is a draft of its own, a year later on the same weekday; the same key makes it once', async () => {
    const { post, stored, there } = await scene();
    const copy = () =>
      post(`/api/opportunities/${opportunityId()}/copy`, LUIS, { days: 364 }, { 'idempotency-key': 'key-of-a-copy-0123456789' });
    const [first, again] = [await copy(), await copy()];
    expect(again.json()).toEqual(first.json());
    const made = first.json() as ReturnType<typeof anOpportunity>;
    expect(made).toMatchObject({ status: 'draft', version: 1, slots: [{ startsAt: '2028-03-03T23:00:00.000Z' }] });
    expect([made.opportunityId === opportunityId(), made.slots[0]?.slotId === slotId()]).toEqual([false, false]);
    expect(await there.ports.history.about(made.opportunityId)).toMatchObject([{ what: 'opportunity.added', by: LUIS }]);
    expect((await stored())?.version).toBe(1);
  });
});
