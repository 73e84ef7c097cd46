/** When parts of a sum are due, as a table. */
import type { DueAmount } from '#contracts/resources/documents.ts';
import type { SumTable } from './blocks.ts';
import type { Saying } from './saying.ts';

/** Days and sums that are due; with their total when there are several. */
export function schedule(title: string, parts: readonly DueAmount[], { words, column, day }: Saying): SumTable {
  const sums = parts.map(({ amountCents }) => amountCents);
  const total = sums.reduce((all, one) => all + one, 0);
  const money = column([...sums, total]);
  return {
    kind: 'table',
    title,
    columns: [words.dueOn, words.amount],
    rows: parts.map(({ dueOn, amountCents }) => ({ what: [{ text: day(dueOn) }], amount: money(amountCents) })),
    totals: parts.length > 1 ? [{ what: words.total, amount: money(total), strong: true }] : [],
  };
}
