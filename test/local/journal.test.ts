/** What the runtime keeps on disk outlives it, and is never half there. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal, Queues, StateFile } from '#local/journal.ts';
import { temporaryFolder } from './fixtures/assembly.ts';

describe('a state file', () => {
  it('gives to the next runtime what the last one set', () => {
    const path = join(temporaryFolder(), 'deeper', 'state.json');
    const first = new StateFile<string>(path);
    expect(first.get('a')).toBeUndefined();
    first.set('a', '1');
    first.set('b', '2');
    first.set('a', '3');
    const second = new StateFile<string>(path);
    expect([second.get('a'), second.get('b')]).toEqual(['3', '2']);
  });

  it('is written beside and moved into place: a write that was cut off is not read', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'state.json');
    new StateFile<string>(path).set('a', '1');
    expect(readdirSync(folder)).toEqual(['state.json']);
    writeFileSync(`${path}.new`, '{"a": "ha');
    expect(new StateFile<string>(path).get('a')).toBe('1');
  });
});

describe('the journal of deliveries', () => {
  it('has what was added and is not done, for the next runtime too', () => {
    const folder = temporaryFolder();
    const journal = new Journal<number>(folder);
    journal.add('b', 2);
    journal.add('a', 1);
    journal.add('c', 3);
    journal.done('b');
    journal.done('never-there');
    journal.add('c', 4);
    expect(new Journal<number>(folder).open()).toEqual([
      { id: 'a', entry: 1 },
      { id: 'c', entry: 4 },
    ]);
  });

  it('passes over a write that was cut off', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'x.json.new'), '{"ha');
    expect(new Journal<number>(folder).open()).toEqual([]);
  });
});

describe('the queues', () => {
  it('keep messages in order, a line each', () => {
    const folder = temporaryFolder();
    const queues = new Queues(folder);
    expect(queues.messages('Q')).toEqual([]);
    queues.send('Q', { text: 'two\nlines' });
    queues.send('Q', 2);
    queues.send('Other', 3);
    expect(new Queues(folder).messages('Q')).toEqual([{ text: 'two\nlines' }, 2]);
    expect(readFileSync(join(folder, 'Q.jsonl'), 'utf8').split('\n')).toHaveLength(3);
  });
});
