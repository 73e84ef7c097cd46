/** Clean logos out of a bundle as Lambda gets it, one file with the codecs in it; and as a browser shows them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeWebp } from '#adapters/images/encode.ts';
import { readLogo } from '#adapters/images/logo.ts';
import { BUNDLING } from '#lib/bundling/bundles.ts';
import { launch } from '../web/browser.ts';
import { flag, jpeg, NOTHING, pixels, png, RED, readPng } from './image-files.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'crosswalk-logo-')));
const bundle = join(folder, 'index.mjs');

beforeAll(() => {
  buildSync({ ...BUNDLING, sourcemap: false, entryPoints: ['adapters/images/logo.ts'], outfile: bundle });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES = { png: png(flag(600, 200)), jpeg: await jpeg(flag(600, 200)), webp: Buffer.from(await encodeWebp(flag(600, 200))) };

/** Runs `code`, in which `file` is one of `FILES`, in a Node that may read nothing but the bundle's folder. */
function run(kind: keyof typeof FILES, code: string): Buffer {
  writeFileSync(join(folder, 'run.mjs'), `const file = Buffer.from('${FILES[kind].toString('base64')}', 'base64');\n${code}`);
  return execFileSync(process.execPath, ['--permission', '--allow-worker', `--allow-fs-read=${folder}/*`, join(folder, 'run.mjs')], {
    cwd: folder,
    maxBuffer: 1 << 24,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it.each(['png', 'jpeg', 'webp'] as const)('reads a %s with nothing beside the bundle', async (kind) => {
  const told = run(
    kind,
    `import { readLogo } from './index.mjs';
     const { value } = await readLogo(file);
     process.stdout.write(JSON.stringify([value.webp.bytes, value.png.bytes].map((bytes) => Buffer.from(bytes).toString('base64'))));`,
  );
  const read = await readLogo(FILES[kind]);
  if (!read.ok) throw new Error(`refused: ${read.error.code}`);
  expect(JSON.parse(told.toString())).toEqual(
    [read.value.webp.bytes, read.value.png.bytes].map((bytes) => Buffer.from(bytes).toString('base64')),
  );
});

it('reads one in a thread, as functions run on one machine', () => {
  const told = run(
    'jpeg',
    `import { isMainThread, parentPort, Worker } from 'node:worker_threads';
     if (isMainThread) new Worker(new URL(import.meta.url)).on('message', (width) => process.stdout.write(String(width)));
     else parentPort.postMessage((await (await import('./index.mjs')).readLogo(file)).value.webp.width);`,
  );
  expect(told.toString()).toBe('480');
});

it('is at most 600 KB gzipped, codecs and all', () => {
  const size = gzipSync(readFileSync(bundle)).length;
  expect(size).toBeGreaterThan(300 * 1024);
  expect(size).toBeLessThanOrEqual(600 * 1024);
});

it('looks alike in a browser as WebP and as PNG', async () => {
  const fade = pixels(400, 200, (x, y) => (y < 20 ? NOTHING : x < 200 ? RED : [0, 90, 60, 255 - ((x - 200) >> 1)]));
  const read = await readLogo(png(fade));
  if (!read.ok) throw new Error(`refused: ${read.error.code}`);
  const { webp, png: paper } = read.value;
  await using browser = await launch();
  const page = await browser.newPage();
  await page.setContent('<img>');
  const shown = (await page.evaluate(`(async () => {
    const image = document.querySelector('img');
    image.src = 'data:image/webp;base64,${Buffer.from(webp.bytes).toString('base64')}';
    await image.decode();
    const drawing = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
    drawing.drawImage(image, 0, 0);
    return [...drawing.getImageData(0, 0, image.naturalWidth, image.naturalHeight).data];
  })()`)) as readonly number[];
  const { data } = readPng(paper.bytes);
  expect(shown).toHaveLength(data.length);
  // opacity is the same; of colours, those that are seen come close
  const opacities = (values: ArrayLike<number>) => Array.from(values).filter((_, index) => index % 4 === 3);
  expect(opacities(shown)).toEqual(opacities(data));
  const seen = [...data].flatMap((value, index) => ((data[index | 3] ?? 0) > 100 ? [Math.abs(value - (shown[index] ?? 0))] : []));
  expect(seen.length).toBeGreaterThan(data.length / 2);
  expect(seen.reduce((sum, difference) => sum + difference) / seen.length).toBeLessThan(2);
});
