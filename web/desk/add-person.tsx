/** Staff add somebody to a slot by hand: a form that fits a phone at the door. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { ErrorSummary, type FieldError } from '../components/fields.tsx';
import { QuestionField } from '../components/question-field.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { personFieldOf } from '../forms/person-form.ts';
import { EMPTY_SIGN_UP_FORM } from '../forms/sign-up-form.ts';
import { deskPeopleIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { Area, Line, Select, Tick } from './form-parts.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskAddPersonModel } from './models-people.ts';
import { fieldErrors, refusedWords, slotSaid } from './people-words.ts';

interface Props {
  readonly view: View;
  readonly model: DeskAddPersonModel;
}

/** Refusals that a field can put right. */
const OF_FIELD: Readonly<Record<string, string>> = {
  'slot.not-found': 'slotId',
  'slot.full': 'slotId',
  'slot.not-enough-places': 'places',
  'slot.waitlist-full': 'slotId',
  'sign-up.already': 'slotId',
};

export function deskAddPersonPage(context: PageContext, model: DeskAddPersonModel): string {
  const view = viewOf(context);
  const words = deskPeopleIn(context.language);
  const { opportunity, reader, problem, slots } = model;
  const errors = errorsOf(view, model);
  const title = words.addTitle(textOf(view, opportunity.title));
  return deskPage(view, {
    title,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.roster(opportunity.opportunityId)}>{words.backToRoster}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{words.addLead}</p>
        </div>
        <ErrorSummary view={view} errors={errors} />
        {problem !== undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {refusedWords(view, problem, 0)}
          </p>
        )}
        {model.personId !== undefined && (
          <p>
            <a href={deskPaths.person(opportunity.opportunityId, model.personId)}>{words.see}</a>
          </p>
        )}
        {slots.length === 0 ? <p class="notice">{words.addDraft}</p> : <AddForm view={view} model={model} errors={errors} />}
      </div>
    ),
  });
}

function errorsOf(view: View, { errors, problem, values, slots }: DeskAddPersonModel): readonly FieldError[] {
  const field = problem === undefined ? undefined : OF_FIELD[problem];
  if (problem === undefined || field === undefined) return fieldErrors(view, errors, (pointer) => personFieldOf(pointer, values));
  const left = slots.find(({ slot }) => slot.slotId === values.slotId)?.placesLeft ?? 0;
  return [{ fieldId: field, words: refusedWords(view, problem, left) }];
}

function AddForm({ view, model, errors }: Props & { readonly errors: readonly FieldError[] }): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { opportunity, values, reader, formKey } = model;
  const { languages } = view.context.district;
  const props = { view, errors };
  return (
    <form
      class="panel dash"
      method="post"
      action={inLanguage(deskPaths.addPerson(opportunity.opportunityId), view.context.language)}
      data-once={words.adding}
      novalidate
    >
      <FormToken reader={reader} />
      <input type="hidden" name="key" value={formKey} />
      <SlotField view={view} model={model} errors={errors} />
      <div class="row-fields">
        <Line {...props} name="places" type="number" label={words.places} value={values.places} />
        <Line {...props} name="name" label={words.name} value={values.name} />
      </div>
      <Line {...props} name="email" type="email" label={words.email} hint={words.emailHint} value={values.email} />
      <div class="row-fields">
        <Line {...props} name="phone" type="tel" label={words.phone} value={values.phone} optional />
        {languages.length > 1 ? (
          <Select
            {...props}
            name="language"
            label={words.language}
            value={values.language}
            options={languages.map((language) => [language, languageNameIn(view.m.locale, language)] as const)}
          />
        ) : (
          <input type="hidden" name="language" value={values.language} />
        )}
      </div>
      {opportunity.questions.length > 0 && (
        <fieldset class="row">
          <legend>{words.answers}</legend>
          <p class="hint">{words.questionsHint}</p>
          {opportunity.questions.map((question) => (
            <QuestionField
              key={question.questionId}
              view={view}
              question={{ ...question, required: false }}
              values={{ ...EMPTY_SIGN_UP_FORM, answers: values.answers }}
              errors={errors}
            />
          ))}
        </fieldset>
      )}
      <Area {...props} name="note" label={words.note} hint={words.noteHint} rows={2} value={values.note} optional />
      <Tick name="waitlist" label={words.addWaits} checked={values.waitlist} />
      <p class="dash-acts">
        <button class="button" type="submit">
          {words.addDo}
        </button>
      </p>
    </form>
  );
}

/** With what is open in each. One that is full can be chosen all the same: what it lacks is said, and may be there by then. */
function SlotField({ view, model, errors }: Props & { readonly errors: readonly FieldError[] }): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { slots, zone, values, opportunity, mayEdit } = model;
  const options = slots.map(
    ({ slot, placesLeft }) => [slot.slotId as string, words.slotWith(slotSaid(view, slot, zone), placesLeft)] as const,
  );
  const none: readonly (readonly [string, string])[] = slots.length > 1 || values.slotId === '' ? [['', words.choose]] : [];
  return (
    <div>
      <Select view={view} errors={errors} name="slotId" label={words.slot} value={values.slotId} options={[...none, ...options]} />
      {mayEdit && (
        <p>
          <a class="button button-quiet button-small" href={deskPaths.opportunityForm(opportunity.opportunityId)}>
            {words.capacity}
          </a>
        </p>
      )}
    </div>
  );
}
