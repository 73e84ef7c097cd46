/** What anyone may look at, and what working parents filter by. */
import { describe, expect, it } from 'vitest';
import type { OpportunityFilter } from '#contracts/resources/availability.ts';
import { OpportunityList, PublicOpportunity } from '#contracts/resources/availability.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { getOpportunity, listOpportunities, listSchools } from '#domain/volunteering/browse.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anItem, anOpportunity, aSchool, aShift, aSignUpRequest, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';

async function withMore(...more: readonly Partial<Opportunity>[]) {
  const here = await world();
  for (const [index, with_] of more.entries()) {
    const { version: _version, ...definition } = anOpportunity({
      opportunityId: opportunityId(index + 2),
      slots: [aShift(index + 20)],
      ...with_,
    });
    const outcome = await publishOpportunity(here.ports)(definition);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  }
  return { ...here, list: async (filter: OpportunityFilter = {}) => (await listOpportunities(here.ports)(filter)).opportunities };
}
const shiftAt = (n: number, startsAt: string, endsAt: string): Slot => aShift(n, { startsAt, endsAt });

describe('the list', () => {
  it('is soonest first, undated last, without drafts, and fits its contract', async () => {
    const { ports } = await withMore(
      { slots: [anItem(20)] },
      { slots: [shiftAt(21, '2027-03-02T15:00:00Z', '2027-03-02T16:00:00Z')] },
      { status: 'draft' },
    );
    const list = await listOpportunities(ports)({});
    expect(list.opportunities.map((one) => one.opportunityId)).toEqual([opportunityId(3), opportunityId(1), opportunityId(2)]);
    expect(OpportunityList.parse(list)).toEqual(list);
  });

  it('leaves out slots from the instant they are over, and opportunities with none left', async () => {
    const { list, clock } = await withMore({ slots: [aShift(20), shiftAt(21, '2027-03-02T15:00:00Z', '2027-03-02T16:00:00Z')] });
    const slots = async () => (await list()).map((one) => one.slots.length);
    clock.set(Date.parse('2027-03-02T16:00:00Z') - 1);
    expect(await slots()).toEqual([2, 1]);
    clock.set('2027-03-02T16:00:00Z');
    expect(await slots()).toEqual([1, 1]);
    clock.set('2027-03-06T01:00:00Z');
    expect(await slots()).toEqual([]);
  });
});

describe('a filter', () => {
  // 2027-03-14 is the night the clocks change in Chicago: 17:00 is 23:00 UTC the day before and 22:00 UTC that day
  it.each<[string, OpportunityFilter, Partial<Opportunity>, boolean]>([
    ['evening: 17:00 in winter', { evening: 'yes' }, { slots: [shiftAt(20, '2027-03-12T23:00:00Z', '2027-03-13T00:00:00Z')] }, true],
    [
      'evening: a minute before in winter',
      { evening: 'yes' },
      { slots: [shiftAt(20, '2027-03-12T22:59:00Z', '2027-03-13T00:00:00Z')] },
      false,
    ],
    ['evening: 17:00 in summer', { evening: 'yes' }, { slots: [shiftAt(20, '2027-03-15T22:00:00Z', '2027-03-15T23:00:00Z')] }, true],
    ['weekend: Friday 23:59', { weekend: 'yes' }, { slots: [shiftAt(20, '2027-03-13T05:59:00Z', '2027-03-13T07:00:00Z')] }, false],
    ['weekend: Saturday 00:00', { weekend: 'yes' }, { slots: [shiftAt(20, '2027-03-13T06:00:00Z', '2027-03-13T07:00:00Z')] }, true],
    [
      'weekend: Monday 00:00 after the clocks changed',
      { weekend: 'yes' },
      { slots: [shiftAt(20, '2027-03-15T05:00:00Z', '2027-03-15T06:00:00Z')] },
      false,
    ],
    [
      'weekend: Sunday 23:59 after the clocks changed',
      { weekend: 'yes' },
      { slots: [shiftAt(20, '2027-03-15T04:59:00Z', '2027-03-15T06:00:00Z')] },
      true,
    ],
    ['short: 90 minutes', { short: 'yes' }, { slots: [shiftAt(20, '2027-03-12T23:00:00Z', '2027-03-13T00:30:00Z')] }, true],
    ['short: 91 minutes', { short: 'yes' }, { slots: [shiftAt(20, '2027-03-12T23:00:00Z', '2027-03-13T00:31:00Z')] }, false],
    ['short: an item', { short: 'yes' }, { slots: [anItem(20)] }, true],
    [
      'evening and short must be one slot',
      { evening: 'yes', short: 'yes' },
      { slots: [anItem(20), shiftAt(21, '2027-03-12T23:00:00Z', '2027-03-13T02:00:00Z')] },
      false,
    ],
    ['from home: at a place', { fromHome: 'yes' }, {}, false],
    ['from home: remote', { fromHome: 'yes' }, { kind: 'remote' }, true],
    ['language spoken', { language: 'es' }, {}, true],
    ['language not spoken', { language: 'vi' }, {}, false],
    ['another kind', { kind: 'class' }, {}, false],
    ['another school', { schoolId: schoolId(7) }, {}, false],
  ])('%s', async (_what, filter, opportunity, fits) => {
    const { list } = await withMore(opportunity);
    expect((await list(filter)).some((one) => one.opportunityId === opportunityId(2))).toBe(fits);
  });
});

