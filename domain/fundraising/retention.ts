/**
 * Every night: pledges and gifts that are over for long enough no longer say who gave. What was not done in one run, or in runs that did not happen, is done by the
 * next; doing it again changes nothing. A look tells what a run would do.
 */
import type { ContactKept, DueContact, RetentionRules } from '#contracts/resources/retention.ts';
import type { Day } from '#contracts/values.ts';
import { dayAt } from '../days.ts';
import { type ForgetContactPorts, forgetContact } from './forget-person.ts';
import { daysLater } from './instalments.ts';

export interface OldContacts {
  /** Pledges and gifts that were over on a day before `day`, the longest first, at most `most`. May lag behind by a moment. */
  over(kept: ContactKept, day: Day, most: number): Promise<readonly DueContact[]>;
}

export interface LookPorts {
  readonly oldContacts: OldContacts;
  readonly clock: ForgetContactPorts['clock'];
  /** The district's time zone. */
  readonly zone: string;
  readonly rules: RetentionRules;
}

/** Of one run; the next one takes the others. */
export const MOST = 200;

/** The first day that is still too young. Who asked to be forgotten is, as soon as it is over. */
export function keptFrom(kept: ContactKept, today: Day, { booksYears, offerDays }: RetentionRules): Day {
  if (kept === 'asked') return daysLater(today, 1);
  if (kept === 'offer') return daysLater(today, -offerDays);
  // on the 29th of February, the day before it counts as well: the text is compared, and no day has that one
  return `${Number(today.slice(0, 4)) - booksYears}${today.slice(4)}`;
}

/** What the next run would take: at most as much as one takes. */
export const dueContacts =
  ({ oldContacts, clock, zone, rules }: LookPorts) =>
  async (): Promise<{ readonly contacts: readonly DueContact[]; readonly complete: boolean }> => {
    const today = dayAt(clock.now(), zone);
    const found: DueContact[] = [];
    for (const kept of ['asked', 'offer', 'books'] as const)
      found.push(...(await oldContacts.over(kept, keptFrom(kept, today, rules), MOST + 1 - found.length)));
    return { contacts: found.slice(0, MOST), complete: found.length <= MOST };
  };

export const forgetOldContacts =
  (ports: LookPorts & ForgetContactPorts) => async (): Promise<{ readonly forgotten: number; readonly left: number }> => {
    const { contacts } = await dueContacts(ports)();
    let forgotten = 0;
    for (const { campaignId, id } of contacts) if ((await forgetContact(ports)(campaignId, id)) === 'done') forgotten += 1;
    return { forgotten, left: contacts.length - forgotten };
  };
