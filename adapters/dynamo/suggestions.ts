/** What was suggested to a school, beside each other. It goes by itself. */
import { Suggestion } from '#contracts/resources/suggestion.ts';
import { SchoolId } from '#contracts/values.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';
import { historyItem } from './staff-history.ts';
import { ABSENT, type Item, type Key, type Table, ttl } from './table.ts';
import type { Transact } from './transactions.ts';

const partition = (schoolId: SchoolId): string => `SUGGESTIONS#${schoolId}`;
/** Puts it into the index of those that are open. */
const OPEN = 'yes';
const key = ({ schoolId, suggestionId }: Pick<Suggestion, 'schoolId' | 'suggestionId'>): Key => ({
  pk: partition(schoolId),
  sk: `SUGGESTION#${suggestionId}`,
});
/** `settled` stands beside it, for conditions. */
const suggestionOf = ({ suggestion, settled }: Item): Suggestion =>
  Suggestion.parse({ ...(suggestion as object), ...(settled !== undefined && { settled }) });

/** Putting in, which the public does. */
export const suggestionBox = (table: Table): Pick<Suggestions, 'put'> => ({
  async put(suggestion, expiresAt) {
    const { schoolId } = suggestion;
    const open = { unsettled: OPEN, unsettledOf: schoolId };
    const write = await table.put({ ...key(suggestion), suggestion, ...open, expiresAt: ttl(expiresAt) }, ABSENT);
    return write.done ? { kind: 'put' } : { kind: 'exists', suggestion: suggestionOf(write.old as Item) };
  },
});

export const suggestions = (table: Table, transact: Transact): Suggestions => ({
  ...suggestionBox(table),
  async find(schoolId, suggestionId) {
    const item = await table.get(key({ schoolId, suggestionId }));
    return item && suggestionOf(item);
  },
  async ofSchool(schoolId) {
    const items = await table.query({ condition: 'pk = :pk', values: { ':pk': partition(schoolId) } }, { consistent: true });
    return items.map(suggestionOf);
  },
  async open() {
    const items = await table.query({ condition: 'unsettled = :open', values: { ':open': OPEN } }, { index: 'openSuggestions' });
    const open = new Map<SchoolId, number>();
    for (const schoolId of items.map(({ unsettledOf }) => SchoolId.parse(unsettledOf))) open.set(schoolId, (open.get(schoolId) ?? 0) + 1);
    return open;
  },
  async settle(before, settled, entry) {
    const outcome = await transact([
      {
        key: key(before),
        update: settled ? 'SET settled = :settled REMOVE unsettled' : 'SET unsettled = :open REMOVE settled',
        condition: {
          condition: `attribute_exists(pk) AND ${before.settled ? 'settled = :before' : 'attribute_not_exists(settled)'}`,
          values: { ...(settled ? { ':settled': settled } : { ':open': OPEN }), ...(before.settled && { ':before': before.settled }) },
        },
      },
      { put: historyItem(entry) },
    ]);
    return outcome.kind === 'refused' ? 'stale' : outcome.kind;
  },
});
