/** Rules of the local runtime that run by the clock: on time, once, and not lost or repeated by a stop. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Bus } from '#local/bus.ts';
import { SharedClock } from '#local/clock.ts';
import { Journal, Queues, StateFile } from '#local/journal.ts';
import { type NextRun, Schedules } from '#local/schedules.ts';
import { appendsTo, assemblyOf, runningFunctions, type StackOf, temporaryFolder } from './fixtures/assembly.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const rule = (ScheduleExpression: string, more: object = {}, target: object = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    ScheduleExpression,
    State: 'ENABLED',
    Targets: [{ Id: 'Target0', Arn: { 'Fn::GetAtt': ['A', 'Arn'] }, RetryPolicy: { MaximumRetryAttempts: 185 }, ...target }],
    ...more,
  },
});

/** One machine over its restarts: `start` is a runtime on the same folder, with a clock of its own. */
function machine(stack: StackOf) {
  const folder = temporaryFolder();
  const assembly = assemblyOf({ One: stack });
  const queues = new Queues(join(folder, 'queues'));
  const deliveries = join(folder, 'deliveries');
  const state = (): StateFile<NextRun> => new StateFile(join(folder, 'schedules.json'));
  return {
    queues,
    state,
    journal: new Journal<unknown>(deliveries),
    start(offsetMs = 0) {
      const clock = new SharedClock();
      clock.offsetMs = offsetMs;
      const { functions } = runningFunctions(assembly);
      const bus = new Bus(assembly, functions, { folder: deliveries, queues, clock, retryDelaysMs: [0] });
      const schedules = new Schedules(assembly, { bus, clock, nextRuns: state() });
      const stop = async (): Promise<void> => {
        schedules.stop();
        await bus.stop();
      };
      onTestFinished(stop);
      schedules.start();
      bus.resume();
      return { clock, bus, schedules, stop };
    },
  };
}

interface Got {
  readonly time: string;
}
const got = (file: string): readonly Got[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
const inbox = (): string => join(temporaryFolder(), 'got.jsonl');
const stackOf = (file: string, expression: string, more: object = {}, target: object = {}): StackOf => ({
  functions: { A: appendsTo(file) },
  resources: { Nightly: rule(expression, more, target) },
});
/** Resolves when the runtime has looked at the clock again since now, and all it then owed is delivered. */
async function looked({ state }: ReturnType<typeof machine>, { clock, bus }: { clock: SharedClock; bus: Bus }): Promise<void> {
  await expect.poll(() => (state().get('Nightly')?.dueAt ?? 0) > clock.now()).toBe(true);
  await bus.idle();
}

describe('a schedule', () => {
  it('runs when its time has come, with the event of EventBridge, and not before', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    const running = one.start();
    running.clock.offsetMs = 2 * HOUR - MINUTE;
    await looked(one, running);
    expect(got(file)).toEqual([]);
    running.clock.offsetMs = 2 * HOUR + 1;
    await expect.poll(() => got(file).length).toBe(1);
    expect(got(file)[0]).toEqual({
      version: '0',
      id: expect.any(String),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: expect.any(String),
      region: 'us-east-1',
      resources: ['arn:aws:events:us-east-1:000000000000:rule/Nightly'],
      detail: {},
    });
    expect(Math.abs(Date.parse(got(file)[0]?.time ?? '') - running.clock.now())).toBeLessThan(MINUTE);
  });

  it('that missed many runs makes up for them by one, and goes on from there', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'cron(0 8 * * ? *)'));
    const running = one.start();
    running.clock.offsetMs = 30 * 24 * HOUR;
    await expect.poll(() => got(file).length).toBe(1);
    await looked(one, running);
    running.clock.offsetMs = 31 * 24 * HOUR;
    await expect.poll(() => got(file).length).toBe(2);
    await looked(one, running);
    expect(got(file)).toHaveLength(2);
  });

  it('runs on time again after the clock was moved on and back', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(1 hour)'));
    const running = one.start();
    running.clock.offsetMs = 365 * 24 * HOUR;
    await expect.poll(() => got(file).length).toBe(1);
    running.clock.offsetMs = 0;
    await expect.poll(() => (one.state().get('Nightly')?.dueAt ?? 0) < Date.now() + 2 * HOUR).toBe(true);
    running.clock.offsetMs = HOUR + MINUTE;
    await expect.poll(() => got(file).length).toBe(2);
  });

  it('that is disabled does not run, and a rule for events of a bus does not run by the clock', async () => {
    const [file, never] = [inbox(), inbox()];
    const one = machine({
      functions: { A: appendsTo(file), B: appendsTo(never) },
      resources: {
        Nightly: rule('rate(1 hour)'),
        Off: rule('rate(1 hour)', { State: 'DISABLED' }, { Arn: { 'Fn::GetAtt': ['B', 'Arn'] } }),
        Event: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: { source: ['aws.events'] }, Targets: [{ Id: 'B', Arn: { 'Fn::GetAtt': ['B', 'Arn'] } }] },
        },
      },
    });
    const running = one.start();
    running.clock.offsetMs = 2 * HOUR;
    await looked(one, running);
    expect([got(file).length, got(never).length]).toEqual([1, 0]);
    await expect(running.schedules.runNow('Off')).rejects.toThrow('Off names 0 schedules, one is expected: Nightly');
  });

  it('takes no event of the bus, and does not keep others from theirs', async () => {
    const [file, other] = [inbox(), inbox()];
    const one = machine({
      functions: { A: appendsTo(file), B: appendsTo(other) },
      resources: {
        Nightly: rule('rate(1 hour)'),
        Event: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: { source: ['crosswalk'] }, Targets: [{ Id: 'B', Arn: { 'Fn::GetAtt': ['B', 'Arn'] } }] },
        },
      },
    });
    const { bus } = one.start();
    bus.put([{ Source: 'crosswalk', DetailType: 'x', Detail: '{}' }]);
    await bus.idle();
    expect([got(file).length, got(other).length]).toEqual([0, 1]);
  });

  it('gives its function the constant of its target in place of the event', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(1 hour)', {}, { Input: '{"sweep":"everything"}' }));
    await one.start().schedules.runNow('Nightly');
    expect(got(file)).toEqual([{ sweep: 'everything' }]);
  });

  it('whose target has a setting this machine does not know stops the start', () => {
    const one = machine(stackOf(inbox(), 'rate(1 hour)', {}, { InputPath: '$.detail' }));
    expect(() => one.start()).toThrow('does not know InputPath');
  });

  it('whose expression this machine does not know stops the start', () => {
    expect(() => machine(stackOf(inbox(), 'cron(0 8 L * ? *)')).start()).toThrow('does not know the schedule cron(0 8 L * ? *)');
  });
});

