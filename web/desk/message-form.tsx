/** Writing to those who signed up: to whom, and what, in each language. What is typed is looked at before it is sent. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { ErrorSummary, ErrorWords, errorFor, type FieldError } from '../components/fields.tsx';
import { inLanguage, slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { messageFieldOf } from '../forms/message-form.ts';
import { deskMessagesIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { Area, errorsOf, Line, Tick } from './form-parts.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskMessageFormModel } from './models-messages.ts';
import { deskProblemWords } from './problem-words.ts';

const ROWS = 9;

export function deskMessageFormPage(context: PageContext, model: DeskMessageFormModel): string {
  const { opportunity, reader, problem, values } = model;
  const { opportunityId } = opportunity;
  const address = deskPaths.newMessage(opportunityId);
  // a form that is shown again stands at an address where only forms are sent to
  const view = viewOf({ ...context, url: new URL(context.url, context.district.siteUrl).pathname === address ? context.url : address });
  const words = deskMessagesIn(context.language);
  const errors = errorsOf(view, model.errors, (pointer) => messageFieldOf(pointer, context.district.languages[0] ?? 'en'), words.errors);
  const title = words.new.title(textOf(view, opportunity.title));
  return deskPage(view, {
    title,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.messages(opportunityId)}>{words.new.cancel}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{words.new.lead}</p>
        </div>
        <ErrorSummary view={view} errors={errors} />
        {problem !== undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {problem === 'request-key.reused' ? (
              <>
                {words.new.used} <a href={deskPaths.messages(opportunityId)}>{words.all}</a>
              </>
            ) : (
              deskProblemWords(view, problem)
            )}
          </p>
        )}
        <form class="dash" method="post" action={inLanguage(deskPaths.messages(opportunityId), context.language)} novalidate>
          <FormToken reader={reader} />
          <input type="hidden" name="key" value={values.key} />
          <Whom view={view} model={model} errors={errors} />
          <Text view={view} model={model} errors={errors} />
          <p class="dash-acts">
            <button class="button" type="submit" name="do" value="preview">
              {words.new.preview}
            </button>
          </p>
        </form>
      </div>
    ),
  });
}

interface Props {
  readonly view: View;
  readonly model: DeskMessageFormModel;
  readonly errors: readonly FieldError[];
}

function Whom({ view, model: { slots, values, zone }, errors }: Props): JSX.Element {
  const words = deskMessagesIn(view.context.language).new;
  return (
    <fieldset class="panel" id="slotIds">
      <legend>{words.whom}</legend>
      <ErrorWords fieldId="slotIds" words={errorFor(errors, 'slotIds')} />
      {slots.map(({ slot, people }) => (
        <Tick
          key={slot.slotId}
          name="slotIds"
          value={slot.slotId}
          label={words.slot(textOf(view, slot.label), slotWhen(view, slot, zone), people)}
          checked={values.slotIds.includes(slot.slotId)}
        />
      ))}
    </fieldset>
  );
}

function Text({ view, model: { values }, errors }: Props): JSX.Element {
  const words = deskMessagesIn(view.context.language);
  const { languages } = view.context.district;
  const inOther = (language: string) => (language === view.context.language ? {} : { lang: language });
  return (
    <section class="panel dash letter-form" aria-labelledby="text">
      <h2 id="text">{words.new.text}</h2>
      {languages.length > 1 && <p class="hint">{words.new.languages}</p>}
      {languages.map((language) => (
        <fieldset class="row" key={language}>
          <legend>{languageNameIn(view.m.locale, language)}</legend>
          <Line
            view={view}
            errors={errors}
            name={`subject.${language}`}
            label={words.subject}
            value={values.subject[language] ?? ''}
            {...inOther(language)}
          />
          <Area
            view={view}
            errors={errors}
            name={`body.${language}`}
            label={words.new.body}
            hint={words.new.bodyHint}
            rows={ROWS}
            value={values.body[language] ?? ''}
            {...inOther(language)}
          />
        </fieldset>
      ))}
    </section>
  );
}
