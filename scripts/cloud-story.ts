/** The story of one sign-up on a deployed template: deploy, seed, read, sign up, get the mail. Run by `scripts/test-cloud.mjs`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OpportunityList } from '#contracts/resources/availability.ts';
import { seedDemo } from '../local/seed/index.ts';
import { REGION } from '../local/template.ts';

const [ministack = 'ministack'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'crosswalk-cloud-'));
const port = await freePort();
const endpoint = `http://localhost:${port}`;
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
const cloudLog = openSync(join(folder, 'ministack.log'), 'w');
const cloud = spawn(ministack, { env: environment, stdio: ['ignore', cloudLog, cloudLog] });

try {
  await until('MiniStack answers', async () => (await fetch(`${endpoint}/_ministack/health`)).ok);
  await cdk('bootstrap', `aws://000000000000/${REGION}`);
  const outputs = join(folder, 'outputs.json');
  await cdk('deploy', '--all', '--require-approval', 'never', '--outputs-file', outputs, '-c', `siteUrl=${endpoint}`);
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
    table: output('ExportsOutputRefVolunteeringTable'),
    secretId: output('ExportsOutputRefDistrictSecret'),
    beganAt: Date.now(),
  });
  const site = siteAt(new URL(output('HttpUrl')).host.split('.')[0] ?? '');
  const home = await site('/');
  check(home.status === 200 && (await home.text()).includes('Lincoln Elementary'), 'the home page shows the schools');
  check((await site('/nowhere')).status === 404, 'an address that leads nowhere is a page with status 404');
  await signUp(site);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  cloud.kill();
  if (cloud.exitCode === null) await once(cloud, 'exit');
  if (process.exitCode) console.error(`logs are in ${folder}`);
  else rmSync(folder, { recursive: true });
}

type Site = ReturnType<typeof siteAt>;

async function signUp(site: Site): Promise<void> {
  const { opportunities } = OpportunityList.parse(await (await site('/api/opportunities')).json());
  const open = opportunities
    .filter(({ questions }) => questions.length === 0)
    .flatMap(({ opportunityId, slots }) => slots.map(({ availability }) => ({ opportunityId, ...availability })))
    .find(({ placesLeft }) => placesLeft > 0);
  if (!open) throw new Error('the demo has no open slot');
  const email = 'maria.cloud@example.org';
  const body = JSON.stringify({
    opportunityId: open.opportunityId,
    slots: [{ slotId: open.slotId, places: 1 }],
    person: { name: 'Maria Cloud', email },
    language: 'en',
    answers: [],
    consent: true,
  });
  const send = () =>
    site('/api/sign-ups', { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': 'cloud-story-0001' } });
  const first = await send();
  const answer = await first.text();
  check(first.status === 201, `a sign-up is confirmed (${first.status})`);
  check((await (await send()).text()) === answer, 'the same request again gets the same answer');
  await until('the confirmation is sent', async () => {
    const mails = await (await fetch(`${endpoint}/_ministack/ses/messages`)).text();
    return mails.includes(email);
  });
  told('the confirmation is sent, once the stream, the bus and the consumer had their turn');
}

function siteAt(apiId: string) {
  // names below localhost are not known everywhere, so the API is reached by its path
  return (path: string, options: RequestInit = {}): Promise<Response> =>
    fetch(`${endpoint}/_aws/execute-api/${apiId}/$default${path}`, options);
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
