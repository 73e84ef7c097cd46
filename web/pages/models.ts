/** What each page is made from. All plain data: a page is a pure function of its context and its model. */
import type { JSX } from 'preact';
import type { District } from '#contracts/district.ts';
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { OpportunityFilter, PublicOpportunity, PublicSchool } from '#contracts/resources/availability.ts';
import type { CampaignSummary, MyPledge, PublicCampaign } from '#contracts/resources/campaign-view.ts';
import type { UploadInvitation } from '#contracts/resources/logo.ts';
import type { Commitment, PledgeRequest } from '#contracts/resources/pledge.ts';
import type { MySignUps, SlotResult, Submission } from '#contracts/resources/sign-up.ts';
import type { Language, SlotId } from '#contracts/values.ts';
import type { PostedCorrection } from '../components/correction-form.tsx';
import type { MANAGE_DONE } from '../forms/manage-forms.ts';
import type { PledgeFormValues } from '../forms/pledge-form.ts';
import type { SignUpFormValues } from '../forms/sign-up-form.ts';

export interface PageContext {
  readonly district: District;
  readonly language: Language;
  /** Path and query of this page, without `lang`. */
  readonly url: string;
  /** ISO instant: what "this week" and "today" are reckoned from. */
  readonly now: string;
}

export interface HomeModel {
  readonly campaigns: readonly CampaignSummary[];
  readonly schools: readonly PublicSchool[];
  readonly opportunities: readonly PublicOpportunity[];
  readonly filter: OpportunityFilter;
}

export interface SchoolModel {
  /** The school's own. */
  readonly campaigns: readonly CampaignSummary[];
  readonly school: PublicSchool;
  readonly opportunities: readonly PublicOpportunity[];
  readonly filter: OpportunityFilter;
}

export interface OpportunityModel {
  /** Present when staff look at a draft: what says so, and the way back. */
  readonly preview?: { readonly banner: string; readonly back: string; readonly href: string };
  readonly opportunity: PublicOpportunity;
  /** Below the page: drawn by who shows it first, so that it is not in the function that shows it again. */
  readonly share?: JSX.Element;
  /** Slots that a link asks to tick, of those that are open. */
  readonly meant?: readonly SlotId[];
  /** Above the form: who thought of the reader. */
  readonly notice?: string;
  readonly formKey: string;
  /** Present when a posted form is shown again, with what was wrong, or with why every slot was refused. */
  readonly form?: {
    readonly values: SignUpFormValues;
    readonly errors: readonly FieldProblem[];
    readonly results?: readonly SlotResult[];
    readonly alternatives?: readonly SlotId[];
  };
}

export interface SignedUpModel {
  readonly opportunity: PublicOpportunity;
  readonly submission: Submission;
}

export interface SendLinkModel {
  readonly form?: { readonly email: string; readonly errors: readonly FieldProblem[] };
}

export interface ManageModel {
  readonly token: string;
  readonly mine: MySignUps;
  /** What was just done. */
  readonly notice?: { readonly kind: (typeof MANAGE_DONE)[number]; readonly signUpId: string };
  /** What was just refused. `ofDates`: which of a series' dates to give back was not said, and `signUpId` is the first of them. */
  readonly problem?: { readonly signUpId: string; readonly code: ProblemCode; readonly placesLeft?: number; readonly ofDates?: true };
}

export interface CampaignsModel {
  readonly campaigns: readonly CampaignSummary[];
  /** To name whose campaign it is. */
  readonly schools: readonly PublicSchool[];
}

export interface CampaignModel {
  readonly campaign: PublicCampaign;
  /** At the desk, before it is opened: said above the page. */
  readonly preview?: { readonly banner: string; readonly back: string; readonly href: string };
  /** Absent for the district's own. */
  readonly school?: PublicSchool;
}

export interface PledgeModel extends CampaignModel {
  readonly formKey: string;
  /** A level that was chosen on the campaign's page. */
  readonly levelId?: string;
  /** Present when a posted form is shown again. */
  readonly form?: { readonly values: PledgeFormValues; readonly errors: readonly FieldProblem[]; readonly refusal?: ProblemCode };
}

export interface PledgeReviewModel extends CampaignModel {
  readonly values: PledgeFormValues;
  readonly request: PledgeRequest;
  /** With the days it is due. */
  readonly commitment: Commitment;
}

export interface MyPledgeModel {
  readonly token: string;
  readonly pledge: MyPledge;
  readonly notice?: 'withdrawn' | 'corrected' | 'logo-removed';
  readonly problem?: ProblemCode;
  /** Present when posted details are shown again. */
  readonly correction?: PostedCorrection;
  /** A logo that was sent just now, and that nobody has looked at yet. */
  readonly logoSent?: string;
}

export interface LogoFormModel {
  readonly token: string;
  readonly invitation: UploadInvitation;
}

export interface NotFoundModel {
  readonly code: ProblemCode;
}

export interface BrokenModel {
  readonly correlationId: string;
}

/** An OpenAPI 3.1 document, as generated from the contracts. */
export interface ApiReferenceModel {
  readonly document: Readonly<Record<string, unknown>>;
}
