/** The rule of the waitlist at its boundaries: who is served, with how many places, at once or as an offer, and until when. */
import { describe, expect, it } from 'vitest';
import type { PersonId } from '#contracts/values.ts';
import { HOUR, iso, millis } from '#domain/time.ts';
import type { QueueEntry, SlotLedger } from '#domain/volunteering/ports.ts';
import { leastWaiting, nextQueueStep, offerUntil, positionOf } from '#domain/volunteering/waitlist.ts';
import { stepped } from '#domain/volunteering/waitlist-steps.ts';
import { aLedger, personId, signUpId, submissionId } from '#test/support/builders.ts';

const STARTS = '2027-03-05T23:00:00.000Z';
const FAR = millis('2027-03-01T12:00:00.000Z');
const NEAR = millis('2027-03-05T15:00:00.000Z');

/** The first of `wanted` stands first. */
const line = (...wanted: readonly (Partial<QueueEntry> & { readonly places: number })[]): Readonly<Record<PersonId, QueueEntry>> =>
  Object.fromEntries(
    wanted.map((entry, index) => [
      personId(index + 1),
      { signUpId: signUpId(index + 1), submissionId: submissionId(), since: index + 1, ...entry },
    ]),
  );
function ledger(free: number, queue: SlotLedger['queue'], more: Partial<SlotLedger> = {}): SlotLedger {
  const entries = Object.values(queue ?? {});
  const held = entries.reduce((sum, { offer }) => sum + (offer?.places ?? 0), 0);
  const least = queue && leastWaiting({ queue });
  return aLedger({
    capacity: 10,
    taken: 10 - held - free,
    held,
    waiting: entries.length,
    ...(queue && { queue }),
    ...(least !== undefined && { leastWaiting: least }),
    ...more,
  });
}
const offer = (places: number, until = '2027-03-05T16:00:00.000Z') => ({ places, until });

describe('far from the start', () => {
  it.each([
    ['nobody, when nothing is free', 0, line({ places: 1 }), undefined],
    ['nobody, when staff cut the capacity below what is taken', -2, line({ places: 1 }), undefined],
    [
      'the first who wants just what is free, at once',
      2,
      line({ places: 2 }, { places: 1 }),
      { kind: 'promoted', personId: personId(1), places: 2 },
    ],
    ['the first who wants less than is free', 3, line({ places: 2 }), { kind: 'promoted', personId: personId(1), places: 2 }],
    [
      'the first with an offer, when they want more than is free',
      2,
      line({ places: 3 }, { places: 1 }),
      { kind: 'offered', personId: personId(1), places: 2 },
    ],
    [
      'the next, when the first said that so few are no use',
      2,
      line({ places: 3, least: 3 }, { places: 2 }),
      { kind: 'promoted', personId: personId(2), places: 2 },
    ],
    [
      'the first again, as soon as there is one more than they passed',
      3,
      line({ places: 4, least: 3 }, { places: 1 }),
      { kind: 'offered', personId: personId(1), places: 3 },
    ],
    ['nobody, when what is free is no use to any', 1, line({ places: 3, least: 2 }, { places: 2, least: 2 }), undefined],
    [
      'who has an offer of fewer, with the rest of what they want',
      2,
      line({ places: 3, offer: offer(1) }, { places: 1 }),
      { kind: 'promoted', personId: personId(1), places: 3 },
    ],
    [
      'who has an offer of fewer, with what more there is',
      1,
      line({ places: 3, offer: offer(1) }, { places: 1 }),
      { kind: 'offered', personId: personId(1), places: 2 },
    ],
    [
      'the next, when the first is offered all they want',
      1,
      line({ places: 1, offer: offer(1) }, { places: 1 }),
      { kind: 'promoted', personId: personId(2), places: 1 },
    ],
  ] as const)('serves %s', (_what, free, queue, step) => {
    const expected = step === undefined ? undefined : expect.objectContaining(step);
    expect(nextQueueStep(ledger(free, queue), FAR)).toEqual(expected);
  });

  it('is more than 48 hours before: at just 48 it is an offer', () => {
    const one = ledger(1, line({ places: 1 }));
    expect(nextQueueStep(one, millis(STARTS) - 48 * HOUR - 1)?.kind).toBe('promoted');
    expect(nextQueueStep(one, millis(STARTS) - 48 * HOUR)?.kind).toBe('offered');
  });

  it('is always a slot without a date', () => {
    const { startsAt: _starts, closesAt: _closes, endsAt: _ends, ...undated } = ledger(1, line({ places: 1 }));
    expect(nextQueueStep(undated, NEAR)?.kind).toBe('promoted');
  });
});

