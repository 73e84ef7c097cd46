/** What a change is told as: the fields that say something else. */
import { describe, expect, it } from 'vitest';
import { changesBetween } from '#domain/changes.ts';

describe('what changed', () => {
  it('is each field that says something else', () => {
    expect(
      changesBetween({ name: 'A', place: { a: 1, b: 2 }, old: 1, version: 1 }, { name: 'B', place: { b: 2, a: 1 }, fresh: 2, version: 2 }),
    ).toEqual([
      { field: 'fresh', after: 2 },
      { field: 'name', before: 'A', after: 'B' },
      { field: 'old', before: 1 },
    ]);
  });
  it('is everything where there was nothing', () => {
    expect(changesBetween(undefined, { name: 'A' })).toEqual([{ field: 'name', after: 'A' }]);
  });
});
