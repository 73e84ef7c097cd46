/** The forms at the door: how what was posted is read, and what bodies it makes. Reading never refuses and never repairs. */
import { type PersonFormValues, personBody, readPersonForm } from './person-form.ts';

/** The body of `markPerson`. Without minutes the slot's length counts. */
export function markBody(posted: URLSearchParams): unknown {
  const minutes = (posted.get('minutes') ?? '').trim();
  const at = posted.get('at');
  return {
    attendance: posted.get('attendance') ?? '',
    ...(minutes !== '' && { minutes: /^\d{1,6}$/.test(minutes) ? Number(minutes) : minutes }),
    ...(at !== null && { at }),
  };
}

/** The body of `markRest`. */
export const restBody = (posted: URLSearchParams): unknown => ({
  slotId: posted.get('slotId') ?? '',
  attendance: posted.get('attendance') ?? '',
});

export interface WalkInFormValues extends PersonFormValues {
  readonly makeRoom: boolean;
}
export const readWalkInForm = (posted: URLSearchParams): WalkInFormValues => ({
  ...readPersonForm(posted),
  makeRoom: posted.get('makeRoom') === 'yes',
});

/** The body of `addWalkIn`. */
export function walkInBody({ makeRoom, ...values }: WalkInFormValues): unknown {
  const { answers: _answers, note: _note, ...person } = personBody({ ...values, answers: {}, note: '' }) as Record<string, unknown>;
  return { ...person, makeRoom };
}
