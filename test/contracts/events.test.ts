/** The committed examples of every event ever sent parse, today and for good; what is generated from the contracts is what is committed. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVENTS, type EventType } from '#contracts/events/index.ts';
import { generated } from '../../scripts/generated.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const types = Object.keys(EVENTS) as EventType[];

/** `sign-up.confirmed.v1.moved.json` is another example of `sign-up.confirmed.v1`. */
const examples = globSync('contracts/events/examples/*.json', { cwd: ROOT }).map((path) => ({
  name: basename(path, '.json'),
  type: types.find((type) => basename(path) === `${type}.json` || basename(path).startsWith(`${type}.`)),
  event: JSON.parse(read(path)) as { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
}));
const named = (name: string) => {
  const found = examples.find((example) => example.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return found.event;
};

describe('the events', () => {
  it.each(types)('%s has an example', (type) => {
    expect(named(type).type).toBe(type);
  });

  it.each(examples)('of the example $name parse, and nothing in it is unknown', ({ type, event }) => {
    if (!type) throw new Error('an example of no event');
    expect(EVENTS[type].parse(event)).toEqual(event);
  });

  it('of a move have their examples, the one naming the other slot', () => {
    expect(named('sign-up.confirmed.v1.moved').data).toHaveProperty('movedFrom.slotId');
    expect(named('sign-up.cancelled.v1.moved').data).toHaveProperty('movedTo.slotId');
  });

  it('are named noun.past-tense.vN, and say the same inside', () => {
    for (const type of types) {
      expect(type).toMatch(/^[a-z]+(?:-[a-z]+)*\.(?:[a-z]+(?:-[a-z]+)*ed|made|sent|(?:[a-z]+-)?told|written-off)\.v\d+$/);
      expect(EVENTS[type].safeParse({ ...named(type), type: 'another.named.v1' }).success).toBe(false);
    }
  });

  it('lose no field without a new version: an example without one of them does not parse', () => {
    for (const type of types) {
      const example = named(type);
      const lost = Object.keys(example.data).filter((field) => {
        const { [field]: _gone, ...rest } = example.data;
        return EVENTS[type].safeParse({ ...example, data: rest }).success;
      });
      expect([type, lost]).toEqual([type, []]);
    }
  });

  it('hold ids and numbers, no personal data', () => {
    for (const { event } of examples) expect(Object.keys(event.data).join()).not.toMatch(/name|email|phone|address|answer/i);
  });
});

describe('what is generated', () => {
  const files = generated();
  const committed = globSync('generated/**/*.*', { cwd: ROOT }).map((path) => path.slice('generated/'.length));

  it.each(Object.keys(files))('%s is current', (name) => {
    expect(read(`generated/${name}`)).toBe(files[name]);
  });

  it('is all there is of the schemas of events', () => {
    const schemas = (names: readonly string[]) => names.filter((name) => name.startsWith('events/')).sort();
    expect(schemas(committed)).toEqual(schemas(Object.keys(files)));
    expect(schemas(committed)).toHaveLength(types.length);
  });
});
