/** The time that somebody with places knows, on their sign-up's item; where staff say it for them, in one transaction with its entry of the history. */
import type { SignUpTimes } from '#domain/volunteering/ports.ts';
import { signUpKey } from './sign-ups.ts';
import { historyItem } from './staff-history.ts';
import type { Transact } from './transactions.ts';

export function signUpTimes(transact: Transact): SignUpTimes {
  return {
    async confirm({ personId, slotId, signUpId }, { before, after }, entry) {
      const outcome = await transact([
        {
          key: signUpKey(personId, slotId),
          update: 'SET timeKnown = :after',
          condition: {
            condition: `signUpId = :signUp AND ${before === undefined ? 'attribute_not_exists(timeKnown)' : 'timeKnown = :before'}`,
            values: { ':signUp': signUpId, ':after': after, ...(before !== undefined && { ':before': before }) },
          },
        },
        ...(entry ? [{ put: historyItem(entry) }] : []),
      ]);
      return outcome.kind === 'refused' ? 'stale' : outcome.kind;
    },
  };
}
