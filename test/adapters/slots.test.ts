/** The ledger of places: one conditional write each, on the fake and on DynamoDB. */
import { describe, expect, it } from 'vitest';
import type { ClaimCommand, SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import { aLedger, anOpportunity, opportunityId, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { onBoth, type Ports } from './both.ts';

const NOON = '2027-03-01T12:00:00.000Z';
const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();
const claim = (n: number, with_: Partial<ClaimCommand> = {}): ClaimCommand => ({
  opportunityId: opportunityId(),
  slotId: slotId(),
  personId: personId(n),
  signUpId: signUpId(n),
  submissionId: submissionId(n),
  places: 1,
  at: NOON,
  ...with_,
});
const kind = async (outcome: ReturnType<Slots['claim']>): Promise<string> => (await outcome).kind;

onBoth('the ledger of places', (make) => {
  const opened = async (ledger: Partial<SlotLedger> = {}): Promise<Ports> => {
    const ports = await make();
    await ports.opportunities.save(anOpportunity());
    await ports.slots.open(aLedger(ledger));
    return ports;
  };
  const now = async ({ opportunities }: Ports): Promise<SlotLedger> => {
    const ledger = (await opportunities.load(opportunityId()))?.ledgers[0];
    if (!ledger) throw new Error('no ledger');
    return ledger;
  };

  it('gives places, counts them and says who has them', async () => {
    const ports = await opened();
    expect(await ports.slots.claim(claim(1, { places: 2 }))).toEqual({ kind: 'done' });
    expect(await now(ports)).toMatchObject({
      taken: 2,
      version: 2,
      claims: { [personId(1)]: { signUpId: signUpId(1), places: 2 } },
      change: { kind: 'claimed', personId: personId(1), places: 2, at: NOON },
    });
  });

  it('recognises a repeat and writes nothing', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1));
    const ledger = await now(ports);
    expect(await ports.slots.claim(claim(1))).toEqual({ kind: 'replayed', ledger });
    expect(await now(ports)).toEqual(ledger);
  });

  it('refuses a second sign-up of one person and shows the ledger', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1));
    expect(await ports.slots.claim(claim(1, { signUpId: signUpId(9) }))).toEqual({ kind: 'refused', ledger: await now(ports) });
  });

  it.each([
    [3, 'done'],
    [4, 'refused'],
  ])('with 3 places left, asked for %i: %s', async (places, expected) => {
    const { slots } = await opened();
    await slots.claim(claim(1, { places: 2 }));
    expect(await kind(slots.claim(claim(2, { places })))).toBe(expected);
  });

  it.each([
    [2, 'done'],
    [3, 'refused'],
  ])('keeps back what is held: of 5 with 3 held, asked for %i: %s', async (places, expected) => {
    const { slots } = await opened({ held: 3 });
    expect(await kind(slots.claim(claim(1, { places })))).toBe(expected);
  });

  it.each([
    ['that is closed', { state: 'closed' }],
    ['somebody waits for', { waiting: 1, leastWaiting: 1 }],
    ['more are in than there are places', { capacity: 1, taken: 2, claims: { [personId(8)]: { signUpId: signUpId(8), places: 2 } } }],
  ] satisfies [string, Partial<SlotLedger>][])('gives nobody a place of a slot %s', async (_name, ledger) => {
    const { slots } = await opened(ledger);
    expect(await kind(slots.claim(claim(1)))).toBe('refused');
  });

  it.each([
    ['opensAt', NOON, NOON, 'done'],
    ['opensAt', NOON, before(NOON), 'refused'],
    ['closesAt', NOON, before(NOON), 'done'],
    ['closesAt', NOON, NOON, 'refused'],
    ['startsAt', NOON, before(NOON), 'done'],
    ['startsAt', NOON, NOON, 'refused'],
  ] as const)('with %s %s, asked at %s: %s', async (name, instant, at, expected) => {
    const { opensAt: _o, closesAt: _c, startsAt: _s, endsAt: _e, ...timeless } = aLedger();
    const ports = await make();
    await ports.slots.open({ ...timeless, [name]: instant });
    expect(await kind(ports.slots.claim(claim(1, { at })))).toBe(expected);
  });

  it('is missing where none was opened, and one that is there is not opened again', async () => {
    const ports = await make();
    expect(await kind(ports.slots.claim(claim(1)))).toBe('missing');
    expect(await kind(ports.slots.release({ ...claim(1) }))).toBe('missing');
    expect(await kind(ports.slots.resize({ ...claim(1), placesBefore: 1, places: 2 }))).toBe('missing');
    expect(await kind(ports.slots.revise(opportunityId(), slotId(), { capacity: 1, state: 'open' }, NOON))).toBe('missing');
    expect([await ports.slots.open(aLedger()), await ports.slots.open(aLedger({ capacity: 9 }))]).toEqual(['opened', 'exists']);
  });

  it('gives more of its places to who has some, up to the last, and knows the repeat', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1, { places: 2 }));
    const resize = (placesBefore: number, places: number) => kind(ports.slots.resize({ ...claim(1), placesBefore, places }));
    expect([await resize(2, 6), await resize(2, 5), await resize(2, 5), await resize(2, 4)]).toEqual([
      'refused',
      'done',
      'replayed',
      'refused',
    ]);
    expect(await now(ports)).toMatchObject({ taken: 5, version: 3, change: { kind: 'resized', placesBefore: 2, places: 5 } });
  });

  it('takes places back from a slot that is closed, started or has too many in', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1, { places: 4 }));
    await ports.slots.revise(opportunityId(), slotId(), { capacity: 1, state: 'closed', startsAt: NOON }, NOON);
    expect(await kind(ports.slots.resize({ ...claim(1), placesBefore: 4, places: 5 }))).toBe('refused');
    expect(await kind(ports.slots.resize({ ...claim(1), placesBefore: 4, places: 2 }))).toBe('done');
    expect(await now(ports)).toMatchObject({ capacity: 1, taken: 2 });
  });

  it('takes back all places once, and only of the sign-up that has them', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1, { places: 2 }));
    expect(await kind(ports.slots.release(claim(1, { places: 1 })))).toBe('refused');
    expect(await kind(ports.slots.release(claim(1, { places: 2, signUpId: signUpId(9) })))).toBe('replayed');
    expect(await kind(ports.slots.release(claim(1, { places: 2 })))).toBe('done');
    expect(await kind(ports.slots.release(claim(1, { places: 2 })))).toBe('replayed');
    expect(await now(ports)).toMatchObject({ taken: 0, claims: {}, version: 3, change: { kind: 'released' } });
  });

  it('drops nobody when its places are cut, gives none until there are some, and forgets times that are gone', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1, { places: 4 }));
    expect(await kind(ports.slots.revise(opportunityId(), slotId(), { capacity: 3, state: 'open' }, NOON))).toBe('done');
    const ledger = await now(ports);
    expect(ledger).toMatchObject({ capacity: 3, taken: 4 });
    expect([ledger.opensAt, ledger.closesAt, ledger.startsAt, ledger.endsAt]).toEqual([undefined, undefined, undefined, undefined]);
    expect(await kind(ports.slots.claim(claim(2)))).toBe('refused');
    await ports.slots.revise(opportunityId(), slotId(), { capacity: 5, state: 'open' }, NOON);
    expect([await kind(ports.slots.claim(claim(2))), await kind(ports.slots.claim(claim(3)))]).toEqual(['done', 'refused']);
  });

  it('carries where a move came from and went to', async () => {
    const ports = await opened();
    const other = { slotId: slotId(2), signUpId: signUpId(2) };
    await ports.slots.claim(claim(1, { movedFrom: other }));
    expect((await now(ports)).change).toMatchObject({ kind: 'claimed', movedFrom: other });
    await ports.slots.release({ ...claim(1), movedTo: other });
    expect((await now(ports)).change).toMatchObject({ kind: 'released', movedTo: other });
  });

  it('carries what is given back with it', async () => {
    const ports = await opened();
    await ports.slots.claim(claim(1));
    const together = [signUpId(1), signUpId(2)];
    await ports.slots.release({ ...claim(1), together });
    expect((await now(ports)).change).toMatchObject({ kind: 'released', together });
  });

  describe('where staff ask', () => {
    const by = 'luis@riverbend.example';

    it.each([
      ['is closed', { state: 'closed' }],
      ['is not open yet', { opensAt: '2027-03-02T12:00:00.000Z' }],
      ['closed at this moment', { closesAt: NOON }],
      ['has started', { startsAt: before(NOON) }],
    ] satisfies [string, Partial<SlotLedger>][])('gives places of a slot that %s, and says who it was', async (_name, ledger) => {
      const ports = await opened(ledger);
      expect(await ports.slots.claim(claim(1, { by }))).toEqual({ kind: 'done' });
      expect((await now(ports)).change).toMatchObject({ kind: 'claimed', by });
      expect(await ports.slots.resize({ ...claim(1, { by }), placesBefore: 1, places: 2 })).toEqual({ kind: 'done' });
      expect((await now(ports)).change).toMatchObject({ kind: 'resized', by, placesBefore: 1 });
      expect(await ports.slots.release({ ...claim(1, { by }), places: 2 })).toEqual({ kind: 'done' });
      expect((await now(ports)).change).toMatchObject({ kind: 'released', by });
    });

    it.each([
      [3, 'done'],
      [4, 'refused'],
    ])('gives no more than there is: with 3 left, asked for %i: %s', async (places, expected) => {
      const { slots } = await opened();
      await slots.claim(claim(1, { places: 2 }));
      expect(await kind(slots.claim(claim(2, { places, by })))).toBe(expected);
    });

    it.each([
      [5, 'done'],
      [6, 'refused'],
    ])('lets nobody grow beyond it: of 5, asked for %i: %s', async (places, expected) => {
      const { slots } = await opened();
      await slots.claim(claim(1, { by }));
      expect(await kind(slots.resize({ ...claim(1, { by }), placesBefore: 1, places }))).toBe(expected);
    });

    it.each([
      ['for which somebody waits', { waiting: 1, leastWaiting: 1 }],
      ['in which places are held back', { held: 5 }],
    ] satisfies [string, Partial<SlotLedger>][])('gives nobody a place of a slot %s', async (_name, ledger) => {
      const { slots } = await opened(ledger);
      expect(await kind(slots.claim(claim(1, { by })))).toBe('refused');
    });

    it('gives nobody a second sign-up, and knows a repeat', async () => {
      const { slots } = await opened();
      await slots.claim(claim(1));
      expect(await kind(slots.claim(claim(1, { by })))).toBe('replayed');
      expect(await kind(slots.claim(claim(1, { by, signUpId: signUpId(9) })))).toBe('refused');
    });
  });

  it('gives the last place to one of twenty who ask at once', async () => {
    const ports = await opened({ capacity: 1 });
    const kinds = await Promise.all(Array.from({ length: 20 }, (_, n) => kind(ports.slots.claim(claim(n + 1)))));
    expect(kinds.filter((one) => one === 'done')).toHaveLength(1);
  });
});
