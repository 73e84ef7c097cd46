/** Share cards as pictures: real files of the right size, with the words really drawn, also out of a bundle as Lambda gets it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { svgToPng } from '#adapters/images/card-png.ts';
import { BUNDLING } from '#lib/bundling/bundles.ts';
import { campaignCard, opportunityCard } from '#web/cards/index.ts';
import { campaign } from '../web/campaigns.ts';
import { carnival, context, school } from '../web/district.ts';
import { colourAt, readPng } from './image-files.ts';

const card = (title: string): string => campaignCard(context(), { campaign: { ...campaign, title: { en: title } }, school: school(0) });
const withoutTitle = (svg: string): string => svg.replaceAll(/<text class="title"[^>]*>[\s\S]*?<\/text>/g, '');

/** How many pixels of the title's place are as bright as its letters. */
async function inkOf(svg: string): Promise<number> {
  const picture = readPng(await svgToPng(svg));
  let ink = 0;
  for (let y = 130; y < 415; y++) for (let x = 60; x < 1140; x++) ink += (colourAt(picture, x, y)[0] ?? 0) > 200 ? 1 : 0;
  return ink;
}

describe('a card', () => {
  it.each([
    ['of a campaign', card('New playground')],
    ['of an opportunity', opportunityCard(context({ language: 'es' }), { opportunity: carnival })],
    ['with the longest title', card('Wonderful people make a garden '.repeat(7).slice(0, 200))],
    ['with letters the font lacks', card('Ana 学学 🎃 Gómez')],
  ])('%s is a PNG of 1200 by 630 and less than 150 KB', async (_, svg) => {
    const png = await svgToPng(svg);
    expect(imageSize(png)).toMatchObject({ type: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(150 * 1024);
    expect(png.length).toBeGreaterThan(20 * 1024);
  });

  it('has its title drawn, and more of it for a longer one', async () => {
    const [none, short, long] = [
      await inkOf(withoutTitle(card('Books'))),
      await inkOf(card('Books')),
      await inkOf(card('Books for children')),
    ];
    expect(none).toBe(0);
    expect(short).toBeGreaterThan(5_000);
    expect(long).toBeGreaterThan(short * 1.8);
  });

  it('has both weights of the font', async () => {
    const line = (weight: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><text x="80" y="300" font-family="Inter" font-size="90" font-weight="${weight}" fill="#fff">Playground</text></svg>`;
    const [regular, semibold] = [await inkOf(line(400)), await inkOf(line(600))];
    expect(semibold / regular).toBeGreaterThan(1.15);
  });

  it('has the colours of its parts', async () => {
    const picture = readPng(await svgToPng(card('Books')));
    expect(colourAt(picture, 5, 5)).toEqual([0x12, 0x3c, 0x46, 255]);
    expect(colourAt(picture, 5, 625)).toEqual([0x0c, 0x2b, 0x33, 255]);
    expect(colourAt(picture, 1148, 460)).toEqual([0xff, 0xc9, 0x4d, 255]);
  });

  it('differs with the title and not with the day it is drawn', async () => {
    const [one, same, other] = await Promise.all([svgToPng(card('Books')), svgToPng(card('Books')), svgToPng(card('Boots'))]);
    expect(Buffer.from(one).equals(same)).toBe(true);
    expect(Buffer.from(one).equals(other)).toBe(false);
  });

  it('is refused where it is not well-formed, and the next one is drawn all the same', async () => {
    await expect(svgToPng('<svg xmlns="http://www.w3.org/2000/svg"><text>a ]]> b</text></svg>')).rejects.toThrow(/not allowed/);
    expect(await inkOf(card('Books'))).toBeGreaterThan(5_000);
  });
});

describe('the bundle', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'crosswalk-card-')));
  const bundle = join(folder, 'index.mjs');

  beforeAll(() => {
    buildSync({ ...BUNDLING, sourcemap: false, entryPoints: ['adapters/images/card-png.ts'], outfile: bundle });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs `code`, in which `svgToPng` is the bundle's and `svg` a card, in a Node that may read nothing but the bundle's folder. */
  function run(svg: string, code: string): Buffer {
    writeFileSync(join(folder, 'run.mjs'), `import { svgToPng } from './index.mjs'; const svg = ${JSON.stringify(svg)};\n${code}`);
    return execFileSync(process.execPath, ['--permission', `--allow-fs-read=${folder}/*`, join(folder, 'run.mjs')], {
      cwd: folder,
      maxBuffer: 1 << 24,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  it('draws the very same picture with nothing beside it', async () => {
    const svg = card('Books');
    expect(run(svg, 'process.stdout.write(await svgToPng(svg));').equals(await svgToPng(svg))).toBe(true);
  });

  it('takes no more memory for the fortieth card than for the tenth: kept ones would be 3 MB each', () => {
    const told = run(
      card('Books'),
      `const memory = async () => { for (let n = 0; n < 10; n++) await svgToPng(svg); return process.memoryUsage().rss; };
       const before = await memory();
       for (let n = 0; n < 2; n++) await memory();
       process.stdout.write(String((await memory()) - before));`,
    );
    expect(Number(told.toString())).toBeLessThan(40 * 1024 * 1024);
  });

  it('is at most 1,750 KB gzipped, fonts and all', () => {
    const size = gzipSync(readFileSync(bundle)).length;
    expect(size).toBeGreaterThan(1_000 * 1024);
    expect(size).toBeLessThanOrEqual(1_750 * 1024);
  });
});
