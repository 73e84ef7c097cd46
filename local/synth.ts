/** Synthesises the app for one machine, unless nothing that goes into it has changed since the last time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Everything the templates and bundles are made of. */
const INPUTS = [
  'bin',
  'lib',
  'functions',
  'contracts',
  'domain',
  'adapters',
  'web',
  'generated',
  'package-lock.json',
  'tsconfig.json',
  'cdk.json',
];

/** The output folder. Throws with what the app said when it does not synthesise. */
export async function synthesise(siteUrl: string, folder: string, onProgress: (line: string) => void): Promise<string> {
  const stamp = `${siteUrl} ${fingerprint()}`;
  const stampFile = join(folder, '.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const app = spawn(process.execPath, [join(ROOT, 'bin', 'crosswalk.ts')], {
    cwd: ROOT,
    // the way the CDK command line hands an app its settings
    env: {
      ...process.env,
      PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify({ ...contextOf(), stage: 'local', siteUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [app.stdout, app.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      for (const [, name] of text.matchAll(/Bundling asset \S*?\/(\S+?)\/Function\//g)) if (name) onProgress(name);
    });
  }
  const [code] = await once(app, 'exit');
  if (code !== 0) throw new Error(`the app does not synthesise:\n${said}`);
  writeFileSync(stampFile, stamp);
  return folder;
}

const contextOf = (): Record<string, unknown> => JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')).context;

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const input of INPUTS) addTo(hash, join(ROOT, input));
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!statSync(path).isDirectory()) {
    hash.update(path).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
}
