/** Single numbers side by side, each with its name; it leads to what it counts. */
import type { JSX } from 'preact';

export interface Tile {
  readonly name: string;
  /** Where what it counts is. */
  readonly to: string;
  readonly value: string;
  readonly note: string | undefined;
}

export const Tiles = ({ all }: { readonly all: readonly Tile[] }): JSX.Element => (
  <dl class="tiles">
    {all.map(({ name, to, value, note }) => (
      <div class="tile" key={name}>
        <dt>{name}</dt>
        <dd>
          <a href={to}>{value}</a>
          {note !== undefined && <span class="soft">{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
