/**
 * The bundles of all functions, made in one run of esbuild: what they share is read once, which is a quarter of the work of a run for each
 * (decision 0027).
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a bundle needs that came from CommonJS. */
const REQUIRE = "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** How a function becomes one file. Nothing of the runtime's own SDK is used: what was tested is what runs. */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  alias: {
    '@aws-sdk/credential-provider-node': join(ROOT, 'lib/bundling/environment-credentials.ts'),
    '@aws-sdk/endpoint-cache': join(ROOT, 'lib/bundling/endpoint-cache.ts'),
  },
  tsconfig: join(ROOT, 'tsconfig.json'),
  absWorkingDir: ROOT,
  logLevel: 'error',
} as const satisfies BuildOptions;

/** A bundle's files, as Lambda finds its handler in them. */
const FILES = ['index.mjs', 'index.mjs.map'] as const;

/** Below `functions/`, without its ending; what begins with `_` is shared. */
export function functionFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'functions'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.split('/').some((part) => part.startsWith('_')))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

let made: string | undefined;

/** Where all bundles are, each in a folder of its file's name; made with the first that is asked for. */
function bundles(): string {
  if (made !== undefined) return made;
  mkdirSync(join(ROOT, '.local'), { recursive: true });
  // as deep each time, since a source map tells where its sources are: an unchanged function is an unchanged asset
  const folder = mkdtempSync(join(ROOT, '.local', 'bundles-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  buildSync({
    ...BUNDLING,
    entryPoints: functionFiles().map((file) => ({ in: join(ROOT, 'functions', `${file}.ts`), out: `${file}/index` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  made = folder;
  return folder;
}

/** Puts the bundle of `functions/{file}.ts` into `folder`. */
export function putBundle(file: string, folder: string): void {
  for (const name of FILES) copyFileSync(join(bundles(), file, name), join(folder, name));
}
