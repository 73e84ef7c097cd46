/** Staff at their desk: a pledge from the queue to the last payment, a dashboard that moves by itself, and what is another school's. */
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { campaignOf, makePledge } from '../api.ts';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailTo, type Platform } from '../platform.ts';

const PLAYGROUND = 'lincoln-playground';

export function deskStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('at the desk', () => {
    it.each([true, false])('a pledge goes from the queue to the last payment, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const name = javaScriptEnabled ? 'Quick Cleaners' : 'Plain Cleaners';
      const email = `cleaners.${javaScriptEnabled}@example.org`;
      await makePledge(here, name, email, 80_000);
      const page = await atDesk(here, 'Dana', { javaScriptEnabled });
      await page.getByRole('link', { name: 'To do' }).click();
      await page.getByRole('link', { name }).click();
      if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Accept this pledge' }).click();
      await page.getByText('Accepted. The sponsor is told by mail.').waitFor();
      await mailTo(here, email, /We accept your pledge/);
      await page.getByRole('button', { name: 'Send an invoice over $800' }).click();
      await page.getByText('The invoice is on its way to the sponsor.').waitFor();
      await mailTo(here, email, /Invoice \d{4}-\d{4}/);
      // nonsense is refused in words, and what was typed stays
      const amount = page.getByLabel('Amount in dollars').first();
      await amount.fill('much');
      await page.getByRole('button', { name: 'Save' }).first().click();
      await page.getByText('Enter an amount in dollars, like 500 or 1,250.50').waitFor();
      expect(await page.getByLabel('Amount in dollars').first().inputValue()).toBe('much');
      // more than is owed is refused, too
      await page.getByLabel('Amount in dollars').first().fill('900');
      await page.getByRole('button', { name: 'Save' }).first().click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Amount in dollars').first().fill('$800');
      await page.getByRole('button', { name: 'Save' }).first().click();
      await page.getByText('The payment is recorded, and the sponsor gets a receipt.').waitFor();
      expect(await page.locator('main').textContent()).toContain('Paid in full');
      expect(await page.locator('.timeline').textContent()).toMatch(/Pledge made.*Accepted.*Invoiced.*Payment recorded/s);
      await mailTo(here, email, /We received \$800/);
      await page.context().close();
    });

    it('a dashboard on the wall moves by itself as a pledge is made and accepted elsewhere', async () => {
      const here = platform();
      const campaignId = (await campaignOf(here, PLAYGROUND)).campaignId;
      const wall = await atDesk(here, 'Pat', { viewport: { width: 1920, height: 1080 } });
      await wall.goto(`/desk/campaigns/${campaignId}?screen=wall`);
      const raised = async () => (await wall.locator('.tile-main dd').textContent()) ?? '';
      const before = await raised();
      const desk = await atDesk(here, 'Luis');
      await desk.goto(`/desk/campaigns/${campaignId}`);
      const { path } = await makePledge(here, 'Moving Company', 'moving@example.org', 123_400);
      await desk.getByRole('link', { name: 'Moving Company' }).waitFor();
      await desk.goto(path);
      await desk.getByRole('button', { name: 'Accept this pledge' }).click();
      await desk.getByText('Accepted. The sponsor is told by mail.').waitFor();
      await eventually('the wall to move', async () => ((await raised()) === before ? undefined : true), 10_000);
      expect(await violationsIn(wall)).toEqual([]);
      await wall.goto(`/desk/campaigns/${campaignId}`);
      expect(await violationsIn(wall)).toEqual([]);
      // who only looks has nothing to press
      await wall.goto(path);
      expect(await wall.getByText('You can look at this pledge, not change it.').count()).toBe(1);
      await wall.context().close();
      await desk.context().close();
    });

    it('what is another school’s is not there, on any page and for any form', async () => {
      const here = platform();
      const { campaignId, path } = await makePledge(here, 'Foreign Foods', 'foreign@example.org', 50_000);
      const page = await atDesk(here, 'Hannah');
      await page.getByRole('link', { name: 'To do' }).click();
      expect(await page.locator('main').textContent()).not.toContain('Foreign Foods');
      await page.getByRole('link', { name: 'Campaigns', exact: true }).click();
      expect(await page.locator('main').textContent()).not.toContain('Lincoln Elementary');
      for (const address of [path, `/desk/campaigns/${campaignId}`, `${path}/logo/lgo_${'x'.repeat(16)}`])
        expect((await page.goto(address))?.status()).toBe(404);
      const posted = await page.evaluate(
        async (action) => (await fetch(action, { method: 'POST', body: new URLSearchParams({}) })).status,
        `${path}/accept`,
      );
      expect(posted).toBeGreaterThanOrEqual(400);
      await page.context().close();
    });
  });
}
