/** A fundraising officer runs a campaign from last year's copy to the note on what became of it; nobody sees it before it is opened. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PledgeMade } from '#contracts/resources/campaign-view.ts';
import { violationsIn } from '../../web/axe.ts';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailsTo, mailTo, type Platform } from '../platform.ts';

const LAST_YEAR = 'A library with books from this century';

/** As a date field takes it, so many days from now. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

async function looksRight(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
}

/** The copy, with this year's dates and levels; gives the address of its pages at the desk. */
async function copied(page: Page, title: string, javaScriptEnabled: boolean): Promise<string> {
  await page.getByRole('link', { name: 'Campaigns', exact: true }).click();
  await page.getByRole('link', { name: LAST_YEAR }).click();
  await page.getByRole('link', { name: 'Set up' }).click();
  await page.getByText('Copy into a new draft').click();
  await press(page, 'Make a copy');
  await page.getByText('This is the copy').waitFor();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Title (English)').fill(title);
  await page.getByLabel('Day').first().fill(day(-2));
  await page.getByLabel('Day').nth(1).fill(day(60));
  // nonsense is refused beside its field, and nothing typed is lost
  await page.getByLabel('Goal in dollars').fill('-5');
  await press(page, 'Save');
  await page.getByText('Enter an amount without a minus').first().waitFor();
  expect(await page.getByLabel('Title (English)').inputValue()).toBe(title);
  await page.getByLabel('Goal in dollars').fill('$6,000');
  const levels = await page.getByRole('group', { name: /^Level \d+$/ }).count();
  await press(page, 'Add a level');
  await eventually('another level', async () =>
    (await page.getByRole('group', { name: /^Level \d+$/ }).count()) > levels ? true : undefined,
  );
  const level = page.getByRole('group', { name: `Level ${levels + 1}`, exact: true });
  await level.getByLabel('Name (English)').fill('Whole shelf');
  await level.getByLabel('Amount in dollars').fill('1,500');
  await level.getByLabel(/^Benefits/).fill('Your name on the shelf | Su nombre en el estante');
  await looksRight(page, javaScriptEnabled);
  await press(page, 'Save');
  await page.getByText('Saved.').waitFor();
  return new URL(page.url()).pathname.replace(/\/setup$/, '');
}

