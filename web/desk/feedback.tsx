/** What people said after they took part: how many gave each score, at a school and of one opportunity, and what they wrote. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import {
  answersIn,
  averageScore,
  type Comment,
  type FeedbackResults,
  SCORES,
  type SchoolFeedback,
  type ScoreCounts,
  sumOfScores,
} from '#contracts/resources/feedback.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { textOf, type View, viewOf } from '../components/view.ts';
import { feedbackIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { BarChart } from './charts/bars.tsx';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import type { DeskReader } from './models.ts';
import type { NamedSchool } from './models-setup.ts';
import { Heads } from './table-heads.tsx';

export interface DeskFeedbackModel {
  readonly reader: DeskReader;
  /** Of the reader. */
  readonly schools: readonly NamedSchool[];
  /** Absent where the district has no school yet. */
  readonly shown?: SchoolFeedback & { readonly school: NamedSchool };
}

export function deskFeedbackPage(context: PageContext, { reader, schools, shown }: DeskFeedbackModel): string {
  const view = viewOf(context);
  const { desk: words } = feedbackIn(context.language);
  const sum = sumOfScores(shown?.opportunities.map(({ scores }) => scores) ?? []);
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          {shown && (
            <p class="crumb">
              <a href={deskPaths.volunteeringOf(shown.school.schoolId)}>{shown.school.name}</a>
            </p>
          )}
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        {schools.length > 1 && <Choice view={view} schools={schools} chosen={shown?.school.schoolId} />}
        {shown === undefined || answersIn(sum) === 0 ? (
          <p class="soft">{words.none}</p>
        ) : (
          <div class="dash-two">
            <Scores view={view} scores={sum} />
            <Opportunities view={view} opportunities={shown.opportunities} />
          </div>
        )}
      </div>
    ),
  });
}

