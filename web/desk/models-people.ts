/** What the desk's pages of one person in an opportunity are made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { RosterEntry } from '#contracts/resources/roster.ts';
import type { Answer, PersonDetails, SlotTime, Waiting } from '#contracts/resources/sign-up.ts';
import type { PersonFormValues } from '../forms/person-form.ts';
import type { DeskReader } from './models.ts';

export interface SlotRoom {
  readonly slot: Slot;
  readonly placesLeft: number;
}

export interface SignUpSeen {
  readonly signUpId: string;
  readonly slot: Slot;
  readonly places: number;
  readonly isHeld: boolean;
  /** What was said of them at the door. */
  readonly seen?: Pick<RosterEntry, 'attendance' | 'seenAt' | 'minutes'>;
  /** The time they know, where they have yet to say whether the one of the slot suits them. */
  readonly timeBefore?: SlotTime;
  /** Of one in line, whose `places` are those wanted. */
  readonly waiting?: Waiting;
  /** Whether its record is still there; without one it can only be looked at. */
  readonly isKept: boolean;
  readonly note?: string;
  readonly answers: readonly Answer[];
  readonly signedUpAt?: string;
  readonly addedBy?: string;
}

export interface PersonSeen {
  readonly personId: string;
  /** Absent once it is gone after its retention. */
  readonly person?: PersonDetails;
  /** Of their mails. */
  readonly language?: string;
  readonly signUps: readonly SignUpSeen[];
  /** Held in all slots together. */
  readonly places: number;
}

export interface DeskPersonModel {
  readonly reader: DeskReader;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title' | 'questions' | 'limitPerPerson'>;
  readonly zone: string;
  readonly person: PersonSeen;
  /** By time. */
  readonly slots: readonly SlotRoom[];
  /** Oldest first. */
  readonly history: readonly StaffHistoryEntry[];
  readonly may: { readonly manage: boolean; readonly edit: boolean };
  readonly done?: string;
  readonly problem?: ProblemCode;
  /** Present when a posted form is shown again. */
  readonly posted?: {
    readonly operationId: string;
    readonly signUpId: string;
    readonly values: URLSearchParams;
    readonly errors: readonly FieldProblem[];
  };
}

export interface DeskAddPersonModel {
  readonly reader: DeskReader;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title' | 'questions' | 'status'>;
  readonly zone: string;
  /** Those that can be filled, by time. */
  readonly slots: readonly SlotRoom[];
  readonly mayEdit: boolean;
  readonly formKey: string;
  readonly values: PersonFormValues;
  readonly errors: readonly FieldProblem[];
  readonly problem?: ProblemCode;
  /** Who has places in that slot already: where to change them. */
  readonly personId?: string;
}
