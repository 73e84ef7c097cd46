/** Campaigns and pledges at the desk: who sees what, whose forms do something, and what a form that is wrong looks like. */
import { describe, expect, it } from 'vitest';
import { deskFormPath, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { aCampaign } from '#test/support/fundraising.ts';
import { type DeskBrowser, deskBrowser, deskScene, tokenIn } from './desk-session.ts';
import { PLEDGE_FORMS, portsOf } from './http.ts';
import { pledged, sendLogo } from './people.ts';

const LUIS = 'luis@riverbend.example';
const HANNAH = 'hannah@riverbend.example';
const PAT = 'pat@riverbend.example';

/** A pledge for a campaign of school 1, or of the district, and somebody at the desk. */
async function scene(email: string, whose: 'school' | 'district' = 'school') {
  const { there, here, browser } = await deskScene();
  const pledgeId = await pledged(here);
  if (whose === 'school') await there.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1) }));
  await browser.signIn(email);
  const path = `/desk/campaigns/${campaignId()}/pledges/${pledgeId}`;
  const pledge = async () => portsOf(there).ledger.pledge(campaignId(), pledgeId);
  return { there, here, browser, pledgeId, path, pledge };
}

const post = async (browser: DeskBrowser, path: string, fields: Readonly<Record<string, string>> = {}) =>
  browser.post(path, { [FORM_TOKEN_FIELD]: await browser.formToken(), key: 'key-of-a-page-0123456789', ...fields });

describe('who sees a campaign of school 1', () => {
  const pages = (pledgeId: string) => [
    `/desk/campaigns/${campaignId()}`,
    `/desk/campaigns/${campaignId()}?screen=wall`,
    `/desk/campaigns/${campaignId()}/pledges/${pledgeId}`,
    `/desk/campaigns/${campaignId()}/pledges/${pledgeId}/logo/lgo_${'x'.repeat(16)}`,
  ];

  it.each([
    [DANA, 200],
    [LUIS, 200],
    [PAT, 200],
    [HANNAH, 404],
  ])('%s gets %d for each of its pages', async (email, status) => {
    const { browser, there, pledgeId } = await scene(email);
    await sendLogo(there, pledgeId);
    for (const page of pages(pledgeId)) expect([page, (await browser.get(page)).status]).toEqual([page, status]);
  });

  it.each([
    [DANA, 200],
    [PAT, 200],
    [LUIS, 404],
    [HANNAH, 404],
  ])('and of the district: %s gets %d', async (email, status) => {
    const { browser, pledgeId } = await scene(email, 'district');
    for (const page of pages(pledgeId).slice(0, 3)) expect([page, (await browser.get(page)).status]).toEqual([page, status]);
  });

  it.each([
    [LUIS, true],
    [HANNAH, false],
  ])('%s finds it in lists: %s', async (email, there) => {
    const { browser } = await scene(email);
    expect((await browser.get('/desk/campaigns')).body.includes('New playground')).toBe(there);
    expect((await browser.get('/desk/queue')).body.includes('Corner Bakery')).toBe(there);
  });

  it('who is not signed in is led to the sign-in, and back to it', async () => {
    const { here, path } = await scene(DANA);
    const answer = await deskBrowser(here).get(path);
    expect([answer.status, answer.headers.location]).toEqual([303, `/desk/sign-in?next=${encodeURIComponent(path)}`]);
  });

  it.each(['/desk/campaigns/cmp_1', `/desk/campaigns/${campaignId(9)}`, `/desk/campaigns/${campaignId()}/pledges/plg_1`])(
    'what is not there is not found: %s',
    async (path) => {
      const { browser } = await scene(DANA);
      const answer = await browser.get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );
});

describe('the forms of a pledge', () => {
  it.each(PLEDGE_FORMS.map(({ operationId, path }) => [operationId, deskFormPath(path)] as const))(
    '%s does nothing for who only looks, who is of another school, who is not signed in, and without the page’s own token',
    async (_, form) => {
      for (const [email, status] of [
        [PAT, 403],
        [HANNAH, 404],
      ] as const) {
        const { browser, path, pledge } = await scene(email);
        const before = await pledge();
        const action = form.replace(/^.*\{pledgeId\}/, path);
        expect((await post(browser, action)).status).toBe(status);
        expect(await pledge()).toEqual(before);
      }
      const { browser, here, path, pledge } = await scene(DANA);
      const before = await pledge();
      const action = form.replace(/^.*\{pledgeId\}/, path);
      const stranger = deskBrowser(here);
      expect((await stranger.post(action, {})).status).toBe(401);
      expect((await browser.post(action, {})).status).toBe(403);
      const other = await scene(DANA);
      expect((await browser.post(action, { [FORM_TOKEN_FIELD]: await other.browser.formToken() })).status).toBe(403);
      const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
      expect((await browser.post(action, { [FORM_TOKEN_FIELD]: await browser.formToken() }, foreign)).status).toBe(403);
      expect(await pledge()).toEqual(before);
    },
  );

  it('lead back to the pledge, which says what was done', async () => {
    const { browser, path, pledge } = await scene(LUIS);
    const answer = await post(browser, `${path}/accept`);
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}?done=acceptPledge`]);
    expect((await browser.get(`${path}?done=acceptPledge`)).body).toContain('Accepted. The sponsor is told by mail.');
    expect(await pledge()).toMatchObject({ state: 'accepted' });
  });

  it('take what is typed: a payment once, however often it is sent', async () => {
    const { browser, path, pledge } = await scene(DANA);
    await post(browser, `${path}/accept`);
    const payment = { amount: '$1,250.50', method: 'cheque', receivedOn: '2027-03-01' };
    for (let n = 0; n < 2; n += 1) expect((await post(browser, `${path}/payments`, payment)).status).toBe(303);
    expect(await pledge()).toMatchObject({ payments: [{ amountCents: 125_050, method: 'cheque', receivedOn: '2027-03-01' }] });
  });

  it.each([
    ['payments', { amount: 'much', method: 'cheque', receivedOn: '2027-03-01' }, 'recordPayment-amount'],
    ['payments', { amount: '-5', method: 'cheque', receivedOn: '2027-03-01' }, 'recordPayment-amount'],
    ['payments', { amount: '5', method: 'cheque', receivedOn: 'soon' }, 'recordPayment-receivedOn'],
    ['write-off', { reason: ' ' }, 'writeOffPledge-reason'],
  ])('that are wrong are shown again with everything typed and an error beside the field: %s %o', async (form, fields, field) => {
    const { browser, path, pledge } = await scene(DANA);
    await post(browser, `${path}/accept`);
    const before = await pledge();
    const answer = await post(browser, `${path}/${form}`, fields as unknown as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="${field}-error"`);
    const typed = Object.entries(fields).filter(([name, value]) => name !== 'method' && value.trim() !== '');
    for (const [, value] of typed) expect(answer.body).toContain(`value="${value}"`);
    expect(await pledge()).toEqual(before);
  });

  it('that are not possible now say so, and change nothing', async () => {
    const { browser, path, pledge } = await scene(DANA);
    await post(browser, `${path}/decline`, { reason: 'not a fit' });
    const before = await pledge();
    const answer = await post(browser, `${path}/accept`);
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('role="alert"');
    expect(await pledge()).toEqual(before);
  });

  it('say more than is owed in words, beside what was typed', async () => {
    const { browser, path } = await scene(DANA);
    await post(browser, `${path}/accept`);
    const answer = await post(browser, `${path}/payments`, { amount: '9,999', method: 'cash', receivedOn: '2027-03-01' });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('value="9,999"');
  });

  it('carry hostile words as text', async () => {
    const { browser, path } = await scene(DANA);
    await post(browser, `${path}/decline`, { reason: '<script>alert(1)</script>' });
    const { body } = await browser.get(path);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&lt;script>alert(1)');
  });
});

