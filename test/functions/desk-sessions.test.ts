/** Sessions at the desk: signing out, how long they last, and what is none. */
import { describe, expect, it } from 'vitest';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskPaths, FLOW_COOKIE, FORM_TOKEN_FIELD, SESSION_COOKIE } from '#contracts/desk-pages.ts';
import { IDLE_MS, LONGEST_MS } from '#domain/desk/session.ts';
import { DANA, PROVIDER } from '#test/support/fake-desk.ts';
import { cookieOf, deskBrowser, deskScene, handedTo, tokenIn } from './desk-session.ts';
import { SITE, type SitePorts } from './http.ts';

const LUIS = 'luis@riverbend.example';

describe('a sign-out', () => {
  it('forgets the session in this browser and leads to the provider’s', async () => {
    const { browser } = await deskScene();
    await browser.signIn(DANA);
    const answer = await browser.post(deskPaths.signOut);
    expect([answer.status, handedTo(answer.body), browser.jar.size]).toEqual([200, `${PROVIDER}/logout`, 0]);
    expect((await browser.get('/desk')).status).toBe(303);
  });

  it.each([
    ['has no page for it', async () => undefined],
    ['is down', () => Promise.reject(new Error('lost'))],
  ])('is one even when the provider %s', async (_, end) => {
    const { browser } = await deskScene((ports) => ({ ...ports, signIn: { ...ports.signIn, end } }));
    await browser.signIn(DANA);
    const answer = await browser.post(deskPaths.signOut);
    expect([answer.status, answer.headers.location, browser.jar.size]).toEqual([303, '/desk/signed-out', 0]);
  });

  it('everywhere ends every session of the member at once, and of nobody else; signing in again is possible', async () => {
    const { there, here, browser } = await deskScene();
    const [other, luis] = [deskBrowser(here), deskBrowser(here)];
    for (const one of [browser, other]) await one.signIn(DANA);
    await luis.signIn(LUIS);
    const old = browser.jar.get(SESSION_COOKIE);
    there.clock.advance(1_000);
    expect((await browser.post(deskPaths.signOutEverywhere)).status).toBe(200);
    expect((await other.get('/desk')).status).toBe(303);
    expect((await here.get('/desk', { cookies: [`${SESSION_COOKIE}=${old}`] })).status).toBe(303);
    expect((await luis.get('/desk')).status).toBe(200);
    there.clock.advance(1_000);
    await browser.signIn(DANA);
    expect((await browser.get('/desk')).status).toBe(200);
  });

  it.each([deskPaths.signOut, deskPaths.signOutEverywhere])(
    'at %s is not one without the form of this session, or from another site',
    async (path) => {
      const { browser, here } = await deskScene();
      await browser.signIn(DANA);
      const luis = deskBrowser(here);
      await luis.signIn(LUIS);
      const token = await browser.formToken();
      expect((await browser.post(path, {})).status).toBe(403);
      expect((await browser.post(path, { [FORM_TOKEN_FIELD]: await luis.formToken() })).status).toBe(403);
      const foreign = { headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } };
      expect((await browser.post(path, { [FORM_TOKEN_FIELD]: token }, foreign)).status).toBe(403);
      expect((await browser.get('/desk')).status).toBe(200);
      expect((await browser.post(path, { [FORM_TOKEN_FIELD]: token })).status).toBe(200);
    },
  );

  it('of somebody whose session is over is one', async () => {
    const { browser } = await deskScene();
    expect((await browser.post(deskPaths.signOut, {})).status).toBe(200);
  });
});

