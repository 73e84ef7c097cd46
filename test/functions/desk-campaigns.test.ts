/** Campaigns set up at the desk: who sees what, a campaign in a few posts, two people at one form, gifts by hand, and what became of it. */
import { describe, expect, it } from 'vitest';
import { deskFormPath, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { aCampaign, GOLD } from '#test/support/fundraising.ts';
import { type DeskBrowser, deskBrowser, deskScene, fieldsOf } from './desk-session.ts';
import { CAMPAIGN_FORMS, portsOf, site } from './http.ts';
import { pledged } from './people.ts';

const LUIS = 'luis@riverbend.example';
const HANNAH = 'hannah@riverbend.example';
const PAT = 'pat@riverbend.example';
const BASE = `/desk/campaigns/${campaignId()}`;

/** A campaign of school 1, and somebody at the desk. */
async function scene(email: string, campaign: Partial<Campaign> = {}) {
  const { there, here, browser } = await deskScene();
  await there.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1), ...campaign }));
  await browser.signIn(email);
  const stored = async (id = campaignId()) => there.fundraising.campaigns.find(id);
  const { ledger } = portsOf(there);
  return { there, here, browser, stored, ledger };
}

/** Presses a button of the form that `html` shows, after typing. */
async function press(browser: DeskBrowser, html: string, act: string, typed: Readonly<Record<string, string>> = {}) {
  const fields = fieldsOf(html);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  fields.set('do', act);
  return browser.post('/desk/campaigns', fields as never);
}

const post = async (browser: DeskBrowser, path: string, fields: Readonly<Record<string, string>> = {}) =>
  browser.post(path, { [FORM_TOKEN_FIELD]: await browser.formToken(), key: 'key-of-a-page-0123456789', ...fields });

const TYPED = {
  'title.en': 'Garden',
  'summary.en': 'Beds for every class',
  'story.en': 'Soil, seeds and a fence.',
  slug: 'garden',
  goal: '$1,500.50',
  'opens-day': '2027-04-01',
  'closes-day': '2027-05-01',
  'buys.0.label.en': 'Soil',
  'buys.0.price': '900',
};

describe('who sees what', () => {
  const looks = ['setup', 'gifts', 'impact', 'pledges', 'pledges?show=counting', `pledges?level=${GOLD}`, 'weeks/2027-02-24'];

  it.each([
    [DANA, 200, 200],
    [LUIS, 200, 200],
    [PAT, 200, 403],
    [HANNAH, 404, 404],
  ])('%s gets %d for what they look at, and %d for the form', async (email, status, changes) => {
    const { browser } = await scene(email);
    for (const page of looks) expect([page, (await browser.get(`${BASE}/${page}`)).status]).toEqual([page, status]);
    expect((await browser.get(`${BASE}/edit`)).status).toBe(changes);
  });

  it.each([
    [DANA, 200],
    [LUIS, 200],
    [PAT, 403],
  ])('%s gets %d for a new one', async (email, status) => {
    const { browser } = await scene(email);
    expect((await browser.get('/desk/campaigns/new')).status).toBe(status);
    expect((await browser.get('/desk/campaigns')).body.includes('/desk/campaigns/new')).toBe(status === 200);
  });

  it.each([
    [DANA, 200, true],
    [LUIS, 200, true],
    [PAT, 404, false],
    [HANNAH, 404, false],
  ])('of a draft %s gets %d, and finds it in the list: %s', async (email, status, listed) => {
    const { browser } = await scene(email, { status: 'draft', title: { en: 'Secret garden' } });
    for (const page of ['setup', 'preview']) expect([page, (await browser.get(`${BASE}/${page}`)).status]).toEqual([page, status]);
    expect((await browser.get('/desk/campaigns')).body.includes('Secret garden')).toBe(listed);
  });

  it('nobody outside the desk sees a draft, by any route', async () => {
    const { here, browser } = await scene(LUIS, { status: 'draft' });
    const slug = aCampaign().slug;
    for (const path of [
      `/campaigns/${slug}`,
      `/campaigns/${slug}/embed`,
      `/campaigns/${slug}/pledge`,
      `/campaigns/${slug}/thank-you`,
      `/cards/campaigns/${slug}.png`,
      `/api/campaigns/${campaignId()}`,
    ])
      expect([path, (await here.get(path)).status]).toEqual([path, 404]);
    for (const path of ['/', '/campaigns', '/api/campaigns']) expect((await here.get(path)).body).not.toContain('New playground');
    // its dashboard is the page where it is set up
    expect((await browser.get(BASE)).headers.location).toBe(`${BASE}/setup`);
    for (const page of ['gifts', 'impact', 'pledges', 'weeks/2027-02-24']) expect((await browser.get(`${BASE}/${page}`)).status).toBe(404);
  });

  it.each(['gifts?refund=gft_nobodys', 'gifts/gft_1/receipt', 'weeks/soon'])('what is not there is not found: %s', async (page) => {
    const { browser } = await scene(DANA);
    expect((await browser.get(`${BASE}/${page}`)).status).toBe(404);
  });
});

