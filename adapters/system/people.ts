/** Who an address is: a keyed hash, so that neither a table nor an event tells the address, and nobody without the key can try addresses out. */
import { createHmac } from 'node:crypto';
import { PersonId } from '#contracts/values.ts';
import type { People } from '#domain/ports.ts';

const PERSON_BYTES = 12;

/** `districtKey` is asked for with each address; it is expected to remember. */
export const people = (districtKey: () => Promise<string>): People => ({
  async identify(normalisedEmail) {
    const hash = createHmac('sha256', await districtKey())
      .update(normalisedEmail)
      .digest();
    return PersonId.parse(hash.subarray(0, PERSON_BYTES).toString('base64url'));
  },
});
