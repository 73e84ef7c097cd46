/** The district's holidays over the API: what a list may be, what a late save is told, and what is kept of each change. */
import { describe, expect, it } from 'vitest';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';

const LUIS = 'luis@riverbend.example';
const BREAK = { name: { en: 'Spring break' }, from: '2027-03-22', to: '2027-03-26' };
const ELECTION = { name: { en: 'Election day', es: 'Día de elecciones' }, from: '2027-03-16' };

async function scene() {
  const there = await world();
  const here = site(there);
  const save = (holidays: unknown, version: unknown = 0, by = DANA) =>
    here.send({ method: 'POST', path: '/api/holidays', json: { holidays, version }, headers: asStaff(by) });
  const stored = () => there.ports.holidays.find();
  return { there, here, save, stored };
}

describe('a list of holidays', () => {
  it('is kept in the order of its days, and read by all staff', async () => {
    const { save, here } = await scene();
    const kept = { holidays: [ELECTION, BREAK], version: 1 };
    expect((await save([BREAK, ELECTION])).json()).toEqual(kept);
    expect((await here.get('/api/holidays', { headers: asStaff(LUIS) })).json()).toEqual(kept);
  });

  it('takes a hundred, and a summer', async () => {
    const { save } = await scene();
    const days = Array.from({ length: 99 }, (_, n) => ({
      ...ELECTION,
      from: new Date(Date.UTC(2027, 0, n + 1)).toISOString().slice(0, 10),
    }));
    expect((await save([...days, { ...BREAK, from: '2027-06-01', to: '2027-09-28' }])).status).toBe(200);
  });

  const many = Array.from({ length: 101 }, () => ELECTION);
  it.each([
    ['without a name', [{ ...BREAK, name: {} }], '/holidays/0/name', 'text.empty'],
    ['with a name of blanks', [{ ...BREAK, name: { en: ' ' } }], '/holidays/0/name/en', 'text.empty'],
    ['with a long name', [{ ...BREAK, name: { en: 'x'.repeat(201) } }], '/holidays/0/name/en', 'text.too-long'],
    ['with a name of two lines', [{ ...BREAK, name: { en: 'A\r\nBcc: b' } }], '/holidays/0/name/en', 'text.control-characters'],
    ['with a name that turns around', [{ ...BREAK, name: { en: 'A\u202eB' } }], '/holidays/0/name/en', 'text.control-characters'],
    ['with no day', [{ name: BREAK.name }], '/holidays/0/from', 'day.malformed'],
    ['on no day', [{ ...ELECTION, from: '2027-02-30' }], '/holidays/0/from', 'day.malformed'],
    ['that ends before it begins', [{ ...BREAK, to: '2027-03-21' }], '/holidays/0/to', 'holiday.ends-before'],
    ['that is longer than a summer', [{ ...BREAK, from: '2027-06-01', to: '2027-09-29' }], '/holidays/0/to', 'holiday.too-long'],
    ['of the same days twice', [BREAK, ELECTION, { ...BREAK, name: ELECTION.name }], '/holidays/2/from', 'holiday.twice'],
    ['of the same day twice', [ELECTION, { ...ELECTION, to: ELECTION.from }], '/holidays/1/from', 'holiday.twice'],
    ['of more than a hundred', many, '/holidays', 'holidays.too-many'],
    ['with something else', [{ ...ELECTION, school: 'x' }], '/holidays/0', 'field.unrecognized-keys'],
    ['that is none', 'Friday', '/holidays', 'field.invalid-type'],
  ])('%s is refused, and nothing is changed', async (_what, holidays, pointer, code) => {
    const { save, stored, there } = await scene();
    const answer = await save(holidays);
    expect([answer.status, answer.problem().errors?.[0]]).toMatchObject([422, { pointer, code }]);
    expect([await stored(), await there.ports.history.about('holidays')]).toEqual([{ holidays: [], version: 0 }, []]);
  });

  it.each([-1, 0.5, '0', null])('of version %j is refused', async (version) => {
    const { save, stored } = await scene();
    expect((await save([BREAK], version)).problem().errors?.[0]?.pointer).toBe('/version');
    expect((await stored()).version).toBe(0);
  });
});

describe('a save of holidays', () => {
  it('keeps who changed what, and of the list only that', async () => {
    const { save, there } = await scene();
    await save([BREAK, ELECTION]);
    await save([{ ...BREAK, to: '2027-03-29' }, ELECTION], 1);
    expect(await there.ports.history.about('holidays')).toMatchObject([
      { by: DANA, what: 'holidays.changed', ref: '1', changes: [{ before: [], after: [ELECTION, BREAK] }] },
      { ref: '2', changes: [{ field: 'holidays', before: [BREAK], after: [{ ...BREAK, to: '2027-03-29' }] }] },
    ]);
  });

  it('again, or of what is there, changes nothing', async () => {
    const { save, there, stored } = await scene();
    for (let n = 0; n < 2; n += 1) expect((await save([BREAK])).json()).toEqual({ holidays: [BREAK], version: 1 });
    expect((await save([BREAK], 1)).status).toBe(200);
    expect([(await stored()).version, (await there.ports.history.about('holidays')).length]).toEqual([1, 1]);
  });

  it('that comes after another changes nothing, and is told who changed what', async () => {
    const { save, stored } = await scene();
    await save([BREAK]);
    const late = await save([ELECTION]);
    expect([late.status, late.problem()]).toMatchObject([
      409,
      { code: 'holidays.changed-meanwhile', meanwhile: [{ by: DANA, what: 'holidays.changed', fields: ['holidays'] }] },
    ]);
    expect(await stored()).toEqual({ holidays: [BREAK], version: 1 });
  });
});
