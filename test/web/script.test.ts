/** What the small script adds, and that everything works without it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignUpRequest } from '#contracts/resources/sign-up.ts';
import { readSignUpForm, signUpBody } from '#web/forms/index.ts';
import { ALL_PAGES, contextIn } from './all-pages.ts';
import { launch, serve } from './browser.ts';
import { carnival } from './district.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => browser?.close());

const html = ALL_PAGES.opportunity?.(contextIn('en')) ?? '';

async function onPage<T>(
  script: boolean,
  act: (page: import('playwright-core').Page, posts: string[]) => Promise<T>,
  of = html,
): Promise<T> {
  const context = await browser.newContext({ javaScriptEnabled: script });
  try {
    const page = await context.newPage();
    const posts: string[] = [];
    await serve(page, of, (body) => void posts.push(body));
    return await act(page, posts);
  } finally {
    await context.close();
  }
}

const shared = ALL_PAGES['opportunity, shared']?.(contextIn('en')) ?? '';

describe('with script', { timeout: 30_000 }, () => {
  it('a text to pass on is copied, and the button says so', async () => {
    await onPage(
      true,
      async (page) => {
        const copied = () => page.evaluate(() => Reflect.get(window, 'copied'));
        const button = page.locator('[data-copy]').first();
        await button.click();
        await expect.poll(() => button.textContent()).toBe('Copied');
        expect(await copied()).toMatch(
          /^Lincoln Elementary is looking for help: Spring Carnival, .* https:\/\/volunteer\.example\.org\/opp/,
        );
      },
      // what a browser gives to safe origins only
      shared.replace(
        '<head>',
        `<head><script>Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })</script>`,
      ),
    );
  });

  it('a form is sent once, however often its button is pressed', async () => {
    await onPage(true, async (page, posts) => {
      const button = page.locator('button[type=submit]');
      // a browser may merge quick submits by itself, so the refusals are counted, not only what was sent
      const refused = await button.evaluate((element: HTMLButtonElement) => {
        const seen: boolean[] = [];
        element.form?.addEventListener('submit', (event) => seen.push(event.defaultPrevented));
        for (let presses = 0; presses < 3; presses += 1) element.click();
        return seen;
      });
      expect(refused).toEqual([false, true, true]);
      await expect.poll(() => posts.length).toBe(1);
      expect(await button.textContent()).toBe('Sending…');
    });
  });

  it('places are asked for only where something is chosen, and the sum stays in sight', async () => {
    await onPage(true, async (page) => {
      const row = page.locator('.slot-open').first();
      const places = row.locator('select');
      expect(await places.isVisible()).toBe(false);
      expect(await page.locator('.chosen').isVisible()).toBe(false);
      await row.locator('.slot-tick').check();
      await places.selectOption('3');
      expect(await page.locator('.chosen [role=status]').textContent()).toBe('1 chosen · 3 places');
    });
  });

  it('the tick of a series is that of its dates together, but not of full ones', async () => {
    await onPage(
      true,
      async (page, posts) => {
        const whole = page.locator('.series-tick');
        const status = page.locator('.chosen [role=status]');
        const places = page.locator('.series .slot-places');
        const is = () => whole.evaluate((one: HTMLInputElement) => [one.checked, one.indeterminate]);
        expect(await places.isVisible()).toBe(false);
        await whole.check();
        await places.locator('select').selectOption('2');
        expect(await status.textContent()).toBe('13 chosen · 26 places');
        expect(await page.locator('.slot-wait .slot-tick').isChecked()).toBe(false);
        await page.locator('.dates .slot-tick').nth(1).uncheck();
        expect([await is(), await status.textContent()]).toEqual([[false, true], '12 chosen · 24 places']);
        await page.getByRole('button', { name: 'Sign me up' }).click();
        await expect.poll(() => posts.length).toBe(1);
        const posted = new URLSearchParams(posts[0]);
        expect([posted.getAll('slot').length, posted.has('series')]).toEqual([12, false]);
        await page.locator('.dates .slot-tick').nth(1).check();
        expect(await is()).toEqual([true, false]);
        await whole.uncheck();
        expect([await is(), await page.locator('.slot-tick:checked').count()]).toEqual([[false, false], 0]);
      },
      ALL_PAGES['opportunity, recurring']?.(contextIn('en')) ?? '',
    );
  });

  it('what went wrong has the focus', async () => {
    const wrong = ALL_PAGES['opportunity, form with errors']?.(contextIn('en')) ?? '';
    await onPage(
      true,
      async (page) => expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-focus'))).toBe(true),
      wrong,
    );
  });
});

describe('a live dashboard', { timeout: 30_000 }, () => {
  const before = ALL_PAGES['desk, volunteering']?.(contextIn('en')) ?? '';

  /** The page, and what it is when it is asked for again. */
  async function live(
    next: (page: import('playwright-core').Page) => Promise<void>,
    answer: { status: number; body?: string },
  ): Promise<void> {
    const page = await browser.newPage();
    try {
      await page.clock.install();
      await serve(page, before, () => undefined);
      await page.route('http://site.test/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', ...answer }));
      await page.getByText('As a table').first().click();
      await page.locator('.tiles a').nth(1).focus();
      await page.clock.runFor(3_000);
      await next(page);
    } finally {
      await page.close();
    }
  }

  it('shows what changed, keeps open what was open, and leaves the focus where it was', async () => {
    const changed = before.replace(/(<dl class="tiles">.*?<a [^>]*>)[^<]*/s, '$1NEW');
    expect(changed).not.toBe(before);
    await live(
      async (page) => {
        await expect.poll(() => page.locator('.tiles').textContent()).toContain('NEW');
        expect(
          await page
            .locator('details')
            .first()
            .evaluate((one: HTMLDetailsElement) => one.open),
        ).toBe(true);
        expect(await page.evaluate(() => [...document.querySelectorAll('.tiles a')].indexOf(document.activeElement as Element))).toBe(1);
      },
      { status: 200, body: changed },
    );
  });

  it('says that it is stale when it gets no answer', async () => {
    await live(async (page) => expect.poll(() => page.locator('[data-live][data-stale]').count()).toBe(1), { status: 503 });
  });
});

