/** An invoice: what is owed for what, by when, and how to pay it. */
import type { InvoiceDocument } from '#contracts/resources/documents.ts';
import type { Picked } from '../components/view.ts';
import type { DocumentBlock, Entry, SumTable } from './blocks.ts';
import type { CampaignMiddle } from './compose.ts';
import type { Saying } from './saying.ts';
import { schedule } from './schedule.ts';

export function invoice(facts: InvoiceDocument, saying: Saying): CampaignMiddle {
  const words = saying.words.invoice;
  const dueCents = totalCents(facts) - facts.paidCents;
  const open = dueCents > 0;
  return {
    title: words.title(facts.number),
    heading: words.heading,
    addresseeTitle: words.to,
    numberLabel: words.number,
    entries: [{ label: saying.words.reference, value: { text: facts.paymentReference } }, ...(open ? dueBy(facts, saying) : [])],
    headline: open
      ? { label: words.due, value: { text: saying.money(dueCents) } }
      : { label: words.due, value: { text: words.nothingDue } },
    blocks: [
      lines(facts, saying),
      ...(facts.schedule.length > 1 ? [schedule(words.schedule, facts.schedule, saying)] : []),
      ...(open ? waysToPay(facts, saying) : []),
      { kind: 'words', words: { text: words.receipt } },
    ],
  };
}

const totalCents = ({ lines }: InvoiceDocument): number => lines.reduce((all, { amountCents }) => all + amountCents, 0);

/** One day among the facts; several have a table. */
function dueBy({ schedule: [first, ...more] }: InvoiceDocument, { words, day }: Saying): readonly Entry[] {
  return first === undefined || more.length > 0 ? [] : [{ label: words.invoice.dueBy, value: { text: day(first.dueOn) } }];
}

function lines(facts: InvoiceDocument, saying: Saying): SumTable {
  const { words, column } = saying;
  const total = totalCents(facts);
  const money = column([...facts.lines.map(({ amountCents }) => amountCents), facts.paidCents]);
  const paid =
    facts.paidCents === 0
      ? []
      : [
          { what: words.total, amount: money(total) },
          { what: words.invoice.paid, amount: money(-facts.paidCents) },
        ];
  return {
    kind: 'table',
    title: words.invoice.lines,
    columns: [words.invoice.description, words.amount],
    rows: facts.lines.map((line) => ({ what: [described(line, saying)], amount: money(line.amountCents) })),
    totals: [...paid, { what: words.invoice.due, amount: money(total - facts.paidCents), strong: true }],
  };
}

function described(line: InvoiceDocument['lines'][number], { words: { invoice: say }, pick }: Saying): Picked {
  if (line.of === 'match') return { text: say.ofMatch };
  return { text: line.levelName ? say.ofLevel(pick(line.levelName).text) : say.ofPledge };
}

function waysToPay({ organisation: { payment }, paymentReference }: InvoiceDocument, { words }: Saying): readonly DocumentBlock[] {
  const say = words.invoice;
  return [
    {
      kind: 'columns',
      columns: [
        { title: say.byCheck, lead: say.payable(payment.payee), lines: [payment.payee, ...payment.address] },
        ...(payment.transfer === undefined ? [] : [{ title: say.byTransfer, lines: payment.transfer }]),
      ],
    },
    { kind: 'words', words: { text: say.quote(paymentReference) } },
  ];
}
