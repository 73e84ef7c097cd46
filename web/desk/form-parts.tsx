/** Fields of the desk's larger forms: label, hint, error and input tied together. Nothing is `required` for the browser: our words say what is wrong. */
import type { ComponentChildren, JSX } from 'preact';
import { describedBy, ErrorWords, errorFor, type FieldError, hintId } from '../components/fields.tsx';
import type { View } from '../components/view.ts';
import type { Texts } from '../forms/posted.ts';
import { deskSetupIn } from '../messages/areas.ts';
import { languageNameIn } from '../words/plural.ts';

interface FieldProps {
  readonly view: View;
  /** `.` in it becomes `-` in the id. */
  readonly name: string;
  readonly label: ComponentChildren;
  readonly errors: readonly FieldError[];
  readonly hint?: string;
  readonly optional?: boolean;
}

export const idOf = (name: string): string => name.replaceAll('.', '-');

function Field({
  view,
  name,
  label,
  errors,
  hint,
  optional,
  children,
}: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  const id = idOf(name);
  const error = errorFor(errors, id);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>
        {label}
        {optional === true && <span class="soft"> ({deskSetupIn(view.context.language).optional})</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      <ErrorWords fieldId={id} words={error} />
      {children}
    </div>
  );
}

/** What ties an input to the words about it. */
function tied({ name, errors, hint }: Pick<FieldProps, 'name' | 'errors' | 'hint'>) {
  const id = idOf(name);
  const wrong = errorFor(errors, id) !== undefined;
  return {
    id,
    name,
    'aria-describedby': describedBy(id, { hint: hint !== undefined, error: wrong }),
    'aria-invalid': wrong ? ('true' as const) : undefined,
  };
}

const INPUTS = {
  text: { type: 'text' },
  email: { type: 'email', inputmode: 'email', spellcheck: false },
  tel: { type: 'tel', inputmode: 'tel' },
  date: { type: 'date' },
  time: { type: 'time' },
  // a field for numbers loses what is no number, and we show again what was typed
  number: { type: 'text', inputmode: 'numeric' },
  money: { type: 'text', inputmode: 'decimal' },
} as const;

type LineProps = FieldProps & {
  readonly value: string;
  readonly type?: keyof typeof INPUTS;
  readonly lang?: string | undefined;
};

export const Line = (props: LineProps): JSX.Element => {
  const { type = 'text', value, lang } = props;
  return (
    <Field {...props}>
      <input {...tied(props)} {...INPUTS[type]} value={value} lang={lang} autocomplete="off" />
    </Field>
  );
};

export const Area = (
  props: FieldProps & { readonly value: string; readonly rows: number; readonly lang?: string | undefined },
): JSX.Element => (
  <Field {...props}>
    <textarea {...tied(props)} rows={props.rows} lang={props.lang}>
      {props.value}
    </textarea>
  </Field>
);

export const Select = (
  props: FieldProps & { readonly value: string; readonly options: readonly (readonly [value: string, words: string])[] },
): JSX.Element => (
  <Field {...props}>
    <select {...tied(props)}>
      {props.options.map(([value, words]) => (
        <option key={value} value={value} selected={value === props.value}>
          {words}
        </option>
      ))}
    </select>
  </Field>
);

/** The same words in each language of the district; all but the first may stay empty. Those in other languages go along unseen. */
export function InLanguages({
  value,
  rows,
  optional = false,
  ...props
}: Omit<FieldProps, 'label'> & { readonly label: string; readonly value: Texts; readonly rows?: number }): JSX.Element {
  const { view, name, label } = props;
  const words = deskSetupIn(view.context.language);
  const { languages } = view.context.district;
  return (
    <>
      {languages.map((language, index) => {
        const field = {
          ...props,
          name: `${name}.${language}`,
          label: languages.length === 1 ? label : words.inLanguage(label, languageNameIn(view.m.locale, language)),
          value: value[language] ?? '',
          optional: optional || index > 0,
          ...(language !== view.context.language && { lang: language }),
        };
        return rows === undefined ? <Line key={language} {...field} /> : <Area key={language} {...field} rows={rows} />;
      })}
      {Object.entries(value)
        .filter(([language]) => !languages.includes(language))
        .map(([language, text]) => (
          <input key={language} type="hidden" name={`${name}.${language}`} value={text} />
        ))}
    </>
  );
}

export const Tick = ({
  name,
  label,
  checked,
  value = 'yes',
}: {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly value?: string;
}): JSX.Element => (
  <p class="tick">
    <input id={`${idOf(name)}-${value}`} type="checkbox" name={name} value={value} checked={checked} />{' '}
    <label for={`${idOf(name)}-${value}`}>{label}</label>
  </p>
);

/** Words for each field that is wrong, once, in the order of the problems. */
export function errorsOf(
  view: View,
  problems: readonly { readonly pointer: string; readonly code: string }[],
  fieldOf: (pointer: string) => string,
  words: Readonly<Record<string, string>> = deskSetupIn(view.context.language).errors,
): readonly FieldError[] {
  const languages = view.context.district.languages.join('|');
  const seen = new Map<string, string>();
  for (const { pointer, code } of problems) {
    const fieldId = fieldOf(pointer);
    const kind = fieldId.replace(/^(?:slots|questions|buys|levels|holidays)-\d+-/, '').replace(new RegExp(`-(?:${languages})$`), '');
    if (!seen.has(fieldId)) seen.set(fieldId, words[code] ?? words[kind] ?? words.other ?? '');
  }
  return [...seen].map(([fieldId, said]) => ({ fieldId, words: said }));
}

interface SaveButtonsProps {
  readonly save: string;
  /** Of a draft: saving it and going on with it at once, and what that is called in the form. */
  readonly onward?: { readonly value: string; readonly words: string } | undefined;
}

/** Above and below the form: what Enter presses is the first button of a form, and that saves. */
export const SaveButtons = ({ save, onward }: SaveButtonsProps): JSX.Element => (
  <p class="dash-acts">
    <button class="button" type="submit" name="do" value="save">
      {save}
    </button>
    {onward && (
      <button class="button button-quiet" type="submit" name="do" value={onward.value}>
        {onward.words}
      </button>
    )}
  </p>
);
