/** `POST /api/campaigns/{campaignId}/photos`: staff order, describe and remove photos; and the form of it at the desk. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { savePhotos as contract } from '#contracts/api/fundraising-photos.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { savePhotos } from '#domain/fundraising/photos.ts';
import { photosBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import { staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { live } from '../_runtime/live.ts';
import { type PhotoPorts, photoPorts, showPhotos } from './_desk-photos.ts';
import { ofCampaign } from './_staff-route.ts';

export function createHandler(ports: PhotoPorts): HttpFunction {
  const one = ofCampaign(ports, contract, 'campaign.edit', ({ body, by, campaign }) => savePhotos(ports)({ campaign, wanted: body, by }));
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: photosBody,
      done: ({ subject }) => `${deskPaths.photos(subject.campaignId)}?done=savePhotos`,
      again: (visit, request, campaign, posted) => showPhotos(ports, visit, request, campaign, posted),
    }),
  });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(photoPorts()));
