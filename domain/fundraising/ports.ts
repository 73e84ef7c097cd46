/** What fundraising keeps and asks for. Totals of a campaign are never set: a change carries the exact difference that its parts make. */
import type { Campaign, CampaignTotals } from '#contracts/resources/campaign.ts';
import type { CountedPledge, OverduePledge, PledgeInNeed } from '#contracts/resources/dashboards.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { PledgeLogo, WallLogo } from '#contracts/resources/logo.ts';
import type { CampaignPhotos, SentPhoto } from '#contracts/resources/photo.ts';
import type {
  BenefitGiven,
  Commitment,
  Invoice,
  Payment,
  Gift as PublicGift,
  Recognition,
  Reminder,
  Sponsor,
} from '#contracts/resources/pledge.ts';
import type {
  CampaignId,
  Day,
  GiftId,
  Instant,
  Language,
  LevelId,
  ManageToken,
  PersonId,
  PhotoId,
  PledgeId,
  Slug,
  SubmissionId,
  UploadId,
} from '#contracts/values.ts';

/** What a pledge is in every state. */
interface PledgeDetails {
  readonly pledgeId: PledgeId;
  readonly campaignId: CampaignId;
  readonly personId: PersonId;
  readonly submissionId: SubmissionId;
  /** Of the request that made it, to tell a repeat from another request under the same key. */
  readonly fingerprint: string;
  readonly sponsor: Sponsor;
  readonly commitment: Commitment;
  readonly matchUpToCents?: number;
  readonly recognition: Recognition;
  readonly language: Language;
  readonly logo?: PledgeLogo;
  readonly offeredAt: Instant;
  /** Its contact asked to be forgotten while it was running: their details go once it is over. */
  readonly toForgetSince?: Instant;
  /** When the details of its contact went: what stands in their place says nothing. */
  readonly forgottenAt?: Instant;
  /** Counts changes; a change names the version it read. */
  readonly version: number;
}

/** What follows once staff said yes: matches are used, invoices go out, money comes. */
interface Dealings {
  readonly acceptedAt: Instant;
  readonly matchUsedCents: number;
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  /** Goods that came. */
  readonly deliveredOn?: Day;
  readonly reminders: readonly Reminder[];
  readonly benefitsGiven: readonly BenefitGiven[];
}

export type OfferedPledge = PledgeDetails & { readonly state: 'offered' };
export type DeclinedPledge = PledgeDetails & { readonly state: 'declined'; readonly declinedAt: Instant; readonly reason?: string };
/** `by`: who took it back, the sponsor through the manage link or staff. */
export type CancelledPledge = PledgeDetails & {
  readonly state: 'cancelled';
  readonly cancelledAt: Instant;
  readonly by: 'sponsor' | 'staff';
};
/** Accepted, and nobody was asked for money yet. */
export type AcceptedPledge = PledgeDetails & Dealings & { readonly state: 'accepted' };
/** Money or goods are on their way: which of the three follows from what is owed and what came. */
export type RunningPledge = PledgeDetails & Dealings & { readonly state: 'invoiced' | 'part-paid' | 'fulfilled' };
export type WrittenOffPledge = PledgeDetails &
  Dealings & { readonly state: 'written-off'; readonly writtenOffAt: Instant; readonly reason: string };

/** A gift as it is kept. */
export type Gift = PublicGift & {
  /** Who can be written to about it. */
  readonly giverId?: PersonId;
};

/** Pledges that count in the campaign's totals. */
export type LivePledge = AcceptedPledge | RunningPledge | WrittenOffPledge;
export type Pledge = OfferedPledge | DeclinedPledge | CancelledPledge | LivePledge;

/** The one place where a campaign's sums, the sponsors of limited levels and what is left of matches stand. */
export interface Account {
  readonly campaignId: CampaignId;
  readonly totals: CampaignTotals;
  /** Pledges that hold a place of a level, by level; levels nobody holds may be missing. */
  readonly levels: Readonly<Record<LevelId, number>>;
  /** What of `pledgedCents` was promised at a level, by level. */
  readonly levelCents: Readonly<Record<LevelId, number>>;
  /** What is left of each match that still doubles gifts, by its pledge. */
  readonly matches: Readonly<Record<PledgeId, number>>;
  /** Counts changes. */
  readonly version: number;
  /** When the goal was reached first. */
  readonly goalReachedAt?: Instant;
  /** When everyone who gave was told what became of it. */
  readonly impactToldAt?: Instant;
}