describe('a session', () => {
  it('is renewed while it is used, once a minute, and is over when it was not used for half an hour', async () => {
    const { there, browser } = await deskScene();
    await browser.signIn(DANA);
    expect((await browser.get('/desk')).cookies).toEqual([]);
    there.clock.advance(60_000 - 1);
    expect((await browser.get('/desk')).cookies).toEqual([]);
    there.clock.advance(1);
    expect((await browser.get('/desk')).cookies.map((one) => cookieOf(one)[0])).toEqual([SESSION_COOKIE]);
    there.clock.advance(IDLE_MS - 1);
    expect((await browser.get('/desk')).status).toBe(200);
    there.clock.advance(IDLE_MS);
    expect((await browser.get('/desk')).status).toBe(303);
  });

  it('is over after twelve hours, however much it was used, and its cookie says so', async () => {
    const { there, browser } = await deskScene();
    await browser.signIn(DANA);
    const step = 20 * 60_000;
    for (let at = step; at < LONGEST_MS; at += step) {
      there.clock.advance(step);
      const { status, cookies } = await browser.get('/desk');
      expect(status).toBe(200);
      const left = (LONGEST_MS - at) / 1_000;
      expect(cookies[0]).toContain(`Max-Age=${Math.min(1_800, left)};`);
    }
    there.clock.advance(step);
    expect((await browser.get('/desk')).status).toBe(303);
  });

  it('has the rights its member has now, and none when they are made inactive', async () => {
    let ports: SitePorts | undefined;
    const { browser } = await deskScene((given) => {
      ports = given;
      return given;
    });
    await browser.signIn(LUIS);
    expect((await browser.get('/desk/me')).body).toContain('Coordinator');
    const luis = await ports?.staff.find(LUIS);
    if (!luis || !ports) throw new Error('the fake has no Luis');
    await ports.staff.save({ ...luis, role: 'viewer', version: 2 });
    expect((await browser.get('/desk/me')).body).toContain('Viewer');
    await ports.staff.save({ ...luis, active: false, version: 3 });
    expect((await browser.get('/desk')).status).toBe(303);
    expect((await browser.post(deskPaths.signOutEverywhere, {})).status).toBe(401);
  });

  it('that was altered, sealed with another key, or is no session, is none', async () => {
    const { browser, here } = await deskScene();
    await browser.signIn(DANA);
    const session = browser.jar.get(SESSION_COOKIE) ?? '';
    const now = Date.now();
    const content = { id: 'a'.repeat(22), email: DANA, signedInAt: now, seenAt: now };
    const sealed = [
      `${session.slice(0, -9)}${session.at(-9) === 'A' ? 'B' : 'A'}${session.slice(-8)}`,
      await deskSeals(async () => 'o'.repeat(64)).seal('session', content),
      'nonsense',
      '',
    ];
    for (const one of sealed) expect((await here.get('/desk', { cookies: [`${SESSION_COOKIE}=${one}`] })).status).toBe(303);
    expect((await here.get('/desk', { cookies: [`${SESSION_COOKIE}=${session}`] })).status).toBe(200);
  });

  it('is not what a sign-in under way is', async () => {
    const { browser, here } = await deskScene();
    await browser.post(deskPaths.signIn, {});
    expect((await here.get('/desk', { cookies: [`${SESSION_COOKIE}=${browser.jar.get(FLOW_COOKIE)}`] })).status).toBe(303);
  });

  it('that is over when a form comes says that nothing was saved, and leads back to the page the form was on', async () => {
    const { browser, here } = await deskScene();
    await browser.signIn(DANA);
    const token = await browser.formToken();
    const answer = await here.post(
      deskPaths.signOutEverywhere,
      { [FORM_TOKEN_FIELD]: token },
      { headers: { referer: `${SITE}/desk?campaign=cmp_1` } },
    );
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('was not saved');
    expect(answer.body).toContain(`name="next" value="/desk?campaign=cmp_1"`);
    // and really nothing was
    expect((await browser.get('/desk')).status).toBe(200);
  });
});

it('every form of a member’s own page carries the token of its session', async () => {
  const { browser } = await deskScene();
  await browser.signIn(DANA);
  const { body } = await browser.get('/desk/me');
  const forms = body.match(/<form[\s\S]*?<\/form>/g) ?? [];
  expect(forms.length).toBeGreaterThan(1);
  for (const form of forms) expect(tokenIn(form)).toMatch(/^[\w-]{43}$/);
});
