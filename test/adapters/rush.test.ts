/** The rush on the real adapters; `bench/run.ts` runs it many more times. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakAttempts, rewriteConditions, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { seeded } from '#test/support/faults.ts';
import { losing, rush } from '../../bench/rush.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

const run = async (atOnce: number, rewrite?: (condition: string) => string, lost = 0.05) => {
  const { volunteering } = await engine.createTables();
  const random = seeded(atOnce);
  const clients = Array.from({ length: atOnce }, () => {
    const client = engine.connect();
    breakAttempts(client, losing(lost, random));
    if (rewrite) rewriteConditions(client, rewrite);
    return client;
  });
  return rush({ clients, tableName: volunteering, answersLost: 0.05, random });
};

/** A part of a condition that every item there fulfils. */
const without = (condition: string, part: string): string => condition.replace(part, `(${part} OR attribute_exists(pk))`);

describe('1,000 people for 60 places, with lost answers', () => {
  it.each([8, 50, 100, 200])('gives exactly 60 and tells everyone the truth, %i at once', async (atOnce) => {
    const { taken, confirmed, untrue, errors } = await run(atOnce);
    expect({ taken, confirmed, untrue, errors }).toEqual({ taken: 60, confirmed: 60, untrue: [], errors: [] });
  });

  it('is seen to oversell without the condition on places', async () => {
    const { taken } = await run(50, (condition) => without(condition, '#left >= :more'));
    expect(taken).toBeGreaterThan(60);
  });

  it('is seen to tell an untruth when a claim may be written over', async () => {
    const { untrue } = await run(50, (condition) => without(condition, 'attribute_not_exists(#claims.#person)'), 0.5);
    expect(untrue).not.toEqual([]);
  });
});
