/** Photos of a campaign, as everyone sees them. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { photoPath } from '#contracts/pages.ts';
import type { PublicCampaign } from '#contracts/resources/campaign-view.ts';
import type { Photo, PhotoPlace } from '#contracts/resources/photo.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { pick, type View } from './view.ts';

export const photosOf = ({ photos }: Pick<PublicCampaign, 'photos'>, place: PhotoPlace): readonly Photo[] =>
  photos.filter((photo) => photo.place === place);

interface PhotosProps {
  readonly view: View;
  readonly campaign: Pick<PublicCampaign, 'campaignId'>;
  readonly photos: readonly Photo[];
  /** In a preview: nobody but staff sees them yet. */
  readonly forStaff?: boolean | undefined;
}
type PictureProps = Omit<PhotosProps, 'photos'> & {
  readonly photo: Photo;
  /** Of what is seen first; all else is loaded when somebody comes near it. */
  readonly first?: boolean;
};

/** It has its size, so that nothing moves when it comes. */
export function Picture({ view, campaign: { campaignId }, photo, first = false, forStaff = false }: PictureProps): JSX.Element {
  const { photoId, width, height } = photo;
  const { text, lang } = pick(view, photo.alt);
  return (
    <img
      src={forStaff ? deskPaths.photo(campaignId, photoId) : photoPath(campaignId, photoId, 'webp')}
      alt={text}
      lang={lang}
      width={width}
      height={height}
      class={first ? 'hero-photo' : undefined}
      loading={first ? undefined : 'lazy'}
      decoding="async"
    />
  );
}

export function Photos({ photos, ...props }: PhotosProps): JSX.Element | null {
  if (photos.length === 0) return null;
  return (
    <ul class="photos" aria-label={fundraisingIn(props.view.context.language).campaign.photos}>
      {photos.map((photo) => (
        <li key={photo.photoId}>
          <Picture {...props} photo={photo} />
        </li>
      ))}
    </ul>
  );
}