describe('a page that is looked at again', () => {
  const again = async (here: Awaited<ReturnType<typeof scene>>['here'], browser: DeskBrowser, path: string, etag: string) =>
    here.get(path, { cookies: [...browser.jar].map(([name, value]) => `${name}=${value}`), headers: { 'if-none-match': etag } });

  it.each(['', '?screen=wall'])('is not sent again while nothing changed, and is when something did: %s', async (query) => {
    const { here, browser, path } = await scene(DANA);
    const dashboard = `/desk/campaigns/${campaignId()}${query}`;
    const { etag = '' } = (await browser.get(dashboard)).headers;
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(await again(here, browser, dashboard, etag)).toMatchObject({ status: 304, body: '' });
    await post(browser, `${path}/accept`);
    const changed = await again(here, browser, dashboard, etag);
    expect([changed.status, changed.headers.etag === etag]).toEqual([200, false]);
  });

  it.each(['/desk/campaigns', '/desk/queue'])('as are lists: %s', async (list) => {
    const { here, browser, path } = await scene(DANA);
    const { etag = '' } = (await browser.get(list)).headers;
    expect((await again(here, browser, list, etag)).status).toBe(304);
    await post(browser, `${path}/accept`);
    expect((await again(here, browser, list, etag)).status).toBe(200);
  });

  it('is another in another language', async () => {
    const { here, browser } = await scene(DANA);
    const dashboard = `/desk/campaigns/${campaignId()}`;
    const { etag = '' } = (await browser.get(dashboard)).headers;
    expect((await again(here, browser, `${dashboard}?lang=es`, etag)).status).toBe(200);
  });
});

it('each page carries a token of its session in each form', async () => {
  const { browser, path } = await scene(DANA);
  const { body } = await browser.get(path);
  const forms = body.split('<form').slice(1);
  expect(forms.length).toBeGreaterThan(3);
  for (const form of forms) expect(tokenIn(form)).not.toBe('');
});
