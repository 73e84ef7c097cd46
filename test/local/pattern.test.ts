/** Event patterns match as EventBridge's do. */
import { describe, expect, it } from 'vitest';
import { matches, type Pattern } from '#local/pattern.ts';

const event = { source: 'crosswalk', 'detail-type': 'sign-up.confirmed.v1', detail: { data: { places: 2, tags: ['a', 'b'], note: null } } };

describe('an event pattern', () => {
  it.each<[string, Pattern, boolean]>([
    ['one of the values', { source: ['other', 'crosswalk'] }, true],
    ['none of the values', { source: ['other'] }, false],
    ['every field must fit', { source: ['crosswalk'], 'detail-type': ['other'] }, false],
    ['a nested field', { detail: { data: { places: [2] } } }, true],
    ['a number is not its text', { detail: { data: { places: ['2'] } } }, false],
    ['any value of a list', { detail: { data: { tags: ['b'] } } }, true],
    ['no value of a list', { detail: { data: { tags: ['c'] } } }, false],
    ['null where null is asked', { detail: { data: { note: [null] } } }, true],
    ['null is not a missing field', { detail: { data: { missing: [null] } } }, false],
    ['a nested pattern where the event has no object', { source: { inner: ['x'] } }, false],
    ['a prefix', { 'detail-type': [{ prefix: 'sign-up.' }] }, true],
    ['a prefix that is not there', { 'detail-type': [{ prefix: 'pledge.' }] }, false],
    ['a suffix', { 'detail-type': [{ suffix: '.v1' }] }, true],
    ['a field that is there', { detail: { data: { places: [{ exists: true }] } } }, true],
    ['a field that must not be there', { detail: { data: { places: [{ exists: false }] } } }, false],
    ['a missing field that must not be there', { detail: { data: { missing: [{ exists: false }] } } }, true],
    ['anything but another value', { source: [{ 'anything-but': ['x', 'y'] }] }, true],
    ['anything but this value', { source: [{ 'anything-but': 'crosswalk' }] }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it('with an operator it does not know is refused rather than matched wrongly', () => {
    expect(() => matches({ source: [{ wildcard: '*' }] }, event)).toThrow('wildcard');
  });
});
