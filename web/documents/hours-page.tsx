/** A person's hours, by year: the statement as a paper, and beside it what does not count. */
import { Fragment, type JSX } from 'preact';
import { hoursPaths } from '#contracts/hours-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { GivenHours, HoursStatement } from '#contracts/resources/documents.ts';
import type { Contact } from '#contracts/resources/school.ts';
import { ContactLines } from '../components/contact.tsx';
import { page } from '../components/layout.tsx';
import { dayWords } from '../components/pledge-words.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { hoursIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { composeDocument } from './compose.ts';
import { Paper, PaperActs } from './page.tsx';

export interface HoursModel {
  readonly token: string;
  /** Names of the years with hours: `2027`, `2026-2027`. */
  readonly years: readonly string[];
  /** Of one of them; absent when there is none. */
  readonly shown?: { readonly year: string; readonly facts: HoursStatement };
  readonly uncounted: readonly (Omit<GivenHours, 'minutes'> & { readonly contact: Contact })[];
}

export function hoursPage(context: PageContext, model: HoursModel): string {
  const view = viewOf(context);
  const words = hoursIn(context.language);
  const { token, shown, uncounted } = model;
  return page(view, {
    title: words.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <p class="crumb noprint">
          <a href={paths.manage(token)}>{words.back}</a>
        </p>
        {shown ? (
          <>
            <p class="lead noprint">{words.lead}</p>
            <Years {...model} view={view} chosen={shown.year} />
            <PaperActs view={view} pdfUrl={inLanguage(hoursPaths.ofYear(token, `${shown.year}.pdf`), context.language)} />
            <Paper composed={composeDocument(shown.facts)} />
          </>
        ) : (
          <>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <div class="empty">
              <p class="empty-title">{words.none}</p>
              <p>{words.noneHint}</p>
            </div>
          </>
        )}
        {uncounted.length > 0 && <Uncounted view={view} uncounted={uncounted} />}
        <p class="soft noprint">{words.kept(context.district.retentionDays)}</p>
      </div>
    ),
  });
}

function Years({
  view,
  token,
  years,
  chosen,
}: Pick<HoursModel, 'token' | 'years'> & { readonly view: View; readonly chosen: string }): JSX.Element {
  const words = hoursIn(view.context.language);
  return (
    <nav class="noprint" aria-label={words.years}>
      <p>
        {words.years}:{' '}
        {years.map((year, index) => {
          const [first = '', last] = year.split('-');
          const label = last === undefined ? first : words.schoolYear(first, last);
          return (
            <Fragment key={year}>
              {index > 0 && ' · '}
              {year === chosen ? <strong aria-current="page">{label}</strong> : <a href={hoursPaths.ofYear(token, year)}>{label}</a>}
            </Fragment>
          );
        })}
      </p>
    </nav>
  );
}

function Uncounted({ view, uncounted }: Pick<HoursModel, 'uncounted'> & { readonly view: View }): JSX.Element {
  const words = hoursIn(view.context.language);
  return (
    <section class="group noprint" aria-labelledby="uncounted">
      <h2 id="uncounted">{words.uncounted}</h2>
      <p>{words.uncountedHint}</p>
      <ul class="mines">
        {uncounted.map(({ on, title, schoolName, contact }, index) => (
          <li key={String(index)} class="mine">
            <h3>
              <Words view={view} of={title} />
            </h3>
            <p>
              {dayWords(view, on)} · {schoolName}
            </p>
            <ContactLines view={view} contact={contact} />
          </li>
        ))}
      </ul>
    </section>
  );
}
