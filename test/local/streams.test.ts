/** Streams of the local runtime: every record in order, none lost to a bad neighbour, and a restart goes on where it was. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTables, startEngine } from '#local/engine.ts';
import { Queues, StateFile } from '#local/journal.ts';
import { type BatchDelivery, deliverBatch, Mapping, skipToEnd } from '#local/streams.ts';
import { appendsTo, assemblyOf, runningFunctions, temporaryFolder } from './fixtures/assembly.ts';

const records = (...numbers: readonly number[]): readonly StreamRecord[] =>
  numbers.map((number) => ({ dynamodb: { SequenceNumber: String(number) } }));
const numbersOf = (batch: readonly (StreamRecord | undefined)[]): readonly number[] =>
  batch.map((one) => Number(one?.dynamodb?.SequenceNumber));

type Answer = Awaited<ReturnType<BatchDelivery['invoke']>>;
const taken: Answer = { ok: true, value: undefined };
const thrown: Answer = { ok: false, errorType: 'Error', errorMessage: 'no luck' };
const failedFrom = (...numbers: readonly number[]): Answer => ({
  ok: true,
  value: { batchItemFailures: numbers.map((number) => ({ itemIdentifier: String(number) })) },
});

/** Delivers records 1 to 4; what was asked, settled and given up, in order. */
async function delivered(answer: (batch: readonly number[], call: number) => Answer, settings: Partial<BatchDelivery> = {}) {
  const asked: (readonly number[])[] = [];
  const settled: number[] = [];
  const givenUp: { readonly batch: readonly number[]; readonly error: string }[] = [];
  await deliverBatch(records(1, 2, 3, 4), {
    invoke: async (batch) => {
      asked.push(numbersOf(batch));
      return answer(numbersOf(batch), asked.length);
    },
    bisect: false,
    retries: 2,
    giveUp: (batch, error) => void givenUp.push({ batch: numbersOf(batch), error }),
    settled: (record) => void settled.push(...numbersOf([record])),
    signal: new AbortController().signal,
    ...settings,
  });
  return { asked, settled, givenUp };
}

describe('a batch', () => {
  it('that is taken is settled at its last record', async () => {
    expect(await delivered(() => taken)).toEqual({ asked: [[1, 2, 3, 4]], settled: [4], givenUp: [] });
  });

  it('is settled up to the first record reported as failed, and goes on from there', async () => {
    const { asked, settled, givenUp } = await delivered((_batch, call) => (call === 1 ? failedFrom(4, 3) : taken));
    expect(asked).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
    expect(settled).toEqual([2, 4]);
    expect(givenUp).toEqual([]);
  });

  it('is repeated whole when the function fails, and nothing is settled before it is taken', async () => {
    const { asked, settled } = await delivered((_batch, call) => (call === 1 ? thrown : taken));
    expect(asked).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    expect(settled).toEqual([4]);
  });

  it('is repeated whole when the function names a record that is not in it', async () => {
    const { asked, settled } = await delivered((_batch, call) => (call === 1 ? failedFrom(99) : taken));
    expect([asked[1], settled]).toEqual([[1, 2, 3, 4], [4]]);
  });

  it('is halved until the bad record is alone: only that one is given up, the rest is taken in order', async () => {
    const took: number[] = [];
    const { settled, givenUp } = await delivered(
      (batch) => {
        if (batch.includes(3)) return thrown;
        took.push(...batch);
        return taken;
      },
      { bisect: true },
    );
    expect(took).toEqual([1, 2, 4]);
    expect(givenUp).toEqual([{ batch: [3], error: 'no luck' }]);
    expect(settled).toEqual([2, 3, 4]);
  });

  it('without halving is given up whole after its retries', async () => {
    const { asked, settled, givenUp } = await delivered((batch) => (batch.includes(3) ? thrown : taken), { retries: 1 });
    expect(asked).toHaveLength(2);
    expect(givenUp).toEqual([{ batch: [1, 2, 3, 4], error: 'no luck' }]);
    expect(settled).toEqual([4]);
  });

  it('whose record stays reported as failed is given up from that record', async () => {
    const { givenUp, settled } = await delivered((batch) => (batch.includes(2) ? failedFrom(2) : taken), { retries: 1 });
    expect(givenUp).toEqual([{ batch: [2, 3, 4], error: 'reported as failed by the function' }]);
    expect(settled).toEqual([1, 4]);
  });

  it('that is taken while the runtime stops is settled', async () => {
    const stop = new AbortController();
    const { settled } = await delivered(
      () => {
        stop.abort();
        return taken;
      },
      { signal: stop.signal },
    );
    expect(settled).toEqual([4]);
  });

  it('that fails while the runtime stops is neither settled nor given up', async () => {
    const stop = new AbortController();
    const { asked, settled, givenUp } = await delivered(
      () => {
        stop.abort();
        return thrown;
      },
      { signal: stop.signal, retries: 0 },
    );
    expect([asked.length, settled, givenUp]).toEqual([1, [], []]);
  });
});

