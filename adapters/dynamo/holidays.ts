/** The district's holidays: one item beside its schools, saved with its entry of the history in one transaction. */
import { Holidays } from '#contracts/resources/holidays.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';
import { historyItem } from './staff-history.ts';
import { type Key, standsAsAsked, type Table } from './table.ts';
import { type Transact, versionedWrite } from './transactions.ts';

const KEY: Key = { pk: 'DISTRICT', sk: 'HOLIDAYS' };

export function districtHolidays(table: Table, transact: Transact): DistrictHolidays {
  return {
    async find() {
      const item = await table.get(KEY);
      return item ? Holidays.parse({ holidays: item.holidays, version: item.version }) : { holidays: [], version: 0 };
    },
    async save({ holidays, version }, entry) {
      const item = { ...KEY, holidays, version };
      const outcome = await transact([versionedWrite(item), { put: historyItem(entry) }]);
      if (outcome.kind === 'done') return 'saved';
      if (outcome.kind === 'busy') return 'busy';
      return standsAsAsked({ done: false, old: await table.get(KEY) }, item) ? 'saved' : 'version-conflict';
    },
  };
}
