/** The desk's pages that show how things stand: the reader's schools side by side, and volunteering. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { mailFigures } from '#adapters/dynamo/mail-figures.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { DESK_OVERVIEW_PAGES } from '#contracts/desk-pages.ts';
import type { SchoolId } from '#contracts/values.ts';
import { mayDo, mayDoSomewhere } from '#domain/desk/authorise.ts';
import { type ListPorts, listCampaigns } from '#domain/fundraising/browse.ts';
import { dayAt } from '#domain/fundraising/instalments.ts';
import { type MailHealthPorts, mailHealth } from '#domain/messaging/mail-health.ts';
import { type DashboardPorts, volunteeringDashboard } from '#domain/volunteering/dashboard.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';
import { deskStartPage, deskVolunteeringPage } from '#web/desk/index.ts';
import { changing } from '../_http/changing.ts';
import { type DeskHandler, type DeskPorts, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { countPorts } from '../volunteering/_count-ports.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { suggestionsIn } from '../volunteering/_suggestions.ts';

type Ports = DeskPorts &
  DashboardPorts &
  MailHealthPorts &
  ListPorts & {
    readonly schools: Pick<Schools, 'all'>;
    readonly suggestions: Pick<Suggestions, 'open'>;
  };

/** Pledges counted at most; the queue shows as many. */
const LISTED = 200;
/** Whose mails the first page tells of. */
const MAIL_DAYS = 7;

export function createHandler(ports: Ports): HttpFunction {
  const showStart: DeskHandler = async (visit, request) => {
    const { member } = visit;
    const all = await ports.schools.all();
    const seen = all.filter(({ schoolId }) => mayDo(member, 'volunteering.read', { schoolId }));
    const readsBox = (schoolId: SchoolId): boolean => mayDo(member, 'people.read', { schoolId });
    const [volunteering, listed, inNeed, overdue, open, mail] = await Promise.all([
      volunteeringDashboard(ports)(seen, mayDo(member, 'volunteering.read', {})),
      listCampaigns(ports)(),
      ports.ledger.inNeed(LISTED),
      ports.ledger.overdue(dayAt(ports.clock.now(), ports.district.zone), LISTED),
      seen.some(({ schoolId }) => readsBox(schoolId)) ? ports.suggestions.open() : undefined,
      mayDo(member, 'mail.read', {}) ? mailHealth(ports)(MAIL_DAYS) : undefined,
    ]);
    const campaigns = listed.campaigns.filter((one) => mayDo(member, 'pledge.read', one));
    const own = (pledge: { readonly campaignId: string }): boolean => campaigns.some(({ campaignId }) => campaignId === pledge.campaignId);
    const counts = { inNeed: inNeed.filter(own).length, overdue: overdue.filter(own).length };
    const suggestions = open && new Map([...open].filter(([schoolId]) => readsBox(schoolId)));
    const onWall = request.query.get('screen') === 'wall';
    const html = deskStartPage(pageContext(ports, request), {
      reader: readerOf(visit),
      volunteering,
      campaigns,
      schools: all,
      ...counts,
      ...(suggestions && { suggestions }),
      ...(mail && { mail: mail.total }),
      onWall,
    });
    const { asOf: _always, ...shown } = volunteering;
    return changing(page(html, request), request, [
      shown,
      campaigns.map(({ campaignId, totals, phase }) => [campaignId, totals, phase]),
      counts,
      suggestions && [...suggestions],
      mail?.total,
    ]);
  };

  const showVolunteering: DeskHandler = async (visit, request) => {
    const { member } = visit;
    if (!mayDoSomewhere(member, 'volunteering.read')) throw new Refusal('staff.not-allowed');
    const all = await ports.schools.all();
    const seen = all.filter(({ schoolId }) => mayDo(member, 'volunteering.read', { schoolId }));
    const asked = request.query.get('school');
    const chosen = seen.find(({ schoolId }) => schoolId === asked)?.schoolId;
    // a school of others is not found, like one that does not exist
    if (asked !== null && asked !== '' && chosen === undefined) throw new Refusal('school.not-found');
    const dashboard = await volunteeringDashboard(ports)(seen, mayDo(member, 'volunteering.read', {}), chosen);
    const state = mayDo(member, 'figures.rebuild', {}) ? await ports.figures.state() : undefined;
    const html = deskVolunteeringPage(pageContext(ports, request), {
      reader: readerOf(visit),
      dashboard,
      onWall: request.query.get('screen') === 'wall',
      mayReadFeedback: seen.some(({ schoolId }) => (chosen ?? schoolId) === schoolId && mayDo(member, 'people.read', { schoolId })),
      ...(state && { figures: state }),
      ...(request.query.get('done') === 'rebuild' && { done: 'rebuild' as const }),
    });
    const { asOf: _always, ...shown } = dashboard;
    return changing(page(html, request), request, [shown, state]);
  };

  const pages: Readonly<Record<keyof typeof DESK_OVERVIEW_PAGES, DeskHandler>> = {
    deskStart: showStart,
    deskVolunteering: showVolunteering,
  };
  return deskFunction(
    ports,
    Object.fromEntries(
      Object.entries(DESK_OVERVIEW_PAGES).map(([name, { method, path }]) => [
        `${method} ${path}`,
        deskRoute(ports, pages[name as keyof typeof pages]),
      ]),
    ),
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'FUNDRAISING_TABLE', 'MESSAGING_TABLE', 'DESK_TABLE', 'DESK_SECRET', 'DISTRICT']);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    figures: countPorts(env.VOLUNTEERING_TABLE).figures,
    suggestions: suggestionsIn(env.VOLUNTEERING_TABLE),
    mailFigures: mailFigures(tableOn(dynamoClient(), env.MESSAGING_TABLE)),
    zone: env.DISTRICT.zone,
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    district: env.DISTRICT,
  });
});
