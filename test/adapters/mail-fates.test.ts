/** What became of mails, the sums of days and the suppressed addresses, on the fakes and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailFate } from '#contracts/resources/mail.ts';
import { Day } from '#contracts/values.ts';
import type { Standing, Suppression } from '#domain/messaging/health-ports.ts';
import { personId } from '#test/support/builders.ts';
import { breakAttempts, messagingOn, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { onBoth } from './both.ts';

const START = Date.parse('2027-03-01T12:00:00.000Z');
const day = (n: number): Day => Day.parse(`2027-03-0${n}`);
const key = (n = 1): string => `link/${n}`;
const standing = (with_: Partial<Standing> = {}): Standing => ({
  state: 'standing',
  personId: personId(),
  version: 1,
  email: 'ana@example.org',
  cause: 'bounce',
  since: '2027-03-01T12:00:00.000Z',
  mail: key(),
  ...with_,
});
const lifted = { state: 'lifted', personId: personId(), version: 2, liftedAt: '2027-03-02T12:00:00.000Z' } as const;
const entry = {
  at: lifted.liftedAt,
  by: 'dana@riverbend.example',
  what: 'suppression.lifted',
  about: personId(),
  ref: '2',
  changes: [{ field: 'cause', before: 'bounce' }],
  reason: 'They cleared their mailbox',
} as const;
const lift = { ...entry, changes: [...entry.changes] };

onBoth('what became of mails', (make) => {
  const scene = async () => {
    const ports = await make();
    const mail = (n = 1, whose = personId()) => ports.mailLedger.lease(key(n), whose, START, 60_000, ['a']);
    const note = (fates: readonly MailFate[], more: { readonly n?: number; readonly day?: Day; readonly suppression?: Suppression } = {}) =>
      ports.mailFates.note({ key: key(more.n), serviceId: 'ses-1', fates, day: more.day ?? day(1), at: START, ...pick(more) });
    return { ...ports, mail, note };
  };
  const pick = ({ suppression }: { readonly suppression?: Suppression }) => (suppression ? { suppression } : {});

  it('is noted with the mail and counted on the day it was sent', async () => {
    const { mail, note, mailFates, mailFigures } = await scene();
    await mail();
    expect(await mailFates.find(key())).toEqual({ personId: personId(), fates: [] });
    expect(await note(['sent'])).toBe('noted');
    expect(await note(['delivered'])).toBe('noted');
    expect(await mailFates.find(key())).toEqual({ personId: personId(), fates: ['sent', 'delivered'] });
    expect(await mailFigures.days(day(1), day(1))).toMatchObject([{ day: day(1), sent: 1, delivered: 1, bounced: 0 }]);
  });

  it('ends every lease: the service has the mail', async () => {
    const { mail, note, mailLedger } = await scene();
    await mail();
    await note(['sent']);
    await mailLedger.release(key(), 1, START);
    expect(await mail()).toEqual({ kind: 'done', outcome: 'sent', covers: ['a'] });
  });

  it('counts nothing when one of it was noted before, or the mail is not there', async () => {
    const { mail, note, mailFigures, suppressions } = await scene();
    await mail();
    await note(['sent']);
    expect(await note(['sent', 'bounced'], { suppression: standing() })).toBe('stale');
    expect(await note(['sent'], { n: 2 })).toBe('stale');
    expect(await mailFigures.days(day(1), day(9))).toMatchObject([{ sent: 1, bounced: 0 }]);
    expect(await suppressions.find(personId())).toBeUndefined();
  });

  it('is counted once when many tell of it at the same moment', async () => {
    const { mail, note, mailFigures } = await scene();
    await mail();
    const all = await Promise.all(Array.from({ length: 6 }, () => note(['sent'])));
    expect(all.filter((one) => one === 'noted')).toHaveLength(1);
    expect(await mailFigures.days(day(1), day(1))).toMatchObject([{ sent: 1 }]);
  });

  it('adds up mail by mail and day by day', async () => {
    const { mail, note, mailFigures } = await scene();
    const mails = Array.from({ length: 40 }, (_, n) => n);
    for (const n of mails) await mail(n);
    for (const n of mails) await note(['sent'], { n, day: n < 30 ? day(1) : day(3) });
    expect((await mailFigures.days(day(1), day(3))).map((one) => [one.day, one.sent])).toEqual([
      [day(1), 30],
      [day(3), 10],
    ]);
    expect(await mailFigures.days(day(2), day(2))).toEqual([]);
    expect(await mailFigures.days(day(2), day(3))).toHaveLength(1);
  });

  it('suppresses with it, on top of the suppression as it was read', async () => {
    const { mail, note, suppressions, mailLedger } = await scene();
    await mail();
    expect(await mailLedger.isSuppressed(personId())).toBe(false);
    expect(await note(['bounced'], { suppression: standing() })).toBe('noted');
    expect(await suppressions.find(personId())).toEqual(standing());
    expect(await mailLedger.isSuppressed(personId())).toBe(true);
    expect(await mailLedger.isSuppressed(personId(2))).toBe(false);
    expect([...(await suppressions.among([personId(2), personId(), personId()]))]).toEqual([personId()]);
    expect((await suppressions.among([])).size).toBe(0);
    await mail(2);
    expect(await note(['complained'], { n: 2, suppression: standing({ cause: 'complaint' }) })).toBe('stale');
    expect(await note(['complained'], { n: 2, suppression: standing({ cause: 'complaint', version: 2 }) })).toBe('noted');
    expect(await suppressions.standing(5)).toEqual([standing({ cause: 'complaint', version: 2 })]);
  });

  it('lets an address have mail again, with an entry of the history, once', async () => {
    const { mail, note, suppressions, mailLedger, lifts } = await scene();
    await mail();
    await note(['bounced'], { suppression: standing() });
    expect(await suppressions.lift({ ...lifted, version: 3 }, lift)).toBe('conflict');
    expect(await lifts.about(personId())).toEqual([]);
    expect(await suppressions.lift(lifted, lift)).toBe('saved');
    expect(await suppressions.lift(lifted, lift)).toBe('conflict');
    expect(await suppressions.find(personId())).toEqual(lifted);
    expect(await suppressions.standing(5)).toEqual([]);
    expect(await mailLedger.isSuppressed(personId())).toBe(false);
    expect((await suppressions.among([personId()])).size).toBe(0);
    expect(await lifts.about(personId())).toEqual([lift]);
    expect(await lifts.inMonth('2027-03', 5)).toEqual([lift]);
  });

  it('lists no more addresses than are asked for', async () => {
    const { mail, note, suppressions } = await scene();
    for (const n of [1, 2, 3]) {
      await mail(n, personId(n));
      await note(['bounced'], { n, suppression: standing({ personId: personId(n) }) });
    }
    expect(await suppressions.standing(2)).toHaveLength(2);
  });
});

describe('when the answer of a transaction is lost', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());

  it('a fate is noted and counted once, and a mail is held back and counted once', async () => {
    const { messaging } = await engine.createTables();
    const client = engine.connect();
    breakAttempts(client, (command, attempt) => (command === 'TransactWriteItems' && attempt === 1 ? 'after' : undefined));
    const { mailLedger, mailFates, mailFigures } = messagingOn(client, messaging);
    for (const n of [1, 2]) await mailLedger.lease(key(n), personId(), START, 60_000);
    expect(await mailFates.note({ key: key(1), serviceId: 'ses-1', fates: ['sent'], day: day(1), at: START })).toBe('noted');
    await mailLedger.markSuppressed(key(2), 1, START, day(1));
    expect(await mailFigures.days(day(1), day(1))).toMatchObject([{ sent: 1, suppressed: 1 }]);
  });

  it('a row that can’t be read throws, and is not taken for an address that gets mail', async () => {
    const { messaging } = await engine.createTables();
    const client = engine.connect();
    const { mailLedger, suppressions } = messagingOn(client, messaging);
    await mailLedger.lease(key(), personId(), START, 60_000);
    const { mailFates } = messagingOn(client, messaging);
    await mailFates.note({
      key: key(),
      serviceId: 's',
      fates: ['bounced'],
      day: day(1),
      at: START,
      suppression: standing({ cause: 'mood' as 'bounce' }),
    });
    await expect(mailLedger.isSuppressed(personId())).rejects.toThrow();
    await expect(suppressions.standing(5)).rejects.toThrow();
  });
});
