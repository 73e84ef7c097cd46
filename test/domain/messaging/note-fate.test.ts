/** What the mail service says of a mail: each counts once, in any order and however often; who takes no mail is suppressed before the next send. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contracts/values.ts';
import { liftSuppression, listSuppressed } from '#domain/messaging/lift-suppression.ts';
import { mailHealth } from '#domain/messaging/mail-health.ts';
import { type MailTold, newFates, noteFate } from '#domain/messaging/note-fate.ts';
import { type SendPorts, sendOnce } from '#domain/messaging/send-once.ts';
import { NO_ADDRESS } from '#domain/messaging/traces.ts';
import { HOUR } from '#domain/time.ts';
import { personId } from '#test/support/builders.ts';
import { fakeMailer, fakeMailLedger } from '#test/support/fake-mail.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { Killed, withFault } from '#test/support/faults.ts';

const ZONE = 'America/New_York';
const FATES = ['sent', 'delivered', 'bounced', 'bouncedForNow', 'complained', 'failed'] as const;
const DANA = 'dana@riverbend.example';

const STANDING = {
  state: 'standing',
  personId: personId(),
  version: 1,
  email: 'ana@example.org',
  cause: 'complaint',
  since: '2027-03-01T12:00:00.000Z',
  mail: 'link/1',
} as const;

function scene(sabotage: Parameters<typeof fakeMailLedger>[0] = {}) {
  const clock = fakeClock();
  const mailLedger = fakeMailLedger(sabotage);
  const { mailFates, suppressions, mailFigures } = mailLedger;
  const mailer = fakeMailer();
  const { preferences } = mailLedger;
  const ports = { mailLedger, preferences, mailFates, suppressions, mailFigures, mailer, clock, zone: ZONE, pause: async () => {} };
  const tell = (fate: MailTold['fate'], with_: Partial<MailTold> = {}) =>
    noteFate(ports)({ key: 'link/1', serviceId: 'ses-1', fate, at: clock.now(), sentAt: clock.now(), email: 'ana@example.org', ...with_ });
  const send = (n: number, to: SendPorts = ports) =>
    sendOnce(to, {
      key: `link/${n}`,
      kind: 'necessary',
      personId: personId(),
      covers: [`s${n}`],
      compose: async () => ({ to: { name: 'Ana', email: 'ana@example.org' }, subject: 's', html: 'h', text: 't', language: 'en' }),
    });
  const total = async () => (await mailHealth(ports)()).total;
  const lift = (version: number) => liftSuppression(ports)(personId(), { version, reason: 'It was a typo of theirs' }, DANA);
  return { ...ports, tell, send, total, lift };
}

describe('the words of the mail service', () => {
  it('give the same sums in any order and however often each comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...FATES), { minLength: 1 }), fc.infiniteStream(fc.nat()), async (fates, order) => {
        const inOrder = scene();
        await inOrder.send(1);
        for (const fate of fates) await inOrder.tell(fate);
        const shuffled = scene();
        await shuffled.send(1);
        const words = [...fates, ...fates, ...fates]
          .map((fate) => ({ fate, place: order.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place);
        for (const { fate } of words) await shuffled.tell(fate);
        expect(await shuffled.total()).toEqual(await inOrder.total());
        expect(await shuffled.mailLedger.isSuppressed(personId())).toBe(await inOrder.mailLedger.isSuppressed(personId()));
        for (const count of Object.values(await shuffled.total())) expect(count).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['delivered', 'bounced', 'bouncedForNow', 'complained'] as const)('count a mail that was %s as sent, too', (fate) => {
    expect(newFates([], fate)).toEqual(['sent', fate]);
    expect(newFates(['sent'], fate)).toEqual([fate]);
    expect(newFates(['sent', fate], fate)).toEqual([]);
  });

  it('count on the district’s day on which the mail was sent, whenever they come', async () => {
    const { send, tell, clock, mailFigures } = scene();
    await send(1);
    // eleven in the evening in New York, four in the morning in UTC
    const sentAt = Date.parse('2027-03-02T04:00:00.000Z');
    clock.advance(72 * HOUR);
    await tell('complained', { sentAt });
    const day = Day.parse('2027-03-01');
    expect(await mailFigures.days(day, day)).toMatchObject([{ day, sent: 1, complained: 1 }]);
  });

  it('about a mail that is not in the ledger change nothing', async () => {
    const { tell, total, mailLedger } = scene();
    expect(await tell('bounced')).toBe('unknown');
    expect(Object.values(await total())).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(await mailLedger.isSuppressed(personId())).toBe(false);
  });

  it('are noted by a second try when others were faster, and by none when they always are', async () => {
    const there = scene();
    await there.send(1);
    let stale = 1;
    const mailFates = {
      ...there.mailFates,
      note: async (noted: Parameters<typeof there.mailFates.note>[0]) => (stale-- > 0 ? ('stale' as const) : there.mailFates.note(noted)),
    };
    const told = { key: 'link/1', serviceId: 'ses-1', fate: 'sent', at: 0, sentAt: there.clock.now(), email: 'ana@example.org' } as const;
    expect(await noteFate({ ...there, mailFates })(told)).toBe('noted');
    stale = Number.POSITIVE_INFINITY;
    await expect(noteFate({ ...there, mailFates })({ ...told, fate: 'delivered' })).rejects.toThrow('5 times');
  });
});

describe('a suppressed address', () => {
  it.each(['bounced', 'complained'] as const)('gets no mail from the very next send on, once one was %s', async (fate) => {
    const { send, tell, mailer, total } = scene();
    expect(await send(1)).toEqual({ kind: 'sent', attempt: 1 });
    await tell(fate);
    expect(await send(2)).toEqual({ kind: 'suppressed' });
    expect(await send(2)).toEqual({ kind: 'done', outcome: 'suppressed', covers: ['s2'] });
    expect(mailer.sent.map(({ key }) => key)).toEqual(['link/1']);
    expect(await total()).toMatchObject({ sent: 1, suppressed: 1 });
  });

  it('gets none, and is counted once, wherever the sender is killed', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const there = scene();
        await there.send(1);
        await there.tell('bounced');
        const { ports, counter } = withFault({ mailLedger: there.mailLedger, mailer: there.mailer }, { call, when });
        await there.send(2, { ...there, ...ports }).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        struck = counter.struck;
        if (!struck) break;
        kills += 1;
        there.clock.advance(HOUR);
        await there.send(2);
        expect(there.mailer.sent, `${when} call ${call}`).toHaveLength(1);
        expect(await there.total(), `${when} call ${call}`).toMatchObject({ sent: 1, suppressed: 1 });
      }
    }
    expect(kills).toBe(6);
  });

  it('would get it if nobody looked: the guard taken away', async () => {
    const { send, tell, mailer } = scene({ suppression: true });
    await send(1);
    await tell('bounced');
    await send(2);
    expect(mailer.sent).toHaveLength(2);
  });

  it.each(['sent', 'delivered', 'bouncedForNow', 'failed'] as const)('does not come of a mail that was %s', async (fate) => {
    const { send, tell, mailer } = scene();
    await send(1);
    await tell(fate);
    await send(2);
    expect(mailer.sent).toHaveLength(2);
  });

  it('stops the next mail when the complaint comes while one is leased', async () => {
    const there = scene();
    const { send, tell, mailer, mailLedger } = there;
    await send(1);
    const asked = {
      ...mailLedger,
      // the complaint comes right after the look
      isSuppressed: async (who: ReturnType<typeof personId>) => {
        const before = await mailLedger.isSuppressed(who);
        await tell('complained');
        return before;
      },
    };
    expect(await send(2, { ...there, mailLedger: asked })).toMatchObject({ kind: 'sent' });
    expect(await send(3)).toEqual({ kind: 'suppressed' });
    expect(mailer.sent).toHaveLength(2);
  });

  it('is suppressed for the complaint where there was a bounce, and the other way round', async () => {
    for (const order of [['bounced', 'complained'] as const, ['complained', 'bounced'] as const]) {
      const { send, tell, suppressions } = scene();
      await send(1);
      for (const fate of order) await tell(fate);
      expect(await listSuppressed({ suppressions })()).toMatchObject({ suppressed: [{ cause: 'complaint', email: 'ana@example.org' }] });
    }
  });

  it('is listed without an address once its owner was deleted', async () => {
    const { suppressions } = scene();
    const gone = { ...suppressions, standing: async () => [{ ...STANDING, email: NO_ADDRESS }] };
    expect(await listSuppressed({ suppressions: gone })()).toEqual({
      suppressed: [{ personId: personId(), cause: 'complaint', since: STANDING.since, version: 1 }],
      complete: true,
    });
  });

  it('stays as it is at a second hard bounce, of another mail', async () => {
    const { send, tell, suppressions, clock } = scene();
    await send(1);
    await send(2);
    await tell('bounced');
    const [before] = await suppressions.standing(1);
    clock.advance(HOUR);
    await tell('bounced', { key: 'link/2' });
    expect(await suppressions.standing(1)).toEqual([before]);
  });
});

describe('a lift', () => {
  it('lets the next mail go, with a history of who, when and why, and no address', async () => {
    const { send, tell, lift, mailer, clock, mailLedger } = scene();
    await send(1);
    await tell('bounced');
    await send(2);
    clock.advance(HOUR);
    expect(await lift(1)).toMatchObject({ ok: true });
    expect(await send(2)).toMatchObject({ kind: 'done' });
    expect(await send(3)).toMatchObject({ kind: 'sent' });
    expect(mailer.sent.map(({ key }) => key)).toEqual(['link/1', 'link/3']);
    expect(mailLedger.history.entries).toMatchObject([{ by: DANA, what: 'suppression.lifted', reason: 'It was a typo of theirs' }]);
    expect(JSON.stringify(mailLedger.history.entries)).not.toContain('ana@example');
  });

  it('is done once however often it is asked for', async () => {
    const { send, tell, lift, mailLedger, clock } = scene();
    await send(1);
    await tell('bounced');
    const first = await lift(1);
    clock.advance(HOUR);
    expect(await lift(1)).toEqual(first);
    expect(mailLedger.history.entries).toHaveLength(1);
  });

  it('is refused for what is not suppressed, and for a version that is not the present one', async () => {
    const { send, tell, lift } = scene();
    expect(await lift(1)).toEqual({ ok: false, error: { code: 'suppression.not-found' } });
    await send(1);
    await tell('bounced');
    await tell('complained');
    expect(await lift(1)).toEqual({ ok: false, error: { code: 'version.conflict' } });
    expect(await lift(2)).toMatchObject({ ok: true });
    expect(await lift(3)).toEqual({ ok: false, error: { code: 'version.conflict' } });
  });

  it('is not undone by what happened before it, however late that is told, but by what happens after', async () => {
    const { send, tell, lift, clock, mailLedger, total } = scene();
    for (const n of [1, 2, 3]) await send(n);
    const before = clock.now();
    await tell('bounced');
    clock.advance(HOUR);
    await lift(1);
    await tell('bounced');
    await tell('bounced', { key: 'link/2', at: before });
    expect(await mailLedger.isSuppressed(personId())).toBe(false);
    clock.advance(1);
    await tell('bounced', { key: 'link/3' });
    expect(await mailLedger.isSuppressed(personId())).toBe(true);
    expect(await total()).toMatchObject({ sent: 3, bounced: 3 });
    expect(await lift(3)).toMatchObject({ ok: true });
  });
});

describe('the health of mails', () => {
  it('has thirty days, each, and shares of what was sent', async () => {
    const there = scene();
    const health = mailHealth(there);
    expect(await health()).not.toHaveProperty('rates');
    for (const n of [1, 2, 3, 4]) await there.send(n);
    for (const n of [1, 2, 3]) await there.tell('delivered', { key: `link/${n}` });
    await there.tell('bounced', { key: 'link/4' });
    const { days, total, rates } = await health();
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toMatchObject({ sent: 4, delivered: 3 });
    expect(total).toMatchObject({ sent: 4, delivered: 3, bounced: 1 });
    expect(rates).toEqual({ bounced: 0.25, complained: 0 });
  });
});
