/** What a paper says, before it is drawn: the web page and the PDF are made from the same blocks, so neither knows more. */
import type { Language } from '#contracts/values.ts';
import type { Picked } from '../components/view.ts';

export interface Entry {
  readonly label: string;
  readonly value: Picked;
}

/** A table of sums: how much is in the last column, of what in those before it. */
export interface SumTable {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly [...what: readonly string[], amount: string];
  readonly rows: readonly { readonly what: readonly Picked[]; readonly amount: string }[];
  readonly totals: readonly { readonly what: string; readonly amount: string; readonly strong?: boolean }[];
}

export type DocumentBlock =
  | SumTable
  | { readonly kind: 'words'; readonly words: Picked }
  | { readonly kind: 'entries'; readonly title: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly Picked[] }
  /** Sentences under a title; `boxed` where a bookkeeper or the tax office looks for them. */
  | { readonly kind: 'sentences'; readonly title: string; readonly sentences: readonly string[]; readonly boxed?: boolean }
  /** Addresses or accounts to copy from, side by side where there is room. */
  | { readonly kind: 'columns'; readonly columns: readonly LinesColumn[] };

export interface LinesColumn {
  readonly title: string;
  readonly lead?: string;
  readonly lines: readonly string[];
}

export interface ComposedDocument {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  /** With its number, for the window and the file. */
  readonly title: string;
  readonly heading: string;
  readonly letterhead: {
    readonly name: string;
    readonly address: readonly string[];
    readonly contact: readonly string[];
  };
  readonly addressee: { readonly title: string; readonly lines: readonly string[] };
  /** Number, date and what the paper belongs to. */
  readonly entries: readonly Entry[];
  /** The one figure that is looked for. */
  readonly headline?: Entry;
  readonly blocks: readonly DocumentBlock[];
  readonly closing?: { readonly words: string; readonly name: string };
}
