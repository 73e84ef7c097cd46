/** The frame of every page of the desk. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { DESK_SECTIONS, deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { paths, STATIC_PREFIX } from '#contracts/pages.ts';
import statics from '../../generated/static.json' with { type: 'json' };
import { Languages } from '../components/layout.tsx';
import { ICON_URL, Mark } from '../components/marks.tsx';
import { inLanguage, type View } from '../components/view.ts';
import { deskIn } from '../messages/areas.ts';
import type { DeskReader } from './models.ts';

interface DeskFrame {
  readonly title: string;
  readonly reader?: DeskReader;
  /** Prefixes the title, so that a screen reader says it first. */
  readonly error?: boolean;
  /** Where the browser goes on by itself, at once. */
  readonly onTo?: string;
  /** For a wall: large, and without anything to press. */
  readonly onWall?: boolean;
  /** Has marks at the door to send, also later. */
  readonly atDoor?: boolean;
  readonly children: ComponentChildren;
}

/** A whole HTML document. */
export function deskPage(view: View, frame: DeskFrame): string {
  return `<!doctype html>${renderToString(<Document view={view} {...frame} />)}`;
}

function Document({ view, title, reader, error, onTo, onWall, atDoor, children }: DeskFrame & { readonly view: View }): JSX.Element {
  const { m, context } = view;
  const full = `${title} · ${context.district.name}`;
  return (
    <html lang={context.language} dir={m.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{error === true ? m.form.errorTitle(full) : full}</title>
        <meta name="robots" content="noindex" />
        {onTo !== undefined && <meta http-equiv="refresh" content={`0;url=${onTo}`} />}
        <link rel="icon" href={ICON_URL} />
        <link rel="stylesheet" href={STATIC_PREFIX + statics['site.css']} />
        <link rel="stylesheet" href={STATIC_PREFIX + statics['desk.css']} />
        <script type="module" src={STATIC_PREFIX + statics['site.js']} />
        <script type="module" src={STATIC_PREFIX + statics['desk.js']} />
        {atDoor === true && <script type="module" src={STATIC_PREFIX + statics['check-in.js']} />}
      </head>
      <body class={onWall === true ? 'desk wall-screen' : 'desk'}>
        <a class="skip" href="#main">
          {m.site.skip}
        </a>
        <Header view={view} reader={reader} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

function Header({ view, reader }: { readonly view: View; readonly reader: DeskReader | undefined }): JSX.Element {
  const { m, context } = view;
  const words = deskIn(context.language);
  return (
    <header class="top">
      <div class="wrap top-row">
        <a class="brand" href={deskPaths.start}>
          <Mark />
          <span class="brand-words">
            <span class="brand-name">{words.title}</span>
            <span class="brand-district">{context.district.name}</span>
          </span>
        </a>
        <nav class="top-nav" aria-label={m.site.main}>
          <a href={paths.home}>{words.site}</a>
          {context.district.languages.length > 1 && <Languages view={view} />}
        </nav>
        {reader !== undefined && (
          <form class="desk-who" method="post" action={inLanguage(deskPaths.signOut, context.language)}>
            <FormToken reader={reader} />
            <a href={deskPaths.me}>{reader.name}</a>
            <button class="button button-quiet button-small" type="submit">
              {words.signOut}
            </button>
          </form>
        )}
      </div>
      {reader !== undefined && <Sections view={view} reader={reader} />}
    </header>
  );
}

/** On a narrow screen it scrolls sideways. */
function Sections({ view, reader }: { readonly view: View; readonly reader: DeskReader }): JSX.Element {
  const words = deskIn(view.context.language);
  const { pathname } = new URL(view.context.url, view.context.district.siteUrl);
  const isHere = (path: string): boolean => pathname === path || (path !== deskPaths.start && pathname.startsWith(`${path}/`));
  return (
    <nav class="desk-nav" aria-label={words.sectionsLabel}>
      <ul class="wrap">
        {reader.sections.map((section) => (
          <li key={section}>
            <a href={DESK_SECTIONS[section]} {...(isHere(DESK_SECTIONS[section]) && { 'aria-current': 'page' as const })}>
              {words.sections[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Belongs into every form of the desk; without it the form is refused. */
export const FormToken = ({ reader }: { readonly reader: DeskReader }): JSX.Element => (
  <input type="hidden" name={FORM_TOKEN_FIELD} value={reader.csrf} />
);
