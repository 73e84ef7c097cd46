/** The district's office: who may sign in and what they may do, with its mail and its history. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { atDesk } from '../desk.ts';
import { isDeployed, mailTo, type Platform } from '../platform.ts';

/** The form of one member, opened. */
async function formOf(page: Page, name: string) {
  await page.goto('/desk/staff');
  const member = page.locator('li.staff-member').filter({ hasText: name });
  await member.locator('summary').click();
  return member.locator('form');
}

export function officeStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('an admin', () => {
    it.each([true, false])(
      'invites somebody, changes what they may do, and finds both in the history, JavaScript %s',
      async (javaScriptEnabled) => {
        const here = platform();
        const name = javaScriptEnabled ? 'Kim Novak' : 'Kim Nowak';
        const email = `${name.toLowerCase().replace(' ', '.')}@riverbend.example`;
        const page = await atDesk(here, 'Dana', { javaScriptEnabled });
        await page.getByRole('link', { name: 'Staff', exact: true }).click();
        const invite = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Invite somebody' }) });
        await invite.getByRole('button', { name: 'Invite' }).click();
        await page.getByText('Enter an email, like name@example.com').first().waitFor();
        await invite.getByLabel('Email', { exact: true }).fill(email);
        await invite.getByLabel('Name').fill(name);
        await invite.getByRole('radio', { name: /Coordinator/ }).check();
        await invite.getByRole('checkbox', { name: 'Lincoln Elementary' }).check();
        if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
        await invite.getByRole('button', { name: 'Invite' }).click();
        await page.getByText('Invited. The email is on its way.').waitFor();
        expect((await mailTo(here, email, /You are invited to the desk/)).text).toContain('/desk');

        const form = await formOf(page, name);
        await form.getByRole('radio', { name: /Viewer/ }).check();
        await form.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Saved.').waitFor();

        await page.getByRole('link', { name: 'History', exact: true }).click();
        await page.getByLabel('What').selectOption({ label: 'Staff' });
        await page.getByRole('button', { name: 'Show' }).click();
        const main = page.locator('main');
        const told = (await main.textContent()) ?? '';
        expect(told).toContain('Member of staff invited');
        expect(told).toContain('Member of staff changed');
        expect(told).not.toContain('Opportunity set up');
        // the latest is the first
        const change = (await main.locator('li').filter({ hasText: 'Member of staff changed' }).first().textContent()) ?? '';
        for (const words of [/Role/, /coordinator/i, /viewer/i]) expect(change).toMatch(words);
        if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
        // another month is another page, and there is nothing of this in it
        await main.locator('nav.onward a').first().click();
        await page.waitForLoadState();
        expect((await main.textContent()) ?? '').not.toContain('Member of staff invited');
        await page.context().close();
      },
    );

    it('puts somebody out whose session is open, with their very next request', async () => {
      const here = platform();
      const hannah = await atDesk(here, 'Hannah');
      const page = await atDesk(here, 'Dana');
      const set = async (may: boolean): Promise<void> => {
        const form = await formOf(page, 'Hannah Okafor');
        await form.getByRole('checkbox', { name: /Can sign in to the desk/ }).setChecked(may);
        await form.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Saved.').waitFor();
      };
      await set(false);
      await hannah.goto('/desk/queue');
      expect(new URL(hannah.url()).pathname).toBe('/desk/sign-in');
      // back at work; the session from before stays over
      await set(true);
      await hannah.goto('/desk/queue');
      expect(new URL(hannah.url()).pathname).toBe('/desk/sign-in');
      for (const one of [page, hannah]) await one.context().close();
    });
  });
}
