/** Looking around: languages, filters, states of slots, keyboard, and what every page must be. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { choose, consent, fillIn, openOpportunity, signUp, tabTo } from '../pages.ts';
import { isDeployed, mailTo, manageLink, type Platform } from '../platform.ts';

const titles = (page: Page): Promise<string[]> => page.locator('#results h3, main h3').allTextContents();

export function visitorStories(platform: () => Platform): void {
  it('speaks Spanish to those whose phone does, on every step and in the mail, and remembers a choice', async () => {
    const context = await platform().open({ locale: 'es-MX' });
    const page = await context.newPage();
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page
      .getByRole('link', { name: /Sábado en el huerto/ })
      .first()
      .click();
    await choose(page, /Segundo grupo/);
    await fillIn(page, { name: 'Lucía Ramírez', email: 'lucia@example.org' });
    await consent(page);
    await page.locator('form[data-once] button[type=submit]').click();
    await page.waitForURL(/\/signed-up\//);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    if (!isDeployed) {
      const mail = await mailTo(platform(), 'lucia@example.org', /inscri/i);
      expect(mail.text).toContain('Segundo grupo');
      await page.goto(manageLink(mail));
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
    }
    await page.getByRole('link', { name: 'English' }).click();
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });

  it.each([true, false])('finds what fits a working parent, JavaScript %s', async (javaScriptEnabled) => {
    const context = await platform().open({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto('/?evening=yes');
    const evenings = (await titles(page)).join(' ');
    expect(evenings).toContain('Science fair judges');
    expect(evenings).not.toContain('Reading helpers');
    await page.goto('/?fromHome=yes');
    expect((await titles(page)).join(' ')).toContain('Translate the newsletter');
    await page.goto('/?weekend=yes');
    expect((await titles(page)).join(' ')).toContain('School garden Saturday');
    await page.goto('/?weekend=yes&evening=yes&kind=items');
    expect(await page.locator('main').textContent()).toMatch(/nothing|no /i);
    await context.close();
  });

  it('says when a sign-up opens, that one is closed, and that one is full', async () => {
    const context = await platform().open();
    const page = await context.newPage();
    await openOpportunity(page, /Graduation evening/);
    expect(await page.locator('main').textContent()).toMatch(/opens/i);
    expect(await page.locator('form[data-once]').count()).toBe(0);
    await openOpportunity(page, /Mend library books/);
    expect(await page.locator('main').textContent()).toMatch(/closed/i);
    await openOpportunity(page, /School council/);
    expect(await page.locator('main').textContent()).toMatch(/full/i);
    await context.close();
  });

  it('lets a person sign up by keyboard alone', async () => {
    const context = await platform().open({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await openOpportunity(page, /School garden/);
    await page.locator('#main').focus();
    const press = (until: string) => tabTo(page, until);
    await press('input[type=checkbox][name=slot]');
    await page.keyboard.press('Space');
    await press('#name');
    await page.keyboard.type('Kay Board');
    await press('#email');
    await page.keyboard.type('kay@example.org');
    await press('#consent');
    await page.keyboard.press('Space');
    await press('form[data-once] button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/signed-up\//);
    await context.close();
  });

  describe('every page', () => {
    // the API's reference, which has every operation on one page, takes axe half a minute: `test/web/axe.test.ts` has it
    it.each(['en-US', 'es-MX'])('is accessible, on a phone and a desktop, in %s', { timeout: 240_000 }, async (locale) => {
      const context = await platform().open({ locale });
      const page = await context.newPage();
      await signUp(page, /School garden|Sábado en el huerto/, [/First group|Primer grupo/], {
        name: 'Axe Tester',
        email: `axe.${locale}@example.org`,
      });
      const result = new URL(page.url()).pathname;
      await page.goto('/');
      const link = page.getByRole('link', { name: /Spring Carnival|Feria de primavera/ }).first();
      const opportunity = (await link.getAttribute('href')) ?? '';
      const manage = isDeployed
        ? []
        : [new URL(manageLink(await mailTo(platform(), `axe.${locale}@example.org`, /signed up|inscri/i))).pathname];
      for (const path of [
        '/',
        '/schools/lincoln',
        opportunity,
        result,
        '/my-sign-ups',
        '/my-sign-ups/sent',
        '/privacy',
        '/nowhere',
        ...manage,
      ]) {
        await page.goto(path);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const violations = await violationsIn(page);
          expect(violations.map(({ id, nodes }) => `${path} ${width}: ${id} ${nodes[0]?.html}`)).toEqual([]);
        }
      }
      await context.close();
    });
  });
}
