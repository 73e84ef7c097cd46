/** P2, P3, P4 and P6: round trips, write units, attempts and the price of a long ledger, counted at the client. */
import { systemClock } from '#adapters/system/clock.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aLedger, anOpportunity, aShift, personId, signUpId, slotId } from '#test/support/builders.ts';
import { breakAttempts, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { seeded } from '#test/support/faults.ts';
import { type Meter, meter } from '#test/support/meter.ts';
import { keyOf, losing, portsOn, prepareRush, requestOf, rush, SOON } from './rush.ts';

interface Costs {
  readonly calls: number;
  readonly writeUnits: number;
  readonly commands: string;
}
const costs = ({ calls, writeUnits, commands }: Meter): Costs => ({
  calls,
  writeUnits,
  commands: [...commands].map(([name, n]) => `${name} ${n}`).join(', '),
});

/** One request to a process that remembers nothing: what it asks of the table when places are left, when full, and when the gate looked too early. */
export async function costsOfOne(): Promise<{
  readonly accepted: Costs;
  readonly full: Costs;
  readonly justFilled: Costs;
  readonly last: Costs;
}> {
  return onEngine(async (engine) => {
    const { volunteering } = await engine.createTables();
    const setup = engine.connect();
    await prepareRush(setup, volunteering, 60);
    const client = engine.connect();
    const counts = meter(client);
    const take = async (n: number): Promise<Costs> => {
      const run = signUp(portsOn(client, volunteering));
      counts.reset();
      await run({ request: requestOf(n), key: keyOf(n) });
      return costs(counts);
    };
    const accepted = await take(0);
    const filling = signUp(portsOn(setup, volunteering));
    for (let n = 1; n < 59; n++) await filling({ request: requestOf(n), key: keyOf(n) });
    // somebody sees the last place and somebody else takes it
    const early = portsOn(client, volunteering);
    const seen = await early.opportunities.load(requestOf(0).opportunityId);
    const last = await take(59);
    counts.reset();
    await signUp({ ...early, opportunities: { ...early.opportunities, glance: async () => seen } })({
      request: requestOf(60),
      key: keyOf(60),
    });
    const claimOnly = costs(counts);
    return { accepted, last, justFilled: { ...claimOnly, calls: claimOnly.calls + 1 }, full: await take(61) };
  });
}

export interface RushCosts {
  readonly atOnce: number;
  readonly writeUnits: number;
  readonly callsPerRequest: number;
  readonly attemptsPerCall: number;
}

/** A whole rush; `lost` is the share of attempts that are lost. */
export async function costsOfRush(atOnce: number, lost: number): Promise<RushCosts> {
  return onEngine(async (engine) => {
    const { volunteering } = await engine.createTables();
    const random = seeded(atOnce);
    const clients = Array.from({ length: atOnce }, () => engine.connect());
    const meters = clients.map((client) => {
      const counts = meter(client);
      if (lost > 0) breakAttempts(client, losing(lost, random));
      return counts;
    });
    const { requests } = await rush({ clients, tableName: volunteering, answersLost: 0, random });
    const sum = (of: (one: Meter) => number): number => meters.reduce((all, one) => all + of(one), 0);
    const calls = sum((one) => one.calls);
    return {
      atOnce,
      writeUnits: sum((one) => one.writeUnits),
      callsPerRequest: calls / requests,
      attemptsPerCall: sum((one) => one.attempts) / calls,
    };
  });
}

/** Milliseconds to refuse, by how many claims the full slot has: medians; `cold` remembers nothing, `warm` is within the 250 ms of a glance. */
export async function refusalTimes(): Promise<{ readonly cold: number; readonly warm: number; readonly atMost: number }> {
  return onEngine(async (engine) => {
    const cold: Record<number, number> = {};
    const warm: Record<number, number> = {};
    for (const claims of [0, MOST_CLAIMS, 1_000]) {
      const { volunteering } = await engine.createTables();
      const client = engine.connect();
      const ports = volunteeringOn(client, volunteering, systemClock);
      await ports.opportunities.save(anOpportunity({ slots: [aShift(1, SOON)] }));
      await ports.slots.open(fullLedger(claims));
      const refuse = async (run: ReturnType<typeof signUp>, n: number): Promise<number> => {
        const began = performance.now();
        const answer = await run({ request: requestOf(n), key: keyOf(n) });
        if (answer.ok) throw new Error('a full slot took somebody');
        return performance.now() - began;
      };
      const times = { cold: [] as number[], warm: [] as number[] };
      for (let n = 0; n < 150; n++) times.cold.push(await refuse(signUp(portsOn(client, volunteering)), n));
      const run = signUp(portsOn(client, volunteering));
      for (let n = 0; n < 3_000; n++) times.warm.push(await refuse(run, n));
      cold[claims] = median(times.cold.slice(50));
      warm[claims] = median(times.warm.slice(500));
    }
    const ratio = (times: Record<number, number>, claims: number): number => (times[claims] ?? 0) / (times[0] ?? 1);
    return { cold: ratio(cold, 1_000), warm: ratio(warm, 1_000), atMost: ratio(cold, MOST_CLAIMS) };
  });
}

/** A slot has at most so many places. */
const MOST_CLAIMS = 150;

/** Full with so many claims of one place, or without any: all of it kept back. */
const fullLedger = (claims: number): SlotLedger =>
  aLedger({
    slotId: slotId(1),
    capacity: 1_000,
    taken: claims,
    held: 1_000 - claims,
    ...SOON,
    closesAt: SOON.startsAt,
    claims: Object.fromEntries(Array.from({ length: claims }, (_, n) => [personId(n), { signUpId: signUpId(n), places: 1 }])),
  });

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function onEngine<Value>(measure: (engine: TestEngine) => Promise<Value>): Promise<Value> {
  const engine = await testEngine();
  try {
    return await measure(engine);
  } finally {
    await engine.stop();
  }
}
