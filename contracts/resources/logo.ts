/** A sponsor's logo: what was sent, whether it can be used, and whether staff let it be seen. */
import * as z from 'zod/mini';
import { Instant, LogoId, UploadId } from '../values.ts';

/** At most this many bytes may be sent. */
export const MAX_LOGO_BYTES = 5 * 1024 * 1024;

/** Why a file can't be used as a logo. `logo.too-large`: empty, or more than `MAX_LOGO_BYTES`. */
export const LogoProblem = z.enum([
  'logo.svg',
  'logo.unknown-kind',
  'logo.too-large',
  'logo.too-many-pixels',
  'logo.too-small',
  'logo.broken',
]);
export type LogoProblem = z.infer<typeof LogoProblem>;

const upload = { uploadId: UploadId, uploadedAt: Instant };
/** As we draw it: within a box of 480 by 240 pixels. */
const drawn = { logoId: LogoId, width: z.int().check(z.gte(1)), height: z.int().check(z.gte(1)) };

/** `to-check`: waits for staff. `accepted`: seen on the sponsor wall while its pledge is. */
export const PledgeLogo = z.discriminatedUnion('state', [
  z.object({ ...upload, state: z.literal('unusable'), problem: LogoProblem }),
  z.object({ ...upload, ...drawn, state: z.enum(['to-check', 'accepted']) }),
  z.object({ ...upload, ...drawn, state: z.literal('declined'), reason: z.optional(z.string()) }),
]);
export type PledgeLogo = z.infer<typeof PledgeLogo>;

/** A logo that everyone may see. */
export const WallLogo = z.object(drawn);
export type WallLogo = z.infer<typeof WallLogo>;

/** Where and how to send one file: a form (`multipart/form-data`) with these fields, then the field `file`. Good for 15 minutes. */
export const UploadInvitation = z.object({
  uploadId: UploadId,
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.int(),
});
export type UploadInvitation = z.infer<typeof UploadInvitation>;
