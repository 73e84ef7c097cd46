/** Signing up: results per slot, refusals, repeats. */
import { describe, expect, it } from 'vitest';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aChoice, aShift, aSignUpRequest, opportunityId, questionId, slotId, tuesdays } from '#test/support/builders.ts';
import { seeded, withLatency } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

const api = (value = 'key-0123456789abcdef') => ({ kind: 'api', value }) as const;
const form = (value = 'form-0123456789abcd') => ({ kind: 'form', value }) as const;
const three = { slots: [aShift(1), aShift(2, { capacity: 1 }), aShift(3)] };
const all = [1, 2, 3].map((n) => ({ slotId: slotId(n), places: 1 }));
const bob = { name: 'Bob', email: 'bob@example.org' };

describe('signing up', () => {
  it('confirms several slots at once', async () => {
    const { ports, volunteering } = await world(three);
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots: all }), key: form() });
    expect(outcome.ok && outcome.value.results.map((result) => result.outcome)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect([...volunteering.ledgers.values()].map((ledger) => ledger.taken)).toEqual([1, 1, 1]);
  });

  it('gives what it can, says why not for the rest and names where places are left', async () => {
    const { ports } = await world(three);
    await signUp(ports)({ request: aSignUpRequest({ person: bob, slots: [{ slotId: slotId(2), places: 1 }] }), key: form() });
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots: all.slice(0, 2) }), key: form() });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        results: [
          { outcome: 'confirmed', slotId: slotId(1) },
          { outcome: 'refused', slotId: slotId(2), code: 'slot.full', placesLeft: 0 },
        ],
        alternatives: [slotId(3)],
      },
    });
  });

  it('refuses as a whole, without a write, when nothing can be given', async () => {
    const { ports, volunteering } = await world(three);
    const before = volunteering.stream.length;
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots: [{ slotId: slotId(2), places: 2 }] }), key: form() });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'sign-up.all-refused', results: [{ code: 'slot.not-enough-places', placesLeft: 1 }] },
    });
    const id = await ports.people.identify('ana@example.org');
    expect([volunteering.stream.length, await ports.signUps.ofPerson(id)]).toEqual([before, []]);
  });

  it.each([
    ['unknown', {}, opportunityId(9)],
    ['draft', { status: 'draft' as const }, opportunityId()],
  ])('does not find an opportunity that is %s', async (_what, opportunity, id) => {
    const { ports } = await world(opportunity);
    const outcome = await signUp(ports)({ request: aSignUpRequest({ opportunityId: id }), key: form() });
    expect(outcome).toEqual({ ok: false, error: { code: 'opportunity.not-found' } });
  });

  it.each([
    ['one millisecond before it opens', { opensAt: '2027-03-01T12:00:00.001Z' }, 'slot.not-open-yet'],
    ['at the instant it opens', { opensAt: '2027-03-01T12:00:00Z' }, 'confirmed'],
    ['one millisecond before it closes', { closesAt: '2027-03-01T12:00:00.001Z' }, 'confirmed'],
    ['at the instant it closes', { closesAt: '2027-03-01T12:00:00Z' }, 'slot.closed'],
    ['at the instant it starts', { slots: [aShift(1, { startsAt: '2027-03-01T12:00:00Z' })] }, 'slot.started'],
    ['when staff closed it', { status: 'closed' as const }, 'slot.closed'],
    ['for a slot it does not have', { slots: [aShift(2)] }, 'slot.not-found'],
  ])('%s', async (_when, opportunity, expected) => {
    const { ports } = await world(opportunity);
    const outcome = await signUp(ports)({ request: aSignUpRequest(), key: form() });
    const code = outcome.ok ? 'confirmed' : outcome.error.code === 'sign-up.all-refused' && outcome.error.results[0];
    expect(typeof code === 'object' && code.outcome === 'refused' ? code.code : code).toBe(expected);
  });

  it('refuses a second sign-up of one person for a slot, however the address is written', async () => {
    const { ports } = await world();
    await signUp(ports)({ request: aSignUpRequest(), key: form() });
    const request = aSignUpRequest({ person: { name: 'Ana', email: 'ANA@Example.org' } });
    const outcome = await signUp(ports)({ request, key: form() });
    expect(outcome).toMatchObject({ ok: false, error: { results: [{ code: 'sign-up.already' }] } });
  });

  it('points to each answer that is wrong or missing', async () => {
    const { ports } = await world({ questions: [aChoice(1), aChoice(2)] });
    const answers = [
      { questionId: questionId(1), answer: 'xl' },
      { questionId: questionId(3), answer: 'x' },
    ];
    const outcome = await signUp(ports)({ request: aSignUpRequest({ answers }), key: form() });
    const fields = !outcome.ok && outcome.error.code === 'request.invalid' ? outcome.error.fields : [];
    expect(fields.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/answers/0/answer', 'answer.not-a-choice'],
      ['/answers/1/answer', 'answer.unknown-question'],
      [`/answers/${questionId(2)}`, 'answer.missing'],
    ]);
  });
});

