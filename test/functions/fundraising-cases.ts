/** Each way an operation of the fundraising API can end, and a request that leads there. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { PledgeId } from '#contracts/values.ts';
import { acceptPledge, declinePledge } from '#domain/fundraising/decide-pledge.ts';
import { invoicePledge } from '#domain/fundraising/record-payment.ts';
import { campaignId } from '#test/support/builders.ts';
import { aCampaign, aPledgeRequest, STAFF } from '#test/support/fundraising.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, portsOf, type Site, site } from './http.ts';
import { bearer, KEY, pledged, postPledge, sendLogo } from './people.ts';

const changed =
  (campaign: Partial<Campaign>) =>
  ({ world }: Scene) =>
    world.fundraising.campaigns.save(aCampaign({ version: 2, ...campaign }));

/** Somebody else changes the campaign first, each time. */
const never = ({ world }: Scene): Site => site(world, (ports) => ({ ...ports, ledger: { ...ports.ledger, change: async () => 'stale' } }));

const raw =
  (path: string, body: string, type: string) =>
  ({ here }: Scene): Promise<Answer> =>
    here.send({ method: 'POST', path, body, headers: { 'content-type': type, 'idempotency-key': KEY } });

const HUGE = JSON.stringify('x'.repeat(65_536));

/** What every operation with a body refuses alike. `body` must not be one it takes. */
const ofBody = (operation: string, path: string): readonly Case[] => [
  { operation, code: 'request.malformed', ask: raw(path, '{"a":', 'application/json') },
  { operation, code: 'request.invalid', ask: raw(path, '{"more":1}', 'application/json') },
  { operation, code: 'request.too-large', ask: raw(path, HUGE, 'application/json') },
  { operation, code: 'request.unsupported-type', ask: raw(path, 'a=1', 'text/plain') },
];

const withdraw = async (here: Site, token: string): Promise<Answer> =>
  here.send({ method: 'POST', path: '/api/my-pledge/withdraw', json: {}, headers: bearer(token) });

const correction = { sponsor: { name: 'Corner Bakery', contactName: 'Rosa M. Díaz', address: '1 Main St' }, recognition: 'anonymous' };

/** What a sponsor may do until the pledge was declined; `before`: what must be there. */
function ofOwnPledge(
  operation: string,
  path: string,
  json: unknown,
  before: (scene: Scene, pledgeId: PledgeId) => Promise<void> = async () => {},
): readonly Case[] {
  const ask = async (scene: Scene, where = scene.here): Promise<Answer> => {
    const pledgeId = await pledged(scene.here);
    await before(scene, pledgeId);
    return where.send({ method: 'POST', path, json, headers: bearer(await scene.here.pledgeTokenOf(pledgeId)) });
  };
  return [
    { operation, code: 'success', ask: (scene) => ask(scene) },
    ...ofBody(operation, path),
    {
      operation,
      code: 'link.invalid',
      ask: ({ here }) => here.send({ method: 'POST', path, json, headers: bearer('x'.repeat(32)) }),
    },
    {
      operation,
      code: 'pledge.not-allowed-now',
      ask: async (scene) => {
        const pledgeId = await pledged(scene.here);
        await before(scene, pledgeId);
        await declinePledge(portsOf(scene.world))({ campaignId: campaignId(), pledgeId, by: STAFF });
        return scene.here.send({ method: 'POST', path, json, headers: bearer(await scene.here.pledgeTokenOf(pledgeId)) });
      },
    },
    { operation, code: 'request.conflict', ask: (scene) => ask(scene, never(scene)) },
  ];
}

const after =
  (campaign: Partial<Campaign>) =>
  async (scene: Scene): Promise<Answer> => {
    await changed(campaign)(scene);
    return postPledge(scene.here, aPledgeRequest());
  };

