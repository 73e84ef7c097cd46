/** A shop owner pledges gold in two parts with a match; staff accept, invoice and record the money; the crossing fills, letters and receipts arrive. */
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { violationsIn } from '../../web/axe.ts';
import { call, campaignOf, tokenOf } from '../api.ts';
import { eventually, isDeployed, mailsTo, mailTo, type Platform } from '../platform.ts';

const PLAYGROUND = 'lincoln-playground';

const playground = (platform: Platform): Promise<CampaignSummary> => campaignOf(platform, PLAYGROUND);

async function fillPledge(page: Page, sponsor: { readonly name: string; readonly email: string }): Promise<void> {
  await page.goto(`/campaigns/${PLAYGROUND}`);
  await page.getByRole('link', { name: 'Sponsor at Gold' }).click();
  await page.getByLabel(/How would you like to pay/).selectOption('2');
  await page.getByLabel(/Match the gifts/).fill('$1,000');
  await page.getByLabel(/Business, workplace or name/).fill(sponsor.name);
  await page.getByLabel('Contact person').fill('Rosa Díaz');
  await page.getByLabel('Email', { exact: true }).fill(sponsor.email);
}

export function sponsorStories(platform: () => Platform): void {
  it.each([true, false])(
    'a shop owner pledges, is told what is missing, and sees it all before committing, JavaScript %s',
    async (javaScriptEnabled) => {
      const email = `shop.${javaScriptEnabled ? 'with' : 'without'}@example.org`;
      const context = await platform().open({ javaScriptEnabled });
      const page = await context.newPage();
      await fillPledge(page, { name: 'Blue Door Bakery', email });
      await page.getByRole('button', { name: 'Look it over' }).click();
      // policy and consent are missing; nothing typed is lost
      await page.getByRole('heading', { name: /check/i }).waitFor();
      expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe(email);
      expect(await page.getByRole('radio', { name: /Gold/ }).isChecked()).toBe(true);
      await page.getByLabel(/We have read the sponsor policy/).check();
      await page.getByLabel(/Keep these details/).check();
      await page.getByRole('button', { name: 'Look it over' }).click();
      const review = await page.locator('main').textContent();
      for (const words of ['$2,500 in money', '$1,250', 'At most $3,500 in all', 'No fees', '$80']) expect(review).toContain(words);
      // back to the form and again, as people do
      await page.getByRole('button', { name: 'Change something' }).click();
      expect(await page.getByLabel(/Match the gifts/).inputValue()).toBe('$1,000');
      await page.getByRole('button', { name: 'Look it over' }).click();
      await page.getByRole('button', { name: 'Make this pledge' }).click();
      await page.waitForURL(/\/thank-you/);
      expect(page.url()).not.toContain('example.org');
      if (!isDeployed) {
        const letter = await mailTo(platform(), email, /Your pledge for/);
        expect(letter.text).toContain('$2,500 in money');
        expect(letter.text).toContain('up to $1,000');
        await page.goto(pledgeLink(letter.text ?? ''));
        await page.getByText('Withdraw this pledge').click();
        await page.getByRole('button', { name: 'Yes, withdraw it' }).click();
        await page
          .getByRole('status')
          .filter({ hasText: /withdrawn/ })
          .waitFor();
        await mailTo(platform(), email, /is withdrawn/);
        expect(await mailsTo(platform(), email)).toHaveLength(2);
      }
      await context.close();
    },
  );

  describe.skipIf(isDeployed)('staff', () => {
    it('accept, invoice and record two payments and a gift; sums are right to the cent at every step, and papers are there', async () => {
      const here = platform();
      const email = 'gold@example.org';
      const before = await playground(here);
      const page = await (await here.open()).newPage();
      await fillPledge(page, { name: 'Golden Spoon', email });
      await page.getByLabel(/We have read the sponsor policy/).check();
      await page.getByLabel(/Keep these details/).check();
      await page.getByRole('button', { name: 'Look it over' }).click();
      await page.getByRole('button', { name: 'Make this pledge' }).click();
      await page.waitForURL(/\/thank-you/);
      const letter = await mailTo(here, email, /Your pledge for/);

      const token = await tokenOf(here);
      const base = `/api/campaigns/${before.campaignId}`;
      const { pledges } = (await call(here, `${base}/pledges`, token)).body as {
        pledges: { pledgeId: string; sponsor: { email: string } }[];
      };
      const pledge = `${base}/pledges/${pledges.find((one) => one.sponsor.email === email)?.pledgeId}`;
      expect((await playground(here)).totals).toEqual(before.totals);

      expect((await call(here, `${pledge}/accept`, token, {})).body).toMatchObject({ state: 'accepted' });
      const { totals } = before;
      expect((await playground(here)).totals).toEqual({
        ...totals,
        pledgedCents: totals.pledgedCents + 250_000,
        sponsors: totals.sponsors + 1,
      });
      await mailTo(here, email, /We accept your pledge/);

      // an earlier sponsor's match may have something left, so what this gift adds is read and not presumed
      const gift = { amountCents: 40_000, method: 'cash', receivedOn: '2026-01-15', language: 'en' };
      const given = await call(here, `${base}/gifts`, token, gift, 'story-gift-0123456789');
      expect(given.status).toBe(201);
      const { matched } = given.body as { matched: { amountCents: number }[] };
      expect(matched.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(40_000);

      const invoiced = (await call(here, `${pledge}/invoice`, token, {})).body as {
        invoices: { number: string; amountCents: number }[];
        owedCents: number;
      };
      expect(invoiced.invoices[0]?.number).toMatch(/^\d{4}-\d{4}$/);
      expect(invoiced.invoices[0]?.amountCents).toBe(invoiced.owedCents);
      await mailTo(here, email, new RegExp(`Invoice ${invoiced.invoices[0]?.number}`));

      const pay = (amountCents: number, key: string) =>
        call(here, `${pledge}/payments`, token, { amountCents, method: 'cheque', receivedOn: '2026-02-01' }, key);
      expect((await pay(125_000, 'story-payment-one-0123')).body).toMatchObject({ state: 'part-paid', paidCents: 125_000 });
      // the same again is the same payment
      expect((await pay(125_000, 'story-payment-one-0123')).body).toMatchObject({ paidCents: 125_000 });
      expect((await pay(invoiced.owedCents - 125_000, 'story-payment-two-0123')).body).toMatchObject({ state: 'fulfilled' });
      expect((await pay(100, 'story-payment-three-01')).status).toBe(409);
      await mailTo(here, email, /We received \$1,250/);
      expect((await call(here, `${base}/reconciliation`, token)).body).toMatchObject({ exact: true });
      expect((await playground(here)).totals.receivedCents).toBe(totals.receivedCents + 40_000 + invoiced.owedCents);

      await page.goto(pledgeLink(letter.text ?? ''));
      expect(await page.locator('main').textContent()).toContain('Paid in full');
      expect(await violationsIn(page)).toEqual([]);
      const receipt = await page.getByRole('link', { name: /^Receipt for \$1,250.*PDF/ }).getAttribute('href');
      const pdf = await fetch(`${here.siteUrl}${receipt}`);
      const { text } = await extractText(new Uint8Array(await pdf.arrayBuffer()), { mergePages: true });
      for (const words of ['Golden Spoon', '$1,250', 'Riverbend Unified School District No. 86']) expect(text).toContain(words);

      await page.goto(`/campaigns/${PLAYGROUND}`);
      expect(await page.locator('main').textContent()).toContain('Golden Spoon');
      expect(await violationsIn(page)).toEqual([]);
    });

    it('of another school find no campaign there, who only looks changes nothing, and nobody does anything without a token', async () => {
      const here = platform();
      const { campaignId } = await playground(here);
      const path = `/api/campaigns/${campaignId}/pledges`;
      const as = (email: string) => tokenOf(here, email);
      expect((await call(here, path)).status).toBe(401);
      expect((await call(here, path, 'nonsense')).status).toBe(401);
      expect((await call(here, path, await as('hannah.okafor@riverbend.example'))).status).toBe(404);
      const viewer = await as('pat.kim@riverbend.example');
      const { pledges } = (await call(here, path, viewer)).body as { pledges: { pledgeId: string }[] };
      expect((await call(here, `${path}/${pledges[0]?.pledgeId}/accept`, viewer, {})).status).toBe(403);
      await expect(as('nobody@riverbend.example')).rejects.toThrow();
    });

    it('are thanked for in everybody’s mailbox when the goal is reached, once', async () => {
      const here = platform();
      const token = await tokenOf(here);
      const { campaignId } = await campaignOf(here, 'track-and-soccer-uniforms');
      const gifts = `/api/campaigns/${campaignId}/gifts`;
      const gift = { amountCents: 60_000, method: 'cash', receivedOn: '2026-01-15', language: 'en' };
      await Promise.all([1, 2, 3].map((n) => call(here, gifts, token, gift, `story-goal-gift-${n}-0123`)));
      const address = 'booster.club.of.1998@example.org';
      await mailTo(here, address, /the goal is reached/);
      await eventually('the page to say it', async () => {
        const page = await (await fetch(`${here.siteUrl}/campaigns/track-and-soccer-uniforms`)).text();
        return page.includes('Goal reached') ? page : undefined;
      });
      expect((await mailsTo(here, address)).filter(({ subject }) => /goal is reached/.test(subject ?? ''))).toHaveLength(1);
    });
  });
}

function pledgeLink(text: string): string {
  const link = /https?:\/\/\S+\/pledges\/[\w-]{32}/.exec(text)?.[0];
  if (link === undefined) throw new Error('the letter has no link');
  return link;
}
