/** The form of an opportunity: new or changed, with what others saved meanwhile. Everything in it works without script. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { ErrorSummary, ErrorWords, errorFor } from '../components/fields.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { type LineName, opportunityFieldOf } from '../forms/opportunity-form.ts';
import { deskSetupIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { Meanwhile } from './changes.tsx';
import { errorsOf, InLanguages, Line, SaveButtons, Select, Tick } from './form-parts.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskOpportunityFormModel } from './models-setup.ts';
import { deskProblemWords } from './problem-words.ts';
import { QuestionRows, SlotRows } from './slot-rows.tsx';

const HIDDEN = ['opportunityId', 'schoolId', 'version', 'status'] as const satisfies readonly LineName[];

export function deskOpportunityFormPage(context: PageContext, model: DeskOpportunityFormModel): string {
  const view = viewOf(context);
  const words = deskSetupIn(context.language);
  const { values, reader, saved, problem, meanwhile, words: added = {}, school } = model;
  const errors = errorsOf(view, model.errors, (pointer) => opportunityFieldOf(pointer, context.district.languages[0] ?? 'en'));
  const action = inLanguage(deskFormPath('/api/opportunities'), context.language);
  const title = saved ? words.form.editTitle(textOf(view, saved)) : words.form.newTitle;
  const back = saved ? deskPaths.opportunity(values.lines.opportunityId) : deskPaths.opportunitiesOf(school.schoolId);
  const onward = values.lines.status === 'draft' ? { value: 'publish', words: words.form.savePublish } : undefined;
  const saveButtons = <SaveButtons save={words.form.save} onward={onward} />;
  return deskPage(view, {
    title,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={back}>{words.form.cancel}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{school.name}</p>
        </div>
        <ErrorSummary view={view} errors={errors} />
        {meanwhile !== undefined && <Meanwhile view={view} entries={meanwhile} zone={school.zone} />}
        {problem !== undefined && meanwhile === undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <form class="dash" method="post" action={action} novalidate>
          <FormToken reader={reader} />
          {HIDDEN.map((name) => (
            <input key={name} type="hidden" name={name} value={values.lines[name]} />
          ))}
          {Object.entries(added).map(([language, text]) => (
            <input key={language} type="hidden" name={`words.${language}`} value={text} />
          ))}
          {saveButtons}
          <What view={view} model={model} errors={errors} />
          <SlotRows view={view} model={model} errors={errors} action={action} />
          <Rules view={view} model={model} errors={errors} />
          <QuestionRows view={view} model={model} errors={errors} action={action} />
          {saveButtons}
        </form>
      </div>
    ),
  });
}

type PartProps = { readonly view: View; readonly model: DeskOpportunityFormModel; readonly errors: ReturnType<typeof errorsOf> };

function What({ view, model: { values }, errors }: PartProps): JSX.Element {
  const { form: words, kinds } = deskSetupIn(view.context.language);
  const { lines } = values;
  const props = { view, errors };
  return (
    <section class="panel dash" aria-labelledby="what">
      <h2 id="what">{words.what}</h2>
      <InLanguages {...props} name="title" label={words.title} value={values.title} />
      <InLanguages {...props} name="summary" label={words.summary} value={values.summary} />
      <InLanguages {...props} name="description" label={words.description} value={values.description} rows={4} optional />
      <Select {...props} name="kind" label={words.kind} value={lines.kind} options={Object.entries(kinds)} />
      <div class="row-fields">
        <Line {...props} name="place-name" label={words.placeName} value={lines['place-name']} hint={words.placeNameHint} optional />
        <Line {...props} name="place-address" label={words.placeAddress} value={lines['place-address']} optional />
      </div>
      <ContactFields {...props} label={words.whoToAsk} lines={lines} />
    </section>
  );
}

export function ContactFields({
  view,
  errors,
  label,
  lines,
}: Omit<PartProps, 'model'> & {
  readonly label: string;
  readonly lines: Readonly<Record<'contact-name' | 'contact-email' | 'contact-phone', string>>;
}): JSX.Element {
  const words = deskSetupIn(view.context.language).form;
  const props = { view, errors };
  return (
    <fieldset class="row">
      <legend>{label}</legend>
      <div class="row-fields">
        <Line {...props} name="contact-name" label={words.contactName} value={lines['contact-name']} />
        <Line {...props} name="contact-email" type="email" label={words.contactEmail} value={lines['contact-email']} />
        <Line {...props} name="contact-phone" type="tel" label={words.contactPhone} value={lines['contact-phone']} optional />
      </div>
    </fieldset>
  );
}

function Rules({ view, model: { values }, errors }: PartProps): JSX.Element {
  const { form: words } = deskSetupIn(view.context.language);
  const { lines } = values;
  const props = { view, errors };
  const offered = [...new Set([...view.context.district.languages, ...values.languages])];
  return (
    <section class="panel dash" aria-labelledby="rules">
      <h2 id="rules">{words.rules}</h2>
      {(['opens', 'closes'] as const).map((what) => (
        <fieldset class="row" key={what}>
          <legend>{words[what]}</legend>
          <p class="hint">{words[`${what}Hint`]}</p>
          <div class="row-fields">
            <Line {...props} name={`${what}-day`} type="date" label={words.day} value={lines[`${what}-day`]} optional />
            <Line {...props} name={`${what}-time`} type="time" label={words.time} value={lines[`${what}-time`]} optional />
          </div>
        </fieldset>
      ))}
      <div class="row-fields">
        <Line {...props} name="dropOutHours" type="number" label={words.dropOutHours} value={lines.dropOutHours} />
        <Line {...props} name="limitPerPerson" type="number" label={words.limitPerPerson} value={lines.limitPerPerson} optional />
      </div>
      <fieldset class="row">
        <legend>{words.reminders}</legend>
        <div class="row-fields">
          <Select
            {...props}
            name="reminders"
            label={words.remindersWhen}
            value={lines.reminders === '' ? 'usual' : lines.reminders}
            options={Object.entries(words.remindersOptions)}
          />
          <Line
            {...props}
            name="reminderDays"
            label={words.reminderDays}
            value={lines.reminderDays}
            hint={words.reminderDaysHint}
            optional
          />
        </div>
      </fieldset>
      <fieldset class="row" id="languages">
        <legend>{words.languages}</legend>
        <ErrorWords fieldId="languages" words={errorFor(errors, 'languages')} />
        {offered.map((language) => (
          <Tick
            key={language}
            name="languages"
            value={language}
            label={languageNameIn(view.m.locale, language)}
            checked={values.languages.includes(language)}
          />
        ))}
      </fieldset>
      <Tick name="showFirstNames" label={words.showFirstNames} checked={values.showFirstNames} />
    </section>
  );
}
