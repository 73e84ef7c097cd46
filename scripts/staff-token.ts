/** `node scripts/staff-token.ts dana.whitfield@riverbend.example [--port 4000]`: prints a token for the staff API of the running platform. */
import { parseArgs } from 'node:util';
import { IDENTITY_PORT_OFFSET } from '../local/identity.ts';
import { staffToken } from '../local/staff-token.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '4000' } } });
const port = Number(values.port);
const [email = 'dana.whitfield@riverbend.example'] = positionals;
try {
  console.log(await staffToken(`http://localhost:${port + IDENTITY_PORT_OFFSET}`, `http://localhost:${port}`, email));
} catch (error) {
  console.error(`no token: ${error instanceof Error ? error.message : error}; is the platform running at port ${port}?`);
  process.exitCode = 1;
}