describe('the forms of a campaign', () => {
  it.each(CAMPAIGN_FORMS.map(({ operationId, path }) => [operationId, deskFormPath(path)] as const))(
    '%s does nothing for who is not signed in, without the page’s own token, and from elsewhere',
    async (_, form) => {
      const { browser, here, stored, there } = await scene(DANA);
      const before = await stored();
      const action = form.replace('{campaignId}', campaignId()).replace('{giftId}', `gft_${'x'.repeat(16)}`);
      expect((await deskBrowser(here).post(action, {})).status).toBe(401);
      expect((await browser.post(action, {})).status).toBe(403);
      const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
      expect((await browser.post(action, { [FORM_TOKEN_FIELD]: await browser.formToken() }, foreign)).status).toBe(403);
      expect(await stored()).toEqual(before);
      expect(there.fundraising.campaignHistory.entries).toEqual([]);
    },
  );
});

describe('a new campaign', () => {
  it('takes a few posts: a level is added, all is saved as a draft and opened, each with its history', async () => {
    const { browser, there, here } = await scene(LUIS);
    const { body } = await browser.get('/desk/campaigns/new');
    const more = await press(browser, body, 'add-level', TYPED);
    expect([more.status, fieldsOf(more.body).get('goal')]).toEqual([200, '$1,500.50']);
    const level = {
      'levels.0.name.en': 'Gold',
      'levels.0.amount': '250',
      'levels.0.benefits': 'A sign | Un letrero\nThanks',
      'levels.0.limit': '3',
    };
    const saved = await press(browser, more.body, 'save', level);
    expect(saved.status).toBe(303);
    const id = /cmp_\w+/.exec(String(saved.headers.location))?.[0] as Campaign['campaignId'];
    expect(await there.fundraising.campaigns.find(id)).toMatchObject({
      status: 'draft',
      schoolId: schoolId(1),
      goalCents: 150_050,
      // eight in the morning in Chicago
      opensAt: '2027-04-01T13:00:00.000Z',
      closesAt: '2027-05-02T01:00:00.000Z',
      levels: [{ amountCents: 25_000, benefits: [{ en: 'A sign', es: 'Un letrero' }, { en: 'Thanks' }], benefitValueCents: 0, limit: 3 }],
      contact: { email: LUIS },
    });
    expect((await here.get('/campaigns/garden')).status).toBe(404);
    // a double click saves it once
    expect((await press(browser, more.body, 'save', level)).status).toBe(303);
    const edit = await browser.get(`/desk/campaigns/${id}/edit`);
    expect((await press(browser, edit.body, 'open')).status).toBe(303);
    expect((await here.get('/campaigns/garden')).status).toBe(200);
    expect(
      (await there.fundraising.campaignHistory.about(id)).map(({ what, by, changes }) => [what, by, changes.map(({ field }) => field)]),
    ).toEqual([
      ['campaign.added', LUIS, expect.arrayContaining(['title', 'levels', 'goalCents'])],
      ['campaign.changed', LUIS, ['status']],
    ]);
  });

  it('that is wrong is shown again with an error beside each field and nothing lost', async () => {
    const { browser } = await scene(LUIS);
    const { body } = await browser.get('/desk/campaigns/new');
    const more = await press(browser, body, 'add-level', TYPED);
    const wrong = {
      slug: 'No!',
      goal: '-5',
      'closes-time': 'late',
      'buys.0.price': '1.005',
      'levels.0.amount': '99999999999',
      'contact-email': 'x',
    };
    const again = await press(browser, more.body, 'save', wrong);
    expect(again.status).toBe(422);
    for (const id of ['slug', 'goal', 'closes-day', 'buys-0-price', 'levels-0-amount', 'levels-0-name-en', 'contact-email'])
      expect(again.body).toContain(`id="${id}-error"`);
    for (const words of ['without a minus', 'two digits after the point', 'one million dollars or less'])
      expect(again.body).toContain(words);
    const kept = fieldsOf(again.body);
    for (const [name, value] of Object.entries({ ...TYPED, ...wrong })) expect([name, kept.get(name)]).toEqual([name, value]);
  });

  it.each([
    ['benefits worth what the level costs', { 'levels.0.benefitValue': '2,500' }, 'levels-0-benefitValue'],
    ['an end before the beginning', { 'closes-day': '2027-01-01' }, 'closes-day'],
    ['the address of another campaign', { slug: 'taken' }, 'slug'],
    ['more languages than there are', { 'levels.0.benefits': 'a | b | c' }, 'levels-0-benefits'],
  ])('%s is refused beside its field', async (_, typed, field) => {
    const { browser, there, stored } = await scene(LUIS);
    await there.fundraising.campaigns.save(aCampaign({ campaignId: campaignId(2), slug: 'taken' as never }));
    const again = await press(browser, (await browser.get(`${BASE}/edit`)).body, 'save', typed as never);
    expect([again.status, again.body.includes(`id="${field}-error"`), (await stored())?.version]).toEqual([422, true, 2]);
  });
});

