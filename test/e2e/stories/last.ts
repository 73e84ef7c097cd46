/** What must hold when all stories have been told. Runs last: it searches everything the run wrote. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { eventually, isDeployed, type Platform } from '../platform.ts';

export function lastStories(platform: () => Platform): void {
  it.skipIf(isDeployed)('left nothing undelivered and no function failed', async () => {
    const { local } = platform();
    await eventually('all deliveries to end', async () =>
      readdirSync(join(local?.dataDir ?? '', 'deliveries')).length === 0 ? true : undefined,
    );
    expect(Object.values(local?.deadLetters() ?? {}).flat()).toEqual([]);
    expect(platform().failures).toEqual([]);
  });

  it('asked no other site for anything', () => {
    const { siteUrl, local } = platform();
    // staff sign in at the district's provider, and sponsors send files to where files are kept
    const known = [siteUrl, 'data:', 'blob:', ...(local ? [local.identityUrl, local.s3Url] : [])];
    const elsewhere = platform().requests.filter((url) => !known.some((one) => url.startsWith(one)));
    expect(elsewhere).toEqual([]);
    expect(platform().requests.length).toBeGreaterThan(100);
  });

  it.skipIf(isDeployed)('wrote no personal data into logs, events or addresses', () => {
    const dataDir = platform().local?.dataDir ?? '';
    const written = ['logs', 'deliveries', 'queues'].flatMap((folder) => filesIn(join(dataDir, folder)));
    expect(written.some((path) => path.includes('SignUp'))).toBe(true);
    const personal =
      /example\.org|simulator\.amazonses|Hana Lost|O'Brien|Ram[ií]rez|Lost Mail|Tap Twice|Half Lucky|Blue Door|Golden Spoon|Rosa D[ií]az|Forget Me/;
    for (const path of written) expect(readFileSync(path, 'utf8'), path).not.toMatch(personal);
    // manage tokens are secrets: in addresses people open, never in a log
    for (const path of written) expect(readFileSync(path, 'utf8'), path).not.toMatch(/(?:manage|pledges)\/[\w-]{32}/);
    for (const url of platform().requests) expect(decodeURIComponent(url)).not.toMatch(personal);
    // the search finds what is there: mails do have names
    expect(filesIn(join(dataDir, 'mail')).some((path) => personal.test(readFileSync(path, 'utf8')))).toBe(true);
  });
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
