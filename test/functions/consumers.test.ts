/** Consumers on the bus: each takes its events and refuses everything else loudly, so that it ends in the dead-letter queue. */
import type { EventBridgeEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '#contracts/events/index.ts';
import { ledgerEvent, linkRequestedEvent } from '#domain/volunteering/ledger-events.ts';
import type { Consumer } from '#functions/_events/consumer.ts';
import { createHandler as onLinkRequested } from '#functions/messaging/on-link-requested.ts';
import { createHandler as onMailTold } from '#functions/messaging/on-mail-told.ts';
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
    await onMailTold({ ...there.mailPorts, ...there.mailLedger })(mailEvent(sendEvent(key.replaceAll('/', '.'))));
    there.clock.advance(10 * 60_000);
    await deliver(consumers.tell, first(events()));
    expect(there.mails()).toEqual([key]);
    expect(lines.some((line) => line.includes('MailPossiblyRepeated'))).toBe(false);
  });
});

const sendEvent = (tag: string, more: object = {}) => ({
  eventType: 'Send',
  mail: aMail({ tags: { messageKey: [tag] } }),
  send: {},
  ...more,
});
const aMail = (more: object = {}) => ({
  timestamp: '2027-03-01T12:00:00.000Z',
  source: 'volunteers@riverbend.example',
  messageId: 'ses-9',
  destination: ['Ana@Example.org'],
  tags: { messageKey: ['link.r1'], 'ses:from-domain': ['x'] },
  ...more,
});
const mailEvent = (detail: unknown) => ({ ...busEvent('Email …', detail), source: 'aws.ses' });

describe('the mail service’s word', () => {
  const at = '2027-03-01T12:00:05.000Z';
  const bounce = (bounceType: string) => ({
    eventType: 'Bounce',
    mail: aMail(),
    bounce: {
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'ana@example.org' }],
      timestamp: at,
      feedbackId: 'f',
    },
  });
  const complaint = (more: object = {}) => ({
    eventType: 'Complaint',
    mail: aMail(),
    complaint: { complainedRecipients: [{ emailAddress: 'ana@example.org' }], timestamp: at, feedbackId: 'f', ...more },
  });

  /** A link's mail that was handed over, and a service that tells of it. */
  async function handedOver() {
    const { there, personId } = await scene();
    await there.mailLedger.lease('link/r1', personId, there.clock.now(), 60_000);
    const tell = async (detail: unknown) => onMailTold({ ...there.mailPorts, ...there.mailLedger })(mailEvent(detail));
    return { there, personId, tell, entry: () => there.mailLedger.entries.get('link/r1') };
  }

  it.each([
    ['took it', sendEvent('link.r1'), ['sent'], false],
    ['delivered it', { eventType: 'Delivery', mail: aMail(), delivery: { timestamp: at } }, ['sent', 'delivered'], false],
    ['got it back for good', bounce('Permanent'), ['sent', 'bounced'], true],
    ['got it back for now', bounce('Transient'), ['sent', 'bouncedForNow'], false],
    ['got it back and doesn’t know why', bounce('Undetermined'), ['sent', 'bouncedForNow'], false],
    ['heard a complaint', complaint({ complaintFeedbackType: 'abuse' }), ['sent', 'complained'], true],
    ['heard a complaint without more', complaint({ complaintFeedbackType: null }), ['sent', 'complained'], true],
    ['heard that it is no spam', complaint({ complaintFeedbackType: 'not-spam' }), [], false],
    ['found a virus in it', { eventType: 'Reject', mail: aMail(), reject: { reason: 'Bad content' } }, ['failed'], false],
    ['could not put it together', { eventType: 'Rendering Failure', mail: aMail(), failure: { templateName: 't' } }, ['failed'], false],
  ])('that it %s is noted once', async (_what, detail, fates, isSuppressed) => {
    const { there, personId, tell, entry } = await handedOver();
    for (let time = 0; time < 2; time += 1) await tell(detail);
    expect(entry()?.fates).toEqual(fates);
    if (fates.length > 0) expect(entry()).toMatchObject({ state: 'sent', serviceId: 'ses-9' });
    expect(await there.mailLedger.isSuppressed(personId)).toBe(isSuppressed);
    expect(lines.join('')).not.toMatch(/example\.org/i);
  });

  it.each([
    ['of a kind nobody asked for', { eventType: 'Open' }],
    ['about a mail that is not ours', { mail: aMail({ tags: {} }) }],
    ['without an id', { mail: aMail({ messageId: undefined }) }],
    ['without an address', { mail: aMail({ destination: [] }) }],
    ['to two at once', { mail: aMail({ destination: ['a@example.org', 'b@example.org'] }) }],
    ['of no time', { mail: aMail({ timestamp: 'yesterday' }) }],
    ['of a bounce of no type', { ...bounce('Soft') }],
    ['of a complaint that says nothing', { eventType: 'Complaint' }],
  ])('%s is refused, and told without the address', async (_what, with_) => {
    const { tell, entry } = await handedOver();
    const refused = await tell(sendEvent('link.r1', with_)).then(
      () => 'taken',
      (error: unknown) => String(error),
    );
    expect(refused).toContain('"code"');
    expect(refused).not.toMatch(/example\.org/i);
    expect(entry()?.fates).toEqual([]);
  });

  it('about a mail that is no longer in the ledger is told and left', async () => {
    const { tell, there } = await handedOver();
    await tell(sendEvent('link.r2'));
    expect(there.mailLedger.entries.size).toBe(1);
    expect(lines.join('')).toContain('not in the ledger');
  });
});
