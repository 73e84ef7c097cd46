/** A coordinator sets up an event with twelve slots, publishes it, and sees who comes; nobody of another school can. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { atDesk } from '../desk.ts';
import { consent, fillIn, send } from '../pages.ts';
import { eventually, isDeployed, mailTo, type Platform } from '../platform.ts';

/** In three weeks, as a date field takes it. */
const day = (): string => new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);

async function setUp(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Opportunities', exact: true }).click();
  await page.getByRole('link', { name: 'New opportunity' }).click();
  await page.getByLabel('Title (English)').fill(title);
  await page.getByText('Add several slots at once').click();
  const several = page.locator('#fill');
  await several.getByLabel('What for (English)').fill('Ring toss');
  await several.getByLabel('Day').fill(day());
  await several.getByLabel('Starts').fill('09:00');
  await several.getByLabel('Minutes each').fill('30');
  await several.getByLabel('How many').fill('12');
  await several.getByLabel('Places').fill('3');
  await several.getByRole('button', { name: 'Add them' }).click();
  await eventually('twelve slots', async () => ((await page.getByRole('group', { name: /^Slot \d+$/ }).count()) >= 12 ? true : undefined));
  // what is missing is said beside its field, and nothing is lost
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Say in one sentence what it is').first().waitFor();
  expect(await page.getByLabel('Title (English)').inputValue()).toBe(title);
  await page.getByLabel('Summary, one sentence (English)').fill('Games, food and music for the whole school.');
}

export function carnivalStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('a coordinator', () => {
    it.each([true, false])('sets up an event, publishes it, and sees who comes, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const title = javaScriptEnabled ? 'Winter fair' : 'Spring fair';
      const email = `fair.${javaScriptEnabled}@example.org`;
      const page = await atDesk(here, 'Luis', { javaScriptEnabled });
      await setUp(page, title);
      if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();
      await page.getByRole('heading', { name: title }).waitFor();
      const address = new URL(page.url()).pathname;
      const open = address.replace('/desk/', '/');
      // nobody sees a draft
      expect((await fetch(`${here.siteUrl}${open}`)).status).toBe(404);
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('Done. What people see has changed.').waitFor();
      // that there was none is remembered for a moment
      await eventually('the page to be there', async () => ((await fetch(`${here.siteUrl}${open}`)).status === 200 ? true : undefined));

      const parent = await (await here.open({ javaScriptEnabled })).newPage();
      await parent.goto(open);
      await parent.getByRole('checkbox').first().check();
      await fillIn(parent, { name: 'Fair Helper', email });
      await consent(parent);
      await send(parent);
      await parent.waitForURL(/\/signed-up\//);
      await mailTo(here, email, /signed up/i);

      await page.goto(`${address}/roster`);
      await eventually('the roster to have them', async () => {
        await page.reload();
        return (await page.getByText('Fair Helper').count()) > 0 ? true : undefined;
      });
      expect((await page.locator('main').textContent()) ?? '').toContain(email);
      if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);

      const other = await atDesk(here, 'Hannah');
      for (const path of [address, `${address}/edit`, `${address}/preview`, `${address}/roster`, `${address}/roster.csv`])
        expect([path, (await other.request.get(path)).status()]).toEqual([path, 404]);
      for (const one of [page, parent, other]) await one.context().close();
    });
  });
}
