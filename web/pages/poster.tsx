/**
 * A poster of one opportunity: one sheet of paper that says what, when and where to somebody who walks by, in one language or in all.
 *
 * Nothing on it gets old quickly: no places left. The one for the door of the event has a code for the phones of staff instead.
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { paths, STATIC_PREFIX } from '#contracts/pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { PAPER_PARAMETER } from '#contracts/share-pages.ts';
import type { Language } from '#contracts/values.ts';
import statics from '../../generated/static.json' with { type: 'json' };
import { ICON_URL, Mark } from '../components/marks.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { pick, slotTimes, textOf, type View, viewOf } from '../components/view.ts';
import { shareIn } from '../messages/areas.ts';
import { messagesFor } from '../messages/index.ts';
import { inOrder } from '../words/figures.ts';
import type { PageContext } from './models.ts';

export const POSTER_PAPERS = ['letter', 'a4'] as const;
export type PosterPaper = (typeof POSTER_PAPERS)[number];
/** Query value for all languages on one sheet. */
export const ALL_LANGUAGES = 'all';

export interface PosterModel {
  readonly opportunity: PublicOpportunity;
  /** On the sheet, side by side. */
  readonly languages: readonly Language[];
  readonly paper: PosterPaper;
  /** Where it can be had in other languages and on other paper, and what to go back to. */
  readonly path: string;
  readonly back: string;
  /** For the door: the address of the check-in. */
  readonly door?: string;
}

