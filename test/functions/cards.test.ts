/** Share cards over HTTP: for whom there is one, in which language, for how long it may be kept. */
import { imageSize } from 'image-size';
import { expect, it } from 'vitest';
import { opportunityId } from '#test/support/builders.ts';
import { aCampaign } from '#test/support/fundraising.ts';
import { world } from '#test/support/world.ts';
import { type Answer, portsOf, site } from './http.ts';
import { OPPORTUNITY_PATH, signedUp } from './people.ts';

const CAMPAIGN_CARD = '/campaigns/playground/card.png';
const OPPORTUNITY_CARD = `${OPPORTUNITY_PATH}/card.png`;
const bytesOf = ({ body }: Answer): Buffer => Buffer.from(body, 'base64');

it.each([CAMPAIGN_CARD, OPPORTUNITY_CARD])('%s is a picture that anyone may keep for five minutes', async (path) => {
  const here = site(await world());
  const answer = await here.get(path);
  expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    200,
    'image/png',
    'public, max-age=300',
  ]);
  expect(imageSize(bytesOf(answer))).toMatchObject({ type: 'png', width: 1200, height: 630 });
  // whatever keeps it gives it to others: nothing in it is for one of them
  expect([answer.headers.vary, answer.cookies]).toEqual([undefined, []]);
  const asked = await here.send({ method: 'HEAD', path });
  expect([asked.status, asked.headers]).toEqual([200, answer.headers]);
});

it.each([CAMPAIGN_CARD, OPPORTUNITY_CARD])(
  '%s speaks the language of its address, and the district’s first for any other',
  async (path) => {
    const here = site(await world());
    const [plain, english, spanish, unknown] = await Promise.all(
      ['', '?lang=en', '?lang=es', '?lang=tlh'].map((query) => here.get(path + query)),
    );
    expect(english?.body).toBe(plain?.body);
    expect(unknown?.body).toBe(plain?.body);
    expect(spanish?.body).not.toBe(plain?.body);
    // not the one of whoever happens to ask
    const asked = await here.get(path, { cookies: ['lang=es'], headers: { 'accept-language': 'es-MX' } });
    expect(asked.body).toBe(plain?.body);
  },
);

it('is not drawn again for whoever has it, and is for whoever has another', async () => {
  const here = site(await world());
  const { headers } = await here.get(CAMPAIGN_CARD);
  const etag = headers.etag ?? '';
  const same = await here.get(CAMPAIGN_CARD, { headers: { 'if-none-match': `"other", ${etag}` } });
  expect([same.status, same.body, same.headers.etag, same.headers['cache-control']]).toEqual([304, '', etag, 'public, max-age=300']);
  expect((await here.get(CAMPAIGN_CARD, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  expect((await here.get(`${CAMPAIGN_CARD}?lang=es`, { headers: { 'if-none-match': etag } })).status).toBe(200);
});

it('changes with what it says', async () => {
  const all = await world();
  const here = site(all);
  const before = await here.get(CAMPAIGN_CARD);
  await all.fundraising.campaigns.save(aCampaign({ version: 2, goalCents: 5_000_000 }));
  const after = await here.get(CAMPAIGN_CARD);
  expect(after.headers.etag).not.toBe(before.headers.etag);
  expect(after.body).not.toBe(before.body);
});

it('names the school of a campaign, and the district where it has none', async () => {
  const all = await world();
  const here = site(all);
  const ofDistrict = await here.get(CAMPAIGN_CARD);
  const [school] = await all.ports.schools.all();
  if (!school) throw new Error('the world has a school');
  await all.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: school.schoolId }));
  expect((await here.get(CAMPAIGN_CARD)).body).not.toBe(ofDistrict.body);
});

it('there is none for what is not there', async () => {
  const here = site(await world());
  for (const path of [
    '/campaigns/nowhere/card.png',
    '/campaigns/NO%20WHERE/card.png',
    `/opportunities/${opportunityId(9)}/card.png`,
    '/opportunities/%2e%2e/card.png',
  ]) {
    const answer = await here.get(path);
    expect([path, answer.status, answer.headers['cache-control']]).toEqual([path, 404, 'no-store']);
  }
});

it('there is none for a draft', async () => {
  const all = await world();
  const here = site(all);
  expect([(await here.get(CAMPAIGN_CARD)).status, (await here.get(OPPORTUNITY_CARD)).status]).toEqual([200, 200]);
  await all.fundraising.campaigns.save(aCampaign({ version: 2, status: 'draft' }));
  const state = await all.ports.opportunities.load(opportunityId());
  if (!state) throw new Error('the world has an opportunity');
  await all.ports.opportunities.save({ ...state.opportunity, version: state.opportunity.version + 1, status: 'draft' });
  expect([(await here.get(CAMPAIGN_CARD)).status, (await here.get(OPPORTUNITY_CARD)).status]).toEqual([404, 404]);
});

it('reads nothing about people, also where first names are shown', async () => {
  const all = await world({ showFirstNames: true });
  await signedUp(site(all));
  await all.deliver();
  const unread = { ...portsOf(all).signUps, find: () => Promise.reject(new Error('a sign-up was read')) };
  expect((await site(all, (ports) => ({ ...ports, signUps: unread })).get(OPPORTUNITY_CARD)).status).toBe(200);
});
