/** Papers as PDF out of a bundle as Lambda gets it: one file, nothing beside it, no other file read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUNDLING, ROOT } from '#lib/bundling/bundles.ts';
import { invoice } from './papers.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'crosswalk-pdf-')));
const bundle = join(folder, 'index.mjs');

beforeAll(() => {
  buildSync({ ...BUNDLING, sourcemap: false, entryPoints: ['web/documents/pdf.ts'], outfile: bundle });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `code` in a Node that may read nothing but the bundle's folder. */
function run(code: string): Buffer {
  writeFileSync(join(folder, 'run.mjs'), code);
  return execFileSync(process.execPath, ['--permission', `--allow-fs-read=${folder}/*`, join(folder, 'run.mjs')], {
    cwd: folder,
    maxBuffer: 1 << 24,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('draws a paper that another library reads', async () => {
  const pdf = run(`import { documentPdf } from './index.mjs';
    process.stdout.write(await documentPdf(${JSON.stringify(invoice())}));`);
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  expect(text).toContain('Nguyễn & Łukasz Hardware');
});

it('would be noticed if it read a file: that Node refuses', () => {
  expect(() => run(`import { readFileSync } from 'node:fs'; readFileSync(${JSON.stringify(join(ROOT, 'package.json'))});`)).toThrow(
    /ERR_ACCESS_DENIED/,
  );
});

it('is at most 750 KB gzipped, fonts and all', () => {
  const size = gzipSync(readFileSync(bundle)).length;
  expect(size).toBeGreaterThan(300 * 1024);
  expect(size).toBeLessThanOrEqual(750 * 1024);
});
