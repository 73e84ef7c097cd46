/** Starts the whole platform on this machine from its synthesised template, and stops it again. */
import { mkdirSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { ParsedMail } from 'mailparser';
import { uploads } from '#adapters/s3/uploads.ts';
import type { TableName } from '#contracts/tables.ts';
import type { Uploads } from '#domain/uploads.ts';
import { awsEndpoint, secretsOf } from './aws-endpoint.ts';
import { Bus } from './bus.ts';
import { SharedClock } from './clock.ts';
import { createTables, startEngine } from './engine.ts';
import { httpServer, routesOf } from './http.ts';
import { identityServer } from './identity.ts';
import { Queues, StateFile } from './journal.ts';
import { refuseUnknown } from './known-types.ts';
import { type LambdaFunction, lambdaFunctions } from './lambda.ts';
import { parsed, startMail } from './mail.ts';
import { listen, portsFor } from './ports.ts';
import { bucketsOf } from './s3/buckets.ts';
import { s3Server } from './s3/server.ts';
import { type NextRun, Schedules } from './schedules.ts';
import { seedDemo } from './seed/index.ts';
import { Mapping, skipToEnd } from './streams.ts';
import { synthesise } from './synth.ts';
import { type Assembly, REGION, readAssembly } from './template.ts';

export interface StartOptions {
  /** Of the site; the mailbox has the next one. 0 takes free ones. */
  readonly port: number;
  /** Where everything is kept. */
  readonly dataDir: string;
  /** Where the synthesised app is kept; several runtimes may share it when their site has the same address. */
  readonly assemblyDir?: string;
  readonly seed: boolean;
  readonly onProgress?: (step: string) => void;
  readonly onError?: (functionName: string, error: string) => void;
  /** Waits before a consumer's second and third attempt. */
  readonly retryDelaysMs?: readonly number[];
}

export interface Local {
  readonly siteUrl: string;
  readonly mailboxUrl: string;
  /** Where staff sign in. */
  readonly identityUrl: string;
  /** Where files are kept, for functions and browsers. */
  readonly s3Url: string;
  readonly clock: SharedClock;
  /** Where DynamoDB answers, and what its tables are called by capability. */
  readonly dynamo: { readonly endpoint: string; readonly tables: Readonly<Record<TableName, string>> };
  /** Newest first. */
  mails(): Promise<readonly ParsedMail[]>;
  /** What lies in the dead-letter queues, by queue. */
  deadLetters(): Readonly<Record<string, readonly unknown[]>>;
  /** Runs the one scheduled rule whose name has this part, now; resolves when its functions have taken it, or given it up. */
  runSchedule(namePart: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startLocal(options: StartOptions): Promise<Local> {
  const stops: Stop[] = [];
  try {
    return await start(options, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

type Stop = () => Promise<void>;

/** What was started last is stopped first. */
async function stopAll(stops: Stop[]): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
}

async function start(options: StartOptions, stops: Stop[]): Promise<Local> {
  const { dataDir, onProgress = () => {}, onError = () => {}, retryDelaysMs = [60_000, 120_000] } = options;
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const state = <Value = string>(name: string): StateFile<Value> => new StateFile<Value>(join(dataDir, `${name}.json`));
  // a port that is taken is told before anything long is done
  const ports = await portsFor(options.port);
  const siteUrl = `http://localhost:${ports.site}`;
  const mailboxUrl = `http://localhost:${ports.mailbox}`;
  const identityUrl = `http://localhost:${ports.identity}`;
  const s3Url = `http://localhost:${ports.s3}`;
  const awsUrl = `http://127.0.0.1:${ports.aws}`;

  onProgress('putting the functions together');
  const assembly = readAssembly(
    await synthesise(siteUrl, options.assemblyDir ?? join(dataDir, 'cdk.out'), (name) =>
      onProgress(`putting the functions together: ${name}`),
    ),
  );
  refuseUnknown(assembly);

  onProgress('starting the database');
  const engine = await startEngine(join(dataDir, 'dynamo.db'));
  stops.push(() => engine.stop());
  const streams = await createTables(engine, assembly);

  const clock = new SharedClock();
  const queues = new Queues(join(dataDir, 'queues'));
  const functions = lambdaFunctions(assembly, {
    clock,
    endpoints: {
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ENDPOINT_URL_EVENTBRIDGE: awsUrl,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: awsUrl,
      AWS_ENDPOINT_URL_SES: mailboxUrl,
      AWS_ENDPOINT_URL_S3: s3Url,
    },
    onError,
    onLog: (name, line) => void appendFile(join(dataDir, 'logs', `${name}.log`), `${line}\n`),
  });
  stops.push(async () => {
    await Promise.all([...new Set<LambdaFunction>(functions.values())].map((each) => each.stop()));
  });

  const bus = new Bus(assembly, functions, { folder: join(dataDir, 'deliveries'), queues, clock, retryDelaysMs });
  const schedules = new Schedules(assembly, { bus, clock, nextRuns: state<NextRun>('schedules') });
  await serve(awsEndpoint(bus, secretsOf(assembly, state('secrets'))), ports.aws, stops);
  await serve(await s3Server(assembly, { folder: join(dataDir, 's3'), bus, clock }), ports.s3, stops);
  const mail = await startMail(join(dataDir, 'mail'), bus, clock);
  stops.push(() => mail.stop());
  await serve(mail.server, ports.mailbox, stops);

  await serve(await identityServer(identityUrl, siteUrl), ports.identity, stops);

  const tables = {
    volunteering: tableOf(assembly, 'Volunteering'),
    fundraising: tableOf(assembly, 'Fundraising'),
    messaging: tableOf(assembly, 'Messaging'),
    desk: tableOf(assembly, 'Desk'),
  };
  const positions = state('stream-positions');
  const streamOptions = { endpoint: engine.endpoint, streams, functions, queues, positions };
  if (options.seed) await invite();
  const mappings = assembly.ofType('AWS::Lambda::EventSourceMapping').map((resource) => new Mapping(resource, assembly, streamOptions));
  stops.push(async () => {
    schedules.stop();
    await Promise.all(mappings.map((mapping) => mapping.stop()));
    await bus.stop();
  });
  schedules.start();
  bus.resume();
  await serve(httpServer(routesOf(assembly, functions), clock), ports.site, stops);

  /** Once. Its invented people get no mail: the relay begins behind what the seed wrote. */
  async function invite(): Promise<void> {
    const demo = state('demo');
    if (demo.get('invited') === 'yes') return;
    onProgress('inviting a demo district');
    if (demo.get('beganAt') === undefined) demo.set('beganAt', String(Date.now()));
    await seedDemo({
      endpoint: engine.endpoint,
      tables,
      secretsEndpoint: awsUrl,
      secretId: secretOf(assembly),
      uploads: filesIn(assembly, s3Url),
      beganAt: Number(demo.get('beganAt')),
    });
    for (const resource of assembly.ofType('AWS::Lambda::EventSourceMapping')) await skipToEnd(resource, assembly, streamOptions);
    demo.set('invited', 'yes');
  }

  return {
    siteUrl,
    mailboxUrl,
    identityUrl,
    s3Url,
    clock,
    dynamo: { endpoint: engine.endpoint, tables },
    mails: () => Promise.all(mail.mailbox.all().map(parsed)),
    deadLetters: () => Object.fromEntries(assembly.ofType('AWS::SQS::Queue').map(({ name }) => [name, queues.messages(name)])),
    runSchedule: (namePart) => schedules.runNow(namePart),
    stop: () => stopAll(stops),
  };
}

async function serve(server: Server, port: number, stops: Stop[]): Promise<void> {
  stops.push(await listen(server, port));
}

function tableOf(assembly: Assembly, capability: string): string {
  const table = assembly.ofType('AWS::DynamoDB::Table').find(({ name }) => name.startsWith(capability));
  if (!table) throw new Error(`the template has no table of ${capability}`);
  return table.name;
}

/** The district's; the desk has one of its own. */
function secretOf(assembly: Assembly): string {
  const secret = assembly.ofType('AWS::SecretsManager::Secret').find(({ arn }) => arn.includes(':DistrictSecret'));
  if (!secret) throw new Error('the template has no secret of the district');
  return secret.arn;
}

/** The bucket that the functions know, from outside of them. */
function filesIn(assembly: Assembly, endpoint: string): Uploads {
  const [bucket] = bucketsOf(assembly).keys();
  if (bucket === undefined) throw new Error('the app has no bucket');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return uploads(new S3Client({ endpoint, region: REGION, credentials, forcePathStyle: true }), bucket);
}
