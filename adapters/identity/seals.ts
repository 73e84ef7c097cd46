/**
 * Seals for what browsers of staff keep: encrypted and authenticated with A256GCM (JWE, RFC 7516), each purpose under a key of its own, derived
 * from the desk's key with HKDF (RFC 5869).
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { Seals } from '#domain/desk/ports.ts';

/** What a browser sends us; anything else is not decrypted. */
const ALGORITHMS = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
const KEY_BYTES = 32;
const ID_BYTES = 16;
/** No cookie is longer (RFC 6265bis §5.5). */
const MOST_CHARACTERS = 4_096;

/** `deskKey` is asked for with each seal; it is expected to remember. */
export function deskSeals(deskKey: () => Promise<string>): Seals {
  const keyFor = async (purpose: string): Promise<Uint8Array> =>
    new Uint8Array(hkdfSync('sha256', await deskKey(), '', `crosswalk desk: ${purpose}`, KEY_BYTES));
  const tokenOf = async (sessionId: string): Promise<Buffer> =>
    createHmac('sha256', await keyFor('form'))
      .update(sessionId)
      .digest();
  return {
    async seal(purpose, content) {
      return new EncryptJWT({ ...content }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(await keyFor(purpose));
    },
    async open(purpose, sealed) {
      const key = await keyFor(purpose);
      if (sealed.length > MOST_CHARACTERS) return undefined;
      try {
        return (await jwtDecrypt(sealed, key, ALGORITHMS)).payload;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
    formToken: async (sessionId) => (await tokenOf(sessionId)).toString('base64url'),
    async isFormToken(sessionId, token) {
      const [given, expected] = [Buffer.from(token, 'base64url'), await tokenOf(sessionId)];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    newId: () => randomBytes(ID_BYTES).toString('base64url'),
  };
}
