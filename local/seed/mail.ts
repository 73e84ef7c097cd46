/** What became of a month of invented mails, noted as the mail service's words are; nobody was written to. */
import { tagAsKey } from '#domain/messaging/messages.ts';
import { type NoteFatePorts, noteFate } from '#domain/messaging/note-fate.ts';
import type { MailLedger } from '#domain/messaging/ports.ts';
import type { People } from '#domain/ports.ts';
import { DAY, HOUR } from '#domain/time.ts';

export type MailPorts = NoteFatePorts & { readonly mailLedger: MailLedger; readonly people: People };

/** How many went out on each of the last days, the latest last. */
const BY_DAY = [2, 0, 0, 4, 3, 5, 2, 1, 0, 0, 6, 4, 3, 2, 8, 0, 1, 12, 7, 4, 3, 2, 0, 0, 5, 3, 9, 4, 2] as const;
/** Those of one day whose addresses are wrong, or whose owners want no mail. They are nobody's else in the demo. */
const TROUBLE = [
  { daysAgo: 3, fate: 'bounced', email: 'rosalind.old-job@example.org' },
  { daysAgo: 12, fate: 'bouncedForNow', email: 'full.mailbox@example.org' },
  { daysAgo: 15, fate: 'complained', email: 'no.more.news@example.org' },
] as const;

export async function seedMail(ports: MailPorts, beganAt: number): Promise<void> {
  const fine = BY_DAY.flatMap((count, index) =>
    Array.from(
      { length: count },
      (_, n) => ({ daysAgo: BY_DAY.length - index, fate: 'delivered', email: `reader.${n}@example.org` }) as const,
    ),
  );
  const all = [...fine, ...TROUBLE].map((one, index) => ({ ...one, key: tagAsKey(`link.demo-${index}`) }));
  for (let start = 0; start < all.length; start += AT_ONCE)
    await Promise.all(all.slice(start, start + AT_ONCE).map((one) => seedOne(ports, one, beganAt - one.daysAgo * DAY - 2 * HOUR)));
}

const AT_ONCE = 10;

async function seedOne(
  { mailLedger, people, ...ports }: MailPorts,
  { key, fate, email }: { readonly key: string; readonly fate: 'delivered' | (typeof TROUBLE)[number]['fate']; readonly email: string },
  sentAt: number,
): Promise<void> {
  await mailLedger.lease(key, await people.identify(email), sentAt, 1);
  // whatever was delivered, came back or was complained about was sent
  if (fate === 'complained') await noteFate(ports)({ key, serviceId: key, fate: 'delivered', at: sentAt, sentAt, email });
  await noteFate(ports)({ key, serviceId: key, fate, at: sentAt, sentAt, email });
}
