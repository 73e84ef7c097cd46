/** The mail ledger and the mail service in memory. */
import { type Lease, type Mail, type Mailer, type MailLedger, MailNotSent, type MessageKey } from '#domain/messaging/ports.ts';

interface Entry {
  readonly state: 'leased' | 'released' | 'sent' | 'skipped';
  readonly until: number;
  readonly attempt: number;
  readonly covers: readonly string[];
  readonly serviceId?: string;
}

export interface FakeMailLedger extends MailLedger {
  readonly entries: ReadonlyMap<MessageKey, Entry>;
}

/** `sabotage.lease` lets everyone send at once, to show that the tests notice. */
export function fakeMailLedger(sabotage: { readonly lease?: boolean } = {}): FakeMailLedger {
  const entries = new Map<MessageKey, Entry>();
  const change = (key: MessageKey, next: Partial<Entry>): void => {
    const there = entries.get(key);
    if (there) entries.set(key, { ...there, ...next });
  };
  return {
    entries,
    async lease(key, _personId, at, leaseMs, covers = []): Promise<Lease> {
      const there = entries.get(key);
      if (sabotage.lease) return { kind: 'leased', attempt: 1 };
      if (there?.state === 'sent' || there?.state === 'skipped') return { kind: 'done', outcome: there.state, covers: there.covers };
      if (there?.state === 'leased' && at < there.until) return { kind: 'busy' };
      const attempt = (there?.attempt ?? 0) + 1;
      entries.set(key, { ...there, state: 'leased', until: at + leaseMs, attempt, covers });
      return { kind: 'leased', attempt };
    },
    async markSent(key, sent) {
      change(key, { state: 'sent', serviceId: sent.serviceId, covers: sent.covers });
    },
    async markSkipped(key) {
      if (entries.get(key)?.state !== 'sent') change(key, { state: 'skipped' });
    },
    async release(key, attempt) {
      const there = entries.get(key);
      if (there?.state === 'leased' && there.attempt === attempt) change(key, { state: 'released', until: 0 });
    },
    async markAccepted(key, serviceId) {
      change(key, { state: 'sent', serviceId });
    },
  };
}

export interface SentMail {
  readonly key: MessageKey;
  readonly mail: Mail;
  readonly serviceId: string;
}
export interface FakeMailer extends Mailer {
  readonly sent: readonly SentMail[];
  /** What the next sends do: `refuse` throws MailNotSent, `lose` sends and throws. Later ones send. */
  script(...outcomes: readonly ('send' | 'refuse' | 'lose')[]): void;
}
export function fakeMailer(): FakeMailer {
  const sent: SentMail[] = [];
  const plan: ('send' | 'refuse' | 'lose')[] = [];
  return {
    sent,
    script: (...outcomes) => void plan.push(...outcomes),
    async send(key, mail) {
      const outcome = plan.shift() ?? 'send';
      if (outcome === 'refuse') throw new MailNotSent('the mail service said no');
      const serviceId = `ses-${sent.length + 1}`;
      sent.push({ key, mail: structuredClone(mail), serviceId });
      if (outcome === 'lose') throw new Error('the answer of the mail service was lost');
      return { serviceId };
    },
  };
}