export function posterPage(context: PageContext, model: PosterModel): string {
  const view = viewOf(context);
  const { poster: words } = shareIn(context.language);
  const { opportunity, paper } = model;
  const html = renderToString(
    <html lang={context.language} dir={view.m.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{words.title(textOf(view, opportunity.title))}</title>
        <link rel="icon" href={ICON_URL} />
        <link rel="stylesheet" href={STATIC_PREFIX + statics['site.css']} />
      </head>
      <body class="poster-page">
        <Choices view={view} model={model} />
        <main
          class={`poster poster-${paper} poster-${model.languages.length === 1 ? 'one' : 'many'} ${isDense(view, opportunity) ? 'poster-dense' : ''}`}
        >
          <Sheet view={view} model={model} />
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

/** Whether there is so much to say that it takes smaller letters. */
const isDense = (view: View, { summary, place, slots, school }: PublicOpportunity): boolean => {
  const tasks = [...new Set(slots.map(({ slot }) => textOf(view, slot.label)))].slice(0, MOST_TASKS);
  return [textOf(view, summary), place?.name ?? '', place?.address ?? school.address, ...tasks].join('').length > 320;
};

/** Above the sheet, and not on paper. */
function Choices({ view, model }: { readonly view: View; readonly model: PosterModel }): JSX.Element {
  const { poster: words } = shareIn(view.context.language);
  const { languages, paper, path, back, door } = model;
  const offered = view.context.district.languages;
  const to = (language: string, size: PosterPaper): string => {
    const query = new URLSearchParams({ lang: language, [PAPER_PARAMETER]: size });
    return `${path}${path.includes('?') ? '&' : '?'}${query}`;
  };
  const chosen = languages.length === 1 ? (languages[0] ?? ALL_LANGUAGES) : ALL_LANGUAGES;
  const choice = (href: string, label: string, current: boolean, lang?: string) => (
    <li key={label}>
      <a href={href} lang={lang} aria-current={current ? 'true' : undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <header class="poster-choices noprint">
      <p>
        <a href={back}>{words.back}</a>
      </p>
      <p>
        <strong>{words.print}</strong> {words.printOne}
      </p>
      <nav aria-label={words.paper}>
        <ul>{(['letter', 'a4'] as const).map((size) => choice(to(chosen, size), words.papers[size], size === paper))}</ul>
      </nav>
      {offered.length > 1 && door === undefined && (
        <nav aria-label={words.languages}>
          <ul>
            {offered.map((one) => choice(to(one, paper), messagesFor(one).name, chosen === one, one))}
            {choice(to(ALL_LANGUAGES, paper), words.all, chosen === ALL_LANGUAGES)}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Sheet({ view, model }: { readonly view: View; readonly model: PosterModel }): JSX.Element {
  const { opportunity, languages, door } = model;
  const { school, contact } = opportunity;
  const { siteUrl } = view.context.district;
  const views = languages.map((language) => viewOf({ ...view.context, language }));
  const url = door ?? `${siteUrl}${paths.opportunity(opportunity.opportunityId)}`;
  const short = `${new URL(siteUrl).host}${paths.school(school.slug)}`;
  return (
    <>
      <p class="poster-school">
        <Mark /> {school.name}
      </p>
      <Titles views={views} model={model} />
      <div class="poster-columns">
        {views.map((one) => (
          <Column key={one.context.language} view={one} model={model} />
        ))}
      </div>
      <div class="poster-foot">
        <QrCode url={url} label={shareIn(view.context.language).poster.qr(url)} />
        <div>
          {views.map((one) => {
            const { poster: words } = shareIn(one.context.language);
            return (
              <p key={one.context.language} lang={one.context.language} class="poster-scan">
                {door === undefined ? words.scan : words.doorScan}
              </p>
            );
          })}
          {door === undefined && (
            <>
              <p class="poster-or">
                <Each views={views} between=" / " of={({ poster }) => poster.or} /> <strong dir="ltr">{short}</strong>
              </p>
              <p class="poster-free">
                <Each views={views} between=" " of={({ poster }) => poster.free} />
              </p>
            </>
          )}
          <p class="poster-ask">
            <Each views={views} between=" / " of={({ poster }) => poster.ask} /> {contact.name}
            {contact.phone !== undefined && (
              <>
                , <bdi dir="ltr">{contact.phone}</bdi>
              </>
            )}
            , {contact.email}
          </p>
        </div>
      </div>
    </>
  );
}

/** Each language's, unless they are the same; the page's own is the heading. */
function Titles({ views, model: { opportunity, door } }: { readonly views: readonly View[]; readonly model: PosterModel }): JSX.Element {
  const titles = views.map((view) => ({ ...pick(view, opportunity.title), language: view.context.language }));
  const different = titles.filter((one, index) => titles.findIndex(({ text }) => text === one.text) === index);
  const longest = Math.max(...different.map(({ text }) => text.length)) * (different.length > 1 ? 1.4 : 1);
  const size = longest <= 24 ? 'short' : longest <= 60 ? 'middle' : longest <= 120 ? 'long' : 'longest';
  const [first, ...others] = different;
  return (
    <div class={`poster-titles poster-titles-${size}`}>
      <p class="poster-help">
        <Each views={views} between=" · " of={({ poster }) => (door === undefined ? poster.help : poster.door)} />
      </p>
      <h1 lang={first?.lang ?? first?.language}>{first?.text}</h1>
      {others.map(({ text, lang, language }) => (
        <p key={text} lang={lang ?? language} class="poster-title">
          {text}
        </p>
      ))}
    </div>
  );
}

/** The same words in each language, one after the other, and each said to be in its own. */
function Each({
  views,
  between,
  of,
}: {
  readonly views: readonly View[];
  readonly between: string;
  readonly of: (words: ReturnType<typeof shareIn>) => string;
}): JSX.Element {
  return (
    <>
      {views.map(({ context: { language } }, index) => (
        <span key={language} lang={language}>
          {index === 0 ? '' : between}
          {of(shareIn(language))}
        </span>
      ))}
    </>
  );
}

const MOST_DAYS = 3;
const MOST_TASKS = 6;

function Column({ view, model: { opportunity, door } }: { readonly view: View; readonly model: PosterModel }): JSX.Element {
  const { poster: words } = shareIn(view.context.language);
  const { m } = view;
  const { place } = opportunity;
  const days = daysOf(view, opportunity);
  const tasks = [...new Set(inOrder(opportunity.slots).map(({ slot }) => textOf(view, slot.label)))];
  return (
    <section lang={view.context.language} dir={m.dir} aria-label={m.name}>
      <h2>{words.when}</h2>
      {days.length === 0 ? (
        <p class="poster-day">{m.opportunity.undated}</p>
      ) : (
        days.slice(0, MOST_DAYS).map(({ day, times }) => (
          <p key={day} class="poster-day">
            {day} <span class="poster-times">{times}</span>
          </p>
        ))
      )}
      {days.length > MOST_DAYS && <p>{words.moreDays(days.length - MOST_DAYS)}</p>}
      <h2>{words.where}</h2>
      <p>
        <strong>{place === undefined ? m.opportunity.atHome : place.name}</strong>
        {place !== undefined && <span class="poster-address">{place.address ?? opportunity.school.address}</span>}
      </p>
      {door === undefined ? (
        <>
          <h2>{words.what}</h2>
          <p>{textOf(view, opportunity.summary)}</p>
          <ul>
            {tasks.slice(0, MOST_TASKS).map((task) => (
              <li key={task}>{task}</li>
            ))}
            {tasks.length > MOST_TASKS && <li class="poster-more">{words.more(tasks.length - MOST_TASKS)}</li>}
          </ul>
        </>
      ) : (
        <>
          <p class="poster-door">{words.doorHelpers}</p>
          <p>{words.doorLead}</p>
        </>
      )}
    </section>
  );
}

interface Day {
  readonly day: string;
  /** From the first start to the last end of the day, or nothing where that is not known. */
  readonly times: string;
}

/** The days it takes place on, by the clocks of the school. */
function daysOf(view: View, { slots, school: { zone } }: PublicOpportunity): readonly Day[] {
  const dated = inOrder(slots).flatMap(({ slot }) =>
    slot.startsAt === undefined || slot.calledOff === true ? [] : [{ ...slot, startsAt: slot.startsAt }],
  );
  const keys = [...new Set(dated.map(({ startsAt }) => view.dates.dayKey(startsAt, zone)))];
  return keys.flatMap((key) => {
    const ofDay = dated.filter(({ startsAt }) => view.dates.dayKey(startsAt, zone) === key);
    const [first] = ofDay;
    if (first === undefined) return [];
    const ends = ofDay.flatMap(({ endsAt }) => endsAt ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b));
    const whole = { ...first, ...(ends.length > 0 && { endsAt: ends.at(-1) ?? first.startsAt }) };
    return [{ day: view.dates.day(first.startsAt, zone), times: slotTimes(view, whole, zone) ?? '' }];
  });
}
