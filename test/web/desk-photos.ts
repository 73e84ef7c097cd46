/** The desk's pages of a campaign's photos in every state they can be in. */
import { DESK_SECTIONS, type DeskSection } from '#contracts/desk-pages.ts';
import type { CampaignPhotos } from '#contracts/resources/photo.ts';
import { PhotoId } from '#contracts/values.ts';
import * as desk from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';
import { campaign } from './campaigns.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: Object.keys(DESK_SECTIONS) as DeskSection[] };
const photos: CampaignPhotos = { campaignId: campaign.campaignId, photos: [...campaign.photos], version: 4 };
const UPLOAD = `upl_${'u'.repeat(16)}`;
const INVITATION = {
  uploadId: UPLOAD as never,
  url: 'https://files.example/uploads',
  fields: { key: 'incoming-photos/a/b', success_action_redirect: 'https://volunteer.example.org/desk/x?photo=y', Policy: 'eyJ"<>' },
  maxBytes: 20 * 1024 * 1024,
};

const eight: CampaignPhotos = {
  ...photos,
  photos: Array.from({ length: 8 }, (_, n) => ({
    ...campaign.photos[n % 3],
    photoId: PhotoId.parse(`pho_${String(n).padStart(16, 'e')}`),
  })) as never,
};
const rows = new URLSearchParams([
  ...photos.photos.flatMap(({ photoId, place }, n): [string, string][] => [
    [`photos.${n}.id`, photoId],
    [`photos.${n}.alt.en`, n === 1 ? '' : `<b>Words</b> "${n}"`],
    [`photos.${n}.place`, place],
  ]),
  ['version', '4'],
  ['do', 'save'],
]);
const request = new URLSearchParams({ 'alt.en': ' ', 'alt.es': '<La resbaladilla>', place: 'impact', key: 'key-of-a-page-0123456789' });

type Model = desk.DeskPhotosModel;
const page =
  (more: Partial<Model> = {}) =>
  (context: PageContext): string =>
    desk.deskPhotosPage(
      { ...context, url: `/desk/campaigns/${campaign.campaignId}/photos` },
      { reader, campaign: { ...campaign, status: 'open' }, photos, mayEdit: true, formKey: 'key-of-a-page-0123456789', ...more },
    );
const wrong = (pointer: string, code: string) => ({ pointer, code, detail: '' });

export const DESK_PHOTOS: Readonly<Record<string, (context: PageContext) => string>> = {
  'desk, photos': page(),
  'desk, no photos': page({ photos: { ...photos, photos: [], version: 0 }, campaign: { ...campaign, status: 'draft' } }),
  'desk, photos to look at': page({ mayEdit: false }),
  'desk, eight photos': page({ photos: eight, done: 'savePhotos' }),
  'desk, photo sent just now': page({ sent: { uploadId: UPLOAD, state: 'awaited' } }),
  'desk, photo that is there': page({ sent: { uploadId: UPLOAD, state: 'used' } }),
  'desk, photo that can’t be used': page({ sent: { uploadId: UPLOAD, state: 'unusable', problem: 'photo.too-many-pixels' } }),
  'desk, photo without words': page({
    posted: {
      operationId: 'invitePhoto',
      values: request,
      errors: [wrong('/alt', 'text.empty'), wrong('/permission', 'photo.permission-missing')],
    },
  }),
  'desk, photos with words missing': page({
    posted: { operationId: 'savePhotos', values: rows, errors: [wrong('/photos/1/alt', 'text.empty'), wrong('/photos/2/place', 'x')] },
  }),
  'desk, photos changed meanwhile': page({
    posted: { operationId: 'savePhotos', values: rows, errors: [], problem: 'version.conflict' },
  }),
  'desk, one photo too many': page({
    posted: { operationId: 'invitePhoto', values: request, errors: [], problem: 'photo.too-many' },
  }),
  'desk, file of a photo': (context) =>
    desk.deskPhotoFilePage(
      { ...context, url: `/desk/campaigns/${campaign.campaignId}/photos/files/${UPLOAD}` },
      { reader, campaign, sent: { alt: { en: 'The <new> slide & "swings"' } }, invitation: INVITATION },
    ),
};