describe('the same request again', () => {
  it.each([api(), form()])('answers the same and changes nothing ($kind)', async (key) => {
    const { ports, volunteering } = await world(three);
    const command = { request: aSignUpRequest({ slots: all }), key };
    const first = await signUp(ports)(command);
    const writes = volunteering.stream.length;
    expect(await signUp(ports)(command)).toEqual(first);
    expect(volunteering.stream.length).toBe(writes);
  });

  it('answers the same after what was refused then could be given now', async () => {
    const { ports, volunteering } = await world(three);
    const bobs = aSignUpRequest({ person: bob, slots: [{ slotId: slotId(2), places: 1 }] });
    await signUp(ports)({ request: bobs, key: form() });
    const command = { request: aSignUpRequest({ slots: all }), key: api() };
    const first = await signUp(ports)(command);
    const [bobId, signUps] = [await ports.people.identify(bob.email), ports.signUps];
    const bobsSignUp = await signUps.find(bobId, slotId(2));
    if (!bobsSignUp) throw new Error('bob has signed up');
    const { submission, ...kept } = bobsSignUp;
    await ports.slots.release({ ...kept, submissionId: submission.submissionId, at: '2027-03-01T12:00:00.000Z' });
    const writes = volunteering.stream.length;
    const again = await signUp(ports)(command);
    expect(again.ok && first.ok && again.value.results).toEqual(first.ok && first.value.results);
    expect(volunteering.stream.length).toBe(writes);
  });

  it.each([
    ['before', all],
    ['before, of other slots', all.slice(1)],
  ])('is refused under a key used %s, and nothing is kept of it', async (_when, slots) => {
    const { ports, volunteering } = await world(three);
    await signUp(ports)({ request: aSignUpRequest({ slots: all.slice(0, 1) }), key: api() });
    const writes = volunteering.stream.length;
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots }), key: api() });
    expect(outcome).toEqual({ ok: false, error: { code: 'request-key.reused' } });
    expect(volunteering.stream.length).toBe(writes);
    expect(await ports.signUps.ofPerson(await ports.people.identify('ana@example.org'))).toHaveLength(1);
  });

  it('is refused under a key used at the same moment, and leaves nothing that waits for its decision', async () => {
    const { ports, volunteering } = await world(three);
    await signUp(ports)({ request: aSignUpRequest({ slots: all.slice(0, 1) }), key: api() });
    const writes = volunteering.stream.length;
    const lookedBefore = { ...ports, signUps: { ...ports.signUps, ofPerson: async () => [] } };
    const outcome = await signUp(lookedBefore)({ request: aSignUpRequest({ slots: all }), key: api() });
    expect(outcome).toEqual({ ok: false, error: { code: 'request-key.reused' } });
    expect(volunteering.stream.length).toBe(writes);
    const kept = await ports.signUps.ofPerson(await ports.people.identify('ana@example.org'));
    expect(kept.filter((one) => one.slotId !== slotId(1)).map((one) => one.state)).toEqual(['refused', 'refused']);
  });

  it('is a new request when a form that was sent is changed and sent again', async () => {
    const { ports } = await world(three);
    await signUp(ports)({ request: aSignUpRequest({ slots: all.slice(0, 1) }), key: form() });
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots: all }), key: form() });
    expect(outcome.ok && outcome.value.results.map((one) => one.outcome === 'refused' && one.code)).toEqual([
      'sign-up.already',
      false,
      false,
    ]);
  });

  it('does not take places again that were given back since', async () => {
    const { ports, volunteering } = await world();
    const { cancelSignUp } = await import('#domain/volunteering/cancel-sign-up.ts');
    const command = { request: aSignUpRequest(), key: api() };
    const first = await signUp(ports)(command);
    const personId = await ports.people.identify('ana@example.org');
    const result = first.ok ? first.value.results[0] : undefined;
    if (result?.outcome !== 'confirmed') throw new Error('the first must be confirmed');
    await cancelSignUp(ports)({ personId, signUpId: result.signUpId });
    expect(await signUp(ports)(command)).toEqual(first);
    expect(volunteering.ledgers.get(slotId())?.taken).toBe(0);
  });
});

