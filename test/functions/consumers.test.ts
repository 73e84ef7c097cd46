/** Consumers on the bus: each takes its events and refuses everything else loudly, so that it ends in the dead-letter queue. */
import type { EventBridgeEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '#contracts/events/index.ts';
import { ledgerEvent, linkRequestedEvent } from '#domain/volunteering/ledger-events.ts';
import type { Consumer } from '#functions/_events/consumer.ts';
import { createHandler as onLinkRequested } from '#functions/messaging/on-link-requested.ts';
import { createHandler as onMailAccepted } from '#functions/messaging/on-mail-accepted.ts';
import { createHandler as tellOfSignUp } from '#functions/messaging/on-sign-up-changed.ts';
import { createHandler as recordSignUp } from '#functions/volunteering/on-sign-up-changed.ts';
import { aShift, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';
import { ANA, signedUp } from './people.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
});
afterEach(() => vi.restoreAllMocks());

const busEvent = (type: string, detail: unknown): EventBridgeEvent<string, unknown> => ({
  id: '1',
  version: '0',
  account: '1',
  time: '2027-03-01T12:00:00Z',
  region: 'us-east-1',
  resources: [],
  source: 'crosswalk.volunteering',
  'detail-type': type,
  detail,
});
const deliver = (consume: Consumer, event: DomainEvent) => consume(busEvent(event.type, event));

/** Ana has two places and asked for her link; nothing was delivered yet. */
async function scene() {
  const there = await world({ slots: [aShift(1), aShift(2)] });
  const here = site(there);
  const signUpId = await signedUp(here);
  await here.post('/my-sign-ups', { email: ANA.email });
  const personId = await here.personOf(ANA.email);
  const request = there.volunteering.linkStream[0];
  if (!request) throw new Error('there must be a request');
  const consumers = {
    record: recordSignUp({ ...there.ports, retentionDays: 30 }),
    tell: tellOfSignUp(there.mailPorts),
    tellLink: onLinkRequested(there.mailPorts),
  };
  const events = (): readonly DomainEvent[] => there.volunteering.stream.flatMap((image) => ledgerEvent(image) ?? []);
  return { there, here, signUpId, personId, consumers, events, linkEvent: linkRequestedEvent(request) };
}
const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined) throw new Error('there must be one');
  return one;
};

describe('every consumer', () => {
  it.each(['record', 'tell', 'tellLink'] as const)('%s throws at a type that is not for it', async (name) => {
    const { consumers, events, linkEvent } = await scene();
    const foreign = name === 'tellLink' ? first(events()) : linkEvent;
    await expect(deliver(consumers[name], foreign)).rejects.toThrow(foreign.type);
    await expect(consumers[name](busEvent('sign-up.confirmed.v2', foreign))).rejects.toThrow('no consumer here');
    await expect(consumers[name](busEvent('__proto__', foreign))).rejects.toThrow('no consumer here');
  });

  it.each(['record', 'tell', 'tellLink'] as const)('%s throws at an event it can’t read', async (name) => {
    const { consumers, events, linkEvent, there } = await scene();
    const good = name === 'tellLink' ? linkEvent : first(events());
    const wrong = [
      null,
      'text',
      {},
      { ...good, specversion: '2.0' },
      { ...good, source: 'someone' },
      { ...good, data: {} },
      { ...good, id: '' },
    ];
    for (const detail of wrong) await expect(consumers[name](busEvent(good.type, detail))).rejects.toThrow();
    expect(there.mails()).toEqual([]);
  });

  it.each(['record', 'tell', 'tellLink'] as const)('%s reads an event with a field it does not know', async (name) => {
    const { consumers, events, linkEvent } = await scene();
    const good = name === 'tellLink' ? linkEvent : first(events());
    const newer = { ...good, extra: 1, data: { ...good.data, extra: [1] } };
    await expect(consumers[name](busEvent(good.type, newer))).resolves.toBeUndefined();
  });

  it('throws with the event’s id when its work fails, so that the queue tells which', async () => {
    const { there, events } = await scene();
    const broken = recordSignUp({
      ...there.ports,
      retentionDays: 30,
      signUps: { ...there.ports.signUps, record: () => Promise.reject(new Error('down')) },
    });
    await expect(deliver(broken, first(events()))).rejects.toThrow(`event ${first(events()).id} of type sign-up.confirmed.v1`);
  });
});

