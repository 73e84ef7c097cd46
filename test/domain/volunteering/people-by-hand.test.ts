/** What binds people binds staff no longer, but for places: added, moved, resized, cancelled and noted by hand. */
import { describe, expect, it } from 'vitest';
import type { PersonToAdd } from '#contracts/resources/roster.ts';
import { addPerson, decideAdd } from '#domain/volunteering/add-person.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { decideNote, notePerson } from '#domain/volunteering/note-person.ts';
import { cancelPerson, movePerson, resizePerson } from '#domain/volunteering/people-by-hand.ts';
import { personHere, personOf } from '#domain/volunteering/person-here.ts';
import type { OpportunityState, SlotLedger } from '#domain/volunteering/ports.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { roomDenial, staffDenial } from '#domain/volunteering/slot-state.ts';
import { MOST_WAITING } from '#domain/volunteering/waitlist.ts';
import {
  aChoice,
  aLedger,
  anOpportunity,
  aShift,
  aSignUp,
  aSignUpRequest,
  opportunityId,
  personId,
  questionId,
  signUpId,
  slotId,
  submissionId,
} from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { type World, world } from '#test/support/world.ts';

const NOW = Date.parse('2027-03-01T12:00:00Z');
const BY = 'luis@riverbend.example';
const SLOTS = [aShift(1, { capacity: 3 }), aShift(2, { capacity: 2 }), aShift(3, { capacity: 1 })];
const zoe = (with_: Partial<PersonToAdd> = {}): PersonToAdd => ({
  slotId: slotId(1),
  places: 1,
  person: { name: 'Zoe', email: 'zoe@example.org' },
  language: 'en',
  answers: [],
  ...with_,
});
const code = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'ok';

async function scene(opportunity: Parameters<typeof world>[0] = {}) {
  const here = await world({ slots: SLOTS, ...opportunity });
  const state = async () => (await here.ports.opportunities.load(opportunityId())) as OpportunityState;
  const add = async (request: Partial<PersonToAdd> = {}, value = 'key-1', kind: 'api' | 'form' = 'form', ports = here.ports) =>
    addPerson(ports)(await state(), { request: zoe(request), key: { kind, value }, by: BY });
  const person = await here.ports.people.identify('zoe@example.org');
  const held = async () => (await state()).ledgers.map(({ claims }) => claims[person]?.places ?? 0);
  const own = async (n = 1) => {
    const found = await here.ports.signUps.find(person, slotId(n));
    if (!found) throw new Error(`nothing in slot ${n}`);
    return { personId: person, signUpId: found.signUpId, opportunityId: opportunityId(), by: BY };
  };
  return { ...here, state, add, person, held, own };
}

describe('room', () => {
  it.each([
    [3, 0, 0, 3, undefined],
    [3, 0, 0, 4, 'slot.not-enough-places'],
    [3, 3, 0, 1, 'slot.full'],
    [3, 1, 2, 1, 'slot.full'],
    [2, 3, 0, 1, 'slot.full'],
  ])('of %i with %i taken and %i held back, for %i: %s', (capacity, taken, held, places, expected) => {
    expect(roomDenial({ capacity, taken, held }, places)?.code).toBe(expected);
  });

  it('is none while somebody waits who has a use for it', () => {
    expect(roomDenial({ capacity: 3, taken: 0, held: 0, leastWaiting: 3 }, 1)).toEqual({ code: 'slot.full', placesLeft: 0 });
    expect(roomDenial({ capacity: 3, taken: 1, held: 0, leastWaiting: 3 }, 2)).toBeUndefined();
  });

  it('is not asked about for a repeat, and is no answer to a second sign-up of one person', () => {
    const claims = { [personId()]: { signUpId: signUpId(), places: 3 } };
    const ledger: SlotLedger = aLedger({ capacity: 3, taken: 3, claims });
    const asked = { personId: personId(), signUpId: signUpId(), places: 3 };
    expect(staffDenial(ledger, asked)).toBeUndefined();
    expect(staffDenial(ledger, { ...asked, signUpId: signUpId(2) })?.code).toBe('sign-up.already');
    expect(staffDenial(ledger, { ...asked, personId: personId(2) })?.code).toBe('slot.full');
  });
});

