/** `npm run test:cloud`: deploys data and service to an AWS-compatible endpoint and runs people's stories there. Needs Python 3 for MiniStack, once. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode, setUp } from './setup.mjs';

const VENV = join(ROOT, '.local', 'ministack');
const MINISTACK = join(VENV, 'bin', 'ministack');

await setUp();
if (!existsSync(MINISTACK)) {
  console.log('Installing MiniStack into .local (once) …');
  for (const [command, ...args] of [
    ['python3', '-m', 'venv', VENV],
    [join(VENV, 'bin', 'pip'), 'install', '--quiet', 'ministack>=1.5,<2'],
  ]) {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) {
      console.error(`${command} ${args.join(' ')} failed; MiniStack needs Python 3 with venv, and PyPI this once`);
      process.exit(1);
    }
  }
}
process.exitCode = await runNode(['scripts/cloud-stories.ts', MINISTACK]);
