/** A coordinator moves a slot, calls another off, and tells those it affects: each once, in their language; nobody else. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { atDesk } from '../desk.ts';
import { eventually, isDeployed, mailsTo, mailTo, manageLink, type Platform } from '../platform.ts';

/** In four weeks, as a date field takes it. */
const day = (): string => new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10);

/** An event with two slots that everyone can see; its address at the desk. */
async function published(page: Page, title: string): Promise<string> {
  await page.getByRole('link', { name: 'Opportunities', exact: true }).click();
  await page.getByRole('link', { name: 'New opportunity' }).click();
  await page.getByLabel('Title (English)').fill(title);
  await page.getByLabel('Summary, one sentence (English)').fill('Books for everyone.');
  await page.getByText('Add several slots at once').click();
  const several = page.locator('#fill');
  await several.getByLabel('What for (English)').fill('Book table');
  await several.getByLabel('Day').fill(day());
  await several.getByLabel('Starts').fill('09:00');
  await several.getByLabel('Minutes each').fill('60');
  await several.getByLabel('How many').fill('2');
  await several.getByLabel('Places').fill('3');
  await several.getByRole('button', { name: 'Add them' }).click();
  await page.getByLabel('Starts').nth(1).waitFor();
  await page.getByRole('button', { name: 'Save and publish', exact: true }).first().click();
  await page.getByRole('heading', { name: title }).waitFor();
  return new URL(page.url()).pathname;
}

async function signUp(platform: Platform, address: string, slot: number, who: { name: string; email: string; language: string }) {
  const opportunityId = address.split('/').at(-1);
  const read = async () => (await fetch(`${platform.siteUrl}/api/opportunities/${opportunityId}`)).json();
  // that there was none is remembered for a moment
  const { slots } = await eventually('the opportunity to be there', async () => {
    const found = (await read()) as { slots?: { slot: { slotId: string } }[] };
    return found.slots ? { slots: found.slots } : undefined;
  });
  const answer = await fetch(`${platform.siteUrl}/api/sign-ups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-of-${who.email.replaceAll(/\W/g, '-')}` },
    body: JSON.stringify({
      opportunityId,
      slots: [{ slotId: slots[slot]?.slot.slotId, places: 1 }],
      person: { name: who.name, email: who.email },
      language: who.language,
      answers: [],
      consent: true,
    }),
  });
  expect(answer.status).toBe(201);
  await mailTo(platform, who.email, /./);
}

export function messageStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('a coordinator', () => {
    it.each([true, false])('moves a slot, calls another off and tells those it affects, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      const tag = javaScriptEnabled ? 'on' : 'off';
      const [lucia, sam] = [`lucia.${tag}@example.org`, `sam.${tag}@example.org`];
      const page = await atDesk(here, 'Luis', { javaScriptEnabled });
      const looksWell = async () => {
        if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      };
      const address = await published(page, javaScriptEnabled ? 'Book fair' : 'Book swap');
      await signUp(here, address, 0, { name: 'Lucía Paz', email: lucia, language: 'es' });
      await signUp(here, address, 1, { name: 'Sam Reed', email: sam, language: 'en' });

      // the first slot begins half an hour later: whom that affects is shown before it is saved
      await page.goto(`${address}/edit`);
      await page.getByLabel('Starts').first().fill('09:30');
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();
      await page.getByText('1 person, 1 place').waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();

      await page.waitForURL(/\/messages\/new\?change=/);
      await looksWell();
      const spanish = page.getByRole('group', { name: 'Spanish' });
      expect(await spanish.getByLabel('Message').inputValue()).toMatch(/ahora .*9:30.*\(antes: .*9:00/);
      await spanish.getByLabel('Subject').fill(`Media hora más tarde (${tag})`);
      await page.getByRole('button', { name: 'Look at it first' }).click();
      await page.getByText('Nothing is sent yet.').waitFor();
      expect(await page.getByRole('listitem').filter({ hasText: 'Lucía Paz' }).count()).toBe(1);
      expect(await page.getByText('Sam Reed').count()).toBe(0);
      await looksWell();
      expect((await mailsTo(here, lucia)).length).toBe(1);

      // back and forth, nothing is lost
      await page.getByRole('button', { name: 'Change it' }).click();
      expect(await page.getByRole('group', { name: 'Spanish' }).getByLabel('Subject').inputValue()).toContain(tag);
      await page.getByRole('button', { name: 'Look at it first' }).click();
      await page.getByRole('button', { name: 'Send to 1 person' }).dblclick({ noWaitAfter: true });
      await page.waitForURL(/\/messages\/msg_/);
      const mail = await mailTo(here, lucia, /Media hora más tarde/);
      expect(mail.text).toContain('Algo ha cambiado');
      expect((await fetch(manageLink(mail))).status).toBe(200);
      await eventually('the page to say so', async () => {
        if (!javaScriptEnabled) await page.reload();
        return (await page.getByText('Sent to 1 of 1').count()) > 0 ? true : undefined;
      });
      await looksWell();
      await page.reload();
      await page.goto(`${address}/messages`);
      expect(await page.getByRole('row').count()).toBe(2);
      expect((await mailsTo(here, lucia)).length).toBe(2);
      expect((await mailsTo(here, sam)).length).toBe(1);

      // the second slot is called off: who has it is told, and their page says so
      await page.goto(`${address}/edit`);
      await page.getByLabel('Called off').nth(1).check();
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();
      await page.getByText('(called off)').waitFor();
      await looksWell();
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();
      await page.waitForURL(/\/messages\/new\?change=/);
      const english = page.getByRole('group', { name: 'English' });
      expect(await english.getByLabel('Message').inputValue()).toContain('this does not take place');
      await english.getByLabel('Subject').fill(`Not this time (${tag})`);
      await page.getByRole('button', { name: 'Look at it first' }).click();
      await page.getByRole('button', { name: 'Send to 1 person' }).click();
      const off = await mailTo(here, sam, /Not this time/);
      expect(off.text).toContain('this does not take place');
      expect(await (await fetch(manageLink(off))).text()).toContain('Called off');
      expect((await mailsTo(here, lucia)).length).toBe(2);

      const other = await atDesk(here, 'Hannah');
      for (const path of [`${address}/messages`, `${address}/messages/new`])
        expect([path, (await other.request.get(path)).status()]).toEqual([path, 404]);
      for (const one of [page, other]) await one.context().close();
    });
  });
}
