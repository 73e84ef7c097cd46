/** Campaigns and their ledger in memory: a change happens as a whole or not at all, and is refused as the table would refuse it. */
import { isDeepStrictEqual } from 'node:util';
import type { Campaign, CampaignTotals } from '#contracts/resources/campaign.ts';
import { WallLogo } from '#contracts/resources/logo.ts';
import { type CampaignId, type Day, ManageToken } from '#contracts/values.ts';
import { isNothing, NOTHING, plus, shareOfPledge } from '#domain/fundraising/account.ts';
import { contactOfGift, contactOfPledge } from '#domain/fundraising/contacts.ts';
import { needsOf, owedCents, paidCents } from '#domain/fundraising/pledge-states.ts';
import type {
  Account,
  Campaigns,
  ChangeOutcome,
  FundraisingChange,
  Gift,
  HistoryEntry,
  Ledger,
  LivePledge,
  Photos,
  Pledge,
  PledgeLinks,
  PledgeRef,
} from '#domain/fundraising/ports.ts';
import { waiting } from '#domain/fundraising/reminders.ts';
import type { OldContacts } from '#domain/fundraising/retention.ts';
import { canonical, millis } from '#domain/time.ts';
import { fakeStaffHistory } from './fake-history.ts';
import { fakePhotos } from './fake-photos.ts';

/** Conditions to leave out, for tests that must then fail. */
export interface FundraisingSabotage {
  readonly levelLimit?: boolean;
  readonly pledgeVersion?: boolean;
  readonly giftVersion?: boolean;
  readonly invoiceNumber?: boolean;
  readonly wholeChange?: boolean;
  readonly photosVersion?: boolean;
  readonly photoOnce?: boolean;
}

export interface FakeFundraising {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly photos: Photos;
  /** Of what staff changed in campaigns. */
  readonly campaignHistory: ReturnType<typeof fakeStaffHistory>;
}

