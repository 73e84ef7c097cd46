/** A campaign as a share card: whose it is, what for, how far it is, who takes part. */
import type { JSX } from 'preact';
import type { PublicCampaign } from '#contracts/resources/campaign-view.ts';
import { Illustration } from '../components/illustrations.tsx';
import { METER, MeterStripes } from '../components/thermometer.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import type { CampaignModel, PageContext } from '../pages/models.ts';
import { moneyIn } from '../words/money.ts';
import { card, FACTS, Line } from './frame.tsx';
import { widthOf } from './measure.ts';
import { MARGIN } from './size.ts';

const PICTURE = { width: 540, box: { width: 460, height: 190, ground: 156 } } as const;
const BAR_WIDTH = 540;

/** The card as an SVG document of 1200 by 630. */
export function campaignCard(context: PageContext, { campaign, school }: CampaignModel): string {
  const view = viewOf(context);
  return card({
    school: school?.name,
    district: context.district.name,
    title: textOf(view, campaign.title),
    picture: { ...PICTURE, drawn: <Illustration name={campaign.illustration} /> },
    children: <Facts view={view} campaign={campaign} />,
  });
}

interface FactsProps {
  readonly view: View;
  readonly campaign: PublicCampaign;
}

function Facts({ view, campaign }: FactsProps): JSX.Element {
  return (
    <>
      <g transform={`translate(${MARGIN} ${FACTS.top}) scale(${BAR_WIDTH / METER.width})`}>
        <MeterStripes campaign={campaign} />
      </g>
      <Sums view={view} campaign={campaign} />
      <Line class="soft" weight="regular" x={MARGIN} y={FACTS.top + 134} size={26} width={FACTS.width} words={standing(view, campaign)} />
    </>
  );
}

const SUM_SIZES = [42, 38, 34, 30, 26, 22] as const;

function Sums({ view, campaign: { raisedCents, goalCents } }: FactsProps): JSX.Element {
  const { progress } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const raised = `${progress.raised(money(raisedCents))} `;
  const goal = progress.of(money(goalCents));
  const wide = (size: number): number => widthOf(raised, 'semibold', size) + widthOf(goal, 'regular', size * 0.8);
  const size = SUM_SIZES.find((one) => wide(one) <= FACTS.width) ?? 22;
  return (
    <text x={MARGIN} y={FACTS.top + 93} font-size={size}>
      <tspan class="semibold">{raised}</tspan>
      <tspan class="soft" font-size={size * 0.8}>
        {goal}
      </tspan>
    </text>
  );
}

/** Only what stays true for as long as a card is kept somewhere: no days that are left. */
function standing(view: View, { phase, raisedCents, goalCents, totals }: PublicCampaign): string {
  const { progress, phases } = fundraisingIn(view.context.language);
  return [
    ...(raisedCents >= goalCents ? [progress.reached] : []),
    ...(phase === 'open' ? [] : [phases[phase]]),
    ...(totals.sponsors > 0 ? [progress.sponsors(totals.sponsors)] : []),
  ].join(' · ');
}
