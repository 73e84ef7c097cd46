/** The desk's pages of fundraising: campaigns side by side, one campaign's dashboard, the queue, one pledge. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { DESK_FUNDRAISING_PAGES, DESK_PHOTO_PAGES, deskPaths } from '#contracts/desk-pages.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { PhotoId, PledgeId } from '#contracts/values.ts';
import { mayDo, mayDoSomewhere } from '#domain/desk/authorise.ts';
import { listCampaigns } from '#domain/fundraising/browse.ts';
import { campaignDashboard } from '#domain/fundraising/campaign-dashboard.ts';
import { dayAt } from '#domain/fundraising/instalments.ts';
import { ownLogo } from '#domain/fundraising/logo.ts';
import { deskPhoto } from '#domain/fundraising/photos.ts';
import type { Photos } from '#domain/fundraising/ports.ts';
import type { Ids } from '#domain/ports.ts';
import type { Uploads } from '#domain/uploads.ts';
import { campaignDashboardPage, deskCampaignsPage, deskQueuePage } from '#web/desk/index.ts';
import { changing } from '../_http/changing.ts';
import { type DeskHandler, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { bytes, type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type CampaignPagePorts, campaignOrDraftFor } from '../fundraising/_desk-campaign.ts';
import { showPhotos } from '../fundraising/_desk-photos.ts';
import { campaignFor, showPledge } from '../fundraising/_desk-pledge.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { campaignPages } from './_desk-campaigns.ts';

type Ports = CampaignPagePorts & { readonly uploads: Uploads; readonly photos: Photos; readonly ids: Ids };

/** Of the whole district; what a member may see of it is among them. */
const LISTED = 200;

export function createHandler(ports: Ports): HttpFunction {
  const { ledger, clock, district } = ports;
  const zone = district.zone;
  const seenBy = (member: StaffMember) => {
    const campaigns = listCampaigns(ports)().then((all) => all.campaigns.filter((one) => mayDo(member, 'pledge.read', one)));
    return campaigns;
  };

  const showCampaigns: DeskHandler = async (visit, request) => {
    const { member } = visit;
    const [seen, schools, all] = await Promise.all([seenBy(member), ports.schools.all(), ports.campaigns.drafts()]);
    const school = request.query.get('school');
    const campaigns = school === null ? seen : seen.filter(({ schoolId }) => schoolId === school);
    const drafts = all.filter((one) => mayDo(member, 'campaign.edit', one) && (school === null || one.schoolId === school));
    const html = deskCampaignsPage(
      { ...pageContext(ports, request), url: request.url },
      { reader: readerOf(visit), campaigns, schools, drafts, may: { add: mayDoSomewhere(member, 'campaign.edit') } },
    );
    return changing(page(html, request), request, [figuresOf(campaigns), drafts.map(({ version }) => version)]);
  };

  const showQueue: DeskHandler = async (visit, request) => {
    const today = dayAt(clock.now(), zone);
    const [campaigns, inNeed, overdue] = await Promise.all([seenBy(visit.member), ledger.inNeed(LISTED), ledger.overdue(today, LISTED)]);
    const own = ({ campaignId }: { readonly campaignId: string }): boolean => campaigns.some((one) => one.campaignId === campaignId);
    const model = { reader: readerOf(visit), campaigns, inNeed: inNeed.filter(own), overdue: overdue.filter(own) };
    const html = deskQueuePage(pageContext(ports, request), model);
    return changing(page(html, request), request, [model.inNeed, model.overdue]);
  };

  const showCampaign: DeskHandler = async (visit, request) => {
    const { campaignId, status } = await campaignOrDraftFor(ports, visit, request);
    // nothing happened to a draft that a dashboard could show
    if (status === 'draft') return seeOther(deskPaths.campaignSetup(campaignId));
    const found = await campaignDashboard({ ...ports, zone })({ campaignId });
    if (!found.ok) throw new Refusal(found.error.code);
    const { asOf: _always, ...dashboard } = found.value;
    const onWall = request.query.get('screen') === 'wall';
    const context = { ...pageContext(ports, request), url: deskPaths.campaign(campaignId) };
    const html = campaignDashboardPage(context, { reader: readerOf(visit), dashboard: found.value, onWall });
    return changing(page(html, request), request, dashboard);
  };

  const showOne: DeskHandler = async (visit, request) => {
    const done = request.query.get('done');
    return showPledge(ports, visit, request, await campaignFor(ports, visit, request), done === null ? {} : { done });
  };

  const showLogo: DeskHandler = async (visit, request) => {
    const { campaignId } = await campaignFor(ports, visit, request);
    const pledgeId = PledgeId.safeParse(request.params.pledgeId);
    const logo = pledgeId.success && (await ownLogo(ports)({ campaignId, pledgeId: pledgeId.data }));
    if (!logo) throw new Refusal('route.not-found');
    return bytes(logo, 'image/webp', 'logo.webp');
  };

  const showPhoto: DeskHandler = async (visit, request) => {
    const { campaignId } = await campaignOrDraftFor(ports, visit, request);
    const photoId = PhotoId.safeParse(request.params.photoId);
    const photo = photoId.success && (await deskPhoto(ports)({ campaignId, photoId: photoId.data }, 'webp'));
    if (!photo) throw new Refusal('route.not-found');
    return bytes(photo, 'image/webp', 'photo.webp');
  };

  const pages: Readonly<Record<keyof typeof DESK_FUNDRAISING_PAGES | keyof typeof DESK_PHOTO_PAGES, DeskHandler>> = {
    deskCampaigns: showCampaigns,
    deskCampaign: showCampaign,
    deskPledge: showOne,
    deskPledgeLogo: showLogo,
    deskQueue: showQueue,
    ...campaignPages(ports),
    deskPhotos: async (visit, request) => showPhotos(ports, visit, request, await campaignOrDraftFor(ports, visit, request)),
    deskPhoto: showPhoto,
  };
  return deskFunction(
    ports,
    Object.fromEntries(
      Object.entries({ ...DESK_FUNDRAISING_PAGES, ...DESK_PHOTO_PAGES }).map(([name, { method, path }]) => [
        `${method} ${path}`,
        deskRoute(ports, pages[name as keyof typeof pages]),
      ]),
    ),
  );
}

const figuresOf = (campaigns: readonly { readonly totals: unknown; readonly phase: string }[]) =>
  campaigns.map(({ totals, phase }) => ({ totals, phase }));

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'VOLUNTEERING_TABLE', 'DESK_TABLE', 'DESK_SECRET', 'UPLOADS_BUCKET', 'DISTRICT']);
  const { schools } = volunteeringPorts(env.VOLUNTEERING_TABLE);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    campaignHistory: staffHistory(tableOn(dynamoClient(), env.FUNDRAISING_TABLE)),
    schools,
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    uploads: uploads(s3Client(), env.UPLOADS_BUCKET),
    district: env.DISTRICT,
  });
});
