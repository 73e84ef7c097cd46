/** A question the school asks, as the field its kind calls for. */
import type { JSX } from 'preact';
import type { Question } from '#contracts/resources/opportunity.ts';
import { SIGN_UP_FIELDS, SIGN_UP_IDS, type SignUpFormValues } from '../forms/sign-up-form.ts';
import { describedBy, ErrorWords, errorFor, type FieldError, TextField } from './fields.tsx';
import { pick, textOf, type View } from './view.ts';
import { Words } from './words.tsx';

interface QuestionProps {
  readonly view: View;
  readonly question: Question;
  readonly values: SignUpFormValues;
  readonly errors: readonly FieldError[];
}

/** Yes and no travel as `yes` and `no`, a choice as its value: the same in every language. */
export function QuestionField({ view, question, values, errors }: QuestionProps): JSX.Element {
  const id = SIGN_UP_IDS.answer(question.questionId);
  const name = SIGN_UP_FIELDS.answer(question.questionId);
  const value = values.answers[question.questionId] ?? '';
  if (question.kind === 'text') {
    return (
      <TextField
        view={view}
        id={id}
        name={name}
        label={<Words view={view} of={question.text} />}
        value={value}
        errors={errors}
        optional={!question.required}
        maxlength={500}
      />
    );
  }
  const options =
    question.kind === 'yes-no'
      ? [
          { value: 'yes', text: view.m.form.yes, lang: undefined },
          { value: 'no', text: view.m.form.no, lang: undefined },
        ]
      : question.choices.map((choice) => ({ value: choice.value, text: textOf(view, choice.text), lang: pick(view, choice.text).lang }));
  const error = errorFor(errors, id);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>
        <Words view={view} of={question.text} />
        {!question.required && <span class="soft"> ({view.m.form.optional})</span>}
      </label>
      <ErrorWords fieldId={id} words={error} />
      <select
        id={id}
        name={name}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-required={question.required ? 'true' : undefined}
        aria-describedby={describedBy(id, { hint: false, error: error !== undefined })}
      >
        <option value="" selected={value === ''}>
          {view.m.form.pick}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
