/** A campaign's photos on a page of the desk, and what all functions of photos share. */
import { randomUUID } from 'node:crypto';
import { deskSeals } from '#adapters/identity/seals.ts';
import { s3Client, uploads } from '#adapters/s3/uploads.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { deskPaths, PHOTO_SENT_PARAMETER } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { UploadId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { sentPhoto, shown } from '#domain/fundraising/photos.ts';
import type { Photos } from '#domain/fundraising/ports.ts';
import type { Uploads } from '#domain/uploads.ts';
import { type DeskPhotosModel, deskPhotosPage } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { PostedForm } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { type MovePledgePorts, staffFundraisingPorts } from './_staff-route.ts';

export type PhotoPorts = MovePledgePorts & { readonly photos: Photos; readonly uploads: Uploads };

export function photoPorts() {
  const env = environment(['DESK_SECRET', 'UPLOADS_BUCKET']);
  return {
    ...staffFundraisingPorts(),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    uploads: uploads(s3Client(), env.UPLOADS_BUCKET),
  };
}

/** Where somebody goes on who sent a file. */
export const afterFile = (siteUrl: string, campaignId: string) => (uploadId: UploadId) =>
  `${siteUrl}${deskPaths.photos(campaignId)}?${PHOTO_SENT_PARAMETER}=${uploadId}`;

export async function showPhotos(
  ports: DeskPorts & { readonly photos: Photos },
  visit: DeskVisit,
  request: HttpRequest,
  campaign: Campaign,
  posted?: PostedForm,
): Promise<HttpResponse> {
  const { campaignId } = campaign;
  const [kept, sent] = await Promise.all([ports.photos.of(campaignId), sentJustNow(ports, campaign, request)]);
  const done = request.query.get('done');
  const html = deskPhotosPage(
    { ...pageContext(ports, request), url: deskPaths.photos(campaignId) },
    {
      reader: readerOf(visit),
      campaign,
      photos: shown(kept),
      mayEdit: mayDo(visit.member, 'campaign.edit', campaign),
      // a form that is shown again is the same request
      formKey: posted?.values.get('key') ?? randomUUID(),
      ...(sent && { sent }),
      ...(done !== null && posted === undefined && { done }),
      ...(posted && { posted }),
    },
  );
  return page(html, request, posted ? { status: posted.status } : {});
}

async function sentJustNow(
  ports: DeskPorts & { readonly photos: Photos },
  { campaignId }: Campaign,
  request: HttpRequest,
): Promise<DeskPhotosModel['sent']> {
  const uploadId = UploadId.safeParse(request.query.get(PHOTO_SENT_PARAMETER));
  const sent = uploadId.success ? await sentPhoto(ports)({ campaignId, uploadId: uploadId.data }) : undefined;
  if (!sent) return undefined;
  const { state, problem } = sent;
  return { uploadId: sent.uploadId, state, ...(problem && { problem }) };
}
