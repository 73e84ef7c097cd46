/** Share cards: the picture a messenger shows for a link to a campaign or an opportunity. A function of its own: what draws them is more than all pages. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { svgToPng } from '#adapters/images/card-png.ts';
import { PAGES } from '#contracts/pages.ts';
import { OpportunityId, Slug } from '#contracts/values.ts';
import { type BrowsePorts, getCampaign } from '#domain/fundraising/browse.ts';
import { type FigurePorts, getOpportunityWithoutNames } from '#domain/volunteering/get-opportunity.ts';
import { campaignCard, opportunityCard } from '#web/cards/index.ts';
import type { PageContext } from '#web/pages/index.ts';
import { type HttpFunction, httpFunction, type Routes } from '../_http/http-function.ts';
import { type PagePorts, pageContext, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';

type Ports = BrowsePorts & FigurePorts & PagePorts;

/** For how long a card may be shown as it was. */
const KEPT_SECONDS = 300;

export function createHandler(ports: Ports): HttpFunction {
  const { district } = ports;
  const card = (path: string, draw: (request: HttpRequest, context: PageContext) => Promise<string>): Routes => ({
    [`GET ${path}`]: async (request) => {
      // anyone may keep the answer, so it depends on the address alone: not on a cookie, not on what a browser prefers
      const language = request.chosenLanguage ?? district.languages[0] ?? request.language;
      return answer(request, await draw(request, { ...pageContext(ports, request), language }));
    },
  });
  return httpFunction(
    {
      ...card(PAGES.campaignCard.path, async ({ params }, context) => {
        const slug = Slug.safeParse(params.slug);
        const found = slug.success ? await getCampaign(ports)({ slug: slug.data }) : undefined;
        if (!found?.ok) throw new Refusal('campaign.not-found');
        const { schoolId } = found.value;
        const school = schoolId && (await ports.schools.find(schoolId));
        return campaignCard(context, { campaign: found.value, ...(school && { school }) });
      }),
      ...card(PAGES.opportunityCard.path, async ({ params }, context) => {
        const id = OpportunityId.safeParse(params.opportunityId);
        const found = id.success ? await getOpportunityWithoutNames(ports)({ opportunityId: id.data }) : undefined;
        if (!found?.ok) throw new Refusal('opportunity.not-found');
        return opportunityCard(context, { opportunity: found.value });
      }),
    },
    { district, problemPage: problemPage(ports) },
  );
}

/** Whoever has this very card already is told so, and nothing is drawn. */
async function answer(request: HttpRequest, svg: string): Promise<HttpResponse> {
  // weak, because it stands for what is drawn: another version of the renderer may give other bytes for it
  const etag = `W/"${createHash('sha256').update(svg).digest('base64url')}"`;
  const headers = { etag, 'cache-control': `public, max-age=${KEPT_SECONDS}` };
  if (
    request
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return { statusCode: 304, headers, body: '' };
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': 'image/png' },
    body: Buffer.from(await svgToPng(svg)).toString('base64'),
    isBase64Encoded: true,
  };
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'FUNDRAISING_TABLE', 'DISTRICT']);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    district: env.DISTRICT,
  });
});
