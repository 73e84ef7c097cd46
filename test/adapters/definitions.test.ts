/** What staff define, on the fakes and on DynamoDB: all of a school, and saves that keep their history or do nothing. */
import { expect, it } from 'vitest';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { aLedger, anOpportunity, aSchool, opportunityId, schoolId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const NOW = '2027-03-01T12:00:00.000Z';
const entry = (about: string, version = 1, by = 'dana@riverbend.example'): StaffHistoryEntry => ({
  at: NOW,
  by,
  what: version === 1 ? 'opportunity.added' : 'opportunity.changed',
  about,
  ref: String(version),
  schoolId: schoolId(),
  changes: [{ field: 'title', before: { en: 'Old' }, after: { en: 'New' } }],
});

onBoth('definitions', (make) => {
  it.each(['draft', 'published', 'closed', 'archived'] as const)(
    'a %s opportunity is among all of its school, with its figures',
    async (status) => {
      const { definitions, opportunities, slots } = await make();
      await definitions.saveOpportunity(anOpportunity({ status }), entry(opportunityId()));
      await slots.open(aLedger({ taken: 2 }));
      const [summary, ...more] = await definitions.allOfSchool(schoolId(), NOW);
      expect([summary?.opportunity, summary?.figures[0]?.taken, more]).toEqual([anOpportunity({ status }), 2, []]);
      expect(await definitions.allOfSchool(schoolId(2), NOW)).toEqual([]);
      const seen = await opportunities.ofSchool(schoolId(), NOW);
      expect(seen.length).toBe(status === 'published' || status === 'closed' ? 1 : 0);
    },
  );

  it('goes from one list to the other with its status, and is never in both', async () => {
    const { definitions } = await make();
    for (const [index, status] of (['draft', 'published', 'archived'] as const).entries())
      await definitions.saveOpportunity(anOpportunity({ status, version: index + 1 }), entry(opportunityId(), index + 1));
    const all = await definitions.allOfSchool(schoolId(), NOW);
    expect(all.map(({ opportunity }) => [opportunity.status, opportunity.version])).toEqual([['archived', 3]]);
  });

  it('a save and its history are one: a save that comes too late leaves no entry', async () => {
    const { definitions, history, opportunities } = await make();
    const first = anOpportunity({ version: 1 });
    expect(await definitions.saveOpportunity(first, entry(opportunityId()))).toBe('saved');
    const late = { ...first, dropOutHours: 1 };
    expect(await definitions.saveOpportunity(late, entry(opportunityId(), 1, 'luis@riverbend.example'))).toBe('version-conflict');
    expect(await history.about(opportunityId())).toEqual([entry(opportunityId())]);
    expect((await opportunities.load(opportunityId()))?.opportunity).toEqual(first);
  });

  it('the same save again says saved, and its history stands once', async () => {
    const { definitions, history } = await make();
    for (let n = 0; n < 2; n += 1) expect(await definitions.saveOpportunity(anOpportunity(), entry(opportunityId()))).toBe('saved');
    expect(await history.about(opportunityId())).toHaveLength(1);
  });

  it('a school is saved with its history and its address, or not at all', async () => {
    const { definitions, history, schools } = await make();
    expect(await definitions.saveSchool(aSchool(), entry(schoolId()))).toBe('saved');
    const other = aSchool({ schoolId: schoolId(2) });
    expect(await definitions.saveSchool(other, entry(schoolId(2)))).toBe('slug-taken');
    expect(await schools.find(schoolId(2))).toBeUndefined();
    expect(await history.about(schoolId(2))).toEqual([]);
    expect(await definitions.saveSchool({ ...aSchool(), name: 'Another' }, entry(schoolId(), 1, 'x@y.example'))).toBe('version-conflict');
    const moved = { ...aSchool(), slug: 'new-address' as never, version: 2 };
    expect(await definitions.saveSchool(moved, entry(schoolId(), 2))).toBe('saved');
    expect((await schools.bySlug('new-address' as never))?.schoolId).toBe(schoolId());
    expect(await history.about(schoolId())).toHaveLength(2);
  });
});