describe('sign-ups', () => {
  it('take in what the ledger decided, once', async () => {
    const { there, consumers, events, personId } = await scene();
    for (let time = 0; time < 2; time += 1) await deliver(consumers.record, first(events()));
    expect(await there.ports.signUps.find(personId, slotId(1))).toMatchObject({ state: 'confirmed', ledgerVersion: 2 });
  });

  it('give back the old place of a move that was cut off in between', async () => {
    const { there, here, consumers, events, signUpId } = await scene();
    const cut = site(there, (ports) => ({ ...ports, slots: { ...ports.slots, release: () => Promise.reject(new Error('killed')) } }));
    const path = `/api/sign-ups/${signUpId}/move`;
    const headers = { authorization: `Bearer ${await here.tokenOf(ANA.email)}` };
    expect((await cut.send({ method: 'POST', path, json: { slotId: slotId(2) }, headers })).status).toBe(500);
    const taken = () => [1, 2].map((n) => there.volunteering.ledgers.get(slotId(n))?.taken);
    expect(taken()).toEqual([2, 2]);
    for (const event of events()) await deliver(consumers.record, event);
    expect(taken()).toEqual([0, 2]);
  });
});

describe('mails', () => {
  it('go out once for a sign-up and once for a link, however often their events come', async () => {
    const { there, consumers, events, linkEvent } = await scene();
    for (let time = 0; time < 3; time += 1) {
      await deliver(consumers.tell, first(events()));
      await deliver(consumers.tellLink, linkEvent);
    }
    expect(there.mails().map((key) => key.split('/')[0])).toEqual(['confirmation', 'link']);
  });

  it('that may have gone out twice are counted', async () => {
    const { there, consumers, events } = await scene();
    there.mailer.script('lose');
    await expect(deliver(consumers.tell, first(events()))).rejects.toThrow();
    there.clock.advance(10 * 60_000);
    await deliver(consumers.tell, first(events()));
    expect(there.mails()).toHaveLength(2);
    expect(lines.some((line) => line.includes('"MailPossiblyRepeated":1'))).toBe(true);
  });

  it('are not sent again when the service had told that it took them', async () => {
    const { there, consumers, events } = await scene();
    there.mailer.script('lose');
    await expect(deliver(consumers.tell, first(events()))).rejects.toThrow();
    const key = first(there.mails());
    await onMailAccepted(there.mailPorts)(accepted(key.replaceAll('/', '.')));
    there.clock.advance(10 * 60_000);
    await deliver(consumers.tell, first(events()));
    expect(there.mails()).toEqual([key]);
    expect(lines.some((line) => line.includes('MailPossiblyRepeated'))).toBe(false);
  });
});

const accepted = (tag: string, with_: object = {}) =>
  busEvent('Email Sent', {
    eventType: 'Send',
    mail: { messageId: 'ses-9', tags: { messageKey: [tag], 'ses:from-domain': ['x'] } },
    ...with_,
  });

describe('the service’s word that it took a mail', () => {
  it('marks the mail as sent, whatever became of its sender', async () => {
    const { there, personId } = await scene();
    const key = 'cancellation/sgn_ssssssssssssssss/7';
    await there.mailLedger.lease(key, personId, there.clock.now(), 60_000);
    await onMailAccepted(there.mailPorts)(accepted('cancellation.sgn_ssssssssssssssss.7'));
    expect(there.mailLedger.entries.get(key)).toMatchObject({ state: 'sent', serviceId: 'ses-9' });
  });

  it.each([
    ['of another kind', { eventType: 'Bounce' }],
    ['about a mail that is not ours', { mail: { messageId: 'ses-9', tags: {} } }],
    ['without an id', { mail: { tags: { messageKey: ['link.r1'] } } }],
  ])('%s is refused', async (_what, with_) => {
    const { there } = await scene();
    await expect(onMailAccepted(there.mailPorts)(accepted('link.r1', with_))).rejects.toThrow();
    expect(there.mailLedger.entries.size).toBe(0);
  });
});
