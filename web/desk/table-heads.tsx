/** The heads of a table at the desk: what its rows are about, then their figures, then whatever else there is. */
import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly names: readonly string[];
  /** Of columns of figures, which stand at the right. */
  readonly sums?: readonly string[];
  readonly children?: ComponentChildren;
}

export const Heads = ({ names, sums = [], children }: Props): JSX.Element => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
      {sums.map((name) => (
        <th key={name} scope="col" class="sum">
          {name}
        </th>
      ))}
      {children}
    </tr>
  </thead>
);
