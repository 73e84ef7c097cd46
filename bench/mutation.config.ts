/** Vitest for a mutation run: the list of tests, copied into the root of the copy under a name of a test. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['rules.test.ts'], env: { TZ: 'Pacific/Kiritimati' } } });
