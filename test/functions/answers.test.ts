/** What every answer carries: its headers, its language, how long it may be kept. */
import { describe, expect, it } from 'vitest';
import { PAGES } from '#contracts/pages.ts';
import { aSchool, aSignUpRequest, campaignId, opportunityId, slotId } from '#test/support/builders.ts';
import { FILES } from '#test/support/fake-uploads.ts';
import { world } from '#test/support/world.ts';
import statics from '../../generated/static.json' with { type: 'json' };
import { type Answer, SITE, site } from './http.ts';
import { ANA, anaForm, bearer, OPPORTUNITY_PATH, pledged, postSignUp, shownLogo, signedUp } from './people.ts';

const language = (answer: Answer) => [answer.headers['content-language'], /<html[^>]*lang="([^"]+)"/.exec(answer.body)?.[1]];

async function everyPage() {
  const all = await world();
  const here = site(all);
  const id = await signedUp(here);
  const token = await here.tokenOf(ANA.email);
  const receipt = (await here.post(OPPORTUNITY_PATH, anaForm({ email: 'bob@example.org', name: 'Bob' }))).headers.location ?? '';
  const pledgeId = await pledged(here);
  const pledgeLink = await here.pledgeTokenOf(pledgeId);
  const logoId = await shownLogo(all, pledgeId);
  const paths: Record<keyof typeof PAGES, string> = {
    home: '/',
    school: `/schools/${aSchool().slug}`,
    opportunity: OPPORTUNITY_PATH,
    opportunityCard: `${OPPORTUNITY_PATH}/card.png`,
    signedUp: receipt,
    sendLink: '/my-sign-ups',
    linkSent: '/my-sign-ups/sent',
    manage: `/manage/${token}`,
    calendarFile: `/manage/${token}/${id}/calendar.ics`,
    campaigns: '/campaigns',
    campaign: '/campaigns/playground',
    campaignCard: '/campaigns/playground/card.png',
    campaignEmbed: '/campaigns/playground/embed',
    pledge: '/campaigns/playground/pledge',
    pledged: '/campaigns/playground/thank-you',
    managePledge: `/pledges/${pledgeLink}`,
    paper: `/pledges/${pledgeLink}/papers/letter`,
    logoForm: `/pledges/${pledgeLink}/logo`,
    myLogo: `/pledges/${pledgeLink}/logo/picture`,
    logo: `/logos/${campaignId()}/${pledgeId}/${logoId}`,
    privacy: '/privacy',
    apiReference: '/api',
    openApi: '/api/openapi.json',
  };
  return { here, token, paths };
}

describe('every page', () => {
  it.each(Object.keys(PAGES) as (keyof typeof PAGES)[])('%s is there', async (name) => {
    const { here, paths } = await everyPage();
    const answer = await here.get(paths[name]);
    expect([answer.status, answer.body.length > 100]).toEqual([200, true]);
    const asked = await here.send({ method: 'HEAD', path: paths[name] });
    expect([asked.status, asked.headers['content-type']]).toEqual([200, answer.headers['content-type']]);
  });

  it.each(['home', 'school', 'opportunity', 'signedUp', 'sendLink', 'linkSent', 'manage', 'privacy', 'apiReference'] as const)(
    '%s speaks the language asked for and stays where it is when it is switched',
    async (name) => {
      const { here, paths } = await everyPage();
      const answer = await here.get(`${paths[name]}?lang=es`);
      expect(language(answer)).toEqual(['es', 'es']);
      expect(answer.body).toContain(`href="${paths[name]}?lang=en"`);
    },
  );

  it.each([
    ['school', '/schools/nowhere'],
    ['school', '/schools/NO%20WHERE'],
    ['opportunity', `/opportunities/${opportunityId(9)}`],
    ['opportunity', '/opportunities/%2e%2e'],
    ['result', '/signed-up/nonsense'],
    ['result', `/signed-up/${'p'.repeat(16)}.${'m'.repeat(22)}`],
    ['page', '/wp-login.php'],
    ['page', '/a/b/c'],
    ['page', '/%3Cscript%3Ealert(1)%3C/script%3E'],
    ['file', '/static/passwd'],
    ['file', '/static/..%2Fpackage.json'],
  ])('that is not there, a %s at %s, is a page that says so', async (_what, path) => {
    const { here } = await everyPage();
    const answer = await here.get(path);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      404,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(answer.body).not.toContain('<script>alert');
  });

  it('that is not there under /api/ is a problem', async () => {
    const { here } = await everyPage();
    const answer = await here.get('/api/nothing');
    expect([answer.status, answer.problem().code]).toEqual([404, 'route.not-found']);
  });
});