describe('without script', { timeout: 30_000 }, () => {
  it('one tick asks for a whole series', async () => {
    await onPage(
      false,
      async (page, posts) => {
        await page.locator('.series-tick').check();
        await page.getByRole('button', { name: 'Sign me up' }).click();
        await expect.poll(() => posts.length).toBe(1);
        const body = signUpBody(readSignUpForm(new URLSearchParams(posts[0])), { opportunityId: carnival.opportunityId, language: 'en' });
        expect(body).toMatchObject({ slots: { length: 13 } });
      },
      ALL_PAGES['opportunity, recurring']?.(contextIn('en')) ?? '',
    );
  });

  it('the whole form can be filled in and sent, and is a request that the contract accepts', async () => {
    await onPage(false, async (page, posts) => {
      await page.locator('.slot-tick').first().check();
      await page.locator('.slot-open select').first().selectOption('2');
      await page.getByLabel('Your name').fill("Maria O'Brien");
      await page.getByLabel('Your email').fill('maria@example.org');
      await page.getByLabel('T-shirt size').selectOption('L');
      await page.locator('#consent').check();
      await page.getByRole('button', { name: 'Sign me up' }).click();
      await expect.poll(() => posts.length).toBe(1);
      const values = readSignUpForm(new URLSearchParams(posts[0]));
      const request = SignUpRequest.parse(signUpBody(values, { opportunityId: carnival.opportunityId, language: 'en' }));
      expect(request.slots).toEqual([{ slotId: carnival.slots[0]?.slot.slotId, places: 2 }]);
      expect(request.person).toEqual({ name: "Maria O'Brien", email: 'maria@example.org' });
      expect(request.answers).toHaveLength(1);
    });
  });
});
