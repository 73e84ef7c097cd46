/** At the door: what was seen last stands, whatever came when; all others; and who came without being on the list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkRequest, WalkIn } from '#contracts/resources/check-in.ts';
import type { PersonId } from '#contracts/values.ts';
import { decideMark, decideRest, markPerson, markRest } from '#domain/volunteering/mark-person.ts';
import { resizePerson } from '#domain/volunteering/people-by-hand.ts';
import type { Attendance, OpportunityState, SlotLedger } from '#domain/volunteering/ports.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { missingRoom, walkIn } from '#domain/volunteering/walk-in.ts';
import { aLedger, aShift, aSignUpRequest, opportunityId, personId, signUpId, slotId } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

const BY = 'luis@riverbend.example';
const OPENS = '2027-03-04T23:00:00.000Z';
const START = '2027-03-05T23:00:00.000Z';
const NOW = '2027-03-06T00:00:00.000Z';
const code = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'ok';
const shift: SlotLedger = aLedger({ startsAt: START, endsAt: '2027-03-06T01:00:00.000Z' });

describe('deciding a mark', () => {
  const decide = (mark: Partial<MarkRequest>, now = NOW, ledger = shift) =>
    decideMark(ledger, { attendance: 'attended', ...mark }, Date.parse(now));

  it.each([
    ['2027-03-04T22:59:59.999Z', 'check-in.not-open-yet'],
    [OPENS, 'ok'],
    ['2029-01-01T00:00:00.000Z', 'ok'],
  ])('at %s: %s', (now, expected) => expect(code(decide({}, now))).toBe(expected));

  it.each([
    ['when it was seen', '2027-03-05T23:01:00.000Z', '2027-03-05T23:01:00.000Z'],
    ['now, without saying when', undefined, NOW],
    ['now, of the future', '2027-03-06T00:00:00.001Z', NOW],
    ['the first moment of check-in, from before it', '2020-01-01T00:00:00.000Z', OPENS],
    ['when it was seen, however it is written', '2027-03-05T23:01:00Z', '2027-03-05T23:01:00.000Z'],
  ])('counts as %s', (_, at, expected) => {
    const decision = decide(at === undefined ? {} : { at });
    expect(decision.ok && decision.value.at).toBe(expected);
  });

  it('takes minutes of who was there, and of nobody else', () => {
    expect(decide({ minutes: 0 })).toMatchObject({ ok: true, value: { minutes: 0 } });
    for (const attendance of ['missed', 'open'] as const) {
      expect(decide({ attendance, minutes: 30 })).toMatchObject({ error: { code: 'request.invalid', fields: [{ pointer: '/minutes' }] } });
    }
  });
});

describe('all others', () => {
  const at = '2027-03-05T23:01:00.000Z';
  const rest = (there: Attendance | undefined, state: Attendance['state']) =>
    decideRest({ ...shift, ...(there && { attendance: { [personId()]: there } }) }, personId(), state);

  it.each([
    ['of whom nothing was said', undefined, 'missed', OPENS],
    ['of whom it was taken back', { state: 'open', at }, 'missed', at],
    ['of whom all was said before, taken back', { state: 'missed', at, isRest: true }, 'open', '2027-03-05T23:01:00.001Z'],
    ['of whom all was said before, the other way', { state: 'missed', at, isRest: true }, 'attended', '2027-03-05T23:01:00.001Z'],
  ] as const)('are those %s', (_, there, state, expected) => expect(rest(there, state)).toEqual({ state, at: expected, isRest: true }));

  it.each([
    ['was there', { state: 'attended', at }],
    ['missed it', { state: 'missed', at }],
  ] as const)('are not who %s', (_, there) => {
    for (const state of ['attended', 'missed', 'open'] as const) expect(rest(there, state)).toBeUndefined();
  });

  it('are nobody when it was said already', () => {
    expect(rest({ state: 'missed', at, isRest: true }, 'missed')).toBeUndefined();
    expect(rest(undefined, 'open')).toBeUndefined();
  });
});

const SLOTS = [aShift(1, { capacity: 4 }), aShift(2, { capacity: 1 })];
async function scene(people = 1, sabotage = {}) {
  const here = await world({ slots: SLOTS }, sabotage);
  const of: PersonId[] = [];
  for (let n = 1; n <= people; n += 1) {
    const person = { name: `Ana ${n}`, email: `ana.${n}@example.org` };
    await signUp(here.ports)({
      request: aSignUpRequest({ person, slots: [{ slotId: slotId(1), places: 1 }] }),
      key: { kind: 'form', value: `key-${n}` },
    });
    of.push(await here.ports.people.identify(person.email));
  }
  await here.deliver();
  here.clock.set(NOW);
  const state = async () => (await here.ports.opportunities.load(opportunityId())) as OpportunityState;
  const ledger = async (n = 1) => (await here.ports.slots.find(opportunityId(), slotId(n))) as SlotLedger;
  const mark = async (request: MarkRequest, n = 1, ports = here.ports) => {
    const person = of[n - 1] ?? personId();
    const signedUp = (await ledger()).claims[person]?.signUpId ?? signUpId(9);
    return markPerson(ports)(await state(), { personId: person, signUpId: signedUp, mark: request, by: BY });
  };
  const rest = async (attendance: 'missed' | 'open' | 'attended', n = 1) =>
    markRest(here.ports)(await state(), { slotId: slotId(n), attendance, by: BY });
  const seen = async () => of.map((person) => here.volunteering.ledgers.get(slotId())?.attendance?.[person]?.state ?? 'open');
  return { ...here, of, state, ledger, mark, rest, seen };
}

describe('marking', () => {
  it('answers what stands: the mark that was seen last, whichever comes last', async () => {
    const here = await scene();
    const late = await here.mark({ attendance: 'missed', at: '2027-03-05T23:30:00.000Z' });
    const early = await here.mark({ attendance: 'attended', at: '2027-03-05T23:10:00.000Z' });
    expect(late).toMatchObject({ ok: true, value: { attendance: 'missed', seenAt: '2027-03-05T23:30:00.000Z', places: 1 } });
    expect(early).toEqual(late);
  });

  it('in any order and however often leaves the same', async () => {
    const minutes = fc.integer({ min: 0, max: 50 });
    const marks = fc.array(fc.record({ attendance: fc.constantFrom('attended', 'missed', 'open'), minute: minutes }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(marks, fc.array(fc.nat(5), { maxLength: 8 }), async (all, again) => {
        const said = all.map(({ attendance, minute }) => ({
          attendance: attendance as MarkRequest['attendance'],
          at: `2027-03-05T23:${String(minute).padStart(2, '0')}:00.000Z`,
        }));
        const left = async (order: readonly (MarkRequest | undefined)[]) => {
          const here = await scene();
          for (const one of order) if (one) await here.mark(one);
          return (await here.ledger()).attendance;
        };
        expect(await left([...again.map((index) => said[index]), ...said.toReversed()])).toEqual(await left(said));
      }),
      { numRuns: 60 },
    );
  });

  it('says the minutes that count: those that were set, else the length of the slot', async () => {
    const here = await scene();
    expect(await here.mark({ attendance: 'attended', at: START })).toMatchObject({ value: { minutes: 120 } });
    expect(await here.mark({ attendance: 'attended', minutes: 45 })).toMatchObject({ value: { minutes: 45 } });
    const missed = await here.mark({ attendance: 'missed' });
    expect(missed.ok && missed.value).not.toHaveProperty('minutes');
  });

  it('of a sign-up that is gone, or another’s, finds none', async () => {
    const here = await scene();
    const state = await here.state();
    const of = { personId: here.of[0] ?? personId(), signUpId: signUpId(9), mark: { attendance: 'attended' }, by: BY } as const;
    expect(code(await markPerson(here.ports)(state, of))).toBe('sign-up.not-found');
    expect(await here.seen()).toEqual(['open']);
  });

  it('while staff change their places counts for the places they have then', async () => {
    const here = await scene();
    const before = await here.state();
    const person = here.of[0] ?? personId();
    const signedUp = (await here.ledger()).claims[person]?.signUpId ?? signUpId(9);
    await resizePerson(here.ports)({ opportunityId: opportunityId(), personId: person, signUpId: signedUp, places: 3, by: BY });
    const marked = await markPerson(here.ports)(before, { personId: person, signUpId: signedUp, mark: { attendance: 'attended' }, by: BY });
    expect(marked).toMatchObject({ ok: true, value: { places: 3, attendance: 'attended' } });
  });

  it('is kept in the history once, with who did it', async () => {
    const here = await scene();
    const at = '2027-03-05T23:10:00.000Z';
    for (let n = 0; n < 3; n += 1) await here.mark({ attendance: 'attended', at });
    await here.deliver();
    const entries = await here.ports.history.inMonth('2027-03', 10);
    expect(entries.map(({ what, by }) => [what, by])).toEqual([['sign-up.attended', BY]]);
  });
});

describe('marking all others', () => {
  it('leaves who was seen, counts the rest once, and is taken back', async () => {
    const here = await scene(3);
    await here.mark({ attendance: 'attended' });
    expect(await here.rest('missed')).toMatchObject({ ok: true, value: { people: 2 } });
    expect(await here.rest('missed')).toMatchObject({ ok: true, value: { people: 0 } });
    expect(await here.seen()).toEqual(['attended', 'missed', 'missed']);
    expect(await here.rest('open')).toMatchObject({ ok: true, value: { people: 2 } });
    expect(await here.seen()).toEqual(['attended', 'open', 'open']);
    await here.rest('missed');
    expect(await here.seen()).toEqual(['attended', 'missed', 'missed']);
  });

  it('gives way to a phone that was without network and saw them an hour ago', async () => {
    const here = await scene(2);
    await here.rest('missed');
    await here.mark({ attendance: 'attended', at: '2027-03-05T23:02:00.000Z' }, 2);
    expect(await here.seen()).toEqual(['missed', 'attended']);
  });

  it('is refused before check-in opens, and for a slot that is not there', async () => {
    const here = await scene();
    expect(code(await here.rest('missed', 9))).toBe('slot.not-found');
    here.clock.set('2027-03-04T22:59:59.999Z');
    expect(code(await here.rest('missed'))).toBe('check-in.not-open-yet');
    expect(await here.seen()).toEqual(['open']);
  });
});

describe('who is not on the list', () => {
  const zoe = (with_: Partial<WalkIn> = {}): WalkIn => ({
    slotId: slotId(1),
    places: 1,
    person: { name: 'Zoe', email: 'zoe@example.org' },
    language: 'en',
    makeRoom: true,
    ...with_,
  });
  type Here = Awaited<ReturnType<typeof scene>>;
  const come = async (here: Here, with_: Partial<WalkIn> = {}, value = 'key-1', ports = here.ports) =>
    walkIn(ports)(await here.state(), { request: zoe(with_), key: { kind: 'form', value }, by: BY });
  const room = async (here: Here, n = 1) => {
    const { taken, capacity } = await here.ledger(n);
    return [taken, capacity, (await here.state()).opportunity.slots[n - 1]?.capacity];
  };

  it('is added and checked in, and told by mail', async () => {
    const here = await scene();
    expect(await come(here)).toMatchObject({ ok: true, value: { attendance: 'attended', seenAt: NOW, places: 1, minutes: 120 } });
    await here.deliver();
    expect([await room(here), here.mailer.sent.length]).toEqual([[2, 4, 4], 2]);
    const history = await here.ports.history.inMonth('2027-03', 10);
    expect(history.map(({ what }) => what).toSorted()).toEqual(['sign-up.added', 'sign-up.attended']);
  });

  it.each([
    [2, true, 'ok', [2, 2, 2]],
    [2, false, 'slot.not-enough-places', [0, 1, 1]],
  ] as const)('with %i places in a slot for one, making room %s: %s', async (places, makeRoom, expected, left) => {
    const here = await scene();
    expect(code(await come(here, { slotId: slotId(2), places, makeRoom }))).toBe(expected);
    expect(await room(here, 2)).toEqual(left);
  });

  it('makes room that is kept in the history of the opportunity', async () => {
    const here = await scene();
    await come(here, { slotId: slotId(2), places: 3 });
    const entries = await here.ports.history.about(opportunityId());
    expect(entries.at(-1)).toMatchObject({ what: 'opportunity.changed', by: BY, changes: [{ field: 'slots' }] });
  });

  it('gets no room that somebody waits for, and none is made', () => {
    const full = aLedger({ capacity: 2, taken: 2, waiting: 1, leastWaiting: 1 });
    expect(missingRoom(full, personId(), 1)).toMatchObject({ ok: false, error: { code: 'slot.full' } });
    expect(missingRoom({ ...full, leastWaiting: 2 }, personId(), 1)).toEqual({ ok: true, value: 1 });
  });

  it.each([
    [3, 2, 0, 1, 0],
    [3, 3, 0, 1, 1],
    [3, 2, 1, 1, 1],
    [3, 4, 0, 1, 2],
  ])('in a slot of %i with %i taken and %i held back, for %i lacks %i', (capacity, taken, held, places, missing) => {
    expect(missingRoom(aLedger({ capacity, taken, held }), personId(), places)).toEqual({ ok: true, value: missing });
  });

  it('is refused before check-in opens', async () => {
    const here = await scene();
    here.clock.set('2027-03-04T22:59:59.999Z');
    expect(code(await come(here))).toBe('check-in.not-open-yet');
    expect(await room(here)).toEqual([1, 4, 4]);
  });

  it('who is on the list already is said to be, and nothing changes', async () => {
    const here = await scene();
    expect(code(await come(here, { person: { name: 'Ana', email: 'ana.1@example.org' } }))).toBe('sign-up.already');
    expect([await room(here), await here.seen()]).toEqual([[1, 4, 4], ['open']]);
  });

  it('sent again after they were marked otherwise is not checked in again', async () => {
    const here = await scene();
    const first = await come(here);
    if (!first.ok) throw new Error(code(first));
    const { personId: person, signUpId: signedUp } = first.value;
    here.clock.advance(1_000);
    await markPerson(here.ports)(await here.state(), { personId: person, signUpId: signedUp, mark: { attendance: 'open' }, by: BY });
    expect(await come(here)).toMatchObject({ ok: true, value: { attendance: 'open' } });
  });

  it('two at once in a full slot are two people with two places, and a repeat of each answers the same', async () => {
    const here = await scene();
    await come(here, { slotId: slotId(2) }, 'key-0');
    const both = ['max', 'mia'].map((name) => ({ slotId: slotId(2), person: { name, email: `${name}@example.org` } }));
    const outcomes = await Promise.all(both.map((one, n) => come(here, one, `key-${n + 1}`)));
    expect(outcomes.map(code)).toEqual(['ok', 'ok']);
    for (const [n, one] of both.entries()) expect(code(await come(here, one, `key-${n + 1}`))).toBe('ok');
    expect(await room(here, 2)).toEqual([3, 3, 3]);
  });

  it('repeated after a crash anywhere is one person, checked in, with just the room they need', async () => {
    for (let call = 1; call < 60; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await scene();
        const { ports, counter } = withFault(here.ports, { call, when });
        await come(here, { slotId: slotId(2), places: 2 }, 'key-1', ports).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        if (!counter.struck) return expect(call).toBeGreaterThan(8);
        expect(await come(here, { slotId: slotId(2), places: 2 })).toMatchObject({ ok: true, value: { attendance: 'attended' } });
        await here.deliver();
        expect(await room(here, 2)).toEqual([2, 2, 2]);
        expect(here.mailer.sent.length).toBe(2);
      }
    }
    throw new Error('it never ended');
  });
});
