/** What tax law has a receipt say, by country: one line here and one file beside it for each. */
import type { Country, Receipt } from '#contracts/resources/documents.ts';
import type { Saying } from '../saying.ts';
import { us } from './us.ts';

export interface ReceiptRules {
  /** What a receipt says of things given in return and of tax, sentence by sentence; its other facts stand elsewhere on it. */
  statements(receipt: Receipt, saying: Saying): readonly string[];
}

export const RULES: Readonly<Record<Country, ReceiptRules>> = { US: us };
