/** A sponsor's papers, as a page and as a file. A function of its own: fonts and the drawing of files are more than all other pages together. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { PAGES, paths } from '#contracts/pages.ts';
import type { BrowsePorts } from '#domain/fundraising/browse.ts';
import { pledgeFacts } from '#domain/fundraising/facts-for-mail.ts';
import { paperOf } from '#domain/fundraising/papers.ts';
import type { PledgeLinks } from '#domain/fundraising/ports.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { documentPage } from '#web/documents/page.tsx';
import { documentPdf } from '#web/documents/pdf.ts';
import { manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route } from '../_http/http-function.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { bytes, type HttpResponse, page } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { pledgeOf } from '../fundraising/_pledge-route.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';

const PDF = '.pdf';

type Ports = BrowsePorts & PagePorts & { readonly pledgeLinks: PledgeLinks; readonly schools: Pick<Schools, 'find'> };

export function createHandler(ports: Ports): HttpFunction {
  const { district } = ports;
  const show: Route = async (request) => {
    const token = manageToken(request.params.token);
    const { campaignId, pledgeId } = await pledgeOf(ports, token);
    const facts = await pledgeFacts(ports).of(campaignId, pledgeId);
    if (!facts) throw new Refusal('link.invalid');
    const { pledge, language } = facts;
    const { schoolId } = pledge.campaign;
    const school = schoolId && (await ports.schools.find(schoolId));
    const asked = request.params.paper ?? '';
    const name = asked.endsWith(PDF) ? asked.slice(0, -PDF.length) : asked;
    const paper = paperOf({ pledge, language, district, ...(school && { schoolName: school.name }) }, name);
    if (!paper) throw new Refusal('pledge.not-found');
    if (name !== asked) return bytes(await documentPdf(paper), 'application/pdf', `${name}.pdf`);
    const context = { ...pageContext(ports, request), url: paths.paper(token, name) };
    return page(documentPage(context, { facts: paper, pdfUrl: paths.paper(token, `${name}${PDF}`) }), request, { secret: true });
  };
  return httpFunction({ [`GET ${PAGES.paper.path}`]: show }, { district, problemPage: problemPage(ports) });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'FUNDRAISING_TABLE', 'DISTRICT']);
  const { schools } = volunteeringPorts(env.VOLUNTEERING_TABLE);
  return createHandler({ ...fundraisingPorts(env.FUNDRAISING_TABLE), schools, district: env.DISTRICT });
});
