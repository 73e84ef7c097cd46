/** What happened to a campaign's money in a week: what its chart counts, one by one. */
import { Temporal } from 'temporal-polyfill';
import { raisedCents } from '#contracts/resources/campaign.ts';
import type { CampaignId, Day, PledgeId } from '#contracts/values.ts';
import { isNothing } from './account.ts';
import { daysLater } from './instalments.ts';
import type { Happening, Ledger } from './ports.ts';

export interface MoneyMoved {
  readonly at: string;
  readonly what: Happening;
  /** The pledge; absent for a gift. */
  readonly pledgeId?: PledgeId;
  readonly sponsorName?: string;
  readonly raisedCents: number;
  readonly receivedCents: number;
}

export interface WeekOfMoney {
  /** A Monday. */
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly moves: readonly MoneyMoved[];
}

/** The week that has `day`, by what added to or took from the totals, in the order of time. */
export const weekOfMoney =
  ({ ledger }: { readonly ledger: Ledger }) =>
  async (campaignId: CampaignId, day: Day): Promise<WeekOfMoney> => {
    const startsOn = daysLater(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
    const endsOn = daysLater(startsOn, 6);
    const [history, { pledges }] = await Promise.all([ledger.history(campaignId), ledger.parts(campaignId)]);
    const moves = history
      .filter(({ on, add }) => on >= startsOn && on <= endsOn && !isNothing(add))
      .map(({ at, what, about, add }): MoneyMoved => {
        const pledge = pledges.find(({ pledgeId }) => pledgeId === about);
        return {
          at,
          what,
          ...(pledge && { pledgeId: pledge.pledgeId, sponsorName: pledge.sponsor.name }),
          raisedCents: raisedCents(add),
          receivedCents: add.receivedCents,
        };
      })
      .filter((move) => move.raisedCents !== 0 || move.receivedCents !== 0);
    return { startsOn, endsOn, moves };
  };
