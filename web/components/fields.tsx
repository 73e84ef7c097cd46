/** Form fields with label, hint and error, tied together for screen readers; and the summary that links to each error. */
import type { ComponentChildren, JSX } from 'preact';
import type { View } from './view.ts';

/** A problem as people see it: which field, and what to do. */
export interface FieldError {
  readonly fieldId: string;
  readonly words: string;
}

export const errorFor = (errors: readonly FieldError[], fieldId: string): string | undefined =>
  errors.find((error) => error.fieldId === fieldId)?.words;

export const errorId = (fieldId: string): string => `${fieldId}-error`;
export const hintId = (fieldId: string): string => `${fieldId}-hint`;

/** Ids of what describes a field; undefined when nothing does. */
export function describedBy(fieldId: string, has: { readonly hint: boolean; readonly error: boolean }): string | undefined {
  const ids = [...(has.hint ? [hintId(fieldId)] : []), ...(has.error ? [errorId(fieldId)] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function ErrorWords({ fieldId, words }: { readonly fieldId: string; readonly words: string | undefined }): JSX.Element | null {
  return words === undefined ? null : (
    <p class="error" id={errorId(fieldId)}>
      {words}
    </p>
  );
}

interface TextFieldProps {
  readonly view: View;
  readonly id: string;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete?: 'name' | 'email' | 'tel' | 'off';
  readonly hint?: string;
  readonly optional?: boolean;
  readonly maxlength?: number;
}

const INPUTS = {
  text: { type: 'text' },
  email: { type: 'email', inputmode: 'email', spellcheck: false },
  tel: { type: 'tel', inputmode: 'tel' },
} as const;

/** Not `required` in the browser's sense: our own messages are in the page's language and are read out as a whole. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { view, id, name, label, value, errors, type = 'text', autocomplete = 'off', hint, optional = false, maxlength } = props;
  const error = errorFor(errors, id);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>
        {label}
        {optional && <span class="soft"> ({view.m.form.optional})</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      <ErrorWords fieldId={id} words={error} />
      <input
        id={id}
        name={name}
        {...INPUTS[type]}
        value={value}
        autocomplete={autocomplete}
        maxlength={maxlength}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-required={optional ? undefined : 'true'}
      />
    </div>
  );
}

/** First thing after the heading when something is wrong. Takes the focus where script runs. */
export function ErrorSummary({ view, errors }: { readonly view: View; readonly errors: readonly FieldError[] }): JSX.Element | null {
  if (errors.length === 0) return null;
  return (
    <section class="notice notice-wrong" role="alert" aria-labelledby="wrong" tabindex={-1} data-focus>
      <h2 id="wrong">{view.m.form.errorSummary}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A field that people don't see and don't reach by keyboard; machines fill it. */
export function Trap({ view, name }: { readonly view: View; readonly name: string }): JSX.Element {
  return (
    <div class="trap" aria-hidden="true">
      <label for={`${name}-trap`}>{view.m.form.trap}</label>
      <input id={`${name}-trap`} name={name} type="text" value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}

/** A number of places: a list while it is short, else a field. What was posted stays, even when it is not possible. */
export function PlacesField(props: {
  readonly id: string;
  readonly name: string;
  readonly most: number;
  readonly value: string;
  /** Where no visible label says which slot this is for. */
  readonly label?: string;
  readonly error?: string | undefined;
}): JSX.Element {
  const { id, name, most, value, label, error } = props;
  const described = describedBy(id, { hint: false, error: error !== undefined });
  const invalid = error === undefined ? undefined : 'true';
  if (most > 12) {
    return (
      <input
        id={id}
        name={name}
        class="places"
        type="number"
        min={1}
        max={most}
        inputmode="numeric"
        value={value}
        aria-label={label}
        aria-describedby={described}
        aria-invalid={invalid}
      />
    );
  }
  const options = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <select id={id} name={name} class="places" aria-label={label} aria-describedby={described} aria-invalid={invalid}>
      {(options.includes(value) ? options : [...options, value]).map((option) => (
        <option key={option} value={option} selected={option === value}>
          {option}
        </option>
      ))}
    </select>
  );
}
