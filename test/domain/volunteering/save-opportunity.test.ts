/** Saving a definition: only over the version it was read at, with its history, and its ledgers brought in line. */
import { describe, expect, it } from 'vitest';
import type { OpportunityStatus, OpportunityToSave } from '#contracts/resources/opportunity.ts';
import { copyOpportunity } from '#domain/volunteering/copy-opportunity.ts';
import { changeOpportunity, nextStatuses, saveOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { anOpportunity, aShift, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

const BY = 'luis@riverbend.example';
const code = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'ok';
const fresh = (with_: Partial<OpportunityToSave> = {}): OpportunityToSave => ({
  ...anOpportunity({ opportunityId: opportunityId(2), slots: [aShift(5)], status: 'draft' }),
  version: 0,
  ...with_,
});

async function scene() {
  const here = await world();
  const save = (definition: OpportunityToSave, ports = here.ports) => saveOpportunity(ports)({ definition, by: BY });
  const stored = async (n = 1) => here.ports.opportunities.load(opportunityId(n));
  const history = async (n = 1) => here.ports.history.about(opportunityId(n));
  return { ...here, save, stored, history };
}

describe('saving', () => {
  it('adds what is new as its first version, with an entry and, for a draft, without ledgers', async () => {
    const { save, stored, history } = await scene();
    expect(code(await save(fresh()))).toBe('ok');
    expect(await stored(2)).toMatchObject({ opportunity: { version: 1 }, ledgers: [] });
    expect(await history(2)).toMatchObject([{ what: 'opportunity.added', by: BY, ref: '1', schoolId: schoolId() }]);
  });

  it('opens the ledgers of what is published, and closes those of what is closed', async () => {
    const { save, stored } = await scene();
    await save(fresh({ status: 'published' }));
    expect((await stored(2))?.ledgers.map(({ slotId: id, state }) => [id, state])).toEqual([[slotId(5), 'open']]);
    await save(fresh({ status: 'closed', version: 1 }));
    expect((await stored(2))?.ledgers.map(({ state }) => state)).toEqual(['closed']);
  });

  it('of the same again changes nothing and keeps no entry, from whatever version it was read at', async () => {
    const { save, history } = await scene();
    await save(fresh());
    for (const version of [0, 1, 5]) expect(await save(fresh({ version }))).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await history(2)).toHaveLength(1);
  });

  it.each([
    ['an older version', 0],
    ['a version that is still to come', 2],
  ])('over %s is refused, and tells what was changed since', async (_, version) => {
    const { save, history } = await scene();
    await save(fresh());
    const outcome = await save(fresh({ version, dropOutHours: 2 }));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'opportunity.changed-meanwhile', version: 1 } });
    if (!outcome.ok && outcome.error.code === 'opportunity.changed-meanwhile')
      expect(outcome.error.meanwhile).toEqual(version === 0 ? await history(2) : []);
  });

  it('by two at once lets one through', async () => {
    const { save, history } = await scene();
    await save(fresh());
    const outcomes = await Promise.all([1, 2, 3].map((hours) => save(fresh({ version: 1, dropOutHours: hours }))));
    expect(outcomes.map(code).toSorted()).toEqual(['ok', 'opportunity.changed-meanwhile', 'opportunity.changed-meanwhile']);
    expect(await history(2)).toHaveLength(2);
  });

  it('keeps what was changed, field by field, and names what was done', async () => {
    const { save, history } = await scene();
    await save(fresh());
    await save(fresh({ version: 1, dropOutHours: 2, status: 'published' }));
    expect((await history(2)).at(-1)).toMatchObject({
      what: 'opportunity.published',
      ref: '2',
      changes: [
        { field: 'dropOutHours', before: 24, after: 2 },
        { field: 'status', before: 'draft', after: 'published' },
      ],
    });
  });

  it('for a school that is not there is refused, and others in the way are a conflict', async () => {
    const { save, ports } = await scene();
    expect(code(await save(fresh({ schoolId: schoolId(9) })))).toBe('school.not-found');
    const busy = { ...ports, definitions: { ...ports.definitions, saveOpportunity: async () => 'busy' as const } };
    expect(code(await save(fresh(), busy))).toBe('request.conflict');
  });

  it.each([
    ['leaves out a slot that was published', { slots: [aShift(9)] }, '/slots'],
    ['moves it to another school', { schoolId: schoolId(2) }, '/schoolId'],
    ['makes it a draft again', { status: 'draft' }, '/status'],
    ['archives what is open', { status: 'archived' }, '/status'],
  ] satisfies [string, Partial<OpportunityToSave>, string][])('that %s is refused, and nothing is saved', async (_, change, pointer) => {
    const { save, stored, history } = await scene();
    const outcome = await save({ ...anOpportunity(), ...change });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'request.invalid', fields: [{ pointer }] } });
    expect([(await stored())?.opportunity.version, await history()]).toEqual([1, []]);
  });

  it('cut off anywhere is finished by saving once more', async () => {
    for (let call = 1; call < 20; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { save, stored, history, ports } = await scene();
        const cut = withFault(ports, { call, when });
        await save(fresh({ status: 'published' }), cut.ports).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        if (!cut.counter.struck) return expect(call).toBeGreaterThan(3);
        expect(code(await save(fresh({ status: 'published' })))).toBe('ok');
        expect([(await stored(2))?.ledgers.length, (await history(2)).length]).toEqual([1, 1]);
      }
    }
    throw new Error('it never ended');
  });
});