export function fakeFundraising(without: FundraisingSabotage = {}): FakeFundraising {
  const definitions = new Map<string, Campaign>();
  const accounts = new Map<CampaignId, Account>();
  const pledges = new Map<string, Pledge>();
  const gifts = new Map<string, Gift>();
  const numbers = new Map<number, number>();
  const history: HistoryEntry[] = [];
  const deeds = fakeStaffHistory();
  const days = new Map<CampaignId, Map<Day, CampaignTotals>>();

  const account = (campaignId: CampaignId): Account =>
    accounts.get(campaignId) ?? { campaignId, totals: NOTHING, levels: {}, levelCents: {}, matches: {}, version: 0 };

  const refusal = (change: FundraisingChange): ChangeOutcome | undefined => {
    const now = account(change.campaignId);
    const moved = (there: { readonly version: number } | undefined, version: number): boolean => (there?.version ?? 0) !== version - 1;
    if (!without.pledgeVersion && change.pledges.some((one) => moved(pledges.get(one.pledgeId), one.version))) return 'stale';
    if (!without.giftVersion && change.gift && moved(gifts.get(change.gift.giftId), change.gift.version)) return 'stale';
    const { invoice } = change;
    if (!without.invoiceNumber && invoice && (numbers.get(invoice.year) ?? 0) !== invoice.sequence - 1) return 'stale';
    const full = change.account.levels.some(
      ({ levelId, add, limit }) => add > 0 && limit !== undefined && (now.levels[levelId] ?? 0) >= limit,
    );
    return full && !without.levelLimit ? 'level-full' : undefined;
  };

  const applied = (now: Account, { add, levels, matches }: FundraisingChange['account']): Account => {
    const held: Record<string, number> = { ...now.levels };
    const cents: Record<string, number> = { ...now.levelCents };
    for (const one of levels) {
      held[one.levelId] = (held[one.levelId] ?? 0) + one.add;
      cents[one.levelId] = (cents[one.levelId] ?? 0) + one.addCents;
    }
    const left: Record<string, number> = { ...now.matches };
    for (const { pledgeId, leftCents } of matches) {
      if (leftCents === undefined) delete left[pledgeId];
      else left[pledgeId] = leftCents;
    }
    return { ...now, totals: plus(now.totals, add), levels: held, levelCents: cents, matches: left, version: now.version + 1 };
  };

  return {
    campaignHistory: deeds,
    photos: fakePhotos(deeds, without),
    campaigns: {
      find: async (campaignId) => definitions.get(campaignId),
      bySlug: async (slug) => [...definitions.values()].find((one) => one.slug === slug),
      listed: async () =>
        [...definitions.values()].filter(({ status }) => status !== 'draft').sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1)),
      drafts: async () => [...definitions.values()].filter(({ status }) => status === 'draft'),
      async save(campaign, entry) {
        if (isDeepStrictEqual(definitions.get(campaign.campaignId), campaign)) return 'saved';
        if ([...definitions.values()].some((one) => one.slug === campaign.slug && one.campaignId !== campaign.campaignId))
          return 'slug-taken';
        if ((definitions.get(campaign.campaignId)?.version ?? 0) !== campaign.version - 1) return 'version-conflict';
        definitions.set(campaign.campaignId, campaign);
        if (entry) await deeds.add(entry);
        return 'saved';
      },
    },
    ledger: {
      account: async (campaignId) => account(campaignId),
      pledge: async (campaignId, pledgeId) => {
        const found = pledges.get(pledgeId);
        return found?.campaignId === campaignId ? found : undefined;
      },
      gift: async (campaignId, giftId) => {
        const found = gifts.get(giftId);
        return found?.campaignId === campaignId ? found : undefined;
      },
      gifts: async (campaignId) =>
        [...gifts.values()]
          .filter((one) => one.campaignId === campaignId)
          .sort((a, b) => millis(a.recordedAt) - millis(b.recordedAt) || (a.giftId < b.giftId ? -1 : 1)),
      parts: async (campaignId) => ({
        pledges: [...pledges.values()].filter((one) => one.campaignId === campaignId),
        gifts: [...gifts.values()].filter((one) => one.campaignId === campaignId),
      }),
      history: async (campaignId) => history.filter((one) => one.campaignId === campaignId),
      historyOf: async (about) => history.filter((one) => one.about === about),
      days: async (campaignId) =>
        [...(days.get(campaignId) ?? [])].map(([day, add]) => ({ day, add })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      async rebuild({ campaignId, totals, levels, levelCents, matches, days: made }, version) {
        const now = account(campaignId);
        if (now.version !== version) return 'stale';
        accounts.set(campaignId, { ...now, totals, levels, levelCents, matches, version: version + 1 });
        days.set(campaignId, new Map(made.map(({ day, add }) => [day, add])));
        return 'done';
      },
      lastInvoice: async (year) => numbers.get(year) ?? 0,
      wall: async (campaignId, most) =>
        [...pledges.values()]
          .filter((one) => one.campaignId === campaignId && one.recognition === 'named')
          .filter(({ state }) => ['accepted', 'invoiced', 'part-paid', 'fulfilled'].includes(state))
          .sort(bySize)
          .slice(0, most)
          .map(({ pledgeId, sponsor, commitment, logo }) => ({
            pledgeId,
            name: sponsor.name,
            ...(commitment.kind === 'money' && commitment.levelId !== undefined && { levelId: commitment.levelId }),
            ...(logo?.state === 'accepted' && { logo: WallLogo.parse(logo) }),
          })),
      async reachGoal(campaignId, at) {
        accounts.set(campaignId, { goalReachedAt: at, ...account(campaignId) });
      },
      async tellImpact(campaignId, at, entry) {
        if (account(campaignId).impactToldAt === undefined) await deeds.add(entry);
        accounts.set(campaignId, { impactToldAt: at, ...account(campaignId) });
        return 'done';
      },
      largest: async (campaignId, most) =>
        [...pledges.values()]
          .filter((one) => one.campaignId === campaignId && !isNothing(shareOfPledge(one).totals))
          .sort(bySize)
          .slice(0, most)
          .map((one) => ({ ...listed(one), owedCents: owedCents(one as LivePledge), paidCents: paidCents(one as LivePledge) })),
      inNeed: async (most) =>
        [...pledges.values()]
          .map((one) => ({
            ...listed(one),
            needs: [...needsOf(one)],
            since: canonical('acceptedAt' in one ? one.acceptedAt : one.offeredAt),
          }))
          .filter(({ needs }) => needs.length > 0)
          .sort((a, b) => (`${a.since}${a.pledgeId}` < `${b.since}${b.pledgeId}` ? -1 : 1))
          .slice(0, most),
      overdue: async (day, most) =>
        [...pledges.values()]
          .flatMap((one) => {
            const open = waiting(one);
            return open && open.dueOn < day ? [{ ...listed(one), dueOn: open.dueOn, dueCents: open.dueCents }] : [];
          })
          .sort((a, b) => (`${a.dueOn}${a.pledgeId}` < `${b.dueOn}${b.pledgeId}` ? -1 : 1))
          .slice(0, most),
      toRemind: async (day, most) =>
        [...pledges.values()]
          .map(({ campaignId, pledgeId, ...rest }) => ({
            campaignId,
            pledgeId,
            on: waiting({ campaignId, pledgeId, ...rest } as Pledge)?.remindOn,
          }))
          .filter(({ on }) => on !== undefined && on <= day)
          .sort((a, b) => (`${a.on}${a.pledgeId}` < `${b.on}${b.pledgeId}` ? -1 : 1))
          .slice(0, most)
          .map(({ campaignId, pledgeId }) => ({ campaignId, pledgeId })),
      async change(change) {
        const refused = refusal(change);
        if (refused) return refused;
        accounts.set(change.campaignId, applied(account(change.campaignId), change.account));
        if (without.wholeChange && change.gift) return 'stale';
        for (const pledge of change.pledges) pledges.set(pledge.pledgeId, pledge);
        if (change.gift) gifts.set(change.gift.giftId, change.gift);
        if (change.invoice) numbers.set(change.invoice.year, change.invoice.sequence);
        history.push(...change.history);
        for (const { on, add } of change.history) {
          const before = days.get(change.campaignId) ?? new Map<Day, CampaignTotals>();
          if (!isNothing(add)) days.set(change.campaignId, before.set(on, plus(before.get(on) ?? NOTHING, add)));
        }
        return 'done';
      },
    },
  };
}

