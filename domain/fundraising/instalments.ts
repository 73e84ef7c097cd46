/** When the parts of a pledge are due: the first thirty days after it was made, the others on that day of the months that follow. */
import { Temporal } from 'temporal-polyfill';
import type { Commitment, Instalment, Invoice } from '#contracts/resources/pledge.ts';
import type { Day } from '#contracts/values.ts';

export { dayAt, daysLater } from '../days.ts';

export const FIRST_DUE_DAYS = 30;

/** Equal parts to the cent; what doesn't divide evenly is in the first ones. A 31st becomes the last day of a shorter month. */
export function instalmentPlan(amountCents: number, count: number, pledgedOn: Day): readonly Instalment[] {
  const first = Temporal.PlainDate.from(pledgedOn).add({ days: FIRST_DUE_DAYS });
  const each = Math.floor(amountCents / count);
  const left = amountCents - each * count;
  return Array.from({ length: count }, (_, index) => ({
    dueOn: first.add({ months: index }).toString() as Day,
    amountCents: each + (index < left ? 1 : 0),
  }));
}

/** What is invoiced of a pledge, and how. */
interface Asked {
  readonly commitment: Commitment;
  readonly invoices: readonly Invoice[];
}

/**
 * What an invoice asks for, by when. The first one is for the pledge's own sum, in its instalments; what is beyond is for its match, and due with
 * the last of them. Later invoices are for the match alone, and due at once.
 */
export function dueOfInvoice(
  { commitment, invoices }: Asked,
  invoice: Invoice,
): { planned: readonly Instalment[]; match: readonly Instalment[] } {
  const isFirst = invoices[0]?.number === invoice.number;
  const planned = isFirst && commitment.kind === 'money' ? commitment.instalments : [];
  const amountCents = invoice.amountCents - planned.reduce((sum, one) => sum + one.amountCents, 0);
  const dueOn = planned.at(-1)?.dueOn ?? invoice.issuedOn;
  return { planned, match: amountCents > 0 ? [{ dueOn, amountCents }] : [] };
}

/** The first part of what was invoiced that is not paid in full, with what is missing of it and the day it was asked for. */
export function openPart(asked: Asked, paidCents: number): (Instalment & { readonly askedOn: Day }) | undefined {
  let paid = paidCents;
  for (const invoice of asked.invoices) {
    const { planned, match } = dueOfInvoice(asked, invoice);
    for (const { dueOn, amountCents } of [...planned, ...match]) {
      if (paid < amountCents) return { dueOn, amountCents: amountCents - paid, askedOn: invoice.issuedOn };
      paid -= amountCents;
    }
  }
  return undefined;
}
