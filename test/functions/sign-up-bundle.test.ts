/** What a cold function of sign-ups has to load (P7 of `docs/performance.md`): its size, and that only one client of AWS is in it. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLING } from '#lib/bundling/bundles.ts';

it('is at most 120 KB with gzip, with the client of DynamoDB alone', async () => {
  const { outputFiles, metafile } = await build({
    ...BUNDLING,
    sourcemap: false,
    metafile: true,
    write: false,
    entryPoints: ['functions/volunteering/sign-up.ts'],
    outfile: 'sign-up.mjs',
  });
  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(120 * 1_024);
  const clients = Object.keys(metafile.inputs).flatMap((input) => /@aws-sdk\/(client-[\w-]+)\//.exec(input)?.[1] ?? []);
  expect([...new Set(clients)]).toEqual(['client-dynamodb']);
});
