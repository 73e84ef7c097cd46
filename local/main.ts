/** `npm start`: the whole platform on this machine, with a demo district. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HIGHEST_SITE_PORT } from './ports.ts';
import { startLocal } from './start.ts';

const DATA = join(fileURLToPath(new URL('..', import.meta.url)), '.local');

const HELP = `npm start              the whole platform on this machine, with a demo district
npm start -- --reset   forget everything kept so far and begin anew, with dates from today
npm start -- --port N  the site at port N (4000 otherwise), the mailbox at N + 1, staff sign-in at N + 2, files at N + 3
npm start -- --data D  keep everything in folder D (.local otherwise)`;

const values = asked();
const port = Number(values.port);
const data = resolve(values.data);

if (values.help) {
  console.log(HELP);
} else if (!Number.isInteger(port) || port < 1 || port > HIGHEST_SITE_PORT) {
  console.error(
    `--port ${values.port} is not a port: a whole number from 1 to ${HIGHEST_SITE_PORT} is expected: three more ports follow it`,
  );
  process.exitCode = 2;
} else {
  await main();
}

/** What the command line says; what it can't mean ends here. */
function asked() {
  try {
    return parseArgs({
      options: {
        reset: { type: 'boolean' },
        port: { type: 'string', default: '4000' },
        data: { type: 'string', default: DATA },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}

async function main(): Promise<void> {
  if (values.reset) rmSync(data, { recursive: true, force: true });
  const began = performance.now();
  const onProgress = (step: string): void => {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K  ${step} …`);
    else console.log(`  ${step} …`);
  };
  const stop: { now: () => Promise<void> } = { now: async () => process.exit(0) };
  stopOnSignals(() => stop.now());
  try {
    const local = await startLocal({
      port,
      dataDir: data,
      seed: true,
      onProgress,
      onError: (name, error) => console.error(`\n${name} failed: ${error}`),
    });
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
    console.log(told(local.siteUrl, local.mailboxUrl, local.identityUrl, (performance.now() - began) / 1_000));
    stop.now = local.stop;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

function told(siteUrl: string, mailboxUrl: string, identityUrl: string, seconds: number): string {
  return `
  Crosswalk is running (${seconds.toFixed(0)} s)

    Site            ${siteUrl}
    Mailbox         ${mailboxUrl}
    Staff sign-in   ${identityUrl}   (a token for the API: node scripts/staff-token.ts)
    API reference   ${siteUrl}/api

  Try this: open the site, choose "Spring Carnival", take three slots, then read
  the confirmation in the mailbox and follow its link.
  Everything is kept in ${data === DATA ? '.local/' : data}. Ctrl-C stops it; npm start -- --reset begins anew.
`;
}

/** A terminal and the npm scripts between it and here may each pass the same Ctrl-C on: all of them are one. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await stop();
      process.exit(0);
    });
  }
}
