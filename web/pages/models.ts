/** What each page is made from. All plain data: a page is a pure function of its context and its model. */
import type { District } from '#contracts/district.ts';
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { OpportunityFilter, PublicOpportunity, PublicSchool } from '#contracts/resources/availability.ts';
import type { MySignUps, SlotResult, Submission } from '#contracts/resources/sign-up.ts';
import type { Language, SlotId } from '#contracts/values.ts';
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
  readonly schools: readonly PublicSchool[];
  readonly opportunities: readonly PublicOpportunity[];
  readonly filter: OpportunityFilter;
}

export interface SchoolModel {
  readonly school: PublicSchool;
  readonly opportunities: readonly PublicOpportunity[];
  readonly filter: OpportunityFilter;
}

export interface OpportunityModel {
  readonly opportunity: PublicOpportunity;
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
  readonly notice?: { readonly kind: 'cancelled' | 'places' | 'moved'; readonly signUpId: string };
  /** What was just refused. */
  readonly problem?: { readonly signUpId: string; readonly code: ProblemCode; readonly placesLeft?: number };
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
