/** The histories of all capabilities, told together: what a member may see of a month, the latest first. */
import type { HistoryRow } from '#contracts/resources/history.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo } from './authorise.ts';

/** One capability's history. */
export interface HistorySource {
  /** Of a month (`2027-03`, UTC), the latest first, at most `most`. */
  inMonth(month: string, most: number): Promise<readonly HistoryRow[]>;
}

/** Of one month, of each capability. */
const MOST = 1_000;

export const monthOfHistory =
  ({ histories }: { readonly histories: readonly HistorySource[] }) =>
  async ({ member, month }: { readonly member: StaffMember; readonly month: string }) => {
    const all = await Promise.all(histories.map((one) => one.inMonth(month, MOST)));
    const entries = all.flat().filter((one) => mayDo(member, 'history.read', one));
    return {
      month,
      entries: entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.ref < b.ref ? 1 : -1)),
      complete: all.every(({ length }) => length < MOST),
    };
  };

/** `school` of `school.changed`: the kinds that a search offers. */
export const kindOf = ({ what }: Pick<HistoryRow, 'what'>): string => what.split('.')[0] ?? '';

/** The month before or after, of `2027-03`. */
export function monthBeside(month: string, step: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + step;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}
