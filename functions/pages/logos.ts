/** Logos as pictures: those that everyone may see, and to a sponsor their own. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { PAGES } from '#contracts/pages.ts';
import { CampaignId, LogoId, PledgeId } from '#contracts/values.ts';
import { ownLogo, publicLogo } from '#domain/fundraising/logo.ts';
import type { Ledger, PledgeLinks } from '#domain/fundraising/ports.ts';
import type { Uploads } from '#domain/uploads.ts';
import { manageToken } from '../_http/api-route.ts';
import { type HttpFunction, httpFunction, type Route } from '../_http/http-function.ts';
import { type PagePorts, problemPage } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { bytes, type HttpResponse, picture } from '../_http/respond.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { pledgeOf } from '../fundraising/_pledge-route.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';

const TYPE = 'image/webp';

type Ports = PagePorts & { readonly ledger: Ledger; readonly uploads: Uploads; readonly pledgeLinks: PledgeLinks };

export function createHandler(ports: Ports): HttpFunction {
  const showOwn: Route = async ({ params }) => {
    const own = await ownLogo(ports)(await pledgeOf(ports, manageToken(params.token)));
    if (!own) throw new Refusal('route.not-found');
    return bytes(own, TYPE, 'logo.webp');
  };
  const showPublic: Route = async ({ params }) => {
    const campaignId = CampaignId.safeParse(params.campaignId);
    const pledgeId = PledgeId.safeParse(params.pledgeId);
    const logoId = LogoId.safeParse(params.logoId);
    if (!campaignId.success || !pledgeId.success || !logoId.success) throw new Refusal('route.not-found');
    const found = await publicLogo(ports)({ campaignId: campaignId.data, pledgeId: pledgeId.data, logoId: logoId.data });
    if (!found) throw new Refusal('route.not-found');
    return picture(found, TYPE);
  };
  return httpFunction(
    { [`GET ${PAGES.myLogo.path}`]: showOwn, [`GET ${PAGES.logo.path}`]: showPublic },
    { district: ports.district, problemPage: problemPage(ports) },
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['FUNDRAISING_TABLE', 'UPLOADS_BUCKET', 'DISTRICT']);
  return createHandler({
    ...fundraisingPorts(env.FUNDRAISING_TABLE),
    uploads: uploads(s3Client(), env.UPLOADS_BUCKET),
    district: env.DISTRICT,
  });
});
