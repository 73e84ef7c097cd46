/** Moves a pledge through its life: what all moves share. Repeating a move that was made changes nothing and answers the same. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { accountChange } from './account.ts';
import { type ChangingPorts, type Conflict, changing, type LevelFull, ofPledge, withoutLevel } from './changing.ts';
import { dayAt } from './instalments.ts';
import { limitOf } from './make-pledge.ts';
import type { Campaigns, FundraisingChange, Happening, Pledge, PledgeRef } from './ports.ts';

export interface MovePorts extends ChangingPorts {
  readonly campaigns: Campaigns;
  readonly clock: Clock;
  /** The district's time zone. */
  readonly zone: string;
}

/** Who moves it: `sponsor`, `schedule`, or a staff member's address. */
export interface Move extends PledgeRef {
  readonly by: string;
}

export interface NotFound {
  readonly code: 'pledge.not-found';
}
export interface NotNow {
  readonly code: 'pledge.not-allowed-now';
}

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

export const notNow: Result<never, NotNow> = refused({ code: 'pledge.not-allowed-now' });

type Decide<Refusal> = (pledge: Pledge, campaign: Campaign) => Promise<Result<Moved, Refusal>> | Result<Moved, Refusal>;

/** A move that takes no place of a level. */
export const movePledge = async <Refusal extends { readonly code: string }>(ports: MovePorts, move: Move, decide: Decide<Refusal>) =>
  withoutLevel(await moveToLevel(ports, move, decide));

/** `decide` is called again with the pledge as it is then, when somebody else changed it in between. */
export function moveToLevel<Refusal>(
  ports: MovePorts,
  { campaignId, pledgeId, by }: Move,
  decide: Decide<Refusal>,
): Promise<Result<Pledge, Refusal | NotFound | Conflict | LevelFull>> {
  return changing<Pledge, Refusal | NotFound>(ports, async () => {
    const [campaign, before] = await Promise.all([ports.campaigns.find(campaignId), ports.ledger.pledge(campaignId, pledgeId)]);
    if (!campaign || !before) return refused({ code: 'pledge.not-found' });
    const moved = await decide(before, campaign);
    if (!moved.ok) return moved;
    if ('done' in moved.value) return ok({ value: moved.value.done });
    const { after, what, reason, ref, invoice } = moved.value;
    const account = accountChange([ofPledge(before, after)], limitOf(campaign));
    const now = ports.clock.now();
    const when = { at: iso(now), on: dayAt(now, ports.zone) };
    const entry = { campaignId, about: pledgeId, version: after.version, ...when, by, what, add: account.add };
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
