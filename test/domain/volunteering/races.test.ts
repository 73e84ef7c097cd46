/** The rare moments: a gate that looked too early, a request that died half way, two requests of one person, staff in between. */
import { describe, expect, it } from 'vitest';
import { tellOfSignUp } from '#domain/messaging/tell-of-sign-up.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import type { LedgerChanged } from '#domain/volunteering/on-ledger-change.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anOpportunity, aShift, aSignUpRequest, opportunityId, signUpId, slotId } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { type World, world } from '#test/support/world.ts';

const slots = [aShift(1), aShift(2, { capacity: 1 }), aShift(3)];
const wish = (n: number, places = 1) => ({ slotId: slotId(n), places });
const ana = { name: 'Ana', email: 'ana@example.org' };
const form = { kind: 'form', value: 'form-0123456789abcd' } as const;
const take = (ports: World['ports'], wishes: readonly { slotId: ReturnType<typeof slotId>; places: number }[], person = ana) =>
  signUp(ports)({ request: aSignUpRequest({ slots: [...wishes], person }), key: form });

/** A gate that sees what was before now. */
async function staleGate(ports: World['ports']): Promise<World['ports']> {
  const seen = await ports.opportunities.load(opportunityId());
  return { ...ports, opportunities: { ...ports.opportunities, glance: async () => seen } };
}
const died = async (run: Promise<unknown>): Promise<void> => expect(run).rejects.toThrow(Killed);
async function own(here: World, n: number) {
  const personId = await here.ports.people.identify(ana.email);
  const record = await here.ports.signUps.find(personId, slotId(n));
  if (!record) throw new Error(`no record in slot ${n}`);
  return { personId, signUpId: record.signUpId, record };
}

describe('a gate that looked too early', () => {
  it('leads to a refusal by the ledger, and the mail need not wait to tell it', async () => {
    const here = await world({ slots });
    const stale = await staleGate(here.ports);
    await take(here.ports, [wish(2)], { name: 'Bob', email: 'bob@example.org' });
    const outcome = await take(stale, [wish(1), wish(2)]);
    expect(outcome).toMatchObject({ ok: true, value: { results: [{ outcome: 'confirmed' }, { outcome: 'refused', code: 'slot.full' }] } });
    const before = here.clock.now();
    for (const event of here.events()) await tellOfSignUp(here.mailPorts)(event);
    expect([here.clock.now(), here.mails().length]).toEqual([before, 2]);
  });

  it('does not overwrite the record of the sign-up that has the places', async () => {
    const here = await world({ slots });
    const stale = await staleGate(here.ports);
    await take(here.ports, [wish(1)]);
    const outcome = await take(stale, [wish(1)], { ...ana, name: 'Somebody else' });
    expect(outcome).toMatchObject({ ok: false, error: { results: [{ code: 'sign-up.already' }] } });
    expect((await own(here, 1)).record.person.name).toBe('Ana');
  });
});

describe('a request that died before its decision', () => {
  it('is decided by the next request of the same person, which learns that it has places already', async () => {
    const here = await world({ slots });
    const broken = withFault({ slots: here.ports.slots }, { call: 1, when: 'before' });
    await died(take({ ...here.ports, ...broken.ports }, [wish(1, 2)]));
    expect(await take(here.ports, [wish(1, 3)])).toMatchObject({ ok: false, error: { results: [{ code: 'sign-up.already' }] } });
    expect(here.volunteering.ledgers.get(slotId(1))?.taken).toBe(2);
  });

  it('is replaced by it once it is too old to be still under way', async () => {
    const here = await world({ slots });
    const broken = withFault({ slots: here.ports.slots }, { call: 1, when: 'before' });
    await died(take({ ...here.ports, ...broken.ports }, [wish(1, 2)]));
    here.clock.advance(30_000);
    expect(await take(here.ports, [wish(1, 3)])).toMatchObject({ ok: true });
    expect(here.volunteering.ledgers.get(slotId(1))?.taken).toBe(3);
  });
});

describe('a move that died between its two slots', () => {
  it('does not take the new places again after they were given back', async () => {
    const here = await world({ slots });
    await take(here.ports, [wish(1)]);
    const first = await own(here, 1);
    const broken = withFault({ slots: here.ports.slots }, { call: 2, when: 'before' });
    await died(moveSignUp({ ...here.ports, ...broken.ports })({ ...first, slotId: slotId(3) }));
    await cancelSignUp(here.ports)(await own(here, 3));
    expect(await moveSignUp(here.ports)({ ...first, slotId: slotId(3) })).toEqual({ ok: false, error: { code: 'sign-up.not-active' } });
    await here.deliver();
    expect([1, 3].map((n) => here.volunteering.ledgers.get(slotId(n))?.taken)).toEqual([0, 0]);
  });
});

describe('a cancellation', () => {
  it('gives back as many places as there are by then', async () => {
    const here = await world({ slots });
    await take(here.ports, [wish(1, 2)]);
    const mine = await own(here, 1);
    const before = await here.ports.opportunities.load(opportunityId());
    await changePlaces(here.ports)({ ...mine, places: 3 });
    const early = { ...here.ports, opportunities: { ...here.ports.opportunities, load: async () => before } };
    expect(await cancelSignUp(early)(mine)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(here.volunteering.ledgers.get(slotId(1))?.taken).toBe(0);
  });
});

describe('whoever has places is told', () => {
  it('even before a record that another request took over is set right', async () => {
    const here = await world({ slots });
    await take(here.ports, [wish(1)]);
    const { record } = await own(here, 1);
    await here.ports.signUps.intend({ ...record, signUpId: signUpId(7) }, record.signUpId);
    await tellOfSignUp(here.mailPorts)(here.events()[0] as LedgerChanged);
    expect(here.mails()).toEqual([`confirmation/${record.submission.submissionId}`]);
  });
});

describe('staff in between', () => {
  it('closing the opportunity does not change what a repeat is answered', async () => {
    const here = await world({ slots });
    const first = await take(here.ports, [wish(1)]);
    const { version: _version, ...definition } = anOpportunity({ slots, status: 'closed' });
    await publishOpportunity(here.ports)(definition);
    expect(await take(here.ports, [wish(1)])).toEqual(first);
    expect(await take(here.ports, [wish(1)], { name: 'Bob', email: 'bob@example.org' })).toMatchObject({
      ok: false,
      error: { results: [{ code: 'slot.closed' }] },
    });
  });
});

describe('the limit per person', () => {
  it('lets places given back by a change be used elsewhere at once', async () => {
    const here = await world({ slots, limitPerPerson: 3 });
    await take(here.ports, [wish(1, 2)]);
    await changePlaces(here.ports)({ ...(await own(here, 1)), places: 1 });
    expect(await take(here.ports, [wish(3, 2)])).toMatchObject({ ok: true });
  });

  it('lets a person try elsewhere at once when the ledger refused them', async () => {
    const here = await world({ slots, limitPerPerson: 1 });
    const stale = await staleGate(here.ports);
    await take(here.ports, [wish(2)], { name: 'Bob', email: 'bob@example.org' });
    expect(await take(stale, [wish(2)])).toMatchObject({ ok: false, error: { results: [{ code: 'slot.full' }] } });
    expect(await take(here.ports, [wish(3)])).toMatchObject({ ok: true });
  });
});