describe('what may follow a status', () => {
  it.each([
    ['draft', false, ['draft', 'published', 'archived']],
    ['published', true, ['published', 'closed']],
    ['closed', true, ['closed', 'published', 'archived']],
    ['archived', true, ['archived', 'closed']],
    ['archived', false, ['archived', 'draft']],
  ] satisfies [OpportunityStatus, boolean, OpportunityStatus[]][])('%s, published before %s: %j', (status, wasPublished, expected) => {
    expect(nextStatuses(status, wasPublished)).toEqual(expected);
  });
});

describe('changing what is there', () => {
  it('changes just that, from the version it was read at', async () => {
    const { ports, stored } = await scene();
    const state = (await stored()) ?? { opportunity: anOpportunity() };
    expect(code(await changeOpportunity(ports)(state, { status: 'closed', version: 1 }, { by: BY }))).toBe('ok');
    expect((await stored())?.opportunity).toEqual({ ...state.opportunity, status: 'closed', version: 2 });
    expect(code(await changeOpportunity(ports)(state, { dropOutHours: 1, version: 1 }, { by: BY }))).toBe('opportunity.changed-meanwhile');
  });

  it('throws when its school is gone', async () => {
    const { ports, stored } = await scene();
    const state = (await stored()) ?? { opportunity: anOpportunity() };
    const lost = { ...ports, schools: { ...ports.schools, find: async () => undefined } };
    await expect(changeOpportunity(lost)(state, { status: 'closed', version: 1 }, { by: BY })).rejects.toThrow('is missing');
  });
});

describe('copying', () => {
  const request = { days: 364, key: 'key-of-a-copy-0123456789', by: BY } as const;

  it('once more with the same key finds the copy; other days or another key make another', async () => {
    const { ports } = await scene();
    const copies = [];
    for (const asked of [request, request, { ...request, days: 7 }, { ...request, key: 'key-of-a-copy-9876543210' }]) {
      const made = await copyOpportunity(ports)(anOpportunity(), asked);
      copies.push(made.ok ? made.value.opportunityId : made.error.code);
    }
    expect(copies[1]).toBe(copies[0]);
    expect(new Set(copies).size).toBe(3);
  });

  it('at the same moment makes one', async () => {
    const { ports, history } = await scene();
    const outcomes = await Promise.all([1, 2].map(() => copyOpportunity(ports)(anOpportunity(), request)));
    const [first] = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
    expect(outcomes.map(code)).toEqual(expect.arrayContaining(['ok']));
    expect(await ports.history.about(first?.opportunityId ?? '')).toHaveLength(1);
    expect(await history()).toEqual([]);
  });
});
