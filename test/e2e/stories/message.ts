/** A coordinator moves a slot, and calls another off: those it concerns are told, each once, in their language, and their calendar follows; nobody else. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { entriesOf } from '../calendar.ts';
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
    it.each([true, false])(
      'moves a slot and calls another off, and those it concerns are told, JavaScript %s',
      async (javaScriptEnabled) => {
        const here = platform();
        const tag = javaScriptEnabled ? 'on' : 'off';
        const [lucia, sam] = [`lucia.${tag}@example.org`, `sam.${tag}@example.org`];
        const page = await atDesk(here, 'Luis', { javaScriptEnabled });
        const looksWell = async () => {
          if (javaScriptEnabled) expect(await violationsIn(page)).toEqual([]);
        };
        const address = await published(page, javaScriptEnabled ? 'Book fair' : 'Book swap');
        await signUp(here, address, 0, { name: 'Lucía Paz', email: lucia, language: 'es' });
        await signUp(here, address, 1, { name: 'Sam Reed', email: sam, language: 'en' });

        // the first slot begins half an hour later: whom that concerns, and what they will read, is shown before it is saved
        await page.goto(`${address}/edit`);
        await page.getByLabel('Starts').first().fill('09:30');
        await page.getByLabel('Ends', { exact: true }).first().fill('10:30');
        await page.getByRole('button', { name: 'Save', exact: true }).first().click();
        await page.getByText('1 person, 1 place (other time)').waitFor();
        await looksWell();
        const spanish = page.getByRole('region', { name: 'The email in Spanish' });
        expect(await spanish.textContent()).toMatch(/Nuevo horario.*9:30.*Antes.*9:00/);
        expect((await mailsTo(here, lucia)).length).toBe(1);

        // back and forth, nothing is lost
        await page.getByLabel('Add a word from you (Spanish)').fill(`El gimnasio abre tarde (${tag}).`);
        await page.getByRole('button', { name: 'Back to change it' }).click();
        expect(await page.getByLabel('Starts').first().inputValue()).toBe('09:30');
        await page.getByRole('button', { name: 'Save', exact: true }).first().click();
        await spanish.getByText('El gimnasio abre tarde').waitFor();
        await page.getByRole('button', { name: 'Save and tell 1 person' }).dblclick({ noWaitAfter: true });
        await page.waitForURL(/done=saveOpportunity/);
        const moved = await mailTo(here, lucia, /Nuevo horario/);
        expect(moved.text).toContain(`El gimnasio abre tarde (${tag}).`);
        const [first] = entriesOf(await mailTo(here, lucia, /Su inscripción/));
        const [second] = entriesOf(moved);
        expect(second).toMatchObject({ method: 'REQUEST', uid: first?.uid, status: 'CONFIRMED' });
        expect(Date.parse(second?.start ?? '') - Date.parse(first?.start ?? '')).toBe(30 * 60_000);
        expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Number.POSITIVE_INFINITY);

        // how far it is stands with the messages
        await page.getByRole('link', { name: 'See how far it is' }).click();
        await page.getByRole('link', { name: /^New time: / }).click();
        await eventually('the page to say so', async () => {
          if (!javaScriptEnabled) await page.reload();
          return (await page.getByText('Sent to 1 of 1').count()) > 0 ? true : undefined;
        });
        await looksWell();
        expect((await mailsTo(here, lucia)).length).toBe(2);
        expect((await mailsTo(here, sam)).length).toBe(1);

        // the second slot is called off: who has it is told, it leaves their calendar, and their page says so
        await page.goto(`${address}/edit`);
        await page.getByLabel('Called off').nth(1).check();
        await page.getByRole('button', { name: 'Save', exact: true }).first().click();
        await page.getByText('(called off)').waitFor();
        await page.getByRole('button', { name: 'Save and tell 1 person' }).click();
        const off = await mailTo(here, sam, /^Called off: /);
        expect(entriesOf(off)).toMatchObject([{ method: 'CANCEL', status: 'CANCELLED' }]);
        expect(await (await fetch(manageLink(off))).text()).toContain('Called off');
        expect((await mailsTo(here, lucia)).length).toBe(2);

        // two hours later: who has it is asked whether that suits, and says yes on a phone
        await page.goto(`${address}/edit`);
        await page.getByLabel('Starts').first().fill('11:30');
        await page.getByLabel('Ends', { exact: true }).first().fill('12:30');
        await page.getByRole('button', { name: 'Save', exact: true }).first().click();
        await spanish.getByText('Decir si todavía me conviene').waitFor();
        await page.getByRole('button', { name: 'Save and tell 1 person' }).click();
        await page.waitForURL(/done=saveOpportunity/);
        const asked = await eventually('the mail that asks', async () =>
          (await mailsTo(here, lucia)).find(({ text }) => text?.includes('¿todavía le conviene?')),
        );
        await page.goto(`${address}/roster`);
        await page.getByText('1 person has not confirmed the new time yet').waitFor();
        await looksWell();
        const phone = await (await here.open({ locale: 'es-US', viewport: { width: 390, height: 780 }, javaScriptEnabled })).newPage();
        await phone.goto(manageLink(asked));
        const question = phone.locator('form', { hasText: 'El horario cambió. ¿Todavía le conviene?' });
        expect(await question.textContent()).toMatch(/Antes.*9:00.*Ahora.*11:30/);
        if (javaScriptEnabled) expect(await violationsIn(phone)).toEqual([]);
        await question.getByRole('button', { name: 'Sí, ahí estaré' }).click();
        await phone.getByRole('status').getByText('La escuela ya sabe que usted estará ahí.').waitFor();
        expect(await question.count()).toBe(0);
        await phone.context().close();
        await page.reload();
        await page.getByText('Lucía Paz').waitFor();
        expect(await page.getByText('has not confirmed').count()).toBe(0);

        // words of their own still go to whom they choose
        await page.goto(`${address}/messages/new`);
        await page.getByRole('group', { name: 'English' }).getByLabel('Subject').fill(`Bring a bag (${tag})`);
        await page.getByRole('group', { name: 'English' }).getByLabel('Message').fill('For your books.');
        await page.getByRole('button', { name: 'Look at it first' }).click();
        await page.getByText('Nothing is sent yet.').waitFor();
        await page.getByRole('button', { name: 'Send to 2 people' }).dblclick({ noWaitAfter: true });
        await page.waitForURL(/\/messages\/msg_/);
        await mailTo(here, sam, /Bring a bag/);

        const other = await atDesk(here, 'Hannah');
        for (const path of [`${address}/messages`, `${address}/messages/new`])
          expect([path, (await other.request.get(path)).status()]).toEqual([path, 404]);
        for (const one of [page, other]) await one.context().close();
      },
    );
  });
}
