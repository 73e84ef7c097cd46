/** What looking at the dashboard costs does not grow with sign-ups. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countSlot } from '#domain/volunteering/count-slot.ts';
import { type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { meter } from '#test/support/meter.ts';
import { figuresOn, fillSlots, ledgersWith, readDashboard, SCHOOLS_MEASURED } from '../../bench/figures.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

it('the dashboard of ten schools takes as many reads with thirty sign-ups as with three thousand', async () => {
  const costOf = async (signUps: number) => {
    const { volunteering } = await engine.createTables();
    const client = engine.connect();
    await fillSlots(client, volunteering, ledgersWith(signUps, 30));
    const ports = { figures: figuresOn(client, volunteering), schools: { all: async () => SCHOOLS_MEASURED } };
    for (const { opportunityId, slotId } of ledgersWith(signUps, 30)) await countSlot(ports)(1, opportunityId, slotId);
    const counts = meter(client);
    const { year } = await readDashboard(client, volunteering);
    return { calls: counts.calls, units: counts.readUnits, places: year.placesGiven + year.placesAhead };
  };
  const [few, many] = [await costOf(30), await costOf(3_000)];
  expect([few.places, many.places]).toEqual([30, 3_000]);
  expect(many.calls).toBe(few.calls);
  expect(many.units).toBeLessThanOrEqual(few.units + 1);
});
