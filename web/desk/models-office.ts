/** What the pages of the district's office are made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
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
