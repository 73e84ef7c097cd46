/** How far a campaign is, as a crossing that fills up stripe by stripe. Drawn on the server; the words beside it say the same. */
import type { JSX } from 'preact';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import type { View } from './view.ts';

const STRIPES = 24;
const WIDE = 12;
/** The size of the stripes together. */
export const METER = { width: STRIPES * WIDE + 4, height: 22 } as const;

/** Of the goal, whole percent, rounded down: 100 only when it is reached. */
export const percentOf = (raisedCents: number, goalCents: number): number => Math.max(0, Math.floor((raisedCents / goalCents) * 100));

type Progress = Pick<CampaignSummary, 'raisedCents' | 'goalCents' | 'totals'>;

export function Thermometer({ view, campaign }: { readonly view: View; readonly campaign: Progress }): JSX.Element {
  const { progress } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { raisedCents, goalCents } = campaign;
  return (
    <div class="meter">
      <svg
        class="meter-bar"
        viewBox={`0 0 ${METER.width} ${METER.height}`}
        role="img"
        aria-label={progress.label(money(raisedCents), money(goalCents), percentOf(raisedCents, goalCents))}
      >
        <MeterStripes campaign={campaign} />
      </svg>
      <p class="meter-words">
        <strong>{progress.raised(money(raisedCents))}</strong> <span class="soft">{progress.of(money(goalCents))}</span>
      </p>
    </div>
  );
}

/** What is received, what is pledged, what is open; without words. */
export function MeterStripes({ campaign: { raisedCents, goalCents, totals } }: { readonly campaign: Progress }): JSX.Element {
  const raised = stripes(raisedCents, goalCents);
  const received = Math.min(raised, stripes(totals.receivedCents, goalCents));
  const parts = [
    { class: 'meter-open', from: raised, to: STRIPES },
    { class: 'meter-pledged', from: received, to: raised },
    { class: 'meter-received', from: 0, to: received },
  ];
  const path = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => `M${(from + index) * WIDE + 5} 0h8l-5 22h-8z`).join('');
  return <>{parts.map((part) => part.to > part.from && <path key={part.class} class={part.class} d={path(part.from, part.to)} />)}</>;
}

/** Neither none nor all of the stripes, unless it is nothing or the whole goal. */
function stripes(cents: number, goalCents: number): number {
  if (cents <= 0) return 0;
  if (cents >= goalCents) return STRIPES;
  return Math.min(STRIPES - 1, Math.max(1, Math.round((cents / goalCents) * STRIPES)));
}
