/** Each way an operation of staff can end, and a request that leads there. */

import { createHash } from 'node:crypto';
import * as figures from '#contracts/api/figures.ts';
import * as photos from '#contracts/api/fundraising-photos.ts';
import * as operations from '#contracts/api/fundraising-staff.ts';
import type { ApiOperation } from '#contracts/api/index.ts';
import { MAX_PHOTOS } from '#contracts/resources/photo.ts';
import { acceptPledge, writeOffPledge } from '#domain/fundraising/decide-pledge.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import { invoicePledge, recordPayment } from '#domain/fundraising/record-payment.ts';
import { campaignId, levelId, schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { aCampaign, aGiftRequest, aPayment, aPledgeRequest, STAFF } from '#test/support/fundraising.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, portsOf, type Sent, type Site, site } from './http.ts';
import { KEY, pledged, sendLogo, sendPhoto } from './people.ts';

type Path = Readonly<Record<string, string>>;
type Before = (scene: Scene) => Promise<Path>;

const PAYMENT_KEY = 'payment-0123456789abcdef';
const NOBODYS_PLEDGE = `plg_${'x'.repeat(16)}`;
/** Of the picture that `sendLogo` sends. */
const LOGO = `lgo_${createHash('sha256')
  .update(`LOGO${'-'.repeat(200)}`)
  .digest()
  .subarray(0, 12)
  .toString('base64url')}`;
const NOBODYS_GIFT = `gft_${'x'.repeat(16)}`;

const definition = aCampaign();
const { campaignId: _c, ...gift } = aGiftRequest();

/** What each takes; `{}` for those that say it all by their address. */
export const BODIES: Readonly<Record<string, unknown>> = {
  saveCampaign: definition,
  setCampaignStatus: { status: 'closed', version: 1 },
  copyCampaign: { days: 364 },
  writeImpact: { impact: { en: 'Three swings stand.' }, version: 1 },
  declinePledge: { reason: 'not a fit' },
  revisePledge: { commitment: { kind: 'money', amountCents: 300_000, instalments: 3 } },
  recordPayment: aPayment(50_000),
  refundPayment: aPayment(20_000),
  receiveGoods: { deliveredOn: '2027-03-01' },
  writeOffPledge: { reason: 'closed down' },
  recordGift: gift,
  refundGift: { refundedCents: 1_000 },
  tickBenefit: { benefit: 'Banner', givenOn: '2027-03-01' },
  decideLogo: { logoId: LOGO, decision: 'accept' },
  invitePhoto: { alt: { en: 'The new slide' }, place: 'impact', permission: true },
  // removes the one there is
  savePhotos: { version: 1, photos: [] },
};

const own = { campaignId: campaignId() };
const offered: Before = async ({ here }) => ({ ...own, pledgeId: await pledged(here) });
const accepted: Before = async (scene) => {
  const path = await offered(scene);
  await acceptPledge(portsOf(scene.world))({ ...own, pledgeId: path.pledgeId as never, by: STAFF });
  return path;
};
const paid: Before = async (scene) => {
  const path = await accepted(scene);
  const command = { ...own, pledgeId: path.pledgeId as never, by: STAFF, request: aPayment(50_000), key: PAYMENT_KEY };
  await recordPayment(portsOf(scene.world))(command);
  return path;
};
const invoiced: Before = async (scene) => {
  const path = await accepted(scene);
  await invoicePledge(portsOf(scene.world))({ ...own, pledgeId: path.pledgeId as never, by: STAFF });
  return path;
};
const writtenOff: Before = async (scene) => {
  const path = await accepted(scene);
  await writeOffPledge(portsOf(scene.world))({ ...own, pledgeId: path.pledgeId as never, by: STAFF, reason: 'gone' });
  return path;
};
const goods: Before = async (scene) => {
  const commitment = { kind: 'goods', description: 'Paint', valueCents: 30_000 } as const;
  const pledgeId = await pledged(scene.here, { commitment });
  await acceptPledge(portsOf(scene.world))({ ...own, pledgeId, by: STAFF });
  return { ...own, pledgeId };
};
const given: Before = async ({ world }) => {
  const made = await recordGift(portsOf(world))({ request: aGiftRequest(), by: STAFF, key: KEY });
  if (!made.ok) throw new Error(made.error.code);
  return { ...own, giftId: made.value.giftId };
};
const withLogo: Before = async (scene) => {
  const path = await offered(scene);
  await sendLogo(scene.world, path.pledgeId as never);
  return path;
};
/** Over, with what became of it written down. */
const told: Before = async ({ world }) => {
  const stored = await world.fundraising.campaigns.find(campaignId());
  const impact = { en: 'Three swings stand.', es: 'Hay tres columpios.' };
  if (stored?.status === 'open')
    await world.fundraising.campaigns.save({ ...stored, status: 'closed', impact, version: stored.version + 1 });
  return own;
};
const nothing: Before = async () => own;
const withPhotos =
  (count: number): Before =>
  async ({ world }) => {
    for (let n = 1; n <= count; n += 1) await sendPhoto(world, 'story', { n });
    return own;
  };

/** What has to be there for a success, and a state in which the move is not allowed. */
export const SCENES: Readonly<Record<string, { readonly ready: Before; readonly notNow?: Before }>> = {
  saveCampaign: { ready: nothing },
  setCampaignStatus: { ready: nothing },
  copyCampaign: { ready: nothing },
  writeImpact: { ready: nothing },
  listPledges: { ready: offered },
  getPledge: { ready: offered },
  reconcileCampaign: { ready: paid },
  acceptPledge: { ready: offered, notNow: writtenOff },
  declinePledge: { ready: offered, notNow: accepted },
  cancelPledge: { ready: accepted, notNow: invoiced },
  revisePledge: { ready: accepted, notNow: invoiced },
  invoicePledge: { ready: accepted, notNow: offered },
  recordPayment: { ready: accepted, notNow: offered },
  refundPayment: { ready: paid, notNow: offered },
  receiveGoods: { ready: goods, notNow: accepted },
  writeOffPledge: { ready: invoiced, notNow: offered },
  recordGift: { ready: nothing },
  refundGift: { ready: given },
  tickBenefit: { ready: accepted, notNow: offered },
  decideLogo: { ready: withLogo, notNow: offered },
  tellImpact: { ready: told, notNow: nothing },
  listPhotos: { ready: withPhotos(1) },
  invitePhoto: { ready: nothing },
  savePhotos: { ready: withPhotos(1) },
  rebuildCampaign: { ready: paid },
  checkFigures: { ready: nothing },
  rebuildFigures: { ready: nothing },
};

export const pathOf = (operation: ApiOperation, values: Path): string =>
  operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');

function ask(operation: ApiOperation, values: Path, here: Site, more: Partial<Sent> = {}): Promise<Answer> {
  const headers = { ...asStaff(DANA), ...(operation.requestKey && { 'idempotency-key': KEY }), ...more.headers };
  const path = pathOf(operation, values);
  if (operation.method === 'GET') return here.get(path, { headers });
  const sent = more.body === undefined ? { json: BODIES[operation.operationId] ?? {} } : {};
  return here.send({ method: 'POST', path, ...sent, ...more, headers });
}

/** Somebody else changes the campaign first, each time; definitions too. */
const never = ({ world }: Scene): Site =>
  site(world, (ports) => ({
    ...ports,
    ledger: {
      ...ports.ledger,
      change: async () => 'stale',
      // recounting: each look finds another version
      account: async (id) => ({ ...(await ports.ledger.account(id)), version: Math.random() }),
      tellImpact: async () => 'busy',
    },
    campaigns: { ...ports.campaigns, save: async () => 'busy' },
    photos: { ...ports.photos, save: async () => 'busy' },
  }));

function casesOf(operation: ApiOperation): readonly Case[] {
  const { operationId, refusals } = operation;
  const { ready, notNow = ready } = SCENES[operationId] ?? { ready: nothing };
  const as = (email: string) => async (scene: Scene) => ask(operation, await ready(scene), scene.here, { headers: asStaff(email) });
  const raw = (body: string, type: string) => async (scene: Scene) =>
    ask(operation, await ready(scene), scene.here, { body, headers: { 'content-type': type } });
  const changed = async (scene: Scene) => {
    const values = await ready(scene);
    const more = operationId === 'saveCampaign' ? { json: { ...definition, goalCents: 900_000 } } : {};
    return ask(operation, values, never(scene), more);
  };
  const ways: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
    success: async (scene) => ask(operation, await ready(scene), scene.here),
    'staff.unknown': async (scene) => ask(operation, await ready(scene), scene.here, { headers: { authorization: 'Bearer nonsense' } }),
    'staff.not-allowed': as('pat@riverbend.example'),
    'campaign.not-found': async (scene) => {
      const values = await ready(scene);
      if (operationId !== 'saveCampaign') return ask(operation, { ...values, campaignId: campaignId(9) }, scene.here);
      await scene.world.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1) }));
      return ask(operation, values, scene.here, { headers: asStaff('hannah@riverbend.example') });
    },
    'campaign.changed-meanwhile': async (scene) => {
      const values = await ready(scene);
      const stored = await scene.world.fundraising.campaigns.find(campaignId());
      const version = (stored?.version ?? 0) + 1;
      if (stored) await scene.world.fundraising.campaigns.save({ ...stored, goalCents: 700_000, version });
      const json = { ...(BODIES[operationId] as object), version: version - 1 };
      return ask(operation, values, scene.here, { json });
    },
    'school.not-found': async (scene) => ask(operation, await ready(scene), scene.here, { json: { ...definition, schoolId: schoolId(9) } }),
    'request.invalid':
      operation.method === 'GET'
        ? async (scene) => ask(operation, { ...(await ready(scene)), campaignId: 'cmp_1' }, scene.here)
        : raw('{"more":1}', 'application/json'),
    'request.malformed': raw('{"a":', 'application/json'),
    'request.too-large': raw(JSON.stringify('x'.repeat(65_536)), 'application/json'),
    'request.unsupported-type': raw('a=1', 'text/plain'),
    'request.conflict': changed,
    'route.not-found': as('luis@riverbend.example'),
    'pledge.not-found': async (scene) => ask(operation, { ...(await ready(scene)), pledgeId: NOBODYS_PLEDGE }, scene.here),
    'gift.not-found': async (scene) => ask(operation, { ...(await ready(scene)), giftId: NOBODYS_GIFT }, scene.here),
    'pledge.not-allowed-now': async (scene) => ask(operation, await notNow(scene), scene.here),
    'campaign.not-over': async (scene) => ask(operation, own, scene.here),
    'payment.too-much': async (scene) => {
      const json = operationId === 'refundGift' ? { refundedCents: 5_001 } : aPayment(250_001);
      return ask(operation, await ready(scene), scene.here, { json });
    },
    'request-key.missing': async (scene) => ask(operation, await ready(scene), scene.here, { headers: { 'idempotency-key': 'short' } }),
    'request-key.reused': async (scene) => {
      const values = await ready(scene);
      await ask(operation, values, scene.here);
      const other = operationId === 'invitePhoto' ? { place: 'story' } : { amountCents: 12_300 };
      return ask(operation, values, scene.here, { json: { ...(BODIES[operationId] as object), ...other } });
    },
    'photo.too-many': async (scene) => ask(operation, await withPhotos(MAX_PHOTOS)(scene), scene.here),
    'version.conflict': async (scene) => ask(operation, await ready(scene), scene.here, { json: { version: 2, photos: [] } }),
    'level.sold-out': async (scene) => {
      for (const n of [1, 2, 3])
        await pledged(scene.here, { sponsor: { ...aPledgeRequest().sponsor, email: `s${n}@example.org` } }, `key-of-shop-${n}-0123456789`);
      const free = { kind: 'money', amountCents: 300_000, instalments: 1 } as const;
      const pledgeId = await pledged(scene.here, { commitment: free });
      const json = { commitment: { ...free, levelId: levelId(1) } };
      return ask(operation, { ...own, pledgeId }, scene.here, { json });
    },
  };
  const listed = ['success', ...refusals] as const;
  return listed.map((code) => {
    const way = ways[code];
    if (!way) throw new Error(`no way to ${code}`);
    return { operation: operationId, code, ask: way };
  });
}

const all: readonly ApiOperation[] = [...Object.values(operations), ...Object.values(photos), ...Object.values(figures)];

export const STAFF_CASES: readonly Case[] = [
  ...all.flatMap(casesOf),
  ...all
    .filter(({ params }) => params !== undefined)
    .map(
      (operation): Case => ({
        operation: operation.operationId,
        code: 'campaign.not-found',
        name: 'of another school',
        ask: async (scene) => {
          const values = await (SCENES[operation.operationId]?.ready ?? nothing)(scene);
          await scene.world.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1) }));
          return ask(operation, values, scene.here, { headers: asStaff('hannah@riverbend.example') });
        },
      }),
    ),
  ...all.map(
    (operation): Case => ({
      operation: operation.operationId,
      code: 'staff.unknown',
      name: 'who left',
      ask: async (scene) =>
        ask(operation, await (SCENES[operation.operationId]?.ready ?? nothing)(scene), scene.here, {
          headers: asStaff('ivan@riverbend.example'),
        }),
    }),
  ),
];
