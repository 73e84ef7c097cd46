/** Staff send a photo of a campaign from the desk, everyone sees it, those who gave get it by mail, and removing takes it away. */
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { call, campaignOf, tokenOf } from '../api.ts';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailTo, type Platform } from '../platform.ts';
import { png } from './logo.ts';

const UNIFORMS = 'track-and-soccer-uniforms';
const BOOKS = 'library-books';

export function photoStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('a photo', () => {
    it.each([true, false])('goes from the desk to everyone, and away again, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const desk = await atDesk(here, 'Dana', { javaScriptEnabled });
      const alt = `Forty jerseys on a line, ${javaScriptEnabled ? 'drying' : 'dry'}`;
      await desk.goto(`/desk/campaigns/${(await campaignOf(here, UNIFORMS)).campaignId}`);
      await desk.getByRole('link', { name: 'Photos' }).click();
      const say = desk.locator('section', { has: desk.getByRole('heading', { name: 'Add a photo' }) });

      // in a hurry: without asking the families
      await say.getByLabel('What it shows (English)').fill(alt);
      await say.getByRole('button', { name: /Next/ }).click();
      await desk.getByRole('alert').first().waitFor();
      expect(await say.getByLabel('What it shows (English)').inputValue()).toBe(alt);
      if (javaScriptEnabled) expect(await violationsIn(desk)).toEqual([]);
      await say.getByLabel(/family has given the school its permission/).check();
      await say.getByRole('button', { name: /Next/ }).click();

      const send = async (file: { name: string; mimeType: string; buffer: Buffer }, words: RegExp): Promise<void> => {
        await desk.getByLabel('Photo', { exact: true }).setInputFiles(file);
        await desk.getByRole('button', { name: 'Send it' }).click();
        await desk.waitForURL(/photo=upl_/);
        await eventually(`the page to say ${words}`, async () => {
          if (words.test((await desk.locator('main').textContent()) ?? '')) return true;
          if (!javaScriptEnabled) await desk.reload();
          return undefined;
        });
      };
      await send(
        { name: 'jerseys.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
        /SVG files can carry programs/,
      );
      await say.getByLabel('What it shows (English)').fill(alt);
      await say.getByLabel(/family has given the school its permission/).check();
      await say.getByRole('button', { name: /Next/ }).click();
      await send({ name: 'jerseys.png', mimeType: 'image/png', buffer: png(1200, 800) }, /The photo is there/);

      const parent = await (await here.open({ javaScriptEnabled })).newPage();
      await parent.goto(`/campaigns/${UNIFORMS}`);
      const picture = parent.getByRole('img', { name: alt });
      const src = await picture.getAttribute('src');
      const shown = await fetch(`${here.siteUrl}${src}`);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(Buffer.from(await shown.arrayBuffer()).includes('SECRET-PLACE')).toBe(false);
      if (javaScriptEnabled) {
        const wide = () => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
        await eventually('the photo to be drawn', async () => ((await wide()) === 960 ? true : undefined));
        expect(await violationsIn(parent)).toEqual([]);
      }

      await desk
        .locator('.photo-row', { has: desk.getByRole('img', { name: alt }) })
        .locator('summary')
        .click();
      await desk
        .locator('.photo-row', { has: desk.getByRole('img', { name: alt }) })
        .getByRole('button', { name: /Remove this photo/ })
        .click();
      await desk.getByText('Saved.').waitFor();
      expect(await desk.getByRole('img', { name: alt }).count()).toBe(0);
      await parent.goto(`/campaigns/${UNIFORMS}`);
      expect(await parent.getByRole('img', { name: alt }).count()).toBe(0);
      expect((await fetch(`${here.siteUrl}${src}`)).status).toBe(404);
      await parent.context().close();
      await desk.context().close();
    });

    it('of what became of a campaign is in the mail to those who gave, the same for each', async () => {
      const here = platform();
      const { campaignId } = await campaignOf(here, BOOKS);
      const told = await call(here, `/api/campaigns/${campaignId}/impact-note`, await tokenOf(here), {});
      expect(told.status).toBe(200);
      const sources = new Set<string>();
      for (const address of ['delta.printing@example.org', 'friends.of.the.library@example.org']) {
        const { html, text } = await mailTo(here, address, /what became of your gift/);
        const photos = [...String(html).matchAll(/<img[^>]* src="([^"]+)"|<img src="([^"]+)"/g)].map(
          ([, one, other]) => one ?? other ?? '',
        );
        expect(photos).toHaveLength(3);
        expect(text).toContain('[Photo: Three full shelves of new books in the library]');
        sources.add(photos.join(' '));
      }
      expect(sources.size).toBe(1);
      for (const src of String([...sources][0]).split(' ')) {
        expect(src.startsWith(`${here.siteUrl}/photos/`)).toBe(true);
        const shown = await fetch(src);
        expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      }
    });
  });
}