describe('saving', () => {
  it('without a change from the form changes nothing and is no entry of the history', async () => {
    const { browser, stored, there } = await scene(LUIS, { impact: { en: 'It stands.' } });
    const before = await stored();
    expect((await press(browser, (await browser.get(`${BASE}/edit`)).body, 'save')).status).toBe(303);
    expect(await stored()).toEqual(before);
    expect(there.fundraising.campaignHistory.entries).toEqual([]);
  });

  it('after somebody else tells what they changed, keeps what was typed, and is done the second time', async () => {
    const { browser, here, stored } = await scene(LUIS);
    const mine = (await browser.get(`${BASE}/edit`)).body;
    const dana = deskBrowser(here);
    await dana.signIn(DANA);
    await press(dana, (await dana.get(`${BASE}/edit`)).body, 'save', { goal: '50,000' });
    const late = await press(browser, mine, 'save', { 'title.en': 'Mine' });
    expect(late.status).toBe(409);
    for (const said of [DANA, '<del>$48,000</del>', '<ins>$50,000</ins>', 'value="Mine"']) expect(late.body).toContain(said);
    expect(await stored()).toMatchObject({ title: { en: 'New playground' }, version: 3 });
    expect((await press(browser, late.body, 'save')).status).toBe(303);
    expect(await stored()).toMatchObject({ title: { en: 'Mine' }, goalCents: 4_800_000, version: 4 });
  });

  it('asks first when it concerns sponsors, and anew when it concerns more', async () => {
    const { browser, here, stored } = await scene(LUIS);
    await pledged(here);
    const { body } = await browser.get(`${BASE}/edit`);
    expect(body).toContain('1 sponsor chose it');
    const asked = await press(browser, body, 'save', { 'levels.0.amount': '3,000' });
    expect([asked.status, (await stored())?.version]).toEqual([409, 2]);
    expect(asked.body).toContain('Gold, 1 sponsor');
    const more = await press(browser, asked.body, 'save', { goal: '40,000' });
    expect([more.status, (await stored())?.version]).toEqual([409, 2]);
    expect((await press(browser, more.body, 'save')).status).toBe(303);
    expect(await stored()).toMatchObject({ goalCents: 4_000_000, levels: [{ amountCents: 300_000 }, {}] });
  });

  it('without a level that sponsors chose is refused, whoever takes it out', async () => {
    const { browser, here, stored } = await scene(LUIS);
    await pledged(here);
    const gone = await press(browser, (await browser.get(`${BASE}/edit`)).body, 'remove-level:0');
    const again = await press(browser, gone.body, 'save');
    expect([again.status, again.body.includes('can’t be removed'), (await stored())?.levels.length]).toEqual([422, true, 2]);
  });

  it('shows the dearest level first, however they were added', async () => {
    const { browser, stored } = await scene(LUIS);
    await press(browser, (await browser.get(`${BASE}/edit`)).body, 'save', { 'levels.1.amount': '9,000' });
    expect((await stored())?.levels.map(({ amountCents }) => amountCents)).toEqual([900_000, 250_000]);
  });

  it.each([
    [PAT, 403],
    [HANNAH, 404],
  ])('is not for %s: %d', async (email, status) => {
    const { browser, here, stored } = await scene(LUIS);
    const fields = fieldsOf((await browser.get(`${BASE}/edit`)).body);
    fields.set('title.en', 'Taken over');
    const other = deskBrowser(here);
    await other.signIn(email);
    fields.set(FORM_TOKEN_FIELD, await other.formToken());
    expect((await other.post('/desk/campaigns', fields as never)).status).toBe(status);
    expect((await stored())?.version).toBe(2);
  });
});

