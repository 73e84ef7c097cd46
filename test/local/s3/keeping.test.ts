/** What the local S3 keeps over its restarts, what it lets go, what it tells the bus, and which buckets it knows. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Bus, type BusEntry } from '#local/bus.ts';
import { SharedClock } from '#local/clock.ts';
import { Journal, Queues } from '#local/journal.ts';
import { s3Server } from '#local/s3/server.ts';
import type { Telling } from '#local/s3/storing.ts';
import { appendsTo, assemblyOf, runningFunctions, temporaryFolder } from '../fixtures/assembly.ts';
import { BUCKET, body, bucket, bytes, listening, machine } from './machine.ts';

const DAY = 86_400_000;

describe('a restart', () => {
  it('keeps what was stored, and drops what had only begun to arrive', async () => {
    const files = await machine();
    const first = await files.start();
    await first.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'kept', Body: bytes(9_999), ContentType: 'image/webp' }));
    await first.stop();
    writeFileSync(join(files.folder, 'objects', '.arriving', 'half'), 'x');
    const second = await files.start();
    expect((await body(second, 'kept')).equals(bytes(9_999))).toBe(true);
    expect((await second.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'kept' }))).ContentType).toBe('image/webp');
    expect(readdirSync(join(files.folder, 'objects', '.arriving'))).toEqual([]);
    expect(second.told).toEqual([]);
  });

  it('lets go what is past its days, from the midnight after, and only below its prefix', async () => {
    const files = await machine();
    const noon = Math.floor(Date.now() / DAY) * DAY + DAY / 2 - Date.now();
    const first = await files.start(noon);
    for (const Key of ['incoming/a', 'logos/a']) await first.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }));
    await first.stop();
    const before = await files.start(noon + DAY + DAY / 4);
    expect(String(await body(before, 'incoming/a'))).toBe('x');
    await before.stop();
    const after = await files.start(noon + 1.5 * DAY + 1_000);
    await expect(body(after, 'incoming/a')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(String(await body(after, 'logos/a'))).toBe('x');
  });
});

describe('the default bus', () => {
  it('hears of an object once, as S3 tells it, through the rules of the template', async () => {
    const got = join(temporaryFolder(), 'got.jsonl');
    const assembly = assemblyOf({
      One: {
        functions: { A: appendsTo(got) },
        resources: {
          [BUCKET]: bucket(),
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: {
              EventPattern: {
                source: ['aws.s3'],
                'detail-type': ['Object Created'],
                detail: { bucket: { name: [{ Ref: BUCKET }] }, object: { key: [{ prefix: 'incoming/' }] } },
              },
              Targets: [{ Id: 'Target0', Arn: { 'Fn::GetAtt': ['A', 'Arn'] } }],
            },
          },
        },
      },
    });
    const folder = temporaryFolder();
    const clock = new SharedClock();
    const { functions } = runningFunctions(assembly);
    const queues = new Queues(join(folder, 'queues'));
    const bus = new Bus(assembly, functions, { folder: join(folder, 'deliveries'), queues, clock, retryDelaysMs: [0] });
    onTestFinished(() => bus.stop());
    const url = await listening(await s3Server(assembly, { folder: join(folder, 's3'), bus, clock }));
    for (const path of ['incoming/a', 'logos/a']) await fetch(`${url}/${BUCKET}/${path}`, { method: 'PUT', body: 'hello' });
    await bus.idle();
    const events = readFileSync(got, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toEqual([
      expect.objectContaining({
        source: 'aws.s3',
        'detail-type': 'Object Created',
        account: '000000000000',
        resources: [`arn:aws:s3:::${BUCKET}`],
        detail: {
          version: '0',
          bucket: { name: BUCKET },
          object: {
            key: 'incoming/a',
            size: 5,
            etag: '5d41402abc4b2a76b9719d911017c592',
            sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
          },
          'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
          requester: '000000000000',
          'source-ip-address': '127.0.0.1',
          reason: 'PutObject',
        },
      }),
    ]);
  });

  it('hears nothing where the bucket does not say so', async () => {
    const files = await (await machine({ [BUCKET]: bucket({ NotificationConfiguration: undefined }) })).start();
    await files.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'x' }));
    expect(String(await body(files, 'a'))).toBe('x');
    expect(files.told).toEqual([]);
  });

  it('is owed the news on disk from before the object is there until it has it', async () => {
    const folder = temporaryFolder();
    const owed = new Journal<Telling>(join(folder, 'owed'));
    const owedWhenTold: unknown[] = [];
    const put = (entries: readonly BusEntry[]): readonly string[] => {
      owedWhenTold.push(owed.open().map(({ entry }) => entry));
      return entries.map(() => 'id');
    };
    const assembly = assemblyOf({ One: { resources: { [BUCKET]: bucket() } } });
    const url = await listening(await s3Server(assembly, { folder, bus: { put }, clock: new SharedClock() }));
    expect((await fetch(`${url}/${BUCKET}/a`, { method: 'PUT', body: 'x' })).status).toBe(200);
    expect(owedWhenTold).toEqual([[{ bucket: BUCKET, key: 'a', entry: expect.objectContaining({ Source: 'aws.s3' }) }]]);
    expect(owed.open()).toEqual([]);
  });

  it('hears what a killed runtime still owed it, of objects that came to be as they then were', async () => {
    const files = await machine();
    const first = await files.start();
    for (const Key of ['a', 'b']) await first.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
    await first.stop();
    const owed = new Journal<Telling>(join(files.folder, 'owed'));
    expect(owed.open()).toEqual([]);
    // as it is left between owing and telling; of the last one no object ever came to be
    const [a, b] = first.told.map((entry) => ({ entry, ...JSON.parse(entry.Detail).object }));
    owed.add(a.sequencer, { bucket: BUCKET, key: 'a', entry: a.entry });
    owed.add('0000000000000001', { bucket: BUCKET, key: 'b', entry: b.entry });
    owed.add('0000000000000002', { bucket: BUCKET, key: 'c', entry: b.entry });
    const second = await files.start();
    expect(second.told).toEqual([a.entry]);
    expect(owed.open()).toEqual([]);
  });
});

describe('a bucket of the template', () => {
  it.each([
    ['VersioningConfiguration', { VersioningConfiguration: { Status: 'Enabled' } }],
    ['LambdaConfigurations', { NotificationConfiguration: { LambdaConfigurations: [] } }],
    ['Transitions', { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Transitions: [] }] } }],
  ])('with %s stops the start', async (name, settings) => {
    await expect((await machine({ [BUCKET]: bucket(settings) })).start()).rejects.toThrow(`this machine does not know ${name}`);
  });

  it('there need not be', async () => {
    const { url } = await (await machine({})).start();
    expect((await fetch(`${url}/any/key`)).status).toBe(404);
  });
});
