/** Recounts a campaign from its parts and tells every difference to its account. There must be none. */
import type { CampaignTotals } from '#contracts/resources/campaign.ts';
import type { CampaignId } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { isNothing, minus, recount } from './account.ts';
import type { Conflict } from './changing.ts';
import type { Account, Ledger } from './ports.ts';

export interface Reconciliation {
  readonly campaignId: CampaignId;
  readonly totals: CampaignTotals;
  /** Account less parts; all zero when it is right. */
  readonly difference: CampaignTotals;
  /** Levels and matches that are not what the parts say. */
  readonly wrong: readonly string[];
  readonly exact: boolean;
}

/** An account that changes while its parts are read can't be compared: read again. */
const ROUNDS = 5;

export const reconcile =
  ({ ledger }: { readonly ledger: Ledger }) =>
  async ({ campaignId }: { readonly campaignId: CampaignId }): Promise<Result<Reconciliation, Conflict>> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await ledger.account(campaignId);
      const { pledges, gifts } = await ledger.parts(campaignId);
      const account = await ledger.account(campaignId);
      if (account.version === before.version) return ok(compared(campaignId, account, recount(pledges, gifts)));
    }
    return refused({ code: 'request.conflict' });
  };

export function compared(campaignId: CampaignId, account: Account, parts: Pick<Account, 'totals' | 'levels' | 'matches'>): Reconciliation {
  const difference = minus(account.totals, parts.totals);
  const wrong = [...unequal('level', account.levels, parts.levels), ...unequal('match', account.matches, parts.matches)];
  return { campaignId, totals: parts.totals, difference, wrong, exact: isNothing(difference) && wrong.length === 0 };
}

const unequal = (what: string, a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => (a[key] ?? 0) !== (b[key] ?? 0))
    .map((key) => `${what} ${key}: ${a[key] ?? 0} in the account, ${b[key] ?? 0} in its parts`);
