/**
 * People's stories on a deployed template: deploy, seed, the stories of `test/e2e` in the browser, and whether their mails are sent.
 * Run by `scripts/test-cloud.mjs`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { request as ask, createServer as createHttpServer, type Server } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { seedDemo } from '../local/seed/index.ts';
import { REGION } from '../local/template.ts';

const [ministack = 'ministack'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'crosswalk-cloud-'));
const port = await freePort();
const endpoint = `http://localhost:${port}`;
const sitePort = await freePort();
const siteUrl = `http://localhost:${sitePort}`;
const environment = {
  ...process.env,
  GATEWAY_PORT: String(port),
  EDGE_PORT: String(port),
  BIND_HOST: '127.0.0.1',
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  CDK_DISABLE_VERSION_CHECK: '1',
};
/** People of the stories whose mails must be on their way in the end. */
const READERS = ['parent.with@example.org', 'parent.without@example.org', 'lucia@example.org'];
/** What no story could show here, whatever it says. */
const NOT_HERE = [
  'what mails say, their calendar entries and links: the endpoint tells only that a mail was sent',
  'permissions: the endpoint lets every role do everything; generated/iam.md is tested instead',
  'CloudFront, firewall, alarms and dashboard: their stacks are for AWS alone; test/lib looks at their templates',
  'retries, dead-letter queues and the archive of events under failure: test/local shows them on one machine',
];

const cloudLog = openSync(join(folder, 'ministack.log'), 'w');
const cloud = spawn(ministack, { env: environment, stdio: ['ignore', cloudLog, cloudLog] });

try {
  await until('MiniStack answers', async () => (await fetch(`${endpoint}/_ministack/health`)).ok);
  await cdk('bootstrap', `aws://000000000000/${REGION}`);
  const outputs = join(folder, 'outputs.json');
  await cdk('deploy', '--all', '--require-approval', 'never', '--outputs-file', outputs, '-c', `siteUrl=${siteUrl}`);
  const deployed: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputs, 'utf8'));
  const output = (start: string): string => {
    const found = Object.values(deployed)
      .flatMap((each) => Object.entries(each))
      .find(([name]) => name.startsWith(start));
    if (!found) throw new Error(`the stacks have no output that starts with ${start}`);
    return found[1];
  };
  told('data and service are deployed');

  await seedDemo({
    endpoint,
    secretsEndpoint: endpoint,
    tables: {
      volunteering: output('ExportsOutputRefVolunteeringTable'),
      fundraising: output('ExportsOutputRefFundraisingTable'),
      messaging: output('ExportsOutputRefMessagingTable'),
      desk: output('ExportsOutputRefDeskTable'),
    },
    secretId: output('ExportsOutputRefDistrictSecret'),
    // no story there looks at the sponsors' pictures
    uploads: { write: async () => {}, remove: async () => {} },
    beganAt: Date.now(),
  });
  const inFront = await forward(sitePort, `/_aws/execute-api/${new URL(output('HttpUrl')).host.split('.')[0]}/$default`);
  const skipped = await stories(siteUrl);
  inFront.close().closeAllConnections();
  await until('the mails of the stories are sent', async () => {
    const mails = await (await fetch(`${endpoint}/_ministack/ses/messages`)).text();
    return READERS.every((address) => mails.includes(address));
  });
  told('mails were sent, once the stream, the bus and the consumer had their turn');
  console.log(['', 'Not checked here:', ...[...skipped, ...NOT_HERE].map((what) => `- ${what}`)].join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  cloud.kill();
  if (cloud.exitCode === null) await once(cloud, 'exit');
  if (process.exitCode) console.error(`logs are in ${folder}`);
  else rmSync(folder, { recursive: true });
}

/** Runs the stories in the browser against `siteUrl`; gives the names of those that need this machine's clock or mailbox. */
async function stories(siteUrl: string): Promise<readonly string[]> {
  const report = join(folder, 'stories.json');
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'test/e2e', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`],
    { env: { ...process.env, BASE_URL: siteUrl }, stdio: 'inherit' },
  );
  const [code] = await once(child, 'exit');
  const { numPassedTests, testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  check(code === 0 && numPassedTests > 0, `${numPassedTests} stories hold in the browser, none fails`);
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed')
    .map(({ title }) => `${title} (needs the local clock, mailbox or logs)`);
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly title: string }[] }[];
}

/**
 * Stands where CloudFront stands: the stories know the site by an address of its own, without the stage in its path. Names below localhost are
 * not known everywhere, so the API is reached by its path.
 */
async function forward(at: number, prefix: string): Promise<Server> {
  const server = createHttpServer((request, response) => {
    const { host: _, ...headers } = request.headers;
    const onward = ask(`${endpoint}${prefix}${request.url}`, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', (error) => response.destroy(error));
    request.pipe(onward);
  });
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function cdk(...args: readonly string[]): Promise<void> {
  const log = openSync(join(folder, `cdk-${args[0]}.log`), 'w');
  const command = [...args, '-c', 'stage=local', '--output', join(folder, 'cdk.out')];
  const child: ChildProcess = spawn('node_modules/.bin/cdk', command, { env: environment, stdio: ['ignore', log, log] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`cdk ${args[0]} failed: ${readFileSync(join(folder, `cdk-${args[0]}.log`), 'utf8').slice(-2_000)}`);
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`does not hold within a minute: ${what}`);
    await wait(250);
  }
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
  told(what);
}

function told(what: string): void {
  console.log(`✓ ${what}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
