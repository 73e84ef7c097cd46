/** All opportunities of one school, drafts too: where they stand, when they are next, how full they are. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { LANGUAGE_PARAMETER } from '#contracts/pages.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { textOf, type View, viewOf } from '../components/view.ts';
import { deskSetupIn, feedbackIn, suggestionsIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import type { DeskOpportunitiesModel } from './models-setup.ts';
import { Heads } from './table-heads.tsx';

export function deskOpportunitiesPage(context: PageContext, model: DeskOpportunitiesModel): string {
  const view = viewOf(context);
  const { list: words } = deskSetupIn(context.language);
  const { reader, school, past, mayEdit } = model;
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <div>
            <h1>{words.title}</h1>
            {school && <p class="lead">{school.name}</p>}
          </div>
          {school && mayEdit && (
            <p class="dash-acts noprint">
              <a class="button button-quiet" href={feedbackPaths.deskOf(school.schoolId)}>
                {feedbackIn(context.language).desk.link}
              </a>
              <a class="button button-quiet" href={suggestionPaths.desk(school.schoolId)}>
                {suggestionsIn(context.language).desk.link}
              </a>
              <a class="button" href={deskPaths.newOpportunity(school.schoolId)}>
                {words.add}
              </a>
            </p>
          )}
        </div>
        {school ? (
          <>
            {model.schools.length > 1 && <ChooseSchool view={view} model={model} />}
            <Rows view={view} model={model} zone={school.zone} />
            <p class="noprint">
              <a href={`${deskPaths.opportunitiesOf(school.schoolId)}${past ? '' : '&past=yes'}`}>{past ? words.live : words.past}</a>
            </p>
          </>
        ) : (
          <p class="soft">{words.noSchool}</p>
        )}
      </div>
    ),
  });
}

function ChooseSchool({ view, model: { schools, school } }: { readonly view: View; readonly model: DeskOpportunitiesModel }): JSX.Element {
  const words = deskSetupIn(view.context.language);
  return (
    <form class="dash-acts noprint" method="get" action={deskPaths.opportunities}>
      <input type="hidden" name={LANGUAGE_PARAMETER} value={view.context.language} />
      <label for="school">{words.school}</label>
      <select id="school" name="school">
        {schools.map(({ schoolId, name }) => (
          <option key={schoolId} value={schoolId} selected={schoolId === school?.schoolId}>
            {name}
          </option>
        ))}
      </select>
      <button class="button button-quiet button-small" type="submit">
        {words.show}
      </button>
    </form>
  );
}

function Rows({ view, model: { rows }, zone }: { readonly view: View; readonly model: DeskOpportunitiesModel; readonly zone: string }) {
  const { list: words, statuses, one } = deskSetupIn(view.context.language);
  if (rows.length === 0) return <p class="soft">{words.empty}</p>;
  const whenWords = (nextAt?: string, lastAt?: string): string => {
    if (nextAt !== undefined) return view.dates.shortDay(nextAt, zone);
    return lastAt === undefined ? words.noDate : words.last(view.dates.shortDay(lastAt, zone));
  };
  return (
    <section class="panel">
      <Scroll view={view} label={words.title}>
        <table class="data">
          <Heads names={[words.title, words.status, words.next]} sums={[words.filled]} />
          <tbody>
            {rows.map(({ opportunityId, title, status, over, nextAt, lastAt, taken, capacity }) => (
              <tr key={opportunityId}>
                <th scope="row">
                  <a href={deskPaths.opportunity(opportunityId)}>{textOf(view, title)}</a>
                </th>
                <td>{over && status !== 'archived' ? words.over : statuses[status]}</td>
                <td>{whenWords(nextAt, lastAt)}</td>
                <td class="sum">{one.of(taken, capacity)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
