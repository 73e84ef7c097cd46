/** Suggestion boxes, in memory and on DynamoDB: one for an id, settled with its history or not at all. */
import { expect, it } from 'vitest';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { type Suggestion, SuggestionId } from '#contracts/resources/suggestion.ts';
import { schoolId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const AT = '2027-03-01T12:00:00.000Z';
const LATER = '2028-03-01T12:00:00.000Z';
const BY = 'luis@riverbend.example';
const id = (n = 1): SuggestionId => SuggestionId.parse(`sug_${String(n).padStart(22, 's')}`);
const one = (n = 1, with_: Partial<Suggestion> = {}): Suggestion => ({
  suggestionId: id(n),
  schoolId: schoolId(1),
  text: 'Help on Saturdays,\ntoo',
  language: 'en',
  sentAt: AT,
  ...with_,
});
const entry = (n = 1, what: StaffHistoryEntry['what'] = 'suggestion.settled', at = AT): StaffHistoryEntry => ({
  at,
  by: BY,
  what,
  about: id(n),
  ref: BY,
  schoolId: schoolId(1),
  changes: [],
});

onBoth('suggestions', (make) => {
  it('are in the box of their school alone', async () => {
    const { suggestions } = await make();
    expect(await suggestions.ofSchool(schoolId(1))).toEqual([]);
    expect(await suggestions.put(one(), LATER)).toEqual({ kind: 'put' });
    expect(await suggestions.put(one(2, { schoolId: schoolId(2) }), LATER)).toEqual({ kind: 'put' });
    expect(await suggestions.ofSchool(schoolId(1))).toEqual([one()]);
    expect(await suggestions.find(schoolId(1), id())).toEqual(one());
    expect(await suggestions.find(schoolId(2), id())).toBeUndefined();
  });

  it('under one id there is one, and what comes later changes nothing', async () => {
    const { suggestions } = await make();
    await suggestions.put(one(), LATER);
    expect(await suggestions.put(one(1, { text: 'Other' }), LATER)).toEqual({ kind: 'exists', suggestion: one() });
    expect(await suggestions.ofSchool(schoolId(1))).toEqual([one()]);
  });

  it('are settled and opened again, each with its entry, and only as they were read', async () => {
    const { suggestions, history } = await make();
    await suggestions.put(one(), LATER);
    const settled = { by: BY, at: AT };
    expect(await suggestions.settle(one(), settled, entry())).toBe('done');
    expect(await suggestions.ofSchool(schoolId(1))).toEqual([one(1, { settled })]);
    // somebody else read it before
    expect(await suggestions.settle(one(), { by: 'dana@riverbend.example', at: LATER }, entry())).toBe('stale');
    expect(await suggestions.put(one(), LATER)).toEqual({ kind: 'exists', suggestion: one(1, { settled }) });
    expect(await suggestions.settle(one(1, { settled }), undefined, entry(1, 'suggestion.reopened', LATER))).toBe('done');
    expect(await suggestions.find(schoolId(1), id())).toEqual(one());
    expect((await history.about(id())).map(({ what }) => what)).toEqual(['suggestion.settled', 'suggestion.reopened']);
  });

  it('are counted by school while nobody has dealt with them', async () => {
    const { suggestions } = await make();
    expect(await suggestions.open()).toEqual(new Map());
    for (const each of [one(), one(2), one(3, { schoolId: schoolId(2) })]) await suggestions.put(each, LATER);
    const both = new Map([
      [schoolId(1), 2],
      [schoolId(2), 1],
    ]);
    expect(await suggestions.open()).toEqual(both);
    const settled = { by: BY, at: AT };
    await suggestions.settle(one(), settled, entry());
    await suggestions.settle(one(3, { schoolId: schoolId(2) }), settled, entry(3));
    expect(await suggestions.open()).toEqual(new Map([[schoolId(1), 1]]));
    await suggestions.settle(one(1, { settled }), undefined, entry(1, 'suggestion.reopened', LATER));
    expect(await suggestions.open()).toEqual(new Map([[schoolId(1), 2]]));
  });

  it('that are gone are not settled, and leave no entry', async () => {
    const { suggestions, history } = await make();
    expect(await suggestions.settle(one(), { by: BY, at: AT }, entry())).toBe('stale');
    expect([await suggestions.ofSchool(schoolId(1)), await history.about(id())]).toEqual([[], []]);
  });
});
