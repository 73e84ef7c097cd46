/** How the district's mails fare: the last thirty days, day by day. One read, however many mails there were. */
import { MAIL_FATES, type MailCounts, type MailDay, type MailHealth, type MailRates } from '#contracts/resources/mail.ts';
import { dayAt, daysLater } from '../days.ts';
import type { Clock } from '../ports.ts';
import { iso } from '../time.ts';
import type { MailFigures } from './health-ports.ts';

export interface MailHealthPorts {
  readonly mailFigures: MailFigures;
  readonly clock: Clock;
  readonly zone: string;
}

export const MAIL_DAYS = 30;

export const mailHealth =
  ({ mailFigures, clock, zone }: MailHealthPorts) =>
  async (days = MAIL_DAYS): Promise<MailHealth> => {
    const now = clock.now();
    const today = dayAt(now, zone);
    const from = daysLater(today, 1 - days);
    const known = await mailFigures.days(from, today);
    const all = Array.from({ length: days }, (_, index): MailDay => {
      const day = daysLater(from, index);
      return known.find((one) => one.day === day) ?? { day, ...NOTHING };
    });
    const total = sumOf(all);
    const rates = ratesOf(total);
    return { days: all, total, ...(rates && { rates }), asOf: iso(now) };
  };

const NOTHING: MailCounts = { sent: 0, delivered: 0, bounced: 0, bouncedForNow: 0, complained: 0, failed: 0, suppressed: 0 };

/** Pure. */
export function sumOf(all: readonly MailCounts[]): MailCounts {
  const sum = { ...NOTHING };
  for (const one of all) for (const fate of MAIL_FATES) sum[fate] += one[fate];
  return sum;
}

/** As the mail service reckons: what bounced for now is no bounce. */
export const ratesOf = ({ sent, bounced, complained }: MailCounts): MailRates | undefined =>
  sent === 0 ? undefined : { bounced: bounced / sent, complained: complained / sent };
