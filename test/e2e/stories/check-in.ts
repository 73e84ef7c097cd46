/** At the door with a phone: the network goes and comes back, two phones say different things, somebody just comes, the others miss it. */
import type { BrowserContext, Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { Roster, type RosterEntry } from '#contracts/resources/roster.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import type { SchoolId } from '#contracts/values.ts';
import { HOUR, iso } from '#domain/time.ts';
import { anOpportunity, aShift, opportunityId, slotId } from '#test/support/builders.ts';
import { violationsIn } from '../../web/axe.ts';
import { call, tokenOf } from '../api.ts';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailTo, manageLink, type Platform } from '../platform.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
const NAMES = ['Ana', 'Beto', 'Cleo', 'Dora'] as const;

/** An opportunity of Lincoln that begins in half an hour, with four people. */
async function opened(here: Platform, n: number) {
  const token = await tokenOf(here);
  const { schools } = (await call(here, '/api/schools')).body as { schools: { schoolId: SchoolId; name: string }[] };
  const school = schools.find(({ name }) => name.startsWith('Lincoln'));
  if (!school) throw new Error('the demo has no Lincoln');
  const id = opportunityId(900 + n);
  const startsAt = iso(Date.now() + HOUR / 2);
  const slot = aShift(900 + n, { label: { en: 'Setting up' }, capacity: 4, startsAt, endsAt: iso(Date.now() + 2.5 * HOUR) });
  const definition = {
    ...anOpportunity({ opportunityId: id, title: { en: `Door ${n}` }, slots: [slot] }),
    schoolId: school.schoolId,
    version: 0,
  };
  expect((await call(here, '/api/opportunities', token, definition)).status).toBe(200);
  for (const name of NAMES) {
    const person = { name, email: `${name.toLowerCase()}.door.${n}@example.org` };
    const body = { slotId: slotId(900 + n), places: 1, person, language: 'en', answers: [] };
    expect((await call(here, `/api/opportunities/${id}/people`, token, body, `door-${n}-${name}-0123456789`)).status).toBe(201);
  }
  const people = async (): Promise<readonly RosterEntry[]> =>
    Roster.parse((await call(here, `/api/opportunities/${id}/roster`, token)).body).slots[0]?.people ?? [];
  const seen = async () => (await people()).map(({ person, attendance }) => `${person?.name} ${attendance}`).join(', ');
  return { door: `/desk/opportunities/${id}/check-in`, id, people, seen };
}

const row = (page: Page, name: string) => page.locator(`.door-row[data-name="${name}"]`);
const tap = (page: Page, name: string, act = 'Check in') => row(page, name).getByRole('button', { name: act }).click();
const network = (page: Page) => page.locator('.door-net [role=status]');

