/** Staff-written words, marked with their language where it differs from the page's. */
import type { JSX } from 'preact';
import type { LocalizedText } from '#contracts/values.ts';
import { pick, type View } from './view.ts';

export function Words({ view, of }: { readonly view: View; readonly of: LocalizedText }): JSX.Element | string {
  const { text, lang } = pick(view, of);
  return lang === undefined ? (
    text
  ) : (
    <span lang={lang} dir="auto">
      {text}
    </span>
  );
}

/** A text of several lines: an empty line starts a paragraph, a single break stays one. */
export function Paragraphs({ view, of }: { readonly view: View; readonly of: LocalizedText }): JSX.Element {
  const { text, lang } = pick(view, of);
  return (
    <div class="prose" lang={lang} dir={lang === undefined ? undefined : 'auto'}>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
