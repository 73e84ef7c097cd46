/** What the desk's question before a change that concerns people is made from. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { NoticeLetter, SlotNews } from '#contracts/resources/letters.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { Texts } from '../forms/posted.ts';
import type { DeskReader } from './models.ts';

/** Whom a change concerns, slot by slot. */
export interface AffectedPeople {
  readonly slot: Slot;
  readonly people: number;
  readonly places: number;
  readonly waiting: number;
  readonly concerns: readonly (SlotNews | 'over')[];
}

export interface DeskNoticeModel {
  readonly reader: DeskReader;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title'>;
  readonly zone: string;
  /** Where the form was posted to, and what was posted: it goes along. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** As it is before the change. */
  readonly affected: readonly AffectedPeople[];
  /** Goes along with saving, so that it is about just these. */
  readonly sure: string;
  /** How many are told, and what; absent where nobody is. */
  readonly notice?: { readonly people: number; readonly letters: readonly NoticeLetter[] };
  /** What staff add, as typed. */
  readonly words: Texts;
  readonly errors: readonly FieldProblem[];
}
