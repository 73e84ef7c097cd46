/** P7 and P8: what a function has to load before it can answer, and what a page asks of the reader's connection. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { BUNDLING, ROOT } from '#lib/bundling/bundles.ts';
import { median } from './measure-cost.ts';

const RUNS = 15;

const FLAGS: BuildOptions = { ...BUNDLING, metafile: true };
/** As a bundle would be that finds credentials everywhere. */
const { alias: _alias, ...PLAIN } = FLAGS;

export interface BundleFigures {
  readonly gzipKilobytes: number;
  readonly clients: readonly string[];
  /** Import of the bundle inside a fresh process ÷ import of an empty module there. */
  readonly importRatio: number;
  /** A whole process that imports the bundle ÷ one that imports the empty module. */
  readonly processRatio: number;
  /** Import of the bundle ÷ import of a bundled DynamoDB client that finds credentials everywhere. */
  readonly clientRatio: number;
  readonly importMilliseconds: number;
}

export async function bundleFigures(): Promise<BundleFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const file = (name: string): string => join(folder, name);
    const { metafile } = await build({
      ...FLAGS,
      entryPoints: ['functions/volunteering/sign-up.ts'],
      outfile: file('sign-up.mjs'),
    });
    const client = "export { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';";
    await build({ ...PLAIN, stdin: { contents: client, resolveDir: ROOT }, outfile: file('client.mjs') });
    writeFileSync(file('empty.mjs'), 'export {};\n');
    const times = measured(['sign-up', 'client', 'empty'].map((name) => file(`${name}.mjs`)));
    const [signUp, plainClient, empty] = times;
    if (!signUp || !plainClient || !empty) throw new Error('nothing was measured');
    const inputs = Object.keys(metafile?.inputs ?? {});
    return {
      gzipKilobytes: gzipSync(readFileSync(file('sign-up.mjs'))).length / 1_024,
      clients: [...new Set(inputs.flatMap((input) => /@aws-sdk\/(client-[\w-]+)\//.exec(input)?.[1] ?? []))],
      importRatio: signUp.imported / empty.imported,
      processRatio: signUp.process / empty.process,
      clientRatio: signUp.imported / plainClient.imported,
      importMilliseconds: signUp.imported,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Medians over fresh processes, in turns, so that a busy moment strikes all alike. */
function measured(files: readonly string[]): readonly { readonly imported: number; readonly process: number }[] {
  const times = files.map(() => ({ imported: [] as number[], process: [] as number[] }));
  for (let run = 0; run < RUNS; run++) {
    for (const [index, file] of files.entries()) {
      const script = `const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});process.stdout.write(String(performance.now()-t))`;
      const began = performance.now();
      const { stdout, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env: ENVIRONMENT,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${file} can't be imported: ${stderr}`);
      times[index]?.process.push(performance.now() - began);
      times[index]?.imported.push(Number(stdout));
    }
  }
  return times.map((one) => ({ imported: median(one.imported), process: median(one.process) }));
}

/** What a Lambda would have. Importing asks nothing of anyone. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  NODE_OPTIONS: '--enable-source-maps',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

export interface PageFigures {
  readonly heaviest: string;
  readonly gzipKilobytes: number;
  readonly scriptKilobytes: number;
  /** Addresses a browser would fetch from somewhere else. */
  readonly thirdParty: readonly string[];
}

/** What a browser loads by itself: sources, and links that are not to another form of the page. */
const FETCHED =
  /<(?:script|img|iframe|source|video|audio|embed|object|link(?=[^>]*rel="(?:stylesheet|icon|preload|modulepreload|preconnect)"))\b[^>]*?\b(?:src|href|data)="((?:https?:)?\/\/[^"]+)"/g;
const IMPORTED = /url\(\s*['"]?(?:https?:)?\/\/[^)]+\)|@import[^;]+/g;

/** Every page as the tests make them, with the whole stylesheet and script. */
export async function pageFigures(): Promise<PageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    const outfile = join(folder, 'pages.mjs');
    await build({ ...FLAGS, loader: { '.css': 'text' }, entryPoints: ['test/web/all-pages.ts'], outfile });
    const { ALL_PAGES, contextIn } = (await import(pathToFileURL(outfile).href)) as typeof import('#test/web/all-pages.ts');
    const weight = (text: string): number => gzipSync(text).length / 1_024;
    const css = readFileSync(join(ROOT, 'web/static/site.css'), 'utf8');
    const script = readFileSync(join(ROOT, 'web/static/site.js'), 'utf8');
    const pages = Object.entries(ALL_PAGES).flatMap(([name, page]) =>
      ['en', 'es'].map((language) => ({ name, html: page(contextIn(language)) })),
    );
    const [heaviest] = pages.sort((a, b) => weight(b.html) - weight(a.html));
    if (!heaviest) throw new Error('there are no pages');
    const fetched = pages.flatMap(({ html }) => [...html.matchAll(FETCHED)].map((match) => match[1] ?? ''));
    const foreign = [...fetched, ...[...css.matchAll(IMPORTED)].map(([all]) => all)];
    return {
      heaviest: heaviest.name,
      gzipKilobytes: weight(heaviest.html) + weight(css) + weight(script),
      scriptKilobytes: weight(script),
      thirdParty: [...new Set(foreign)],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
