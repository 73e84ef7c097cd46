/** A school's suggestion box: one field, no name. */
import { paths } from '#contracts/pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import type { School } from '#contracts/resources/school.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { ContactLines } from '../components/contact.tsx';
import { describedBy, ErrorSummary, ErrorWords, type FieldError, hintId, Trap } from '../components/fields.tsx';
import { page } from '../components/layout.tsx';
import { Mark } from '../components/marks.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { SUGGESTION_FIELDS } from '../forms/suggestion-form.ts';
import { suggestionsIn } from '../messages/areas.ts';
import type { PageContext } from './models.ts';

export interface SuggestionBoxModel {
  readonly school: Pick<School, 'name' | 'slug' | 'contact'>;
  readonly formKey: string;
  readonly isSent: boolean;
  /** Present when a posted form is shown again. */
  readonly form?: { readonly text: string; readonly errors: readonly FieldProblem[] };
}

export function suggestionBoxPage(context: PageContext, model: SuggestionBoxModel): string {
  const view = viewOf(context);
  const words = suggestionsIn(context.language);
  const { school, isSent } = model;
  const errors = errorsOf(view, model);
  return page(view, {
    title: isSent ? words.sentTitle : words.titleOf(school.name),
    error: errors.length > 0,
    unlisted: isSent || model.form !== undefined,
    children: (
      <div class="wrap narrow section">
        {isSent ? (
          <>
            <div class="done">
              <Mark />
              <h1>{words.sentTitle}</h1>
              <p class="lead">{words.sent(school.name)}</p>
            </div>
            <p class="onward">
              <a href={suggestionPaths.box(school.slug)}>{words.another}</a>
              <a href={paths.school(school.slug)}>{words.back(school.name)}</a>
            </p>
          </>
        ) : (
          <>
            <p class="crumb">
              <a href={paths.school(school.slug)}>{school.name}</a>
            </p>
            <h1>{words.title}</h1>
            <ErrorSummary view={view} errors={errors} />
            <p class="lead">{words.lead(school.name)}</p>
            <BoxForm view={view} model={model} errors={errors} />
            <h2 class="eyebrow">{words.ask}</h2>
            <ContactLines view={view} contact={school.contact} />
          </>
        )}
      </div>
    ),
  });
}

function errorsOf(view: View, { form }: SuggestionBoxModel): readonly FieldError[] {
  const [first] = form?.errors ?? [];
  if (!first) return [];
  const isOther = first.code === 'text.too-long' || first.code === 'text.control-characters';
  return [
    { fieldId: SUGGESTION_FIELDS.text, words: isOther ? view.m.fields('answer', first.code) : suggestionsIn(view.context.language).empty },
  ];
}

function BoxForm({
  view,
  model: { school, formKey, form },
  errors,
}: {
  readonly view: View;
  readonly model: SuggestionBoxModel;
  readonly errors: readonly FieldError[];
}) {
  const words = suggestionsIn(view.context.language);
  const { text: id } = SUGGESTION_FIELDS;
  const [error] = errors;
  return (
    <form
      class="panel"
      method="post"
      action={inLanguage(suggestionPaths.box(school.slug), view.context.language)}
      novalidate
      data-once={words.sending}
    >
      <Trap view={view} name={SUGGESTION_FIELDS.trap} />
      <input type="hidden" name={SUGGESTION_FIELDS.key} value={formKey} />
      <div class={error === undefined ? 'field' : 'field field-wrong'}>
        <label for={id}>{words.text}</label>
        <p class="hint" id={hintId(id)}>
          {words.textHint}
        </p>
        <ErrorWords fieldId={id} words={error?.words} />
        <textarea
          id={id}
          name={id}
          rows={6}
          aria-required="true"
          aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
          aria-invalid={error === undefined ? undefined : 'true'}
        >
          {form?.text ?? ''}
        </textarea>
      </div>
      <button class="button" type="submit">
        {words.send}
      </button>
    </form>
  );
}
