/** What the desk's pages of fundraising are made from. */
import type { ComponentChildren } from 'preact';
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import type { CampaignDashboard, OverduePledge, PledgeInNeed } from '#contracts/resources/dashboards.ts';
import type { StaffPledge } from '#contracts/resources/pledge.ts';
import type { DeskReader } from './models.ts';

export interface CampaignDashboardModel {
  readonly reader: DeskReader;
  readonly dashboard: CampaignDashboard;
  /** Large, and without anything to press. */
  readonly onWall: boolean;
  /** What the reader may do with the campaign. */
  readonly actions?: ComponentChildren;
}

export interface DeskCampaignsModel {
  readonly reader: DeskReader;
  readonly campaigns: readonly CampaignSummary[];
  readonly schools: readonly PublicSchool[];
  /** Those the reader may edit. */
  readonly drafts: readonly Pick<Campaign, 'campaignId' | 'title' | 'schoolId' | 'opensAt'>[];
  readonly may: { readonly add: boolean };
}

export interface DeskQueueModel {
  readonly reader: DeskReader;
  readonly inNeed: readonly PledgeInNeed[];
  readonly overdue: readonly OverduePledge[];
  /** To name them. */
  readonly campaigns: readonly CampaignSummary[];
}

/** One step of a pledge's history: what, when and by whom; `what` is a key of `web/messages`. */
export interface DeskStep {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly reason?: string;
  readonly ref?: string;
}

/** A form of the pledge's page that was posted and is shown again. */
export interface PostedDeskForm {
  readonly operationId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldProblem[];
}

export interface DeskPledgeModel {
  readonly reader: DeskReader;
  readonly pledge: StaffPledge;
  readonly campaign: Pick<Campaign, 'campaignId' | 'title' | 'levels' | 'slug'>;
  readonly history: readonly DeskStep[];
  /** What the reader may do at all. */
  readonly may: { readonly decide: boolean; readonly record: boolean };
  /** Of this page: a form that is sent twice with it is one payment. */
  readonly formKey: string;
  /** The operation that was just done. */
  readonly done?: string;
  readonly problem?: ProblemCode;
  readonly posted?: PostedDeskForm;
}
