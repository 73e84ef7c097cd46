/** A parent takes three shifts of the carnival, reads the confirmation, changes, moves, cancels: with and without JavaScript. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf, entryOf } from '../calendar.ts';
import { act, answerQuestions, card, choose, consent, fillIn, openOpportunity, send } from '../pages.ts';
import { isDeployed, mailsTo, mailTo, manageLink, type Platform } from '../platform.ts';

const byStart = (a: Entry, b: Entry): number => (a.start < b.start ? -1 : 1);

export function parentStories(platform: () => Platform): void {
  describe.each([true, false])('a parent, JavaScript %s', (javaScriptEnabled) => {
    const email = `parent.${javaScriptEnabled ? 'with' : 'without'}@example.org`;

    it('signs up for three slots, reads the confirmation, changes places, moves one and cancels one', async () => {
      const context = await platform().open({ javaScriptEnabled });
      const page = await context.newPage();
      await openOpportunity(page, /Spring Carnival/);
      await choose(page, /Set-up/, /Game booths, afternoon/, /Clean-up/);
      await fillIn(page, { name: "Maya O'Brien", email });
      await send(page);

      // what is missing is said, and nothing typed is lost
      await page
        .getByRole('heading', { name: /check|correct|problem/i })
        .first()
        .waitFor();
      expect(await page.title()).toMatch(/^Error/);
      expect(await page.locator('#email').inputValue()).toBe(email);
      expect(await page.getByRole('checkbox', { name: /Clean-up/ }).isChecked()).toBe(true);
      await answerQuestions(page);
      await consent(page);
      await send(page);

      await page.waitForURL(/\/signed-up\//);
      expect(page.url()).not.toContain('example.org');
      const result = await page.locator('main').textContent();
      for (const label of ['Set-up', 'Game booths, afternoon', 'Clean-up']) expect(result).toContain(label);

      if (isDeployed) return context.close();
      const confirmation = await mailTo(platform(), email, /signed up/i);
      expect(confirmation.html).toContain('Maya O');
      expect(confirmation.text).toContain('Set-up');
      const entries = [...entriesOf(confirmation)].sort(byStart);
      expect(entries.map(({ method, status }) => [method, status])).toEqual(Array(3).fill(['REQUEST', 'CONFIRMED']));
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(3);
      expect(await mailsTo(platform(), email)).toHaveLength(1);

      await page.goto(manageLink(confirmation));
      await act(page, /Set-up/, /How many places/, (form) =>
        form
          .locator('select, input[type=number]')
          .first()
          .selectOption('2')
          .then(() => {}),
      );
      await page
        .getByRole('status')
        .filter({ hasText: /2 places/ })
        .waitFor();
      await mailTo(platform(), email, /places|changed/i);

      await act(page, /Game booths, afternoon/, /Move/, async (form) => {
        const option = form.locator('option', { hasText: /Food stand/ });
        await form.locator('select').selectOption((await option.getAttribute('value')) ?? '');
      });
      await card(page, /Food stand/).waitFor();
      const moved = await mailTo(platform(), email, /moved|new time/i);
      const movedEntries = entriesOf(moved);
      const afternoon = entries[1];
      expect(movedEntries.find(({ uid }) => uid === afternoon?.uid)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
      expect(movedEntries.find(({ method }) => method === 'REQUEST')?.summary).toContain('Food stand');

      await act(page, /Clean-up/, /cancel it/, async () => {});
      await page
        .getByRole('status')
        .filter({ hasText: /Canceled/ })
        .waitFor();
      const cancelled = entriesOf(await mailTo(platform(), email, /cancel/i));
      expect(cancelled).toHaveLength(1);
      expect(cancelled[0]).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: entries[2]?.uid });
      expect(cancelled[0]?.sequence).toBeGreaterThan(entries[2]?.sequence ?? Number.POSITIVE_INFINITY);
      await context.close();
    });
  });

  it.skipIf(isDeployed)('puts a sign-up into a calendar from the manage page: the very entry of the mail', async () => {
    const context = await platform().open();
    const page = await context.newPage();
    const link = manageLink(await mailTo(platform(), 'parent.with@example.org', /signed up/i));
    await page.goto(link);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card(page, /Set-up/)
        .getByRole('link', { name: /calendar/i })
        .click(),
    ]);
    const entry = entryOf(await readFile(await download.path(), 'utf8'));
    const sent = entriesOf(await mailTo(platform(), 'parent.with@example.org', /signed up/i)).find(({ summary }) =>
      summary.includes('Set-up'),
    );
    expect(entry.uid).toBe(sent?.uid);
    expect(entry.start).toBe(sent?.start);
    await context.close();
  });
}
