/** Draws photos anew and tells them apart by what they show. */
import { createHash } from 'node:crypto';
import type { PhotoStudio } from '#domain/fundraising/photos.ts';
import { ok } from '#domain/result.ts';
import { readPhoto } from './photo.ts';

export const photoStudio: PhotoStudio = {
  async draw(bytes) {
    const read = await readPhoto(bytes);
    if (!read.ok) return read;
    return ok({ ...read.value, digest: createHash('sha256').update(read.value.webp).digest('base64url') });
  },
};