describe('a restart', () => {
  it('repeats no run', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    const first = one.start();
    first.clock.offsetMs = 3 * HOUR;
    await expect.poll(() => got(file).length).toBe(1);
    await first.stop();
    const second = one.start(4 * HOUR);
    await looked(one, second);
    expect(got(file)).toHaveLength(1);
  });

  it('forgets no run, and makes up for several by one', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    await one.start().stop();
    const second = one.start(9 * HOUR);
    await looked(one, second);
    expect(got(file)).toHaveLength(1);
  });

  it('does not put a run off: often stopped, it runs all the same', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    for (const hours of [0, 1, 1.9]) await one.start(hours * HOUR).stop();
    expect(got(file)).toEqual([]);
    await looked(one, one.start(2 * HOUR + MINUTE));
    expect(got(file)).toHaveLength(1);
  });

  it('after a runtime whose clock was far ahead runs by its own clock', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    await one.start(365 * 24 * HOUR).stop();
    const second = one.start();
    second.clock.offsetMs = 2 * HOUR + MINUTE;
    await looked(one, second);
    expect(got(file)).toHaveLength(1);
  });

  it('in between owing a run and noting the next one does not run it twice', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    const dueAt = Date.now() - MINUTE;
    // as a runtime leaves it that was killed there
    one.state().set('Nightly', { expression: 'rate(2 hours)', dueAt });
    one.journal.add(`Nightly-${dueAt}-0`, { functionArn: 'arn:aws:lambda:us-east-1:000000000000:A', event: { time: 'then' }, attempts: 0 });
    await looked(one, one.start());
    expect(got(file)).toHaveLength(1);
    expect(one.journal.open()).toEqual([]);
  });

  it('with another expression begins anew', async () => {
    const file = inbox();
    const one = machine(stackOf(file, 'rate(2 hours)'));
    one.state().set('Nightly', { expression: 'rate(1 hour)', dueAt: Date.now() - MINUTE });
    await looked(one, one.start());
    expect(got(file)).toEqual([]);
  });
});

describe('a run asked for', () => {
  it('is over when the function has taken it, each time', async () => {
    const file = inbox();
    const { schedules } = machine(stackOf(file, 'rate(1 day)')).start();
    await schedules.runNow('ight');
    await schedules.runNow('Nightly');
    expect(got(file)).toHaveLength(2);
  });

  it('by a name that fits none or several is refused with the names there are', async () => {
    const { schedules } = machine({
      functions: { A: appendsTo(inbox()) },
      resources: { Nightly: rule('rate(1 day)'), NightlyToo: rule('rate(1 day)') },
    }).start();
    await expect(schedules.runNow('Daily')).rejects.toThrow('Daily names 0 schedules, one is expected: Nightly, NightlyToo');
    await expect(schedules.runNow('Nightly')).rejects.toThrow('Nightly names 2 schedules');
  });

  it('whose function fails each time lies in the dead-letter queue', async () => {
    const file = inbox();
    const one = machine({
      functions: { A: appendsTo(file, 'throw new Error("no luck");') },
      resources: {
        Dead: { Type: 'AWS::SQS::Queue' },
        Nightly: rule('rate(1 day)'),
        Config: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: {
            FunctionName: { Ref: 'A' },
            MaximumRetryAttempts: 1,
            DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
          },
        },
      },
    });
    await one.start().schedules.runNow('Nightly');
    expect(got(file)).toHaveLength(2);
    expect(one.queues.messages('Dead')).toMatchObject([{ error: 'no luck', event: { 'detail-type': 'Scheduled Event' } }]);
  });
});
