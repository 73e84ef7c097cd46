/** What all charts share: a figure with a heading, the drawing with its words, and behind it the same as a table. */
import type { ComponentChildren, JSX } from 'preact';
import type { View } from '../../components/view.ts';
import { dashboardsIn } from '../../messages/areas.ts';
import { Heads } from '../table-heads.tsx';

export interface ChartTable {
  readonly columns: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

interface Props {
  readonly view: View;
  readonly title: string;
  /** What the drawing shows, in a sentence, for who can't see it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly table: ChartTable;
  readonly children: ComponentChildren;
  /** Below the drawing: what its colours mean. */
  readonly legend?: readonly { readonly mark: string; readonly words: string }[];
  /** What the drawing stands in, where it may be wider than the window. */
  readonly frame?: (drawing: JSX.Element) => JSX.Element;
}

export function Chart({ view, title, label, width, height, table, children, legend = [], frame }: Props): JSX.Element {
  const drawing = (
    <svg class="chart-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {children}
    </svg>
  );
  return (
    <figure class={frame ? 'chart' : 'chart chart-narrow'}>
      <figcaption>{title}</figcaption>
      {frame ? frame(drawing) : drawing}
      {legend.length > 0 && (
        <ul class="legend">
          {legend.map(({ mark, words }) => (
            <li key={mark}>
              <span class={`legend-mark ${mark}`} aria-hidden="true" />
              {words}
            </li>
          ))}
        </ul>
      )}
      <details class="chart-table">
        <summary>{dashboardsIn(view.context.language).charts.asTable}</summary>
        <DataTable view={view} table={table} caption={title} />
      </details>
    </figure>
  );
}

/** Of a word below the axis: a narrow window has room for every other one. */
export const tickClass = (index: number): string => (index % 2 === 1 ? 'c-tick c-between' : 'c-tick');

/** What may be wider than the window, to be moved by keyboard, too. */
export function Scroll({
  view,
  label,
  children,
}: {
  readonly view: View;
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    // without the tabindex nobody could scroll it by keyboard
    <section class="scroll" aria-label={dashboardsIn(view.context.language).charts.tableOf(label)} tabindex={0}>
      {children}
    </section>
  );
}

export function DataTable({
  view,
  table: { columns, rows },
  caption,
}: {
  readonly view: View;
  readonly table: ChartTable;
  readonly caption: string;
}): JSX.Element {
  return (
    <Scroll view={view} label={caption}>
      <table class="data">
        <caption class="hidden">{caption}</caption>
        <Heads names={columns.slice(0, 1)} sums={columns.slice(1)} />
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={String(row)}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={`${columns[index + 1]}`} class="sum">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
