/** Somebody puts a suggestion in a school's box; its coordinator reads it and marks it as dealt with; nobody of another school sees it. */
import { expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { atDesk } from '../desk.ts';
import { isDeployed, type Platform } from '../platform.ts';

export function suggestionStories(platform: () => Platform): void {
  it.skipIf(isDeployed).each([true, false])('puts a suggestion in the box of a school, where staff read it, JavaScript %s', async (js) => {
    const here = platform();
    const words = `Please ask for help on Saturdays, too. ${js ? 'With' : 'Without'} script.`;
    const context = await here.open({ javaScriptEnabled: js });
    const page = await context.newPage();
    await page.goto('/schools/lincoln');
    await page.getByRole('link', { name: 'Suggest something' }).click();
    await page.getByRole('button', { name: 'Put it in the box' }).click();
    await page.locator('#text-error').waitFor();
    await page.getByLabel('Your suggestion').fill(words);
    if (js) expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put it in the box' }).click();
    await page.getByText('Your suggestion is in the box.').waitFor();

    const desk = await atDesk(here, 'Luis', { javaScriptEnabled: js });
    await desk.goto('/desk/opportunities');
    await desk.getByRole('link', { name: 'Suggestion box' }).click();
    const mine = desk.locator('li.panel').filter({ hasText: words });
    await mine.getByRole('button', { name: 'Mark as dealt with' }).click();
    await desk.locator('li.panel').filter({ hasText: words }).getByText('Dealt with by luis').waitFor();
    const box = new URL(desk.url()).pathname;
    const other = await atDesk(here, 'Hannah', { javaScriptEnabled: js });
    expect((await other.request.get(box)).status()).toBe(404);
    for (const one of [page, desk, other]) await one.context().close();
  });
}
