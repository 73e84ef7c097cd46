/** What the preview of a draft says above the public page. */
import type { Language } from '#contracts/values.ts';
import { deskCampaignIn, deskSetupIn } from '../messages/areas.ts';

export const deskPreviewWords = (language: Language): { readonly banner: string; readonly back: string } => deskSetupIn(language).preview;

/** Of a campaign. */
export const deskCampaignPreviewWords = (language: Language): { readonly banner: string; readonly back: string } =>
  deskCampaignIn(language).preview;

/** What a receipt that staff print says above it. */
export const deskGiftWords = (language: Language): { readonly back: string } => ({ back: deskCampaignIn(language).gifts.toGifts });
