/** `npm test`: sets up, then types, lint and format, and every layer of tests. Ends with one plain line of counts. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runNode, setUp } from './setup.mjs';

const bin = (name) => join('node_modules', name);
const folder = mkdtempSync(join(tmpdir(), 'crosswalk-test-'));
const report = join(folder, 'report.json');

const STEPS = [
  ['Types', [bin('typescript/bin/tsc')]],
  ['Lint and format', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']],
  [
    'Tests',
    [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  ],
];

await setUp();
let failed = 0;
for (const [name, args] of STEPS) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const code = await runNode(args, { cwd: ROOT });
  console.log(`== ${name}: ${code === 0 ? 'ok' : `failed (exit code ${code})`}, ${Math.round((Date.now() - began) / 1000)} s`);
  if (code !== 0) failed += 1;
}

const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
rmSync(folder, { recursive: true, force: true });
// a run without a test has shown nothing
if (counts.numPassedTests === 0) failed += 1;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`);
