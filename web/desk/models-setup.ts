/** What the desk's pages of schools and opportunities are made from. */

import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Holiday } from '#contracts/resources/holidays.ts';
import type { Opportunity, OpportunityStatus, Slot } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { OpportunityFormValues } from '../forms/opportunity-form.ts';
import type { Texts } from '../forms/posted.ts';
import type { SchoolFormValues } from '../forms/school-form.ts';
import type { DeskReader } from './models.ts';

export type NamedSchool = Pick<School, 'schoolId' | 'name' | 'zone'>;

export interface DeskOpportunitiesModel {
  readonly reader: DeskReader;
  /** Of the reader. */
  readonly schools: readonly NamedSchool[];
  /** Whose opportunities these are; absent when the reader has no school. */
  readonly school?: NamedSchool;
  readonly rows: readonly (Pick<Opportunity, 'opportunityId' | 'title' | 'status'> & {
    /** Its last slot has ended. */
    readonly over: boolean;
    readonly nextAt?: string;
    readonly lastAt?: string;
    readonly taken: number;
    readonly capacity: number;
  })[];
  /** Whether archived ones, and those that are over, are among them. */
  readonly past: boolean;
  readonly mayEdit: boolean;
}

export interface SlotFill {
  readonly slot: Slot;
  readonly taken: number;
}

export interface DeskOpportunityModel {
  readonly reader: DeskReader;
  readonly opportunity: Opportunity;
  readonly school: NamedSchool;
  readonly slots: readonly SlotFill[];
  /** Oldest first. */
  readonly history: readonly StaffHistoryEntry[];
  /** Statuses it may have next, its own among them. */
  readonly next: readonly OpportunityStatus[];
  readonly may: { readonly edit: boolean; readonly people: boolean };
  /** Of the district, for who may repeat a slot. */
  readonly holidays: readonly Holiday[];
  readonly formKey: string;
  readonly done?: string;
  /** Those it concerns are being told. */
  readonly told?: true;
  readonly problem?: ProblemCode;
  /** Present when a posted form is shown again. */
  readonly posted?: {
    readonly operationId: string;
    readonly values: Readonly<Record<string, string>>;
    readonly errors?: readonly FieldProblem[];
  };
}

export interface DeskOpportunityFormModel {
  readonly reader: DeskReader;
  readonly school: NamedSchool;
  readonly values: OpportunityFormValues;
  readonly errors: readonly FieldProblem[];
  /** Ids of slots that were published and can't be removed. */
  readonly locked: readonly string[];
  /** The title as it is saved; absent for a new one. */
  readonly saved?: Opportunity['title'];
  readonly problem?: ProblemCode;
  /** What others saved since the form was drawn. */
  readonly meanwhile?: readonly StaffHistoryEntry[];
  /** What staff added to the notice, as typed: it goes along. */
  readonly words?: Texts;
}

export interface DeskPreviewModel {
  readonly opportunity: PublicOpportunity;
}

export interface DeskSchoolsModel {
  readonly reader: DeskReader;
  readonly schools: readonly School[];
}

export interface DeskSchoolFormModel {
  readonly reader: DeskReader;
  readonly values: SchoolFormValues;
  readonly errors: readonly FieldProblem[];
  /** As it is saved; absent for a new one. */
  readonly saved?: School;
  readonly history: readonly StaffHistoryEntry[];
  readonly meanwhile?: readonly StaffHistoryEntry[];
  readonly problem?: ProblemCode;
  readonly done?: string;
}
