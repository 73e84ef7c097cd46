import { defineConfig } from 'vitest/config';

export default defineConfig({
  // pages are Preact JSX
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // zone bugs show where the machine's own zone is none of a school's
    env: {
      TZ: 'Pacific/Kiritimati',
      // the stage that the stories run against; Vitest has a BASE_URL of its own in tests
      STAGE_URL: process.env.BASE_URL ?? '',
    },
    // one less than there are processors is half of two
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
