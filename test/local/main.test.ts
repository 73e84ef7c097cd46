/** The command: it explains itself, refuses what it can't do with the right exit code, and takes everything it started with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freeSitePort } from '#local/ports.ts';
import { temporaryFolder } from './fixtures/assembly.ts';

const MAIN = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

interface Command {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function command(...args: readonly string[]): Command {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
}

/** Processes whose command line names the folder. */
const processesOn = (folder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(folder) ? [line] : [];
      } catch {
        // it ended while we looked
        return [];
      }
    });

describe('the command', () => {
  it('explains itself', async () => {
    const { said, ended } = command('--help');
    expect(await ended).toBe(0);
    for (const option of ['--reset', '--port', '--data']) expect(said()).toContain(option);
  });

  it.each([
    [['--port', 'abc'], '--port abc is not a port'],
    [['--port', '0'], '--port 0 is not a port'],
    [['--port', '65533'], '--port 65533 is not a port'],
    [['--prot', '4000'], "Unknown option '--prot'"],
  ])('refuses %j with exit code 2 and no stack', async (args, message) => {
    const { said, ended } = command(...args);
    expect(await ended).toBe(2);
    expect(said()).toContain(message);
    expect(said()).not.toMatch(/^\s+at /m);
  });

  it('ends with exit code 1 and one plain word when its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { said, ended } = command('--port', String(port), '--data', temporaryFolder());
    expect(await ended).toBe(1);
    expect(said().trim()).toMatch(/^Port \d+ is taken by another program\. Choose another: npm start -- --port \d+$/);
  });

  it('starts anew on --reset, shows the site, and Ctrl-C ends it with all it started', async () => {
    const data = join(temporaryFolder(), 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'left-over'), '');
    const port = await freeSitePort();
    const { child, said, ended } = command('--port', String(port), '--data', data, '--reset');
    await Promise.race([
      expect.poll(said, { timeout: 240_000, interval: 100 }).toContain('Crosswalk is running'),
      ended.then((code) => expect.fail(`it ended with ${code} at its start: ${said()}`)),
    ]);
    expect(existsSync(join(data, 'left-over'))).toBe(false);
    expect(said()).toContain(`Everything is kept in ${data}`);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
    expect((await fetch(`http://localhost:${port + 1}/`)).status).toBe(200);
    expect(processesOn(data).some((line) => line.includes('dynoxide'))).toBe(true);
    child.kill('SIGINT');
    // a terminal and npm may each pass it on
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(processesOn(data)).toEqual([]);
    for (const one of [port, port + 1]) await expect(fetch(`http://localhost:${one}/`)).rejects.toThrow();
  }, 300_000);
});
