/** The public pages of fundraising: campaigns, the pledge form, a sponsor's own pledge. */
import { randomUUID } from 'node:crypto';
import { LOGO_SENT_PARAMETER, PAGES, paths } from '#contracts/pages.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { MyPledge, PublicCampaign } from '#contracts/resources/campaign-view.ts';
import { Slug, UploadId } from '#contracts/values.ts';
import { type BrowsePorts, getCampaign, listCampaigns } from '#domain/fundraising/browse.ts';
import { myPledge } from '#domain/fundraising/my-pledge.ts';
import type { PledgeLinks } from '#domain/fundraising/ports.ts';
import {
  campaignEmbedPage,
  campaignPage,
  campaignsPage,
  type MyPledgeModel,
  myPledgePage,
  pledgedPage,
  pledgePage,
} from '#web/pages/index.ts';
import { manageToken } from '../_http/api-route.ts';
import type { Route, Routes } from '../_http/http-function.ts';
import { type PagePorts, pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { EMBEDDABLE, type HttpResponse, page } from '../_http/respond.ts';
import { pledgeOf } from '../fundraising/_pledge-route.ts';

export type CampaignPagePorts = BrowsePorts & PagePorts & { readonly pledgeLinks: PledgeLinks };
/** Schools belong to another capability: whoever wires the pages knows both. */
export type ListSchools = () => Promise<readonly PublicSchool[]>;

export function campaignRoutes(ports: CampaignPagePorts, schools: ListSchools): Routes {
  const shown = (path: string, draw: (request: HttpRequest, campaign: PublicCampaign) => Promise<HttpResponse>): Routes => ({
    [`GET ${path}`]: async (request) => draw(request, await campaignOf(ports, request)),
  });
  const model = async (campaign: PublicCampaign) => {
    const school = (await schools()).find(({ schoolId }) => schoolId === campaign.schoolId);
    return { campaign, ...(school && { school }) };
  };
  return {
    [`GET ${PAGES.campaigns.path}`]: async (request) => {
      const [{ campaigns }, all] = await Promise.all([listCampaigns(ports)(), schools()]);
      return page(campaignsPage(pageContext(ports, request), { campaigns, schools: all }), request);
    },
    ...shown(PAGES.campaign.path, async (request, campaign) =>
      page(campaignPage(pageContext(ports, request), await model(campaign)), request),
    ),
    ...shown(PAGES.campaignEmbed.path, async (request, campaign) => {
      const answer = page(campaignEmbedPage(pageContext(ports, request), { campaign }), request);
      return { ...answer, headers: { ...answer.headers, ...EMBEDDABLE } };
    }),
    ...shown(PAGES.pledge.path, async (request, campaign) => {
      const levelId = request.query.get('level');
      const html = pledgePage(pageContext(ports, request), { campaign, formKey: randomUUID(), ...(levelId !== null && { levelId }) });
      return page(html, request);
    }),
    ...shown(PAGES.pledged.path, async (request, campaign) => page(pledgedPage(pageContext(ports, request), { campaign }), request)),
    [`GET ${PAGES.managePledge.path}`]: manage(ports),
  };
}

async function campaignOf(ports: CampaignPagePorts, request: HttpRequest): Promise<PublicCampaign> {
  const slug = Slug.safeParse(request.params.slug);
  const found = slug.success ? await getCampaign(ports)({ slug: slug.data }) : undefined;
  if (!found?.ok) throw new Refusal('campaign.not-found');
  return found.value;
}

const manage =
  (ports: CampaignPagePorts): Route =>
  async (request) => {
    const token = manageToken(request.params.token);
    const mine = await myPledge(ports)(await pledgeOf(ports, token));
    if (!mine.ok) throw new Refusal('link.invalid');
    const context = { ...pageContext(ports, request), url: paths.managePledge(token) };
    const pledge = mine.value;
    const notice = noticeOf(request.query.get('done'), pledge);
    const sent = UploadId.safeParse(request.query.get(LOGO_SENT_PARAMETER));
    const logoSent = sent.success && sent.data !== pledge.logo?.uploadId ? sent.data : undefined;
    const model = { token, pledge, ...(logoSent && { logoSent }), ...(notice && { notice }) };
    return page(myPledgePage(context, model), request, { secret: true });
  };

/** What was just done, as far as it is still true. */
function noticeOf(done: string | null, { state, logo }: MyPledge): MyPledgeModel['notice'] {
  if (done === 'withdrawn' && state === 'cancelled') return 'withdrawn';
  if (done === 'corrected') return 'corrected';
  return done === 'logo-removed' && logo === undefined ? 'logo-removed' : undefined;
}
