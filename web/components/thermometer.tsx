/** How far a campaign is, as a crossing that fills up stripe by stripe. Drawn on the server; the words beside it say the same. */
import type { JSX } from 'preact';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { moneyIn } from '../words/money.ts';
import type { View } from './view.ts';

const STRIPES = 24;
const WIDE = 12;

/** Of the goal, whole percent, rounded down: 100 only when it is reached. */
export const percentOf = (raisedCents: number, goalCents: number): number => Math.max(0, Math.floor((raisedCents / goalCents) * 100));

export function Thermometer({
  view,
  campaign,
}: {
  readonly view: View;
  readonly campaign: Pick<CampaignSummary, 'raisedCents' | 'goalCents' | 'totals'>;
}): JSX.Element {
  const { progress } = view.m.fundraising;
  const money = moneyIn(view.m.locale);
  const { raisedCents, goalCents, totals } = campaign;
  const raised = stripes(raisedCents, goalCents);
  const received = Math.min(raised, stripes(totals.receivedCents, goalCents));
  const path = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => `M${(from + index) * WIDE + 5} 0h8l-5 22h-8z`).join('');
  return (
    <div class="meter">
      <svg
        class="meter-bar"
        viewBox={`0 0 ${STRIPES * WIDE + 4} 22`}
        role="img"
        aria-label={progress.label(money(raisedCents), money(goalCents), percentOf(raisedCents, goalCents))}
      >
        <path class="meter-open" d={path(raised, STRIPES)} />
        <path class="meter-pledged" d={path(received, raised)} />
        <path class="meter-received" d={path(0, received)} />
      </svg>
      <p class="meter-words">
        <strong>{progress.raised(money(raisedCents))}</strong> <span class="soft">{progress.of(money(goalCents))}</span>
      </p>
    </div>
  );
}

/** Neither none nor all of the stripes, unless it is nothing or the whole goal. */
function stripes(cents: number, goalCents: number): number {
  if (cents <= 0) return 0;
  if (cents >= goalCents) return STRIPES;
  return Math.min(STRIPES - 1, Math.max(1, Math.round((cents / goalCents) * STRIPES)));
}
