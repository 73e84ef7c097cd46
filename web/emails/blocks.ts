/** What a mail says, before it is drawn: both its HTML and its text are made from the same blocks, so neither knows more. */
import type { InlineCode } from '#contracts/resources/letters.ts';
import type { Picked } from '../components/view.ts';

export interface Fact {
  readonly label: string;
  readonly value: Picked;
  /** Makes the value a link; the text part writes the address out. */
  readonly href?: string;
}

export type Block =
  | { readonly kind: 'words'; readonly words: string; readonly soft?: boolean }
  /** A paragraph that staff wrote, with its lines; addresses in it are links. */
  | { readonly kind: 'said'; readonly said: Picked }
  /** Facts of one or more slots under a title; each group is one slot. */
  | { readonly kind: 'facts'; readonly title: string; readonly groups: readonly (readonly Fact[])[] }
  | { readonly kind: 'button'; readonly words: string; readonly href: string }
  /** `words` stand for it in the text part. */
  | {
      readonly kind: 'picture';
      readonly src: string;
      readonly alt: Picked;
      readonly width: number;
      readonly height: number;
      readonly words: string;
    }
  /** A link under the picture of a QR code; in the text part the link alone. */
  | {
      readonly kind: 'code';
      readonly code: InlineCode;
      readonly alt: string;
      readonly words: string;
      readonly href: string;
    }
  | { readonly kind: 'link'; readonly words: string; readonly href: string };

export interface Composed {
  readonly subject: string;
  /** Shown by mail programs beside the subject. */
  readonly preview: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  /** Who sends this, and why the person gets it. */
  readonly footer: readonly string[];
}
