/** Somebody asks what is kept of them, and then to be forgotten: an admin finds it, hands it out, and deletes it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FiguresCheck } from '#contracts/resources/figures.ts';
import { PersonRecord } from '#contracts/resources/person-record.ts';
import { Roster } from '#contracts/resources/roster.ts';
import { PEOPLE } from '#local/seed/people.ts';
import { violationsIn } from '../../web/axe.ts';
import { call, tokenOf } from '../api.ts';
import { atDesk } from '../desk.ts';
import { signUp } from '../pages.ts';
import { eventually, isDeployed, mailTo, manageLink, type Platform } from '../platform.ts';

const recordOf = async (platform: Platform, token: string, email: string): Promise<PersonRecord> =>
  PersonRecord.parse((await call(platform, '/api/privacy/find', token, { email })).body);

const isPast = ({ holdsPlaces, startsAt }: PersonRecord['signUps'][number]): boolean =>
  holdsPlaces && startsAt !== undefined && Date.parse(startsAt) < Date.now();

/** Something to sign up for. */
const CONCERT = 'Orchestra concert';

/** One of the demo's people who came to something. */
async function whoCame(platform: Platform, token: string) {
  for (const { email } of PEOPLE.toReversed()) {
    const { signUps } = await recordOf(platform, token, email);
    const past = signUps.find(isPast);
    if (past && !signUps.some(({ title }) => title.en === CONCERT)) return { email, past };
  }
  throw new Error('nobody of the demo came to anything');
}

async function placesIn(platform: Platform, token: string, { opportunityId, slotId }: PersonRecord['signUps'][number]) {
  const roster = Roster.parse((await call(platform, `/api/opportunities/${opportunityId}/roster`, token)).body);
  const slot = roster.slots.find((one) => one.slot.slotId === slotId);
  return { taken: slot?.taken, people: slot?.people.length, unknown: slot?.people.filter(({ person }) => !person).length };
}

export function privacyStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('somebody who asks to be forgotten', () => {
    it.each([true, false])(
      'is found, handed what is kept, and then is nowhere, JavaScript %s',
      async (javaScriptEnabled) => {
        const here = platform();
        const token = await tokenOf(here);
        const { email, past } = await whoCame(here, token);
        const parent = await (await here.open({ javaScriptEnabled })).newPage();
        await signUp(parent, new RegExp(CONCERT), [/Ushers/], { name: 'Forget Me Please', email });
        const link = manageLink(await mailTo(here, email, /signed up/i));
        const before = await placesIn(here, token, past);

        const page = await atDesk(here, 'Dana', { javaScriptEnabled });
        await page.getByRole('link', { name: 'Privacy', exact: true }).click();
        await page.getByLabel('Their email').fill('nobody at all');
        await page.getByRole('button', { name: 'Find a person' }).click();
        await page.getByText('Enter an email, like name@example.com').waitFor();
        await page.getByLabel('Their email').fill(email.toUpperCase());
        await page.getByRole('button', { name: 'Find a person' }).click();
        await page.getByText('Forget Me Please').waitFor();
        if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);

        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Download as a file' }).click(),
        ]);
        const file = PersonRecord.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
        expect(file.signUps.map(({ name }) => name)).toContain('Forget Me Please');
        expect(file.signUps.some(isPast)).toBe(true);
        expect(file.links.length).toBeGreaterThan(0);
        expect(file.mails.length).toBeGreaterThan(0);

        await page.getByRole('button', { name: 'Delete…' }).click();
        await page.getByRole('heading', { name: /Delete what is kept of/ }).waitFor();
        const told = (await page.locator('main').textContent()) ?? '';
        expect(told).toMatch(/\d+ places? that (?:is|are) still to come/);
        expect(told).toMatch(/The names? behind \d+ sign-ups? of the past/);
        if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
        await page.getByRole('button', { name: 'Delete for good' }).click();
        await page.getByText('Deleted. Answer the person that it is done.').waitFor();
        expect(page.url()).not.toMatch(/@|%40/);
        // going back and pressing again changes nothing more
        await page.reload();

        const { personId: _same, ...left } = await recordOf(here, token, email);
        expect(Object.values(left).flat()).toEqual([]);
        await page.goto(`/desk/opportunities/${past.opportunityId}/roster`);
        const roster = (await page.locator('main').textContent()) ?? '';
        expect(roster).not.toContain(email);
        // the place stays taken, by somebody of whom nothing is known
        const after = await placesIn(here, token, past);
        expect([after.taken, after.people]).toEqual([before.taken, before.people]);
        expect(after.unknown).toBe((before.unknown ?? 0) + 1);
        await eventually('the figures to be what the ledgers say', async () => {
          const { differences } = FiguresCheck.parse((await call(here, '/api/figures', token)).body);
          return differences.length === 0 ? true : undefined;
        });

        expect((await parent.goto(link))?.status()).toBeGreaterThanOrEqual(400);
        expect(await parent.locator('li.mine').count()).toBe(0);
        for (const one of [page, parent]) await one.context().close();
      },
      150_000,
    );
  });
}
