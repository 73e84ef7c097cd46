/** What a person pledged and gave, whatever the campaign. */
import type { FundraisingOfPerson } from '#domain/fundraising/forget-person.ts';
import { giftOf, pledgeOf } from './fundraising-items.ts';
import type { Table } from './table.ts';

export const fundraisingOfPerson = (table: Table): FundraisingOfPerson => ({
  async of(personId) {
    const values = { ':person': personId };
    const [pledges, gifts] = await Promise.all([
      table.query({ condition: 'personId = :person', values }, { index: 'pledgesByPerson' }),
      table.query({ condition: 'giverId = :person', values }, { index: 'giftsByGiver' }),
    ]);
    return { pledges: pledges.map(pledgeOf), gifts: gifts.map(giftOf) };
  },
});
