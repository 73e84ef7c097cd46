/** What goes wrong on phones every day: double taps, the back button, lost answers, a slot that fills while somebody reads, forgotten mails. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OpportunityList, PublicOpportunity } from '#contracts/resources/availability.ts';
import { choose, consent, fillIn, openOpportunity, send, signUp } from '../pages.ts';
import { isDeployed, mailsTo, mailTo, manageLink, type Platform } from '../platform.ts';

/** Lists may be some seconds old; one opportunity is not. */
async function opportunityOf(platform: Platform, title: string): Promise<PublicOpportunity | undefined> {
  const list = (await (await fetch(`${platform.siteUrl}/api/opportunities`)).json()) as OpportunityList;
  const id = list.opportunities.find((one) => one.title.en === title)?.opportunityId;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return id && ((await (await fetch(`${platform.siteUrl}/api/opportunities/${id}`)).json()) as PublicOpportunity);
}

async function slotOf(platform: Platform, title: string, label: string) {
  const opportunity = await opportunityOf(platform, title);
  const slot = opportunity?.slots.find((one) => one.slot.label.en === label);
  if (!opportunity || !slot) throw new Error(`no slot ${label} of ${title}`);
  return { opportunity, slot: slot.slot, ...slot.availability };
}

const takeByApi = (platform: Platform, opportunityId: string, slotId: string, places: number, email: string, key: string) =>
  fetch(`${platform.siteUrl}/api/sign-ups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      opportunityId,
      slots: [{ slotId, places }],
      person: { name: 'Early Bird', email },
      language: 'en',
      answers: [],
      consent: true,
    }),
  });

export function carefulStories(platform: () => Platform): void {
  describe.each([true, false])('a careful platform, JavaScript %s', (javaScriptEnabled) => {
    it('takes one place for two taps, a reload and the back button, and writes once', async () => {
      const email = `twice.${javaScriptEnabled}@example.org`;
      const before = await slotOf(platform(), 'School garden Saturday', 'First group');
      const context = await platform().open({ javaScriptEnabled });
      const page = await context.newPage();
      await openOpportunity(page, /School garden/);
      await choose(page, /First group/);
      await fillIn(page, { name: 'Tap Twice', email });
      await consent(page);
      await page.locator('form[data-once] button[type=submit]').dblclick({ noWaitAfter: true });
      await page.waitForURL(/\/signed-up\//);
      const result = page.url();
      await page.reload();
      expect(page.url()).toBe(result);

      await page.goBack();
      await page.waitForURL(/\/opportunities\//);
      expect(await page.locator('#email').inputValue()).toBe(email);
      await send(page);
      await page.waitForURL(/\/signed-up\//);
      expect(page.url()).toBe(result);
      const after = await slotOf(platform(), 'School garden Saturday', 'First group');
      expect(after.taken).toBe(before.taken + 1);
      if (!isDeployed) {
        await mailTo(platform(), email, /signed up/i);
        expect(await mailsTo(platform(), email)).toHaveLength(1);
      }
      await context.close();
    });
  });

  it('says that a slot filled while somebody was reading, keeps what was typed and shows what is left', async () => {
    const { opportunity, slot, placesLeft } = await slotOf(platform(), 'Orchestra concert', 'Refreshments');
    const context = await platform().open();
    const page = await context.newPage();
    await openOpportunity(page, /Orchestra concert/);
    await choose(page, /Refreshments/);
    await fillIn(page, { name: 'Just Late', email: 'late@example.org' });
    await consent(page);
    const taken = await takeByApi(platform(), opportunity.opportunityId, slot.slotId, placesLeft, 'early@example.org', randomUUID());
    expect(taken.status).toBe(201);
    await send(page);
    await page
      .getByText(/Ushers/)
      .first()
      .waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toMatch(/filled up/i);
    expect(await page.locator('#email').inputValue()).toBe('late@example.org');
    expect((await slotOf(platform(), 'Orchestra concert', 'Refreshments')).placesLeft).toBe(0);
    await context.close();
  });

  it('gives some of several slots and says of each what became of it', async () => {
    const { opportunity, slot, placesLeft } = await slotOf(platform(), 'Science fair judges', 'Judge, early evening');
    const context = await platform().open();
    const page = await context.newPage();
    await openOpportunity(page, /Science fair/);
    await choose(page, /early evening/, /late evening/);
    await fillIn(page, { name: 'Half Lucky', email: 'half@example.org' });
    await consent(page);
    await takeByApi(platform(), opportunity.opportunityId, slot.slotId, placesLeft, 'early.judge@example.org', randomUUID());
    await send(page);
    await page.waitForURL(/\/signed-up\//);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('Judge, early evening');
    expect(text).toContain('Judge, late evening');
    expect(text).toMatch(/filled up/i);
    if (!isDeployed) {
      const mail = await mailTo(platform(), 'half@example.org', /signed up/i);
      expect(mail.text).toContain('Judge, late evening');
      expect(mail.text).toContain('Judge, early evening');
    }
    await context.close();
  });

  it('answers the same API request under the same key the same, and refuses another one', async () => {
    const { opportunity, slot, taken } = await slotOf(platform(), 'School garden Saturday', 'Second group');
    const key = randomUUID();
    const ask = (places: number) => takeByApi(platform(), opportunity.opportunityId, slot.slotId, places, 'api@example.org', key);
    const first = await ask(2);
    const again = await ask(2);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect((await ask(3)).status).toBe(422);
    expect((await slotOf(platform(), 'School garden Saturday', 'Second group')).taken).toBe(taken + 2);
  });

  it.skipIf(isDeployed)('sends the link to those who have sign-ups and to nobody else, and tells nobody the difference', async () => {
    const context = await platform().open();
    const page = await context.newPage();
    await signUp(page, /School garden/, [/Second group/], { name: 'Lost Mail', email: 'lost@example.org' });
    await mailTo(platform(), 'lost@example.org', /signed up/i);
    const pages: string[] = [];
    for (const email of ['LOST@example.org', 'stranger@example.org']) {
      await page.goto('/my-sign-ups');
      await askForLink(page, email);
      await page.waitForURL(/\/my-sign-ups\/sent/);
      pages.push(await page.content());
    }
    expect(pages[0]).toBe(pages[1]);
    const mail = await mailTo(platform(), 'lost@example.org', /link/i);
    await page.goto(manageLink(mail));
    await page
      .getByText(/School garden Saturday/)
      .first()
      .waitFor();
    expect(await mailsTo(platform(), 'stranger@example.org')).toEqual([]);
    await context.close();
  });

  it('shows no sign-ups for a link that was altered', async () => {
    const context = await platform().open();
    const page = await context.newPage();
    const answer = await page.goto(`/manage/${'A'.repeat(32)}`);
    expect(answer?.status()).toBe(401);
    await page
      .getByRole('link', { name: /link|sign-ups/i })
      .first()
      .waitFor();
    await context.close();
  });
}

async function askForLink(page: Parameters<typeof send>[0], email: string): Promise<void> {
  await page.locator('#email').fill(email);
  await send(page);
}
