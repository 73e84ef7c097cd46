/** Staff without a mouse: from the sign-in to a pledge that is accepted and an opportunity that is drafted, with the focus to be seen at each step. */
import { describe, expect, it } from 'vitest';
import { makePledge } from '../api.ts';
import { tabTo } from '../pages.ts';
import { isDeployed, mailTo, type Platform } from '../platform.ts';

export function keyboardStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('by keyboard alone', () => {
    it('staff sign in, accept a pledge and draft an opportunity', async () => {
      const here = platform();
      const email = 'typing@example.org';
      const { path } = await makePledge(here, 'Typewriter Shop', email, 60_000);
      const page = await (await here.open({ viewport: { width: 1280, height: 900 } })).newPage();
      const press = async (selector: string, key = 'Enter'): Promise<void> => {
        await tabTo(page, selector);
        await page.keyboard.press(key);
      };
      await page.goto('/desk');
      await press('main form button');
      await page.getByRole('button', { name: /Dana/ }).waitFor();
      await press('button[value^="dana"]');
      await page.waitForURL(/\/desk$/);

      // past the navigation at once
      await press('a.skip');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

      await page.goto('/desk');
      await press('.desk-nav a[href="/desk/queue"]');
      await page.waitForURL(/\/desk\/queue/);
      await press(`a[href="${path}"]`);
      await page.waitForURL(new RegExp(path));
      await press('form[action*="/accept"] button[type="submit"]');
      await page.getByText('Accepted. The sponsor is told by mail.').waitFor();
      await mailTo(here, email, /We accept your pledge/);

      await press('.desk-nav a[href="/desk/opportunities"]');
      await page.waitForURL(/\/desk\/opportunities$/);
      await press('a.button[href*="/desk/opportunities/new"]');
      await page.waitForURL(/\/new\?/);
      await tabTo(page, '[name="title.en"]');
      await page.keyboard.type('Paper airplanes');
      await tabTo(page, '[name="summary.en"]');
      await page.keyboard.type('Fold and fly with the second grade.');
      await tabTo(page, '[name$=".label.en"]:not([name^="fill"])');
      await page.keyboard.type('Folding');
      await tabTo(page, '[name$=".day"]:not([name^="fill"])');
      await page.keyboard.type('05062027');
      await tabTo(page, '[name$=".from"]:not([name^="fill"])');
      await page.keyboard.type('0900AM');
      await tabTo(page, '[name$=".to"]:not([name^="fill"])');
      await page.keyboard.type('1000AM');
      // Enter in a field is the form's first button, which saves
      await tabTo(page, '[name$=".capacity"]:not([name^="fill"])');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('4');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Paper airplanes' }).waitFor();
      await page.context().close();
    });
  });
}
