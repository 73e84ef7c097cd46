/** What all routes of one pledge share: the token of the manage link, in its address or as a bearer token. */

import type { ManageToken } from '#contracts/values.ts';
import type { PledgeLinks, PledgeRef } from '#domain/fundraising/ports.ts';
import type { Clock } from '#domain/ports.ts';
import { Refusal } from '../_http/refusal.ts';

/** The pledge behind a token. Unknown, altered and expired links are refused alike. */
export async function pledgeOf(
  { pledgeLinks, clock }: { readonly pledgeLinks: PledgeLinks; readonly clock: Clock },
  token: ManageToken,
): Promise<PledgeRef> {
  const found = await pledgeLinks.resolve(token, clock.now());
  if (!found) throw new Refusal('link.invalid');
  return found;
}
