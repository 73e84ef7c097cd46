/** What became of a campaign's money, at the desk: the page of it, and the route that writes it down. */
import { writeImpact as contract } from '#contracts/api/fundraising-staff.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { phaseOf } from '#domain/fundraising/browse.ts';
import { changeCampaign } from '#domain/fundraising/save-campaign.ts';
import { toldOfImpact } from '#domain/fundraising/tell-impact.ts';
import { type DeskImpactModel, deskImpactPage, impactBody } from '#web/desk/index.ts';
import { type DeskVisit, readerOf } from '../_http/desk.ts';
import type { Routes } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { type PostedForm, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { type CampaignPorts, savePorts } from './_campaign-route.ts';
import type { CampaignPagePorts } from './_desk-campaign.ts';
import { ofCampaign } from './_staff-route.ts';

export function impactRoutes(ports: CampaignPorts): Routes {
  const one = ofCampaign(ports, contract, 'campaign.edit', ({ body, by, campaign }) =>
    changeCampaign(savePorts(ports))(campaign, body, by),
  );
  return {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: impactBody,
      done: ({ subject }) => `${deskPaths.impact(subject.campaignId)}?done=writeImpact`,
      again: (visit, request, { campaignId }, posted) => showImpactAgain(ports, visit, request, campaignId, posted),
    }),
  };
}

/** Shows what is there now: who saves again does so knowingly. */
export async function showImpactAgain(
  ports: CampaignPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  campaignId: Campaign['campaignId'],
  { operationId, values, errors, problem, status }: PostedForm,
): Promise<HttpResponse> {
  const campaign = await ports.campaigns.find(campaignId);
  if (!campaign) throw new Refusal('campaign.not-found');
  const since = Number(values.get('version'));
  const meanwhile =
    problem === 'campaign.changed-meanwhile'
      ? (await ports.campaignHistory.about(campaignId)).filter(({ ref }) => Number(ref) > since)
      : undefined;
  const written =
    operationId === contract.operationId ? (impactBody(values) as { readonly impact: DeskImpactModel['texts'] }).impact : undefined;
  return showImpact(ports, visit, request, campaign, {
    status,
    errors,
    ...(problem && { problem }),
    ...(meanwhile && { meanwhile }),
    ...(written && { texts: written }),
  });
}

export async function showImpact(
  ports: CampaignPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  campaign: Campaign,
  more: Pick<DeskImpactModel, 'texts' | 'problem' | 'meanwhile' | 'done'> & {
    readonly status?: number;
    readonly errors?: DeskImpactModel['errors'];
  } = {},
): Promise<HttpResponse> {
  const { campaignId } = campaign;
  const [{ impactToldAt }, parts] = await Promise.all([ports.ledger.account(campaignId), ports.ledger.parts(campaignId)]);
  const { status, errors = [], ...shown } = more;
  const html = deskImpactPage(
    { ...pageContext(ports, request), url: deskPaths.impact(campaignId) },
    {
      reader: readerOf(visit),
      campaign,
      isOver: phaseOf(campaign, ports.clock.now()) === 'over',
      ...(impactToldAt !== undefined && { toldAt: impactToldAt }),
      told: toldOfImpact(parts),
      may: { edit: mayDo(visit.member, 'campaign.edit', campaign) },
      errors,
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}
