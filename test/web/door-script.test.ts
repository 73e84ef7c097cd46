/** The page at the door with its script: shown at once, kept while there is no network, sent once there is, and nothing lost in between. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpId } from '#test/support/builders.ts';
import { ALL_PAGES, contextIn } from './all-pages.ts';
import { launch, serve } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => browser?.close());

const html = ALL_PAGES['desk, at the door']?.(contextIn('en')) ?? '';
const CLEO = signUpId(3);
const NOBODY_KNOWS = signUpId(4);
type Network = 'fine' | 'none' | 'pages alone' | 'signed out' | 'other session' | 'gone' | 'foreign' | 'broken';

/** The page, with a server that does what `network.is` says. */
async function door(page: Page, network: { is: Network; html?: string }, posts: URLSearchParams[]): Promise<void> {
  await serve(page, html, () => undefined);
  await page.route(/\/desk\/|http:\/\/site\.test\/$/, async (route) => {
    const request = route.request();
    if (network.is === 'none') return route.abort('internetdisconnected');
    if (request.method() === 'GET') {
      const signIn = '<form action="/desk/sign-in"></form>';
      const body = network.is === 'signed out' ? signIn : posts.reduce(withMark, network.html ?? html);
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    }
    const form = new URLSearchParams(request.postData() ?? '');
    if (network.is === 'pages alone') return route.abort('internetdisconnected');
    if (network.is === 'broken') return route.fulfill({ status: 503, contentType: 'text/html', body: html });
    if (network.is === 'gone') return route.fulfill({ status: 404, contentType: 'text/html', body: html });
    if (network.is === 'foreign') return route.fulfill({ status: 404, body: '<h1>Not found</h1>' });
    if (network.is === 'signed out') return route.fulfill({ status: 401, body: '' });
    if (network.is === 'other session' && form.get('formToken') !== 'token-of-another') return route.fulfill({ status: 403, body: '' });
    posts.push(form);
    form.set('path', new URL(request.url()).pathname);
    return route.fulfill({ status: 303, headers: { location: 'http://site.test/desk/list' } });
  });
}

/** The page after what was posted. */
const withMark = (page: string, post: URLSearchParams): string =>
  page.replace(new RegExp(`(data-path="${post.get('path')}" data-state=")\\w+`), `$1${post.get('attendance')}`);

