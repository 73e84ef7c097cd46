/** Sponsors put their details right through the manage link. The name that staff accepted stays: another one needs a word with them. */
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import type { PledgeCorrection } from '#contracts/resources/pledge.ts';
import { same } from '#contracts/same.ts';
import { ok, type Result, refused } from '../result.ts';
import type { BrowsePorts } from './browse.ts';
import type { Conflict } from './changing.ts';
import type { InvalidCommitment } from './make-pledge.ts';
import { type MovePorts, movePledge, type NotNow, notNow } from './move-pledge.ts';
import { type MyPledgeError, mineAfter } from './my-pledge.ts';
import { correct, correctable } from './pledge-states.ts';
import type { PledgeRef } from './ports.ts';

export type CorrectPledgeError = MyPledgeError | NotNow | Conflict | InvalidCommitment;

export const correctPledge =
  (ports: BrowsePorts & MovePorts) =>
  async (ref: PledgeRef, { sponsor, recognition }: PledgeCorrection): Promise<Result<MyPledge, CorrectPledgeError>> =>
    mineAfter(
      ports,
      ref,
      await movePledge<NotNow | InvalidCommitment>(ports, { ...ref, by: 'sponsor' }, (pledge) => {
        const what = correctable(pledge);
        if (what === 'nothing') return notNow;
        if (what === 'details' && sponsor.name !== pledge.sponsor.name) {
          const detail = 'the name of an accepted pledge is changed by staff';
          return refused({ code: 'request.invalid', fields: [{ pointer: '/sponsor/name', code: 'name.fixed', detail }] });
        }
        const { kind, email } = pledge.sponsor;
        const after = correct(pledge, { ...sponsor, kind, email }, recognition);
        return same(after, { ...pledge, version: after.version }) ? ok({ done: pledge }) : ok({ after, what: 'corrected' });
      }),
    );
