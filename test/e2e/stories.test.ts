/** People's stories on the running platform, in a real browser and with the real mailbox. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { campaignDeskStories } from './stories/campaign-desk.ts';
import { carefulStories } from './stories/careful.ts';
import { carnivalStories } from './stories/carnival.ts';
import { deskStories } from './stories/desk.ts';
import { keyboardStories } from './stories/keyboard.ts';
import { lastStories } from './stories/last.ts';
import { laterStories } from './stories/later.ts';
import { logoStories } from './stories/logo.ts';
import { mailHealthStories } from './stories/mail-health.ts';
import { messageStories } from './stories/message.ts';
import { officeStories } from './stories/office.ts';
import { parentStories } from './stories/parent.ts';
import { photoStories } from './stories/photos.ts';
import { privacyStories } from './stories/privacy.ts';
import { rosterStories } from './stories/roster.ts';
import { sponsorStories } from './stories/sponsor.ts';
import { staffSignInStories } from './stories/staff-sign-in.ts';
import { visitorStories } from './stories/visitor.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
}, 180_000);
afterAll(() => platform?.stop());

describe('stories', () => {
  parentStories(() => platform);
  carefulStories(() => platform);
  visitorStories(() => platform);
  sponsorStories(() => platform);
  staffSignInStories(() => platform);
  logoStories(() => platform);
  photoStories(() => platform);
  deskStories(() => platform);
  carnivalStories(() => platform);
  messageStories(() => platform);
  campaignDeskStories(() => platform);
  keyboardStories(() => platform);
  mailHealthStories(() => platform);
  rosterStories(() => platform);
  officeStories(() => platform);
  privacyStories(() => platform);
  laterStories(() => platform);
  lastStories(() => platform);
});
