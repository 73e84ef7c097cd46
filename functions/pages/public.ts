/** All pages a parent walks through, in one function: one cold start, not five. Also the static files they need and the API's reference. */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { calendars } from '#adapters/ses/calendars.ts';
import { PAGES, paths, STATIC_PREFIX } from '#contracts/pages.ts';
import { OpportunityFilter } from '#contracts/resources/availability.ts';
import { FRIEND_PARAMETER, SLOT_PARAMETER } from '#contracts/share-pages.ts';
import { OpportunityId, SignUpId, SlotId, Slug } from '#contracts/values.ts';
import { listCampaigns } from '#domain/fundraising/browse.ts';
import type { Calendars } from '#domain/messaging/ports.ts';
import { type BrowsePorts, getOpportunity, listOpportunities, listSchools } from '#domain/volunteering/browse.ts';
import { mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import { signedUp } from '#domain/volunteering/signed-up.ts';
import { MANAGE_DONE, readFilterForm } from '#web/forms/index.ts';
import {
  apiReferencePage,
  friendNotice,
  homePage,
  linkSentPage,
  type ManageModel,
  managePage,
  opportunityPage,
  privacyPage,
  schoolPage,
  sendLinkPage,
  shareOpportunity,
  signedUpPage,
} from '#web/pages/index.ts';
import openApi from '../../generated/openapi.json' with { type: 'json' };
import { manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route, type Routes } from '../_http/http-function.ts';
import { pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { file, type HttpResponse, json, page } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { type ManagePorts, personOf } from '../volunteering/_manage-route.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { calendarFile } from './_calendar-file.ts';
import { type CampaignPagePorts, campaignRoutes } from './_campaigns.ts';
import { doorCodeRoutes } from './_door-codes.ts';
import { shareRoutes } from './_share.ts';
import { staticFile } from './_static-files.ts';

type Ports = BrowsePorts & ManagePorts & { readonly calendars: Calendars } & CampaignPagePorts;

export function createHandler(ports: Ports): HttpFunction {
  return httpFunction(
    {
      ...get(PAGES.home.path, (request) => home(ports, request)),
      ...get(PAGES.school.path, (request) => school(ports, request)),
      ...get(PAGES.opportunity.path, (request) => opportunity(ports, request)),
      ...get(PAGES.signedUp.path, (request) => receipt(ports, request)),
      ...get(PAGES.sendLink.path, async (request) => page(sendLinkPage(pageContext(ports, request), {}), request)),
      ...get(PAGES.linkSent.path, async (request) => page(linkSentPage(pageContext(ports, request)), request)),
      ...get(PAGES.manage.path, (request) => manage(ports, request)),
      ...get(PAGES.calendarFile.path, (request) => calendar(ports, request)),
      ...shareRoutes(ports),
      ...doorCodeRoutes(ports),
      ...campaignRoutes(ports, async () => (await listSchools(ports)()).schools),
      ...get(PAGES.privacy.path, async (request) => page(privacyPage(pageContext(ports, request)), request)),
      ...get(PAGES.apiReference.path, async (request) =>
        page(apiReferencePage(pageContext(ports, request), { document: openApi }), request),
      ),
      ...get(PAGES.openApi.path, async () => json(200, { ...openApi, servers: [{ url: ports.district.siteUrl }] })),
      ...get(`${STATIC_PREFIX}{file}`, async (request) => staticFile(request.params.file ?? '')),
      ...get('/{proxy+}', async () => {
        throw new Refusal('route.not-found');
      }),
    },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

const get = (path: string, route: Route): Routes => ({ [`GET ${path}`]: route });

/** A filter nobody can have chosen on the page is no filter: a link that was mangled on its way still shows what there is. */
function filterOf(request: HttpRequest): OpportunityFilter {
  const filter = OpportunityFilter.safeParse(readFilterForm(request.query));
  return filter.success ? filter.data : {};
}

async function home(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const filter = filterOf(request);
  const [{ schools }, { opportunities }, { campaigns }] = await Promise.all([
    listSchools(ports)(),
    listOpportunities(ports)(filter),
    listCampaigns(ports)(),
  ]);
  return page(homePage(pageContext(ports, request), { campaigns, schools, opportunities, filter }), request);
}

async function school(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const slug = Slug.safeParse(request.params.slug);
  const found = slug.success ? (await listSchools(ports)()).schools.find((one) => one.slug === slug.data) : undefined;
  if (!found) throw new Refusal('school.not-found');
  const filter = filterOf(request);
  const [{ opportunities }, all] = await Promise.all([
    listOpportunities(ports)({ ...filter, schoolId: found.schoolId }),
    listCampaigns(ports)(),
  ]);
  const campaigns = all.campaigns.filter(({ schoolId }) => schoolId === found.schoolId);
  return page(schoolPage(pageContext(ports, request), { campaigns, school: found, opportunities, filter }), request);
}

async function opportunity(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const id = OpportunityId.safeParse(request.params.opportunityId);
  const found = id.success ? await getOpportunity(ports)({ opportunityId: id.data }) : undefined;
  if (!found?.ok) throw new Refusal('opportunity.not-found');
  const context = pageContext(ports, request);
  const meant = request.query.getAll(SLOT_PARAMETER).flatMap((slot) => SlotId.safeParse(slot).data ?? []);
  const more = { meant, share: shareOpportunity(context, found.value), ...(request.query.has(FRIEND_PARAMETER) && friendNotice(context)) };
  return page(opportunityPage(context, { opportunity: found.value, formKey: randomUUID(), ...more }), request);
}

async function receipt(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const found = await signedUp(ports)({ receipt: request.params.receipt ?? '' });
  if (!found.ok) throw new Refusal('sign-up.not-found');
  return page(signedUpPage(pageContext(ports, request), found.value), request, { secret: true });
}

async function manage(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const token = manageToken(request.params.token);
  const mine = await mySignUps(ports)({ personId: await personOf(ports, token) });
  if (!mine.ok) throw new Refusal('link.invalid');
  const notice = noticeOf(request.query.get('done'));
  const context = { ...pageContext(ports, request), url: paths.manage(token) };
  return page(managePage(context, { token, mine: mine.value, ...(notice && { notice }) }), request, { secret: true });
}

/** What a form did just before, as its redirect says. Only words on the page depend on it. */
function noticeOf(done: string | null): ManageModel['notice'] | undefined {
  const [said, id] = (done ?? '').split('.');
  const kind = MANAGE_DONE.find((one) => one === said);
  const signUpId = SignUpId.safeParse(id);
  return signUpId.success && kind !== undefined ? { kind, signUpId: signUpId.data } : undefined;
}

async function calendar(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const token = manageToken(request.params.token);
  const personId = await personOf(ports, token);
  const signUpId = SignUpId.safeParse(request.params.signUpId);
  const content = signUpId.success ? await calendarFile(ports, personId, signUpId.data, paths.manage(token)) : undefined;
  if (content === undefined) throw new Refusal('sign-up.not-found');
  return file(content, 'text/calendar; charset=utf-8; method=REQUEST', 'no-store', {
    'content-disposition': 'attachment; filename="crosswalk.ics"',
    'referrer-policy': 'no-referrer',
  });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'FUNDRAISING_TABLE', 'DISTRICT']);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    calendars: calendars(env.DISTRICT),
    district: env.DISTRICT,
  });
});
