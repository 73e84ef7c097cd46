/** P1: trials of the rush. Clients live through all trials of their engine, as processes do; tables are fresh each time. */
import { breakAttempts, rewriteConditions, testEngine } from '#test/support/dynoxide.ts';
import { seeded } from '#test/support/faults.ts';
import { losing, PLACES, rush } from './rush.ts';

export const AT_ONCE = [8, 50, 100, 200] as const;
/** Share of attempts lost below the client, and of answers lost on the way to the person. */
export const LOST = 0.05;

export interface RushTrials {
  readonly trials: number;
  /** Trials with exactly 60 taken and confirmed. */
  readonly exact: number;
  readonly untrue: number;
  readonly errors: number;
  readonly requests: number;
  readonly strikes: number;
  readonly byAtOnce: ReadonlyMap<number, { readonly trials: number; readonly perSecond: number }>;
  readonly examples: readonly string[];
}

/** As many trials as asked for, in equal parts at 8, 50, 100 and 200 at once; fewer when `withinMs` is over. */
export async function rushTrials(trials: number, withinMs = Number.POSITIVE_INFINITY, sabotage = false): Promise<RushTrials> {
  const engine = await testEngine();
  const until = Date.now() + withinMs;
  let random = seeded(0);
  let strikes = 0;
  const clients = Array.from({ length: Math.max(...AT_ONCE) }, () => {
    const client = engine.connect();
    if (sabotage) rewriteConditions(client, (condition) => condition.replace('#left >= :more', '(#left >= :more OR attribute_exists(pk))'));
    const lose = losing(LOST, () => random());
    breakAttempts(client, (command, attempt) => {
      const strike = lose(command, attempt);
      if (strike) strikes += 1;
      return strike;
    });
    return client;
  });
  const total = { trials: 0, exact: 0, untrue: 0, errors: 0, requests: 0 };
  const times = new Map<number, { trials: number; milliseconds: number; requests: number }>();
  const examples: string[] = [];
  try {
    for (let trial = 0; trial < trials && Date.now() < until; trial++) {
      const atOnce = AT_ONCE[trial % AT_ONCE.length] as number;
      const { volunteering, messaging } = await engine.createTables();
      random = seeded(trial);
      const outcome = await rush({ clients: clients.slice(0, atOnce), tableName: volunteering, answersLost: LOST, random: () => random() });
      total.trials += 1;
      total.exact += outcome.taken === PLACES && outcome.confirmed === PLACES ? 1 : 0;
      total.untrue += outcome.untrue.length;
      total.errors += outcome.errors.length;
      total.requests += outcome.requests;
      if (outcome.taken !== PLACES) examples.push(`trial ${trial}, ${atOnce} at once: ${outcome.taken} taken`);
      examples.push(...outcome.untrue.slice(0, 2), ...outcome.errors.slice(0, 2));
      const time = times.get(atOnce) ?? { trials: 0, milliseconds: 0, requests: 0 };
      times.set(atOnce, {
        trials: time.trials + 1,
        milliseconds: time.milliseconds + outcome.milliseconds,
        requests: time.requests + outcome.requests,
      });
      if (trial % 100 === 99) process.stderr.write(`${trial + 1} trials\n`);
      for (const TableName of [volunteering, messaging]) await engine.drop(TableName);
    }
  } finally {
    await engine.stop();
  }
  const byAtOnce = new Map(
    [...times].map(([n, time]) => [n, { trials: time.trials, perSecond: (time.requests / time.milliseconds) * 1_000 }]),
  );
  return { ...total, strikes, byAtOnce, examples: examples.slice(0, 10) };
}
