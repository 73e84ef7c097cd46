/** Logos and photos as pictures: those that everyone may see, and to a sponsor their own logo. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { PAGES, PHOTO_PAGE } from '#contracts/pages.ts';
import { CampaignId, LogoId, PhotoId, PledgeId } from '#contracts/values.ts';
import { ownLogo, publicLogo } from '#domain/fundraising/logo.ts';
import { PHOTO_KINDS, type PhotoKind, publicPhoto } from '#domain/fundraising/photos.ts';
import type { Campaigns, Ledger, Photos, PledgeLinks } from '#domain/fundraising/ports.ts';
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
const PHOTO_TYPES = { webp: TYPE, jpg: 'image/jpeg' } as const satisfies Record<PhotoKind, string>;

type Ports = PagePorts & {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly photos: Photos;
  readonly uploads: Uploads;
  readonly pledgeLinks: PledgeLinks;
};

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
  const showPhoto: Route = async ({ params }) => {
    const campaignId = CampaignId.safeParse(params.campaignId);
    const [name, ending] = (params.photo ?? '').split('.', 2);
    const photoId = PhotoId.safeParse(name);
    const kind = PHOTO_KINDS.find((one) => one === ending);
    if (!campaignId.success || !photoId.success || !kind) throw new Refusal('route.not-found');
    const found = await publicPhoto(ports)({ campaignId: campaignId.data, photoId: photoId.data }, kind);
    if (!found) throw new Refusal('route.not-found');
    return picture(found, PHOTO_TYPES[kind]);
  };
  return httpFunction(
    { [`GET ${PAGES.myLogo.path}`]: showOwn, [`GET ${PAGES.logo.path}`]: showPublic, [`GET ${PHOTO_PAGE.path}`]: showPhoto },
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
