/** The rule of places at its boundaries. */
import { describe, expect, it } from 'vitest';
import { claimDenial, placesLeft, slotState } from '#domain/volunteering/slot-state.ts';
import { aLedger, personId, signUpId } from '#test/support/builders.ts';

const now = Date.parse('2027-03-01T12:00:00Z');
const at = (ms: number) => new Date(now + ms).toISOString();

describe('the state of a slot', () => {
  it.each([
    ['open from the instant it opens', { opensAt: at(0) }, 'open'],
    ['not open yet a millisecond before', { opensAt: at(1) }, 'not-open-yet'],
    ['closed from the instant it closes', { closesAt: at(0) }, 'closed'],
    ['open a millisecond before it closes', { closesAt: at(1) }, 'open'],
    ['started from the instant it starts', { startsAt: at(0) }, 'started'],
    ['open a millisecond before it starts', { startsAt: at(1), closesAt: at(1) }, 'open'],
    ['started rather than full', { startsAt: at(0), taken: 5 }, 'started'],
    ['closed by staff', { state: 'closed' as const }, 'closed'],
    ['full when all is taken', { taken: 5 }, 'full'],
    ['full when the rest is held', { taken: 3, held: 2 }, 'full'],
    ['full while people wait who have a use for what is free', { taken: 2, waiting: 1, leastWaiting: 3 }, 'full'],
    ['open for who wants less than anybody who waits', { taken: 3, waiting: 1, leastWaiting: 3 }, 'open'],
    ['open when who waits is offered all they want', { taken: 3, held: 1, waiting: 1 }, 'open'],
    ['full when staff lowered it below what is taken', { taken: 7 }, 'full'],
    ['open with one place left', { taken: 4 }, 'open'],
  ])('is %s', (_what, ledger, state) => {
    expect(slotState(aLedger(ledger), now)).toBe(state);
  });

  it('never has less than no places', () => {
    expect(placesLeft(aLedger({ taken: 7 }))).toBe(0);
  });
});

describe('a claim', () => {
  const asked = { personId: personId(1), signUpId: signUpId(1), places: 2 };
  const claims = (id: number) => ({ [personId(1)]: { signUpId: signUpId(id), places: 1 } });

  it.each([
    ['is denied when fewer places are left', { taken: 4 }, { code: 'slot.not-enough-places', placesLeft: 1 }],
    ['is given when exactly as many are left', { taken: 3 }, undefined],
    [
      'is denied when the person has places by another sign-up',
      { taken: 1, claims: claims(2) },
      { code: 'sign-up.already', placesLeft: 4 },
    ],
    [
      'is no news when the person has places by this one, even in a slot that has started',
      { taken: 1, claims: claims(1), startsAt: at(-1) },
      undefined,
    ],
  ])('%s', (_what, ledger, denial) => {
    expect(claimDenial(aLedger(ledger), asked, now)).toEqual(denial);
  });
});
