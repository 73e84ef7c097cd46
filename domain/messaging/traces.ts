/** What is kept of mails to a person and of what they chose about them, and how the person goes out of it. */
import type { MailFate } from '#contracts/resources/mail.ts';
import type { PersonId } from '#contracts/values.ts';
import type { MessageKey } from './ports.ts';

export interface MailTrace {
  readonly key: MessageKey;
  readonly state: 'leased' | 'released' | 'sent' | 'skipped' | 'suppressed';
  /** When it went out, or was found to have nothing to say. */
  readonly at?: string;
  /** What the mail service said became of it. */
  readonly fates: readonly MailFate[];
  readonly keptUntil: string;
}

/** Stands where the address of somebody stood who complained and was forgotten: they get no mail, and nobody can see who they are. */
export const NO_ADDRESS = '—';

export interface MailTraces {
  /** May lag behind by a moment. */
  of(personId: PersonId): Promise<readonly MailTrace[]>;
  /** The mail stays as one that went out, to nobody known; one that names the person in its key goes. Harmless to repeat. */
  forget(key: MessageKey, personId: PersonId): Promise<void>;
  /**
   * An address that does not take mail is no longer listed. Who complained stays listed by the keyed hash of the address, without the address, for as long as
   * any other: they are not to be written to again. Harmless to repeat.
   */
  forgetSuppression(personId: PersonId): Promise<void>;
  /** What they chose about their mails is no longer kept. Harmless to repeat. */
  forgetPreferences(personId: PersonId): Promise<void>;
}

/** Nothing is mailed a second time for it: what a mail would be made of is gone by then. */
export const forgetMails =
  ({ mailTraces }: { readonly mailTraces: MailTraces }) =>
  async (personId: PersonId): Promise<void> => {
    // first, so that what is told of a mail from now on adds no address
    for (const { key } of await mailTraces.of(personId)) await mailTraces.forget(key, personId);
    await mailTraces.forgetSuppression(personId);
    await mailTraces.forgetPreferences(personId);
  };
