/** What e-mail health costs: a look is the same however many mails there were, a send two reads more, a word of the mail service few writes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteFate } from '#domain/messaging/note-fate.ts';
import { sendOnce } from '#domain/messaging/send-once.ts';
import { DAY, iso } from '#domain/time.ts';
import { personId } from '#test/support/builders.ts';
import { messagingOn, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeMailer } from '#test/support/fake-mail.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { meter } from '#test/support/meter.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

const zone = 'UTC';

async function scene() {
  const { messaging } = await engine.createTables();
  const client = engine.connect();
  const ports = { ...messagingOn(client, messaging), clock: fakeClock(), zone, mailer: fakeMailer(), pause: async () => {} };
  const send = (n: number) =>
    sendOnce(ports, {
      key: `link/${n}`,
      kind: 'necessary',
      personId: personId(n),
      covers: [],
      compose: async () => ({ to: { name: 'Ana', email: 'ana@example.org' }, subject: 's', html: 'h', text: 't', language: 'en' }),
    });
  const tell = (n: number, fate: 'sent' | 'delivered' | 'bounced') => {
    const sentAt = ports.clock.now() - (n % 30) * DAY;
    return noteFate(ports)({ key: `link/${n}`, serviceId: 's', fate, at: sentAt, sentAt, email: 'ana@example.org' });
  };
  return { ...ports, send, tell, counts: meter(client) };
}

it('a look at thirty days is one query, with a few mails and with ten times as many', async () => {
  const costOf = async (mails: number) => {
    const { mailFigures, mailLedger, tell, counts, clock } = await scene();
    for (let n = 0; n < mails; n += 1) {
      await mailLedger.lease(`link/${n}`, personId(), clock.now(), 1);
      await tell(n, 'delivered');
    }
    counts.reset();
    const days = await mailFigures.days(...days30(clock.now()));
    return { sent: days.reduce((sum, one) => sum + one.sent, 0), calls: counts.calls, units: counts.readUnits };
  };
  const [few, many] = [await costOf(60), await costOf(600)];
  expect([few.sent, many.sent]).toEqual([60, 600]);
  expect([few.calls, many.calls]).toEqual([1, 1]);
  // as many items as there can be: sixteen for each of thirty days
  expect(many.units).toBeLessThanOrEqual(8);
});

it('a send asks for the suppression and for what the person chose, and a word of the mail service is one transaction, a repeat none', async () => {
  const { send, tell, counts } = await scene();
  counts.reset();
  await send(1);
  expect(Object.fromEntries(counts.commands)).toEqual({ PutItem: 1, GetItem: 2, UpdateItem: 1 });
  expect(counts.readUnits).toBeLessThanOrEqual(2);
  counts.reset();
  await tell(1, 'bounced');
  expect(Object.fromEntries(counts.commands)).toEqual({ GetItem: 2, TransactWriteItems: 1 });
  counts.reset();
  await tell(1, 'bounced');
  expect(Object.fromEntries(counts.commands)).toEqual({ GetItem: 1 });
});

const days30 = (now: number) => {
  const dayOf = (at: number) => iso(at).slice(0, 10) as never;
  return [dayOf(now - 29 * DAY), dayOf(now)] as const;
};