describe('deciding to add', () => {
  const facts = {
    personId: personId(),
    signUpId: signUpId(),
    submissionId: submissionId(),
    fingerprint: 'f',
    by: BY,
    now: Date.parse('2027-03-06T12:00:00.000Z'),
  };
  const state: OpportunityState = { opportunity: anOpportunity({ questions: [aChoice()] }), ledgers: [aLedger({ state: 'closed' })] };

  it('gives an intent in the name of who asks, after the start, in a closed slot, without answers', () => {
    const decision = decideAdd(state, zoe({ note: 'Late' }), facts);
    expect(decision.ok && decision.value).toMatchObject({ by: BY, state: 'pending', note: 'Late', expiresAt: '2027-03-06T13:00:00.000Z' });
  });

  it.each([
    ['a slot that is not of the opportunity', zoe({ slotId: slotId(9) }), 'slot.not-found'],
    ['an answer that is none', zoe({ answers: [{ questionId: questionId(), answer: 'xxl' }] }), 'request.invalid'],
    ['a question nobody asked', zoe({ answers: [{ questionId: questionId(2), answer: 's' }] }), 'request.invalid'],
  ])('refuses %s', (_, request, expected) => expect(code(decideAdd(state, request, facts))).toBe(expected));

  it('has no room in a slot without a ledger: a draft', () => {
    expect(code(decideAdd({ ...state, ledgers: [] }, zoe(), facts))).toBe('slot.not-found');
  });
});

describe('adding', () => {
  it('repeated with the same key answers the same and changes nothing, also after a crash anywhere', async () => {
    for (let call = 1; call < 30; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await scene({ limitPerPerson: 1 });
        const { ports, counter } = withFault(here.ports, { call, when });
        await here.add({ places: 2 }, 'key-1', 'form', ports).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        if (!counter.struck) return expect(call).toBeGreaterThan(4);
        expect(code(await here.add({ places: 2 }))).toBe('ok');
        await here.deliver();
        expect([await here.held(), here.mails().length]).toEqual([[2, 0, 0], 1]);
        expect(await here.ports.history.about((await here.own()).signUpId)).toHaveLength(1);
      }
    }
    throw new Error('it never ended');
  });

  it('under one key of the API is one request; another body is refused', async () => {
    const here = await scene();
    expect(code(await here.add({}, 'key-1', 'api'))).toBe('ok');
    expect(code(await here.add({ places: 2 }, 'key-1', 'api'))).toBe('request-key.reused');
    expect(await here.held()).toEqual([1, 0, 0]);
  });

  it('repeated after it was refused is refused again, though there is room by then', async () => {
    const here = await scene();
    // full between the look and the ledger
    const ports = { ...here.ports, slots: { ...here.ports.slots, claim: async () => ({ kind: 'refused', ledger: full }) as const } };
    const full = aLedger({ capacity: 1, taken: 1 });
    expect(code(await here.add({}, 'key-1', 'api', ports))).toBe('slot.full');
    expect(code(await here.add({}, 'key-1', 'api'))).toBe('slot.full');
    expect(code(await here.add({}, 'key-2', 'api'))).toBe('ok');
  });

  it('refused, it leaves no intent that another request could decide in the name of staff', async () => {
    const here = await scene();
    const full = aLedger({ capacity: 1, taken: 1 });
    const ports = { ...here.ports, slots: { ...here.ports.slots, claim: async () => ({ kind: 'refused', ledger: full }) as const } };
    await here.add({}, 'key-1', 'form', ports);
    const request = aSignUpRequest({ person: zoe().person, slots: [{ slotId: slotId(1), places: 2 }] });
    expect(code(await signUp(here.ports)({ request, key: { kind: 'form', value: 'own' } }))).toBe('ok');
    expect([await here.held(), here.volunteering.stream.at(-1)?.change]).toMatchObject([[2, 0, 0], { kind: 'claimed', places: 2 }]);
    expect(here.volunteering.stream.at(-1)?.change).not.toHaveProperty('by');
  });

  it('by two at once gives one sign-up, and its history is kept whoever decided it', async () => {
    const here = await scene();
    const outcomes = await Promise.all([here.add({}, 'key-1'), here.add({}, 'key-2')]);
    expect(outcomes.map(code).toSorted()).toEqual(['ok', 'sign-up.already']);
    await here.deliver();
    expect([await here.held(), here.mails().length]).toEqual([[1, 0, 0], 1]);
    expect((await here.ports.history.inMonth('2027-03', 10)).map(({ what, by }) => [what, by])).toEqual([['sign-up.added', BY]]);
  });

  it('again after they gave it back is a new sign-up', async () => {
    const here = await scene();
    await here.add();
    await here.deliver();
    await cancelPerson(here.ports)(await here.own());
    await here.deliver();
    expect(code(await here.add({}, 'key-2'))).toBe('ok');
    // and the first form, sent once more from a page that was open all the time, does nothing
    const late = await here.add({}, 'key-2');
    expect(late.ok && late.value.state).toBe('confirmed');
    expect(await here.held()).toEqual([1, 0, 0]);
  });
});

