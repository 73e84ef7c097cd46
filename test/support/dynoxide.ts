/**
 * A DynamoDB engine of a test's own: Dynoxide in memory, with the tables of the contracts, and clients that count or break what passes.
 * The clients retry as the real one does; only their pauses are short.
 */
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { allowances } from '#adapters/dynamo/allowances.ts';
import { linkRequests } from '#adapters/dynamo/link-requests.ts';
import { links } from '#adapters/dynamo/links.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { opportunities } from '#adapters/dynamo/opportunities.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { signUps } from '#adapters/dynamo/sign-ups.ts';
import { slots } from '#adapters/dynamo/slots.ts';
import { type Table, tableOn } from '#adapters/dynamo/table.ts';
import { PARTITION_KEY, SORT_KEY, TABLES, type TableDefinition, type TableName } from '#contracts/tables.ts';
import type { Clock } from '#domain/ports.ts';
import { startEngine } from '#local/engine.ts';

export interface TestEngine {
  /** A client of its own, to put middleware on. */
  connect(): DynamoDBClient;
  /** Fresh tables; their names. */
  createTables(): Promise<Readonly<Record<TableName, string>>>;
  drop(tableName: string): Promise<void>;
  stop(): Promise<void>;
}

/** One engine for a test file; tables are made per test. */
export async function testEngine(): Promise<TestEngine> {
  const engine = await startEngine(undefined);
  const clients: DynamoDBClient[] = [];
  let made = 0;
  return {
    connect() {
      const client = new DynamoDBClient({
        endpoint: engine.endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        maxAttempts: 4,
        requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000, httpAgent: { maxSockets: 250 } },
      });
      clients.push(client);
      return client;
    },
    async createTables() {
      made += 1;
      const names = { volunteering: `volunteering-${made}`, messaging: `messaging-${made}` };
      for (const [table, definition] of Object.entries(TABLES)) await create(engine.client, names[table as TableName], definition);
      return names;
    },
    async drop(TableName) {
      await engine.client.send(new DeleteTableCommand({ TableName }));
    },
    async stop() {
      for (const client of clients) client.destroy();
      await engine.stop();
    },
  };
}

async function create(client: DynamoDBClient, name: string, { indexes }: TableDefinition): Promise<void> {
  const keys = Object.values(indexes).flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
  const schema = (partitionKey: string, sortKey: string) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...new Set([PARTITION_KEY, SORT_KEY, ...keys])].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: schema(PARTITION_KEY, SORT_KEY),
      ...(keys.length > 0 && {
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, { partitionKey, sortKey, carries }]) => ({
          IndexName,
          KeySchema: schema(partitionKey, sortKey),
          Projection:
            carries === 'all' ? { ProjectionType: 'ALL' as const } : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...carries] },
        })),
      }),
    }),
  );
}

/** The real adapters of the volunteering table. */
export function realVolunteering(table: Table, clock: Clock) {
  return {
    opportunities: opportunities(table, clock),
    slots: slots(table),
    signUps: signUps(table),
    allowances: allowances(table),
    schools: schools(table, clock),
    links: links(table),
    linkRequests: linkRequests(table),
  };
}
export type RealVolunteering = ReturnType<typeof realVolunteering>;

export const volunteeringOn = (client: DynamoDBClient, name: string, clock: Clock): RealVolunteering =>
  realVolunteering(tableOn(client, name), clock);
export const mailLedgerOn = (client: DynamoDBClient, name: string) => mailLedger(tableOn(client, name));

export interface Meter {
  /** Commands answered, by name. */
  readonly commands: Map<string, number>;
  calls: number;
  /** HTTP requests, with the client's own repeats. */
  attempts: number;
  readUnits: number;
  writeUnits: number;
  reset(): void;
}

