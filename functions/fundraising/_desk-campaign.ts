/** A campaign on the pages of the desk that set it up: its form, fresh or with what keeps it from being saved, and the page of its small forms. */
import { randomUUID } from 'node:crypto';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { SchoolId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { Campaigns, Ledger } from '#domain/fundraising/ports.ts';
import { nextStatuses } from '#domain/fundraising/save-campaign.ts';
import type { Ids } from '#domain/ports.ts';
import {
  type CampaignFormValues,
  type DeskCampaignFormModel,
  type DeskCampaignSetupModel,
  deskCampaignFormPage,
  deskCampaignSetupPage,
  emptyCampaignForm,
} from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { PostedForm } from '../_http/staff-operation.ts';
import type { CampaignPorts } from './_campaign-route.ts';
import { campaignFor } from './_desk-pledge.ts';

export type CampaignPagePorts = DeskPorts &
  Pick<CampaignPorts, 'campaignHistory' | 'schools'> & { readonly campaigns: Campaigns; readonly ledger: Ledger };

/** The campaign a page is about. A draft is there for those who may edit it, and for nobody else. */
export async function campaignOrDraftFor(ports: CampaignPagePorts, visit: DeskVisit, request: HttpRequest): Promise<Campaign> {
  const campaign = await campaignFor(ports, visit, request);
  if (campaign.status === 'draft' && !mayDo(visit.member, 'campaign.edit', campaign)) throw new Refusal('campaign.not-found');
  return campaign;
}

export async function showCampaignForm(
  ports: CampaignPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  saved: Campaign | undefined,
  more: Omit<DeskCampaignFormModel, 'reader' | 'owners' | 'held' | 'saved'> & { readonly status?: number },
): Promise<HttpResponse> {
  const { status, ...shown } = more;
  const held = saved ? (await ports.ledger.account(saved.campaignId)).levels : {};
  const html = deskCampaignFormPage(
    { ...pageContext(ports, request), url: saved ? deskPaths.campaignForm(saved.campaignId) : deskPaths.newCampaign },
    { reader: readerOf(visit), owners: await ownersFor(ports, visit.member), held, ...(saved && { saved }), ...shown },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** Schools whose campaigns the member may edit, and the district where they may edit its own. */
async function ownersFor({ schools }: CampaignPagePorts, member: StaffMember): Promise<DeskCampaignFormModel['owners']> {
  const own = (await schools.all()).filter((school) => mayDo(member, 'campaign.edit', school));
  return [...(mayDo(member, 'campaign.edit', {}) ? [{ id: '' }] : []), ...own.map(({ schoolId, name }) => ({ id: schoolId, name }))];
}

/** What a new campaign begins with: as its school the one that was asked for. */
export function freshCampaign(
  { ids, district }: { readonly ids: Ids } & Pick<DeskPorts, 'district'>,
  { member }: DeskVisit,
  asked: string | null,
): CampaignFormValues {
  const { name, email } = member;
  const schoolId = SchoolId.safeParse(asked ?? member.schools[0]);
  return emptyCampaignForm({
    campaignId: ids.campaignId('new', randomUUID()),
    version: '0',
    status: 'draft',
    schoolId: schoolId.success ? schoolId.data : '',
    illustration: 'school',
    'opens-time': '08:00',
    'closes-time': '20:00',
    'contact-name': name,
    'contact-email': email,
    'contact-phone': district.contact.phone ?? '',
  });
}

export async function showCampaignSetup(
  ports: CampaignPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  campaign: Campaign,
  more: Pick<DeskCampaignSetupModel, 'done' | 'problem' | 'posted'> & { readonly status?: number } = {},
): Promise<HttpResponse> {
  const { campaignId } = campaign;
  const [account, history, schools] = await Promise.all([
    ports.ledger.account(campaignId),
    ports.campaignHistory.about(campaignId),
    ports.schools.all(),
  ]);
  const { status, ...shown } = more;
  const html = deskCampaignSetupPage(
    { ...pageContext(ports, request), url: deskPaths.campaignSetup(campaignId) },
    {
      reader: readerOf(visit),
      campaign,
      schools,
      held: account.levels,
      history: mayDo(visit.member, 'history.read', campaign) ? history : [],
      next: nextStatuses(campaign.status),
      may: { edit: mayDo(visit.member, 'campaign.edit', campaign) },
      formKey: randomUUID(),
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** A small form of that page, shown again. What was posted is kept; the version is the one that is there now. */
export async function showSetupRefused(
  ports: CampaignPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  { campaignId }: Campaign,
  { operationId, values, status, problem, errors }: PostedForm,
): Promise<HttpResponse> {
  const campaign = await ports.campaigns.find(campaignId);
  if (!campaign) throw new Refusal('campaign.not-found');
  return showCampaignSetup(ports, visit, request, campaign, {
    status,
    ...(problem && { problem }),
    posted: { operationId, values: Object.fromEntries(values), errors },
  });
}
