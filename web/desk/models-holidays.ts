/** What the desk's page of holidays is made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Holiday } from '#contracts/resources/holidays.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { HolidaysFormValues } from '../forms/holidays-form.ts';
import type { DeskReader } from './models.ts';

/** An opportunity with dates of series on holidays, soonest first. */
export interface DatesOnHolidays {
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title'>;
  readonly school: Pick<School, 'name' | 'zone'>;
  readonly dates: readonly { readonly startsAt: string; readonly holiday: Holiday }[];
}

export interface DeskHolidaysModel {
  readonly reader: DeskReader;
  /** Of today on the district's clocks: what ended before is over. */
  readonly today: string;
  readonly values: HolidaysFormValues;
  readonly errors: readonly FieldProblem[];
  readonly mayEdit: boolean;
  /** Oldest first. */
  readonly history: readonly StaffHistoryEntry[];
  /** Present when somebody asked for them. */
  readonly dates?: readonly DatesOnHolidays[];
  readonly done?: true;
  readonly problem?: ProblemCode;
  /** What others saved since the form was drawn. */
  readonly meanwhile?: readonly StaffHistoryEntry[];
}
