/** What staff define, in memory, beside the public's view of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { Definitions, Schools, SlotFigures } from '#domain/volunteering/ports.ts';
import { fakeStaffHistory } from './fake-history.ts';
import { type FakeMessages, fakeMessages } from './fake-messages.ts';
import type { FakeSlots } from './fake-slots.ts';

export type StoredDefinitions = Map<string, Opportunity>;

/** When a stored definition was saved as it is, where that is known. */
const savedAts = new WeakMap<Opportunity, string>();
export function savedAtIn(stored: StoredDefinitions, { opportunityId }: Opportunity): { readonly savedAt?: string } {
  const there = stored.get(opportunityId);
  const savedAt = there && savedAts.get(there);
  return savedAt === undefined ? {} : { savedAt };
}

export const figuresFrom = (ledgers: FakeSlots['ledgers'], opportunityId: string, from: string): readonly SlotFigures[] =>
  [...ledgers.values()]
    .filter((ledger) => ledger.opportunityId === opportunityId)
    .filter((ledger) => ledger.endsAt === undefined || ledger.endsAt >= from)
    .map(({ claims: _claims, change: _change, version: _version, opportunityId: _o, schoolId: _s, ...figures }) => figures);

export function fakeDefinitions(
  ledgers: FakeSlots['ledgers'],
  stored: StoredDefinitions,
  schools: Schools,
  messageSabotage: Parameters<typeof fakeMessages>[1],
): { readonly definitions: Definitions; readonly history: StaffHistory; readonly messages: FakeMessages } {
  const history = fakeStaffHistory();
  const messages = fakeMessages(history, messageSabotage);
  return {
    messages,
    history,
    definitions: {
      async allOfSchool(schoolId, from) {
        const all = [...stored.values()].filter((one) => one.schoolId === schoolId);
        return structuredClone(all.map((opportunity) => ({ opportunity, figures: figuresFrom(ledgers, opportunity.opportunityId, from) })));
      },
      async saveOpportunity(opportunity, entry, notice) {
        const there = stored.get(opportunity.opportunityId);
        if (isDeepStrictEqual(there, opportunity)) return 'saved';
        if ((there?.version ?? 0) !== opportunity.version - 1) return 'version-conflict';
        const saved = structuredClone(opportunity);
        stored.set(opportunity.opportunityId, saved);
        savedAts.set(saved, entry.at);
        if (notice) messages.keep(notice);
        await history.add(entry);
        return 'saved';
      },
      async saveSchool(school, entry) {
        const outcome = await schools.save(school);
        if (outcome === 'saved') await history.add(entry);
        return outcome;
      },
    },
  };
}
