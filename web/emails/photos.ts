/** Photos of what became of a campaign, in the mails that tell of it. */
import { photoPath } from '#contracts/pages.ts';
import type { PublicCampaign } from '#contracts/resources/campaign-view.ts';
import { PHOTO_BOX } from '#contracts/resources/photo.ts';
import { photosOf } from '../components/photos.tsx';
import { pick, type View } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import type { Block } from './blocks.ts';

/** What a column of 600 has between its margins. */
const WIDEST = 544;

/** At the same address for everyone, on our own site: who opens a mail is told to nobody. */
export function impactPhotos(view: View, campaign: PublicCampaign): readonly Block[] {
  const { photo: say } = fundraisingIn(view.context.language).letters;
  return photosOf(campaign, 'impact').map(({ photoId, width, height, alt }) => {
    const scale = Math.min(1, WIDEST / width, PHOTO_BOX.mail.height / height);
    const shown = pick(view, alt);
    return {
      kind: 'picture',
      src: `${view.context.district.siteUrl}${photoPath(campaign.campaignId, photoId, 'jpg')}`,
      alt: shown,
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      words: say(shown.text),
    };
  });
}
