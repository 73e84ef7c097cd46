/** Staff of the district save its holidays: with the history of it, and only if nobody saved since they were read. Series that are there keep their dates. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Holiday, Holidays } from '#contracts/resources/holidays.ts';
import { same } from '#contracts/same.ts';
import type { Email } from '#contracts/values.ts';
import type { Clock, StaffHistory } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';

export interface DistrictHolidays {
  /** Consistent. Of version 0, and empty, where nothing was saved yet. */
  find(): Promise<Holidays>;
  /** Follows the version before it, with its entry of the history, or nothing is saved. `busy`: others were in the way. */
  save(list: Holidays, entry: StaffHistoryEntry): Promise<'saved' | 'version-conflict' | 'busy'>;
}

/** What the history of the list is about. */
export const HOLIDAYS = 'holidays';

export interface SaveHolidaysPorts {
  readonly holidays: DistrictHolidays;
  readonly history: StaffHistory;
  readonly clock: Clock;
}
export type SaveHolidaysError =
  | { readonly code: 'holidays.changed-meanwhile'; readonly meanwhile: readonly StaffHistoryEntry[]; readonly version: number }
  | { readonly code: 'request.conflict' };

export const saveHolidays =
  (ports: SaveHolidaysPorts) =>
  async ({ list, by }: { readonly list: Holidays; readonly by: Email }): Promise<Result<Holidays, SaveHolidaysError>> => {
    const before = await ports.holidays.find();
    const holidays = list.holidays.toSorted(byDays);
    if (same(holidays, before.holidays)) return ok(before);
    if (before.version !== list.version) return changedMeanwhile(ports, list);
    const after = { holidays, version: list.version + 1 };
    const outcome = await ports.holidays.save(after, {
      at: iso(ports.clock.now()),
      by,
      what: 'holidays.changed',
      about: HOLIDAYS,
      ref: String(after.version),
      changes: [{ field: 'holidays', before: lacking(before.holidays, holidays), after: lacking(holidays, before.holidays) }],
    });
    if (outcome === 'saved') return ok(after);
    return outcome === 'busy' ? refused({ code: 'request.conflict' }) : changedMeanwhile(ports, list);
  };

const byDays = (one: Holiday, other: Holiday): number =>
  one.from.localeCompare(other.from) || (one.to ?? one.from).localeCompare(other.to ?? other.from);

/** Those that the others don't have as they are: the history keeps what was changed, not the list. */
const lacking = (holidays: readonly Holiday[], others: readonly Holiday[]): readonly Holiday[] =>
  holidays.filter((one) => !others.some((other) => same(one, other)));

async function changedMeanwhile(
  { history, holidays }: SaveHolidaysPorts,
  { version }: Holidays,
): Promise<Result<never, SaveHolidaysError>> {
  const [entries, stored] = await Promise.all([history.about(HOLIDAYS), holidays.find()]);
  const meanwhile = entries.filter(({ ref }) => Number(ref) > version);
  return refused({ code: 'holidays.changed-meanwhile', meanwhile, version: stored.version });
}
