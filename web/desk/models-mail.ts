/** What the desk's page of mails is made from. */
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { HistoryRow } from '#contracts/resources/history.ts';
import type { MailHealth, SuppressedAddress } from '#contracts/resources/mail.ts';
import type { DeskReader } from './models.ts';

export interface DeskMailModel {
  readonly reader: DeskReader;
  readonly health: MailHealth;
  /** For who may see addresses. `complete`: whether these are all. */
  readonly suppressed?: { readonly addresses: readonly SuppressedAddress[]; readonly complete: boolean };
  /** Which were lifted in this month and the one before, the latest first; for who may lift. */
  readonly lifts?: readonly HistoryRow[];
  /** The address that is about to have mail again, with what was typed and what was wrong with it. */
  readonly lifting?: {
    readonly address: SuppressedAddress;
    readonly email: string;
    readonly reason: string;
    readonly errors: readonly FieldProblem[];
  };
  readonly onWall: boolean;
  readonly done?: string;
  readonly problem?: ProblemCode;
}
