/** `npm start`: sets up, then hands over to the local runtime. */
import { runNode, setUp } from './setup.mjs';

await setUp();
process.exitCode = await runNode(['local/main.ts', ...process.argv.slice(2)]);
