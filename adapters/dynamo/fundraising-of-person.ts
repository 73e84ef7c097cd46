/**
 * What a person pledged and gave, whatever the campaign. The indexes carry nothing that changes, so that no change of a pledge or gift costs a write to
 * them; what they name is read by its key.
 */
import type { FundraisingOfPerson } from '#domain/fundraising/forget-person.ts';
import { giftOf, pledgeOf } from './fundraising-items.ts';
import type { Item, Table } from './table.ts';

export const fundraisingOfPerson = (table: Table): FundraisingOfPerson => ({
  async of(personId) {
    const values = { ':person': personId };
    const [pledges, gifts] = await Promise.all([
      table.query({ condition: 'personId = :person', values }, { index: 'pledgesByPerson' }),
      table.query({ condition: 'giverId = :person', values }, { index: 'giftsByGiver' }),
    ]);
    const whole = async (found: readonly Item[]): Promise<readonly Item[]> =>
      found.length === 0 ? [] : table.getMany(found.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    const [ofPledges, ofGifts] = await Promise.all([whole(pledges), whole(gifts)]);
    return { pledges: ofPledges.map(pledgeOf), gifts: ofGifts.map(giftOf) };
  },
});
