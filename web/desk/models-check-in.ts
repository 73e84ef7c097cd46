/** What the desk's page at the door is made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { RosterSlot } from '#contracts/resources/roster.ts';
import type { WalkInFormValues } from '../forms/check-in-form.ts';
import type { DeskReader } from './models.ts';

export interface DoorSlot extends Omit<RosterSlot, 'waiting'> {
  /** When check-in opens, if it has not yet. */
  readonly opensAt?: string;
  /** Whole minutes from start to end; 0 where there are none. */
  readonly minutes: number;
}

export interface DeskCheckInModel {
  readonly reader: DeskReader;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title'>;
  readonly zone: string;
  /** Of the school's calendar, in order; empty text for what has no day. */
  readonly days: readonly { readonly day: string; readonly startsAt?: string }[];
  /** The one that is shown, with its slots by time. */
  readonly day: string;
  readonly slots: readonly DoorSlot[];
  /** As it was typed. */
  readonly search: string;
  /** Whose code was scanned: `personId` is absent when nobody of that sign-up is on the list any more. */
  readonly scanned?: { readonly signUpId: string; readonly personId?: string };
  readonly walkIn: { readonly values: WalkInFormValues; readonly formKey: string; readonly isOpen: boolean };
  readonly done?: string;
  readonly problem?: ProblemCode;
  /** Present when a posted form is shown again. */
  readonly posted?: { readonly operationId: string; readonly signUpId: string; readonly errors: readonly FieldProblem[] };
  /** Who has places in the slot already where somebody was to be added. */
  readonly already?: string;
}
