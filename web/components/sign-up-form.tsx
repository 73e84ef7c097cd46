/** The hosted form: choose, say who you are, answer what the school asks, agree, send. One page, no script needed. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { fieldOf, meantSlots, SIGN_UP_FIELDS, SIGN_UP_IDS, type SignUpFormValues } from '../forms/sign-up-form.ts';
import type { FieldName } from '../messages/field-codes.ts';
import { describedBy, ErrorWords, errorFor, errorId, type FieldError, TextField, Trap } from './fields.tsx';
import { QuestionField } from './question-field.tsx';
import { SlotList } from './slot-list.tsx';
import { inLanguage, type View } from './view.ts';

interface SignUpFormProps {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
  readonly formKey: string;
  readonly values: SignUpFormValues;
  readonly errors: readonly FieldError[];
}

/** Field problems in words, in the order of the page's fields, one a field. */
export function errorsInWords(view: View, values: SignUpFormValues, problems: readonly FieldProblem[]): readonly FieldError[] {
  const meant = meantSlots(values).length > 0;
  const words = new Map<string, string>();
  for (const problem of problems) {
    const fieldId = fieldOf(problem, values);
    if (words.has(fieldId)) continue;
    const said = view.m.fields(nameOf(fieldId), problem.code);
    words.set(fieldId, fieldId === SIGN_UP_IDS.slots && meant ? view.m.form.meantSlots : said);
  }
  return [...words].map(([fieldId, said]) => ({ fieldId, words: said }));
}

function nameOf(fieldId: string): FieldName {
  if (fieldId.startsWith('places-')) return 'places';
  if (fieldId.startsWith('answer-')) return 'answer';
  if (fieldId === 'name' || fieldId === 'email' || fieldId === 'phone' || fieldId === 'consent') return fieldId;
  return 'slots';
}

export function SignUpForm(props: SignUpFormProps): JSX.Element {
  const { view, opportunity, formKey, values, errors } = props;
  const { m, context } = view;
  const slotsError = errorFor(errors, SIGN_UP_IDS.slots);
  return (
    <form
      class="sign-up"
      id="sign-up"
      method="post"
      action={inLanguage(paths.opportunity(opportunity.opportunityId), context.language)}
      novalidate
      data-once={m.form.sending}
    >
      <input type="hidden" name={SIGN_UP_FIELDS.formKey} value={formKey} />
      <Trap view={view} name={SIGN_UP_FIELDS.trap} />
      <fieldset
        class="step"
        id={SIGN_UP_IDS.slots}
        tabindex={-1}
        aria-describedby={slotsError === undefined ? undefined : errorId(SIGN_UP_IDS.slots)}
      >
        <legend>
          <h2 class="step-name">{m.form.stepSlots}</h2>
        </legend>
        <p class="hint">
          {m.form.stepSlotsHint} {opportunity.limitPerPerson !== undefined && m.form.limit(opportunity.limitPerPerson)}
        </p>
        <ErrorWords fieldId={SIGN_UP_IDS.slots} words={slotsError} />
        <SlotList view={view} opportunity={opportunity} values={values} errors={errors} choosable />
        <ChosenBar view={view} />
      </fieldset>
      <fieldset class="step" id="about-you">
        <legend>
          <h2 class="step-name">{m.form.stepYou}</h2>
        </legend>
        <TextField
          view={view}
          id={SIGN_UP_IDS.name}
          name={SIGN_UP_FIELDS.name}
          label={m.form.labels.name}
          value={values.name}
          errors={errors}
          autocomplete="name"
          hint={m.form.nameHint}
        />
        <TextField
          view={view}
          id={SIGN_UP_IDS.email}
          name={SIGN_UP_FIELDS.email}
          label={m.form.labels.email}
          value={values.email}
          errors={errors}
          type="email"
          autocomplete="email"
          hint={m.form.emailHint}
        />
        <TextField
          view={view}
          id={SIGN_UP_IDS.phone}
          name={SIGN_UP_FIELDS.phone}
          label={m.form.labels.phone}
          value={values.phone}
          errors={errors}
          type="tel"
          autocomplete="tel"
          hint={m.form.phoneHint}
          optional
        />
      </fieldset>
      {opportunity.questions.length > 0 && (
        <fieldset class="step">
          <legend>
            <h2 class="step-name">{m.form.stepQuestions}</h2>
          </legend>
          {opportunity.questions.map((question) => (
            <QuestionField key={question.questionId} view={view} question={question} values={values} errors={errors} />
          ))}
        </fieldset>
      )}
      <Consent {...props} />
      <div class="send">
        <button class="button" type="submit">
          {m.form.submit}
        </button>
      </div>
    </form>
  );
}

function Consent({ view, values, errors }: SignUpFormProps): JSX.Element {
  const { m, context } = view;
  const id = SIGN_UP_IDS.consent;
  const error = errorFor(errors, id);
  return (
    <div class={error === undefined ? 'consent' : 'consent field-wrong'}>
      <ErrorWords fieldId={id} words={error} />
      <div class="consent-row">
        <input
          id={id}
          type="checkbox"
          name={SIGN_UP_FIELDS.consent}
          value="yes"
          checked={values.consent}
          aria-required="true"
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={describedBy(id, { hint: false, error: error !== undefined })}
        />
        <label for={id}>{m.form.consent(context.district.retentionDays)}</label>
      </div>
      <p class="hint">
        <a href={paths.privacy}>{m.form.consentMore}</a>
      </p>
    </div>
  );
}

/** Filled by script, and stays in sight, while slots are being chosen; without script it stays hidden. */
function ChosenBar({ view }: { readonly view: View }): JSX.Element {
  return (
    <div class="chosen" data-chosen={JSON.stringify(view.m.form.chosen)} data-places={JSON.stringify(view.m.form.placesForms)} hidden>
      <p role="status" />
      <a class="button button-small" href="#about-you">
        {view.m.form.chosenNext}
      </a>
    </div>
  );
}
