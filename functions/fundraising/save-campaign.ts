/** `POST /api/campaigns` and what else changes a definition: staff add, save, open, close and copy campaigns; and the forms of it at the desk. */
import { randomUUID } from 'node:crypto';
import * as contracts from '#contracts/api/fundraising-staff.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { Campaign } from '#contracts/resources/campaign.ts';
import { CampaignId, SchoolId } from '#contracts/values.ts';
import { instantAt } from '#domain/calendar.ts';
import { type CampaignConcern, concernsOf } from '#domain/fundraising/campaign-concerns.ts';
import { copyCampaign } from '#domain/fundraising/copy-campaign.ts';
import { changeCampaign, saveCampaign } from '#domain/fundraising/save-campaign.ts';
import { campaignBody, readCampaignForm, statusBody, withCampaignRows, withMoneyFaults } from '#web/desk/index.ts';
import { apiRoute, requestKey } from '../_http/api-route.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { Refusal } from '../_http/refusal.ts';
import { seeOther } from '../_http/respond.ts';
import { staffOf } from '../_http/staff.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { allowSaving, type CampaignPorts, campaignHandler, savePorts } from './_campaign-route.ts';
import { showCampaignForm, showSetupRefused } from './_desk-campaign.ts';
import { impactRoutes } from './_impact-route.ts';
import { ofCampaign } from './_staff-route.ts';

export const createHandler = (ports: CampaignPorts): HttpFunction =>
  deskFunction(ports, { ...overApi(ports), ...atDesk(ports), ...status(ports), ...copy(ports), ...impactRoutes(ports) });

function overApi(ports: CampaignPorts): Routes {
  const key = `${contracts.saveCampaign.method} ${contracts.saveCampaign.path}`;
  return {
    [key]: async (request) => {
      const member = await staffOf(ports, request);
      const route = apiRoute(contracts.saveCampaign, async ({ body }) => {
        await allowSaving(ports, member, body);
        return saveCampaign(savePorts(ports))({ definition: body, by: member.email });
      })[key];
      if (!route) throw new Error(`no route ${key}`);
      return route(request);
    },
  };
}

/** Buttons of the form either change its rows, and it is drawn again, or save it. Saving asks first when it concerns what was pledged. */
function atDesk(ports: CampaignPorts): Routes {
  const { zone, languages } = ports.district;
  const route = deskRoute(ports, async (visit, request) => {
    const posted = readCampaignForm(visit.form);
    const { lines } = posted;
    const campaignId = CampaignId.safeParse(lines.campaignId);
    const schoolId = lines.schoolId === '' ? undefined : SchoolId.safeParse(lines.schoolId);
    if (!campaignId.success) throw new Refusal('campaign.not-found');
    if (schoolId && !schoolId.success) throw new Refusal('school.not-found');
    const stored = await allowSaving(ports, visit.member, { campaignId: campaignId.data, schoolId: schoolId?.data });
    const show = (more: Parameters<typeof showCampaignForm>[4]) => showCampaignForm(ports, visit, request, stored, more);

    const act = visit.form.get('do') ?? 'save';
    const rows = withCampaignRows(posted, act, () => ports.ids.levelId(campaignId.data, randomUUID()));
    if (rows) return show({ values: rows, errors: [] });
    const values = act === 'open' ? { ...posted, lines: { ...lines, status: 'open' } } : posted;
    const kept = stored ? [stored.opensAt, stored.closesAt] : [];
    const body = {
      ...campaignBody(values, { zone, languages, kept, instantAt: (day, time) => instantAt(day, time, zone) }),
      // has a form of its own
      ...(stored?.impact && { impact: stored.impact }),
    };
    const parsed = read(contracts.saveCampaign.body, body);
    if (!parsed.ok) return show({ values: posted, errors: withMoneyFaults(body, parsed.errors), status: 422 });
    const isLate = stored !== undefined && stored.version !== parsed.data.version;
    const concerns = stored && !isLate ? concernsOf(stored, parsed.data, await ports.ledger.account(campaignId.data)) : [];
    if (concerns.length > 0 && visit.form.get('sure') !== namedIn(concerns))
      return show({ values: posted, errors: [], concerns: { of: concerns, sure: namedIn(concerns) }, status: 409 });

    const saved = await saveCampaign(savePorts(ports))({ definition: parsed.data, by: visit.member.email });
    if (saved.ok) return seeOther(`${deskPaths.campaignSetup(campaignId.data)}?done=saveCampaign`);
    const { error } = saved;
    const status = PROBLEM_STATUS[error.code];
    if (error.code !== 'campaign.changed-meanwhile')
      return show({ values: posted, errors: error.code === 'request.invalid' ? error.fields : [], problem: error.code, status });
    // who saves again does so knowingly
    const newer = { ...posted, lines: { ...lines, version: String(error.version), status: stored?.status ?? lines.status } };
    return show({ values: newer, errors: [], problem: error.code, meanwhile: error.meanwhile, status });
  });
  return { [`POST ${deskFormPath(contracts.saveCampaign.path)}`]: route };
}

/** What was asked about: what comes after that is asked about again. */
const namedIn = (concerns: readonly CampaignConcern[]): string => JSON.stringify(concerns);

function status(ports: CampaignPorts): Routes {
  const one = ofCampaign(ports, contracts.setCampaignStatus, 'campaign.edit', ({ body, by, campaign }) =>
    changeCampaign(savePorts(ports))(campaign, body, by),
  );
  return {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: statusBody,
      done: ({ subject }) => `${deskPaths.campaignSetup(subject.campaignId)}?done=setCampaignStatus`,
      again: (visit, request, campaign, posted) => showSetupRefused(ports, visit, request, campaign, posted),
    }),
  };
}

function copy(ports: CampaignPorts): Routes {
  const one = ofCampaign(ports, contracts.copyCampaign, 'campaign.edit', ({ body, by, campaign, request }) =>
    copyCampaign(savePorts(ports))(campaign, { ...body, key: requestKey(request), by }),
  );
  return {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: (form) => ({ days: wholeDays(form.get('days')) }),
      done: (_input, value) => `${deskPaths.campaignSetup(Campaign.parse(value).campaignId)}?done=copyCampaign`,
      again: (visit, request, campaign, posted) => showSetupRefused(ports, visit, request, campaign, posted),
    }),
  };
}

const wholeDays = (typed: string | null): number | string => {
  const text = (typed ?? '').trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
};

export const handler = campaignHandler(createHandler);
