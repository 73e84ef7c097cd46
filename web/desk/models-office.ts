/** What the pages of the district's office are made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { HistoryRow } from '#contracts/resources/history.ts';
import type { DeletionPlan, PersonRecord } from '#contracts/resources/person-record.ts';
import type { RetentionPreview } from '#contracts/resources/retention.ts';
import type { StaffEntry } from '#contracts/resources/staff.ts';
import type { DeskReader } from './models.ts';

/** A form that was posted and not taken. */
export interface Posted {
  readonly operationId: string;
  readonly values: URLSearchParams;
  readonly errors: readonly FieldProblem[];
}

export interface OfficeSchool {
  readonly schoolId: string;
  readonly name: string;
}

export interface DeskStaffModel {
  readonly reader: DeskReader;
  readonly staff: readonly StaffEntry[];
  readonly schools: readonly OfficeSchool[];
  readonly done?: string;
  readonly problem?: ProblemCode;
  readonly posted?: Posted;
}

export interface DeskHistoryModel {
  readonly reader: DeskReader;
  /** `2027-03` */
  readonly month: string;
  readonly earlier: string;
  /** Absent in the present month. */
  readonly later?: string;
  readonly rows: readonly (HistoryRow & { readonly thingKey: string })[];
  /** Whether all of the month was looked at. */
  readonly complete: boolean;
  /** Empty for no filter. */
  readonly chosen: { readonly who: string; readonly kind: string; readonly thing: string };
  /** Who did something in this month, by fingerprint. */
  readonly who: readonly { readonly key: string; readonly name: string }[];
  readonly kinds: readonly string[];
  readonly nameOf: (email: string) => string;
}

export interface DeskPrivacyModel {
  readonly reader: DeskReader;
  /** As it was typed. */
  readonly email?: string;
  readonly found?: {
    readonly record: PersonRecord;
    /** Whether nothing is kept. */
    readonly isNobody: boolean;
    /** Whether there is anything a deletion would change. */
    readonly canDelete: boolean;
  };
  /** Whether what was typed is no address. */
  readonly wrong?: boolean;
  /** What became of a deletion. */
  readonly done?: string;
  /** What the next nightly run takes away; absent where a person was looked for. */
  readonly retention?: RetentionPreview;
}

export interface DeskDeletionModel {
  readonly reader: DeskReader;
  readonly email: string;
  readonly plan: DeletionPlan;
}
