/** What staff note about a sign-up: on its item, in one transaction with its entry of the history. The ledger of the slot is not touched. */
import type { SignUpNotes } from '#domain/volunteering/ports.ts';
import { signUpKey } from './sign-ups.ts';
import { historyItem } from './staff-history.ts';
import type { Transact } from './transactions.ts';

export function signUpNotes(transact: Transact): SignUpNotes {
  return {
    async set({ personId, slotId, signUpId }, { before, after }, entry) {
      const outcome = await transact([
        {
          key: signUpKey(personId, slotId),
          update: after === undefined ? 'REMOVE note' : 'SET note = :after',
          condition: {
            condition: `signUpId = :signUp AND ${before === undefined ? 'attribute_not_exists(note)' : 'note = :before'}`,
            values: {
              ':signUp': signUpId,
              ...(before !== undefined && { ':before': before }),
              ...(after !== undefined && { ':after': after }),
            },
          },
        },
        { put: historyItem(entry) },
      ]);
      return outcome.kind === 'refused' ? 'stale' : outcome.kind;
    },
  };
}
