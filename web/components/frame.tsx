/** The document of what stands in a frame on other sites: no header, no script. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { STATIC_PREFIX } from '#contracts/pages.ts';
import statics from '../../generated/static.json' with { type: 'json' };
import type { View } from './view.ts';

interface FrameProps {
  /** Of the document, for those who hear it. */
  readonly title: string;
  readonly heading: ComponentChildren;
  readonly children: ComponentChildren;
}

export function frameDocument({ m, context }: View, { title, heading, children }: FrameProps): string {
  const html = renderToString(
    <html lang={context.language} dir={m.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={STATIC_PREFIX + statics['site.css']} />
      </head>
      <body class="embed">
        <main>
          <h1 class="embed-title">{heading}</h1>
          {children}
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
