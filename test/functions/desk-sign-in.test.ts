/** Signing in to the desk and out of it: cookies, what is refused, and where it leads. */
import { describe, expect, it } from 'vitest';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskPaths, FLOW_COOKIE, FORM_TOKEN_FIELD, SESSION_COOKIE } from '#contracts/desk-pages.ts';
import { DANA, PROVIDER } from '#test/support/fake-desk.ts';
import { cookieOf, deskBrowser, deskScene, handedTo } from './desk-session.ts';
import type { SitePorts } from './http.ts';

const LUIS = 'luis@riverbend.example';
const IVAN = 'ivan@riverbend.example';

describe('a sign-in', () => {
  it('begins at a page with one button, goes to the provider, and ends at the desk', async () => {
    const { browser } = await deskScene();
    const first = await browser.get('/desk');
    expect([first.status, first.headers.location]).toEqual([303, '/desk/sign-in?next=%2Fdesk']);
    const offered = await browser.get('/desk/sign-in?next=%2Fdesk');
    expect(offered.status).toBe(200);
    expect(offered.body.match(/<form/g)).toHaveLength(1);
    const begun = await browser.post(deskPaths.signIn, { next: '/desk' });
    expect([begun.status, handedTo(begun.body)]).toEqual([200, `${PROVIDER}/auth?state=state-1&client_id=desk`]);
    const done = await browser.get(`${deskPaths.signedIn}?code=code-of-${DANA}&state=state-1`);
    expect([done.status, done.headers.location]).toEqual([303, '/desk']);
    const desk = await browser.get('/desk/me');
    expect(desk.status).toBe(200);
    expect(desk.body).toContain(DANA);
    // whoever is signed in is not asked again
    expect((await browser.get('/desk/sign-in?next=%2Fdesk%3Fa')).headers.location).toBe('/desk?a');
  });

  it('keeps its cookies from scripts, other hosts and other sites, and for as long as they are good', async () => {
    const { browser } = await deskScene();
    const begun = await browser.post(deskPaths.signIn, { next: '' });
    expect(begun.cookies).toEqual([
      expect.stringMatching(/^__Host-desk-flow=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    const done = await browser.get(`${deskPaths.signedIn}?code=code-of-${DANA}&state=state-1`);
    expect(done.cookies).toEqual([
      '__Host-desk-flow=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
      expect.stringMatching(/^__Host-desk=[\w.-]+; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    for (const cookie of done.cookies) expect(cookie.length).toBeLessThan(1_000);
  });

  it('is nowhere kept by browsers or found by search engines, and tells no other site where it was', async () => {
    const { browser } = await deskScene();
    const answers = [
      await browser.get('/desk'),
      await browser.get('/desk/sign-in'),
      await browser.get('/desk/signed-out'),
      await browser.get('/desk/signed-in?code=x'),
      await browser.post(deskPaths.signIn, {}),
      await browser.signIn(DANA),
      await browser.get('/desk'),
      await browser.post(deskPaths.signOut, {}),
      await browser.post(deskPaths.signOut),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 200, 200, 400, 200, 303, 200, 403, 200]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy': expect.stringContaining("form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
      });
  });

  it('leads to the page of the desk that was asked for', async () => {
    const { browser } = await deskScene();
    const asked = await browser.get('/desk?campaign=cmp_1');
    const { searchParams } = new URL(asked.headers.location ?? '', 'https://own.example');
    expect((await browser.signIn(DANA, searchParams.get('next') ?? '')).headers.location).toBe('/desk?campaign=cmp_1');
  });

  it.each(['https://elsewhere.example', '//elsewhere.example/desk', '/desk//elsewhere.example', '/\\elsewhere.example', '/privacy'])(
    'never leads to %s',
    async (next) => {
      const { browser } = await deskScene();
      const offered = await browser.get(`/desk/sign-in?${new URLSearchParams({ next })}`);
      expect(offered.body).toContain('name="next" value="/desk"');
      expect((await browser.signIn(DANA, next)).headers.location).toBe('/desk');
      expect((await browser.get(`/desk/sign-in?${new URLSearchParams({ next })}`)).headers.location).toBe('/desk');
    },
  );

  it('that another site makes a browser begin is none', async () => {
    const { here } = await deskScene();
    const answer = await here.post(
      deskPaths.signIn,
      { next: '/desk' },
      { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' } },
    );
    expect([answer.status, answer.cookies]).toEqual([403, []]);
  });

  const back = (state = 'state-1', email = DANA): string => `${deskPaths.signedIn}?code=code-of-${email}&state=${state}`;

  it('is good for ten minutes, and not a millisecond more', async () => {
    const { browser, there } = await deskScene();
    await browser.post(deskPaths.signIn, {});
    there.clock.advance(10 * 60_000 - 1);
    expect((await browser.get(back())).status).toBe(303);
    await browser.post(deskPaths.signIn, {});
    there.clock.advance(10 * 60_000);
    const late = await browser.get(back('state-2'));
    expect([late.status, late.cookies.map(cookieOf)]).toEqual([400, [[FLOW_COOKIE, '']]]);
    expect(late.body).toContain('That took too long');
  });

  it('is good once: what began it is gone when it comes back', async () => {
    const { browser } = await deskScene();
    await browser.post(deskPaths.signIn, {});
    expect((await browser.get(back())).status).toBe(303);
    expect((await browser.get(back())).status).toBe(400);
  });

  it.each([
    ['another browser', async () => []],
    ['something altered', async (flow: string) => [`${FLOW_COOKIE}=${flow.slice(0, -9)}A${flow.slice(-8)}`]],
    [
      'a session in its place',
      async (_: string, ports: SitePorts) => [
        `${FLOW_COOKIE}=${await ports.seals.seal('session', { state: 'state-1', nonce: '', verifier: '', next: '/desk', until: 8e15 })}`,
      ],
    ],
    [
      'a seal of another key',
      async () => [
        `${FLOW_COOKIE}=${await deskSeals(async () => 'o'.repeat(64)).seal('sign-in', { state: 'state-1', nonce: '', verifier: '', next: '/desk', until: 8e15 })}`,
      ],
    ],
  ])('that comes back with %s is none', async (_, cookiesOf) => {
    let ports: SitePorts | undefined;
    const { browser, here } = await deskScene((given) => {
      ports = given;
      return given;
    });
    await browser.post(deskPaths.signIn, {});
    if (!ports) throw new Error('the site has ports');
    const answer = await here.get(back(), { cookies: await cookiesOf(browser.jar.get(FLOW_COOKIE) ?? '', ports) });
    expect([answer.status, answer.cookies.map(cookieOf)]).toEqual([400, [[FLOW_COOKIE, '']]]);
    // the same, as it was begun, is one
    expect((await browser.get(back())).status).toBe(303);
  });

  it('that the provider does not vouch for is none, and says so', async () => {
    const { browser } = await deskScene();
    await browser.post(deskPaths.signIn, { next: '/desk?a' });
    const answer = await browser.get(`${deskPaths.signedIn}?error=access_denied&state=state-1`);
    expect([answer.status, browser.jar.size]).toEqual([400, 0]);
    expect(answer.body).toContain('You are not signed in');
    expect(answer.body).toContain('name="next" value="/desk?a"');
  });

  it.each(['eve@elsewhere.example', IVAN])('of %s, who is not one of the staff, is none; another account can be chosen', async (email) => {
    const { browser } = await deskScene();
    const answer = await browser.signIn(email);
    expect([answer.status, browser.jar.size]).toEqual([403, 0]);
    expect(answer.body).toContain(email);
    expect(handedTo((await browser.post(deskPaths.signOut, {})).body)).toBe(`${PROVIDER}/logout`);
  });

  it('starts a session of its own, whatever the browser had', async () => {
    const { browser, here } = await deskScene();
    await browser.signIn(LUIS);
    const [before, token] = [browser.jar.get(SESSION_COOKIE), await browser.formToken()];
    await browser.signIn(DANA);
    const after = browser.jar.get(SESSION_COOKIE) ?? '';
    expect(after).not.toBe(before);
    expect((await browser.get('/desk/me')).body).toContain(DANA);
    // what was drawn for the one before is not taken from this one
    expect((await browser.post(deskPaths.signOutEverywhere, { [FORM_TOKEN_FIELD]: token })).status).toBe(403);
    // what a browser was made to send before is not a session after
    const planted = deskBrowser(here);
    planted.jar.set(SESSION_COOKIE, 'planted');
    await planted.signIn(DANA);
    expect(planted.jar.get(SESSION_COOKIE)).not.toBe('planted');
    expect((await here.get('/desk', { cookies: [`${SESSION_COOKIE}=planted`] })).status).toBe(303);
  });

  it('is refused with 503 and not taken for none while the provider can’t be asked', async () => {
    const lost = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    const { browser } = await deskScene((ports) => ({ ...ports, signIn: { ...ports.signIn, begin: lost, finish: lost } }));
    const answer = await browser.post(deskPaths.signIn, {});
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
  });
});
