/**
 * Installs what is missing. Runs on any Node from 20 on, before anything is installed, so it imports nothing but Node.
 *
 * The toolchain's own Node (24) is one of the packages; everything after this runs on it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.crosswalk-stamp');
export const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });

/** Runs a program on the toolchain's Node and gives its exit code. */
export const runNode = (args, options) =>
  run(NODE, ['--disable-warning=ExperimentalWarning', ...args], {
    ...options,
    env: { ...process.env, PATH: `${join(MODULES, '.bin')}:${process.env.PATH}`, ...options?.env },
  });

/** Makes sure that `node_modules` is what `package-lock.json` says. Exits with a plain word when it can't be. */
export async function setUp() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Node ${process.versions.node} is too old: Crosswalk needs Node 20 or newer to set itself up.`);
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (installed === wanted && existsSync(NODE)) return;
  console.log(installed === '' ? 'Installing what is needed (once, about 700 MB) …' : 'Installing what has changed …');
  const began = Date.now();
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  if (code !== 0)
    fail('The packages could not be installed: see what npm says above. A network and the npm registry are needed this once.');
  if (!existsSync(NODE)) {
    fail(
      'npm did not run the install script of the package "node", which brings Node 24. Allow it (npm config get ignore-scripts should be false) and try again.',
    );
  }
  writeFileSync(STAMP, wanted);
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
