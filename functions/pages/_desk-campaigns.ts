/** The desk's pages of one campaign beside its dashboard: set up, previewed, its pledges and gifts in lists, its weeks, and what became of it. */
import type { DESK_FUNDRAISING_PAGES } from '#contracts/desk-pages.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { Day, GiftId } from '#contracts/values.ts';
import { mayDoSomewhere } from '#domain/desk/authorise.ts';
import { previewOf } from '#domain/fundraising/browse.ts';
import { dayAt, daysLater } from '#domain/fundraising/instalments.ts';
import { giftReceipt } from '#domain/fundraising/papers.ts';
import type { Photos } from '#domain/fundraising/ports.ts';
import { staffPledge } from '#domain/fundraising/staff-pledges.ts';
import { weekOfMoney } from '#domain/fundraising/week-of-money.ts';
import { SHOWN, whichPledges } from '#domain/fundraising/which-pledges.ts';
import type { Ids } from '#domain/ports.ts';
import { campaignFormOf, deskCampaignPreviewWords, deskGiftWords, deskPledgesPage, deskWeekPage } from '#web/desk/index.ts';
import { documentPage } from '#web/documents/page.tsx';
import { campaignPage } from '#web/pages/index.ts';
import { type DeskHandler, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { page, seeOther } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import {
  type CampaignPagePorts,
  campaignOrDraftFor,
  freshCampaign,
  showCampaignForm,
  showCampaignSetup,
} from '../fundraising/_desk-campaign.ts';
import { showGifts } from '../fundraising/_desk-gifts.ts';
import { showImpact } from '../fundraising/_impact-route.ts';

type Page = Exclude<keyof typeof DESK_FUNDRAISING_PAGES, 'deskCampaigns' | 'deskCampaign' | 'deskPledge' | 'deskPledgeLogo' | 'deskQueue'>;

type Ports = CampaignPagePorts & { readonly ids: Ids; readonly photos: Photos };

export function campaignPages(ports: Ports): Readonly<Record<Page, DeskHandler>> {
  const { district, clock, ledger, photos } = ports;
  const { zone, languages } = district;
  const done = (request: HttpRequest) => {
    const what = request.query.get('done');
    return what === null ? {} : { done: what };
  };
  /** Of a campaign that was opened once. A draft has neither pledges nor gifts. */
  const opened =
    (show: (visit: DeskVisit, request: HttpRequest, campaign: Campaign) => ReturnType<DeskHandler>): DeskHandler =>
    async (visit, request) => {
      const campaign = await campaignOrDraftFor(ports, visit, request);
      if (campaign.status === 'draft') throw new Refusal('campaign.not-found');
      return show(visit, request, campaign);
    };
  const schoolOf = async ({ schoolId }: Campaign) => (await ports.schools.all()).find((one) => one.schoolId === schoolId);

  return {
    deskNewCampaign: async (visit, request) => {
      if (!mayDoSomewhere(visit.member, 'campaign.edit')) throw new Refusal('staff.not-allowed');
      return showCampaignForm(ports, visit, request, undefined, {
        values: freshCampaign(ports, visit, request.query.get('school')),
        errors: [],
      });
    },
    deskCampaignSetup: async (visit, request) =>
      showCampaignSetup(ports, visit, request, await campaignOrDraftFor(ports, visit, request), done(request)),
    deskCampaignForm: async (visit, request) => {
      const campaign = await campaignOrDraftFor(ports, visit, request);
      allow(visit.member, 'campaign.edit', campaign);
      return showCampaignForm(ports, visit, request, campaign, { values: campaignFormOf(campaign, { zone, languages }), errors: [] });
    },
    deskCampaignPreview: async (visit, request) => {
      const campaign = await campaignOrDraftFor(ports, visit, request);
      // what is open is seen where everyone sees it
      if (campaign.status !== 'draft') return seeOther(paths.campaign(campaign.slug));
      const school = await schoolOf(campaign);
      const href = deskPaths.campaignSetup(campaign.campaignId);
      const context = { ...pageContext(ports, request), url: deskPaths.campaignPreview(campaign.campaignId) };
      const [account, kept] = await Promise.all([ledger.account(campaign.campaignId), photos.of(campaign.campaignId)]);
      const shown = previewOf(campaign, account, kept.photos, clock.now());
      const preview = { ...deskCampaignPreviewWords(request.language), href };
      return page(campaignPage(context, { campaign: shown, preview, ...(school && { school }) }), request);
    },
    deskGifts: opened((visit, request, campaign) => {
      const refundOf = request.query.get('refund') ?? undefined;
      const recordedId = request.query.get('gift');
      return showGifts(ports, visit, request, campaign, { ...done(request), refundOf, recordedId });
    }),
    deskGiftReceipt: opened(async (_visit, request, campaign) => {
      const giftId = GiftId.safeParse(request.params.giftId);
      const gift = giftId.success ? await ledger.gift(campaign.campaignId, giftId.data) : undefined;
      // who stays anonymous has no receipt
      if (!gift?.giver) throw new Refusal('gift.not-found');
      const school = await schoolOf(campaign);
      const facts = giftReceipt({ gift, campaign, district, ...(school && { schoolName: school.name }) });
      const back = { href: deskPaths.gifts(campaign.campaignId), words: deskGiftWords(request.language).back };
      const context = { ...pageContext(ports, request), url: deskPaths.giftReceipt(campaign.campaignId, gift.giftId) };
      return page(documentPage(context, { facts, back }), request);
    }),
    deskImpact: opened((visit, request, campaign) => showImpact(ports, visit, request, campaign, done(request))),
    deskPledges: opened(async (visit, request, campaign) => {
      const show = SHOWN.find((one) => one === request.query.get('show')) ?? 'all';
      const level = request.query.get('level') ?? undefined;
      const { pledges } = await ledger.parts(campaign.campaignId);
      const shown = whichPledges(pledges, show, level).toSorted((a, b) => (a.offeredAt < b.offeredAt ? 1 : -1));
      const context = { ...pageContext(ports, request), url: request.url };
      const html = deskPledgesPage(context, {
        reader: readerOf(visit),
        campaign,
        pledges: shown.map((pledge) => staffPledge(pledge, campaign)),
        show,
        ...(level !== undefined && { level }),
      });
      return page(html, request);
    }),
    deskCampaignWeek: opened(async (visit, request, campaign) => {
      const day = Day.safeParse(request.params.day);
      if (!day.success) throw new Refusal('route.not-found');
      const week = await weekOfMoney(ports)(campaign.campaignId, day.data);
      const later = daysLater(week.startsOn, 7);
      const html = deskWeekPage(pageContext(ports, request), {
        reader: readerOf(visit),
        campaign,
        ...week,
        earlier: daysLater(week.startsOn, -7),
        ...(later <= dayAt(clock.now(), zone) && { later }),
      });
      return page(html, request);
    }),
  };
}
