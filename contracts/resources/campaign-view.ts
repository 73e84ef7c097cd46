/** Campaigns as anyone may see them: how far they are, what is left of their levels, who wants to be seen. */
import * as z from 'zod/mini';
import { Day, Instant, LevelId, PledgeId } from '../values.ts';
import { Campaign, CampaignTotals, Level } from './campaign.ts';
import { PledgeLogo, WallLogo } from './logo.ts';
import { Photo } from './photo.ts';
import { Commitment, Instalment, Invoice, Payment, PledgeState, Recognition, Sponsor } from './pledge.ts';

/** `not-open-yet`: before `opensAt`. `over`: closed by staff, or from `closesAt` on. */
export const CampaignPhase = z.enum(['not-open-yet', 'open', 'over']);
export type CampaignPhase = z.infer<typeof CampaignPhase>;

export const PublicLevel = z.object({
  ...Level.shape,
  /** Sponsors it can still have; absent: any number. */
  left: z.optional(z.int().check(z.gte(0))),
});
export type PublicLevel = z.infer<typeof PublicLevel>;

/** A sponsor who wants to be seen. */
export const WallSponsor = z.object({ pledgeId: PledgeId, name: z.string(), levelId: z.optional(LevelId), logo: z.optional(WallLogo) });
export type WallSponsor = z.infer<typeof WallSponsor>;

export const PublicCampaign = z.object({
  ...z.omit(Campaign, { version: true, status: true, levels: true }).shape,
  phase: CampaignPhase,
  totals: CampaignTotals,
  /** What counts against the goal: promised, given, doubled, and goods. */
  raisedCents: z.int(),
  levels: z.array(PublicLevel),
  /** In the order in which they are shown; 8 at most. */
  photos: z.array(Photo),
  /** The largest first; the first hundred. */
  wall: z.array(WallSponsor),
  goalReachedAt: z.optional(Instant),
});
export type PublicCampaign = z.infer<typeof PublicCampaign>;

/** In lists: without the sponsors and photos. */
export const CampaignSummary = z.omit(PublicCampaign, { wall: true, story: true, photos: true });
export type CampaignSummary = z.infer<typeof CampaignSummary>;

export const CampaignList = z.object({ campaigns: z.array(CampaignSummary), asOf: Instant });
export type CampaignList = z.infer<typeof CampaignList>;

/** What a request to pledge gets back. */
export const PledgeMade = z.object({ pledgeId: PledgeId, state: PledgeState, commitment: Commitment });
export type PledgeMade = z.infer<typeof PledgeMade>;

/** One step in the life of a pledge, as its sponsor sees it. */
export const PledgeStep = z.object({ what: z.string(), at: Instant });

/** A pledge as its sponsor sees it through the manage link. */
export const MyPledge = z.object({
  pledgeId: PledgeId,
  state: PledgeState,
  sponsor: Sponsor,
  commitment: Commitment,
  matchUpToCents: z.optional(z.int()),
  matchUsedCents: z.int(),
  recognition: Recognition,
  invoices: z.array(Invoice),
  payments: z.array(Payment),
  owedCents: z.int(),
  paidCents: z.int(),
  /** When pledged goods came. */
  deliveredOn: z.optional(Day),
  /** Whether it can still be withdrawn here. */
  canCancel: z.boolean(),
  /** What can still be put right here: nothing, details without the name, or all. */
  canCorrect: z.enum(['nothing', 'details', 'all']),
  logo: z.optional(PledgeLogo),
  /** What is due next of what was invoiced. */
  due: z.optional(Instalment),
  /** Why it was declined or written off, as staff put it. */
  reason: z.optional(z.string()),
  offeredAt: Instant,
  acceptedAt: z.optional(Instant),
  campaign: PublicCampaign,
});
export type MyPledge = z.infer<typeof MyPledge>;