/** The exact difference a change makes to the account. */
export interface AccountChange {
  readonly add: CampaignTotals;
  /** Places of levels taken (1), kept (0) or given back (-1), and what that adds to their money; taking one is refused when `limit` are held. */
  readonly levels: readonly { readonly levelId: LevelId; readonly add: number; readonly addCents: number; readonly limit?: number }[];
  /** What is left of a match now; nothing: it no longer doubles. Its pledge changes with it, and so guards it. */
  readonly matches: readonly { readonly pledgeId: PledgeId; readonly leftCents: number | undefined }[];
}

/** Everything that can happen to a pledge or a gift. */
export const HAPPENINGS = [
  'made',
  'accepted',
  'declined',
  'cancelled',
  'revised',
  'invoiced',
  'delivered',
  'written-off',
  'paid',
  'refunded',
  'gift-recorded',
  'gift-refunded',
  'corrected',
  'logo-changed',
  'benefit-changed',
  'reminded',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Who changed what and when; kept with the change itself. */
export interface HistoryEntry {
  readonly campaignId: CampaignId;
  /** Pledge or gift. */
  readonly about: PledgeId | GiftId;
  readonly version: number;
  readonly at: Instant;
  /** The district's day it happened on. */
  readonly on: Day;
  /** `sponsor`, `schedule`, or the staff member's e-mail address. */
  readonly by: string;
  readonly what: Happening;
  readonly reason?: string;
  /** The payment, the number of the invoice, the benefit, or what else it is about. */
  readonly ref?: string;
  /** What it added to the totals: the day-by-day history is made of these. */
  readonly add: CampaignTotals;
}

/** Everything that changes together or not at all. */
export interface FundraisingChange {
  readonly campaignId: CampaignId;
  /** Each refused unless it is what it was: version 1 must be new. */
  readonly pledges: readonly Pledge[];
  readonly gift?: Gift;
  readonly account: AccountChange;
  /** The number that must be the next of its year. */
  readonly invoice?: { readonly year: number; readonly sequence: number; readonly pledgeId: PledgeId };
  readonly history: readonly HistoryEntry[];
}

/**
 * `stale`: something is not what it was when it was read; read again and decide again. `level-full`: the last place of a level went.
 * `busy`: others change the same campaign all the time; nothing happened.
 */
export type ChangeOutcome = 'done' | 'stale' | 'level-full' | 'busy';

export interface Campaigns {
  find(campaignId: CampaignId): Promise<Campaign | undefined>;
  bySlug(slug: Slug): Promise<Campaign | undefined>;
  /** All but drafts, those that end first first. */
  listed(): Promise<readonly Campaign[]>;
  /** What is not in that list; may lag behind by a moment. */
  drafts(): Promise<readonly Campaign[]>;
  /**
   * The campaign, its slug and the history's entry (what staff save has one), all or none. Refused when somebody saved another version, or another
   * campaign has the slug. `busy`: others were in the way each time; nothing was written.
   */
  save(campaign: Campaign, entry?: StaffHistoryEntry): Promise<'saved' | 'version-conflict' | 'slug-taken' | 'busy'>;
}

/** A campaign's photos, beside its definition: who changes one does not meet who changes the other. */
export interface KeptPhotos extends CampaignPhotos {
  /** Removed with this very version: their files are deleted, or are to be. */
  readonly gone: readonly PhotoId[];
}

/** Saves keep their entry of the history in the same transaction. */
export interface Photos {
  /** Consistent. None, of version 0, while there never was one. */
  of(campaignId: CampaignId): Promise<KeptPhotos>;
  /** Refused when somebody saved another version. `busy`: others were in the way each time; nothing was written. */
  save(photos: KeptPhotos, entry: StaffHistoryEntry): Promise<'saved' | 'version-conflict' | 'busy'>;
  /** Saves with one more, and notes that its file is used; `used`: it was, or its day is over. */
  add(photos: KeptPhotos, entry: StaffHistoryEntry, from: SentPhoto): Promise<'saved' | 'version-conflict' | 'busy' | 'used'>;
  /** Consistent. What was said of a file that is to come, or came. */
  sent(of: { readonly campaignId: CampaignId; readonly uploadId: UploadId }): Promise<SentPhoto | undefined>;
  /** Notes what is said of a file that is to come, unless that is noted already. */
  announce(sent: SentPhoto): Promise<void>;
  /** Notes why a file can't be used, unless it is used already. */
  refuse(sent: SentPhoto): Promise<void>;
}

/** A sponsor as the public may see it. */
export interface WallEntry {
  readonly pledgeId: PledgeId;
  readonly name: string;
  readonly levelId?: LevelId;
  readonly logo?: WallLogo;
}

/** What a day added to a campaign's totals. */
export interface CampaignDay {
  readonly day: Day;
  readonly add: CampaignTotals;
}

export interface Ledger {
  /** Consistent. All zero while nothing happened. */
  account(campaignId: CampaignId): Promise<Account>;
  /** Consistent. */
  pledge(campaignId: CampaignId, pledgeId: PledgeId): Promise<Pledge | undefined>;
  /** Consistent. */
  gift(campaignId: CampaignId, giftId: GiftId): Promise<Gift | undefined>;
  /** Consistent; all of a campaign, the latest last. */
  gifts(campaignId: CampaignId): Promise<readonly Gift[]>;
  /** Consistent; all parts, for recounting. */
  parts(campaignId: CampaignId): Promise<{ readonly pledges: readonly Pledge[]; readonly gifts: readonly Gift[] }>;
  /** In the order of time. */
  history(campaignId: CampaignId): Promise<readonly HistoryEntry[]>;
  /** Of one pledge or gift, in the order of time; may lag behind by a moment. */
  historyOf(about: PledgeId | GiftId): Promise<readonly HistoryEntry[]>;
  /** Days on which something was added, in order. Kept with each change, so they come to the account's totals. */
  days(campaignId: CampaignId): Promise<readonly CampaignDay[]>;
  /** Writes all of the account and its days anew, unless the account is another version than `version` by now. */
  rebuild(of: Rebuilt, version: number): Promise<'done' | 'stale' | 'busy'>;
  /** The last invoice number of a year; 0 when there is none. */
  lastInvoice(year: number): Promise<number>;
  /** The named sponsors that count, largest first, at most `most`. */
  wall(campaignId: CampaignId, most: number): Promise<readonly WallEntry[]>;
  /** The pledges that count, largest first, at most `most`. */
  largest(campaignId: CampaignId, most: number): Promise<readonly CountedPledge[]>;
  /** Pledges of all campaigns for which a person has to do something, those that wait longest first, at most `most`. */
  inNeed(most: number): Promise<readonly PledgeInNeed[]>;
  /** Pledges of all campaigns of which a part was due before `day`, those longest overdue first, at most `most`. */
  overdue(day: Day, most: number): Promise<readonly OverduePledge[]>;
  change(change: FundraisingChange): Promise<ChangeOutcome>;
  /** Notes when the goal was reached, unless it is noted already. */
  reachGoal(campaignId: CampaignId, at: Instant): Promise<void>;
  /** Notes when everyone who gave was told what became of it, with the history's entry, unless it is noted already. */
  tellImpact(campaignId: CampaignId, at: Instant, entry: StaffHistoryEntry): Promise<'done' | 'busy'>;
  /** Pledges about which somebody is to be reminded on `day` or was to be before, those that wait longest first. */
  toRemind(day: Day, most: number): Promise<readonly PledgeRef[]>;
}

/** An account and its days as their parts make them. */
export interface Rebuilt extends Pick<Account, 'campaignId' | 'totals' | 'levels' | 'levelCents' | 'matches'> {
  readonly days: readonly CampaignDay[];
}

/** Links to one pledge. */
export interface PledgeLinks {
  issue(of: PledgeRef, expiresAt: Instant): Promise<ManageToken>;
  resolve(token: ManageToken, now: number): Promise<PledgeRef | undefined>;
}
export interface PledgeRef {
  readonly campaignId: CampaignId;
  readonly pledgeId: PledgeId;
}
