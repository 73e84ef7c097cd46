/** Recurring help: a coordinator repeats a slot but on holidays, and a parent takes some of its dates with one form and gets one mail. */
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { entriesOf } from '../calendar.ts';
import { atDesk } from '../desk.ts';
import { consent, fillIn, send } from '../pages.ts';
import { eventually, isDeployed, mailsTo, mailTo, manageLink, type Platform } from '../platform.ts';

const DAY = 24 * 60 * 60_000;
const daysFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

export function seriesStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('recurring help', () => {
    it.each([true, false])('is set up once, and dates of it are taken with one form, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const title = javaScriptEnabled ? 'Weekly reading helpers' : 'Plain reading helpers';
      const email = `reader.${javaScriptEnabled}@example.org`;
      const desk = await atDesk(here, 'Luis', { javaScriptEnabled });
      await desk.goto('/desk/opportunities');
      await desk.getByRole('link', { name: 'New opportunity' }).click();
      await desk.locator('#title-en').fill(title);
      await desk.locator('#summary-en').fill('Read with a first grader.');
      await desk.locator('#slots-0-label-en').fill('Reading helper');
      await desk.locator('#slots-0-day').fill(daysFromNow(14));
      await desk.locator('#slots-0-from').fill('09:00');
      await desk.locator('#slots-0-to').fill('10:00');
      await desk.locator('#slots-0-capacity').fill('3');
      await desk.getByRole('button', { name: 'Save', exact: true }).first().click();
      await desk.getByRole('status').getByText('Saved.').waitFor();

      await desk.locator('summary', { hasText: 'Repeat a slot' }).click();
      await desk.getByLabel('Days to leave out').fill(`${daysFromNow(26)} to ${daysFromNow(29)} Teachers’ days`);
      await desk.getByRole('button', { name: 'Make the dates' }).click();
      await desk.getByText('Enter the last day, or how many dates').waitFor();
      expect(await desk.getByLabel('Days to leave out').inputValue()).toContain('Teachers’ days');
      await desk.getByLabel('Last day it may be on').fill(daysFromNow(14 + 35));
      await desk.getByRole('button', { name: 'Make the dates' }).click();
      await desk.getByRole('status').getByText('The dates are made').waitFor();
      if (javaScriptEnabled) expect(await violationsIn(desk)).toEqual([]);
      const said = (await desk.locator('main').textContent()) ?? '';
      expect(said).toContain('5 dates, the last on');
      expect(said).toMatch(/Not on [^;]+\(Teachers’ days\)/);

      // what the form of the opportunity does not know of stays
      await desk.getByRole('link', { name: 'Edit', exact: true }).click();
      await desk.locator('#summary-en').fill('Read with a second grader.');
      await desk.getByRole('button', { name: 'Save and publish' }).first().click();
      await desk.getByText('5 dates, the last on').waitFor();
      await desk.locator('summary', { hasText: 'Change dates of a series' }).click();
      await desk.locator('#series-date').selectOption({ index: 2 });
      await desk.locator('#series-scope').selectOption('following');
      await desk.getByRole('button', { name: 'Change', exact: true }).click();
      await desk.getByText('Change at least one thing').waitFor();
      await desk.locator('#series-from').fill('10:30');
      await desk.getByRole('button', { name: 'Change', exact: true }).click();
      await desk.getByRole('status').getByText('The dates are changed.').waitFor();
      const rows = await desk.locator('table.data tbody tr').allTextContents();
      expect(rows.map((row) => row.includes('10:30'))).toEqual([false, false, true, true, true]);

      const publicPage = await desk.getByRole('link', { name: 'Public page' }).getAttribute('href');
      await desk.context().close();

      const context = await here.open({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(publicPage ?? '');
      const slots = page.locator('input[name="slot"]');
      expect(await slots.count()).toBe(5);
      // that from 10:30 on is a series of its own now
      const wholes = page.locator('input.series-tick');
      expect(await wholes.count()).toBe(2);
      for (const index of [0, 1]) await wholes.nth(index).check();
      await fillIn(page, { name: 'Rita Reader', email });
      await consent(page);
      await send(page);
      await page
        .getByText(/3 dates/)
        .first()
        .waitFor();
      const mail = await mailTo(here, email, /./);
      expect(mail.attachments.filter(({ filename }) => filename?.endsWith('.ics'))).toHaveLength(1);
      const entries = entriesOf(mail);
      expect(entries.map(({ status }) => status)).toEqual(Array(5).fill('CONFIRMED'));
      expect(await mailsTo(here, email)).toHaveLength(1);

      // two of those from 10:30 on are given back at once
      await page.goto(manageLink(mail));
      await page.getByText('Cancel some dates').click();
      const dates = page.locator('input[name="dates"]');
      for (const index of [0, 2]) await dates.nth(index).check();
      await page.getByRole('button', { name: 'Yes, cancel the ticked dates' }).click();
      await page.getByText('Canceled: the dates you ticked of').waitFor();
      const cancelled = await eventually('a mail that gives both back', async () => {
        const found = (await mailsTo(here, email)).flatMap(entriesOf).filter(({ method }) => method === 'CANCEL');
        return found.length === 2 ? found : undefined;
      });
      expect(cancelled.map(({ uid }) => uid).sort()).toEqual([entries[2]?.uid, entries[4]?.uid].sort());
      expect(await mailsTo(here, email)).toHaveLength(2);
      await context.close();
    });
  });
}
