import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A file of stories takes minutes, and its lines are elsewhere: by size, it would begin last and run alone. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isStory = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/e2e/');
    const others = await super.sort(files.filter((file) => !isStory(file)));
    return [...files.filter(isStory), ...others];
  }
}

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
    sequence: { sequencer: StoriesFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