const bySize = (a: Pledge, b: Pledge): number => amountOf(b) - amountOf(a) || (a.pledgeId < b.pledgeId ? -1 : 1);

const listed = ({ campaignId, pledgeId, state, sponsor, commitment }: Pledge) => ({
  campaignId,
  pledgeId,
  state,
  sponsorName: sponsor.name,
  commitment,
});

const amountOf = ({ commitment }: Pledge): number => (commitment.kind === 'money' ? commitment.amountCents : commitment.valueCents);

/** Links to pledges, by a token that counts up. */
export function fakePledgeLinks(): PledgeLinks {
  const links = new Map<string, PledgeRef & { readonly until: number }>();
  return {
    async issue(of, expiresAt) {
      const token = ManageToken.parse(`pledge${String(links.size + 1).padStart(26, '0')}`);
      links.set(token, { ...of, until: millis(expiresAt) });
      return token;
    },
    async resolve(token, now) {
      const found = links.get(token);
      return found && now < found.until ? { campaignId: found.campaignId, pledgeId: found.pledgeId } : undefined;
    },
  };
}

/** Pledges and gifts of one campaign that are over and still say who gave. */
export const fakeOldContacts = ({ ledger }: Pick<FakeFundraising, 'ledger'>, campaignId: CampaignId): OldContacts => ({
  async over(kept, day, most) {
    const { pledges, gifts } = await ledger.parts(campaignId);
    return [...pledges.map(contactOfPledge), ...gifts.filter(({ giver }) => giver).map(contactOfGift)]
      .flatMap((one) => (one?.kept === kept && one.finishedOn < day ? [one] : []))
      .sort((a, b) => (`${a.finishedOn}#${a.id}` < `${b.finishedOn}#${b.id}` ? -1 : 1))
      .slice(0, Math.max(0, most));
  },
});
