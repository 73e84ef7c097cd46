/** Functions of the local runtime behave as Lambda's: their own environment, one call at a time, a limit that is kept, failures that are told. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { assemblyOf, functionOf, type Running, runningFunctions, temporaryFolder } from './fixtures/assembly.ts';

const running = (source: string, settings: Readonly<Record<string, unknown>> = {}): Running =>
  runningFunctions(assemblyOf({ One: { functions: { Fn: source }, settings } }), { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' });

describe('a function', () => {
  it('has the environment of its template and none of the runtime’s', async () => {
    process.env.CROSSWALK_TEST_LEAK = 'seen';
    const all = running('export const handler = async () => ({ ...process.env });', { Environment: { Variables: { TABLE: 'here' } } });
    const outcome = await functionOf(all, 'Fn').invoke({});
    delete process.env.CROSSWALK_TEST_LEAK;
    expect(outcome.ok && outcome.value).toEqual({
      TABLE: 'here',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Fn',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      TZ: 'UTC',
    });
  });

  it('is found by its name and by its ARN', () => {
    const all = running('export const handler = async () => 1;');
    expect(all.functions.get('arn:aws:lambda:us-east-1:000000000000:Fn')).toBe(functionOf(all, 'Fn'));
  });

  it('answers one call an instance, on at most four instances', async () => {
    const all = running(`import { threadId } from 'node:worker_threads';
      import { setTimeout as wait } from 'node:timers/promises';
      let busy = 0, most = 0;
      export const handler = async () => { busy++; most = Math.max(most, busy); await wait(60); busy--; return { threadId, most }; };`);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => functionOf(all, 'Fn').invoke({})));
    const answers = outcomes.map((outcome) => (outcome.ok ? (outcome.value as { threadId: number; most: number }) : undefined));
    expect(answers.every((answer) => answer?.most === 1)).toBe(true);
    expect(new Set(answers.map((answer) => answer?.threadId)).size).toBe(4);
  });

  it('knows how much time is left', async () => {
    const all = running('export const handler = async (_event, context) => context.getRemainingTimeInMillis();', { Timeout: 10 });
    const outcome = await functionOf(all, 'Fn').invoke({});
    const left = outcome.ok ? Number(outcome.value) : 0;
    expect(left).toBeGreaterThan(5_000);
    expect(left).toBeLessThanOrEqual(10_000);
  });

  it('is ended at its time limit, even in a loop that never yields, and the next call is answered', async () => {
    const all = running('export const handler = async ({ hang }) => { while (hang); return "fine"; };', { Timeout: 1 });
    await expect(functionOf(all, 'Fn').invoke({ hang: true })).resolves.toMatchObject({ ok: false, errorType: 'Sandbox.Timedout' });
    expect(all.errors.join()).toContain('1000 ms');
    await expect(functionOf(all, 'Fn').invoke({})).resolves.toMatchObject({ ok: true, value: 'fine' });
  });

  it('that ends its process is told, and the next call is answered', async () => {
    const all = running('export const handler = async ({ end }) => { if (end) process.exit(1); return "fine"; };');
    await expect(functionOf(all, 'Fn').invoke({ end: true })).resolves.toMatchObject({ ok: false, errorType: 'Runtime.ExitError' });
    expect(all.errors).toHaveLength(1);
    await expect(functionOf(all, 'Fn').invoke({})).resolves.toMatchObject({ ok: true, value: 'fine' });
  });

  it('that fails outside its promise is told, and the next call is answered', async () => {
    const all = running(
      'export const handler = async ({ end }) => { if (end) { setImmediate(() => { throw new TypeError("stray"); }); await new Promise(() => {}); } return "fine"; };',
    );
    await expect(functionOf(all, 'Fn').invoke({ end: true })).resolves.toMatchObject({
      ok: false,
      errorType: 'TypeError',
      errorMessage: 'stray',
    });
    await expect(functionOf(all, 'Fn').invoke({})).resolves.toMatchObject({ ok: true, value: 'fine' });
  });

  it('whose bundle can’t be loaded is told', async () => {
    const all = running('import "./not-there.mjs"; export const handler = async () => 1;');
    await expect(functionOf(all, 'Fn').invoke({})).resolves.toMatchObject({ ok: false });
    expect(all.errors.join()).toContain('not-there.mjs');
  });

  it('that throws tells the line of its source, and its cause’s', async () => {
    const assembly = assemblyOf({ One: { functions: { Fn: '' } } });
    const folder = temporaryFolder();
    const source = join(folder, 'thrower.ts');
    writeFileSync(
      source,
      `interface Asked { readonly why: string }\n\n\nfunction deep({ why }: Asked): never {\n  throw new RangeError(why);\n}\n
export const handler = async (event: Asked): Promise<void> => {\n  try {\n    deep(event);\n  } catch (cause) {\n    throw new Error('outer', { cause });\n  }\n};\n`,
    );
    await build({
      entryPoints: [source],
      outfile: join(assembly.folder, 'asset.Fn', 'index.mjs'),
      bundle: true,
      minify: true,
      format: 'esm',
      sourcemap: true,
    });
    const all = runningFunctions(assembly);
    await expect(functionOf(all, 'Fn').invoke({ why: 'inner' })).resolves.toMatchObject({
      ok: false,
      errorType: 'Error',
      errorMessage: 'outer',
    });
    const [told = ''] = all.errors;
    expect(told).toContain('thrower.ts:12:');
    expect(told).toMatch(/caused by RangeError: inner[\s\S]*thrower\.ts:5:/);
  });

  it('has its lines kept, those of its errors too', async () => {
    const all = running('export const handler = async () => { console.log("one"); console.error("two"); };');
    await functionOf(all, 'Fn').invoke({});
    await expect.poll(() => [...all.lines].sort()).toEqual(['one', 'two']);
  });

  it('reads the clock that everybody shares, while parsing and arithmetic stay as they are', async () => {
    const all = running(`export const handler = async () => ({
      now: Date.now(), made: new Date().getTime(), fixed: new Date(5).getTime(), parsed: Date.parse('1970-01-01T00:00:01Z'), isDate: new Date() instanceof Date });`);
    const day = 24 * 60 * 60 * 1_000;
    for (const offset of [0, 400 * day]) {
      all.clock.offsetMs = offset;
      const outcome = await functionOf(all, 'Fn').invoke({});
      const told = (outcome.ok ? outcome.value : {}) as Record<string, number>;
      expect(Math.abs((told.now ?? 0) - Date.now() - offset)).toBeLessThan(10_000);
      expect(Math.abs((told.made ?? 0) - Date.now() - offset)).toBeLessThan(10_000);
      expect(told).toMatchObject({ fixed: 5, parsed: 1_000, isDate: true });
    }
  });

  it('takes no call any more once it is stopped, and lets go of those that wait', async () => {
    const all = running('export const handler = () => new Promise(() => {});');
    const fn = functionOf(all, 'Fn');
    const calls = Array.from({ length: 6 }, () => fn.invoke({}));
    const settled = Promise.allSettled(calls);
    await fn.stop();
    expect((await settled).map((each) => (each.status === 'fulfilled' ? each.value.ok : 'stopped'))).not.toContain(true);
    await expect(fn.invoke({})).rejects.toThrow('stopped');
  });
});