describe('an opportunity', () => {
  const take = (ports: Parameters<typeof signUp>[0], name: string) =>
    signUp(ports)({
      request: aSignUpRequest({ person: { name, email: `${name.replace(' ', '.')}@example.org` } }),
      key: { kind: 'form', value: 'form-0123456789abcd' },
    });

  it.each([
    [true, ['Ana', 'Bob']],
    [false, undefined],
  ])('shows first names only where the coordinator does (%s)', async (showFirstNames, names) => {
    const { ports } = await world({ showFirstNames });
    await take(ports, 'Bob Smith');
    await take(ports, 'Ana Gómez');
    const shown = await getOpportunity(ports)({ opportunityId: opportunityId() });
    if (!shown.ok) throw new Error('it is published');
    expect(shown.value.slots[0]?.availability).toMatchObject({ taken: 2, placesLeft: 3, state: 'open' });
    expect(shown.value.slots[0]?.availability.firstNames).toEqual(names);
    expect(PublicOpportunity.parse(shown.value)).toEqual(shown.value);
    expect(JSON.stringify(shown.value)).not.toMatch(/Smith|@example\.org|sgn_/);
  });

  it('keeps slots that are over, and shows all closed when it is', async () => {
    const { ports, clock } = await world({ slots: [aShift(1), anItem(2)], status: 'closed' });
    clock.set('2027-04-01T00:00:00Z');
    const shown = await getOpportunity(ports)({ opportunityId: opportunityId() });
    expect(shown.ok && shown.value.slots.map(({ availability }) => availability.state)).toEqual(['started', 'closed']);
  });

  it.each([opportunityId(9), opportunityId(2)])('that is unknown or a draft is not found', async (id) => {
    const { ports } = await withMore({ status: 'draft' });
    expect(await getOpportunity(ports)({ opportunityId: id })).toEqual({ ok: false, error: { code: 'opportunity.not-found' } });
  });
});

describe('publishing', () => {
  const { version: _version, ...definition } = anOpportunity();
  const codes = async (with_: Partial<Opportunity>) => {
    const { ports } = await world();
    const outcome = await publishOpportunity(ports)({ ...definition, ...with_ });
    return !outcome.ok && outcome.error.code === 'request.invalid'
      ? outcome.error.fields.map(({ pointer, code }) => `${pointer} ${code}`)
      : outcome;
  };

  it.each<[string, Partial<Opportunity>, readonly string[]]>([
    ['a slot that ends when it starts', { slots: [aShift(1, { endsAt: '2027-03-05T23:00:00Z' })] }, ['/slots/0/endsAt instant.not-after']],
    ['a slot named twice', { slots: [aShift(1), aShift(1)] }, ['/slots/1/slotId value.repeated']],
    ['closing before opening', { opensAt: '2027-03-02T00:00:00Z', closesAt: '2027-03-02T00:00:00Z' }, ['/closesAt instant.not-after']],
    ['leaving out a slot people may have taken', { slots: [aShift(2)] }, ['/slots slot.left-out']],
  ])('refuses %s', async (_what, with_, expected) => {
    expect(await codes(with_)).toEqual(expected);
  });

  it('changes capacity and times of a slot and keeps its claims', async () => {
    const { ports, volunteering } = await world();
    await signUp(ports)({
      request: aSignUpRequest({ slots: [{ slotId: slotId(), places: 3 }] }),
      key: { kind: 'form', value: 'form-0123456789abcd' },
    });
    await publishOpportunity(ports)({ ...definition, slots: [aShift(1, { capacity: 2 })], closesAt: '2027-03-04T00:00:00Z' });
    expect(volunteering.ledgers.get(slotId())).toMatchObject({
      capacity: 2,
      taken: 3,
      closesAt: '2027-03-04T00:00:00.000Z',
      change: { kind: 'revised' },
    });
  });

  it('of a school nobody added, and a slug twice, is refused', async () => {
    const { ports } = await world();
    expect(await publishOpportunity(ports)({ ...definition, schoolId: schoolId(8) })).toEqual({
      ok: false,
      error: { code: 'school.not-found' },
    });
    const { version: _v, ...school } = aSchool({ schoolId: schoolId(2) });
    expect(await addSchool(ports)(school)).toMatchObject({
      ok: false,
      error: { code: 'request.invalid', fields: [{ pointer: '/slug', code: 'slug.taken' }] },
    });
    expect((await listSchools(ports)()).schools.map((one) => one.schoolId)).toEqual([schoolId(1)]);
  });
});
