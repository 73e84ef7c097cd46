/** Lines that staff wrote, with the addresses in them as links. All else in them is text. */
import type { JSX } from 'preact';
import { linesOf, withLinks } from '../words/links.ts';

export function Said({ text, linkStyle }: { readonly text: string; readonly linkStyle?: string }): JSX.Element {
  return (
    <>
      {linesOf(text).map((line, index) => (
        <>
          {index > 0 && <br />}
          {withLinks(line).map((piece) =>
            piece.href === undefined ? (
              piece.text
            ) : (
              <a class="link" href={piece.href} style={linkStyle} rel="noopener">
                {piece.text}
              </a>
            ),
          )}
        </>
      ))}
    </>
  );
}