async function atDoor(
  act: (page: Page, network: { is: Network; html?: string }, posts: URLSearchParams[], context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const [network, posts] = [{ is: 'fine' as Network }, [] as URLSearchParams[]];
  try {
    const page = await context.newPage();
    await page.clock.install({ time: new Date('2027-03-05T23:30:00Z') });
    await door(page, network, posts);
    await act(page, network, posts, context);
  } finally {
    await context.close();
  }
}

const row = (page: Page, id: string) => page.locator(`#r-${id}`);
const stateOf = (page: Page, id: string) => row(page, id).getAttribute('data-state');
const said = (page: Page) => page.locator('.door-net [role=status]').textContent();
const tap = (page: Page, id: string, act = 'Check in') => row(page, id).getByRole('button', { name: act }).click();
const keptOn = (page: Page) => page.evaluate(() => localStorage.getItem('door') ?? '[]');
/** Until the next look. */
const later = (page: Page) => page.clock.runFor(16_000);

describe('with script', { timeout: 30_000 }, () => {
  it('a tap shows at once and is sent with the moment it was seen', async () => {
    await atDoor(async (page, network, posts) => {
      network.is = 'none';
      await tap(page, NOBODY_KNOWS);
      expect(await stateOf(page, NOBODY_KNOWS)).toBe('attended');
      expect(await row(page, NOBODY_KNOWS).locator('[data-said]').textContent()).toMatch(/^Here, 5:30/);
      network.is = 'fine';
      await later(page);
      await expect.poll(() => posts.length).toBe(1);
      expect(posts[0]?.get('attendance')).toBe('attended');
      expect(posts[0]?.get('at')).toMatch(/^2027-03-05T23:30:/);
      expect(await page.locator('[data-here]').first().textContent()).toBe('5 of 6 here');
      await expect.poll(() => keptOn(page)).toBe('[]');
    });
  });

  it('without a network keeps ids and marks and no name, says how many wait, survives a reload, and says when all is sent', async () => {
    await atDoor(async (page, network, posts) => {
      network.is = 'none';
      await tap(page, NOBODY_KNOWS);
      await tap(page, signUpId(1), 'Undo');
      await expect.poll(() => said(page)).toMatch(/^2 marks waiting to be sent\. No network\./);
      const kept = await keptOn(page);
      expect(JSON.parse(kept)).toHaveLength(2);
      for (const name of ['Ana', 'Bob', 'example.org', 'token-of-the-session']) expect(kept).not.toContain(name);
      network.is = 'pages alone';
      await page.reload();
      expect([await stateOf(page, NOBODY_KNOWS), await stateOf(page, signUpId(1))]).toEqual(['attended', 'open']);
      expect(posts).toEqual([]);
      network.is = 'fine';
      await later(page);
      await expect.poll(() => posts.length).toBe(2);
      await expect.poll(() => said(page)).toBe('All sent.');
      expect(await keptOn(page)).toBe('[]');
    });
  });

  it('says nothing of what is sent within the moment', async () => {
    await atDoor(async (page, _, posts) => {
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => posts.length).toBe(1);
      await expect.poll(() => keptOn(page)).toBe('[]');
      expect(await page.locator('.door-net').isVisible()).toBe(false);
    });
  });

  it('sends again what a server that is broken did not take, and loses nothing', async () => {
    await atDoor(async (page, network, posts) => {
      network.is = 'broken';
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => said(page)).toMatch(/^1 mark waiting to be sent/);
      network.is = 'fine';
      await later(page);
      await expect.poll(() => posts.length).toBe(1);
    });
  });

  it('signed out meanwhile keeps all, leads to the sign-in, and sends it with the token of the next session', async () => {
    await atDoor(async (page, network, posts) => {
      network.is = 'signed out';
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => said(page)).toContain('You are signed out. Nothing is lost');
      const href = await page.locator('.door-net a').getAttribute('href');
      expect(href).toMatch(/^\/desk\/sign-in\?next=%2Fdesk%2Fopportunities%2Fopp_\w+%2Fcheck-in/);
      expect(JSON.parse(await keptOn(page))).toHaveLength(1);
      network.is = 'other session';
      network.html = html.replaceAll('token-of-the-session', 'token-of-another');
      await later(page);
      await expect.poll(() => posts.map((post) => post.get('formToken'))).toEqual(['token-of-another']);
      await expect.poll(() => said(page)).toBe('All sent.');
    });
  });

  it('says of a sign-up that is gone that its mark could not be kept, and sends the others', async () => {
    await atDoor(async (page, network, posts) => {
      network.is = 'gone';
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => said(page)).toContain('1 mark could not be kept');
      expect(await keptOn(page)).toBe('[]');
      network.is = 'fine';
      await tap(page, CLEO);
      await expect.poll(() => posts.length).toBe(1);
    });
  });

  it('keeps what who is signed in now may not send, for who may', async () => {
    await atDoor(async (page, network, posts) => {
      network.is = 'foreign';
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => said(page)).toContain('for a school that is not yours');
      expect(JSON.parse(await keptOn(page))).toHaveLength(1);
      network.is = 'fine';
      await later(page);
      await expect.poll(() => posts.length).toBe(1);
      await expect.poll(() => said(page)).toBe('All sent.');
    });
  });

  it('lets go of what nobody came back for in a month', async () => {
    await atDoor(async (page, network) => {
      network.is = 'none';
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => said(page)).toMatch(/^1 mark waiting/);
      network.is = 'pages alone';
      await page.clock.setSystemTime(new Date('2027-04-05T23:00:00Z'));
      await page.reload();
      expect(await stateOf(page, NOBODY_KNOWS)).toBe('open');
    });
  });

  it('shows what another phone said meanwhile', async () => {
    await atDoor(async (page, network) => {
      network.html = html.replace(new RegExp(`(id="r-${CLEO}"[^>]*data-state=")missed`), '$1attended');
      expect(network.html).not.toBe(html);
      await later(page);
      await expect.poll(() => stateOf(page, CLEO)).toBe('attended');
    });
  });

  it('takes back what is shown also where the clock of the phone is behind', async () => {
    await atDoor(async (page, _, posts) => {
      await page.clock.setFixedTime(new Date('2027-03-05T12:00:00Z'));
      await tap(page, signUpId(1), 'Undo');
      await expect.poll(() => posts[0]?.get('at')).toBe('2027-03-05T23:02:00.001Z');
    });
  });

  it('finds names while they are typed, without a network', async () => {
    await atDoor(async (page, network) => {
      network.is = 'none';
      await page.locator('#q').fill('gOMEZ');
      expect([await row(page, signUpId(1)).isVisible(), await row(page, CLEO).isVisible()]).toEqual([true, false]);
      await page.locator('#q').fill('zzz');
      expect(await page.locator('[data-none]').isVisible()).toBe(true);
      await page.locator('#q').press('Enter');
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('says how many are left unmarked as it is now', async () => {
    await atDoor(async (page, network) => {
      const rest = page.locator('[data-rest]').first();
      network.html = html.replace('1 person is not marked', '2 people are not marked');
      expect(network.html).not.toBe(html);
      await later(page);
      await expect.poll(() => rest.textContent()).toContain('2 people are not marked');
    });
  });

  it('keeps minutes like marks, and leaves what is no number to the server', async () => {
    await atDoor(async (page, _, posts) => {
      await row(page, signUpId(2)).locator('summary').click();
      await row(page, signUpId(2)).locator('[name=minutes]').fill('30');
      await row(page, signUpId(2)).getByRole('button', { name: 'Save the minutes' }).click();
      expect(await row(page, signUpId(2)).locator('[data-said]').textContent()).toMatch(/^Here, \S+ PM · (30|45) minutes$/);
      await expect.poll(() => posts[0]?.get('minutes')).toBe('30');
      await expect.poll(() => keptOn(page)).toBe('[]');
      await row(page, signUpId(2)).locator('summary').click();
      await row(page, signUpId(2)).locator('[name=minutes]').fill('half');
      await row(page, signUpId(2)).getByRole('button', { name: 'Save the minutes' }).click();
      await expect.poll(() => posts[1]?.get('minutes')).toBe('half');
      expect(posts[1]?.has('at')).toBe(false);
    });
  });

  it('where nothing can be kept posts the form as it is', async () => {
    await atDoor(async (page, _, posts) => {
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new Error('full');
        };
      });
      await tap(page, NOBODY_KNOWS);
      await expect.poll(() => posts.length).toBe(1);
      expect(posts[0]?.has('at')).toBe(false);
    });
  });
});
