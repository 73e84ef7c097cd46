/** A runtime killed outright leaves its engine behind; the next one ends it before it opens the same file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startEngine } from '#local/engine.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

it('ends the engine that a killed runtime left with the same data', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crosswalk-engine-'));
  folders.push(folder);
  const file = join(folder, 'dynamo.db');
  const program = `const { startEngine } = await import(${JSON.stringify(join(import.meta.dirname, '../../local/engine.ts'))});
    await startEngine(${JSON.stringify(file)});
    process.kill(process.pid, 'SIGKILL');`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'ignore',
  });
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);

  const orphan = `/proc/${readFileSync(`${file}.pid`, 'utf8')}/cmdline`;
  expect(readFileSync(orphan, 'utf8')).toContain(file);
  const engine = await startEngine(file);
  expect(existsSync(orphan)).toBe(false);
  await engine.stop();
});
