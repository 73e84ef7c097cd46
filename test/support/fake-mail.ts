/** The mail ledger, what became of its mails, and the mail service, in memory. */
import type { MailDay, MailFate } from '#contracts/resources/mail.ts';
import type { Day, PersonId } from '#contracts/values.ts';
import type { MailFates, MailFigures, Suppression, Suppressions } from '#domain/messaging/health-ports.ts';
import { sumOf } from '#domain/messaging/mail-health.ts';
import { type Lease, type Mail, type Mailer, type MailLedger, MailNotSent, type MessageKey } from '#domain/messaging/ports.ts';
import type { KeptPreferences, Preferences } from '#domain/messaging/preferences.ts';
import { type MailTraces, NO_ADDRESS } from '#domain/messaging/traces.ts';
import { iso } from '#domain/time.ts';
import { fakeStaffHistory } from './fake-history.ts';

interface Entry {
  readonly state: 'leased' | 'released' | 'sent' | 'skipped' | 'suppressed';
  readonly personId?: PersonId;
  readonly at?: number;
  readonly until: number;
  readonly attempt: number;
  readonly covers: readonly string[];
  readonly fates: readonly MailFate[];
  readonly serviceId?: string;
}

export interface FakeMailLedger extends MailLedger {
  readonly entries: ReadonlyMap<MessageKey, Entry>;
  readonly mailFates: MailFates;
  readonly suppressions: Suppressions;
  readonly mailFigures: MailFigures;
  readonly mailTraces: MailTraces;
  readonly preferences: Preferences;
  /** Of lifts. */
  readonly history: ReturnType<typeof fakeStaffHistory>;
}

/** What people chose, in memory. */
export function fakePreferences(kept: Map<PersonId, KeptPreferences> = new Map()): Preferences {
  return { find: async (personId) => kept.get(personId), save: async (personId, chosen) => void kept.set(personId, chosen) };
}

/** `sabotage.lease` lets everyone send at once, `sabotage.suppression` lets mails go to anyone, to show that the tests notice. */
export function fakeMailLedger(sabotage: { readonly lease?: boolean; readonly suppression?: boolean } = {}): FakeMailLedger {
  const entries = new Map<MessageKey, Entry>();
  const suppressed = new Map<PersonId, Suppression>();
  const days = new Map<Day, MailDay>();
  const chosen = new Map<PersonId, KeptPreferences>();
  const history = fakeStaffHistory();
  const change = (key: MessageKey, next: Partial<Entry>): void => {
    const there = entries.get(key);
    if (there) entries.set(key, { ...there, ...next });
  };
  const count = (day: Day, fates: readonly MailFate[]): void => {
    const before = days.get(day);
    const next = { ...sumOf(before ? [before] : []), day };
    for (const fate of fates) next[fate] += 1;
    days.set(day, next);
  };
  const isNext = ({ personId, version }: Suppression): boolean => (suppressed.get(personId)?.version ?? 0) === version - 1;
  return {
    entries,
    history,
    preferences: fakePreferences(chosen),
    async lease(key, personId, at, leaseMs, covers = []): Promise<Lease> {
      const there = entries.get(key);
      if (sabotage.lease) return { kind: 'leased', attempt: 1 };
      if (there?.state === 'leased' && at < there.until) return { kind: 'busy' };
      if (there && there.state !== 'leased' && there.state !== 'released')
        return { kind: 'done', outcome: there.state, covers: there.covers };
      const attempt = (there?.attempt ?? 0) + 1;
      entries.set(key, { fates: [], ...(there ?? { personId }), state: 'leased', until: at + leaseMs, attempt, covers });
      return { kind: 'leased', attempt };
    },
    async markSent(key, sent) {
      change(key, { state: 'sent', serviceId: sent.serviceId, covers: sent.covers, at: sent.at });
    },
    async markSkipped(key, at) {
      if (entries.get(key)?.state !== 'sent') change(key, { state: 'skipped', at });
    },
    isSuppressed: async (personId) => sabotage.suppression !== true && suppressed.get(personId)?.state === 'standing',
    async markSuppressed(key, attempt, _at, day) {
      const there = entries.get(key);
      if (there?.state !== 'leased' || there.attempt !== attempt) return;
      change(key, { state: 'suppressed', fates: [...there.fates, 'suppressed'] });
      count(day, ['suppressed']);
    },
    async release(key, attempt) {
      const there = entries.get(key);
      if (there?.state === 'leased' && there.attempt === attempt) change(key, { state: 'released', until: 0 });
    },
    mailFates: {
      async find(key) {
        const there = entries.get(key);
        return there && { ...(there.personId && { personId: there.personId }), fates: there.fates };
      },
      async note({ key, serviceId, fates, day, suppression }) {
        const there = entries.get(key);
        if (
          !there ||
          fates.some((fate) => there.fates.includes(fate)) ||
          (suppression && (!isNext(suppression) || there.personId !== suppression.personId))
        )
          return 'stale';
        change(key, { state: 'sent', serviceId, fates: [...there.fates, ...fates] });
        count(day, fates);
        if (suppression) suppressed.set(suppression.personId, suppression);
        return 'noted';
      },
    },
    suppressions: {
      find: async (personId) => suppressed.get(personId),
      among: async (people) => new Set(people.filter((one) => suppressed.get(one)?.state === 'standing')),
      standing: async (most) => [...suppressed.values()].filter((one) => one.state === 'standing').slice(0, most),
      async lift(lifted, entry) {
        if (!isNext(lifted)) return 'conflict';
        suppressed.set(lifted.personId, lifted);
        await history.add(entry);
        return 'saved';
      },
    },
    mailTraces: {
      of: async (personId) =>
        [...entries]
          .filter(([, entry]) => entry.personId === personId)
          .map(([key, { state, at, fates }]) => ({
            key,
            state,
            fates,
            ...(at !== undefined && { at: iso(at) }),
            keptUntil: '2028-04-04T12:00:00.000Z',
          })),
      async forget(key, personId) {
        const there = entries.get(key);
        if (there?.personId !== personId) return;
        const { personId: _gone, ...entry } = there;
        if (key.includes(personId)) entries.delete(key);
        else entries.set(key, entry);
      },
      async forgetSuppression(personId) {
        const there = suppressed.get(personId);
        if (there?.state === 'standing' && there.cause === 'complaint') suppressed.set(personId, { ...there, email: NO_ADDRESS });
        else suppressed.delete(personId);
      },
      forgetPreferences: async (personId) => void chosen.delete(personId),
    },
    mailFigures: {
      days: async (from, to) => [...days.values()].filter(({ day }) => from <= day && day <= to).sort((a, b) => (a.day < b.day ? -1 : 1)),
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
