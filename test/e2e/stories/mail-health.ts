/** Mail that does not arrive: the desk shows it by itself, holds back the next, and lets an admin have it go again. */
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../../web/axe.ts';
import { atDesk } from '../desk.ts';
import { signUp } from '../pages.ts';
import type { Platform } from '../platform.ts';
import { eventually, isDeployed, mailsTo, mailTo } from '../platform.ts';

const tile = (name: string) => `dt:text-is("${name}") + dd`;

export function mailHealthStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('mail that does not arrive', () => {
    it.each([true, false])('is held back until an admin lets it go again, JavaScript %s', async (javaScriptEnabled) => {
      const here = platform();
      // of the mail service's simulator: it takes no mail
      const email = `bounce+hana.${javaScriptEnabled}@simulator.amazonses.com`;
      const details = { name: 'Hana Lost', email };
      const parent = await (await here.open({ javaScriptEnabled })).newPage();
      const desk = await atDesk(here, 'Dana', { javaScriptEnabled });
      await desk.getByRole('link', { name: 'Email', exact: true }).click();
      await desk.getByRole('heading', { level: 1, name: 'Email' }).waitFor();
      /** With script the page moves by itself. */
      const look = async (what: string, see: () => Promise<boolean>): Promise<void> => {
        await eventually(
          what,
          async () => {
            if (!javaScriptEnabled) await desk.goto('/desk/mail');
            return (await see()) ? true : undefined;
          },
          10_000,
        );
      };
      const listed = async (): Promise<boolean> => (await desk.locator('main').textContent())?.includes(email) ?? false;
      const heldBack = async (): Promise<number> => Number.parseInt((await desk.locator(tile('Held back')).textContent()) ?? '', 10);

      await signUp(parent, /Lend us folding tables/, [/A folding table/], details);
      await mailTo(here, email, /signed up/i);
      await look('the address to be listed', listed);
      if (javaScriptEnabled) expect(await violationsIn(desk)).toEqual([]);

      // a parent is told the same as ever, and no second mail goes out
      const before = await heldBack();
      await signUp(parent, /Translate the newsletter/, [/Translator/], details);
      expect(await parent.locator('main').textContent()).toMatch(/Translator/);
      await look('a mail to be held back', async () => (await heldBack()) === before + 1);
      expect(await mailsTo(here, email)).toHaveLength(1);

      await desk.getByRole('link', { name: `Send email again to ${email}` }).click();
      await desk.getByRole('button', { name: 'Send email again' }).click();
      await desk.getByText('Write why, in a few words').first().waitFor();
      await desk.getByLabel('Why', { exact: true }).fill('She freed her mailbox');
      if (javaScriptEnabled) expect(await violationsIn(desk)).toEqual([]);
      await desk.getByRole('button', { name: 'Send email again' }).click();
      await desk.getByText('This address gets email again, from the next one on.').waitFor();
      expect(desk.url()).not.toContain('amazonses');

      await signUp(parent, /Welcome calls/, [/Caller, English/], details);
      await eventually('the next mail to go', async () => ((await mailsTo(here, email)).length === 2 ? true : undefined));

      await desk.getByRole('link', { name: 'History' }).click();
      const history = (await desk.locator('main').textContent()) ?? '';
      expect(history).toMatch(/Dana Whitfield.*Address may get mail again.*She freed her mailbox/s);
      expect(history).not.toContain('amazonses');
      await parent.context().close();
      await desk.context().close();
    });

    it('is shown without addresses to who only looks, and not at all to a coordinator', async () => {
      const here = platform();
      const viewer = await atDesk(here, 'Pat');
      await viewer.getByRole('link', { name: /Email/ }).first().click();
      await viewer.getByRole('heading', { level: 1, name: 'Email' }).waitFor();
      expect(await viewer.locator('main').textContent()).not.toContain('@');
      const coordinator = await atDesk(here, 'Luis');
      expect(await coordinator.getByRole('link', { name: 'Email', exact: true }).count()).toBe(0);
      expect((await coordinator.goto('/desk/mail'))?.status()).toBe(403);
      await viewer.context().close();
      await coordinator.context().close();
    });
  });
}
