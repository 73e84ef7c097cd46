/** Recounts a campaign from its parts and tells every difference to its account and its days; writes both anew where they differ. There must be none. */
import type { CampaignTotals } from '#contracts/resources/campaign.ts';
import type { CampaignId, Day } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { isNothing, minus, NOTHING, plus, recount } from './account.ts';
import type { Conflict } from './changing.ts';
import type { Account, CampaignDay, Campaigns, HistoryEntry, Ledger, Rebuilt } from './ports.ts';

export interface Reconciliation {
  readonly campaignId: CampaignId;
  readonly totals: CampaignTotals;
  /** Account less parts; all zero when it is right. */
  readonly difference: CampaignTotals;
  /** Levels, matches and days that are not what the parts say. */
  readonly wrong: readonly string[];
  readonly exact: boolean;
}

interface Ports {
  readonly ledger: Ledger;
}
interface Of {
  readonly campaignId: CampaignId;
}

/** An account that changes while its parts are read can't be compared: read again. */
const ROUNDS = 5;

export const reconcile =
  (ports: Ports) =>
  async (of: Of): Promise<Result<Reconciliation, Conflict>> => {
    const read = await still(ports, of);
    return read.ok ? ok(compared(read.value.account, read.value.days, read.value.parts)) : read;
  };

/** Makes account and days anew from the pledges, gifts and the history, while everything goes on. */
export const rebuild =
  (ports: Ports) =>
  async (of: Of): Promise<Result<Reconciliation, Conflict>> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const read = await still(ports, of);
      if (!read.ok) return read;
      const { account, days, parts } = read.value;
      const found = compared(account, days, parts);
      if (found.exact) return ok(found);
      await ports.ledger.rebuild({ ...parts, days: withLeftOver(parts.days, days) }, account.version);
    }
    return refused({ code: 'request.conflict' });
  };

/** Days that are kept and that no history speaks of add nothing from now on. */
const withLeftOver = (made: readonly CampaignDay[], kept: readonly CampaignDay[]): readonly CampaignDay[] => [
  ...made,
  ...kept.filter(({ day }) => !made.some((one) => one.day === day)).map(({ day }) => ({ day, add: NOTHING })),
];

/** Recounts every campaign that is shown. Calls `differs` with each that is not exact. */
export const recountAll =
  ({ ledger, campaigns }: Ports & { readonly campaigns: Campaigns }) =>
  async (differs: (found: Reconciliation) => void): Promise<{ readonly counted: number; readonly left: number }> => {
    let left = 0;
    const listed = await campaigns.listed();
    for (const { campaignId } of listed) {
      const found = await reconcile({ ledger })({ campaignId });
      if (!found.ok) left += 1;
      else if (!found.value.exact) differs(found.value);
    }
    return { counted: listed.length - left, left };
  };

async function still(
  { ledger }: Ports,
  { campaignId }: Of,
): Promise<Result<{ readonly account: Account; readonly days: readonly CampaignDay[]; readonly parts: Rebuilt }, Conflict>> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await ledger.account(campaignId);
    const [{ pledges, gifts }, history, days] = await Promise.all([
      ledger.parts(campaignId),
      ledger.history(campaignId),
      ledger.days(campaignId),
    ]);
    const account = await ledger.account(campaignId);
    if (account.version !== before.version) continue;
    return ok({ account, days, parts: { campaignId, ...recount(pledges, gifts), days: daysOf(history) } });
  }
  return refused({ code: 'request.conflict' });
}

/** What each day of a history added, in order; days that added nothing are left out. */
export function daysOf(history: readonly HistoryEntry[]): readonly CampaignDay[] {
  const days = new Map<Day, CampaignTotals>();
  for (const { on, add } of history) if (!isNothing(add)) days.set(on, plus(days.get(on) ?? NOTHING, add));
  return [...days].map(([day, add]) => ({ day, add })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

export function compared(account: Account, days: readonly CampaignDay[], parts: Rebuilt): Reconciliation {
  const difference = minus(account.totals, parts.totals);
  const wrong = [
    ...unequal('level', account.levels, parts.levels),
    ...unequal('money of level', account.levelCents, parts.levelCents),
    ...unequal('match', account.matches, parts.matches),
    ...wrongDays(days, parts.days),
  ];
  return { campaignId: account.campaignId, totals: parts.totals, difference, wrong, exact: isNothing(difference) && wrong.length === 0 };
}

const unequal = (what: string, a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => (a[key] ?? 0) !== (b[key] ?? 0))
    .map((key) => `${what} ${key}: ${a[key] ?? 0} in the account, ${b[key] ?? 0} in its parts`);

function wrongDays(kept: readonly CampaignDay[], made: readonly CampaignDay[]): readonly string[] {
  const addOf = (days: readonly CampaignDay[], day: Day): CampaignTotals => days.find((one) => one.day === day)?.add ?? NOTHING;
  return [...new Set([...kept, ...made].map(({ day }) => day))]
    .filter((day) => !isNothing(minus(addOf(kept, day), addOf(made, day))))
    .map((day) => `day ${day} is not what its history says`);
}
