/**
 * What the mail service says became of a mail. Its words come repeated, late and in any order; each mail counts once in each, and an address that takes
 * no mail, or whose owner complained, is suppressed before the next send.
 */
import type { MailFate } from '#contracts/resources/mail.ts';
import { dayAt } from '../days.ts';
import type { Clock } from '../ports.ts';
import { iso } from '../time.ts';
import type { MailFates, Suppression, Suppressions } from './health-ports.ts';
import type { MessageKey } from './ports.ts';

/** One word of the mail service about one mail. */
export interface MailTold {
  readonly key: MessageKey;
  /** The service's name for the mail. */
  readonly serviceId: string;
  readonly fate: Exclude<MailFate, 'suppressed'>;
  /** When it happened, and when the mail was sent; milliseconds. */
  readonly at: number;
  readonly sentAt: number;
  /** Whom it went to. */
  readonly email: string;
}

export interface NoteFatePorts {
  readonly mailFates: MailFates;
  readonly suppressions: Pick<Suppressions, 'find'>;
  readonly clock: Clock;
  /** Of the district: its days are counted. */
  readonly zone: string;
}

/** Others may tell of the same mail meanwhile; so often in a row is not by chance. */
const TRIES = 5;

/** `unknown`: the mail is not in the ledger, so nobody knows any more whose it was. Throws when others were in the way each time. */
export const noteFate =
  ({ mailFates, suppressions, clock, zone }: NoteFatePorts) =>
  async (told: MailTold): Promise<'noted' | 'known' | 'unknown'> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const mail = await mailFates.find(told.key);
      if (!mail) return 'unknown';
      const fates = newFates(mail.fates, told.fate);
      if (fates.length === 0) return 'known';
      const { personId } = mail;
      const there = suppresses(told) && personId ? await suppressions.find(personId) : undefined;
      const suppression = suppressionAfter(there, told);
      const { key, serviceId } = told;
      const noted = { key, serviceId, fates, day: dayAt(told.sentAt, zone), at: clock.now() };
      // the address of who was forgotten is not to be kept anew
      const saved = suppression && personId ? { ...noted, suppression: { ...suppression, personId } } : noted;
      if ((await mailFates.note(saved)) === 'noted') return 'noted';
    }
    throw new Error(`what became of ${told.key} was changed ${TRIES} times meanwhile`);
  };

/** What is to be noted of a mail. Whatever was delivered, came back or was complained about was sent, though that may be told later. Pure. */
export function newFates(known: readonly MailFate[], told: MailTold['fate']): readonly MailFate[] {
  const all: readonly MailFate[] = told === 'sent' || told === 'failed' ? [told] : ['sent', told];
  return all.filter((fate) => !known.includes(fate));
}

const suppresses = ({ fate }: Pick<MailTold, 'fate'>): boolean => fate === 'bounced' || fate === 'complained';

type Unowned<Each> = Each extends unknown ? Omit<Each, 'personId'> : never;

/**
 * The suppression that follows, if it is another than `there`. A complaint outweighs a bounce; the first of two alike stays. What happened before
 * a lift does not count any more. Pure.
 */
export function suppressionAfter(there: Suppression | undefined, told: MailTold): Unowned<Suppression> | undefined {
  if (!suppresses(told)) return undefined;
  const cause = told.fate === 'complained' ? 'complaint' : 'bounce';
  if (there?.state === 'lifted' && told.at <= Date.parse(there.liftedAt)) return undefined;
  if (there?.state === 'standing' && (there.cause === cause || cause === 'bounce')) return undefined;
  return { state: 'standing', version: (there?.version ?? 0) + 1, email: told.email, cause, since: iso(told.at), mail: told.key };
}
