/** Renews everything in `generated/` that follows from contracts and static files. The tests compare; this writes. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generated } from './generated.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'generated');
const files = generated();
mkdirSync(join(root, 'events'), { recursive: true });
for (const name of readdirSync(join(root, 'events'))) rmSync(join(root, 'events', name));
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(root, name), content);
  console.log(`generated/${name}`);
}
