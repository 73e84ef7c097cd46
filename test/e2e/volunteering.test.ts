/** Stories of volunteering on the running platform, in a real browser and with the real mailbox. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { carefulStories } from './stories/careful.ts';
import { carnivalStories } from './stories/carnival.ts';
import { checkInStories } from './stories/check-in.ts';
import { lastStories } from './stories/last.ts';
import { messageStories } from './stories/message.ts';
import { parentStories } from './stories/parent.ts';
import { reminderStories } from './stories/reminders.ts';
import { rosterStories } from './stories/roster.ts';
import { seriesStories } from './stories/series.ts';
import { suggestionStories } from './stories/suggestions.ts';
import { tooLateStories } from './stories/too-late.ts';
import { visitorStories } from './stories/visitor.ts';
import { waitlistStories } from './stories/waitlist.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform(4790);
}, 180_000);
afterAll(() => platform?.stop());

describe('stories', () => {
  parentStories(() => platform);
  carefulStories(() => platform);
  visitorStories(() => platform);
  carnivalStories(() => platform);
  messageStories(() => platform);
  rosterStories(() => platform);
  checkInStories(() => platform);
  waitlistStories(() => platform);
  reminderStories(() => platform);
  suggestionStories(() => platform);
  seriesStories(() => platform);
  tooLateStories(() => platform);
  lastStories(() => platform);
});
