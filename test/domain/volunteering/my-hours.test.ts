/** What of a person's sign-ups are hours, of which day and in which year; and what is left out. */
import { describe, expect, it } from 'vitest';
import type { MarkRequest } from '#contracts/resources/check-in.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { SignUpId } from '#contracts/values.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { markPerson } from '#domain/volunteering/mark-person.ts';
import { hoursOf, myHours, yearsWithHours } from '#domain/volunteering/my-hours.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anItem, aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';

const LATER = '2028-02-01T12:00:00.000Z';
const DAY_OF_SHIFT = '2027-03-05';

/** Ana has two places in each slot; it is next year. */
async function scene(...slots: readonly Slot[]) {
  const here = await world({ slots: [...slots] });
  const person = { name: 'Ana Gómez', email: 'ana@example.org' };
  const request = aSignUpRequest({ person, slots: slots.map((slot) => ({ slotId: slot.slotId, places: 2 })) });
  await signUp(here.ports)({ request, key: { kind: 'form', value: 'key-1' } });
  await here.deliver();
  here.clock.set(LATER);
  const personId = await here.ports.people.identify(person.email);
  const claimOf = (n: number): SignUpId => SignUpId.parse(here.volunteering.ledgers.get(slotId(n))?.claims[personId]?.signUpId);
  const mark = async (n: number, said: MarkRequest) => {
    const state = await here.ports.opportunities.load(opportunityId());
    if (!state) throw new Error('there must be an opportunity');
    const marked = await markPerson(here.ports)(state, { personId, signUpId: claimOf(n), mark: said, by: 'luis@riverbend.example' });
    expect(marked.ok).toBe(true);
  };
  const hours = async () => {
    const mine = await myHours(here.ports)({ personId });
    if (!mine.ok) throw new Error('there must be sign-ups');
    return mine.value;
  };
  const seen = async () => {
    const { given, uncounted } = await hours();
    return { given: given.map(({ on, minutes }) => [on, minutes]), uncounted: uncounted.map(({ on }) => on) };
  };
  return { ...here, personId, claimOf, mark, hours, seen };
}

describe('hours', () => {
  it('are of who was checked in: the slot’s length once, however many places, or what staff set', async () => {
    const { mark, seen } = await scene(aShift(1), aShift(2));
    await mark(1, { attendance: 'attended' });
    await mark(2, { attendance: 'attended', minutes: 45 });
    expect(await seen()).toEqual({
      given: [
        [DAY_OF_SHIFT, 120],
        [DAY_OF_SHIFT, 45],
      ],
      uncounted: [],
    });
  });

  it('tell what they were given for, and who gave them', async () => {
    const { mark, hours } = await scene(aShift(1));
    await mark(1, { attendance: 'attended' });
    const { name, given } = await hours();
    expect(name).toBe('Ana Gómez');
    expect(given[0]).toMatchObject({ title: { en: 'Spring Carnival' }, schoolName: 'Lincoln Elementary' });
  });

  it('are of the day that the school’s clocks showed, in the order of days', async () => {
    const newYearsEve = { startsAt: '2028-01-01T05:00:00.000Z', endsAt: '2028-01-01T07:00:00.000Z' };
    const { mark, seen } = await scene(aShift(1, newYearsEve), aShift(2));
    await mark(1, { attendance: 'attended' });
    await mark(2, { attendance: 'attended' });
    expect((await seen()).given.map(([on]) => on)).toEqual([DAY_OF_SHIFT, '2027-12-31']);
  });

  it('of what has no time are of the day on which staff noted them', async () => {
    const { mark, seen } = await scene(anItem(1));
    await mark(1, { attendance: 'attended', minutes: 90, at: '2027-05-03T02:00:00.000Z' });
    expect((await seen()).given).toEqual([['2027-05-02', 90]]);
  });
});

describe('what does not count', () => {
  it.each([
    ['nobody was checked in', undefined, [DAY_OF_SHIFT]],
    ['no time was noted', { attendance: 'attended', minutes: 0 }, [DAY_OF_SHIFT]],
    ['it was taken back', { attendance: 'open' }, [DAY_OF_SHIFT]],
    ['they missed it', { attendance: 'missed' }, []],
  ] as const)('when %s', async (_, said, uncounted) => {
    const { mark, seen } = await scene(aShift(1));
    if (said) await mark(1, said);
    expect(await seen()).toEqual({ given: [], uncounted });
  });

  it('says whom to ask', async () => {
    const { hours, ports } = await scene(aShift(1));
    const state = await ports.opportunities.load(opportunityId());
    expect((await hours()).uncounted[0]?.contact).toEqual(state?.opportunity.contact);
  });

  it.each([
    ['2027-03-06T00:59:59.999Z', []],
    ['2027-03-06T01:00:00.000Z', [DAY_OF_SHIFT]],
  ])('is not told before its end: at %s', async (now, uncounted) => {
    const { clock, seen } = await scene(aShift(1), anItem(2));
    clock.set(now);
    expect((await seen()).uncounted).toEqual(uncounted);
  });

  it('is not what was canceled', async () => {
    const { clock, ports, personId, claimOf, seen } = await scene(aShift(1));
    clock.set('2027-03-02T12:00:00.000Z');
    expect((await cancelSignUp(ports)({ personId, signUpId: claimOf(1) })).ok).toBe(true);
    clock.set(LATER);
    expect(await seen()).toEqual({ given: [], uncounted: [] });
  });

  it('is not what was called off', async () => {
    const { ports, personId, seen } = await scene(aShift(1));
    expect((await seen()).uncounted).toHaveLength(1);
    const load: typeof ports.opportunities.load = async (id) => {
      const state = await ports.opportunities.load(id);
      const slots = state?.opportunity.slots.map((slot) => ({ ...slot, calledOff: true as const }));
      return state && slots && { ...state, opportunity: { ...state.opportunity, slots } };
    };
    const mine = await myHours({ ...ports, opportunities: { ...ports.opportunities, load } })({ personId });
    expect(mine).toMatchObject({ ok: true, value: { given: [], uncounted: [] } });
  });
});

it('of nobody who is known leads nowhere', async () => {
  const { ports } = await scene(aShift(1));
  expect(await myHours(ports)({ personId: await ports.people.identify('bob@example.org') })).toEqual({
    ok: false,
    error: { code: 'link.invalid' },
  });
});

describe('years', () => {
  const given = ['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map((on) => ({
    on,
    title: { en: 'Fair' },
    schoolName: 'Lincoln',
    minutes: 60,
  }));

  it('are those in which they helped, calendar years first', () => {
    expect(yearsWithHours({ given }).map(({ name }) => name)).toEqual(['2027', '2026', '2026-2027', '2025-2026']);
    expect(yearsWithHours({ given: [] })).toEqual([]);
  });

  it.each([
    ['2027', ['2027-01-01']],
    ['2026', ['2026-06-30', '2026-07-01', '2026-12-31']],
    ['2026-2027', ['2026-07-01', '2026-12-31', '2027-01-01']],
    ['2025-2026', ['2026-06-30']],
  ])('%s has its own days', (name, days) => {
    const year = yearsWithHours({ given }).find((one) => one.name === name);
    expect(year && hoursOf({ given }, year).map(({ on }) => on)).toEqual(days);
  });
});