describe('the page where a campaign is set up', () => {
  it('closes it, opens it again, and says so; never back to a draft', async () => {
    const { browser, stored } = await scene(LUIS);
    const closed = await post(browser, `${BASE}/status`, { status: 'closed', version: '2' });
    expect([closed.status, closed.headers.location]).toEqual([303, `${BASE}/setup?done=setCampaignStatus`]);
    expect((await browser.get(`${BASE}/setup?done=setCampaignStatus`)).body).toContain('role="status"');
    expect((await post(browser, `${BASE}/status`, { status: 'draft', version: '3' })).status).toBe(422);
    expect((await post(browser, `${BASE}/status`, { status: 'open', version: '2' })).status).toBe(409);
    expect((await post(browser, `${BASE}/status`, { status: 'open', version: '3' })).status).toBe(303);
    expect((await stored())?.status).toBe('open');
  });

  it('makes one copy, however often it is pressed: a draft without pledges, impact and old dates', async () => {
    const { browser, there, here, ledger } = await scene(LUIS, { impact: { en: 'It stands.' } });
    await pledged(here);
    const [first, again] = [await post(browser, `${BASE}/copy`, { days: '364' }), await post(browser, `${BASE}/copy`, { days: '364' })];
    expect([first.status, again.headers.location]).toEqual([303, first.headers.location]);
    const id = /cmp_\w+/.exec(String(first.headers.location))?.[0] as Campaign['campaignId'];
    const copy = await there.fundraising.campaigns.find(id);
    expect(copy).toMatchObject({ status: 'draft', slug: 'playground-2028', version: 1, opensAt: '2028-01-31T00:00:00.000Z' });
    expect([copy?.impact, copy?.levels[0]?.levelId === GOLD, (await ledger.account(id)).version]).toEqual([undefined, false, 0]);
    expect(await there.fundraising.campaigns.drafts()).toHaveLength(1);
  });

  it('keeps a number that is none, and says so beside it', async () => {
    const { browser, there } = await scene(LUIS);
    const answer = await post(browser, `${BASE}/copy`, { days: '<soon>' });
    expect([answer.status, answer.body.includes('value="&lt;soon>"'), answer.body.includes('id="days-error"')]).toEqual([422, true, true]);
    expect(await there.fundraising.campaigns.drafts()).toEqual([]);
  });

  it('shows the history to those who may read it, and to nobody else', async () => {
    const { browser, here } = await scene(LUIS);
    await post(browser, `${BASE}/status`, { status: 'closed', version: '2' });
    expect((await browser.get(`${BASE}/setup`)).body).toContain('Campaign changed');
    const pat = deskBrowser(here);
    await pat.signIn(PAT);
    expect((await pat.get(`${BASE}/setup`)).body).not.toContain('Campaign changed');
    // and it is in the district's
    const dana = deskBrowser(here);
    await dana.signIn(DANA);
    expect((await dana.get('/desk/history?month=2027-03')).body).toContain(`${BASE}/setup`);
  });
});

