/** Event buses of the local runtime: who gets an event, and that nothing owed is lost. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Bus } from '#local/bus.ts';
import { SharedClock } from '#local/clock.ts';
import { Journal, Queues } from '#local/journal.ts';
import { appendsTo, assemblyOf, runningFunctions, type StackOf, temporaryFolder } from './fixtures/assembly.ts';

const rule = (bus: unknown, pattern: unknown, ...targets: string[]) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventBusName: bus, EventPattern: pattern, Targets: targets.map((id) => ({ Arn: { 'Fn::GetAtt': [id, 'Arn'] } })) },
});
const invokeConfig = (functionName: string, retries: number) => ({
  Type: 'AWS::Lambda::EventInvokeConfig',
  Properties: {
    FunctionName: { Ref: functionName },
    MaximumRetryAttempts: retries,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
  },
});
const DEAD = { Dead: { Type: 'AWS::SQS::Queue' }, Main: { Type: 'AWS::Events::EventBus' } };
const MAIN = { Ref: 'Main' };

/** A bus over the stack; `again` is the next runtime on the same folder. */
function busOf(stack: StackOf, retryDelaysMs: readonly number[] = [0]) {
  const folder = temporaryFolder();
  const assembly = assemblyOf({ One: stack });
  const queues = new Queues(join(folder, 'queues'));
  const clock = new SharedClock();
  const start = (delays: readonly number[]): Bus => {
    const { functions } = runningFunctions(assembly);
    const bus = new Bus(assembly, functions, { folder: join(folder, 'deliveries'), queues, clock, retryDelaysMs: delays });
    onTestFinished(() => bus.stop());
    return bus;
  };
  return {
    bus: start(retryDelaysMs),
    again: () => start([0]),
    queues,
    clock,
    /** Attempts so far of what is under way. */
    attempts: () => new Journal<{ readonly attempts: number }>(join(folder, 'deliveries')).open().map((one) => one.entry.attempts),
    owed: () => readdirSync(join(folder, 'deliveries')).filter((file) => file.endsWith('.json')),
  };
}

