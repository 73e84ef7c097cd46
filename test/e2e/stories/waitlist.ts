/** A full slot: who comes late waits, and is served in order when a place comes free; close to the start they are asked first; staff may decide otherwise. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#domain/time.ts';
import { violationsIn } from '../../web/axe.ts';
import { publish } from '../api.ts';
import { entriesOf } from '../calendar.ts';
import { atDesk } from '../desk.ts';
import { act, card, consent, fillIn, send } from '../pages.ts';
import { eventually, isDeployed, mailsTo, mailTo, manageLink, type Platform } from '../platform.ts';

/** One person's page of their own, after they chose a slot by what is written beside it. */
async function takes(here: Platform, address: string, name: string, slot: RegExp, javaScriptEnabled: boolean): Promise<Page> {
  const context = await here.open({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('checkbox', { name: slot }).check();
  await fillIn(page, { name, email: `${name.toLowerCase()}@example.org` });
  await consent(page);
  await send(page);
  await page.waitForURL(/\/signed-up\//);
  return page;
}
const managed = async (here: Platform, page: Page, name: string): Promise<void> => {
  const [mail] = await eventually(`a mail to ${name}`, async () => {
    const mails = await mailsTo(here, `${name.toLowerCase()}@example.org`);
    return mails.length > 0 ? mails : undefined;
  });
  if (mail) await page.goto(manageLink(mail));
};
const accessible = async (page: Page): Promise<void> => expect(await violationsIn(page)).toEqual([]);

export function waitlistStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('a full slot', () => {
    it.each([true, false])('takes a waitlist, and a place that comes free goes to the first in line, JavaScript %s', async (js) => {
      const here = platform();
      const tag = js ? 'With' : 'Without';
      const [title, wanda, xaver] = [`Bake sale ${tag}`, `Wanda${tag}`, `Xaver${tag}`];
      const address = await publish(here, title, [{ label: 'Oven', startsAt: Date.now() + 9 * DAY, capacity: 1 }]);
      const holder = await takes(here, address, `Hugo${tag}`, /Oven/, js);
      await managed(here, holder, `Hugo${tag}`);

      const first = await takes(here, address, wanda, /Join the waitlist/, js);
      expect(await first.locator('main').textContent()).toContain('Number 1 on the waitlist');
      if (js) await accessible(first);
      const second = await takes(here, address, xaver, /Join the waitlist/, js);
      expect(await second.locator('main').textContent()).toContain('Number 2 on the waitlist');
      const joined = await mailTo(here, `${wanda.toLowerCase()}@example.org`, /You’re on the waitlist/);
      // nothing that a calendar would take for a date
      expect([joined.text?.includes('Number 1 on the list'), joined.attachments.length]).toEqual([true, 0]);
      await managed(here, first, wanda);
      expect(await card(first, /Oven/).textContent()).toContain('Number 1 of 2 on the waitlist');
      if (js) await accessible(first);

      await act(holder, /Oven/, /Cancel/, async () => {});
      const given = await mailTo(here, `${wanda.toLowerCase()}@example.org`, /A place came free/);
      expect(entriesOf(given).map(({ method }) => method)).toEqual(['REQUEST']);
      await first.reload();
      expect(await card(first, /Oven/).textContent()).not.toContain('waitlist');
      await managed(here, second, xaver);
      expect(await card(second, /Oven/).textContent()).toContain('Number 1 of 1 on the waitlist');

      // and who does not want to wait leaves
      await act(second, /Oven/, /Leave the waitlist/, async () => {});
      expect(await second.locator('main').textContent()).toContain('You hold no place there and wait for none.');
      for (const page of [holder, first, second]) await page.context().close();
    });

    it.each([true, false])('asks first when it is close to the start: one passes, the next one takes it, JavaScript %s', async (js) => {
      const here = platform();
      const tag = js ? 'Soon' : 'Sooner';
      const address = await publish(here, `Book fair ${tag}`, [{ label: 'Till', startsAt: Date.now() + 30 * HOUR, capacity: 1 }]);
      const holder = await takes(here, address, `Olga${tag}`, /Till/, js);
      await managed(here, holder, `Olga${tag}`);
      const [first, second] = [
        await takes(here, address, `Paula${tag}`, /Join the waitlist/, js),
        await takes(here, address, `Quinn${tag}`, /Join the waitlist/, js),
      ];
      for (const [page, name] of [
        [first, `Paula${tag}`],
        [second, `Quinn${tag}`],
      ] as const)
        await managed(here, page, name);
      await act(holder, /Till/, /Cancel/, async () => {});
      await mailTo(here, `paula${tag.toLowerCase()}@example.org`, /A place is free for you/);
      await first.reload();
      if (js) await accessible(first);
      await card(first, /Till/).getByRole('button', { name: 'Pass' }).click();
      await first.getByText('You passed').waitFor();
      await mailTo(here, `quinn${tag.toLowerCase()}@example.org`, /A place is free for you/);
      await second.reload();
      await card(second, /Till/).getByRole('button', { name: 'Take the place' }).click();
      await second.getByText('It’s yours').waitFor();
      const confirmed = await mailTo(here, `quinn${tag.toLowerCase()}@example.org`, /You’re signed up/);
      expect(entriesOf(confirmed).map(({ method }) => method)).toEqual(['REQUEST']);
      for (const page of [holder, first, second]) await page.context().close();
    });

    it('shows its line on the roster, where staff put a caller on it and serve somebody by hand', async () => {
      const here = platform();
      const address = await publish(here, 'Garden day', [{ label: 'Spade', startsAt: Date.now() + 9 * DAY, capacity: 1 }]);
      const taking = await takes(here, address, 'Rosa', /Spade/, true);
      const waiting = await takes(here, address, 'Sven', /Join the waitlist/, true);
      const page = await atDesk(here, 'Luis');
      await page.goto(`/desk${address}/roster`);
      await page.getByText('Waitlist: 1 person').waitFor();
      await page.getByRole('link', { name: 'Add a person', exact: true }).first().click();
      await page.getByLabel('Name', { exact: true }).fill('Tara Caller');
      await page.getByLabel('Email', { exact: true }).fill('tara@example.org');
      await page.getByLabel('If there is no room').check();
      await page.getByRole('button', { name: 'Add this person' }).click();
      await page.getByText('Number 2 of 2 on the waitlist, for 1 place').waitFor();
      await accessible(page);
      // as long as the slot is full there is nothing to give
      await page.locator('summary', { hasText: 'Give them the places now' }).click();
      await page.getByText('1 person has waited longer and stays in line.').waitFor();
      await page.getByRole('button', { name: 'Yes, give them the places' }).click();
      await page.getByRole('alert').getByText('No more places are open').waitFor();
      await page.goto('/desk/volunteering');
      await page.getByRole('link', { name: 'Garden day' }).click();
      await page.getByText('Waitlist: 2 people').waitFor();
      await page.getByRole('link', { name: 'Sven', exact: true }).click();
      await page.locator('summary', { hasText: 'Take off the waitlist' }).click();
      await page.getByRole('button', { name: 'Yes, take them off' }).click();
      await mailTo(here, 'sven@example.org', /You’re off the waitlist/);
      for (const one of [taking, waiting, page]) await one.context().close();
    });
  });
}
