/** Sums of money as people type them, and what is wrong with one that is none. */
import type { FieldProblem } from '#contracts/problems.ts';

/** `$1,250.50` → 125050. Anything that is no sum of dollars stays text, so that the contract refuses it. */
export function cents(typed: string): number | string {
  const found = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?$/.exec(typed.trim());
  return found ? Number(found[1]?.replaceAll(',', '')) * 100 + Number(found[2] ?? 0) : typed;
}

/** A sum in a field: `1,250.50`, and `500` without needless cents. */
export const dollars = (amountCents: number): string =>
  (amountCents / 100).toLocaleString('en-US', { minimumFractionDigits: amountCents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 });

export type MoneyFault = 'money.negative' | 'money.fraction' | 'money.too-large' | 'money.unreadable';

/** Why `typed`, of which `cents` made nothing, is no sum. */
export function moneyFault(typed: string): MoneyFault {
  const text = typed.trim().replace(/^\$\s*/, '');
  if (/^[-−–]/.test(text)) return 'money.negative';
  if (/^\d[\d,]*\.\d{3,}$/.test(text)) return 'money.fraction';
  return /^\d{10,}(?:\.\d{2})?$/.test(text) ? 'money.too-large' : 'money.unreadable';
}

/** Says of each sum that can't be read why, in place of the contract's word for all of them. `body` is what was refused. */
export const withMoneyFaults = (body: unknown, errors: readonly FieldProblem[]): readonly FieldProblem[] =>
  errors.map((error) => {
    const typed = error.code === 'amount.not-whole-cents' ? valueAt(body, error.pointer) : undefined;
    return typeof typed === 'string' ? { ...error, code: moneyFault(typed) } : error;
  });

function valueAt(body: unknown, pointer: string): unknown {
  let value: unknown = body;
  for (const part of pointer.split('/').slice(1))
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined;
  return value;
}
