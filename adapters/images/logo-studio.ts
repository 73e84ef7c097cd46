/** Draws logos anew and names them by what they show. */
import { createHash } from 'node:crypto';
import { LogoId } from '#contracts/values.ts';
import type { LogoStudio } from '#domain/fundraising/logo.ts';
import { ok } from '#domain/result.ts';
import { readLogo } from './logo.ts';

const ID_BYTES = 12;

export const logoStudio: LogoStudio = {
  async draw(bytes) {
    const read = await readLogo(bytes);
    if (!read.ok) return read;
    const { webp, png } = read.value;
    const digest = createHash('sha256').update(webp.bytes).digest().subarray(0, ID_BYTES).toString('base64url');
    return ok({ logoId: LogoId.parse(`lgo_${digest}`), width: webp.width, height: webp.height, webp: webp.bytes, png: png.bytes });
  },
};
