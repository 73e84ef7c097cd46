/** Files in memory, and a studio that takes what begins with `LOGO` for a logo. */
import { createHash } from 'node:crypto';
import { LogoId } from '#contracts/values.ts';
import type { LogoStudio } from '#domain/fundraising/logo.ts';
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
  };
}

export const fakeStudio: LogoStudio = {
  async draw(bytes) {
    if (!Buffer.from(bytes).toString().startsWith('LOGO')) return refused({ code: 'logo.unknown-kind' });
    const digest = createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64url');
    return ok({ logoId: LogoId.parse(`lgo_${digest}`), width: 480, height: 120, webp: bytes, png: bytes });
  },
};
