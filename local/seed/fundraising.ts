/** Loads the demo's campaigns and what sponsors did so far, through the platform's own operations, each at its own day. */
import { svgToPng } from '#adapters/images/card-png.ts';
import { logoStudio } from '#adapters/images/logo-studio.ts';
import { photoStudio } from '#adapters/images/photo-studio.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { CommitmentRequest } from '#contracts/resources/pledge.ts';
import type { SchoolId } from '#contracts/values.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import { dayAt } from '#domain/fundraising/instalments.ts';
import { decideLogo, takeLogo } from '#domain/fundraising/logo.ts';
import { makePledge } from '#domain/fundraising/make-pledge.ts';
import { invitePhoto, takePhoto } from '#domain/fundraising/photos.ts';
import type { Campaigns, Ledger, Photos, PledgeRef } from '#domain/fundraising/ports.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import { invoicePledge, recordPayment } from '#domain/fundraising/record-payment.ts';
import { saveCampaign } from '#domain/fundraising/save-campaign.ts';
import type { Clock, Ids, People, StaffHistory } from '#domain/ports.ts';
import type { Result } from '#domain/result.ts';
import { DAY, iso } from '#domain/time.ts';
import type { Uploads } from '#domain/uploads.ts';
import { campaigns } from './campaigns.ts';
import { LOGOS } from './logos.ts';
import { calendarFrom, id, ZONE } from './making.ts';
import { PHOTOS } from './photos.ts';
import { type DemoPledge, GIFTS, PLEDGES } from './sponsors.ts';

interface SeedPorts {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly campaignHistory: StaffHistory;
  readonly isSchool: (schoolId: SchoolId) => Promise<boolean>;
  readonly photos: Photos;
  readonly ids: Ids;
  readonly people: People;
  readonly uploads: Pick<Uploads, 'write' | 'remove'>;
}

const STAFF = 'dana.whitfield@riverbend.example';

export async function seedFundraising(given: SeedPorts, beganAt: number): Promise<void> {
  const definitions = campaigns(calendarFrom(beganAt));
  // a campaign that is over takes no pledges: it is closed when all of its are there
  for (const { impact: _later, ...definition } of definitions) await save(given, beganAt, { ...definition, status: 'open' });
  for (const [index, pledge] of PLEDGES.entries())
    await live(given, beganAt, pledge, `demo-pledge-${String(index).padStart(4, '0')}`, definitions);
  for (const [index, [campaign, dollars, daysAgo]] of GIFTS.entries()) {
    const ports = portsAt(given, beganAt - daysAgo * DAY);
    const request = {
      campaignId: id<Campaign['campaignId']>('cmp', campaign),
      amountCents: dollars * 100,
      method: 'cash',
      receivedOn: dayAt(ports.clock.now(), ZONE),
      language: 'en',
    } as const;
    expectOk(await recordGift(ports)({ request, by: STAFF, key: `demo-gift-${String(index).padStart(8, '0')}` }));
  }
  for (const definition of definitions) await save(given, beganAt, definition);
  await sendPhotos(given, beganAt);
}

async function save(given: SeedPorts, at: number, definition: Omit<Campaign, 'version'>): Promise<void> {
  const version = (await given.campaigns.find(definition.campaignId))?.version ?? 0;
  expectOk(await saveCampaign(portsAt(given, at))({ definition: { ...definition, version }, by: STAFF }));
}

const portsAt = (given: SeedPorts, at: number) => {
  const clock: Clock = { now: () => at };
  return { ...given, clock, zone: ZONE, pause: async () => {} };
};

