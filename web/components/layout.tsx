/** The frame of every page: head, header with languages, main, footer. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { paths, STATIC_PREFIX } from '#contracts/pages.ts';
import statics from '../../generated/static.json' with { type: 'json' };
import { CARD } from '../cards/size.ts';
import { messagesFor } from '../messages/index.ts';
import { ICON_URL, Mark } from './marks.tsx';
import { inLanguage, type View } from './view.ts';

interface ShareCard {
  readonly path: string;
  /** What is on it. */
  readonly alt: string;
}

interface Frame {
  readonly title: string;
  readonly description?: string;
  /** Prefixes the title, so that a screen reader says it first. */
  readonly error?: boolean;
  /** What messengers show for a link to this page. */
  readonly card?: ShareCard;
  /** Pages of one person, and refusals: nothing for search engines. */
  readonly unlisted?: boolean;
  readonly children: ComponentChildren;
}

/** A whole HTML document. */
export function page(view: View, frame: Frame): string {
  return `<!doctype html>${renderToString(<Document view={view} {...frame} />)}`;
}

function Document({ view, title, description, card, error, unlisted, children }: Frame & { readonly view: View }): JSX.Element {
  const { m, context } = view;
  const district = context.district.name;
  const full = `${title} · ${district}`;
  return (
    <html lang={context.language} dir={m.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{error === true ? m.form.errorTitle(full) : full}</title>
        <meta name="description" content={description ?? m.site.description} />
        {unlisted === true && <meta name="robots" content="noindex" />}
        {unlisted !== true && card !== undefined && <CardTags view={view} card={card} />}
        {unlisted !== true && [
          <meta key="title" property="og:title" content={full} />,
          <meta key="description" property="og:description" content={description ?? m.site.description} />,
          ...context.district.languages.map((language) => (
            <link
              key={language}
              rel="alternate"
              hreflang={language}
              href={`${context.district.siteUrl}${inLanguage(context.url, language)}`}
            />
          )),
        ]}
        <link rel="icon" href={ICON_URL} />
        <link rel="stylesheet" href={STATIC_PREFIX + statics['site.css']} />
        <script type="module" src={STATIC_PREFIX + statics['site.js']} />
      </head>
      <body>
        <a class="skip" href="#main">
          {m.site.skip}
        </a>
        <Header view={view} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer view={view} />
      </body>
    </html>
  );
}

/** In the page's language, whoever asks: what fetches a card has no cookies and prefers no language. */
function CardTags({ view: { context }, card }: { readonly view: View; readonly card: ShareCard }): JSX.Element {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={context.district.name} />
      <meta property="og:url" content={`${context.district.siteUrl}${inLanguage(context.url.split('?')[0] ?? '', context.language)}`} />
      {[context.language, ...context.district.languages.filter((one) => one !== context.language)].map((language, index) => (
        <meta
          key={language}
          property={index === 0 ? 'og:locale' : 'og:locale:alternate'}
          content={messagesFor(language).locale.replace('-', '_')}
        />
      ))}
      <meta property="og:image" content={`${context.district.siteUrl}${inLanguage(card.path, context.language)}`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={`${CARD.width}`} />
      <meta property="og:image:height" content={`${CARD.height}`} />
      <meta property="og:image:alt" content={card.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function Header({ view }: { readonly view: View }): JSX.Element {
  const { m, context } = view;
  return (
    <header class="top">
      <div class="wrap top-row">
        <a class="brand" href={paths.home}>
          <Mark />
          <span class="brand-words">
            <span class="brand-name" translate={false}>
              Crosswalk
            </span>
            <span class="brand-district">{context.district.name}</span>
          </span>
        </a>
        <nav class="top-nav" aria-label={m.site.main}>
          <a href={paths.campaigns}>{m.site.campaigns}</a>
          <a href={paths.sendLink}>{m.site.mySignUps}</a>
          {context.district.languages.length > 1 && <Languages view={view} />}
        </nav>
      </div>
    </header>
  );
}

export function Languages({ view }: { readonly view: View }): JSX.Element {
  const { context } = view;
  return (
    <ul class="languages" aria-label={view.m.site.language}>
      {context.district.languages.map((language) => (
        <li key={language}>
          <a
            href={inLanguage(context.url, language)}
            lang={language}
            hreflang={language}
            aria-current={language === context.language ? 'true' : undefined}
          >
            {messagesFor(language).name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Footer({ view }: { readonly view: View }): JSX.Element {
  const { m, context } = view;
  const { contact, name } = context.district;
  return (
    <footer class="foot">
      <div class="wrap foot-row">
        <div>
          <p class="foot-name">
            <Mark /> {m.site.tagline}
          </p>
          <p>{m.site.noTracking}</p>
        </div>
        <div>
          <p class="foot-help">{m.site.footerHelp}</p>
          <p>
            <a href={`mailto:${contact.email}`}>{m.site.footerContact(name)}</a>
            {contact.phone !== undefined && (
              <>
                {' · '}
                <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`} dir="ltr">
                  {contact.phone}
                </a>
              </>
            )}
          </p>
        </div>
        <ul class="foot-links">
          <li>
            <a href={paths.home}>{m.site.home}</a>
          </li>
          <li>
            <a href={paths.privacy}>{m.site.privacy}</a>
          </li>
          <li>
            <a href={paths.apiReference}>{m.site.api}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
