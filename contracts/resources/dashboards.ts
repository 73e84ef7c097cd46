/** What staff see at a glance: one campaign, and all of them. Sums are whole cents; days are the district's. */
import * as z from 'zod/mini';
import { CampaignId, Day, Instant, LevelId, PledgeId } from '../values.ts';
import { Campaign, CampaignTotals } from './campaign.ts';
import { CampaignPhase } from './campaign-view.ts';
import { Commitment, PledgeNeed, PledgeState } from './pledge.ts';

/** A pledge as lists of staff show it. */
const listed = {
  campaignId: CampaignId,
  pledgeId: PledgeId,
  state: PledgeState,
  sponsorName: z.string(),
  commitment: Commitment,
};
export const CountedPledge = z.object({ ...listed, owedCents: z.int(), paidCents: z.int() });
export type CountedPledge = z.infer<typeof CountedPledge>;
/** Waits for a person since then. */
export const PledgeInNeed = z.object({ ...listed, needs: z.array(PledgeNeed), since: Instant });
export type PledgeInNeed = z.infer<typeof PledgeInNeed>;
/** `dueCents`: what is missing of the part that was due first. */
export const OverduePledge = z.object({ ...listed, dueOn: Day, dueCents: z.int() });
export type OverduePledge = z.infer<typeof OverduePledge>;

/** How far a campaign was at the end of a day. */
export const PacePoint = z.object({ day: Day, raisedCents: z.int(), receivedCents: z.int() });
export type PacePoint = z.infer<typeof PacePoint>;

export const Pace = z.object({
  /** Days on which something changed, in order. */
  points: z.array(PacePoint),
  opensOn: Day,
  closesOn: Day,
  today: Day,
  /** What an even pace from opening to closing would have raised by today. */
  evenCents: z.int(),
  /** What it comes to at the end if it goes on as in the last `overDays`; absent before it began and after it ended. */
  projection: z.optional(z.object({ closesCents: z.int(), overDays: z.int(), reachesOn: z.optional(Day) })),
});
export type Pace = z.infer<typeof Pace>;

export const LevelStanding = z.object({
  levelId: LevelId,
  name: z.record(z.string(), z.string()),
  amountCents: z.int(),
  /** Pledges that hold one of its places, those that staff have not accepted yet included. */
  held: z.int(),
  limit: z.optional(z.int()),
  pledgedCents: z.int(),
});
export type LevelStanding = z.infer<typeof LevelStanding>;

/** A week from Monday on. */
export const CampaignWeek = z.object({ startsOn: Day, raisedCents: z.int(), receivedCents: z.int() });
export type CampaignWeek = z.infer<typeof CampaignWeek>;

export const CampaignDashboard = z.object({
  campaign: z.pick(Campaign, {
    campaignId: true,
    slug: true,
    schoolId: true,
    title: true,
    status: true,
    goalCents: true,
    opensAt: true,
    closesAt: true,
  }),
  phase: CampaignPhase,
  totals: CampaignTotals,
  raisedCents: z.int(),
  goalReachedAt: z.optional(Instant),
  impactToldAt: z.optional(Instant),
  pace: Pace,
  levels: z.array(LevelStanding),
  /** Money pledged at no level. */
  otherCents: z.int(),
  /** The last twelve, in order. */
  weeks: z.array(CampaignWeek),
  /** What is left of matches that still double gifts. */
  matchLeftCents: z.int(),
  largest: z.array(CountedPledge),
  inNeed: z.array(PledgeInNeed),
  overdue: z.array(OverduePledge),
  /** Counts changes: the same number is the same dashboard, on the same day. */
  version: z.int(),
  asOf: Instant,
});
export type CampaignDashboard = z.infer<typeof CampaignDashboard>;
