/** Stories of sponsors and of staff on the running platform, in a real browser and with the real mailbox. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { campaignDeskStories } from './stories/campaign-desk.ts';
import { deskStories } from './stories/desk.ts';
import { keyboardStories } from './stories/keyboard.ts';
import { lastStories } from './stories/last.ts';
import { laterStories } from './stories/later.ts';
import { logoStories } from './stories/logo.ts';
import { mailHealthStories } from './stories/mail-health.ts';
import { officeStories } from './stories/office.ts';
import { photoStories } from './stories/photos.ts';
import { privacyStories } from './stories/privacy.ts';
import { sponsorStories } from './stories/sponsor.ts';
import { staffSignInStories } from './stories/staff-sign-in.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform(4890);
}, 180_000);
afterAll(() => platform?.stop());

describe('stories', () => {
  sponsorStories(() => platform);
  staffSignInStories(() => platform);
  logoStories(() => platform);
  photoStories(() => platform);
  deskStories(() => platform);
  campaignDeskStories(() => platform);
  keyboardStories(() => platform);
  mailHealthStories(() => platform);
  officeStories(() => platform);
  privacyStories(() => platform);
  laterStories(() => platform);
  lastStories(() => platform);
});
