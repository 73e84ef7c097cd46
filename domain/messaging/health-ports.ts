/** What is known of mails after they were handed over: what became of each, the sums of a day, and which addresses are suppressed. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { MailDay, MailFate, SuppressionCause } from '#contracts/resources/mail.ts';
import type { Day, PersonId } from '#contracts/values.ts';
import type { MessageKey } from './ports.ts';

/**
 * Whether an address gets mail. One that was lifted is remembered for a while: what happened before does not suppress it again, however late it is told.
 */
export type Suppression = {
  readonly personId: PersonId;
  /** Counts the changes. */
  readonly version: number;
} & (
  | {
      readonly state: 'standing';
      /** As the mail service names it; for staff who may see it. */
      readonly email: string;
      readonly cause: SuppressionCause;
      /** When it bounced or was complained about, ISO instant. */
      readonly since: string;
      /** The mail it happened to. */
      readonly mail: MessageKey;
    }
  | { readonly state: 'lifted'; readonly liftedAt: string }
);
export type Standing = Extract<Suppression, { readonly state: 'standing' }>;

/** A mail of the ledger, and what is known to have become of it. */
export interface KnownMail {
  /** Absent once the person was forgotten. */
  readonly personId?: PersonId;
  readonly fates: readonly MailFate[];
}

export interface MailFates {
  /** Consistent. Undefined for a mail that is not in the ledger, or no longer. */
  find(key: MessageKey): Promise<KnownMail | undefined>;
  /**
   * Notes with the mail what became of it, counts each of `fates` on `day`, and saves the suppression: all or none. `stale`: one of them was noted, or
   * the suppression was changed, since they were read.
   */
  note(noted: {
    readonly key: MessageKey;
    readonly serviceId: string;
    /** New ones, one at least. */
    readonly fates: readonly MailFate[];
    readonly day: Day;
    /** Milliseconds. */
    readonly at: number;
    /** On top of the version before; 1 where there was none. */
    readonly suppression?: Suppression;
  }): Promise<'noted' | 'stale'>;
}

export interface Suppressions {
  /** Consistent. */
  find(personId: PersonId): Promise<Suppression | undefined>;
  /** Those of `people` whose suppression stands; consistent. */
  among(people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
  /** Those that stand, at most `most` of them, in no order; consistent. */
  standing(most: number): Promise<readonly Standing[]>;
  /** The change and the history's entry, both or none; on top of the version before. */
  lift(lifted: Extract<Suppression, { readonly state: 'lifted' }>, entry: StaffHistoryEntry): Promise<'saved' | 'conflict'>;
}

export interface MailFigures {
  /** Days with mails from one day to another, both included, in order; they may lag behind by a moment. The cost is the same however many mails. */
  days(from: Day, to: Day): Promise<readonly MailDay[]>;
}
