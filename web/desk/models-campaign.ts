/** What the desk's pages that set up campaigns are made from, and those of gifts, of the impact note and of lists of pledges. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { Campaign, CampaignStatus } from '#contracts/resources/campaign.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Gift, StaffPledge } from '#contracts/resources/pledge.ts';
import type { CampaignFormValues } from '../forms/campaign-form.ts';
import type { DeskReader } from './models.ts';
import type { PostedDeskForm } from './models-fundraising.ts';

/** Whose a campaign can be: a school, or, with an empty id, the district. */
export interface CampaignOwner {
  readonly id: string;
  readonly name?: string;
}

/** What a change concerns that was pledged or given already. */
export type CampaignConcernSaid =
  | {
      readonly kind: 'level';
      readonly levelId: string;
      readonly sponsors: number;
      readonly concerns: readonly ('amount' | 'benefits' | 'value' | 'limit')[];
    }
  | { readonly kind: 'goal'; readonly reached: boolean }
  | { readonly kind: 'dates' | 'school' };

export interface DeskCampaignFormModel {
  readonly reader: DeskReader;
  /** Those the reader may choose. */
  readonly owners: readonly CampaignOwner[];
  readonly values: CampaignFormValues;
  readonly errors: readonly FieldProblem[];
  /** Sponsors of each level that has some: those can't be removed. */
  readonly held: Readonly<Record<string, number>>;
  /** As it is saved; absent for a new one. */
  readonly saved?: Campaign;
  readonly problem?: ProblemCode;
  /** What others saved since the form was drawn. */
  readonly meanwhile?: readonly StaffHistoryEntry[];
  /** Saving asks first. `sure` goes along with the form, so that the next save is about just these. */
  readonly concerns?: { readonly of: readonly CampaignConcernSaid[]; readonly sure: string };
}

export interface DeskCampaignSetupModel {
  readonly reader: DeskReader;
  readonly campaign: Campaign;
  readonly schools: readonly PublicSchool[];
  readonly held: Readonly<Record<string, number>>;
  /** Oldest first. */
  readonly history: readonly StaffHistoryEntry[];
  /** Statuses it may have next, its own among them. */
  readonly next: readonly CampaignStatus[];
  readonly may: { readonly edit: boolean };
  readonly formKey: string;
  readonly done?: string;
  readonly problem?: ProblemCode;
  readonly posted?: PostedDeskForm;
}

export interface DeskGiftsModel {
  readonly reader: DeskReader;
  readonly campaign: Pick<Campaign, 'campaignId' | 'title' | 'status'>;
  /** The latest first. */
  readonly gifts: readonly Gift[];
  /** What is left of matches that still double gifts. */
  readonly matchLeftCents: number;
  readonly may: { readonly record: boolean };
  readonly formKey: string;
  readonly done?: string;
  /** The gift that was just recorded. */
  readonly recorded?: Gift;
  readonly problem?: ProblemCode;
  readonly posted?: PostedDeskForm;
  /** The gift of which something is to be given back. */
  readonly refunding?: Gift;
}

export interface DeskImpactModel {
  readonly reader: DeskReader;
  readonly campaign: Campaign;
  readonly isOver: boolean;
  /** When it was sent. */
  readonly toldAt?: string;
  /** To how many it goes, and how many gifts are of givers without an address. */
  readonly told: { readonly people: number; readonly unknown: number };
  readonly may: { readonly edit: boolean };
  /** What was typed and not saved; absent shows what is saved. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly errors: readonly FieldProblem[];
  readonly problem?: ProblemCode;
  readonly meanwhile?: readonly StaffHistoryEntry[];
  readonly done?: string;
}

export interface DeskPledgesModel {
  readonly reader: DeskReader;
  readonly campaign: Pick<Campaign, 'campaignId' | 'title' | 'levels'>;
  /** Those that were asked for. */
  readonly pledges: readonly StaffPledge[];
  readonly show: string;
  readonly level?: string;
}

/** What happened to a pledge or gift in a week, and what it added. */
export interface MoneyMove {
  readonly at: string;
  readonly what: string;
  /** A sponsor's pledge; absent for a gift. */
  readonly pledgeId?: string;
  readonly sponsorName?: string;
  readonly raisedCents: number;
  readonly receivedCents: number;
}

export interface DeskWeekModel {
  readonly reader: DeskReader;
  readonly campaign: Pick<Campaign, 'campaignId' | 'title'>;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly earlier: string;
  readonly later?: string;
  readonly moves: readonly MoneyMove[];
}
