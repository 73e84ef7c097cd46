/** Stories of what goes elsewhere, with sites of others beside the platform, and nothing of other stories in its lists. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { feedStories } from './stories/feeds.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform(4690);
}, 180_000);
afterAll(() => platform?.stop());

describe('stories', () => {
  feedStories(() => platform);
});
