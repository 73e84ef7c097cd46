/** Messages of staff and how far they are, on the fakes and on DynamoDB: one for an id, with its history or not at all; numbers that only grow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { volunteeringChange } from '#adapters/dynamo/stream.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { type Message, MessageId, type MessageProgress } from '#contracts/resources/message.ts';
import type { KeptMessage } from '#domain/volunteering/ports.ts';
import { aLedger, anOpportunity, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { breakAttempts, rewriteConditions, rewriteTransactions, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { onBoth, onEngine } from './both.ts';

const AT = '2027-03-01T12:00:00.000Z';
const LATER = '2027-06-01T12:00:00.000Z';
const messageId = (n = 1): MessageId => MessageId.parse(`msg_${String(n).padStart(22, 'm')}`);
const aMessage = (n = 1, with_: Partial<Message> = {}): KeptMessage<Message> => ({
  message: {
    messageId: messageId(n),
    opportunityId: opportunityId(),
    slotIds: [slotId(1)],
    subject: { en: 'Bring a hat' },
    body: { en: 'Sun.\n\nMuch of it.' },
    people: 3,
    sentBy: 'dana@riverbend.example',
    sentAt: AT,
    ...with_,
  },
  schoolId: schoolId(),
  expiresAt: LATER,
});
const entryOf = ({ message }: KeptMessage): StaffHistoryEntry => ({
  at: message.sentAt,
  by: message.sentBy,
  what: 'message.sent',
  about: message.opportunityId,
  ref: message.messageId,
  schoolId: schoolId(),
  changes: [{ field: 'people', after: message.people }],
});

onBoth('messages', (make) => {
  it('are kept with their entry of the history, and found', async () => {
    const { messages, history } = await make();
    const one = aMessage();
    expect(await messages.send(one, entryOf(one))).toEqual({ kind: 'sent' });
    expect(await messages.find(opportunityId(), messageId())).toEqual(one.message);
    expect(await messages.kept(opportunityId(), messageId())).toEqual(one);
    expect(await messages.find(opportunityId(2), messageId())).toBeUndefined();
    expect(await messages.kept(opportunityId(), messageId(2))).toBeUndefined();
    expect(await history.about(opportunityId())).toEqual([entryOf(one)]);
  });

  it('under one id there is one, and what comes later changes nothing', async () => {
    const { messages, history } = await make();
    const one = aMessage();
    await messages.send(one, entryOf(one));
    const other = aMessage(1, { subject: { en: 'Other' }, sentAt: LATER });
    expect(await messages.send(other, entryOf(other))).toEqual({ kind: 'exists', message: one.message });
    expect(await messages.find(opportunityId(), messageId())).toEqual(one.message);
    expect(await history.about(opportunityId())).toEqual([entryOf(one)]);
  });

  it('are listed latest first, of their opportunity, which is read without them', async () => {
    const { messages, opportunities, slots } = await make();
    await opportunities.save(anOpportunity());
    await slots.open(aLedger());
    for (const one of [aMessage(1), aMessage(2, { sentAt: LATER }), aMessage(3, { opportunityId: opportunityId(2) })])
      await messages.send(one, entryOf(one));
    expect((await messages.ofOpportunity(opportunityId())).map((one) => one.messageId)).toEqual([messageId(2), messageId(1)]);
    expect(await messages.ofOpportunity(opportunityId(3))).toEqual([]);
    expect((await opportunities.load(opportunityId()))?.opportunity).toEqual(anOpportunity());
  });

  it('how far they are only grows', async () => {
    const { messageNotes } = await make();
    const note = (progress: Partial<MessageProgress>) =>
      messageNotes.note(messageId(), { got: 0, withheld: 0, failed: 0, over: false, ...progress }, LATER);
    expect(await messageNotes.of([messageId(), messageId(2)])).toEqual(new Map());
    await note({ got: 5, withheld: 1, failed: 2 });
    await note({ got: 3 });
    expect((await messageNotes.of([messageId()])).get(messageId())).toEqual({ got: 5, withheld: 1, failed: 2, over: false });
    await note({ got: 7, withheld: 1, over: true });
    expect((await messageNotes.of([messageId(), messageId(2)])).get(messageId())).toEqual({ got: 7, withheld: 1, failed: 0, over: true });
    await note({ got: 7, withheld: 1, over: true });
    expect((await messageNotes.of([])).size).toBe(0);
  });
});

describe('on DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());

  it('a message whose answer was lost is there once', async () => {
    const client = engine.connect();
    const { messages, history } = await onEngine({ ...engine, connect: () => client });
    let lost = 0;
    breakAttempts(client, (command, attempt) => {
      if (command !== 'TransactWriteItems' || attempt > 1) return undefined;
      lost += 1;
      return 'after';
    });
    const one = aMessage();
    const outcome = await messages.send(one, entryOf(one));
    expect([lost, ['sent', 'exists'].includes(outcome.kind), (await history.about(opportunityId())).length]).toEqual([1, true, 1]);
  });

  it('two at once are one; without the condition the later would stand in its place', async () => {
    for (const [guarded, subject] of [
      [true, 'Bring a hat'],
      [false, 'Other'],
    ] as const) {
      const client = engine.connect();
      const { messages } = await onEngine({ ...engine, connect: () => client });
      if (!guarded) rewriteTransactions(client, () => 'attribute_not_exists(nothing)');
      for (const one of [aMessage(), aMessage(1, { subject: { en: 'Other' } })]) await messages.send(one, entryOf(one));
      expect(await messages.find(opportunityId(), messageId())).toMatchObject({ subject: { en: subject } });
    }
  });

  it('without its condition a note would go back', async () => {
    const client = engine.connect();
    const { messageNotes } = await onEngine({ ...engine, connect: () => client });
    rewriteConditions(client, (condition) => condition.replace('settled <= :settled', 'settled >= :settled OR settled < :settled'));
    for (const got of [5, 3]) await messageNotes.note(messageId(), { got, withheld: 0, failed: 0, over: false }, LATER);
    expect((await messageNotes.of([messageId()])).get(messageId())?.got).toBe(3);
  });
});

it('a change of one that is kept, and its going by age, are no message that was sent', () => {
  const image = { pk: { S: 'MESSAGES#x' }, sk: { S: `MESSAGE#${messageId()}` } };
  expect(volunteeringChange({ dynamodb: { NewImage: image, OldImage: image } })).toEqual({ kind: 'other' });
  expect(volunteeringChange({ dynamodb: { OldImage: image } })).toEqual({ kind: 'other' });
  expect(() => volunteeringChange({ dynamodb: { NewImage: image } })).toThrow();
});
