/** Starting and stopping on one machine: what stands in the way is told at once, and nothing is left behind. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort, startEngine } from '#local/engine.ts';
import { freeSitePort } from '#local/ports.ts';
import { startLocal } from '#local/start.ts';
import { temporaryFolder } from './fixtures/assembly.ts';

async function occupied(port = 0): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('a start', () => {
  it('on a port that is taken is refused before anything long is done, with a port to try', async () => {
    const port = await occupied();
    const steps: string[] = [];
    const start = startLocal({ port, dataDir: temporaryFolder(), seed: false, onProgress: (step) => void steps.push(step) });
    await expect(start).rejects.toThrow(`Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 100}`);
    expect(steps).toEqual([]);
  });

  it.each([
    ['mailbox', 1],
    ['identity provider', 2],
    ['files', 3],
  ])('whose %s has its port taken is refused and names that port', async (_what, offset) => {
    // its other ports are free: tests that run meanwhile have some, too
    const site = await freeSitePort();
    const taken = await occupied(site + offset);
    const start = startLocal({ port: site, dataDir: temporaryFolder(), seed: false });
    await expect(start).rejects.toThrow(`Port ${taken} is taken`);
  });

  it.each([
    ['mailbox', 1],
    ['identity provider', 2],
    ['files', 3],
  ])('that may choose its port passes over one whose %s could not listen', async (_what, offset) => {
    const taken = await occupied();
    // one with its neighbours: the system gives ports out side by side, to this test and to those that run meanwhile
    const free = await freeSitePort();
    const candidates = [taken - offset, free];
    expect(await freeSitePort(async () => candidates.shift() ?? 0)).toBe(free);
  });
});

describe('the engine', () => {
  it('is gone when it is stopped, and what it kept is there at its next start', async () => {
    const file = join(temporaryFolder(), 'dynamo.db');
    const first = await startEngine(file);
    await first.client.send(
      new CreateTableCommand({
        TableName: 'Table',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    await first.stop();
    await expect(fetch(first.endpoint)).rejects.toThrow();
    const second = await startEngine(file);
    onTestFinished(() => second.stop());
    expect((await second.client.send(new ListTablesCommand({}))).TableNames).toEqual(['Table']);
  });

  it('that can’t open its file says why instead of hanging', async () => {
    const file = join(temporaryFolder(), 'dynamo.db');
    writeFileSync(file, 'no database at all, '.repeat(1_000));
    await expect(startEngine(file)).rejects.toThrow('ended at its start');
  });

  it('that a killed runtime left behind on the same file is ended first', async () => {
    const file = join(temporaryFolder(), 'dynamo.db');
    const left = await startEngine(file);
    onTestFinished(() => left.stop());
    const next = await startEngine(file);
    onTestFinished(() => next.stop());
    await expect(fetch(left.endpoint)).rejects.toThrow();
    expect((await fetch(next.endpoint)).status).toBeGreaterThan(0);
  });

  it('that is named by the environment is used, and not stopped', async () => {
    const port = await occupied();
    process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${port}`;
    onTestFinished(() => void delete process.env.AWS_ENDPOINT_URL_DYNAMODB);
    const engine = await startEngine(undefined);
    expect(engine.endpoint).toBe(`http://127.0.0.1:${port}`);
    await engine.stop();
    engine.client.destroy();
    await expect(freePort()).resolves.not.toBe(port);
  });
});
