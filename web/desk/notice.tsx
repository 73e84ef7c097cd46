/** Before a change that concerns people is saved: whom it concerns, what they will read, and room for a word of staff. */
import type { JSX } from 'preact';
import { ErrorSummary } from '../components/fields.tsx';
import { inLanguage, slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { noticesIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { errorsOf, InLanguages } from './form-parts.tsx';
import { deskPage, FormToken } from './layout.tsx';
import { LetterShown } from './letter.tsx';
import type { DeskNoticeModel } from './models-notice.ts';

interface Props {
  readonly view: View;
  readonly model: DeskNoticeModel;
}

export function deskNoticePage(context: PageContext, model: DeskNoticeModel): string {
  const view = viewOf(context);
  const words = noticesIn(context.language).desk;
  const { opportunity, reader, action, fields, notice } = model;
  const first = context.district.languages[0] ?? 'en';
  const errors = errorsOf(view, model.errors, (pointer) => `words-${pointer.split('/')[2] ?? first}`, words.errors);
  return deskPage(view, {
    title: words.title,
    reader,
    error: errors.length > 0,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">{textOf(view, opportunity.title)}</p>
          <h1>{words.title}</h1>
          <p class="lead">{notice ? words.lead : words.leadUntold}</p>
        </div>
        <ErrorSummary view={view} errors={errors} />
        <Affected view={view} model={model} />
        <form class="dash" method="post" action={inLanguage(action, context.language)} data-once={words.saving} novalidate>
          <FormToken reader={reader} />
          {fields.map(([name, value], index) => (
            <input key={`${index} ${name}`} type="hidden" name={name} value={value} />
          ))}
          {notice && (
            <section class="panel dash letter-form">
              <InLanguages
                view={view}
                errors={errors}
                name="words"
                label={words.words}
                value={model.words}
                hint={words.wordsHint}
                rows={3}
                optional
              />
            </section>
          )}
          <p class="dash-acts">
            <button class="button" type="submit" name="sure" value={model.sure}>
              {notice ? words.save(notice.people) : words.saveUntold}
            </button>
            {notice && (
              <button class="button button-quiet" type="submit">
                {words.look}
              </button>
            )}
            <button class="button button-quiet" type="submit" name="do" value="back">
              {words.back}
            </button>
          </p>
        </form>
        {notice?.letters.map((letter) => (
          <LetterShown
            key={letter.language}
            view={view}
            letter={letter}
            title={words.mail(languageNameIn(view.m.locale, letter.language))}
            hint={words.mailHint}
          />
        ))}
      </div>
    ),
  });
}

function Affected({ view, model: { affected, zone } }: Props): JSX.Element {
  const words = noticesIn(view.context.language).desk;
  return (
    <section class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
      <ul>
        {affected.map(({ slot, people, places, waiting, concerns }) => (
          <li key={slot.slotId}>
            {textOf(view, slot.label)}, {slotWhen(view, slot, zone)}:{' '}
            {[...(people > 0 ? [words.people(people, places)] : []), ...(waiting > 0 ? [words.waiting(waiting)] : [])].join(', ')} (
            {concerns.map((concern) => words.concerns[concern]).join(', ')})
          </li>
        ))}
      </ul>
      {affected.some(({ concerns }) => concerns.includes('over')) && <p>{words.over}</p>}
    </section>
  );
}
