/** What a person finds who comes too late to drop out. The clock is as it was when it ends. */
import { expect, it } from 'vitest';
import { OpportunityList } from '#contracts/resources/availability.ts';
import { HOUR } from '#domain/time.ts';
import { card, signUp } from '../pages.ts';
import { isDeployed, mailTo, manageLink, type Platform } from '../platform.ts';

export function tooLateStories(platform: () => Platform): void {
  it.skipIf(isDeployed)('asks people to call when it is too late to drop out', async () => {
    const { local } = platform();
    if (!local) throw new Error('the platform is not here');
    const context = await platform().open();
    const page = await context.newPage();
    await signUp(page, /Orchestra concert/, [/Ushers/], { name: 'Too Late', email: 'toolate@example.org' });
    await page.goto(manageLink(await mailTo(platform(), 'toolate@example.org', /signed up/i)));
    expect(
      await card(page, /Ushers/)
        .locator('details')
        .count(),
    ).toBeGreaterThan(0);
    // two hours before it begins, whatever time of the day it is now
    local.clock.offsetMs = (await startOf(platform(), 'Orchestra concert')) - 2 * HOUR - Date.now();
    await page.reload();
    expect(await card(page, /Ushers/).textContent()).toMatch(/too close/i);
    expect(
      await card(page, /Ushers/)
        .locator('details')
        .count(),
    ).toBe(0);
    local.clock.offsetMs = 0;
    await context.close();
  });
}

/** When the first slot of an opportunity begins, in milliseconds since the epoch. */
async function startOf({ siteUrl }: Platform, title: string): Promise<number> {
  const { opportunities } = OpportunityList.parse(await (await fetch(`${siteUrl}/api/opportunities`)).json());
  const slot = opportunities.find((one) => one.title.en === title)?.slots[0]?.slot;
  if (slot?.startsAt === undefined) throw new Error(`the demo has no ${title} with a time`);
  return Date.parse(slot.startsAt);
}
