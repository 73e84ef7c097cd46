/** The desk's page of mails in every state it can be in. */
import type { MailDay, MailHealth } from '#contracts/resources/mail.ts';
import { Day } from '#contracts/values.ts';
import { ratesOf, sumOf } from '#domain/messaging/mail-health.ts';
import { personId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';

const asOf = '2027-03-01T12:00:00.000Z';
const days = Array.from({ length: 30 }, (_, index): MailDay => {
  const day = Day.parse(new Date(Date.UTC(2027, 0, 31 + index)).toISOString().slice(0, 10));
  const sent = [0, 12, 1_240, 300, 44, 7][index % 6] ?? 0;
  const bad = index % 6 === 2;
  const counts = { bouncedForNow: bad ? 4 : 0, complained: index === 8 ? 2 : 0, failed: index === 14 ? 1 : 0, suppressed: index % 5 };
  return { day, sent, delivered: sent - (bad ? 90 : 0), bounced: bad ? 70 : 0, ...counts };
});
const healthOf = (all: readonly MailDay[]): MailHealth => {
  const total = sumOf(all);
  const rates = ratesOf(total);
  return { days: [...all], total, ...(rates && { rates }), asOf };
};
const quiet = healthOf(days.map(({ day, sent }) => ({ day, ...sumOf([]), sent, delivered: sent })));
const none = healthOf(days.map(({ day }) => ({ day, ...sumOf([]) })));
const addresses = [
  { personId: personId(1), email: 'ana+"<volunteers>"@example.org', cause: 'complaint', since: '2027-02-28T09:30:00.000Z', version: 2 },
  {
    personId: personId(2),
    email: `${'long-name-'.repeat(6)}@mail.example.org`,
    cause: 'bounce',
    since: '2027-02-20T21:00:00.000Z',
    version: 1,
  },
] as const;
const lifts = [
  {
    at: '2027-02-27T15:00:00.000Z',
    by: 'dana@riverbend.example',
    what: 'suppression.lifted',
    about: personId(3),
    ref: '2',
    changes: [{ field: 'heldBackAfterBounce', before: true, after: false }],
    reason: 'They <cleared> their mailbox',
  },
];
const [first, second] = addresses;
const gone = { personId: personId(4), cause: 'complaint', since: '2027-01-20T21:00:00.000Z', version: 1 } as const;
const suppressed = { addresses: [...addresses, gone], complete: false };

export const deskMail = (reader: desk.DeskReader): Readonly<Record<string, (context: PageContext) => string>> => {
  const page = (more: Partial<desk.DeskMailModel>) => (context: PageContext) =>
    desk.deskMailPage({ ...context, url: '/desk/mail' }, { reader, health: healthOf(days), onWall: false, ...more });
  return {
    'desk, mail': page({ suppressed, lifts }),
    'desk, mail of a viewer': page({}),
    'desk, mail without trouble': page({ health: quiet, suppressed: { addresses: [], complete: true }, lifts: [] }),
    'desk, mail, none': page({ health: none, suppressed: { addresses: [], complete: true }, lifts: [] }),
    'desk, mail on a wall': page({ onWall: true, suppressed, lifts }),
    'desk, mail, to be lifted after a bounce': page({
      suppressed,
      lifts,
      lifting: { address: second, email: second.email, reason: '', errors: [] },
    }),
    'desk, mail, to be lifted, wrong': page({
      suppressed,
      lifts,
      lifting: {
        address: first,
        email: first.email,
        reason: 'O\'Brien <said> "so"',
        errors: [{ pointer: '/reason', code: 'text.too-long', detail: '' }],
      },
    }),
    'desk, mail, lifted': page({ suppressed, lifts, done: 'lifted' }),
    'desk, mail, changed meanwhile': page({
      suppressed,
      lifts,
      problem: 'version.conflict',
      lifting: { address: first, email: first.email, reason: 'They asked for it', errors: [] },
    }),
    'desk, mail, not suppressed': page({ suppressed, lifts, problem: 'suppression.not-found' }),
  };
};