export const FUNDRAISING_CASES: readonly Case[] = [
  { operation: 'listCampaigns', code: 'success', ask: ({ here }) => here.get('/api/campaigns') },
  { operation: 'getCampaign', code: 'success', ask: ({ here }) => here.get(`/api/campaigns/${campaignId()}`) },
  { operation: 'getCampaign', code: 'request.invalid', ask: ({ here }) => here.get('/api/campaigns/cmp_1') },
  { operation: 'getCampaign', code: 'campaign.not-found', ask: ({ here }) => here.get(`/api/campaigns/${campaignId(9)}`) },
  {
    operation: 'getCampaign',
    code: 'campaign.not-found',
    name: 'a draft',
    ask: async (scene) => {
      await changed({ status: 'draft' })(scene);
      return scene.here.get(`/api/campaigns/${campaignId()}`);
    },
  },
  { operation: 'makePledge', code: 'success', ask: ({ here }) => postPledge(here, aPledgeRequest()) },
  ...ofBody('makePledge', '/api/pledges'),
  {
    operation: 'makePledge',
    code: 'request.invalid',
    name: 'less than the level',
    ask: ({ here }) => {
      const { commitment } = aPledgeRequest();
      return postPledge(here, { ...aPledgeRequest(), commitment: { ...commitment, amountCents: 249_999 } });
    },
  },
  {
    operation: 'makePledge',
    code: 'request-key.missing',
    ask: ({ here }) => here.send({ method: 'POST', path: '/api/pledges', json: aPledgeRequest() }),
  },
  {
    operation: 'makePledge',
    code: 'request-key.reused',
    ask: async ({ here }) => {
      await pledged(here);
      return postPledge(here, aPledgeRequest({ recognition: 'anonymous' }));
    },
  },
  {
    operation: 'makePledge',
    code: 'campaign.not-found',
    ask: ({ here }) => postPledge(here, aPledgeRequest({ campaignId: campaignId(9) })),
  },
  { operation: 'makePledge', code: 'campaign.not-open-yet', ask: after({ opensAt: '2027-03-02T00:00:00Z' }) },
  { operation: 'makePledge', code: 'campaign.closed', ask: after({ status: 'closed' }) },
  { operation: 'makePledge', code: 'campaign.closed', name: 'at the very moment', ask: after({ closesAt: '2027-03-01T12:00:00.000Z' }) },
  {
    operation: 'makePledge',
    code: 'level.sold-out',
    ask: async ({ here }) => {
      for (const n of [1, 2, 3]) {
        const sponsor = { ...aPledgeRequest().sponsor, email: `shop${n}@example.org` };
        await pledged(here, { sponsor }, `key-of-shop-${n}-0123456789`);
      }
      return postPledge(here, aPledgeRequest());
    },
  },
  { operation: 'makePledge', code: 'request.conflict', ask: (scene) => postPledge(never(scene), aPledgeRequest()) },
  {
    operation: 'getMyPledge',
    code: 'success',
    ask: async ({ here }) => here.get('/api/my-pledge', { headers: bearer(await here.pledgeTokenOf(await pledged(here))) }),
  },
  { operation: 'getMyPledge', code: 'link.invalid', ask: ({ here }) => here.get('/api/my-pledge') },
  {
    operation: 'withdrawPledge',
    code: 'success',
    ask: async ({ here }) => withdraw(here, await here.pledgeTokenOf(await pledged(here))),
  },
  {
    operation: 'withdrawPledge',
    code: 'success',
    name: 'a second time',
    ask: async ({ here }) => {
      const token = await here.pledgeTokenOf(await pledged(here));
      await withdraw(here, token);
      return withdraw(here, token);
    },
  },
  ...ofBody('withdrawPledge', '/api/my-pledge/withdraw'),
  { operation: 'withdrawPledge', code: 'link.invalid', ask: ({ here }) => withdraw(here, 'x'.repeat(32)) },
  {
    operation: 'withdrawPledge',
    code: 'pledge.not-allowed-now',
    ask: async ({ here, world }) => {
      const pledgeId = await pledged(here);
      const ports = portsOf(world);
      await acceptPledge(ports)({ campaignId: campaignId(), pledgeId, by: STAFF });
      await invoicePledge(ports)({ campaignId: campaignId(), pledgeId, by: STAFF });
      return withdraw(here, await here.pledgeTokenOf(pledgeId));
    },
  },
  {
    operation: 'withdrawPledge',
    code: 'request.conflict',
    ask: async (scene) => {
      const token = await scene.here.pledgeTokenOf(await pledged(scene.here));
      return withdraw(never(scene), token);
    },
  },
  ...ofOwnPledge('correctPledge', '/api/my-pledge/details', correction),
  ...ofOwnPledge('removeLogo', '/api/my-pledge/logo/remove', {}, async ({ world }, pledgeId) => void (await sendLogo(world, pledgeId))),
  ...ofOwnPledge('inviteLogo', '/api/my-pledge/logo', {}).filter(({ code }) => code !== 'request.conflict'),
  {
    operation: 'correctPledge',
    code: 'request.invalid',
    name: 'another name than the one that was accepted',
    ask: async (scene) => {
      const pledgeId = await pledged(scene.here);
      await acceptPledge(portsOf(scene.world))({ campaignId: campaignId(), pledgeId, by: STAFF });
      const json = { ...correction, sponsor: { ...correction.sponsor, name: 'Another Bakery' } };
      const headers = bearer(await scene.here.pledgeTokenOf(pledgeId));
      return scene.here.send({ method: 'POST', path: '/api/my-pledge/details', json, headers });
    },
  },
];
