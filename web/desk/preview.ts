/** What the preview of a draft says above the public page. */
import type { Language } from '#contracts/values.ts';
import { deskSetupIn } from '../messages/areas.ts';

export const deskPreviewWords = (language: Language): { readonly banner: string; readonly back: string } => deskSetupIn(language).preview;