describe('every answer', () => {
  it('carries the headers that keep browsers safe', async () => {
    const { here, paths, token } = await everyPage();
    const answers = [
      ...(await Promise.all(
        Object.values({ ...paths, campaignEmbed: '/campaigns', logoForm: '/', logo: '/' }).map((path) => here.get(path)),
      )),
      await here.get('/nowhere'),
      await here.get('/manage/nonsense'),
      await here.get(`/static/${statics['site.css']}`),
      await here.get('/api/schools'),
      await here.get('/api/my-sign-ups', { headers: bearer(token) }),
      await here.get('/api/my-sign-ups'),
      await postSignUp(here, aSignUpRequest({ person: { name: 'Eve', email: 'eve@example.org' } }), 'another-key-0123456789'),
      await postSignUp(here, {}),
      await here.post(OPPORTUNITY_PATH, anaForm()),
      await here.post(OPPORTUNITY_PATH, {}),
      await here.post('/my-sign-ups', { email: ANA.email }),
      await here.post(`/manage/${token}/cancel`, {}),
      await here.post(
        '/my-sign-ups',
        { email: ANA.email },
        { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } },
      ),
    ];
    // the one page that is made for frames on other sites
    const framed = await here.get(paths.campaignEmbed);
    expect(framed.headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
    expect(framed.headers['content-security-policy']?.replace('*', "'none'")).toBe(answers[0]?.headers['content-security-policy']);
    // the one page with a form that goes elsewhere: where files are kept
    const form = await here.get(paths.logoForm);
    expect(form.headers['content-security-policy']?.replace(` ${FILES}`, '')).toBe(answers[0]?.headers['content-security-policy']);
    // a picture can do nothing at all
    expect((await here.get(paths.logo)).headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201, 303, 401, 403, 404, 409, 422]));
    for (const { headers } of answers) {
      const policy = Object.fromEntries((headers['content-security-policy'] ?? '').split('; ').map((one) => [one.split(' ')[0], one]));
      expect(policy).toMatchObject({
        'default-src': "default-src 'none'",
        'script-src': "script-src 'self'",
        'style-src': "style-src 'self'",
        'form-action': "form-action 'self'",
        'base-uri': "base-uri 'none'",
        'frame-ancestors': "frame-ancestors 'none'",
      });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
    }
  });

  it('with anything of a person in it is not kept by anyone and gives no address away', async () => {
    const { here, paths, token } = await everyPage();
    const answers = [
      await here.get(paths.manage),
      await here.get(paths.calendarFile),
      await here.get(paths.signedUp),
      await here.post(`/manage/${token}/places`, {}),
      await here.post(OPPORTUNITY_PATH, anaForm({ email: 'eve@example.org', [`places.${slotId(1)}`]: '1' })),
      await here.get('/manage/nonsense'),
    ];
    for (const { headers } of answers) expect([headers['cache-control'], headers['referrer-policy']]).toEqual(['no-store', 'no-referrer']);
    for (const ask of [here.post(OPPORTUNITY_PATH, {}), here.get('/api/my-sign-ups', { headers: bearer(token) }), postSignUp(here, {})]) {
      expect((await ask).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('the language of a page', () => {
  const ask = async (path: string, headers: Record<string, string> = {}, cookies: readonly string[] = []) =>
    site(await world()).get(path, { headers, cookies });

  it.each([
    ['the district’s first, with nothing said', '/', {}, [], 'en'],
    ['what the browser asks for', '/', { 'accept-language': 'es' }, [], 'es'],
    ['what the browser asks for, whatever the region', '/', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' }, [], 'es'],
    ['what the browser would rather have', '/', { 'accept-language': 'en;q=0.3, es;q=0.7' }, [], 'es'],
    ['not what the browser will not have', '/', { 'accept-language': 'es;q=0' }, [], 'en'],
    ['the first, when nothing asked for is offered', '/', { 'accept-language': 'de, fr' }, [], 'en'],
    ['the first, when the header is nonsense', '/', { 'accept-language': ';;;,,q=9,***' }, [], 'en'],
    ['what was chosen before, over the browser', '/', { 'accept-language': 'en' }, ['a=b', 'lang=es'], 'es'],
    ['the browser’s, when the cookie is nonsense', '/', { 'accept-language': 'es' }, ['lang=xx'], 'es'],
    ['what is chosen now, over all', '/?lang=es', { 'accept-language': 'en' }, ['lang=en'], 'es'],
    ['unmoved by a language that is not offered', '/?lang=<script>', {}, ['lang=es'], 'es'],
  ])('is %s', async (_what, path, headers, cookies, expected) => {
    const answer = await ask(path, headers as Record<string, string>, cookies);
    expect(language(answer)).toEqual([expected, expected]);
    expect(answer.headers.vary).toMatch(/accept-language/i);
  });

  it('is remembered in a cookie once it is chosen, and only then', async () => {
    expect((await ask('/?lang=es')).cookies).toEqual([
      expect.stringMatching(/^lang=es; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure$/),
    ]);
    expect((await ask('/')).cookies).toEqual([]);
    expect((await ask('/?lang=xx%0d%0aSet-Cookie:a=b')).cookies).toEqual([]);
  });

  it('is the one of the mails that follow a form', async () => {
    const there = await world();
    await site(there).post(OPPORTUNITY_PATH, anaForm(), { cookies: ['lang=es'] });
    await there.deliver();
    expect(there.mailer.sent.map(({ mail }) => mail.language)).toEqual(['es']);
  });

  it('keeps the filters when it is switched', async () => {
    const answer = await ask('/?evening=yes&lang=es');
    expect(answer.body).toContain('href="/?evening=yes&amp;lang=en"');
  });
});

describe('a static file', () => {
  const get = async (name: string) => site(await world()).get(`/static/${name}`);

  it.each(Object.values(statics))('%s is kept for a year', async (name) => {
    const answer = await get(name);
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(answer.headers['content-type']).toMatch(name.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
  });

  it('of an older release is the current one, kept for a minute', async () => {
    const answer = await get('site.0123456789.css');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=60']);
    expect(answer.body).toBe((await get(statics['site.css'])).body);
  });

  it.each(['site.css', 'site.0123456789.html', 'other.0123456789.css', 'site.0123456789.css.map'])('%s is not there', async (name) => {
    expect((await get(name)).status).toBe(404);
  });

  it('is what every page asks for', async () => {
    const { body } = await site(await world()).get('/');
    const ofSite = Object.entries(statics).filter(([file]) => file.startsWith('site.'));
    expect(ofSite).toHaveLength(2);
    for (const [, name] of ofSite) expect(body).toContain(`/static/${name}`);
  });
});

describe('the API document', () => {
  it('names this site as its server', async () => {
    const answer = await site(await world()).get('/api/openapi.json');
    expect(answer.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: SITE }] });
  });
});

describe('the calendar file of a sign-up', () => {
  it('is the entry the mails carry, also when staff words or a name would break its lines', async () => {
    const there = await world({ title: { en: 'Carnival; bring\\ cups, plates' } });
    const here = site(there);
    const id = await signedUp(here, { person: { name: 'BEGIN:VEVENT', email: ANA.email } });
    const answer = await here.get(`/manage/${await here.tokenOf(ANA.email)}/${id}/calendar.ics`);
    expect(answer.headers['content-type']).toMatch(/^text\/calendar/);
    expect([answer.body.match(/^BEGIN:VEVENT/gm)?.length, answer.body.match(/^UID:/gm)?.length]).toEqual([1, 1]);
    expect(answer.body.replaceAll('\r\n ', '')).toContain(`UID:${id}@`);
    expect(answer.body).toContain('Carnival\\; bring\\\\ cups\\, plates');
  });

  it('is not there for a sign-up that was given back', async () => {
    const here = site(await world());
    const id = await signedUp(here);
    const token = await here.tokenOf(ANA.email);
    await here.post(`/manage/${token}/cancel`, { signUpId: id });
    expect((await here.get(`/manage/${token}/${id}/calendar.ics`)).status).toBe(404);
  });
});