/** One pledge from its offer to where it stands; a day passes between any two steps. */
async function live(
  given: SeedPorts,
  beganAt: number,
  pledge: DemoPledge,
  key: string,
  definitions: readonly { campaignId: string; levels: Campaign['levels'] }[],
): Promise<void> {
  const at = (days: number) => portsAt(given, beganAt - Math.max(0, pledge.daysAgo - days) * DAY);
  const campaignId = id<Campaign['campaignId']>('cmp', pledge.campaign);
  const levels = definitions.find((one) => one.campaignId === campaignId)?.levels ?? [];
  const made = await makePledge(at(0))({
    request: {
      campaignId,
      sponsor: { name: pledge.sponsor, kind: pledge.kind, contactName: pledge.contact, email: `${addressOf(pledge.sponsor)}@example.org` },
      commitment: commitmentOf(pledge, levels),
      ...(pledge.matchUpTo !== undefined && { matchUpToCents: pledge.matchUpTo * 100 }),
      recognition: pledge.anonymous ? 'anonymous' : 'named',
      language: 'en',
      policy: true,
      consent: true,
    },
    key: { kind: 'api', value: key },
  });
  if (!made.ok) return expectOk(made);
  const steps = ['offered', 'accepted', 'invoiced', 'part-paid', 'fulfilled'].indexOf(pledge.until);
  const ref: PledgeRef & { readonly by: string } = { campaignId, pledgeId: made.value.pledgeId, by: STAFF };
  if (steps >= 1) expectOk(await acceptPledge(at(1))(ref));
  await sendLogo(given, at(1), ref, pledge.sponsor);
  const there = await given.ledger.pledge(campaignId, ref.pledgeId);
  // once: later gifts may have used its match, which a second invoice would ask for
  const isInvoiced = there !== undefined && 'invoices' in there && there.invoices.length > 0;
  if (steps >= 2 && !isInvoiced) expectOk(await invoicePledge(at(2))(ref));
  const { commitment } = made.value;
  if (steps < 3 || commitment.kind !== 'money') return;
  const parts = steps === 3 ? commitment.instalments.slice(0, 1) : commitment.instalments;
  for (const [index, { amountCents }] of parts.entries()) {
    const ports = at(3 + index);
    const request = { amountCents, method: 'cheque', receivedOn: dayAt(ports.clock.now(), ZONE) } as const;
    expectOk(await recordPayment(ports)({ ...ref, request, key: `${key}-payment-${index}` }));
  }
}

/** As if the sponsor had sent it; most are accepted by staff. */
async function sendLogo({ uploads }: SeedPorts, ports: ReturnType<typeof portsAt>, ref: PledgeRef, sponsor: string): Promise<void> {
  const logo = LOGOS.find((one) => one.sponsor === sponsor);
  if (!logo) return;
  const bytes = await svgToPng(logo.svg);
  const elsewhere: Uploads = { ...uploads, read: async () => bytes, invite: () => Promise.reject(new Error('the demo invites nobody')) };
  const uploadId = ports.ids.uploadId(ports.ids.submissionId('upload', ref.pledgeId, 'demo'));
  const file = { ...ref, uploadId, uploadedAt: iso(ports.clock.now()), sizeBytes: bytes.byteLength };
  const taken = await takeLogo({ ...ports, uploads: elsewhere, logoStudio })(file);
  if (!taken.ok) return expectOk(taken);
  const picture = taken.value.logo;
  if (picture?.state === 'unusable') throw new Error(`the demo's logo of ${sponsor} can't be used: ${picture.problem}`);
  if (picture?.state === 'to-check' && logo.accepted)
    expectOk(await decideLogo(ports)({ ...ref, by: STAFF, logoId: picture.logoId, decision: 'accept' }));
}

/** As if staff had sent them, one after the other. */
async function sendPhotos(given: SeedPorts, beganAt: number): Promise<void> {
  const ports = portsAt(given, beganAt);
  for (const { campaign, place, alt, svg } of PHOTOS) {
    const campaignId = id<Campaign['campaignId']>('cmp', campaign);
    const there = await given.photos.of(campaignId);
    if (there.photos.some((photo) => photo.alt.en === alt.en)) continue;
    const bytes = await svgToPng(svg);
    const uploads: Uploads = { ...given.uploads, read: async () => bytes, invite: async () => ({ url: '', fields: {} }) };
    const request = { alt, place, permission: true } as const;
    const key = `demo-photo-${there.photos.length}-${place}`;
    const invited = await invitePhoto({ ...ports, uploads })({ campaignId, request, by: STAFF, key }, () => '');
    if (!invited.ok) return expectOk(invited);
    const file = { campaignId, uploadId: invited.value.uploadId, sizeBytes: bytes.byteLength };
    expectOk(await takePhoto({ ...ports, uploads, photoStudio })(file));
  }
}

function commitmentOf({ gives, instalments = 1 }: DemoPledge, levels: Campaign['levels']): CommitmentRequest {
  if ('goods' in gives) return { kind: 'goods', description: gives.goods, valueCents: gives.worth * 100 };
  const level = 'level' in gives ? levels.find(({ name }) => name.en === gives.level) : undefined;
  return { kind: 'money', ...(level && { levelId: level.levelId }), amountCents: gives.dollars * 100, instalments };
}

const addressOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');

function expectOk(outcome: Result<unknown, unknown>): void {
  if (!outcome.ok) throw new Error(`the demo's campaigns could not be loaded: ${JSON.stringify(outcome.error)}`);
}
