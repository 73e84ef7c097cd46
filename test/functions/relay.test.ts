/** The relay: records of the table's stream in, events on the bus out; what can't be read or sent is reported, never dropped. */
import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ledgerItem, opportunityItem } from '#adapters/dynamo/opportunity-items.ts';
import { type DomainEvent, EVENTS } from '#contracts/events/index.ts';
import type { SlotChange, SlotLedger } from '#domain/volunteering/ports.ts';
import { createHandler } from '#functions/relay/volunteering.ts';
import { aLedger, anOpportunity, opportunityId, personId, schoolId, signUpId, slotId, submissionId } from '#test/support/builders.ts';

const AT = '2027-03-01T12:00:00.000Z';
const of = { personId: personId(), signUpId: signUpId(), submissionId: submissionId(), places: 2, at: AT };
const CHANGES: Readonly<Record<string, SlotChange>> = {
  claimed: { kind: 'claimed', ...of },
  movedIn: { kind: 'claimed', ...of, movedFrom: { slotId: slotId(2), signUpId: signUpId(2) } },
  resized: { kind: 'resized', ...of, placesBefore: 1 },
  released: { kind: 'released', ...of },
  movedOut: { kind: 'released', ...of, movedTo: { slotId: slotId(2), signUpId: signUpId(2) } },
};

const image = (item: object) => marshall(item, { removeUndefinedValues: true }) as Record<string, AttributeValue>;
/** From `oldVersion` to the ledger as it is now. */
const record = (after: object | undefined, before: object | undefined, sequence = '1'): DynamoDBRecord => ({
  eventName: after === undefined ? 'REMOVE' : before === undefined ? 'INSERT' : 'MODIFY',
  dynamodb: { SequenceNumber: sequence, ...(after && { NewImage: image(after) }), ...(before && { OldImage: image(before) }) },
});
const changed = (change: SlotChange, version = 2, sequence = '1', with_: Partial<SlotLedger> = {}) =>
  record(
    ledgerItem(aLedger({ taken: 2, claims: { [of.personId]: { signUpId: of.signUpId, places: 2 } }, ...with_, change, version })),
    ledgerItem(aLedger({ version: version - 1 })),
    sequence,
  );
const unreadable = (sequence: string) => record({ ...ledgerItem(aLedger()), version: 'two' }, undefined, sequence);
const linkRequest = {
  pk: `PERSON#${personId()}`,
  sk: 'LINKREQUEST#r1',
  requestId: 'r1',
  personId: personId(),
  language: 'en',
  requestedAt: AT,
  expiresAt: 1_803_988_800,
};

const MESSAGE = {
  pk: `MESSAGES#${opportunityId()}`,
  sk: `MESSAGE#msg_${'m'.repeat(22)}`,
  message: {
    messageId: `msg_${'m'.repeat(22)}`,
    opportunityId: opportunityId(),
    slotIds: [slotId()],
    subject: { en: 'Bring a hat' },
    body: { en: 'Sun.' },
    people: 1,
    sentBy: 'dana@riverbend.example',
    sentAt: AT,
  },
  schoolId: schoolId(),
  expiresAt: 1_803_988_800,
};

function relay(publish?: (events: readonly DomainEvent[]) => Promise<void>) {
  const published: DomainEvent[] = [];
  const handle = createHandler({
    events: {
      publish: publish ?? (async (all) => void published.push(...all)),
    },
  });
  return { published, run: (...Records: readonly DynamoDBRecord[]) => handle({ Records: [...Records] }) };
}

beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