/** A table with a stream and a function that keeps the keys it was given. */
async function district(body = 'return {};', properties: Readonly<Record<string, unknown>> = {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'got.jsonl');
  const assembly = assemblyOf({
    One: {
      functions: { Fn: appendsTo(file, body) },
      resources: {
        Dead: { Type: 'AWS::SQS::Queue' },
        Table: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
            KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
            StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          },
        },
        Stream: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
            FunctionName: { Ref: 'Fn' },
            StartingPosition: 'TRIM_HORIZON',
            BatchSize: 10,
            MaximumRetryAttempts: 0,
            DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
            ...properties,
          },
        },
      },
    },
  });
  const running = runningFunctions(assembly);
  const database = join(folder, 'dynamo.db');
  const queues = new Queues(join(folder, 'queues'));
  /** One run of the runtime: engine, mapping and the positions as they are on disk. */
  const run = async () => {
    const engine = await startEngine(database);
    onTestFinished(() => engine.stop());
    const streams = await createTables(engine, assembly);
    const options = {
      endpoint: engine.endpoint,
      streams,
      functions: running.functions,
      queues,
      positions: new StateFile<string>(join(folder, 'positions.json')),
    };
    const resource = assembly.find('Stream');
    let mapping: Mapping | undefined;
    const stopMapping = async (): Promise<void> => mapping?.stop();
    onTestFinished(stopMapping);
    return {
      put: async (...keys: readonly string[]): Promise<void> => {
        for (const key of keys) await engine.client.send(new PutItemCommand({ TableName: 'Table', Item: { pk: { S: key } } }));
      },
      listen: (): void => {
        mapping = new Mapping(resource, assembly, options);
      },
      skip: () => skipToEnd(resource, assembly, options),
      stop: async (): Promise<void> => {
        await stopMapping();
        await engine.stop();
      },
    };
  };
  const batches = (): readonly (readonly StreamRecord[])[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).Records)
      : [];
  const keys = (): readonly string[] => batches().flatMap((batch) => batch.map((one) => one.dynamodb?.Keys?.pk?.S ?? ''));
  return { run, keys, batches, queues };
}

describe('a mapping', () => {
  it('hands over every change in the order it was made, with times as numbers, in batches no larger than asked', async () => {
    const { run, keys, batches } = await district();
    const { put, listen } = await run();
    const wanted = Array.from({ length: 25 }, (_each, index) => `k${index}`);
    await put(...wanted);
    listen();
    await expect.poll(() => keys().length, { timeout: 5_000 }).toBe(25);
    expect(keys()).toEqual(wanted);
    expect(Math.max(...batches().map((batch) => batch.length))).toBeLessThanOrEqual(10);
    const [first] = batches()[0] ?? [];
    expect(first).toMatchObject({ eventName: 'INSERT', dynamodb: { NewImage: { pk: { S: 'k0' } } } });
    expect(typeof first?.dynamodb?.ApproximateCreationDateTime).toBe('number');
  });

  it('goes on after a restart with what came while it was down, and repeats nothing', async () => {
    const { run, keys } = await district();
    const first = await run();
    first.listen();
    await first.put('a', 'b');
    await expect.poll(() => keys().length, { timeout: 5_000 }).toBe(2);
    await first.stop();
    const second = await run();
    await second.put('c');
    second.listen();
    await expect.poll(() => keys().length, { timeout: 5_000 }).toBe(3);
    await second.put('d');
    await expect.poll(() => keys().length, { timeout: 5_000 }).toBe(4);
    expect(keys()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that is told to skip passes over what is there, and hands over what comes', async () => {
    const { run, keys } = await district();
    const { put, listen, skip } = await run();
    await put(...Array.from({ length: 12 }, (_each, index) => `old${index}`));
    await skip();
    await put('new');
    listen();
    await expect.poll(() => keys().length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(keys()).toEqual(['new']);
  });

  it('describes in the queue what its function never took, and goes on behind it', async () => {
    const { run, keys, queues } = await district('if (JSON.stringify(event).includes("bad")) throw new Error("poison");', { BatchSize: 1 });
    const { put, listen } = await run();
    await put('a', 'bad', 'c');
    listen();
    await expect.poll(() => keys().length, { timeout: 5_000 }).toBe(3);
    await expect.poll(() => queues.messages('Dead')).toMatchObject([{ error: 'poison', DDBStreamBatchInfo: { batchSize: 1 } }]);
    expect(keys()).toEqual(['a', 'bad', 'c']);
  });

  it('that leads to no stream or no function stops the start', async () => {
    const assembly = assemblyOf({
      One: {
        resources: {
          Table: { Type: 'AWS::DynamoDB::Table' },
          Stream: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: 'Nobody', EventSourceArn: 'Table' } },
        },
      },
    });
    const folder = temporaryFolder();
    const options = {
      endpoint: 'http://127.0.0.1:1',
      streams: new Map<string, string>(),
      functions: new Map(),
      queues: new Queues(join(folder, 'queues')),
      positions: new StateFile<string>(join(folder, 'positions.json')),
    };
    expect(() => new Mapping(assembly.find('Stream'), assembly, options)).toThrow('no function');
    await expect(skipToEnd(assembly.find('Stream'), assembly, options)).rejects.toThrow('no stream');
  });
});