const entry = (DetailType: string, detail: unknown = {}, EventBusName: string | undefined = 'Main') => ({
  ...(EventBusName !== '' && { EventBusName }),
  Source: 'crosswalk',
  DetailType,
  Detail: JSON.stringify(detail),
});
const got = (
  file: string,
): readonly { readonly id: string; readonly time: string; readonly 'detail-type': string; readonly detail: unknown }[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
const inbox = (): string => join(temporaryFolder(), 'got.jsonl');

describe('an event', () => {
  it('goes to every function of every rule that fits, and to no other', async () => {
    const files = { A: inbox(), B: inbox(), Never: inbox(), Elsewhere: inbox() };
    const { bus } = busOf({
      functions: Object.fromEntries(Object.entries(files).map(([id, file]) => [id, appendsTo(file)])),
      resources: {
        ...DEAD,
        Both: rule(MAIN, { 'detail-type': ['x.v1'] }, 'A', 'B'),
        Other: rule(MAIN, { 'detail-type': ['y.v1'] }, 'Never'),
        Default: rule(undefined, { 'detail-type': ['x.v1'] }, 'Elsewhere'),
      },
    });
    const [id] = bus.put([entry('x.v1', { a: 1 })]);
    await bus.idle();
    for (const file of [files.A, files.B])
      expect(got(file)).toMatchObject([{ id, 'detail-type': 'x.v1', source: 'crosswalk', detail: { a: 1 } }]);
    expect([...got(files.Never), ...got(files.Elsewhere)]).toEqual([]);
  });

  it('finds its bus by name, by ARN, and without either the default one', async () => {
    const [main, standard] = [inbox(), inbox()];
    const { bus } = busOf({
      functions: { A: appendsTo(main), B: appendsTo(standard) },
      resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A'), Two: rule(undefined, { source: ['crosswalk'] }, 'B') },
    });
    bus.put([entry('named'), entry('arn', {}, 'arn:aws:events:us-east-1:000000000000:event-bus/Main'), entry('none', {}, '')]);
    await bus.idle();
    expect(
      got(main)
        .map((event) => event['detail-type'])
        .sort(),
    ).toEqual(['arn', 'named']);
    expect(got(standard).map((event) => event['detail-type'])).toEqual(['none']);
  });

  it('is dated by the shared clock', async () => {
    const file = inbox();
    const { bus, clock } = busOf({
      functions: { A: appendsTo(file) },
      resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A') },
    });
    clock.offsetMs = 10 * 365 * 86_400_000;
    bus.put([entry('x')]);
    await bus.idle();
    expect(Date.parse(got(file)[0]?.time ?? '') - Date.now()).toBeGreaterThan(9 * 365 * 86_400_000);
  });
});

describe('a function that fails', () => {
  const failing = (file: string, retries: number): StackOf => ({
    functions: { A: appendsTo(file, 'throw new Error("no luck");') },
    resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A'), Config: invokeConfig('A', retries) },
  });

  it('is asked again with the same event as often as its template says; then the event lies in the queue', async () => {
    const file = inbox();
    const { bus, queues, owed } = busOf(failing(file, 2));
    const [id] = bus.put([entry('x', { a: 1 })]);
    await bus.idle();
    expect(got(file).map((event) => event.id)).toEqual([id, id, id]);
    expect(queues.messages('Dead')).toMatchObject([
      { functionArn: 'arn:aws:lambda:us-east-1:000000000000:A', error: 'no luck', event: { id, detail: { a: 1 } } },
    ]);
    expect(owed()).toEqual([]);
  });

  it('is not asked again where its template says so', async () => {
    const file = inbox();
    const { bus, queues } = busOf(failing(file, 0));
    bus.put([entry('x')]);
    await bus.idle();
    expect([got(file).length, queues.messages('Dead').length]).toEqual([1, 1]);
  });

  it('has the waits it was given between its attempts, the last one for all that follow', async () => {
    const file = inbox();
    const { bus } = busOf(
      {
        ...failing(file, 3),
        functions: {
          A: appendsTo(file, 'throw new Error("no luck");').replace('JSON.stringify(event)', 'JSON.stringify({ at: Date.now() })'),
        },
      },
      [20, 200],
    );
    bus.put([entry('x')]);
    await bus.idle();
    const times = got(file).map((line) => Number((line as unknown as { at: number }).at));
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(waits).toHaveLength(3);
    // a timer may be a millisecond early
    expect(waits.map((ms, index) => ms >= (index === 0 ? 19 : 199))).toEqual([true, true, true]);
  });

  it('that succeeds at its second attempt leaves nothing behind', async () => {
    const file = inbox();
    const { bus, queues, owed } = busOf({
      functions: { A: `let calls = 0; ${appendsTo(file, 'if (++calls === 1) throw new Error("once");')}` },
      resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A'), Config: invokeConfig('A', 2) },
    });
    bus.put([entry('x')]);
    await bus.idle();
    expect([got(file).length, queues.messages('Dead').length, owed().length]).toEqual([2, 0, 0]);
  });
});

describe('a runtime that stops', () => {
  it('while it waits to try again owes the event on disk, and the next one delivers it once', async () => {
    const file = inbox();
    const flag = join(temporaryFolder(), 'well');
    const { bus, again, queues, owed, attempts } = busOf(
      {
        functions: {
          A: appendsTo(file, `if (!(await import('node:fs')).existsSync(${JSON.stringify(flag)})) throw new Error('not yet');`),
        },
        resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A'), Config: invokeConfig('A', 2) },
      },
      [3_600_000],
    );
    const [id] = bus.put([entry('x', { a: 1 })]);
    expect(owed()).toHaveLength(1);
    await expect.poll(attempts).toEqual([1]);
    await bus.stop();
    expect(owed()).toHaveLength(1);

    writeFileSync(flag, '');
    const next = again();
    next.resume();
    await next.idle();
    expect(got(file)).toMatchObject([{ id }, { id, detail: { a: 1 } }]);
    expect([owed().length, queues.messages('Dead').length]).toEqual([0, 0]);
  });

  it('has not forgotten how often it tried: the next one tries only what is left', async () => {
    const file = inbox();
    const { bus, again, queues, attempts } = busOf(
      {
        functions: { A: appendsTo(file, 'throw new Error("no luck");') },
        resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A'), Config: invokeConfig('A', 1) },
      },
      [3_600_000],
    );
    bus.put([entry('x')]);
    await expect.poll(attempts).toEqual([1]);
    await bus.stop();
    const next = again();
    next.resume();
    await next.idle();
    expect(queues.messages('Dead')).toHaveLength(1);
    expect(got(file)).toHaveLength(2);
  });

  it.each([
    ['that then succeeds owes nothing', '', 1],
    ['that then fails owes it still', 'throw new Error("late");', 2],
  ])('in the middle of a call %s', async (_name, end, calls) => {
    const file = inbox();
    const gate = join(temporaryFolder(), 'gate');
    const { bus, again, owed } = busOf({
      functions: {
        A: `import { existsSync } from 'node:fs'; import { setTimeout as wait } from 'node:timers/promises'; ${appendsTo(file, `while (!existsSync(${JSON.stringify(gate)})) await wait(5); ${end}`)}`,
      },
      resources: { ...DEAD, One: rule(MAIN, { source: ['crosswalk'] }, 'A'), Config: invokeConfig('A', 0) },
    });
    bus.put([entry('x')]);
    await expect.poll(() => got(file).length).toBe(1);
    const stopping = bus.stop();
    writeFileSync(gate, '');
    await stopping;
    expect(owed()).toHaveLength(calls - 1);
    const next = again();
    next.resume();
    await next.idle();
    expect([got(file).length, owed().length]).toEqual([calls, 0]);
  });
});
