/** The staff side of the fundraising API: photos of campaigns. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { UploadInvitation } from '../resources/logo.ts';
import { CampaignPhotos, PhotoRequest, PhotosToSave } from '../resources/photo.ts';
import { CampaignId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const staff = { capability: 'fundraising', audience: 'staff' } as const;
const campaign = z.strictObject({ campaignId: CampaignId });
const who = ['staff.unknown', 'request.invalid', 'campaign.not-found'] as const satisfies readonly ProblemCode[];
const acts = [...who, 'staff.not-allowed', 'request.malformed', 'request.too-large', 'request.unsupported-type'] as const;

export const listPhotos = {
  ...staff,
  operationId: 'listPhotos',
  method: 'GET',
  path: '/api/campaigns/{campaignId}/photos',
  summary: 'Photos of a campaign',
  description: 'In the order in which they are shown.',
  requestKey: false,
  params: campaign,
  response: { status: 200, schema: CampaignPhotos, description: 'The photos' },
  refusals: who,
} as const satisfies ApiOperation;

export const invitePhoto = {
  ...staff,
  operationId: 'invitePhoto',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/photos/invitations',
  summary: 'Be invited to send a photo',
  description:
    'Says what the photo shows, where it belongs, and that who is recognisable on it, or their family, agreed. The answer is a form that goes straight to where files are kept: JPEG, PNG or WebP, up to 20 MB and 51 million pixels. It is drawn anew when it arrives, and joins the others some seconds later.',
  requestKey: true,
  params: campaign,
  body: PhotoRequest,
  response: { status: 201, schema: UploadInvitation, description: 'Where and how to send the file' },
  refusals: [...acts, 'photo.too-many', 'request-key.missing', 'request-key.reused'],
} as const satisfies ApiOperation;

export const savePhotos = {
  ...staff,
  operationId: 'savePhotos',
  method: 'POST',
  path: '/api/campaigns/{campaignId}/photos',
  summary: 'Order, describe and remove photos',
  description:
    'All of them as they shall be, with the version that was looked at. Those that are left out are removed, and deleted for good. Saving the same again changes nothing.',
  requestKey: false,
  params: campaign,
  body: PhotosToSave,
  response: { status: 200, schema: CampaignPhotos, description: 'The photos as saved' },
  refusals: [...acts, 'request.conflict', 'version.conflict'],
} as const satisfies ApiOperation;
