/** One pledge on a page of the desk: as it is asked for, and again with what went wrong with a form of it. */
import { randomUUID } from 'node:crypto';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { CampaignId, PledgeId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { Campaigns, Ledger } from '#domain/fundraising/ports.ts';
import { staffPledge } from '#domain/fundraising/staff-pledges.ts';
import { type DeskPledgeModel, deskPledgePage } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';

export type DeskPledgePorts = DeskPorts & { readonly campaigns: Campaigns; readonly ledger: Ledger };

/** The campaign a page is about. One that the member may not even look into is not found, like one that does not exist. */
export async function campaignFor({ campaigns }: DeskPledgePorts, { member }: DeskVisit, request: HttpRequest): Promise<Campaign> {
  const campaignId = CampaignId.safeParse(request.params.campaignId);
  const campaign = campaignId.success ? await campaigns.find(campaignId.data) : undefined;
  if (!campaign || !mayDo(member, 'pledge.read', campaign)) throw new Refusal('campaign.not-found');
  return campaign;
}

export async function showPledge(
  ports: DeskPledgePorts,
  visit: DeskVisit,
  request: HttpRequest,
  campaign: Campaign,
  more: Pick<DeskPledgeModel, 'done' | 'problem' | 'posted'> & { readonly status?: number } = {},
): Promise<HttpResponse> {
  const pledgeId = PledgeId.safeParse(request.params.pledgeId);
  if (!pledgeId.success) throw new Refusal('pledge.not-found');
  const [pledge, history] = await Promise.all([
    ports.ledger.pledge(campaign.campaignId, pledgeId.data),
    ports.ledger.historyOf(pledgeId.data),
  ]);
  if (!pledge) throw new Refusal('pledge.not-found');
  const { status, ...shown } = more;
  const html = deskPledgePage(
    { ...pageContext(ports, request), url: deskPaths.pledge(campaign.campaignId, pledgeId.data) },
    {
      reader: readerOf(visit),
      pledge: staffPledge(pledge, campaign),
      campaign,
      history: history.map(({ at, by, what, reason, ref }) => ({
        at,
        by,
        what,
        ...(reason !== undefined && { reason }),
        ...(ref !== undefined && { ref }),
      })),
      may: { decide: mayDo(visit.member, 'pledge.decide', campaign), record: mayDo(visit.member, 'money.record', campaign) },
      formKey: randomUUID(),
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}
