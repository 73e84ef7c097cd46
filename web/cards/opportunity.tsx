/** An opportunity as a share card: where, what, when, how many places are left. */
import type { JSX } from 'preact';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { Crossing } from '../components/marks.tsx';
import { KIND_MARK, roomWords } from '../components/opportunity-card.tsx';
import { slotTimes, textOf, type View, viewOf } from '../components/view.ts';
import type { PageContext } from '../pages/models.ts';
import { figuresOf, nextSlot } from '../words/figures.ts';
import { drawable } from './drawable.ts';
import { card, FACTS, Line } from './frame.tsx';
import { MARGIN } from './size.ts';

const PICTURE = { width: 540, box: { width: 480, height: 250, ground: 176 } } as const;
const LEAF = { width: 116, height: 136 } as const;
/** Of the drawing of a kind, 24 by 24. */
const MARK_SCALE = 2.8;
const WORDS = { left: MARGIN + LEAF.width + 28, width: FACTS.width - LEAF.width - 28 } as const;

/** The card as an SVG document of 1200 by 630. */
export function opportunityCard(context: PageContext, { opportunity }: { readonly opportunity: PublicOpportunity }): string {
  const view = viewOf(context);
  return card({
    school: opportunity.school.name,
    district: context.district.name,
    title: textOf(view, opportunity.title),
    picture: { ...PICTURE, drawn: <Crossing /> },
    children: <Facts view={view} opportunity={opportunity} />,
  });
}

interface FactsProps {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
}

function Facts({ view, opportunity }: FactsProps): JSX.Element {
  const { day, times } = whenWords(view, opportunity);
  const facts = [
    { words: day, class: '', weight: 'semibold', size: 32 },
    { words: times, class: '', weight: 'regular', size: 26 },
    { words: whereWords(view, opportunity), class: 'soft', weight: 'regular', size: 26 },
    { words: roomWords(view, opportunity, figuresOf(opportunity)), class: 'bright', weight: 'semibold', size: 26 },
  ] as const;
  const shown = facts.filter(({ words }) => words !== '');
  const top = FACTS.top + (LEAF.height - shown.length * 36) / 2 + 28;
  return (
    <>
      <Leaf view={view} opportunity={opportunity} />
      {shown.map((fact, index) => (
        <Line key={fact.words} {...fact} x={WORDS.left} y={top + index * 36} width={WORDS.width} />
      ))}
    </>
  );
}

function whenWords(view: View, opportunity: PublicOpportunity): { readonly day: string; readonly times: string } {
  const { m, dates, context } = view;
  const next = nextSlot(opportunity, context.now);
  const startsAt = next?.slot.startsAt;
  if (next === undefined || startsAt === undefined) return { day: m.opportunity.undated, times: '' };
  const { zone } = opportunity.school;
  const more = opportunity.slots.length - 1;
  return {
    day: dates.day(startsAt, zone),
    times: [slotTimes(view, next.slot, zone) ?? '', ...(more > 0 ? [m.opportunity.more(more)] : [])].join(' '),
  };
}

const whereWords = ({ m }: View, { place, kind }: PublicOpportunity): string =>
  place === undefined ? (kind === 'remote' ? m.opportunity.atHome : '') : drawable(place.name);

/** A leaf of a calendar, or the mark of the kind where there is no day. */
function Leaf({ view, opportunity }: FactsProps): JSX.Element {
  const startsAt = nextSlot(opportunity, view.context.now)?.slot.startsAt;
  const leaf = startsAt === undefined ? undefined : view.dates.leaf(startsAt, opportunity.school.zone);
  const middle = LEAF.width / 2;
  return (
    <g transform={`translate(${MARGIN} ${FACTS.top})`}>
      <rect class="leaf-paper" width={LEAF.width} height={LEAF.height} rx="14" />
      {leaf === undefined ? (
        <path
          class="leaf-mark"
          d={KIND_MARK[opportunity.kind]}
          transform={`translate(${middle - 12 * MARK_SCALE} ${LEAF.height / 2 - 12 * MARK_SCALE}) scale(${MARK_SCALE})`}
        />
      ) : (
        <>
          <path class="leaf-head" d={`M0 40V14a14 14 0 0 1 14-14h${LEAF.width - 28}a14 14 0 0 1 14 14v26z`} />
          <text class="leaf-weekday semibold" x={middle} y="28" font-size="21">
            {leaf.weekday}
          </text>
          <text class="leaf-words semibold" x={middle} y="92" font-size="50">
            {leaf.day}
          </text>
          <text class="leaf-words" x={middle} y="122" font-size="22">
            {leaf.month}
          </text>
        </>
      )}
    </g>
  );
}
