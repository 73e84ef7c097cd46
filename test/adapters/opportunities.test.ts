/** Definitions, their lists, and schools, on the fakes and on DynamoDB. */
import { expect, it } from 'vitest';
import {
  aChoice,
  aLedger,
  anItem,
  anOpportunity,
  aSchool,
  aShift,
  opportunityId,
  personId,
  schoolId,
  signUpId,
  slotId,
} from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const END = '2027-03-06T01:00:00.000Z';
const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

onBoth('opportunities', (make) => {
  const whole = anOpportunity({ slots: [aShift(1), anItem(2)], questions: [aChoice()], limitPerPerson: 3 });

  it('come back whole, with the ledgers of their slots', async () => {
    const { opportunities, slots } = await make();
    await opportunities.save(whole);
    const { closesAt: _c, startsAt: _s, endsAt: _e, ...item } = aLedger({ slotId: slotId(2) });
    const claims = { [personId()]: { signUpId: signUpId(), places: 2 } };
    const ledgers = [aLedger({ taken: 2, claims }), item];
    for (const ledger of ledgers) await slots.open(ledger);
    const state = { opportunity: whole, ledgers };
    expect(await opportunities.load(opportunityId())).toEqual(state);
    expect(await opportunities.glance(opportunityId())).toEqual(state);
    expect(await opportunities.load(opportunityId(2))).toBeUndefined();
  });

  it('are saved in the order of their versions, and say so again to a repeat', async () => {
    const { opportunities } = await make();
    const saves = [];
    for (const one of [
      { ...whole, version: 2 },
      whole,
      whole,
      { ...whole, dropOutHours: 1 },
      { ...whole, version: 2 },
      { ...whole, version: 2, dropOutHours: 1 },
    ])
      saves.push(await opportunities.save(one));
    expect(saves).toEqual(['version-conflict', 'saved', 'saved', 'version-conflict', 'saved', 'version-conflict']);
  });

  it.each([
    ['at its very end', END, 1],
    ['a thousandth of a second after', plus(END, 1), 0],
    ['in the last second of that minute', plus(END, 59_999), 0],
  ])('list a slot until it is over: %s', async (_name, from, listed) => {
    const { opportunities, slots } = await make();
    await opportunities.save(anOpportunity());
    await slots.open(aLedger());
    const [summary] = await opportunities.ofSchool(schoolId(), from);
    expect(summary?.figures).toHaveLength(listed);
  });

  it('list figures without who holds places, slots without end for good, and no drafts or other schools', async () => {
    const { opportunities, slots } = await make();
    await opportunities.save(whole);
    await opportunities.save(anOpportunity({ opportunityId: opportunityId(2), status: 'draft' }));
    await opportunities.save(anOpportunity({ opportunityId: opportunityId(3), schoolId: schoolId(2) }));
    await opportunities.save(anOpportunity({ opportunityId: opportunityId(4), status: 'closed' }));
    const { closesAt: _c, startsAt: _s, endsAt: _e, ...item } = aLedger({ slotId: slotId(2), taken: 1 });
    await slots.open({ ...item, claims: { [personId()]: { signUpId: signUpId(), places: 1 } } });
    const listed = await opportunities.ofSchool(schoolId(), '2031-01-01T00:00:00.000Z');
    expect(listed.map(({ opportunity }) => opportunity.opportunityId).sort()).toEqual([opportunityId(1), opportunityId(4)]);
    expect(listed.find(({ opportunity }) => opportunity.opportunityId === opportunityId())?.figures).toEqual([
      { slotId: slotId(2), capacity: 5, taken: 1, held: 0, waiting: 0, state: 'open' },
    ]);
  });
});

onBoth('schools', (make) => {
  const lincoln = aSchool();
  const adams = aSchool({ schoolId: schoolId(2), slug: 'adams', name: 'Adams Middle' });

  it('are found by id and slug, and listed by name', async () => {
    const { schools, clock } = await make();
    expect([await schools.save(lincoln), await schools.save(adams)]).toEqual(['saved', 'saved']);
    clock.advance(10_000);
    expect(await schools.all()).toEqual([adams, lincoln]);
    expect(await schools.find(schoolId())).toEqual(lincoln);
    expect(await schools.bySlug('adams')).toEqual(adams);
    expect([await schools.find(schoolId(3)), await schools.bySlug('nowhere')]).toEqual([undefined, undefined]);
  });

  it('have a slug of their own', async () => {
    const { schools } = await make();
    await schools.save(lincoln);
    expect(await schools.save({ ...adams, slug: lincoln.slug })).toBe('slug-taken');
    expect(await schools.bySlug(lincoln.slug)).toEqual(lincoln);
  });

  it('are saved in the order of their versions, and say so again to a repeat', async () => {
    const { schools } = await make();
    const next = { ...lincoln, name: 'Lincoln School', version: 2 };
    expect([await schools.save(next), await schools.save(lincoln), await schools.save(lincoln)]).toEqual([
      'version-conflict',
      'saved',
      'saved',
    ]);
    expect([await schools.save({ ...lincoln, name: 'x' }), await schools.save(next), await schools.save(lincoln)]).toEqual([
      'version-conflict',
      'saved',
      'version-conflict',
    ]);
    expect(await schools.find(schoolId())).toEqual(next);
  });
});
