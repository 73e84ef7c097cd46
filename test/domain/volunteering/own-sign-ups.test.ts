/** Through the manage link: cancel, change places, move, see all. */
import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { signedUp } from '#domain/volunteering/signed-up.ts';
import { anItem, aShift, aSignUpRequest, signUpId, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';

/** Ana has 2 places in the first slot of three; Bob fills the second. */
async function signedUpWorld(opportunity: Partial<Opportunity> = {}) {
  const slots = [aShift(1), aShift(2, { capacity: 2 }), aShift(3, { startsAt: '2027-03-04T23:00:00Z', endsAt: '2027-03-05T00:00:00Z' })];
  const here = await world({ slots, ...opportunity });
  const take = (name: string, slot: number, places: number) =>
    signUp(here.ports)({
      request: aSignUpRequest({ person: { name, email: `${name}@example.org` }, slots: [{ slotId: slotId(slot), places }] }),
      key: { kind: 'form', value: 'form-0123456789abcd' },
    });
  await take('bob', 2, 2);
  const anas = await take('ana', 1, 2);
  const result = anas.ok ? anas.value.results[0] : undefined;
  if (!anas.ok || result?.outcome !== 'confirmed') throw new Error('ana must be confirmed');
  const personId = await here.ports.people.identify('ana@example.org');
  return { ...here, take, personId, own: { personId, signUpId: result.signUpId }, receipt: anas.value.receipt };
}
const lateBy = (ms: number) => new Date(Date.parse('2027-03-04T23:00:00Z') + ms).toISOString();

describe('cancelling', () => {
  it('gives the places back, and again changes nothing', async () => {
    const { ports, own, volunteering } = await signedUpWorld();
    expect(await cancelSignUp(ports)(own)).toMatchObject({ ok: true, value: { state: 'cancelled', moveTo: [], maxPlaces: 0 } });
    const writes = volunteering.stream.length;
    expect(await cancelSignUp(ports)(own)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect([volunteering.stream.length, volunteering.ledgers.get(slotId(1))?.taken]).toEqual([writes, 0]);
  });

  it('is possible until the instant that is too late, and then names whom to call', async () => {
    const { ports, own, clock } = await signedUpWorld();
    clock.set(lateBy(0));
    expect(await cancelSignUp(ports)(own)).toMatchObject({ ok: false, error: { code: 'sign-up.too-late', contact: { name: 'Mr. Osei' } } });
    clock.set(lateBy(-1));
    expect(await cancelSignUp(ports)(own)).toMatchObject({ ok: true });
  });

  it("does not find another person's sign-up", async () => {
    const { ports, own } = await signedUpWorld();
    const personId = await ports.people.identify('bob@example.org');
    expect(await cancelSignUp(ports)({ ...own, personId })).toEqual({ ok: false, error: { code: 'sign-up.not-found' } });
    expect(await cancelSignUp(ports)({ ...own, signUpId: signUpId(9) })).toEqual({ ok: false, error: { code: 'sign-up.not-found' } });
  });
});

describe('changing places', () => {
  it('takes more and gives back, counted from what is asked for', async () => {
    const { ports, own, volunteering } = await signedUpWorld();
    for (const places of [5, 5, 1]) expect(await changePlaces(ports)({ ...own, places })).toMatchObject({ ok: true, value: { places } });
    expect(volunteering.ledgers.get(slotId(1))?.taken).toBe(1);
  });

  it('refuses more than there are and says how many are left', async () => {
    const { ports, own } = await signedUpWorld();
    expect(await changePlaces(ports)({ ...own, places: 6 })).toEqual({
      ok: false,
      error: { code: 'slot.not-enough-places', placesLeft: 3 },
    });
  });

  it('refuses what was cancelled, and when it is too late', async () => {
    const { ports, own, clock } = await signedUpWorld();
    clock.set(lateBy(0));
    expect(await changePlaces(ports)({ ...own, places: 1 })).toMatchObject({ ok: false, error: { code: 'sign-up.too-late' } });
    clock.set(lateBy(-1));
    await cancelSignUp(ports)(own);
    expect(await changePlaces(ports)({ ...own, places: 1 })).toEqual({ ok: false, error: { code: 'sign-up.not-active' } });
  });

  it('lets a closed slot shrink but not grow', async () => {
    const { ports, own, clock } = await signedUpWorld({ closesAt: '2027-03-02T00:00:00Z' });
    clock.set('2027-03-02T00:00:00Z');
    expect(await changePlaces(ports)({ ...own, places: 3 })).toEqual({ ok: false, error: { code: 'slot.closed' } });
    expect(await changePlaces(ports)({ ...own, places: 1 })).toMatchObject({ ok: true, value: { places: 1, maxPlaces: 1 } });
  });

  it('does not pass the limit per person', async () => {
    const { ports, own } = await signedUpWorld({ limitPerPerson: 3 });
    expect(await changePlaces(ports)({ ...own, places: 4 })).toEqual({ ok: false, error: { code: 'person.limit-reached', limit: 3 } });
    expect(await changePlaces(ports)({ ...own, places: 3 })).toMatchObject({ ok: true });
  });
});

describe('moving', () => {
  it('takes the new places before it gives the old ones back, and answers the same again', async () => {
    const { ports, own, volunteering } = await signedUpWorld();
    const moved = await moveSignUp(ports)({ ...own, slotId: slotId(3) });
    expect(moved).toMatchObject({ ok: true, value: { state: 'confirmed', places: 2, slot: { slotId: slotId(3) } } });
    expect(volunteering.stream.slice(-2).map(({ slotId, change }) => [slotId, change.kind])).toEqual([
      [slotId(3), 'claimed'],
      [slotId(1), 'released'],
    ]);
    const writes = volunteering.stream.length;
    expect(await moveSignUp(ports)({ ...own, slotId: slotId(3) })).toEqual(moved);
    expect(volunteering.stream.length).toBe(writes);
  });

  it.each([
    [2, { code: 'slot.full', placesLeft: 0 }],
    [1, { code: 'sign-up.already' }],
    [9, { code: 'slot.not-found' }],
  ])('leaves everything as it was when slot %i can not be had', async (to, error) => {
    const { ports, own, volunteering } = await signedUpWorld();
    const writes = volunteering.stream.length;
    const outcome = await moveSignUp(ports)({ ...own, slotId: slotId(to) });
    expect(outcome).toMatchObject(to === 1 ? { ok: false } : { ok: false, error });
    expect(volunteering.stream.length).toBe(writes);
  });

  it('stays within the limit per person, because the old places are given back', async () => {
    const { ports, own } = await signedUpWorld({ limitPerPerson: 2 });
    expect(await moveSignUp(ports)({ ...own, slotId: slotId(3) })).toMatchObject({ ok: true });
  });

  it('goes there and back', async () => {
    const { ports, own, personId, deliver, volunteering } = await signedUpWorld();
    const there = await moveSignUp(ports)({ ...own, slotId: slotId(3) });
    await deliver();
    const back =
      there.ok && (await moveSignUp(ports)({ personId, signUpId: there.value.signUpId as typeof own.signUpId, slotId: slotId(1) }));
    expect(back).toMatchObject({ ok: true, value: { slot: { slotId: slotId(1) }, state: 'confirmed' } });
    expect([1, 3].map((n) => volunteering.ledgers.get(slotId(n))?.taken)).toEqual([2, 0]);
  });
});

describe('the limit per person', () => {
  it('can be used again at once after cancelling', async () => {
    const { ports, own, take } = await signedUpWorld({ limitPerPerson: 2 });
    expect(await take('ana', 3, 1)).toMatchObject({ ok: false, error: { results: [{ code: 'person.limit-reached' }] } });
    await cancelSignUp(ports)(own);
    expect(await take('ana', 3, 2)).toMatchObject({ ok: true });
  });

  it('is not used up for good by a request that died', async () => {
    const { ports, clock, take, personId } = await signedUpWorld({ limitPerPerson: 3 });
    const allowance = await ports.allowances.find(personId, aSignUpRequest().opportunityId);
    if (!allowance) throw new Error('a limit keeps an allowance');
    const left = {
      places: { ...allowance.places, [slotId(2)]: 1 },
      reservedAt: { [slotId(2)]: new Date(clock.now()).toISOString() },
      version: allowance.version + 1,
    };
    await ports.allowances.save(personId, aSignUpRequest().opportunityId, left, '2027-04-01T00:00:00Z');
    expect(await take('ana', 3, 1)).toMatchObject({ ok: false });
    clock.advance(30_000);
    expect(await take('ana', 3, 1)).toMatchObject({ ok: true });
  });
});

describe('all my sign-ups', () => {
  it('shows what the ledger says, not what the records say yet', async () => {
    const { ports, own, personId, deliver } = await signedUpWorld();
    const states = async () => {
      const mine = await mySignUps(ports)({ personId });
      return mine.ok && mine.value.signUps.map(({ state, places }) => [state, places]);
    };
    expect((await ports.signUps.find(personId, slotId(1)))?.state).toBe('pending');
    expect(await states()).toEqual([['confirmed', 2]]);
    await deliver();
    await cancelSignUp(ports)(own);
    expect((await ports.signUps.find(personId, slotId(1)))?.state).toBe('confirmed');
    expect(await states()).toEqual([['cancelled', 2]]);
  });

  it('says what can be done: most places, and where to move', async () => {
    const { ports, personId } = await signedUpWorld({ limitPerPerson: 4 });
    const mine = await mySignUps(ports)({ personId });
    expect(mine).toMatchObject({
      ok: true,
      value: {
        name: 'ana',
        signUps: [{ maxPlaces: 4, changeableUntil: '2027-03-04T23:00:00.000Z', moveTo: [{ slot: { slotId: slotId(3) }, placesLeft: 5 }] }],
      },
    });
  });

  it('has no moment that is too late for what has no date', async () => {
    const { ports, personId } = await signedUpWorld({ slots: [anItem(1), aShift(2), anItem(3)] });
    const mine = await mySignUps(ports)({ personId });
    expect(mine.ok && mine.value.signUps[0]).not.toHaveProperty('changeableUntil');
  });
});

describe('the result page', () => {
  it('tells the submit again, and what was cancelled since', async () => {
    const { ports, own, receipt } = await signedUpWorld();
    const shown = await signedUp(ports)({ receipt });
    expect(shown).toMatchObject({
      ok: true,
      value: { submission: { results: [{ outcome: 'confirmed', places: 2 }] }, cancelledSince: [] },
    });
    await cancelSignUp(ports)(own);
    expect(await signedUp(ports)({ receipt })).toMatchObject({ ok: true, value: { cancelledSince: [own.signUpId] } });
  });

  it.each(['', 'x', 'pppppppppppppppp.mmmmmmmmmmmmmmmmmmmmmm', 'a.b.c'])('does not know the receipt "%s"', async (receipt) => {
    const { ports } = await signedUpWorld();
    expect(await signedUp(ports)({ receipt })).toEqual({ ok: false, error: { code: 'sign-up.not-found' } });
  });
});
