/** Whom a change of an opportunity concerns, and whom it does not. */
import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { affectedBy as affectedAt } from '#domain/volunteering/affected.ts';
import type { OpportunityState } from '#domain/volunteering/ports.ts';
import { aLedger, anItem, anOpportunity, aShift, personId, signUpId, slotId } from '#test/support/builders.ts';

/** Before any of it. */
const NOW = Date.parse('2027-03-01T12:00:00Z');
const affectedBy = (of: OpportunityState, after: Opportunity) => affectedAt(of, after, NOW);

const claims = {
  [personId(1)]: { signUpId: signUpId(1), places: 2 },
  [personId(2)]: { signUpId: signUpId(2), places: 1 },
};
const slots = [aShift(1), aShift(2), anItem(3)];
const state: OpportunityState = {
  opportunity: anOpportunity({ slots }),
  ledgers: [
    aLedger({ slotId: slotId(1), taken: 3, claims }),
    aLedger({ slotId: slotId(2) }),
    aLedger({ slotId: slotId(3), taken: 1, claims: { [personId(1)]: { signUpId: signUpId(3), places: 1 } } }),
  ],
};
const { place: _place, ...elsewhere } = state.opportunity;
const concerns = (after: Opportunity) => affectedBy(state, after).map(({ slot, concerns: what }) => [slot.slotId, ...what]);
const withFirst = (change: Parameters<typeof aShift>[1]) => ({ ...state.opportunity, slots: [aShift(1, change), ...slots.slice(1)] });

describe('a change', () => {
  it('that nobody notices concerns nobody', () => {
    expect(concerns(state.opportunity)).toEqual([]);
    // the same moment, written another way
    expect(concerns(withFirst({ startsAt: '2027-03-05T23:00:00Z', endsAt: '2027-03-06T01:00:00Z' }))).toEqual([]);
    expect(concerns(withFirst({ label: { en: 'Another name' } }))).toEqual([]);
  });

  it.each([
    ['starts a millisecond later', { startsAt: '2027-03-05T23:00:00.001Z' }, ['time']],
    ['ends earlier', { endsAt: '2027-03-06T00:59:00.000Z' }, ['time']],
    ['has as many places as are taken', { capacity: 3 }, []],
    ['has one place less than are taken', { capacity: 2 }, ['over']],
    ['has more places', { capacity: 9 }, []],
    ['does not take place, whatever else it is', { calledOff: true, capacity: 1, startsAt: '2027-03-05T22:00:00.000Z' }, ['off']],
  ] as const)('after which a slot %s concerns who comes: %j', (_, change, expected) => {
    expect(concerns(withFirst(change))).toEqual(expected.length === 0 ? [] : [[slotId(1), ...expected]]);
  });

  it('of the place concerns everyone who has places, and says how many they are', () => {
    const affected = affectedBy(state, elsewhere);
    expect(affected.map(({ slot, people, places, concerns: what }) => [slot.slotId, people, places, what])).toEqual([
      [slotId(1), 2, 3, ['place']],
      [slotId(3), 1, 1, ['place']],
    ]);
    const { place } = state.opportunity;
    expect(concerns({ ...state.opportunity, ...(place && { place: { name: place.name, address: 'Elsewhere' } }) })).toHaveLength(2);
  });

  it('of what was called off already concerns nobody, until it takes place after all', () => {
    const off = { ...state, opportunity: withFirst({ calledOff: true }) };
    const without = (slot: Parameters<typeof aShift>[1]) => affectedBy(off, withFirst(slot)).map(({ concerns: what }) => what);
    expect(without({ calledOff: true, capacity: 1 })).toEqual([]);
    expect(without({})).toEqual([['on']]);
    expect(without({ capacity: 1 })).toEqual([['on', 'over']]);
  });

  it('of several things at once names them all, with the slot as it was', () => {
    const [first] = affectedBy(state, { ...elsewhere, slots: [aShift(1, { capacity: 1, startsAt: '2027-03-05T22:00:00.000Z' })] });
    expect(first).toMatchObject({ concerns: ['time', 'place', 'over'], slot: aShift(1) });
  });

  it('of slots in which nobody has places, that are gone, or that have no ledger yet concerns nobody', () => {
    const later = { startsAt: '2027-03-06T23:00:00.000Z', endsAt: '2027-03-07T01:00:00.000Z' };
    expect(concerns({ ...state.opportunity, slots: [slots[0] ?? aShift(1), aShift(2, later), anItem(3)] })).toEqual([]);
    expect(concerns({ ...state.opportunity, slots: [aShift(2, later)] })).toEqual([]);
    expect(affectedBy({ ...state, ledgers: [] }, elsewhere)).toEqual([]);
  });

  it('that leaves an over-committed slot as it is asks about it no more', () => {
    const over = { ...state, opportunity: anOpportunity({ slots: [aShift(1, { capacity: 2 })] }) };
    expect(affectedBy(over, over.opportunity)).toEqual([]);
    expect(affectedBy(over, { ...over.opportunity, slots: [aShift(1, { capacity: 1 })] })).toMatchObject([{ concerns: ['over'] }]);
  });
});
