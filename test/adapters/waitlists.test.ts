/** The waitlist in the ledger of places, on the fake and on DynamoDB. */
import { expect, it } from 'vitest';
import type { JoinCommand, SlotLedger } from '#domain/volunteering/ports.ts';
import { aLedger, anOpportunity, opportunityId, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { onBoth, type Ports } from './both.ts';

const NOON = '2027-03-01T12:00:00.000Z';
const UNTIL = '2027-03-01T15:00:00.000Z';
const join = (n: number, with_: Partial<JoinCommand> = {}): JoinCommand => ({
  opportunityId: opportunityId(),
  slotId: slotId(),
  personId: personId(n),
  signUpId: signUpId(n),
  submissionId: submissionId(n),
  places: 1,
  at: NOON,
  ...with_,
});

onBoth('the waitlist', (make) => {
  const full = async (with_: Partial<SlotLedger> = {}): Promise<Ports> => {
    const ports = await make();
    await ports.opportunities.save(anOpportunity());
    const claims = { [personId(90)]: { signUpId: signUpId(90), places: 2 } };
    await ports.slots.open(aLedger({ capacity: 2, taken: 2, claims, ...with_ }));
    return ports;
  };
  const now = async ({ slots }: Ports): Promise<SlotLedger> => {
    const ledger = await slots.find(opportunityId(), slotId());
    if (!ledger) throw new Error('no ledger');
    return ledger;
  };

  it('puts people in line in the order in which they come, and knows a repeat', async () => {
    const ports = await full();
    for (const n of [1, 2, 3]) expect(await ports.slots.join(join(n))).toEqual({ kind: 'done' });
    expect((await ports.slots.join(join(2))).kind).toBe('replayed');
    expect((await ports.slots.join(join(2, { signUpId: signUpId(7) }))).kind).toBe('refused');
    const ledger = await now(ports);
    expect(ledger).toMatchObject({ waiting: 3, held: 0, taken: 2, leastWaiting: 1, change: { kind: 'queued', personId: personId(3) } });
    expect([1, 2, 3].map((n) => ledger.queue?.[personId(n)]?.since)).toEqual([2, 3, 4]);
  });

  it('puts nobody in line who can have a place, has one, or comes when it is closed', async () => {
    expect((await (await full({ capacity: 3 })).slots.join(join(1))).kind).toBe('refused');
    expect((await (await full({ capacity: 3 })).slots.join(join(1, { places: 2 }))).kind).toBe('done');
    expect((await (await full()).slots.join(join(90, { signUpId: signUpId(1) }))).kind).toBe('refused');
    expect((await (await full({ state: 'closed' })).slots.join(join(1))).kind).toBe('refused');
    expect((await (await full({ state: 'closed' })).slots.join(join(1, { by: 'luis@riverbend.example' }))).kind).toBe('done');
  });

  it('takes all who come first at the same moment', async () => {
    const ports = await full();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((n) => ports.slots.join(join(n))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill('done'));
    const { waiting, queue = {} } = await now(ports);
    expect(waiting).toBe(5);
    expect(new Set(Object.values(queue).map(({ since }) => since)).size).toBe(5);
  });

  it('offers, takes back, gives and lets go, and is what it was in between', async () => {
    const ports = await full({ capacity: 4 });
    await ports.slots.join(join(1, { places: 3 }));
    await ports.slots.join(join(2));
    const { slots } = ports;
    const by = { at: NOON };
    const step = async (one: Parameters<typeof slots.step>[1]) => slots.step(await now(ports), one, by);
    expect(await step({ kind: 'offered', personId: personId(1), places: 2, until: UNTIL })).toEqual({ kind: 'done' });
    expect(await now(ports)).toMatchObject({ held: 2, waiting: 2, queue: { [personId(1)]: { offer: { places: 2, until: UNTIL } } } });
    expect(await step({ kind: 'passed', personId: personId(1), why: 'passed' })).toEqual({ kind: 'done' });
    expect(await now(ports)).toMatchObject({ held: 0, leastWaiting: 1, queue: { [personId(1)]: { least: 3 } } });
    expect(await step({ kind: 'promoted', personId: personId(2), places: 1 })).toEqual({ kind: 'done' });
    const ledger = await now(ports);
    expect(ledger).toMatchObject({ taken: 3, waiting: 1, leastWaiting: 3, claims: { [personId(2)]: { places: 1 } } });
    expect((await slots.withWaiting()).map(({ slotId: id }) => id)).toEqual([slotId()]);
    expect(await step({ kind: 'unqueued', personId: personId(1), why: 'left' })).toEqual({ kind: 'done' });
    const empty = await now(ports);
    expect(empty).toMatchObject({ waiting: 0, held: 0 });
    expect([empty.queue, empty.leastWaiting]).toEqual([undefined, undefined]);
    expect(await slots.withWaiting()).toEqual([]);
    // and again into the line that was made before
    await ports.slots.claim(join(5));
    expect((await slots.join(join(6))).kind).toBe('done');
  });

  it('gives nobody who is in line places by another sign-up, though there is room beside their offer', async () => {
    const ports = await full({ capacity: 3, taken: 2 });
    await ports.slots.join(join(1, { places: 2 }));
    await ports.slots.step(await now(ports), { kind: 'offered', personId: personId(1), places: 1, until: UNTIL }, { at: NOON });
    await ports.slots.revise(opportunityId(), slotId(), { ...aLedger(), capacity: 9 }, NOON);
    await ports.slots.step(await now(ports), { kind: 'offered', personId: personId(1), places: 2, until: UNTIL }, { at: NOON });
    expect((await now(ports)).leastWaiting).toBeUndefined();
    expect((await ports.slots.claim(join(1, { signUpId: signUpId(7) }))).kind).toBe('refused');
    expect((await ports.slots.claim(join(1, { signUpId: signUpId(7), by: 'luis@riverbend.example' }))).kind).toBe('refused');
    expect(await ports.slots.claim(join(2))).toEqual({ kind: 'done' });
    expect((await now(ports)).claims[personId(1)]).toBeUndefined();
  });

  it('writes a step on the ledger it was decided on alone, and knows its own repeat', async () => {
    const ports = await full({ capacity: 3 });
    await ports.slots.join(join(1, { places: 2 }));
    const read = await now(ports);
    await ports.slots.join(join(2));
    const step = { kind: 'offered', personId: personId(1), places: 1, until: UNTIL } as const;
    expect((await ports.slots.step(read, step, { at: NOON })).kind).toBe('refused');
    const fresh = await now(ports);
    expect((await ports.slots.step(fresh, step, { at: NOON })).kind).toBe('done');
    expect((await ports.slots.step(fresh, step, { at: NOON })).kind).toBe('replayed');
  });

  it('keeps what is left for those who wait, but for gaps they have no use for', async () => {
    const ports = await full({ capacity: 3 });
    await ports.slots.join(join(1, { places: 2 }));
    expect((await ports.slots.claim(join(9))).kind).toBe('refused');
    const step = { kind: 'offered', personId: personId(1), places: 1, until: UNTIL } as const;
    await ports.slots.step(await now(ports), step, { at: NOON });
    await ports.slots.step(await now(ports), { kind: 'passed', personId: personId(1), why: 'passed' }, { at: NOON });
    expect((await ports.slots.claim(join(9))).kind).toBe('done');
  });
});