describe('gifts by hand', () => {
  const GIFT = {
    amount: '$400',
    method: 'cash',
    receivedOn: '2027-02-28',
    'giver-name': 'Ana <b>',
    'giver-email': 'ana@example.org',
    language: 'es',
  };

  it('one is recorded once, doubled by an open match, and found in the list with its receipt', async () => {
    const { browser, here, ledger, there } = await scene(LUIS);
    const pledgeId = await pledged(here, { matchUpToCents: 30_000 });
    await post(browser, `${BASE}/pledges/${pledgeId}/accept`);
    expect((await browser.get(`${BASE}/gifts`)).body).toContain('$300 of their matches is left');
    const answers = [await post(browser, `${BASE}/gifts`, GIFT), await post(browser, `${BASE}/gifts`, GIFT)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const [gift, ...more] = await ledger.gifts(campaignId());
    expect([gift, more]).toMatchObject([{ amountCents: 40_000, matched: [{ pledgeId, amountCents: 30_000 }], language: 'es' }, []]);
    const { body } = await browser.get(String(answers[0]?.headers.location));
    expect(body).toContain('$400 recorded, and $300 added by matches.');
    expect(body).toContain('Ana &lt;b>');
    const receipt = await browser.get(`${BASE}/gifts/${gift?.giftId}/receipt`);
    expect([receipt.status, receipt.body.includes('Ana &lt;b>'), receipt.body.includes('$400')]).toEqual([200, true, true]);
    expect((await there.fundraising.ledger.account(campaignId())).totals).toMatchObject({ giftsCents: 40_000, matchedCents: 30_000 });
  });

  it('an anonymous one needs no name, and has no receipt', async () => {
    const { browser, ledger } = await scene(LUIS);
    const { 'giver-name': _n, 'giver-email': _e, ...anonymous } = GIFT;
    expect((await post(browser, `${BASE}/gifts`, anonymous)).status).toBe(303);
    const [gift] = await ledger.gifts(campaignId());
    expect(gift?.giver).toBeUndefined();
    expect((await browser.get(`${BASE}/gifts/${gift?.giftId}/receipt`)).status).toBe(404);
  });

  it.each([
    [{ amount: '-5' }, 'amount', 'without a minus'],
    [{ amount: '5.005' }, 'amount', 'two digits after the point'],
    [{ amount: '1000001' }, 'amount', 'one million dollars or less'],
    [{ amount: '0.50' }, 'amount', 'one dollar or more'],
    [{ amount: 'much' }, 'amount', 'in dollars'],
    [{ receivedOn: 'soon' }, 'receivedOn', 'the day it came'],
    [{ method: 'gold' }, 'method', 'Choose one'],
    [{ 'giver-name': '' }, 'giver-name', 'anonymous gift'],
    [{ 'giver-email': 'ana@' }, 'giver-email', 'name@example.com'],
  ] as const)('that is wrong is shown again with everything typed: %o', async (wrong, field, words) => {
    const { browser, ledger } = await scene(LUIS);
    const answer = await post(browser, `${BASE}/gifts`, { ...GIFT, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="${field}-error"`);
    expect(answer.body).toContain(words);
    const { method: _m, language: _l, ...typed } = { ...GIFT, ...wrong };
    for (const value of Object.values(typed).filter((one) => one !== ''))
      expect(answer.body).toContain(`value="${value.replaceAll('<', '&lt;')}"`);
    expect(await ledger.gifts(campaignId())).toEqual([]);
  });

  it('under the key of another gift is refused, and nothing typed is lost', async () => {
    const { browser, ledger } = await scene(LUIS);
    await post(browser, `${BASE}/gifts`, GIFT);
    const answer = await post(browser, `${BASE}/gifts`, { ...GIFT, amount: '500' });
    expect([answer.status, answer.body.includes('value="500"'), (await ledger.gifts(campaignId())).length]).toEqual([422, true, 1]);
  });

  it('one is given back in part, with a reason in its history, and never more than it was', async () => {
    const { browser, ledger } = await scene(LUIS);
    await post(browser, `${BASE}/gifts`, GIFT);
    const giftId = (await ledger.gifts(campaignId()))[0]?.giftId as never;
    expect((await browser.get(`${BASE}/gifts?refund=${giftId}`)).body).toContain('Give back: Ana');
    const path = `${BASE}/gifts/${giftId}/refund`;
    const unsaid = await post(browser, path, { refunded: '150', reason: ' ' });
    expect([unsaid.status, unsaid.body.includes('id="reason-error"'), unsaid.body.includes('value="150"')]).toEqual([422, true, true]);
    const more = await post(browser, path, { refunded: '401', reason: 'Sent twice' });
    expect([more.status, more.body.includes('value="401"'), more.body.includes('role="alert"')]).toEqual([409, true, true]);
    for (let n = 0; n < 2; n += 1) expect((await post(browser, path, { refunded: '150', reason: 'Sent twice' })).status).toBe(303);
    expect(await ledger.gift(campaignId(), giftId)).toMatchObject({ refundedCents: 15_000 });
    expect((await ledger.historyOf(giftId)).map(({ what, reason }) => [what, reason])).toEqual([
      ['gift-recorded', undefined],
      ['gift-refunded', 'Sent twice'],
    ]);
  });

  it.each([
    [PAT, 403],
    [HANNAH, 404],
  ])('are not for %s: %d', async (email, status) => {
    const { browser, ledger } = await scene(email);
    expect((await post(browser, `${BASE}/gifts`, GIFT)).status).toBe(status);
    expect(await ledger.gifts(campaignId())).toEqual([]);
  });
});

describe('what became of it', () => {
  const WRITTEN = { 'impact.en': 'Three swings stand.', 'impact.es': '' };

  it('is written, read once more and sent once, by somebody who ticks that they read it', async () => {
    const { browser, here, ledger, stored, there } = await scene(LUIS, { status: 'closed' });
    await there.fundraising.campaigns.save(aCampaign({ version: 3, schoolId: schoolId(1) }));
    const pledgeId = await pledged(here);
    await post(browser, `${BASE}/pledges/${pledgeId}/accept`);
    await post(browser, `${BASE}/status`, { status: 'closed', version: '3' });
    expect((await post(browser, `${BASE}/impact`, { ...WRITTEN, version: '4' })).headers.location).toBe(`${BASE}/impact?done=writeImpact`);
    expect((await stored())?.impact).toEqual({ en: 'Three swings stand.' });
    expect((await browser.get(`${BASE}/impact`)).body).toContain('It goes to 1 person');
    const unread = await post(browser, `${BASE}/impact-note`, { version: '5' });
    expect([unread.status, unread.body.includes('id="sure-error"')]).toEqual([422, true]);
    expect((await ledger.account(campaignId())).impactToldAt).toBeUndefined();
    // what was read is not what is there any more
    expect((await post(browser, `${BASE}/impact-note`, { version: '4', sure: 'yes' })).status).toBe(409);
    for (let n = 0; n < 2; n += 1) expect((await post(browser, `${BASE}/impact-note`, { version: '5', sure: 'yes' })).status).toBe(303);
    expect((await ledger.account(campaignId())).impactToldAt).toBeDefined();
    const told = (await there.fundraising.campaignHistory.about(campaignId())).filter(({ what }) => what === 'campaign.impact-told');
    expect(told).toMatchObject([{ by: LUIS, schoolId: schoolId(1) }]);
    expect((await browser.get(`${BASE}/impact`)).body).toContain('It was sent on');
  });

  it('is not sent before it is over, and nothing without words is kept', async () => {
    const { browser, stored, ledger } = await scene(LUIS);
    const empty = await post(browser, `${BASE}/impact`, { 'impact.en': ' ', version: '2' });
    expect([empty.status, empty.body.includes('id="impact-en-error"'), (await stored())?.impact]).toEqual([422, true, undefined]);
    await post(browser, `${BASE}/impact`, { ...WRITTEN, version: '2' });
    const early = await post(browser, `${BASE}/impact-note`, { version: '3', sure: 'yes' });
    expect([early.status, early.body.includes('role="alert"')]).toEqual([409, true]);
    expect((await ledger.account(campaignId())).impactToldAt).toBeUndefined();
  });

  it('that somebody else wrote meanwhile is shown, and what was typed stays', async () => {
    const { browser, stored } = await scene(LUIS);
    await post(browser, `${BASE}/impact`, { 'impact.en': 'Theirs', version: '2' });
    const late = await post(browser, `${BASE}/impact`, { 'impact.en': 'Mine', version: '2' });
    expect([late.status, late.body.includes('Theirs'), late.body.includes('>Mine</textarea>')]).toEqual([409, true, true]);
    const fields = fieldsOf(late.body.replaceAll('class="act-form"', 'class="dash"'));
    expect((await post(browser, `${BASE}/impact`, { 'impact.en': 'Mine', version: fields.get('version') ?? '' })).status).toBe(303);
    expect((await stored())?.impact).toEqual({ en: 'Mine' });
  });
});

describe('a pledge that is changed at the desk', () => {
  const REVISED = {
    'revise-kind': 'money',
    'revise-level': '',
    'revise-amount': '$3,000',
    'revise-instalments': '3',
    'revise-reason': 'By phone',
  };

  it('takes another sum with the reason in its history', async () => {
    const { browser, here, ledger } = await scene(LUIS);
    const pledgeId = await pledged(here);
    const path = `${BASE}/pledges/${pledgeId}`;
    for (let n = 0; n < 2; n += 1)
      expect((await post(browser, `${path}/revise`, REVISED)).headers.location).toBe(`${path}?done=revisePledge`);
    expect(await ledger.pledge(campaignId(), pledgeId)).toMatchObject({ commitment: { amountCents: 300_000 }, version: 2 });
    const { body } = await browser.get(`${path}?done=revisePledge`);
    for (const words of ['The pledge is changed', 'By phone']) expect(body).toContain(words);
  });

  it.each([
    [{ 'revise-amount': '-1' }, 'revise-amount', 422],
    [{ 'revise-level': GOLD, 'revise-amount': '5' }, 'revise-amount', 422],
    [{ 'revise-instalments': '5' }, 'revise-instalments', 422],
    [{ 'revise-reason': '' }, 'revise-reason', 422],
    [{ 'revise-level': 'lvl_x' }, 'revise-level', 422],
  ] as const)('is shown again with everything typed when it is wrong: %o', async (wrong, field, status) => {
    const { browser, here, ledger } = await scene(LUIS);
    const pledgeId = await pledged(here);
    const answer = await post(browser, `${BASE}/pledges/${pledgeId}/revise`, { ...REVISED, ...wrong });
    expect([answer.status, answer.body.includes(`id="${field}-error"`)]).toEqual([status, true]);
    const typed = { ...REVISED, ...wrong };
    expect(answer.body).toContain(`value="${typed['revise-amount']}"`);
    if (typed['revise-reason'] !== '') expect(answer.body).toContain(`value="${typed['revise-reason']}"`);
    expect((await ledger.pledge(campaignId(), pledgeId))?.version).toBe(1);
  });

  it('is not offered once an invoice went out, and refused', async () => {
    const { browser, here } = await scene(LUIS);
    const path = `${BASE}/pledges/${await pledged(here)}`;
    expect((await browser.get(path)).body).toContain('Change the pledge');
    await post(browser, `${path}/accept`);
    await post(browser, `${path}/invoice`);
    expect((await browser.get(path)).body).not.toContain('Change the pledge');
    expect((await post(browser, `${path}/revise`, REVISED)).status).toBe(409);
  });
});

describe('every number of the dashboard', () => {
  it('leads to what it counts', async () => {
    const { browser, here } = await scene(LUIS);
    const gold = await pledged(here);
    const free = { kind: 'money', amountCents: 50_000, instalments: 1 } as const;
    const sponsor = { name: 'Free Shop', kind: 'business', contactName: 'F', email: 'free@example.org' } as const;
    const other = await pledged(here, { commitment: free, sponsor }, 'key-of-another-0123456789');
    for (const id of [gold, other]) await post(browser, `${BASE}/pledges/${id}/accept`);
    await post(browser, `${BASE}/pledges/${other}/payments`, { amount: '500', method: 'cash', receivedOn: '2027-03-01' });
    const { body } = await browser.get(BASE);
    const links = [...body.matchAll(/href="(\/desk\/campaigns\/[^"]+(?:pledges\?|gifts|weeks\/)[^"]*)"/g)].map(([, to = '']) =>
      to.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(18);
    for (const to of new Set(links)) expect([to, (await browser.get(to)).status]).toEqual([to, 200]);
    const shown = async (query: string) => {
      const page = (await browser.get(`${BASE}/pledges?${query}`)).body;
      return [page.includes('Corner Bakery'), page.includes('Free Shop')];
    };
    expect(await shown('show=counting')).toEqual([true, true]);
    expect(await shown('show=paid')).toEqual([false, true]);
    expect(await shown('show=open')).toEqual([true, false]);
    expect(await shown('show=match')).toEqual([false, false]);
    expect(await shown(`level=${GOLD}`)).toEqual([true, false]);
    expect(await shown('level=none')).toEqual([false, true]);
    const week = (await browser.get(`${BASE}/weeks/2027-03-01`)).body;
    for (const words of ['Corner Bakery', 'Free Shop', 'Payment recorded', '$3,000']) expect(week).toContain(words);
  });

  it('is no link on a wall', async () => {
    const { browser } = await scene(LUIS);
    expect((await browser.get(`${BASE}?screen=wall`)).body).not.toContain(`${BASE}/pledges?show`);
  });
});

it('a campaign that is saved while everything is busy says so, with all that was typed', async () => {
  const { there, browser: _b } = await scene(LUIS);
  const here = site(there, (ports) => ({ ...ports, campaigns: { ...ports.campaigns, save: async () => 'busy' } }));
  const browser = deskBrowser(here);
  await browser.signIn(LUIS);
  const answer = await press(browser, (await browser.get(`${BASE}/edit`)).body, 'save', { 'title.en': 'Typed' });
  expect([answer.status, answer.body.includes('value="Typed"'), answer.body.includes('role="alert"')]).toEqual([503, true, true]);
});