async function pledge(platform: Platform, campaignId: string, name: string, email: string): Promise<string> {
  const request = {
    campaignId,
    sponsor: { name, kind: 'business', contactName: 'Rosa Díaz', email },
    commitment: { kind: 'money', amountCents: 100_000, instalments: 1 },
    matchUpToCents: 20_000,
    recognition: 'named',
    language: 'en',
    policy: true,
    consent: true,
  };
  const response = await fetch(`${platform.siteUrl}/api/pledges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `campaign-story-${campaignId}` },
    body: JSON.stringify(request),
  });
  return PledgeMade.parse(await response.json()).pledgeId;
}

export function campaignDeskStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('a fundraising officer', () => {
    it.each([true, false])(
      'runs a campaign from last year’s copy to the impact note, JavaScript %s',
      async (javaScriptEnabled) => {
        const here = platform();
        const title = javaScriptEnabled ? 'Shelves of this year' : 'Shelves, plainly';
        const [shop, giver] = [`shelf.shop.${javaScriptEnabled}@example.org`, `shelf.giver.${javaScriptEnabled}@example.org`];
        const page = await atDesk(here, 'Dana', { javaScriptEnabled });
        const desk = await copied(page, title, javaScriptEnabled);
        const campaignId = desk.split('/').at(-1) ?? '';
        const address = (await page.locator('.facts').textContent())?.match(/\/campaigns\/[\w-]+/)?.[0] ?? '';
        // previewed at the desk, and nowhere else to be seen
        await page.getByRole('link', { name: 'Preview' }).click();
        await page.getByText('Preview of a draft').waitFor();
        expect(await page.getByRole('heading', { name: title }).count()).toBe(1);
        expect((await fetch(`${here.siteUrl}${address}`)).status).toBe(404);
        await page.getByRole('link', { name: 'Back to the desk' }).click();
        await press(page, 'Open the campaign');
        await page.getByText('Done. What people see has changed.').waitFor();
        expect((await fetch(`${here.siteUrl}${address}`)).status).toBe(200);

        // a business pledges; staff change its sum, and say why
        const pledgeId = await pledge(here, campaignId, 'Shelf Makers', shop);
        await page.goto(`${desk}/pledges/${pledgeId}`);
        await page.getByText('Change the pledge').first().click();
        await page.getByLabel('Level').selectOption({ label: 'Whole shelf: $1,500' });
        await page.getByLabel('Amount in dollars').first().fill('$1,500');
        await press(page, 'Change the pledge');
        await page.getByText('Say why, in one line').first().waitFor();
        await page.getByLabel('Why').fill('They called: a whole shelf');
        await press(page, 'Change the pledge');
        await page.getByText('The pledge is changed. The sponsor is told by mail.').waitFor();
        expect(await page.locator('.timeline').textContent()).toContain('They called: a whole shelf');
        await mailTo(here, shop, /has changed/);
        await press(page, 'Accept this pledge');
        await page.getByText('Accepted. The sponsor is told by mail.').waitFor();

        // cash in hand, doubled by itself
        await page.goto(`${desk}/gifts`);
        await page.getByText('$200 of their matches is left').waitFor();
        await page.getByLabel('Amount in dollars').fill('150');
        await page.getByLabel(/^Name of the giver/).fill('Grandma Ruth');
        await page.getByLabel(/^Email of the giver/).fill(giver);
        await looksRight(page, javaScriptEnabled);
        await press(page, 'Record the gift');
        await page.getByText('$150 recorded, and $150 added by matches.').waitFor();
        await mailTo(here, giver, /\$150/);
        await page.getByRole('link', { name: 'Receipt: Grandma Ruth, $150' }).click();
        await page.getByRole('article').getByText('Grandma Ruth').first().waitFor();

        await page.goto(desk);
        expect(await page.locator('.tile-main dd').textContent()).toContain('$1,800');
        await looksRight(page, javaScriptEnabled);
        await page.getByRole('link', { name: 'Whole shelf' }).click();
        await page.getByRole('link', { name: 'Shelf Makers' }).waitFor();

        // what concerns sponsors is asked about first
        await page.goto(`${desk}/edit`);
        await page.getByRole('group', { name: 'Level 1', exact: true }).getByLabel('Amount in dollars').fill('1,600');
        await press(page, 'Save');
        await page.getByText('Whole shelf, 1 sponsor').waitFor();
        await looksRight(page, javaScriptEnabled);

        await page.goto(`${desk}/setup`);
        await press(page, 'Close the campaign');
        await page.getByText('Done. What people see has changed.').waitFor();
        await page.getByRole('link', { name: 'Impact note' }).click();
        await page.getByLabel('What became of the money (English)').fill('Forty shelves stand, and all of them are full.');
        await press(page, 'Save the note');
        await page.getByText('It goes to 2 people').waitFor();
        expect((await mailsTo(here, giver)).filter(({ subject }) => /became/.test(subject ?? ''))).toEqual([]);
        await looksRight(page, javaScriptEnabled);
        await page.getByLabel('I read the note as it is shown here').check();
        await press(page, 'Send to everyone who gave');
        await page.getByText('The note is on its way to everyone who gave.').waitFor();
        const isNote = ({ text }: { readonly text?: string }): boolean => (text ?? '').includes('Forty shelves stand');
        for (const address of [giver, shop])
          await eventually('the note to arrive', async () => ((await mailsTo(here, address)).some(isNote) ? true : undefined));
        await page.reload();
        await page.getByText('It was sent on').waitFor();
        expect((await mailsTo(here, giver)).filter(isNote)).toHaveLength(1);
        await page.goto(`${desk}/setup`);
        expect(await page.locator('.timeline').textContent()).toMatch(/Impact note sent.*Campaign changed.*Campaign set up/s);
        await page.context().close();
      },
      240_000,
    );
  });
}
