/**
 * What the dashboard of volunteering costs with a thousand sign-ups and with a hundred thousand, and how long counting them all takes.
 * `node bench/measure-figures.ts 1000 100000 1000000`
 */
import { countSlot } from '#domain/volunteering/count-slot.ts';
import { testEngine } from '#test/support/dynoxide.ts';
import { meter } from '#test/support/meter.ts';
import { figuresOn, fillSlots, ledgersWith, readDashboard, SCHOOLS_MEASURED } from './figures.ts';

/** The most a slot can have is 150: more people are more slots. */
const slotsFor = (signUps: number): number => Math.max(1_000, Math.ceil(signUps / 100));

const asked = process.argv.slice(2).map(Number);
for (const signUps of asked.length > 0 ? asked : [1_000, 100_000]) {
  const engine = await testEngine();
  const { volunteering } = await engine.createTables();
  const client = engine.connect();
  await fillSlots(client, volunteering, ledgersWith(signUps, slotsFor(signUps)));
  const ports = { figures: figuresOn(client, volunteering), schools: { all: async () => SCHOOLS_MEASURED } };
  const begun = performance.now();
  for (const { opportunityId, slotId } of ledgersWith(signUps, slotsFor(signUps))) await countSlot(ports)(1, opportunityId, slotId);
  const counted = performance.now() - begun;
  const counts = meter(client);
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    counts.reset();
    const from = performance.now();
    await readDashboard(client, volunteering);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  process.stdout.write(
    `${signUps} sign-ups in ${slotsFor(signUps)} slots: counted in ${(counted / 1_000).toFixed(1)} s; dashboard ${counts.calls} reads, ` +
      `${counts.readUnits} read units, median ${times[10]?.toFixed(0)} ms\n`,
  );
  await engine.stop();
}
