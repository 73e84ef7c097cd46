/**
 * A DynamoDB engine of a test's own: Dynoxide in memory, with the tables of the contracts, and clients that break what passes.
 * The clients retry as the real one does; only their pauses are short.
 */
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { allowances } from '#adapters/dynamo/allowances.ts';
import { ownCalendarAddresses, readCalendars } from '#adapters/dynamo/calendar-addresses.ts';
import { calendarSources } from '#adapters/dynamo/calendar-sources.ts';
import { campaigns } from '#adapters/dynamo/campaigns.ts';
import { definitions } from '#adapters/dynamo/definitions.ts';
import { feedback, readFeedback } from '#adapters/dynamo/feedback.ts';
import { figures } from '#adapters/dynamo/figures.ts';
import { fundraisingLedger } from '#adapters/dynamo/fundraising-ledger.ts';
import { districtHolidays } from '#adapters/dynamo/holidays.ts';
import { linkRequests } from '#adapters/dynamo/link-requests.ts';
import { links } from '#adapters/dynamo/links.ts';
import { mailFates } from '#adapters/dynamo/mail-fates.ts';
import { mailFigures } from '#adapters/dynamo/mail-figures.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { mailPreferences } from '#adapters/dynamo/mail-preferences.ts';
import { markedDays } from '#adapters/dynamo/marked-days.ts';
import { marks } from '#adapters/dynamo/marks.ts';
import { messageNotes } from '#adapters/dynamo/message-notes.ts';
import { messages } from '#adapters/dynamo/messages.ts';
import { opportunities } from '#adapters/dynamo/opportunities.ts';
import { photos } from '#adapters/dynamo/photos.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { signUpNotes } from '#adapters/dynamo/sign-up-notes.ts';
import { signUpTimes } from '#adapters/dynamo/sign-up-times.ts';
import { signUps } from '#adapters/dynamo/sign-ups.ts';
import { slotReads } from '#adapters/dynamo/slot-reads.ts';
import { slots } from '#adapters/dynamo/slots.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { suggestions } from '#adapters/dynamo/suggestions.ts';
import { suppressions } from '#adapters/dynamo/suppressions.ts';
import { type Table, tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
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
      const names = Object.fromEntries(Object.keys(TABLES).map((table) => [table, `${table}-${made}`])) as Record<TableName, string>;
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
            typeof carries === 'string'
              ? { ProjectionType: carries === 'all' ? ('ALL' as const) : ('KEYS_ONLY' as const) }
              : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...carries] },
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
    marks: marks(table),
    signUps: signUps(table),
    allowances: allowances(table),
    schools: schools(table, clock),
    links: links(table),
    linkRequests: linkRequests(table),
    markedDays: markedDays(table),
    slotReads: slotReads(table),
  };
}
export type RealVolunteering = ReturnType<typeof realVolunteering>;

export const volunteeringOn = (client: DynamoDBClient, name: string, clock: Clock) => ({
  ...realVolunteering(tableOn(client, name), clock),
  definitions: definitions(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  calendarSources: calendarSources(tableOn(client, name), clock),
  calendarAddresses: ownCalendarAddresses(tableOn(client, name), async () => 'a district key for tests that is long enough'),
  readCalendars: readCalendars(tableOn(client, name)),
  notes: signUpNotes(transactionsOn(client, name, async () => {})),
  times: signUpTimes(transactionsOn(client, name, async () => {})),
  readFeedback: readFeedback(tableOn(client, name)),
  feedback: feedback(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  holidays: districtHolidays(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  suggestions: suggestions(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  messages: messages(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  history: staffHistory(tableOn(client, name)),
  figures: figures(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
});
/** The real adapters of the fundraising table. */
export const fundraisingOn = (client: DynamoDBClient, name: string, clock: Clock) => ({
  campaigns: campaigns(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
    clock,
  ),
  ledger: fundraisingLedger(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  photos: photos(
    tableOn(client, name),
    transactionsOn(client, name, async () => {}),
  ),
  campaignHistory: staffHistory(tableOn(client, name)),
});

/** The real adapters of the messaging table. */
export function messagingOn(client: DynamoDBClient, name: string) {
  const table = tableOn(client, name);
  const transact = transactionsOn(client, name, async () => {});
  return {
    mailLedger: mailLedger(table, transact),
    mailFates: mailFates(table, transact),
    suppressions: suppressions(table, transact),
    mailFigures: mailFigures(table),
    messageNotes: messageNotes(table),
    preferences: mailPreferences(table),
    lifts: staffHistory(table),
  };
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

/** Refuses this share of transactions as DynamoDB refuses those that meet another one; nothing of them happens. */
export function meetTransactions(client: DynamoDBClient, share: () => boolean): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { TransactItems = [] } = args.input as { TransactItems?: readonly unknown[] };
      if (context.commandName !== 'TransactWriteItemsCommand' || !share()) return next(args);
      throw new TransactionCanceledException({
        $metadata: {},
        message: 'Transaction cancelled',
        CancellationReasons: TransactItems.map((_, index) => ({ Code: index === 0 ? 'TransactionConflict' : 'None' })),
      });
    },
    { step: 'initialize', name: 'meetTransactions' },
  );
}

/** Changes what the writes of transactions say before they are sent: for taking a guard away. */
export function rewriteTransactions(client: DynamoDBClient, rewrite: (condition: string) => string): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems = [] } = args.input as { TransactItems?: readonly Record<string, { ConditionExpression?: string }>[] };
      for (const write of TransactItems.flatMap((one) => Object.values(one)))
        if (write.ConditionExpression !== undefined) write.ConditionExpression = rewrite(write.ConditionExpression);
      return next(args);
    },
    { step: 'initialize', name: 'rewriteTransactions' },
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