/** Counts what passes through the client. A conditional write that was refused costs what it would have cost: one unit per KB of the item. */
export function meter(client: DynamoDBClient): Meter {
  const counts: Meter = {
    commands: new Map(),
    calls: 0,
    attempts: 0,
    readUnits: 0,
    writeUnits: 0,
    reset() {
      counts.commands.clear();
      Object.assign(counts, { calls: 0, attempts: 0, readUnits: 0, writeUnits: 0 });
    },
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName).replace(/Command$/, '');
      counts.calls += 1;
      counts.commands.set(command, (counts.commands.get(command) ?? 0) + 1);
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const isWrite = command === 'PutItem' || command === 'UpdateItem';
      try {
        const answer = await next(args);
        const units = unitsOf(answer.output);
        if (isWrite) counts.writeUnits += units;
        else counts.readUnits += units;
        return answer;
      } catch (error) {
        if (isWrite && (error as Error).name === 'ConditionalCheckFailedException') counts.writeUnits += refusedUnits(error, args.input);
        throw error;
      }
    },
    { step: 'initialize', name: 'meter' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      counts.attempts += 1;
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'attempts' },
  );
  return counts;
}

function unitsOf(output: unknown): number {
  const { ConsumedCapacity } = output as { ConsumedCapacity?: { CapacityUnits?: number } | readonly { CapacityUnits?: number }[] };
  const all = Array.isArray(ConsumedCapacity) ? ConsumedCapacity : [ConsumedCapacity];
  return all.reduce((sum: number, one) => sum + (one?.CapacityUnits ?? 0), 0);
}

/** DynamoDB bills a refused write by the larger of the item there and the item sent; an exception does not say how much. */
function refusedUnits(error: unknown, input: unknown): number {
  const size = (value: unknown): number => (value === undefined ? 0 : sizeOf(value));
  return Math.max(1, Math.ceil(Math.max(size((error as { Item?: unknown }).Item), size((input as { Item?: unknown }).Item)) / 1_024));
}

type Typed = Readonly<Record<string, unknown>>;
/** Bytes of an item as DynamoDB counts them: names, texts as UTF-8, numbers about a byte per two digits, maps and lists with overhead. */
export function sizeOf(item: unknown): number {
  return Object.entries(item as Typed).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value as Typed), 0);
}
function valueSize(value: Typed): number {
  if (typeof value.S === 'string') return Buffer.byteLength(value.S);
  if (typeof value.N === 'string') return Math.ceil(value.N.length / 2) + 1;
  if (value.M !== undefined) return 3 + Object.keys(value.M as Typed).length + sizeOf(value.M);
  if (Array.isArray(value.L)) return 3 + value.L.length + value.L.reduce((sum: number, one) => sum + valueSize(one as Typed), 0);
  return 1;
}

/** What strikes an attempt: nothing reaches the engine, or its answer is lost after it did what was asked. */
export type Strike = 'before' | 'after' | undefined;

/** Breaks attempts below the client's retries, as a network does. `attempt` counts those of one call from 1. */
export function breakAttempts(client: DynamoDBClient, strike: (command: string, attempt: number) => Strike): void {
  const lost = (): Error => Object.assign(new Error('connection reset'), { name: 'TimeoutError', code: 'ECONNRESET' });
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { headers } = args.request as { readonly headers: Readonly<Record<string, string>> };
      const attempt = Number(/attempt=(\d+)/.exec(headers['amz-sdk-request'] ?? '')?.[1] ?? 1);
      const when = strike(String(context.commandName).replace(/Command$/, ''), attempt);
      if (when === 'before') throw lost();
      // an answer that says no is lost as well as one that says yes
      const answer = await next(args).catch((error: unknown) => {
        throw when === 'after' ? lost() : error;
      });
      if (when === 'after') throw lost();
      return answer;
    },
    { step: 'deserialize', priority: 'high', name: 'breakAttempts' },
  );
}

/** Changes what conditional writes say before they are sent: for taking a guard away. */
export function rewriteConditions(client: DynamoDBClient, rewrite: (condition: string) => string): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const input = args.input as { ConditionExpression?: string };
      if (input.ConditionExpression !== undefined) input.ConditionExpression = rewrite(input.ConditionExpression);
      return next(args);
    },
    { step: 'initialize', name: 'rewriteConditions' },
  );
}
