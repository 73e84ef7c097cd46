/** Which mails somebody gets, through their link. Looking changes nothing. */
import type { JSX } from 'preact';
import { mailPreferencePaths, STOP_ANCHOR } from '#contracts/mail-preference-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import { isOnlyNecessary, type MailPreferences, onlyNecessary, WantedReminders } from '#contracts/resources/mail-preferences.ts';
import { describedBy, ErrorSummary, ErrorWords, errorFor, type FieldError, hintId } from '../components/fields.tsx';
import { page } from '../components/layout.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { MAIL_FIELDS as F, type MailPreferencesFormValues, mailFormOf } from '../forms/mail-preferences-form.ts';
import { remindersIn } from '../messages/areas.ts';
import { languageNameIn } from '../words/plural.ts';
import type { PageContext } from './models.ts';

export interface MailPreferencesModel {
  readonly token: string;
  /** As they are kept. */
  readonly preferences: MailPreferences;
  /** They were saved just now. */
  readonly isSaved: boolean;
  /** Present when a posted form is shown again. */
  readonly form?: { readonly values: MailPreferencesFormValues; readonly errors: readonly FieldProblem[] };
}

interface Props {
  readonly view: View;
  readonly model: MailPreferencesModel;
}

export function mailPreferencesPage(context: PageContext, model: MailPreferencesModel): string {
  const view = viewOf(context);
  const { mails: words } = remindersIn(context.language);
  const errors = errorsOf(view, model);
  return page(view, {
    title: words.title,
    error: errors.length > 0,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <p class="crumb">
          <a href={paths.manage(model.token)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {model.isSaved && (
          <p class="notice notice-good" role="status">
            {words.saved}
          </p>
        )}
        <ErrorSummary view={view} errors={errors} />
        <Choices view={view} model={model} errors={errors} />
        <Stop view={view} model={model} />
        <section class="panel questions" aria-labelledby="always">
          <h2 id="always">{words.always}</h2>
          <ul class="policy">
            {words.necessary.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      </div>
    ),
  });
}

const choiceId = (one: string): string => `${F.reminders}-${one}`;
const FIRST = choiceId('all');

function errorsOf(view: View, { form }: MailPreferencesModel): readonly FieldError[] {
  const { errors: words } = remindersIn(view.context.language).mails;
  return (form?.errors ?? []).flatMap(({ pointer }) => {
    if (pointer === `/${F.reminders}`) return [{ fieldId: FIRST, words: words.reminders }];
    return pointer === `/${F.language}` ? [{ fieldId: F.language, words: words.language }] : [];
  });
}

const formUrl = (view: View, token: string): string => inLanguage(mailPreferencePaths.page(token), view.context.language);

function Choices({ view, model, errors }: Props & { readonly errors: readonly FieldError[] }): JSX.Element {
  const { mails: words } = remindersIn(view.context.language);
  const values = model.form?.values ?? mailFormOf(model.preferences);
  return (
    <form class="panel questions" method="post" action={formUrl(view, model.token)} novalidate data-once={words.saving}>
      <Reminders view={view} chosen={values.reminders} errors={errors} />
      <fieldset class="plain">
        <legend>{words.afterwards}</legend>
        <div class="choice">
          <input id={F.thanks} type="checkbox" name={F.thanks} value="yes" checked={values.thanks} aria-describedby={hintId(F.thanks)} />
          <label for={F.thanks}>
            {words.thanks}{' '}
            <span class="soft" id={hintId(F.thanks)}>
              {words.thanksHint}
            </span>
          </label>
        </div>
      </fieldset>
      <MailLanguage view={view} chosen={values.language} errors={errors} />
      <button class="button" type="submit">
        {words.save}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly view: View;
  readonly chosen: string;
  readonly errors: readonly FieldError[];
}

function Reminders({ view, chosen, errors }: FieldProps): JSX.Element {
  const { mails: words } = remindersIn(view.context.language);
  const error = errorFor(errors, FIRST);
  return (
    <fieldset
      class={error === undefined ? 'plain' : 'plain field-wrong'}
      aria-describedby={describedBy(FIRST, { hint: false, error: error !== undefined })}
    >
      <legend>{words.reminders}</legend>
      <ErrorWords fieldId={FIRST} words={error} />
      {WantedReminders.options.map((one) => {
        const [label, hint] = words.wanted[one];
        return (
          <div key={one} class="choice">
            <input id={choiceId(one)} type="radio" name={F.reminders} value={one} checked={chosen === one} />
            <label for={choiceId(one)}>
              {label} <span class="soft">{hint}</span>
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** In a district of one language there is nothing to choose. */
function MailLanguage({ view, chosen, errors }: FieldProps): JSX.Element | null {
  const { mails: words } = remindersIn(view.context.language);
  const { languages } = view.context.district;
  const error = errorFor(errors, F.language);
  if (languages.length < 2) return null;
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={F.language}>{words.language}</label>
      <ErrorWords fieldId={F.language} words={error} />
      <select
        id={F.language}
        name={F.language}
        aria-describedby={describedBy(F.language, { hint: false, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        <option value="" selected={chosen === ''}>
          {words.asSignedUp}
        </option>
        {languages.map((language) => (
          <option key={language} value={language} selected={chosen === language} lang={language}>
            {languageNameIn(language, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** All that can be stopped, with one button. */
function Stop({ view, model: { token, preferences } }: Props): JSX.Element {
  const { mails: words } = remindersIn(view.context.language);
  const { reminders, language } = mailFormOf(onlyNecessary(preferences));
  return (
    <section class="panel questions" id={STOP_ANCHOR} aria-labelledby="too-many">
      <h2 id="too-many">{words.tooMany}</h2>
      {isOnlyNecessary(preferences) ? (
        <p>{words.stopped}</p>
      ) : (
        <form class="questions" method="post" action={formUrl(view, token)} data-once={words.saving}>
          <p>{words.stopHint}</p>
          <input type="hidden" name={F.reminders} value={reminders} />
          <input type="hidden" name={F.language} value={language} />
          <button class="button button-quiet" type="submit">
            {words.stop}
          </button>
        </form>
      )}
    </section>
  );
}