describe('an offer', () => {
  it.each([
    ['a quarter of the time left', 8 * HOUR, 2 * HOUR],
    ['twelve hours, with two days left', 48 * HOUR, 12 * HOUR],
    ['half an hour at least', HOUR, HOUR / 2],
    ['no longer than there is time', HOUR / 4, HOUR / 4],
    ['a day at most', 1_000 * HOUR, 24 * HOUR],
  ])('stands %s', (_what, left, stands) => {
    const now = millis(STARTS) - left;
    expect(offerUntil({ startsAt: STARTS, closesAt: STARTS }, now)).toBe(iso(now + stands));
  });

  it('ends with the moment at which the slot closes, when that is before the start', () => {
    expect(offerUntil({ startsAt: STARTS, closesAt: '2027-03-05T15:10:00.000Z' }, NEAR)).toBe('2027-03-05T15:10:00.000Z');
  });

  it('is over at its instant, not a millisecond before', () => {
    const one = ledger(0, line({ places: 1, offer: offer(1) }));
    const until = millis('2027-03-05T16:00:00.000Z');
    expect(nextQueueStep(one, until - 1)).toBeUndefined();
    expect(nextQueueStep(one, until)).toEqual({ kind: 'unqueued', personId: personId(1), why: 'expired' });
  });

  it('of fewer places than wanted leaves its person in line when it is over', () => {
    const one = ledger(0, line({ places: 3, offer: offer(2) }));
    const step = nextQueueStep(one, millis('2027-03-05T16:00:00.000Z'));
    expect(step).toEqual({ kind: 'passed', personId: personId(1), why: 'expired' });
    const after = step && stepped(one, step, { at: iso(NEAR) });
    expect(after?.queue?.[personId(1)]).toMatchObject({ places: 3, since: 1, least: 3 });
    expect(after).toMatchObject({ held: 0, leastWaiting: 3 });
  });
});

describe('a slot', () => {
  it('that closes ends its line, the first first', () => {
    const one = ledger(3, line({ places: 1 }, { places: 1, offer: offer(1, STARTS) }));
    expect(nextQueueStep(one, millis(STARTS) - 1)?.kind).not.toBe('unqueued');
    expect(nextQueueStep(one, millis(STARTS))).toEqual({ kind: 'unqueued', personId: personId(1), why: 'ended' });
  });

  it('whose sign-up staff closed serves nobody, but ends offers', () => {
    expect(nextQueueStep(ledger(3, line({ places: 1 }), { state: 'closed' }), FAR)).toBeUndefined();
    const late = ledger(3, line({ places: 1, offer: offer(1, '2027-03-01T10:00:00.000Z') }), { state: 'closed' });
    expect(nextQueueStep(late, FAR)?.kind).toBe('unqueued');
  });
});

describe('a step', () => {
  const by = { at: iso(FAR) };
  it('gives nobody a place that is not free, nor offers one', () => {
    const one = ledger(1, line({ places: 2 }));
    expect(stepped(one, { kind: 'promoted', personId: personId(1), places: 2 }, by)).toBeUndefined();
    expect(stepped(one, { kind: 'offered', personId: personId(1), places: 2, until: STARTS }, by)).toBeUndefined();
  });

  it('lets an offer be accepted also where staff cut the capacity since', () => {
    const one = ledger(-3, line({ places: 2, offer: offer(2) }));
    const after = stepped(one, { kind: 'promoted', personId: personId(1), places: 2, accepts: true }, by);
    expect(after).toMatchObject({ taken: one.taken + 2, held: 0, waiting: 0 });
  });

  it('accepts just what is offered', () => {
    const one = ledger(5, line({ places: 3, offer: offer(1) }));
    expect(stepped(one, { kind: 'promoted', personId: personId(1), places: 2, accepts: true }, by)).toBeUndefined();
    expect(
      stepped(ledger(5, line({ places: 3 })), { kind: 'promoted', personId: personId(1), places: 3, accepts: true }, by),
    ).toBeUndefined();
  });

  it('of who wants fewer keeps their place in line, of who wants more does not', () => {
    const one = ledger(0, line({ places: 2 }, { places: 1 }));
    const fewer = stepped(one, { kind: 'requeued', personId: personId(1), places: 1 }, by);
    const more = stepped(one, { kind: 'requeued', personId: personId(1), places: 3 }, by);
    expect(fewer && positionOf(fewer, personId(1))).toBe(1);
    expect(more && positionOf(more, personId(1))).toBe(2);
  });

  it('has no meaning for who does not wait', () => {
    expect(stepped(ledger(1, line({ places: 1 })), { kind: 'unqueued', personId: personId(7), why: 'left' }, by)).toBeUndefined();
    expect(stepped(ledger(1, line({ places: 1 })), { kind: 'passed', personId: personId(1), why: 'passed' }, by)).toBeUndefined();
  });
});
