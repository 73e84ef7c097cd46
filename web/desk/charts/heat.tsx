/** Names against days: a field for each, with its figure in it and darker the more is missing. Colour never says it alone. */
import type { JSX } from 'preact';
import type { View } from '../../components/view.ts';
import { Chart, type ChartTable, Scroll } from './frame.tsx';

const LEFT = 215;
const CELL = 38;
const ROW = 40;
const TOP = 46;

export interface HeatRow {
  readonly name: string;
  /** By column; undefined where there is nothing. `share` from 0 to 1. */
  readonly cells: readonly ({ readonly share: number; readonly words: string } | undefined)[];
}

interface Props {
  readonly view: View;
  readonly title: string;
  readonly label: string;
  readonly legend: string;
  /** Two lines above each column: weekday and day. */
  readonly columns: readonly { readonly key: string; readonly above: string; readonly below: string }[];
  readonly rows: readonly HeatRow[];
  readonly table: ChartTable;
}

/** Five steps from full to empty; each has a class with its own ink. */
const stepOf = (share: number): number => Math.min(4, Math.floor((1 - Math.min(1, share)) * 5));

/** Names are cut where the next field begins. */
const short = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

export function HeatMap({ view, title, label, legend, columns, rows, table }: Props): JSX.Element {
  const width = LEFT + columns.length * CELL;
  const height = TOP + rows.length * ROW;
  return (
    <div class="heat">
      <Chart
        view={view}
        title={title}
        label={label}
        width={width}
        height={height}
        table={table}
        frame={(drawing) => (
          <Scroll view={view} label={label}>
            {drawing}
          </Scroll>
        )}
      >
        {columns.map(({ key, above, below }, index) => (
          <g key={key}>
            <text class="c-tick" x={LEFT + index * CELL + CELL / 2} y={16} text-anchor="middle">
              {above}
            </text>
            <text class="c-tick" x={LEFT + index * CELL + CELL / 2} y={34} text-anchor="middle">
              {below}
            </text>
          </g>
        ))}
        {rows.map(({ name, cells }, row) => (
          <g key={name}>
            <text class="c-note" x={0} y={TOP + row * ROW + ROW / 2} dy="0.32em">
              {short(name)}
            </text>
            {cells.map((cell, column) => {
              const x = LEFT + column * CELL;
              const y = TOP + row * ROW;
              const at = columns[column]?.key;
              if (!cell) return <rect key={at} class="h-none" x={x + 2} y={y + 2} width={CELL - 4} height={ROW - 4} rx="4" />;
              return (
                <g key={at}>
                  <rect class={`h-cell h-${stepOf(cell.share)}`} x={x + 2} y={y + 2} width={CELL - 4} height={ROW - 4} rx="4" />
                  <text class={`h-words h-ink-${stepOf(cell.share)}`} x={x + CELL / 2} y={y + ROW / 2} dy="0.34em" text-anchor="middle">
                    {cell.words}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </Chart>
      <p class="hint">{legend}</p>
    </div>
  );
}