describe('the relay', () => {
  it.each([
    ['claimed', 'sign-up.confirmed.v1', {}],
    ['movedIn', 'sign-up.confirmed.v1', { movedFrom: { slotId: slotId(2), signUpId: signUpId(2) } }],
    ['resized', 'sign-up.resized.v1', { placesBefore: 1 }],
    ['released', 'sign-up.cancelled.v1', {}],
    ['movedOut', 'sign-up.cancelled.v1', { movedTo: { slotId: slotId(2), signUpId: signUpId(2) } }],
  ] as const)('turns places %s into %s', async (name, type, more) => {
    const { published, run } = relay();
    expect(await run(changed(CHANGES[name] as SlotChange, 7))).toEqual({ batchItemFailures: [] });
    expect(published).toHaveLength(1);
    expect(published[0]).toEqual({
      specversion: '1.0',
      id: `${slotId()}:7`,
      type,
      source: 'crosswalk.volunteering',
      subject: slotId(),
      time: AT,
      data: {
        signUpId: of.signUpId,
        personId: of.personId,
        submissionId: of.submissionId,
        slotId: slotId(),
        opportunityId: opportunityId(),
        schoolId: aLedger().schoolId,
        places: 2,
        ledgerVersion: 7,
        ...more,
      },
    });
    expect(EVENTS[type].parse(published[0])).toEqual(published[0]);
  });

  it('turns a first request for a link into its event, and a later image of it into nothing', async () => {
    const { published, run } = relay();
    await run(record(linkRequest, undefined), record(linkRequest, { ...linkRequest, expiresAt: 1 }), record(undefined, linkRequest));
    expect(published).toMatchObject([{ type: 'link.requested.v1', data: { personId: personId(), requestId: 'r1' } }]);
    expect(EVENTS['link.requested.v1'].parse(published[0])).toEqual(published[0]);
  });

  it('turns a new message of staff into its event, and a later image of it into nothing', async () => {
    const { published, run } = relay();
    await run(record(MESSAGE, undefined), record(MESSAGE, { ...MESSAGE, expiresAt: 1 }), record(undefined, MESSAGE));
    const { messageId } = MESSAGE.message;
    expect(published).toMatchObject([
      { type: 'message.sent.v1', id: messageId, data: { messageId, opportunityId: opportunityId(), schoolId: schoolId() } },
    ]);
    expect(EVENTS['message.sent.v1'].parse(published[0])).toEqual(published[0]);
    expect(JSON.stringify(published)).not.toMatch(/hat|@/);
  });

  it('says nothing about what means nothing to others', async () => {
    const { published, run } = relay();
    const claimed = CHANGES.claimed as SlotChange;
    await run(
      record(ledgerItem(aLedger({ change: { kind: 'opened', at: AT } })), undefined),
      changed({ kind: 'revised', at: AT }),
      record(ledgerItem(aLedger({ change: claimed, version: 4 })), ledgerItem(aLedger({ change: claimed, version: 4 }))),
      record(opportunityItem(anOpportunity(), '2027-03-01T12:00:00.000Z'), undefined),
      record({ pk: `PERSON#${personId()}`, sk: `SIGNUP#${slotId()}`, anything: true }, undefined),
      record(undefined, ledgerItem(aLedger())),
    );
    expect(published).toEqual([]);
  });

  it('keeps the order of the stream', async () => {
    const { published, run } = relay();
    await run(...[2, 3, 4].map((version) => changed(CHANGES.claimed as SlotChange, version)));
    expect(published.map(({ id }) => id)).toEqual([2, 3, 4].map((version) => `${slotId()}:${version}`));
  });

  it('reports the first record it can’t read: what is before goes out, what is behind waits', async () => {
    const { published, run } = relay();
    const claimed = CHANGES.claimed as SlotChange;
    const answer = await run(changed(claimed, 2, '11'), unreadable('12'), changed(claimed, 3, '13'), unreadable('14'));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '12' }] });
    expect(published.map(({ id }) => id)).toEqual([`${slotId()}:2`]);
  });

  it('fails the whole batch when the bus refuses, so that all of it comes again', async () => {
    const { run } = relay(() => Promise.reject(new Error('the bus refused 1 of 1 events')));
    await expect(run(changed(CHANGES.claimed as SlotChange))).rejects.toThrow('the bus refused');
  });

  it('gives a repeated batch the same ids', async () => {
    const { published, run } = relay();
    const batch = [changed(CHANGES.claimed as SlotChange, 2), changed(CHANGES.released as SlotChange, 3)];
    await run(...batch);
    await run(...batch);
    expect(published.slice(2)).toEqual(published.slice(0, 2));
  });

  it('puts no personal data on the bus', async () => {
    const { published, run } = relay();
    await run(...Object.values(CHANGES).map((change, index) => changed(change, index + 2)), record(linkRequest, undefined));
    expect(published).toHaveLength(6);
    expect(JSON.stringify(published)).not.toMatch(/@|name|email|phone|answer/i);
  });
});
