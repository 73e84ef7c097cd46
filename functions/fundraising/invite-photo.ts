/** `POST /api/campaigns/{campaignId}/photos/invitations`: staff say what a photo shows; the form of it at the desk, and the page from which its file is sent. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { invitePhoto as contract } from '#contracts/api/fundraising-photos.ts';
import { DESK_PHOTO_FILE, deskPaths, PHOTO_SENT_PARAMETER } from '#contracts/desk-pages.ts';
import type { UploadInvitation } from '#contracts/resources/logo.ts';
import { UploadId } from '#contracts/values.ts';
import { inviteFile, invitePhoto, sentPhoto } from '#domain/fundraising/photos.ts';
import { deskPhotoFilePage, photoRequestBody } from '#web/desk/index.ts';
import { requestKey } from '../_http/api-route.ts';
import { type DeskHandler, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { live } from '../_runtime/live.ts';
import { afterFile, type PhotoPorts, photoPorts, showPhotos } from './_desk-photos.ts';
import { campaignFor } from './_desk-pledge.ts';
import { ofCampaign } from './_staff-route.ts';

export function createHandler(ports: PhotoPorts): HttpFunction {
  const { siteUrl } = ports.district;
  const one = ofCampaign(ports, contract, 'campaign.edit', ({ params: { campaignId }, body, by, request }) =>
    invitePhoto(ports)({ campaignId, request: body, by, key: requestKey(request) }, afterFile(siteUrl, campaignId)),
  );
  const showFile: DeskHandler = async (visit, request) => {
    const campaign = await campaignFor(ports, visit, request);
    allow(visit.member, 'campaign.edit', campaign);
    const { campaignId } = campaign;
    const uploadId = UploadId.safeParse(request.params.uploadId);
    const sent = uploadId.success ? await sentPhoto(ports)({ campaignId, uploadId: uploadId.data }) : undefined;
    if (!sent) throw new Refusal('route.not-found');
    // whoever comes back to the form after it was sent
    if (sent.state !== 'awaited') return seeOther(`${deskPaths.photos(campaignId)}?${PHOTO_SENT_PARAMETER}=${sent.uploadId}`);
    const invitation = await inviteFile(ports)(sent, afterFile(siteUrl, campaignId));
    const context = { ...pageContext(ports, request), url: deskPaths.photoFile(campaignId, sent.uploadId) };
    const html = deskPhotoFilePage(context, { reader: readerOf(visit), campaign, sent, invitation });
    return page(html, request, { formsTo: new URL(invitation.url).origin });
  };
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: photoRequestBody,
      done: ({ subject }, value) => deskPaths.photoFile(subject.campaignId, (value as UploadInvitation).uploadId),
      again: (visit, request, campaign, posted) => showPhotos(ports, visit, request, campaign, posted),
    }),
    [`${DESK_PHOTO_FILE.method} ${DESK_PHOTO_FILE.path}`]: deskRoute(ports, showFile),
  });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(photoPorts()));
