/** Moves a pledge through its life: what all moves share. Repeating a move that was made changes nothing and answers the same. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { accountChange } from './account.ts';
import { type ChangingPorts, type Conflict, changing, type LevelFull, ofPledge } from './changing.ts';
import { limitOf } from './make-pledge.ts';
import type { Campaigns, FundraisingChange, Happening, Pledge, PledgeRef } from './ports.ts';

export interface MovePorts extends ChangingPorts {
  readonly campaigns: Campaigns;
  readonly clock: Clock;
  /** The district's time zone. */
  readonly zone: string;
}

/** Who moves it: `sponsor`, or a staff member's address. */
export interface Move extends PledgeRef {
  readonly by: string;
}

export type MoveError =
  | { readonly code: 'pledge.not-found' | 'pledge.not-allowed-now' | 'payment.too-much' | 'request-key.reused' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] }
  | LevelFull
  | Conflict;

/** What a move makes of a pledge: the pledge after it, or `done` when it was made before. */
export type Moved =
  | {
      readonly after: Pledge;
      readonly what: Happening;
      readonly reason?: string;
      /** The payment or the number of the invoice it is about. */
      readonly ref?: string;
      readonly invoice?: FundraisingChange['invoice'];
    }
  | { readonly done: Pledge };

export type MoveRefusal = Exclude<MoveError, LevelFull | Conflict>;

export const notNow = refused({ code: 'pledge.not-allowed-now' as const });

/** `decide` is called again with the pledge as it is then, when somebody else changed it in between. */
export function movePledge(
  ports: MovePorts,
  { campaignId, pledgeId, by }: Move,
  decide: (pledge: Pledge, campaign: Campaign) => Promise<Result<Moved, MoveRefusal>> | Result<Moved, MoveRefusal>,
): Promise<Result<Pledge, MoveError>> {
  return changing<Pledge, MoveRefusal>(ports, async () => {
    const [campaign, before] = await Promise.all([ports.campaigns.find(campaignId), ports.ledger.pledge(campaignId, pledgeId)]);
    if (!campaign || !before) return refused({ code: 'pledge.not-found' });
    const moved = await decide(before, campaign);
    if (!moved.ok) return moved;
    if ('done' in moved.value) return ok({ value: moved.value.done });
    const { after, what, reason, ref, invoice } = moved.value;
    const account = accountChange([ofPledge(before, after)], limitOf(campaign));
    const entry = { campaignId, about: pledgeId, version: after.version, at: iso(ports.clock.now()), by, what, add: account.add };
    return ok({
      value: after,
      change: {
        campaignId,
        pledges: [after],
        account,
        ...(invoice && { invoice }),
        history: [{ ...entry, ...(reason !== undefined && { reason }), ...(ref !== undefined && { ref }) }],
      },
    });
  });
}
