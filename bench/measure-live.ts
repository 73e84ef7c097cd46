/**
 * How long it takes until a dashboard that stands open in a browser shows what happened elsewhere, without reload: pledges that are accepted on a
 * campaign's wall screen, sign-ups on the dashboard of volunteering. The whole platform runs on this machine.
 * `node bench/measure-live.ts 20`
 */
import type { Page } from 'playwright-core';
import type { OpportunityList } from '#contracts/resources/availability.ts';
import { call, makePledge, tokenOf } from '#test/e2e/api.ts';
import { atDesk } from '#test/e2e/desk.ts';
import { eventually, type Platform, startPlatform } from '#test/e2e/platform.ts';
import { median } from './measure-cost.ts';

const times = Number(process.argv[2] ?? 20);

/** Milliseconds from the answer of `act` until what `look` reads off the page is another. */
async function delay(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  const look = () => page.locator(selector).first().textContent();
  const before = await look();
  await act();
  const from = performance.now();
  await eventually(`${selector} to change`, async () => ((await look()) === before ? undefined : true), 60_000);
  return performance.now() - from;
}

async function pledges(platform: Platform): Promise<readonly number[]> {
  const token = await tokenOf(platform);
  const made = [];
  for (let n = 0; n < times; n += 1) made.push(await makePledge(platform, `Sponsor ${n}`, `live.${n}@example.org`, 10_000 + n));
  const wall = await atDesk(platform, 'Pat');
  await wall.goto(`/desk/campaigns/${made[0]?.campaignId}?screen=wall`);
  const delays = [];
  for (const { path } of made)
    delays.push(
      await delay(wall, '.tile-main dd', async () => void (await call(platform, `${path.replace('/desk/', '/api/')}/accept`, token, {}))),
    );
  return delays;
}

async function signUps(platform: Platform): Promise<readonly number[]> {
  const { opportunities } = (await call(platform, '/api/opportunities')).body as OpportunityList;
  const open = opportunities.flatMap(({ opportunityId, questions, slots }) =>
    slots.flatMap(({ slot: { slotId, startsAt }, availability: { state, capacity, taken } }) =>
      questions.length === 0 && startsAt !== undefined && state === 'open'
        ? Array.from({ length: capacity - taken }, () => ({ opportunityId, slotId }))
        : [],
    ),
  );
  const page = await atDesk(platform, 'Dana');
  await page.goto('/desk/volunteering');
  const delays = [];
  for (const [n, { opportunityId, slotId }] of open.slice(0, times).entries()) {
    const request = {
      opportunityId,
      slots: [{ slotId, places: 1 }],
      person: { name: 'Live Wire', email: `live.wire.${n}@example.org` },
      language: 'en',
      answers: [],
      consent: true,
    };
    delays.push(
      await delay(page, '.tiles', async () => {
        const { status } = await call(platform, '/api/sign-ups', undefined, request, `live-wire-${n}-0123456789abcdef`);
        if (status !== 201) throw new Error(`a sign-up got ${status}`);
      }),
    );
  }
  return delays;
}

const platform = await startPlatform(4990);
try {
  for (const [name, measure] of Object.entries({ pledges, signUps })) {
    const delays = [...(await measure(platform))];
    process.stdout.write(
      `${name}: ${delays.length} changes, seen after ${Math.round(median(delays))} ms in the median, ${Math.round(Math.max(...delays))} ms at most\n`,
    );
  }
} finally {
  await platform.stop();
}