describe('adding to the waitlist', () => {
  const line = async (here: Awaited<ReturnType<typeof scene>>) =>
    (await here.state()).ledgers.map(({ queue = {} }) => queue[here.person]?.places ?? 0);
  /** Somebody has the one place of the third slot. */
  async function full(opportunity: Parameters<typeof world>[0] = {}) {
    const here = await scene(opportunity);
    await here.add({ slotId: slotId(3), person: { name: 'Bob', email: 'bob@example.org' } }, 'key-of-bob');
    await here.deliver();
    return here;
  }
  const wish = { slotId: slotId(3), waitlist: true } as const;

  it('puts who finds no room in line, and tells them; where there is room they have it', async () => {
    const here = await full();
    const waits = await here.add(wish);
    expect(waits.ok && waits.value).toMatchObject({ slotId: slotId(3), state: 'waitlisted', places: 1 });
    const has = await here.add({ waitlist: true }, 'key-2');
    expect(has.ok && has.value.state).toBe('confirmed');
    await here.deliver();
    expect([await here.held(), await line(here)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(here.mails()).toHaveLength(3);
    const { signUpId: own } = await here.own(3);
    expect(await here.ports.history.about(own)).toMatchObject([{ what: 'sign-up.waitlisted', by: BY }]);
  });

  it('repeated answers the same, also after a crash anywhere and under a limit', async () => {
    for (let call = 1; call < 30; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await full({ limitPerPerson: 1 });
        const { ports, counter } = withFault(here.ports, { call, when });
        await here.add(wish, 'key-1', 'form', ports).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        if (!counter.struck) return expect(call).toBeGreaterThan(4);
        const again = await here.add(wish);
        expect(again.ok && again.value.state).toBe('waitlisted');
        await here.deliver();
        expect([await line(here), here.mails().length]).toEqual([[0, 0, 1], 2]);
      }
    }
    throw new Error('it never ended');
  });

  it('of who waits already is no second place in line', async () => {
    const here = await full();
    await here.add(wish);
    expect(code(await here.add(wish, 'key-2'))).toBe('sign-up.already');
  });

  it('has no meaning once the slot has begun, and none without being asked for', async () => {
    const here = await full();
    expect(code(await here.add({ slotId: slotId(3) }))).toBe('slot.full');
    here.clock.set('2027-03-05T23:00:00.000Z');
    expect(code(await here.add(wish, 'key-2'))).toBe('slot.full');
    expect(await line(here)).toEqual([0, 0, 0]);
  });

  it('is refused where the line is full', async () => {
    const here = await full();
    const queue = Object.fromEntries(
      Array.from({ length: MOST_WAITING }, (_, n) => [
        personId(n + 1),
        { signUpId: signUpId(n + 1), submissionId: submissionId(), places: 1, since: n },
      ]),
    );
    const crowded = aLedger({ slotId: slotId(3), capacity: 1, taken: 1, waiting: MOST_WAITING, leastWaiting: 1, queue });
    const state = await here.state();
    const facts = {
      personId: here.person,
      signUpId: signUpId(200),
      submissionId: submissionId(),
      fingerprint: 'f',
      by: BY,
      now: here.clock.now(),
    };
    expect(code(decideAdd({ ...state, ledgers: [crowded] }, zoe(wish), facts))).toBe('slot.waitlist-full');
  });

  it('is seen by staff on the roster and on the person’s page, with the number', async () => {
    const here = await full();
    await here.add(wish);
    await here.add({ ...wish, places: 2, person: { name: 'Cleo', email: 'cleo@example.org' } }, 'key-of-cleo');
    const { slots } = await roster(here.ports)(await here.state(), slotId(3));
    expect(slots[0]?.people.map(({ person }) => person?.name)).toEqual(['Bob']);
    expect(slots[0]?.waiting.map(({ person, position, places }) => [person?.name, position, places])).toEqual([
      ['Zoe', 1, 1],
      ['Cleo', 2, 2],
    ]);
    const seen = await personHere(here.ports)(await here.state(), here.person);
    expect(seen?.signUps).toMatchObject([{ places: 1, isHeld: false, isKept: true, addedBy: BY, waiting: { position: 1, of: 2 } }]);
    expect(seen?.places).toBe(0);
  });
});

describe('a limit for each person', () => {
  it('does not bind staff, and what they give counts for the person', async () => {
    const here = await scene({ limitPerPerson: 2 });
    expect(code(await here.add({ places: 3 }))).toBe('ok');
    await here.deliver();
    const request = aSignUpRequest({ person: zoe().person, slots: [{ slotId: slotId(2), places: 1 }] });
    expect(code(await signUp(here.ports)({ request, key: { kind: 'form', value: 'own' } }))).toBe('sign-up.all-refused');
    expect(await here.held()).toEqual([3, 0, 0]);
  });

  it('holds though staff gave the places after the person’s allowance was counted', async () => {
    const here = await scene({ limitPerPerson: 3 });
    const own = (n: number, places: number) =>
      signUp(here.ports)({
        request: aSignUpRequest({ person: zoe().person, slots: [{ slotId: slotId(n), places }] }),
        key: { kind: 'form', value: `own-${n}` },
      });
    await own(1, 1);
    await here.deliver();
    expect(code(await here.add({ slotId: slotId(2), places: 2 }))).toBe('ok');
    expect(code(await own(3, 1))).toBe('sign-up.all-refused');
    expect(code(await resizePerson(here.ports)({ ...(await here.own()), places: 3 }))).toBe('ok');
    expect(code(await changePlaces(here.ports)({ ...(await withoutStaff(here)), places: 2 }))).toBe('ok');
    expect(code(await changePlaces(here.ports)({ ...(await withoutStaff(here)), places: 3 }))).toBe('person.limit-reached');
    expect(await here.held()).toEqual([2, 2, 0]);
  });
});

const withoutStaff = async (here: { own: () => Promise<{ readonly by: string }> }) => {
  const { by: _by, ...own } = await here.own();
  return own as never as Parameters<ReturnType<typeof changePlaces>>[0];
};

describe('what they have', () => {
  async function added(opportunity: Parameters<typeof world>[0] = {}) {
    const here = await scene(opportunity);
    await here.add({ places: 2 });
    await here.deliver();
    return here;
  }

  it.each(['2027-03-04T23:00:00.000Z', '2027-03-05T23:00:00.000Z', '2027-03-09T12:00:00.000Z'])(
    'is changed by staff at %s, when the person can’t any more',
    async (at) => {
      const here = await added();
      here.clock.set(at);
      const { by: _by, opportunityId: _o, ...own } = await here.own();
      expect(code(await changePlaces(here.ports)({ ...own, places: 1 }))).toBe('sign-up.too-late');
      expect(code(await moveSignUp(here.ports)({ ...own, slotId: slotId(2) }))).toBe('sign-up.too-late');
      expect(code(await resizePerson(here.ports)({ ...(await here.own()), places: 3 }))).toBe('ok');
      expect(code(await resizePerson(here.ports)({ ...(await here.own()), places: 1 }))).toBe('ok');
      expect(code(await movePerson(here.ports)({ ...(await here.own()), slotId: slotId(2) }))).toBe('ok');
      await here.deliver();
      expect(code(await cancelPerson(here.ports)(await here.own(2)))).toBe('ok');
      expect(await here.held()).toEqual([0, 0, 0]);
    },
  );

  it.each([
    [3, 'ok'],
    [4, 'slot.not-enough-places'],
  ])('can be %i places of three: %s', async (places, expected) => {
    const here = await added();
    expect(code(await resizePerson(here.ports)({ ...(await here.own()), places }))).toBe(expected);
  });

  it('moves only where there is room, and stays as it was where there is none', async () => {
    const here = await added();
    expect(code(await movePerson(here.ports)({ ...(await here.own()), slotId: slotId(3) }))).toBe('slot.not-enough-places');
    expect(code(await movePerson(here.ports)({ ...(await here.own()), slotId: slotId(9) }))).toBe('slot.not-found');
    expect(await here.held()).toEqual([2, 0, 0]);
  });

  it('moved there and back keeps its note, and belongs to whoever moved it last', async () => {
    const here = await scene();
    await here.add({ note: 'Brings a table' });
    await here.deliver();
    await movePerson(here.ports)({ ...(await here.own()), slotId: slotId(2) });
    await here.deliver();
    const { by: _by, opportunityId: _o, ...own } = await here.own(2);
    await moveSignUp(here.ports)({ ...own, slotId: slotId(1) });
    await here.deliver();
    const back = await here.ports.signUps.find(here.person, slotId(1));
    expect([await here.held(), back?.note, back?.by]).toEqual([[1, 0, 0], 'Brings a table', undefined]);
    const seen = await personHere(here.ports)(await here.state(), here.person);
    expect(seen?.signUps.map(({ slot, isHeld }) => [slot.slotId, isHeld])).toEqual([[slotId(1), true]]);
    const entries = await Promise.all((seen?.about ?? []).map((about) => here.ports.history.about(about)));
    expect(
      entries
        .flat()
        .map(({ what }) => what)
        .toSorted(),
    ).toEqual(['sign-up.added', 'sign-up.moved']);
  });

  it('cancelled twice is cancelled once, and only its own opportunity finds it', async () => {
    const here = await added();
    const of = await here.own();
    expect(code(await cancelPerson(here.ports)({ ...of, opportunityId: opportunityId(2) }))).toBe('sign-up.not-found');
    expect(await here.held()).toEqual([2, 0, 0]);
    const answers = [await cancelPerson(here.ports)(of), await cancelPerson(here.ports)(of)];
    expect(answers.map((one) => one.ok && one.value.state)).toEqual(['cancelled', 'cancelled']);
    await here.deliver();
    expect(await here.ports.history.about(of.signUpId)).toHaveLength(2);
  });

  it('must not be refused to staff for what binds people alone', async () => {
    const here = await added();
    const ports = { ...here.ports, opportunities: { ...here.ports.opportunities, load: limited(here) } };
    expect(code(await resizePerson(ports)({ ...(await here.own()), places: 3 }))).toBe('ok');
  });
});

/** Published with a limit of one and closed since: everything that would refuse the person. */
const limited =
  ({ ports }: Pick<World, 'ports'>): World['ports']['opportunities']['load'] =>
  async (id) => {
    const state = await ports.opportunities.load(id);
    return state && { ...state, opportunity: { ...state.opportunity, status: 'closed', limitPerPerson: 1 } };
  };

describe('a note', () => {
  it.each([
    [undefined, { note: 'A' }, 'write'],
    ['A', { note: 'A' }, 'same'],
    ['A', { note: 'B', before: 'A' }, 'write'],
    ['A', { before: 'A' }, 'write'],
    ['A', { note: 'B' }, 'note.changed-meanwhile'],
    ['A', { note: 'B', before: 'C' }, 'note.changed-meanwhile'],
    [undefined, { note: 'B', before: 'A' }, 'note.changed-meanwhile'],
  ] as const)('%s, asked %o: %s', (there, asked, expected) => {
    const decision = decideNote(aSignUp({ ...(there !== undefined && { note: there }) }), asked);
    expect(decision.ok ? decision.value : decision.error.code).toBe(expected);
  });

  it('is not for a sign-up that never was', () => {
    expect(code(decideNote(undefined, { note: 'A' }))).toBe('sign-up.not-found');
    expect(code(decideNote(aSignUp({ state: 'refused' }), { note: 'A' }))).toBe('sign-up.not-found');
  });

  it('written by two at once is written once; the other is told', async () => {
    const here = await scene();
    await here.add();
    const of = await here.own();
    const outcomes = await Promise.all(['One', 'Two'].map((note) => notePerson(here.ports)({ ...of, note })));
    expect(outcomes.map(code).toSorted()).toEqual(['note.changed-meanwhile', 'ok']);
    expect(await here.ports.history.about(of.signUpId)).toMatchObject([{ what: 'sign-up.noted', changes: [{ field: 'note' }] }]);
  });
});

describe('a person as staff see them', () => {
  const claim = (n: number) => ({ [personId()]: { signUpId: signUpId(n), places: n } });
  const state: OpportunityState = {
    opportunity: anOpportunity({ slots: [aShift(1), aShift(2, { startsAt: '2027-03-04T23:00:00.000Z' }), aShift(3)] }),
    ledgers: [1, 2].map((n) => aLedger({ slotId: slotId(n), taken: n, claims: claim(n) })),
  };
  const record = (n: number, with_ = {}) => aSignUp({ slotId: slotId(n), signUpId: signUpId(n), state: 'confirmed', ...with_ });

  it('has what they hold by time, then what they gave back; the ledger is right about places', () => {
    const kept = [record(1), record(2), record(3, { state: 'cancelled', note: 'Ill' })];
    const seen = personOf(state, personId(), kept, NOW);
    expect(seen?.signUps.map(({ slot, places, isHeld }) => [slot.slotId, places, isHeld])).toEqual([
      [slotId(2), 2, true],
      [slotId(1), 1, true],
      [slotId(3), 1, false],
    ]);
    expect([seen?.places, seen?.person?.name, seen?.about.length]).toEqual([3, 'Ana Gómez', 3]);
  });

  it('holds places though nothing is known of them, or only of another sign-up', () => {
    for (const kept of [[], [record(1, { signUpId: signUpId(7) }), record(2, { signUpId: signUpId(8) })]]) {
      const seen = personOf(state, personId(), kept, NOW);
      expect(seen?.signUps.map(({ isHeld, isKept, answers }) => [isHeld, isKept, answers])).toEqual([
        [true, false, []],
        [true, false, []],
      ]);
    }
  });

  it('is not here with what never came to places', () => {
    const empty = { ...state, ledgers: [] };
    expect(personOf(empty, personId(), [], NOW)).toBeUndefined();
    expect(personOf(empty, personId(), [record(1, { state: 'pending' }), record(2, { state: 'refused' })], NOW)).toBeUndefined();
  });
});
