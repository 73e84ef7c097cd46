/** Files in memory, and studios that take what begins with `LOGO` for a logo, and with `PHOTO` for a photo. */
import { createHash } from 'node:crypto';
import { LogoId } from '#contracts/values.ts';
import type { LogoStudio } from '#domain/fundraising/logo.ts';
import type { PhotoStudio } from '#domain/fundraising/photos.ts';
import { ok, refused } from '#domain/result.ts';
import type { Uploads } from '#domain/uploads.ts';

export const FILES = 'https://files.example';

export interface FakeUploads extends Uploads {
  readonly files: Map<string, Uint8Array>;
  /** What was signed, in order. */
  readonly invited: readonly { readonly key: string; readonly maxBytes: number; readonly redirectTo: string }[];
}

export function fakeUploads(): FakeUploads {
  const files = new Map<string, Uint8Array>();
  const invited: { key: string; maxBytes: number; redirectTo: string }[] = [];
  return {
    files,
    invited,
    async invite(key, terms) {
      invited.push({ key, ...terms });
      return { url: `${FILES}/uploads`, fields: { key, success_action_redirect: terms.redirectTo } };
    },
    read: async (key) => files.get(key),
    async write(key, bytes) {
      files.set(key, bytes);
    },
    async remove(key) {
      files.delete(key);
    },
  };
}

export const fakeStudio: LogoStudio = {
  async draw(bytes) {
    if (!Buffer.from(bytes).toString().startsWith('LOGO')) return refused({ code: 'logo.unknown-kind' });
    const digest = createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64url');
    return ok({ logoId: LogoId.parse(`lgo_${digest}`), width: 480, height: 120, webp: bytes, png: bytes });
  },
};

export const fakePhotoStudio: PhotoStudio = {
  async draw(bytes) {
    if (!Buffer.from(bytes).toString().startsWith('PHOTO')) return refused({ code: 'photo.unknown-kind' });
    return ok({ digest: createHash('sha256').update(bytes).digest('base64url'), width: 960, height: 640, webp: bytes, jpeg: bytes });
  },
};
