/** Staff sign in to the desk with the district's provider, see who they are, and leave it again. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isDeployed, type Platform } from '../platform.ts';

/** Through our page and the provider's, as Luis. Ends where the sign-in leads to. */
async function signIn(page: Page, name = /Luis Ortega/): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your district account' }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(/\/desk(\?|$)/);
}

const deskCookies = async (context: BrowserContext) =>
  (await context.cookies())
    .filter(({ name }) => name.startsWith('__Host-desk'))
    .map(({ name, httpOnly, secure, sameSite, path }) => ({ name, httpOnly, secure, sameSite, path }));

export function staffSignInStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('staff', () => {
    it.each([true, false])('sign in, see who they are, and sign out of the provider, too, JavaScript %s', async (javaScriptEnabled) => {
      const context = await platform().open({ javaScriptEnabled });
      const page = await context.newPage();
      // whoever is not signed in is led to the sign-in, and from there to where they wanted to go
      await page.goto('/desk?view=mine');
      expect(new URL(page.url()).pathname).toBe('/desk/sign-in');
      await signIn(page);
      expect(page.url()).toBe(`${platform().siteUrl}/desk?view=mine`);
      await page.getByRole('link', { name: 'Luis Ortega' }).click();
      await page.waitForURL(/\/desk\/me/);
      const main = (await page.locator('main').textContent()) ?? '';
      for (const words of ['Luis Ortega', 'luis.ortega@riverbend.example', 'Coordinator', 'Lincoln Elementary'])
        expect(main).toContain(words);
      expect(await deskCookies(context)).toEqual([{ name: '__Host-desk', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);

      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page.getByRole('button', { name: /Sign out of the district/ }).click();
      await page.getByText('You are signed out').waitFor();
      expect(await deskCookies(context)).toEqual([]);
      await page.goto('/desk');
      expect(new URL(page.url()).pathname).toBe('/desk/sign-in');
      // the provider asks again who it is
      await signIn(page, /Pat Kim/);
      await page.goto('/desk/me');
      expect(await page.locator('main').textContent()).toContain('All schools');
      await context.close();
    });
  });
}
