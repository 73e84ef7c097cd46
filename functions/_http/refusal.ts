/** An expected refusal on its way out of a route: the problem responder turns it into an answer. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { SlotResult } from '#contracts/resources/sign-up.ts';
import type { SlotId } from '#contracts/values.ts';

export interface RefusalDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly results?: readonly SlotResult[];
  readonly alternatives?: readonly SlotId[];
  readonly meanwhile?: readonly StaffHistoryEntry[];
}

export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
