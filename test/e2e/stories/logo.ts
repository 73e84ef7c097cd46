/** A sponsor sends a logo, staff look at it, and everyone sees it on the wall; what can't be used is told in words. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CampaignList } from '#contracts/resources/campaign-view.ts';
import { violationsIn } from '../../web/axe.ts';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailTo, type Platform } from '../platform.ts';

const PLAYGROUND = 'lincoln-playground';

/** A PNG of one colour, made by hand, with a text in it that must not travel on. */
export function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x66)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0SECRET-PLACE', 'latin1')),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

async function pledgeLetter(platform: Platform, name: string, email: string): Promise<string> {
  const { campaigns } = CampaignList.parse(await (await fetch(`${platform.siteUrl}/api/campaigns`)).json());
  const campaignId = campaigns.find(({ slug }) => slug === PLAYGROUND)?.campaignId;
  const request = {
    campaignId,
    sponsor: { name, kind: 'business', contactName: 'Rosa Díaz', email },
    commitment: { kind: 'money', amountCents: 90_000, instalments: 1 },
    recognition: 'named',
    language: 'en',
    policy: true,
    consent: true,
  };
  await fetch(`${platform.siteUrl}/api/pledges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `logo-story-${name.length}-0123456789` },
    body: JSON.stringify(request),
  });
  const letter = await mailTo(platform, email, /Your pledge for/);
  const link = /https?:\/\/\S+\/pledges\/[\w-]{32}/.exec(letter.text ?? '')?.[0];
  if (link === undefined) throw new Error('the letter has no link');
  return link;
}

export function logoStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('a logo', () => {
    it.each([true, false])('goes from the sponsor’s page by staff to the wall, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const name = javaScriptEnabled ? 'Bright Signs' : 'Bright Signs & Sons';
      const link = await pledgeLetter(here, name, `signs.${javaScriptEnabled}@example.org`);
      const page = await (await here.open({ javaScriptEnabled })).newPage();
      const send = async (file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
        await page.goto(link);
        await page.getByRole('link', { name: /Send (us your|another) logo/ }).click();
        await page.getByLabel('Picture of your logo').setInputFiles(file);
        await page.getByRole('button', { name: 'Send it' }).click();
        await page.waitForURL(/\/pledges\/.*logo=upl_/);
      };
      const seen = (words: RegExp) =>
        eventually(`the page to say ${words}`, async () => {
          const text = (await page.locator('main').textContent()) ?? '';
          if (words.test(text)) return text;
          if (!javaScriptEnabled) await page.reload();
          return undefined;
        });
      await send({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
      await seen(/SVG files can carry programs/);
      await send({ name: 'logo.png', mimeType: 'image/png', buffer: png(600, 300) });
      await seen(/We will have a look at it/);
      if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);

      const desk = await atDesk(here, 'Dana');
      await desk.getByRole('link', { name: 'To do' }).click();
      await desk.getByRole('link', { name, exact: true }).click();
      await desk.getByRole('button', { name: 'Accept this pledge' }).click();
      await desk.getByText('Accepted. The sponsor is told by mail.').waitFor();
      await page.goto(`/campaigns/${PLAYGROUND}`);
      // accepted, but nobody has looked at the picture yet: the name stands there, and no picture
      expect(await page.getByRole('img', { name, exact: true }).count()).toBe(0);
      expect(await page.locator('.wall').filter({ hasText: name }).count()).toBeGreaterThan(0);
      await desk.getByRole('button', { name: 'Show this logo' }).click();
      await desk.getByText('Noted.').waitFor();
      await page.goto(`/campaigns/${PLAYGROUND}`);
      const picture = page.getByRole('img', { name, exact: true });
      const shown = await fetch(`${here.siteUrl}${await picture.getAttribute('src')}`);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(Buffer.from(await shown.arrayBuffer()).includes('SECRET-PLACE')).toBe(false);
      if (javaScriptEnabled) {
        // it is loaded when somebody comes near it
        await picture.scrollIntoViewIfNeeded();
        const wide = () => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
        await eventually('the picture to be drawn', async () => ((await wide()) === 480 ? true : undefined));
      }

      await page.goto(link);
      await page.getByRole('button', { name: 'Remove the logo' }).click();
      await page.getByText('Your logo is removed.').waitFor();
      await page.goto(`/campaigns/${PLAYGROUND}`);
      expect(await page.getByRole('img', { name, exact: true }).count()).toBe(0);
      expect((await fetch(`${here.siteUrl}${new URL(shown.url).pathname}`)).status).toBe(404);
      await page.context().close();
      await desk.context().close();
    });

    it('comes with details that can be put right, whoever was in a hurry', async () => {
      const here = platform();
      const link = await pledgeLetter(here, 'Hasty Printers Inc', 'hasty@example.org');
      const page = await (await here.open({ javaScriptEnabled: false })).newPage();
      await page.goto(link);
      await page.getByText('Put details right').click();
      await page.getByLabel('Phone').fill('call me');
      await page.getByLabel(/Business, workplace or name/).fill('Hasty Printers');
      await page.getByRole('button', { name: 'Save details' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel(/Business, workplace or name/).inputValue()).toBe('Hasty Printers');
      await page.getByLabel('Phone').fill('555 123 4567');
      await page.getByRole('button', { name: 'Save details' }).click();
      await page.getByText('Your details are saved.').waitFor();
      await page.getByRole('link', { name: 'Pledge letter', exact: true }).click();
      expect(await page.locator('main').textContent()).toContain('Hasty Printers');
      await page.context().close();
    });
  });
}
