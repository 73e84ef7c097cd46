/** A coordinator at the gym door adds a person who has not signed up, moves them, notes something, cancels; nobody of another school can. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { entriesOf } from '../calendar.ts';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailsTo, mailTo, type Platform } from '../platform.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

/** The carnival's roster, by its address. */
async function rosterOf(page: Page): Promise<string> {
  await page.goto('/desk/opportunities');
  const opportunity = await page
    .getByRole('link', { name: /Spring Carnival/ })
    .first()
    .getAttribute('href');
  return `${opportunity}/roster`;
}

/** Chooses the first slot of the list with at least two places open whose label is not `not`. */
async function chooseOpen(page: Page, list: string, not = ''): Promise<string> {
  const options = await page.locator(`${list} option`).allTextContents();
  const found = options.find((one) => /\((?:[2-9]|\d\d) places open\)/.test(one) && (not === '' || !one.startsWith(not)));
  if (found === undefined) throw new Error(`no slot with room in ${options.join(' | ')}`);
  await page.locator(list).selectOption({ label: found });
  return found.split(',')[0] ?? '';
}

const said = (page: Page, words: string) => page.getByRole('status').getByText(words).waitFor();

export function rosterStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('at the gym door', () => {
    it.each([true, false])('a person is added, moved, noted and cancelled by hand, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const email = `walk.in.${javaScriptEnabled}@example.org`;
      const page = await atDesk(here, 'Luis', { ...PHONE, javaScriptEnabled });
      const roster = await rosterOf(page);
      await page.goto(roster);
      await page.getByRole('link', { name: 'Add a person', exact: true }).first().click();
      if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);

      // what is missing is said beside its field
      await page.getByLabel('Name', { exact: true }).fill('Walter Walk-In');
      await page.getByRole('button', { name: 'Add this person' }).click();
      await page.locator('#email-error').waitFor();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Walter Walk-In');
      const first = await chooseOpen(page, '#slotId');
      await page.getByLabel('Email', { exact: true }).fill(email);
      await page.getByLabel('Language of the emails').selectOption('es');
      await page.getByRole('button', { name: 'Add this person' }).click();
      await said(page, 'Added. An email that says so is on its way');
      const person = new URL(page.url()).pathname;
      const confirmation = await mailTo(here, email, /./);
      const [invited] = entriesOf(confirmation);
      expect(invited?.method).toBe('REQUEST');

      await page.locator('summary', { hasText: 'Move to another slot' }).click();
      const second = await chooseOpen(page, 'select[name^="slotId"]', first);
      await page.getByRole('button', { name: 'Move', exact: true }).click();
      await said(page, 'Moved. An email with the new time');
      const moved = await mailTo(here, email, /Su nuevo horario/);
      // the new time, and the old one taken out of the calendar
      const entries = entriesOf(moved).map(({ method, uid }) => [method, uid === invited?.uid]);
      expect(entries).toEqual(
        expect.arrayContaining([
          ['REQUEST', false],
          ['CANCEL', true],
        ]),
      );
      expect(await page.locator('main').textContent()).toContain(second);

      await page.getByLabel(/Note of staff/).fill('Came with a table');
      await page.getByRole('button', { name: 'Save the note' }).click();
      await said(page, 'The note is saved.');
      // who did what stands there as soon as the stream has told it
      await eventually('the history to have it all', async () => {
        await page.goto(person);
        const history =
          (await page
            .locator('.timeline')
            .textContent()
            .catch(() => '')) ?? '';
        return /Added.*Moved.*Note changed/s.test(history) ? true : undefined;
      });
      if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
      await page.goto(roster);
      expect(await page.locator('main').textContent()).toMatch(/Walter Walk-In.*Came with a table/s);

      await page.goto(person);
      await page.locator('summary', { hasText: 'Cancel this sign-up' }).click();
      await page.getByText('Walter Walk-In loses the place here and is told by email').waitFor();
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await said(page, 'Canceled. The places are free again');
      const gone = await mailTo(here, email, /Cancelada/);
      expect(gone.text).toContain('canceló su inscripción');
      expect(entriesOf(gone).map(({ method }) => method)).toEqual(['CANCEL']);
      await page.goto(roster);
      expect(await page.locator('main').textContent()).not.toContain('Walter Walk-In');
      // one mail for each thing that was done
      expect(await mailsTo(here, email)).toHaveLength(3);

      const other = await atDesk(here, 'Hannah');
      for (const address of [person, roster.replace(/roster$/, 'people')])
        expect([address, (await other.request.get(address)).status()]).toEqual([address, 404]);
      const csrf = (await other.locator('input[name="formToken"]').first().getAttribute('value')) ?? '';
      const form = { formToken: csrf, key: 'key-of-hannah-0123456789', slotId: 'x', places: '1', name: 'Eve', email: 'eve@example.org' };
      const headers = { origin: here.siteUrl, 'sec-fetch-site': 'same-origin' };
      for (const address of [`${person}/sign-ups/sgn_${'x'.repeat(16)}/cancel`, roster.replace(/roster$/, 'people')])
        expect([address, (await other.request.post(address, { form, headers })).status()]).toEqual([address, 404]);
      for (const one of [page, other]) await one.context().close();
    });
  });
}
