/** The district's holidays, in memory and on DynamoDB: one list, saved with its history or not at all. */
import { expect, it } from 'vitest';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Holidays } from '#contracts/resources/holidays.ts';
import { aSchool } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const BREAK = { name: { en: 'Spring break', es: 'Vacaciones de primavera' }, from: '2027-03-22', to: '2027-03-26' };
const list = (version = 1, holidays: Holidays['holidays'] = [BREAK]): Holidays => ({ holidays, version });
const entry = (version = 1, by = 'dana@riverbend.example'): StaffHistoryEntry => ({
  at: '2027-03-01T12:00:00.000Z',
  by,
  what: 'holidays.changed',
  about: 'holidays',
  ref: String(version),
  changes: [{ field: 'holidays', before: [], after: [BREAK] }],
});

onBoth('holidays', (make) => {
  it('are none, of version 0, until some are saved', async () => {
    const { holidays } = await make();
    expect(await holidays.find()).toEqual({ holidays: [], version: 0 });
    expect(await holidays.save(list(), entry())).toBe('saved');
    expect(await holidays.find()).toEqual(list());
  });

  it('are saved with their entry; the same save again says so, and a late one changes neither', async () => {
    const { holidays, history } = await make();
    for (let n = 0; n < 2; n += 1) expect(await holidays.save(list(), entry())).toBe('saved');
    expect(await holidays.save(list(1, []), entry(1, 'luis@riverbend.example'))).toBe('version-conflict');
    expect(await holidays.save(list(3), entry(3))).toBe('version-conflict');
    expect([await holidays.find(), await history.about('holidays')]).toEqual([list(), [entry()]]);
    expect(await holidays.save(list(2, []), entry(2))).toBe('saved');
    expect(await holidays.find()).toEqual({ holidays: [], version: 2 });
  });

  it('are no school', async () => {
    const { holidays, schools } = await make();
    await schools.save(aSchool());
    await holidays.save(list(), entry());
    expect(await schools.all()).toEqual([aSchool()]);
  });
});
