import { defineConfig } from 'vitest/config';

export default defineConfig({
  // pages are Preact JSX
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // zone bugs show where the machine's own zone is none of a school's
    env: { TZ: 'Pacific/Kiritimati' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
