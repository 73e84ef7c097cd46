/** The ports of messaging: the ledger that makes each mail go out once, and the mail service. */
import type { PersonId } from '#contracts/values.ts';

/** Names one mail: `confirmation/{submissionId}`, `cancellation/{signUpId}/{ledgerVersion}`. No personal data. */
export type MessageKey = string;

export type Lease =
  /** Ours until `leaseMs` from now. `attempt` counts from 1; above 1 an earlier sender died or failed with an unknown outcome. */
  | { readonly kind: 'leased'; readonly attempt: number }
  /** Done; `covers` are the sign-ups it spoke of. */
  | { readonly kind: 'done'; readonly outcome: 'sent' | 'skipped'; readonly covers: readonly string[] }
  /** Someone else is sending it right now. */
  | { readonly kind: 'busy' };

export interface MailLedger {
  lease(key: MessageKey, personId: PersonId, at: number, leaseMs: number): Promise<Lease>;
  markSent(key: MessageKey, sent: { readonly serviceId: string; readonly covers: readonly string[]; readonly at: number }): Promise<void>;
  /** Nothing to say: remembered, so that repeats don't look again. */
  markSkipped(key: MessageKey, at: number): Promise<void>;
  /** Ends the lease after a failure that is known not to have sent. */
  release(key: MessageKey, at: number): Promise<void>;
  /** The mail service told, by its event, that it took this mail. Repeatable; counts as sent whatever became of the sender. */
  markAccepted(key: MessageKey, serviceId: string, at: number): Promise<void>;
}

/** One file that goes with a mail. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

export interface Mail {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** iCalendar text that mail programs show as an invitation, with its METHOD. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  readonly attachments?: readonly Attachment[];
  /** Where answers go: the school's contact. */
  readonly replyTo?: string;
  readonly language: string;
}

export interface Mailer {
  /** Hands the mail to the service, tagged with `key`. Throws `MailNotSent` when it is sure that nothing was sent, anything else when it is not. */
  send(key: MessageKey, mail: Mail): Promise<{ readonly serviceId: string }>;
}

/** The service said no before taking the mail. */
export class MailNotSent extends Error {}
