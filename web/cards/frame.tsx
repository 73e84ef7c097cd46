/** The frame of every share card: the mark, whose it is, the title; below it facts at the left, a picture on the road at the right. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Mark } from '../components/marks.tsx';
import type { Weight } from '../documents/fonts.ts';
import { drawable } from './drawable.ts';
import { fitWords } from './fit.ts';
import { LOOK } from './look.ts';
import { CARD, MARGIN } from './size.ts';

/** Where the facts begin, and how much of the width is theirs. */
export const FACTS = { top: 424, width: 568 } as const;

const MARK = { top: 56, size: 60, drawn: 32 } as const;
const HEAD = { left: MARGIN + MARK.size + 20, width: CARD.width - MARGIN * 2 - MARK.size - 20 } as const;
/** The title stands in the middle between the head and the facts. */
const TITLE = { middle: 267, height: 240, leading: 1.14, sizes: [104, 94, 84, 76, 68, 60, 54, 48, 44] } as const;
/** Larger, two lines would shout. */
const LARGEST_OF_TWO_LINES = 84;
const MOST_LINES = 3;
const ROAD_TOP = 591;
/** By how much the hills of both drawings stand above the road where they begin, and how far they would run on to meet it. */
const HILL = { rise: 6, run: 8.5 } as const;

/** A drawing whose ground lies at `ground` of its own height. */
export interface Picture {
  readonly drawn: JSX.Element;
  readonly box: { readonly width: number; readonly height: number; readonly ground: number };
  /** Across the card. */
  readonly width: number;
}

export interface CardParts {
  /** The school; absent where the whole district asks. */
  readonly school?: string | undefined;
  readonly district: string;
  readonly title: string;
  readonly picture: Picture;
  readonly children: ComponentChildren;
}

/** The card as an SVG document. HTML, which Preact writes, may leave a `>` as it is; XML may not after `]]` (XML 1.0, 2.4). */
export const card = (parts: CardParts): string => renderToString(<Card {...parts} />).replaceAll(']]>', ']]&gt;');

function Card({ school, district, title, picture, children }: CardParts): JSX.Element {
  const owner = drawable(school ?? district);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={CARD.width} height={CARD.height} viewBox={`0 0 ${CARD.width} ${CARD.height}`}>
      <title>{drawable(title)}</title>
      <style dangerouslySetInnerHTML={{ __html: LOOK }} />
      <rect class="paper" width={CARD.width} height={CARD.height} />
      <rect class="c-road" y={ROAD_TOP} width={CARD.width} height={CARD.height - ROAD_TOP} />
      <Standing {...picture} />
      <Head owner={owner} district={school === undefined ? '' : drawable(district)} />
      <Title words={drawable(title) || owner} />
      {children}
    </svg>
  );
}

function Head({ owner, district }: { readonly owner: string; readonly district: string }): JSX.Element {
  return (
    <>
      <g transform={`translate(${MARGIN} ${MARK.top}) scale(${MARK.size / MARK.drawn})`}>
        <Mark />
      </g>
      {district === '' ? (
        <Line class="owner" weight="semibold" x={HEAD.left} y={MARK.top + 41} size={31} width={HEAD.width} words={owner} />
      ) : (
        <>
          <Line class="owner" weight="semibold" x={HEAD.left} y={MARK.top + 26} size={31} width={HEAD.width} words={owner} />
          <Line class="soft" weight="regular" x={HEAD.left} y={MARK.top + 57} size={23} width={HEAD.width} words={district} />
        </>
      )}
    </>
  );
}

function Title({ words }: { readonly words: string }): JSX.Element {
  const { size, lines } = fitWords(words, {
    weight: 'semibold',
    sizes: TITLE.sizes,
    width: CARD.width - MARGIN * 2,
    lines: (at) => (at > LARGEST_OF_TWO_LINES ? 1 : Math.min(MOST_LINES, Math.floor(TITLE.height / (at * TITLE.leading)))),
  });
  const leading = size * TITLE.leading;
  // capitals are 0.73 of the size high: the middle of what is seen is the middle of the place
  const first = TITLE.middle - ((lines.length - 1) * leading) / 2 + (size * 0.73) / 2;
  return (
    <>
      {lines.map((line, index) => (
        <text key={line} class="title" x={MARGIN - size * 0.04} y={Math.round(first + index * leading)} font-size={size}>
          {line}
        </text>
      ))}
    </>
  );
}

/** How far a line may shrink before it is cut. */
const SHRINK = [1, 0.93, 0.86, 0.8] as const;

/** A line of facts, smaller where it would be too long. */
export function Line(props: {
  readonly class: string;
  readonly weight: Weight;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly words: string;
}): JSX.Element | null {
  const { weight, width, words } = props;
  if (words === '') return null;
  const { size, lines } = fitWords(words, { weight, sizes: SHRINK.map((part) => part * props.size), width, lines: () => 1 });
  return (
    <text class={`${props.class} ${weight}`} x={props.x} y={props.y} font-size={size}>
      {lines[0]}
    </text>
  );
}

/** Its ground on the card's road, its right edge at the card's. */
function Standing({ drawn, box, width }: Picture): JSX.Element {
  const scale = width / box.width;
  const left = CARD.width - width;
  return (
    <>
      <path class="c-hill" d={`M${left - HILL.run * scale} ${ROAD_TOP}l${HILL.run * scale} ${-HILL.rise * scale}h1V${ROAD_TOP}z`} />
      <svg aria-hidden="true" x={left} y={ROAD_TOP - box.ground * scale} width={width} height={box.height * scale}>
        {drawn}
      </svg>
    </>
  );
}
