/** What the tests of races in fundraising do again and again: pledges of many shops, and the recount of a campaign. */
import { recount } from '#domain/fundraising/account.ts';
import { compared, daysOf, type Reconciliation } from '#domain/fundraising/reconcile.ts';
import { campaignId } from '#test/support/builders.ts';
import { aPledgeRequest, type Operations, STAFF } from '#test/support/fundraising.ts';

export const keyOf = (n: number): string => `key-${String(n).padStart(16, '0')}`;
export const times = <T>(count: number, make: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => make(n));

/** A thousand dollars from the shop with this number: what to move it by. */
export async function pledged(all: Operations, n: number, of = campaignId()) {
  const request = aPledgeRequest({
    campaignId: of,
    sponsor: { name: `Shop ${n}`, kind: 'business', contactName: 'Owner', email: `shop${n}@example.org` },
    commitment: { kind: 'money', amountCents: 100_000, instalments: 1 },
  });
  const made = await all.makePledge({ request, key: { kind: 'api', value: keyOf(n) } });
  if (!made.ok) throw new Error(made.error.code);
  return { campaignId: of, pledgeId: made.value.pledgeId, by: STAFF };
}

/** The account and the days against the parts and the history. */
export async function recounted({ ports: { ledger } }: Operations, of = campaignId()): Promise<Reconciliation> {
  const { pledges, gifts } = await ledger.parts(of);
  const parts = { campaignId: of, ...recount(pledges, gifts), days: daysOf(await ledger.history(of)) };
  return compared(await ledger.account(of), await ledger.days(of), parts);
}