export function checkInStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('check-in', () => {
    it('keeps what was tapped without a network, and what was seen last stands', async () => {
      const here = platform();
      const { door, seen } = await opened(here, 1);
      const first = await atDesk(here, 'Luis', PHONE);
      const second = await atDesk(here, 'Luis', PHONE);
      for (const page of [first, second]) await page.goto(door);
      expect(await violationsIn(first)).toEqual([]);
      const posts: string[] = [];
      first.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));

      await first.context().setOffline(true);
      for (const name of ['Ana', 'Beto', 'Cleo']) await tap(first, name);
      await network(first).getByText('3 marks waiting to be sent').waitFor();
      await first.locator('#q').fill('dor');
      expect([await row(first, 'Dora').isVisible(), await row(first, 'Ana').isVisible()]).toEqual([true, false]);
      await first.locator('#q').fill('');
      expect(await first.locator('[data-here]').textContent()).toBe('3 of 4 here');
      // another phone sees later that Ana went home at once, and is heard of first
      await tap(second, 'Ana', 'Missed');
      await eventually('the other phone to be heard', async () => (/Ana missed/.test(await seen()) ? true : undefined));

      posts.length = 0;
      await first.context().setOffline(false);
      await network(first).getByText('All sent.').waitFor();
      expect(posts).toHaveLength(3);
      expect(await seen()).toBe('Ana missed, Beto attended, Cleo attended, Dora open');
      await eventually('the first phone to show it', async () =>
        (await row(first, 'Ana').getAttribute('data-state')) === 'missed' ? true : undefined,
      );
      for (const page of [first, second]) await page.context().close();
    });

    it('loses nothing when the session is over meanwhile, nor by a reload', async () => {
      const here = platform();
      const { door, seen } = await opened(here, 2);
      const page = await atDesk(here, 'Luis', PHONE);
      await page.goto(door);
      await signedOut(page.context());
      await tap(page, 'Beto');
      await network(page).getByText('You are signed out. Nothing is lost').waitFor();
      expect(await seen()).not.toContain('attended');
      await page.getByRole('link', { name: 'Sign in again' }).click();
      await page.getByRole('button', { name: /Sign in with your district account/ }).click();
      // the identity provider may know them still
      await eventually('the list to be back', async () => {
        const choice = page.getByRole('button', { name: /Luis/ });
        if (await choice.isVisible()) await choice.click();
        return page.url().includes('/check-in') ? true : undefined;
      });
      await eventually('the mark to be sent', async () => (/Beto attended/.test(await seen()) ? true : undefined));
      await page.context().close();
    });

    it.each([true, false])(
      'adds who just came, makes room, notes who missed it and how long one helped, JavaScript %s',
      async (javaScriptEnabled) => {
        const here = platform();
        const { door, id, seen, people } = await opened(here, javaScriptEnabled ? 3 : 4);
        const page = await atDesk(here, 'Luis', { ...PHONE, javaScriptEnabled });
        await page.goto(door);
        await tap(page, 'Ana');
        await row(page, 'Ana').getByRole('button', { name: 'Undo' }).click();
        await tap(page, 'Ana');
        await row(page, 'Ana')
          .getByText(/^Here, /)
          .waitFor();
        await eventually('the mark to be sent', async () => (/Ana attended/.test(await seen()) ? true : undefined));

        await row(page, 'Ana').locator('summary').click();
        await row(page, 'Ana').getByLabel('Minutes they helped').fill('45');
        await row(page, 'Ana').getByRole('button', { name: 'Save the minutes' }).click();
        await eventually('the minutes to be sent', async () => ((await people())[0]?.minutes === 45 ? true : undefined));

        await page.goto(door);
        await page.locator('summary', { hasText: 'Not on the list' }).click();
        const email = `zoe.door.${javaScriptEnabled}@example.org`;
        await page.getByLabel('Name', { exact: true }).fill('Zoe');
        await page.getByLabel('Email', { exact: true }).fill(email);
        await page.getByRole('button', { name: 'Add and check in' }).click();
        await page.getByText('Added and checked in.').waitFor();
        await page.locator('summary', { hasText: 'Everybody else missed it' }).click();
        await page.getByText('3 people are not marked').waitFor();
        await page.getByRole('button', { name: 'Yes, the others missed it' }).click();
        await page.getByText('Noted. You can still check in').waitFor();
        expect(await seen()).toBe('Ana attended, Beto missed, Cleo missed, Dora missed, Zoe attended');
        if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);

        // her own code, on her own phone, and what the phone of staff makes of it
        const mail = await mailTo(here, email, /signed up/i);
        expect(mail.attachments.filter(({ related, contentType }) => related && contentType === 'image/png')).toHaveLength(1);
        await page.goto(`${manageLink(mail)}/check-in`);
        const label = (await page.locator('svg.qr').getAttribute('aria-label')) ?? '';
        expect(label).toContain('Door');
        const zoe = (await people()).find(({ person }) => person?.name === 'Zoe');
        await page.goto(sharePaths.checkIn(id, zoe?.signUpId));
        await page.getByText('You opened their check-in code.').waitFor();
        expect([await row(page, 'Zoe').isVisible(), await row(page, 'Ana').isVisible()]).toEqual([true, false]);

        // what her employer asks for
        await page.goto(manageLink(mail));
        await page.getByRole('link', { name: 'Statement of your hours' }).click();
        await page.getByRole('heading', { name: 'Statement of volunteer hours' }).waitFor();
        const file = await page.getByRole('link', { name: 'Save as PDF' }).getAttribute('href');
        const pdf = await page.context().request.get(new URL(file ?? '', page.url()).href);
        const { text } = await extractText(new Uint8Array(await pdf.body()), { mergePages: true });
        for (const words of ['Zoe', 'Door', '2 hours']) expect(text).toContain(words);
        await page.context().close();
      },
    );
  });
}

/** As when it ran out: the browser has no session any more. */
const signedOut = (context: BrowserContext): Promise<void> => context.clearCookies({ name: '__Host-desk' });
