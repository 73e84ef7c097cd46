/** Bars side by side, one or two for each name: weeks, for instance. */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import type { View } from '../../components/view.ts';
import { Chart, type ChartTable, tickClass } from './frame.tsx';

const WIDTH = 760;
const HEIGHT = 240;
const LEFT = 76;
const TOP = 14;
const BOTTOM = 34;

export interface Bar {
  readonly name: string;
  /** Below the bar; not all have room for one. */
  readonly tick: string;
  readonly values: readonly number[];
}

interface Props {
  readonly view: View;
  readonly title: string;
  readonly label: string;
  readonly bars: readonly Bar[];
  /** What the values of each bar mean, in order, with the class of their colour. */
  readonly series: readonly { readonly mark: string; readonly words: string }[];
  readonly say: (value: number) => string;
  readonly table: ChartTable;
}

export function BarChart({ view, title, label, bars, series, say, table }: Props): JSX.Element {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values));
  const least = Math.min(0, ...bars.flatMap(({ values }) => values));
  const x = scaleBand(
    bars.map(({ name }) => name),
    [LEFT, WIDTH],
  ).paddingInner(0.28);
  const inner = scaleBand(
    series.map(({ mark }) => mark),
    [0, x.bandwidth()],
  ).paddingInner(0.08);
  const y = scaleLinear([least, most], [HEIGHT - BOTTOM, TOP]).nice(4);
  // where half of one is none, lines without a number would only ask what they are
  // of nothing, in whatever it is counted, there is only the line it stands on
  const ticks = bars.every(({ values }) => values.every((value) => value === 0)) ? [0] : y.ticks(4).filter((value) => say(value) !== '');
  const step = Math.ceil(bars.length / 6);
  return (
    <Chart view={view} title={title} label={label} width={WIDTH} height={HEIGHT} table={table} legend={series}>
      {ticks.map((value) => (
        <g key={value}>
          <path class={value === 0 ? 'c-zero' : 'c-grid'} d={`M${LEFT} ${y(value)}H${WIDTH}`} />
          <text class="c-tick" x={LEFT - 8} y={y(value)} dy="0.32em" text-anchor="end">
            {say(value)}
          </text>
        </g>
      ))}
      {bars.map(({ name, tick, values }, index) => (
        <g key={name}>
          {values.map((value, place) => {
            const mark = series[place]?.mark ?? '';
            const [upper, lower] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
            return (
              value !== 0 && (
                <rect
                  key={mark}
                  class={`c-bar ${mark}`}
                  x={(x(name) ?? 0) + (inner(mark) ?? 0)}
                  y={upper}
                  width={inner.bandwidth()}
                  height={lower - upper}
                  rx="2"
                />
              )
            );
          })}
          {index % step === 0 && (
            <text class={tickClass(index / step)} x={(x(name) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 12} text-anchor="middle">
              {tick}
            </text>
          )}
        </g>
      ))}
    </Chart>
  );
}
