/**
 * Sends a mail once: lease, send, mark. To a suppressed address it sends nothing, nor what the person does not want; and remembers that.
 *
 * A definite no of the mail service ends the lease, so that the event's next retry may try at once. After an unknown outcome the lease is left to run out:
 * until then the mail service's own event may tell that it took the mail, and then the next lease answers `done`.
 */
import type { MailKind, MailPreferences } from '#contracts/resources/mail-preferences.ts';
import type { PersonId } from '#contracts/values.ts';
import { dayAt } from '../days.ts';
import type { Clock } from '../ports.ts';
import { SECOND } from '../time.ts';
import { type Lease, type Mail, type Mailer, type MailLedger, MailNotSent, type MessageKey, type Pause } from './ports.ts';
import { mayGo, type Preferences, preferencesOf } from './preferences.ts';

export const LEASE_MS = 60 * SECOND;
/** How long to wait for another sender of the same mail before leaving it to the event's retry, and how often to look. */
const BUSY_MS = 2 * SECOND;
const LOOK_EVERY_MS = 250;

export interface SendPorts {
  readonly mailLedger: MailLedger;
  readonly preferences: Pick<Preferences, 'find'>;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Of the district: its days are counted. */
  readonly zone: string;
}
export interface Message {
  readonly key: MessageKey;
  readonly kind: MailKind;
  /** Whose address it goes to, and no other: what is suppressed is looked up by it. */
  readonly personId: PersonId;
  /** Sign-ups the mail speaks of. */
  readonly covers: readonly string[];
  /** Called only by the one who sends, with what the person chose. Undefined: there is nothing to say. */
  readonly compose: (preferences: MailPreferences) => Promise<Mail | undefined>;
}
export type Sent =
  /** `attempt` above 1: an earlier sender's outcome is unknown, so this may be a second copy (to be counted). */
  | { readonly kind: 'sent'; readonly attempt: number }
  | { readonly kind: 'skipped' }
  /** The address takes no mail, or its owner wants none. */
  | { readonly kind: 'suppressed' }
  /** Earlier, with what then became of it. */
  | { readonly kind: 'done'; readonly outcome: Extract<Lease, { readonly kind: 'done' }>['outcome']; readonly covers: readonly string[] };

/** Throws when another is still sending it: the event's retry looks again. */
export async function sendOnce(ports: SendPorts, message: Message): Promise<Sent> {
  const lease = await leaseSoon(ports, message);
  if (lease.kind === 'busy') throw new Error(`another sender has the lease of ${message.key}`);
  if (lease.kind === 'done') return { kind: 'done', outcome: lease.outcome, covers: lease.covers };
  // after the lease, so that what was noted until now counts
  const [isSuppressed, preferences] = await Promise.all([
    ports.mailLedger.isSuppressed(message.personId),
    preferencesOf(ports.preferences, message.personId),
  ]);
  if (isSuppressed) {
    const now = ports.clock.now();
    await ports.mailLedger.markSuppressed(message.key, lease.attempt, now, dayAt(now, ports.zone));
    return { kind: 'suppressed' };
  }
  const mail = mayGo(message.kind, preferences) ? await message.compose(preferences) : undefined;
  if (!mail) {
    await ports.mailLedger.markSkipped(message.key, ports.clock.now());
    return { kind: 'skipped' };
  }
  const { serviceId } = await send(ports, message.key, lease.attempt, mail);
  await ports.mailLedger.markSent(message.key, { serviceId, covers: message.covers, at: ports.clock.now() });
  return { kind: 'sent', attempt: lease.attempt };
}

/** Two events of one submit come at the same moment: the second waits for the first instead of failing. */
async function leaseSoon({ mailLedger, clock, pause }: SendPorts, { key, personId, covers }: Message): Promise<Lease> {
  let lease = await mailLedger.lease(key, personId, clock.now(), LEASE_MS, covers);
  for (let waited = 0; lease.kind === 'busy' && waited < BUSY_MS; waited += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
    lease = await mailLedger.lease(key, personId, clock.now(), LEASE_MS, covers);
  }
  return lease;
}

async function send(
  { mailer, mailLedger, clock }: SendPorts,
  key: MessageKey,
  attempt: number,
  mail: Mail,
): Promise<{ readonly serviceId: string }> {
  try {
    return await mailer.send(key, mail);
  } catch (error) {
    if (error instanceof MailNotSent) await mailLedger.release(key, attempt, clock.now());
    throw error;
  }
}
