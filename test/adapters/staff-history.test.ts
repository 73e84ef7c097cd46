/** The history of what staff changed: one suite on the fake and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { schoolId } from '#test/support/builders.ts';
import { type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { fakeStaffHistory } from '#test/support/fake-history.ts';

const entry = (with_: Partial<StaffHistoryEntry> = {}): StaffHistoryEntry => ({
  at: '2027-03-01T12:00:00.000Z',
  by: DANA,
  what: 'school.changed',
  about: schoolId(1),
  ref: '2',
  schoolId: schoolId(1),
  changes: [{ field: 'name', before: 'A', after: { en: 'B' } }],
  ...with_,
});

function suite(make: () => Promise<StaffHistory>): void {
  it('tells what happened to one thing in order, and a repeat once', async () => {
    const history = await make();
    const first = entry();
    const second = entry({ at: '2027-03-02T12:00:00.000Z', ref: '3', reason: 'moved' });
    for (const one of [second, first, first, entry({ about: schoolId(2) })]) await history.add(one);
    expect(await history.about(schoolId(1))).toEqual([first, second]);
  });

  it('tells a month from its end, as far as asked for', async () => {
    const history = await make();
    const march = [1, 2, 3].map((day) => entry({ at: `2027-03-0${day}T08:00:00.000Z`, ref: String(day) }));
    for (const one of [...march, entry({ at: '2027-04-01T00:00:00.000Z', ref: '9' })]) await history.add(one);
    expect((await history.inMonth('2027-03', 2)).map(({ ref }) => ref)).toEqual(['3', '2']);
    expect(await history.inMonth('2027-02', 10)).toEqual([]);
  });
}

describe('in memory', () => suite(async () => fakeStaffHistory()));

describe('on DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());
  suite(async () => staffHistory(tableOn(engine.connect(), (await engine.createTables()).volunteering)));
});
