/** Reads that may be a little old: how old, and how many reads they cost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remembered } from '#adapters/dynamo/remembered.ts';
import { aLedger, anOpportunity, opportunityId, personId, schoolId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { meter } from '#test/support/meter.ts';

describe('a remembered read', () => {
  const counting = () => {
    const clock = fakeClock();
    let reads = 0;
    const read = remembered(clock, 250, async (key: string) => {
      reads += 1;
      const mine = reads;
      await null;
      if (key === 'broken' && mine === 1) throw new Error('lost');
      return `${key} ${mine}`;
    });
    return { clock, read, reads: () => reads };
  };

  it('is shared by all who ask at once, and kept until its time is over', async () => {
    const { clock, read, reads } = counting();
    expect(await Promise.all([read('a'), read('a'), read('b')])).toEqual(['a 1', 'a 1', 'b 2']);
    clock.advance(249);
    expect(await read('a')).toBe('a 1');
    clock.advance(1);
    expect(await read('a')).toBe('a 3');
    expect(reads()).toBe(3);
  });

  it('that failed is not an answer to keep', async () => {
    const { read } = counting();
    await expect(read('broken')).rejects.toThrow('lost');
    expect(await read('broken')).toBe('broken 2');
  });

  it('is not kept longer because the clock was set back', async () => {
    const { clock, read } = counting();
    await read('a');
    clock.advance(-10_000);
    expect(await read('a')).toBe('a 2');
  });
});

describe('on DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());

  const opened = async () => {
    const clock = fakeClock();
    const { volunteering } = await engine.createTables();
    const client = engine.connect();
    const ports = volunteeringOn(client, volunteering, clock);
    await ports.opportunities.save(anOpportunity());
    await ports.slots.open(aLedger());
    return { clock, ports, counts: meter(client) };
  };
  const taken = {
    opportunityId: opportunityId(),
    slotId: slotId(),
    personId: personId(),
    signUpId: signUpId(),
    submissionId: submissionId(),
  };

  it('a hundred glances are one read, and a load is always one of its own', async () => {
    const { clock, ports, counts } = await opened();
    await Promise.all(Array.from({ length: 100 }, () => ports.opportunities.glance(opportunityId())));
    expect(counts.calls).toBe(1);
    await ports.slots.claim({ ...taken, places: 1, at: '2027-03-01T12:00:00.000Z' });
    expect((await ports.opportunities.glance(opportunityId()))?.ledgers[0]?.taken).toBe(0);
    expect((await ports.opportunities.load(opportunityId()))?.ledgers[0]?.taken).toBe(1);
    clock.advance(250);
    expect((await ports.opportunities.glance(opportunityId()))?.ledgers[0]?.taken).toBe(1);
    expect(Object.fromEntries(counts.commands)).toEqual({ Query: 3, UpdateItem: 1 });
  });

  it('lists of a school within the same minute are one pair of reads', async () => {
    const { ports, counts } = await opened();
    for (const second of ['00', '30', '59']) await ports.opportunities.ofSchool(schoolId(), `2027-03-01T12:00:${second}.000Z`);
    expect(Object.fromEntries(counts.commands)).toEqual({ Query: 2 });
  });
});
