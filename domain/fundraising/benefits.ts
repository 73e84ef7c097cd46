/** What a level owes its sponsors, ticked off by staff one by one. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { Day, LocalizedText } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Conflict } from './changing.ts';
import type { InvalidCommitment } from './make-pledge.ts';
import { type Move, type MovePorts, movePledge, type NotFound, type NotNow, notNow } from './move-pledge.ts';
import { giveBenefit, inState } from './pledge-states.ts';
import type { Pledge } from './ports.ts';

export interface TickBenefit extends Move {
  /** As the list of the pledge names it. */
  readonly benefit: string;
  /** Absent: it was ticked by mistake. */
  readonly givenOn?: Day;
}

/** Benefits as one line each, in the first language they are written in. */
export function benefitsOwed({ levels }: Pick<Campaign, 'levels'>, { commitment }: Pick<Pledge, 'commitment'>): readonly string[] {
  const level = commitment.kind === 'money' ? levels.find(({ levelId }) => levelId === commitment.levelId) : undefined;
  return (level?.benefits ?? []).map((benefit: LocalizedText) => Object.values(benefit)[0] ?? '');
}

export const tickBenefit =
  (ports: MovePorts) =>
  ({ benefit, givenOn, ...move }: TickBenefit): Promise<Result<Pledge, NotFound | NotNow | Conflict | InvalidCommitment>> =>
    movePledge<NotNow | InvalidCommitment>(ports, move, (pledge, campaign) => {
      const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled');
      if (!live) return notNow;
      const given = live.benefitsGiven.find((one) => one.benefit === benefit);
      if (given?.givenOn === givenOn) return ok({ done: pledge });
      // one that was given stays on the list, whatever became of the level since
      if (!given && !benefitsOwed(campaign, live).includes(benefit)) {
        const detail = 'the level of the pledge has no such benefit';
        return refused({ code: 'request.invalid', fields: [{ pointer: '/benefit', code: 'benefit.not-found', detail }] });
      }
      return ok({ after: giveBenefit(live, benefit, givenOn), what: 'benefit-changed', ref: benefit });
    });
