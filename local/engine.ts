/** The DynamoDB engine: Dynoxide from npm as a child process, or whatever `AWS_ENDPOINT_URL_DYNAMODB` names. Tables are those of the template. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { type Assembly, CREDENTIALS, REGION } from './template.ts';

const BINARY = fileURLToPath(new URL('../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const STARTS_WITHIN_MS = 10_000;

export interface Engine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

/** Without `file` everything is in memory and gone at the end. */
export async function startEngine(file: string | undefined): Promise<Engine> {
  const named = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  if (named) return { endpoint: named, client: clientOf(named), stop: async () => {} };
  if (!existsSync(BINARY)) {
    throw new Error(
      `There is no DynamoDB engine for ${process.platform}-${process.arch} in node_modules (Dynoxide comes for linux-x64). ` +
        'Start an engine of your own, for instance DynamoDB Local, and name it: AWS_ENDPOINT_URL_DYNAMODB=http://localhost:8000 npm start',
    );
  }
  if (file !== undefined) await endOrphan(file);
  const port = await freePort();
  const child = spawn(BINARY, ['serve', '--port', String(port), ...(file === undefined ? [] : ['--db-path', file])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // whatever ends this process in whatever way, the engine does not outlive it by accident
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  if (file !== undefined) writeFileSync(pidFile(file), String(child.pid));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, child, () => said);
  const client = clientOf(endpoint);
  return {
    endpoint,
    client,
    async stop() {
      client.destroy();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const pidFile = (file: string): string => `${file}.pid`;

/** A runtime that was killed outright could not end its engine; two of them must not write one file. */
async function endOrphan(file: string): Promise<void> {
  const pid = existsSync(pidFile(file)) ? Number(readFileSync(pidFile(file), 'utf8')) : 0;
  const commandLine = `/proc/${pid}/cmdline`;
  // the number may belong to something else by now
  if (pid === 0 || !existsSync(commandLine) || !readFileSync(commandLine, 'utf8').includes(file)) return;
  process.kill(pid, 'SIGTERM');
  const until = Date.now() + STARTS_WITHIN_MS;
  while (existsSync(commandLine) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 25));
}

const clientOf = (endpoint: string): DynamoDBClient => new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });

async function answering(endpoint: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the DynamoDB engine ended at its start: ${said()}`);
    try {
      await fetch(endpoint);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  child.kill();
  throw new Error(`the DynamoDB engine did not answer within ${STARTS_WITHIN_MS} ms: ${said()}`);
}

/** Below those that systems give to outgoing connections (from 32,768 on Linux), so that none of these takes it before its server listens. */
const FIRST_PORT = 20_000;
const PAST_PORT = 32_768;

/** One of this machine on which nothing listens. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(FIRST_PORT, PAST_PORT);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Creates the tables that are not there yet; their streams' ARNs by table name. */
export async function createTables({ client }: Engine, assembly: Assembly): Promise<ReadonlyMap<string, string>> {
  const streams = new Map<string, string>();
  for (const { name, properties } of assembly.ofType('AWS::DynamoDB::Table')) {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } = properties;
    const definition: CreateTableCommandInput = {
      TableName: name,
      AttributeDefinitions,
      KeySchema,
      BillingMode: 'PAY_PER_REQUEST',
      ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
      ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
    };
    try {
      await client.send(new CreateTableCommand(definition));
      if (TimeToLiveSpecification) await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.LatestStreamArn) streams.set(name, Table.LatestStreamArn);
  }
  return streams;
}
