/** Sign-ups, allowances, links and link requests: the ports of one person's records, on the fakes and on DynamoDB. */
import { expect, it } from 'vitest';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { ManageToken } from '#contracts/values.ts';
import type { Allowance, LinkRequest } from '#domain/volunteering/ports.ts';
import { aSignUp, opportunityId, personId, signUpId, slotId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const LATER = '2027-06-01T12:00:00.000Z';

onBoth('sign-ups', (make) => {
  const recorded = {
    personId: personId(),
    slotId: slotId(),
    signUpId: signUpId(),
    places: 2,
    state: 'confirmed',
    ledgerVersion: 5,
    expiresAt: LATER,
  } as const;

  it('keep an intent whole, and show it to whoever comes after', async () => {
    const { signUps } = await make();
    const whole = aSignUp({
      person: { name: "Zoë O'Brien 🎪", email: 'zoe@example.org', phone: '217-555-0100' },
      movedFrom: { slotId: slotId(2), signUpId: signUpId(2) },
      by: 'luis@riverbend.example',
      note: 'Brings a friend',
      submission: { ...aSignUp().submission, refused: [{ slotId: slotId(3), code: 'slot.full', placesLeft: 0 }] },
    });
    expect(await signUps.intend(whole)).toEqual({ kind: 'stored' });
    expect(await signUps.find(personId(), slotId())).toEqual(whole);
    expect(await signUps.intend(aSignUp({ signUpId: signUpId(2) }))).toEqual({ kind: 'exists', signUp: whole });
    expect(await signUps.intend(whole)).toEqual({ kind: 'exists', signUp: whole });
  });

  it('give way only to who names them', async () => {
    const { signUps } = await make();
    await signUps.intend(aSignUp());
    expect(await signUps.intend(aSignUp({ signUpId: signUpId(3) }), signUpId(2))).toMatchObject({ kind: 'exists' });
    expect(await signUps.intend(aSignUp({ signUpId: signUpId(3) }), signUpId(1))).toEqual({ kind: 'stored' });
    expect(await signUps.intend(aSignUp({ slotId: slotId(2) }), signUpId(9))).toEqual({ kind: 'stored' });
  });

  it('are found by person, all or those of some slots, and nobody else’s', async () => {
    const { signUps } = await make();
    const mine = [1, 2, 3].map((n) => aSignUp({ slotId: slotId(n), signUpId: signUpId(n) }));
    for (const one of [...mine, aSignUp({ personId: personId(2) })]) await signUps.intend(one);
    const bySlot = (all: readonly { slotId: string }[]) => all.map((one) => one.slotId).sort();
    expect(bySlot(await signUps.ofPerson(personId()))).toEqual([slotId(1), slotId(2), slotId(3)]);
    expect(bySlot(await signUps.findMany(personId(), [slotId(3), slotId(1), slotId(7)]))).toEqual([slotId(1), slotId(3)]);
    expect(await signUps.findMany(personId(), [])).toEqual([]);
    expect(await signUps.find(personId(3), slotId())).toBeUndefined();
  });

  it('are read in batches when there are more than a hundred', async () => {
    const { signUps } = await make();
    const slotIds = Array.from({ length: 130 }, (_, n) => slotId(n + 1));
    for (const one of slotIds) await signUps.intend(aSignUp({ slotId: one }));
    expect(await signUps.findMany(personId(), slotIds)).toHaveLength(130);
  });

  it('are refused while pending, once or again with the same reason', async () => {
    const { signUps } = await make();
    await signUps.intend(aSignUp());
    const refuse = (n: number, code: 'slot.full' | 'slot.closed') => signUps.refuse(personId(), slotId(), signUpId(n), code);
    expect([
      await refuse(2, 'slot.full'),
      await refuse(1, 'slot.full'),
      await refuse(1, 'slot.full'),
      await refuse(1, 'slot.closed'),
    ]).toEqual(['stale', 'done', 'done', 'stale']);
    expect(await signUps.find(personId(), slotId())).toMatchObject({ state: 'refused', refusal: 'slot.full' });
  });

  it('take in a change of the ledger once or again, never an older one or another’s', async () => {
    const { signUps } = await make();
    await signUps.intend(aSignUp());
    await signUps.refuse(personId(), slotId(), signUpId(), 'slot.full');
    expect(await signUps.record({ ...recorded, signUpId: signUpId(2) })).toBe('stale');
    expect([await signUps.record(recorded), await signUps.record(recorded)]).toEqual(['done', 'done']);
    expect(await signUps.record({ ...recorded, state: 'cancelled' })).toBe('stale');
    expect(await signUps.record({ ...recorded, state: 'cancelled', ledgerVersion: 4 })).toBe('stale');
    const { person, ...confirmed } = aSignUp({ state: 'confirmed', places: 2, ledgerVersion: 5, expiresAt: LATER });
    expect(await signUps.find(personId(), slotId())).toEqual({ ...confirmed, person });
    expect(await signUps.record({ ...recorded, slotId: slotId(7) })).toBe('stale');
  });

  it('know with what they were given back, until somebody signs up anew', async () => {
    const { signUps } = await make();
    await signUps.intend(aSignUp());
    await signUps.record({ ...recorded, state: 'cancelled', givenBackWith: signUpId(9) });
    expect(await signUps.find(personId(), slotId())).toMatchObject({ state: 'cancelled', givenBackWith: signUpId(9) });
    await signUps.intend(aSignUp({ signUpId: signUpId(2) }), signUpId());
    expect(await signUps.find(personId(), slotId())).not.toHaveProperty('givenBackWith');
  });
});

onBoth('the time that somebody knows', (make) => {
  const about = { personId: personId(), slotId: slotId(), signUpId: signUpId() };
  const [FIRST, SECOND] = [
    { startsAt: '2027-03-05T23:00:00.000Z', endsAt: '2027-03-06T01:00:00.000Z' },
    { startsAt: '2027-03-06T01:00:00.000Z' },
  ];
  const entry: StaffHistoryEntry = {
    at: '2027-03-01T12:00:00.000Z',
    by: 'luis@riverbend.example',
    what: 'sign-up.time-confirmed',
    about: signUpId(),
    ref: 'time',
    changes: [],
  };
  const known = async ({ signUps }: Awaited<ReturnType<typeof make>>) => (await signUps.find(personId(), slotId()))?.timeKnown;

  it('is kept with the intent, and changed, with an entry of the history where staff say so', async () => {
    const ports = await make();
    await ports.signUps.intend(aSignUp({ timeKnown: FIRST }));
    expect(await known(ports)).toEqual(FIRST);
    expect(await ports.times.confirm(about, { before: FIRST, after: SECOND })).toBe('done');
    expect([await known(ports), await ports.history.about(signUpId())]).toEqual([SECOND, []]);
    expect(await ports.times.confirm(about, { before: SECOND, after: FIRST }, entry)).toBe('done');
    expect([await known(ports), await ports.history.about(signUpId())]).toEqual([FIRST, [entry]]);
  });

  it('is set where none was kept, once', async () => {
    const ports = await make();
    await ports.signUps.intend(aSignUp());
    expect(await ports.times.confirm(about, { before: undefined, after: SECOND })).toBe('done');
    expect(await ports.times.confirm(about, { before: undefined, after: FIRST })).toBe('stale');
    expect(await known(ports)).toEqual(SECOND);
  });

  it('is not written over unread, nor of another sign-up, nor of none, and then nothing is kept', async () => {
    const ports = await make();
    expect(await ports.times.confirm(about, { before: undefined, after: SECOND }, entry)).toBe('stale');
    expect(await known(ports)).toBeUndefined();
    await ports.signUps.intend(aSignUp({ timeKnown: FIRST }));
    for (const [before, id] of [
      [undefined, signUpId()],
      [SECOND, signUpId()],
      [{ startsAt: FIRST.startsAt }, signUpId()],
      [FIRST, signUpId(2)],
    ] as const)
      expect(await ports.times.confirm({ ...about, signUpId: id }, { before, after: SECOND }, entry)).toBe('stale');
    expect([await known(ports), await ports.history.about(signUpId())]).toEqual([FIRST, []]);
  });

  it('said by two at once is that of one of them; the other reads it first', async () => {
    const ports = await make();
    await ports.signUps.intend(aSignUp({ timeKnown: FIRST }));
    const others = [SECOND, { startsAt: '2027-03-07T01:00:00.000Z' }];
    const outcomes = await Promise.all(others.map((after) => ports.times.confirm(about, { before: FIRST, after })));
    expect(outcomes.toSorted()).toEqual(['done', 'stale']);
    expect(await known(ports)).toEqual(others[outcomes.indexOf('done')]);
  });

  it('stays as the ledger’s changes are taken in', async () => {
    const ports = await make();
    await ports.signUps.intend(aSignUp({ timeKnown: FIRST }));
    const change = { ...about, places: 2, state: 'confirmed', ledgerVersion: 5, expiresAt: LATER } as const;
    expect(await ports.signUps.record(change)).toBe('done');
    expect(await known(ports)).toEqual(FIRST);
  });
});

onBoth('notes of staff', (make) => {
  const about = { personId: personId(), slotId: slotId(), signUpId: signUpId() };
  const entry = (ref: string): StaffHistoryEntry => ({
    at: '2027-03-01T12:00:00.000Z',
    by: 'luis@riverbend.example',
    what: 'sign-up.noted',
    about: signUpId(),
    ref,
    changes: [{ field: 'note' }],
  });

  it('are set, changed and taken away, each with its entry', async () => {
    const { signUps, notes, history } = await make();
    await signUps.intend(aSignUp());
    for (const [before, after] of [
      [undefined, 'Late'],
      ['Late', 'On time'],
      ['On time', undefined],
    ] as const) {
      expect(await notes.set(about, { before, after }, entry(`note ${after}`))).toBe('done');
      expect((await signUps.find(personId(), slotId()))?.note).toBe(after);
    }
    expect(await history.about(signUpId())).toHaveLength(3);
  });

  it('are not written over unread, nor about another sign-up, and then nothing is kept', async () => {
    const { signUps, notes, history } = await make();
    await signUps.intend(aSignUp({ note: 'First' }));
    const set = (before: string | undefined, id = signUpId()) =>
      notes.set({ ...about, signUpId: id }, { before, after: 'Second' }, entry('second'));
    expect([await set(undefined), await set('Other'), await set('First', signUpId(2))]).toEqual(['stale', 'stale', 'stale']);
    expect((await signUps.find(personId(), slotId()))?.note).toBe('First');
    expect(await history.about(signUpId())).toEqual([]);
  });

  it('have no sign-up of their own', async () => {
    const { signUps, notes } = await make();
    expect(await notes.set(about, { before: undefined, after: 'Nobody' }, entry('nobody'))).toBe('stale');
    expect(await signUps.find(personId(), slotId())).toBeUndefined();
  });

  it('stay as the ledger’s changes are taken in', async () => {
    const { signUps, notes } = await make();
    await signUps.intend(aSignUp());
    await notes.set(about, { before: undefined, after: 'Late' }, entry('late'));
    const change = { ...about, places: 2, state: 'confirmed', ledgerVersion: 5, expiresAt: LATER } as const;
    expect(await signUps.record(change)).toBe('done');
    expect(await signUps.find(personId(), slotId())).toMatchObject({ note: 'Late', state: 'confirmed' });
  });
});

onBoth('allowances', (make) => {
  const first: Allowance = { places: { [slotId()]: 2 }, reservedAt: { [slotId()]: '2027-03-01T12:00:00.000Z' }, version: 1 };
  const second: Allowance = { places: { [slotId(2)]: 1 }, version: 2 };

  it('are saved in the order of their versions, and say so again to a repeat', async () => {
    const { allowances } = await make();
    const save = (allowance: Allowance) => allowances.save(personId(), opportunityId(), allowance, LATER);
    expect(await allowances.find(personId(), opportunityId())).toBeUndefined();
    expect(await save(second)).toBe('version-conflict');
    expect([await save(first), await save(first), await save({ ...first, places: {} })]).toEqual(['saved', 'saved', 'version-conflict']);
    expect(await allowances.find(personId(), opportunityId())).toEqual(first);
    expect([await save(second), await save(second), await save(first)]).toEqual(['saved', 'saved', 'version-conflict']);
    expect(await allowances.find(personId(), opportunityId())).toEqual(second);
  });

  it('let one of two through who save at once', async () => {
    const { allowances } = await make();
    const saves = [1, 2, 3].map((n) => allowances.save(personId(), opportunityId(), { places: { [slotId()]: n }, version: 1 }, LATER));
    expect((await Promise.all(saves)).sort()).toEqual(['saved', 'version-conflict', 'version-conflict']);
  });
});

onBoth('manage links', (make) => {
  it('open for their person until they expire, and for nobody when altered', async () => {
    const { links } = await make();
    const token = await links.issue(personId(), LATER);
    const last = Date.parse(LATER) - 1;
    expect(await links.resolve(token, last)).toEqual({ personId: personId() });
    expect(await links.resolve(token, last + 1)).toBeUndefined();
    const altered = ManageToken.parse(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
    expect(await links.resolve(altered, last)).toBeUndefined();
  });

  it('are different each time', async () => {
    const { links } = await make();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => links.issue(personId(), LATER)));
    expect(new Set(tokens).size).toBe(20);
  });
});

onBoth('link requests', (make) => {
  const request: LinkRequest = {
    requestId: 'request-1',
    personId: personId(),
    language: 'es',
    requestedAt: '2027-03-01T12:00:00.000Z',
    expiresAt: '2027-03-02T12:00:00.000Z',
  };
  it('keep the first of each id', async () => {
    const { linkRequests } = await make();
    await linkRequests.put(request);
    await linkRequests.put({ ...request, language: 'en' });
    expect(await linkRequests.find(personId(), 'request-1')).toEqual(request);
    expect(await linkRequests.find(personId(), 'request-2')).toBeUndefined();
    expect(await linkRequests.find(personId(2), 'request-1')).toBeUndefined();
  });
});
