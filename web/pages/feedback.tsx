/** Feedback on one opportunity, through the person's link: how it was, and what to do again or differently. */
import type { JSX } from 'preact';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import { type MyFeedback, SCORES } from '#contracts/resources/feedback.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { ContactLines } from '../components/contact.tsx';
import { describedBy, ErrorSummary, ErrorWords, errorFor, type FieldError, hintId } from '../components/fields.tsx';
import { page } from '../components/layout.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { FEEDBACK_FIELDS as F, type FeedbackFormValues } from '../forms/feedback-form.ts';
import { feedbackIn } from '../messages/areas.ts';
import type { PageContext } from './models.ts';

export interface FeedbackModel {
  readonly token: string;
  readonly mine: MyFeedback;
  /** It was sent just now. */
  readonly isGiven: boolean;
  /** Present when a posted form is shown again. */
  readonly form?: { readonly values: FeedbackFormValues; readonly errors: readonly FieldProblem[] };
}

export function feedbackPage(context: PageContext, model: FeedbackModel): string {
  const view = viewOf(context);
  const { page: words } = feedbackIn(context.language);
  const { mine, token } = model;
  const { opportunity, school } = mine;
  const errors = errorsOf(view, model);
  return page(view, {
    title: words.title(textOf(view, opportunity.title)),
    error: errors.length > 0,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <p class="crumb">
          <a href={paths.manage(token)}>{words.back}</a>
        </p>
        <p class="eyebrow">{school.name}</p>
        <h1>
          <Words view={view} of={opportunity.title} />
        </h1>
        {model.isGiven && mine.answer && (
          <p class="notice notice-good" role="status">
            {words.given}
          </p>
        )}
        <ErrorSummary view={view} errors={errors} />
        {mine.state === 'open' ? <Open view={view} model={model} errors={errors} /> : <Closed view={view} mine={mine} />}
        <p class="onward">
          <a href={suggestionPaths.box(school.slug)}>{words.box(school.name)}</a>
        </p>
      </div>
    ),
  });
}

function errorsOf(view: View, { form }: FeedbackModel): readonly FieldError[] {
  const { page: words } = feedbackIn(view.context.language);
  return (form?.errors ?? []).flatMap(({ pointer, code }) => {
    if (pointer === '/score') return [{ fieldId: scoreId(SCORES[0]), words: words.scoreMissing }];
    return pointer === '/text' ? [{ fieldId: F.text, words: view.m.fields('answer', code) }] : [];
  });
}

/** Why it can't be answered now. */
function Closed({ view, mine }: { readonly view: View; readonly mine: MyFeedback }): JSX.Element | null {
  const { page: words, problems } = feedbackIn(view.context.language);
  if (mine.state === 'open') return null;
  return (
    <>
      <p class="lead">
        {problems[`feedback.${mine.state}`]}
        {mine.opensAt !== undefined && ` ${words.opensAt(view.dates.moment(mine.opensAt, mine.school.zone))}`}
      </p>
      {mine.state === 'not-there' && (
        <>
          <h2 class="eyebrow">{words.ask}</h2>
          <ContactLines view={view} contact={mine.opportunity.contact} />
        </>
      )}
    </>
  );
}

interface OpenProps {
  readonly view: View;
  readonly model: FeedbackModel;
  readonly errors: readonly FieldError[];
}

function Open({ view, model: { token, mine, form }, errors }: OpenProps): JSX.Element {
  const { page: words } = feedbackIn(view.context.language);
  const { answer, school, opportunity, until } = mine;
  const values = form?.values ?? { score: String(answer?.score ?? ''), text: answer?.text ?? '', named: answer?.named ?? false };
  return (
    <>
      {answer === undefined && <p class="lead">{words.lead}</p>}
      <form
        class="panel questions"
        method="post"
        action={inLanguage(feedbackPaths.page(token, opportunity.opportunityId), view.context.language)}
        novalidate
        data-once={words.sending}
      >
        <HowWasIt view={view} chosen={values.score} errors={errors} />
        <WhatToDo view={view} values={values} errors={errors} />
        <button class="button" type="submit">
          {answer === undefined ? words.send : words.change}
        </button>
        {until !== undefined && <p class="soft">{words.until(view.dates.moment(until, school.zone))}</p>}
      </form>
    </>
  );
}

const scoreId = (score: number | undefined): string => `${F.score}-${score}`;

function HowWasIt({ view, chosen, errors }: Pick<OpenProps, 'view' | 'errors'> & { readonly chosen: string }): JSX.Element {
  const { page: words, scores } = feedbackIn(view.context.language);
  const first = scoreId(SCORES[0]);
  const error = errorFor(errors, first);
  return (
    <fieldset
      class={error === undefined ? 'plain' : 'plain field-wrong'}
      aria-describedby={describedBy(first, { hint: false, error: error !== undefined })}
    >
      <legend>{words.score}</legend>
      <ErrorWords fieldId={first} words={error} />
      {SCORES.toReversed().map((score) => (
        <div key={score} class="choice">
          <input id={scoreId(score)} type="radio" name={F.score} value={score} checked={chosen === String(score)} />
          <label for={scoreId(score)}>{scores[score - 1]}</label>
        </div>
      ))}
    </fieldset>
  );
}

function WhatToDo({ view, values, errors }: Pick<OpenProps, 'view' | 'errors'> & { readonly values: FeedbackFormValues }): JSX.Element {
  const { page: words } = feedbackIn(view.context.language);
  const error = errorFor(errors, F.text);
  return (
    <>
      <div class={error === undefined ? 'field' : 'field field-wrong'}>
        <label for={F.text}>
          {words.text} <span class="soft">({view.m.form.optional})</span>
        </label>
        <p class="hint" id={hintId(F.text)}>
          {words.textHint}
        </p>
        <ErrorWords fieldId={F.text} words={error} />
        <textarea
          id={F.text}
          name={F.text}
          rows={5}
          aria-describedby={describedBy(F.text, { hint: true, error: error !== undefined })}
          aria-invalid={error === undefined ? undefined : 'true'}
        >
          {values.text}
        </textarea>
      </div>
      <div class="choice">
        <input id={F.named} type="checkbox" name={F.named} value="yes" checked={values.named} aria-describedby={hintId(F.named)} />
        <label for={F.named}>
          {words.named}{' '}
          <span class="soft" id={hintId(F.named)}>
            {words.namedHint}
          </span>
        </label>
      </div>
    </>
  );
}