function Choice({
  view,
  schools,
  chosen,
}: {
  readonly view: View;
  readonly schools: readonly NamedSchool[];
  readonly chosen: string | undefined;
}): JSX.Element {
  return (
    <nav class="noprint" aria-label={feedbackIn(view.context.language).desk.schools}>
      <ul class="choices">
        {schools.map(({ schoolId, name }) => (
          <li key={schoolId}>
            <a href={feedbackPaths.deskOf(schoolId)} {...(schoolId === chosen && { 'aria-current': 'true' as const })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Opportunities({ view, opportunities }: { readonly view: View } & Pick<SchoolFeedback, 'opportunities'>): JSX.Element {
  const { desk: words } = feedbackIn(view.context.language);
  const number = new Intl.NumberFormat(view.m.locale);
  return (
    <section class="panel dash" aria-labelledby="opportunities">
      <h2 id="opportunities">{words.opportunities}</h2>
      <Scroll view={view} label={words.opportunities}>
        <table class="data">
          <Heads names={[words.opportunity]} sums={[words.answers, words.average]} />
          <tbody>
            {opportunities.map(({ opportunityId, title, scores }) => (
              <tr key={opportunityId}>
                <th scope="row">
                  <a href={feedbackPaths.deskOne(opportunityId)}>{textOf(view, title)}</a>
                </th>
                <td class="sum">{number.format(answersIn(scores))}</td>
                <td class="sum">{averageIn(view, scores) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">{words.averageHint}</p>
    </section>
  );
}

export interface DeskFeedbackOfModel {
  readonly reader: DeskReader;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'schoolId' | 'title'>;
  readonly results: FeedbackResults;
  /** Whether its comments are the latest. */
  readonly isFirst: boolean;
}

export function deskFeedbackOfPage(context: PageContext, model: DeskFeedbackOfModel): string {
  const view = viewOf(context);
  const { desk: words } = feedbackIn(context.language);
  const { reader, opportunity, results } = model;
  const title = words.titleOf(textOf(view, opportunity.title));
  const answers = answersIn(results.scores);
  return deskPage(view, {
    title,
    reader,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <div>
            <p class="crumb">
              <a href={deskPaths.opportunity(opportunity.opportunityId)}>{textOf(view, opportunity.title)}</a>
            </p>
            <h1>{words.title}</h1>
            {answers > 0 && <p class="lead">{words.answered(answers, results.asked)}</p>}
          </div>
          <p class="dash-acts noprint">
            <a class="button button-quiet button-small" href={feedbackPaths.deskOf(opportunity.schoolId)}>
              {words.toSchool}
            </a>
          </p>
        </div>
        {answers === 0 ? (
          <p class="soft">{words.noneYet}</p>
        ) : (
          <div class="dash-two">
            <Scores view={view} scores={results.scores} />
            <Comments view={view} model={model} />
          </div>
        )}
      </div>
    ),
  });
}

/** To one decimal: more would pretend to more than people said. */
function averageIn({ m }: View, scores: ScoreCounts): string | undefined {
  const average = averageScore(scores);
  return average === undefined
    ? undefined
    : new Intl.NumberFormat(m.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(average);
}

function Scores({ view, scores }: { readonly view: View; readonly scores: ScoreCounts }): JSX.Element {
  const { desk: words, scores: names } = feedbackIn(view.context.language);
  const number = new Intl.NumberFormat(view.m.locale);
  const nameOf = (score: number): string => names[score - 1] ?? '';
  const countOf = (score: number): string => number.format(scores[score - 1] ?? 0);
  const average = averageIn(view, scores);
  return (
    <section class="panel dash">
      <BarChart
        view={view}
        title={words.scores}
        label={words.chart(SCORES.map((score) => `${nameOf(score)}: ${countOf(score)}`).join(', '))}
        bars={SCORES.map((score) => ({ name: nameOf(score), tick: nameOf(score), values: [scores[score - 1] ?? 0] }))}
        series={[{ mark: 'c-raised', words: words.answers }]}
        say={(value) => (Number.isInteger(value) ? number.format(value) : '')}
        table={{ columns: [words.score, words.answers], rows: SCORES.toReversed().map((score) => [nameOf(score), countOf(score)]) }}
      />
      <p>{average === undefined ? words.noAverage(answersIn(scores)) : words.averageOf(average, answersIn(scores))}</p>
    </section>
  );
}

function Comments({
  view,
  model: { opportunity, results, isFirst },
}: {
  readonly view: View;
  readonly model: DeskFeedbackOfModel;
}): JSX.Element {
  const { desk: words } = feedbackIn(view.context.language);
  const { opportunityId } = opportunity;
  const { comments, next } = results;
  return (
    <section class="panel dash" aria-labelledby="comments">
      <h2 id="comments">{words.comments}</h2>
      {comments.length === 0 ? (
        <p class="soft">{words.noComments}</p>
      ) : (
        <>
          <p class="hint">{words.commentsHint}</p>
          <ul class="dash">
            {comments.map((comment, index) => (
              // latest first and without an id: nothing else tells two apart
              <One key={String(index)} view={view} comment={comment} />
            ))}
          </ul>
        </>
      )}
      {(!isFirst || next !== undefined) && (
        <p class="dash-acts noprint">
          {!isFirst && <a href={`${feedbackPaths.deskOne(opportunityId)}#comments`}>{words.latest}</a>}
          {next !== undefined && <a href={`${feedbackPaths.deskOne(opportunityId, next)}#comments`}>{words.older}</a>}
        </p>
      )}
    </section>
  );
}

function One({
  view,
  comment: { text, language, score, name, answeredOn },
}: {
  readonly view: View;
  readonly comment: Comment;
}): JSX.Element {
  const { scores } = feedbackIn(view.context.language);
  const day = view.dates.shortDay(`${answeredOn}T12:00:00Z`, 'UTC');
  return (
    <li>
      <p class="note-line" lang={language}>
        {text}
      </p>
      <p class="soft">{[scores[score - 1], day, ...(name === undefined ? [] : [name])].join(' · ')}</p>
    </li>
  );
}