describe('two requests of one person at the same moment', () => {
  it('give one sign-up, and its record is kept, whatever the order', async () => {
    const { ports, volunteering, deliver, mails } = await world();
    const outcomes = await Promise.all(
      [1, 2].map((places) => signUp(ports)({ request: aSignUpRequest({ slots: [{ slotId: slotId(), places }] }), key: form() })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    await deliver();
    const personId = await ports.people.identify('ana@example.org');
    const claim = volunteering.ledgers.get(slotId())?.claims[personId];
    expect(await ports.signUps.find(personId, slotId())).toMatchObject({
      state: 'confirmed',
      signUpId: claim?.signUpId,
      places: claim?.places,
    });
    expect(mails()).toHaveLength(1);
  });

  it('are told and kept even when the loser took the record of the winner', async () => {
    const { ports, volunteering, deliver, mails } = await world();
    await signUp(ports)({ request: aSignUpRequest(), key: form() });
    const personId = await ports.people.identify('ana@example.org');
    const winner = await ports.signUps.find(personId, slotId());
    if (!winner) throw new Error('signed up');
    const { signUpId } = await import('#test/support/builders.ts');
    await ports.signUps.intend({ ...winner, signUpId: signUpId(7) }, winner.signUpId);
    await deliver();
    expect(volunteering.ledgers.get(slotId())?.claims[personId]?.signUpId).toBe(winner.signUpId);
    expect(await ports.signUps.find(personId, slotId())).toMatchObject({ state: 'confirmed', signUpId: winner.signUpId });
    expect(mails()).toEqual([`confirmation/${winner.submission.submissionId}`]);
  });
});

describe('signing up for a whole series', () => {
  const hundred = tuesdays(100, { capacity: 1 });
  const all = hundred.slots.map((slot) => ({ slotId: slot.slotId, places: 1 }));

  it('gives every date that is free, says which are not, and writes one mail', async () => {
    const { ports, deliver, mails } = await world(hundred);
    await signUp(ports)({ request: aSignUpRequest({ person: bob, slots: all.slice(40, 42) }), key: form('bobs') });
    await deliver();
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots: all }), key: form() });
    const results = outcome.ok ? outcome.value.results : [];
    expect(results.map(({ slotId }) => slotId)).toEqual(all.map(({ slotId }) => slotId));
    expect(results.flatMap((one, n) => (one.outcome === 'refused' ? [[n, one.code]] : []))).toEqual([
      [40, 'slot.full'],
      [41, 'slot.full'],
    ]);
    await deliver();
    expect(mails()).toHaveLength(2);
    expect(await signUp(ports)({ request: aSignUpRequest({ slots: all }), key: form() })).toEqual(outcome);
  });

  it('goes up to the limit of a person, in the order asked', async () => {
    const { ports } = await world({ ...hundred, limitPerPerson: 5 });
    const outcome = await signUp(ports)({ request: aSignUpRequest({ slots: all }), key: form() });
    const given = outcome.ok ? outcome.value.results.map(({ outcome: what }) => what) : [];
    expect([given.lastIndexOf('confirmed'), given.indexOf('refused')]).toEqual([4, 5]);
  });

  it('by many at once fills each date once, and tells everyone the truth of each', async () => {
    const { ports, volunteering } = await world(hundred);
    const random = seeded(7);
    const slow = withLatency(ports, () => Math.floor(random() * 6));
    const people = [1, 2, 3, 4].map((n) => ({ name: `P${n}`, email: `p${n}@example.org` }));
    const outcomes = await Promise.all(
      people.map((person, n) => signUp(slow)({ request: aSignUpRequest({ person, slots: all }), key: form(`key-${n}`) })),
    );
    const confirmed = outcomes.flatMap((one) => (one.ok ? one.value.results.filter(({ outcome }) => outcome === 'confirmed') : []));
    expect(confirmed.map(({ slotId }) => slotId).toSorted()).toEqual(all.map(({ slotId }) => slotId).toSorted());
    expect([...volunteering.ledgers.values()].every(({ taken }) => taken === 1)).toBe(true);
  });
});
