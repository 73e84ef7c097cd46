/** What the desk's pages of messages are made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { MessageLetter, NoticeLetter } from '#contracts/resources/letters.ts';
import type { MessageToSend, SentMessage } from '#contracts/resources/message.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import type { Language } from '#contracts/values.ts';
import type { MessageFormValues } from '../forms/message-form.ts';
import type { DeskReader } from './models.ts';

interface OfOpportunity {
  readonly reader: DeskReader;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title' | 'slots'>;
  readonly zone: string;
}

/** `letter`: what a notice says, to somebody who has all of its slots. */
export interface DeskSentMessage {
  readonly message: SentMessage;
  readonly letter?: NoticeLetter;
}

export interface DeskMessagesModel extends OfOpportunity {
  /** Latest first. */
  readonly messages: readonly DeskSentMessage[];
  readonly mayWrite: boolean;
  /** Whether anyone has places. */
  readonly anyone: boolean;
}

/** `unconfirmed`: people in slots whose new time a notice told, who have not said yet that it suits them. */
export type DeskMessageModel = OfOpportunity & DeskSentMessage & { readonly unconfirmed: number };

export interface DeskMessageFormModel extends OfOpportunity {
  readonly slots: readonly { readonly slot: Slot; readonly people: number }[];
  readonly values: MessageFormValues;
  readonly errors: readonly FieldProblem[];
  readonly problem?: ProblemCode;
}

export interface DeskMessagePreviewModel extends OfOpportunity {
  /** Those it is for. */
  readonly slots: readonly Slot[];
  /** As they were typed; they go along. */
  readonly values: MessageFormValues;
  readonly message: MessageToSend;
  /** By name. */
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly language: Language;
    /** Whether their address takes mail. */
    readonly getsMail: boolean;
  }[];
  /** Those with places of whom nothing is kept. */
  readonly unknown: number;
  /** As the first who reads it in each language will. */
  readonly letters: readonly MessageLetter[];
}
