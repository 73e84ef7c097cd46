/** The district's holidays at the desk: a form for who sets up schools, a list for all others, and which dates of series are on them. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { ErrorSummary, ErrorWords, errorFor, type FieldError } from '../components/fields.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { type HolidayValues, holidayFieldOf } from '../forms/holidays-form.ts';
import { deskHolidaysIn, deskSetupIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { HistoryList, Meanwhile } from './changes.tsx';
import { errorsOf, InLanguages, Line } from './form-parts.tsx';
import { holidayDays } from './holiday-words.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DatesOnHolidays, DeskHolidaysModel } from './models-holidays.ts';
import { deskProblemWords } from './problem-words.ts';
import { Redraw } from './slot-rows.tsx';

export function deskHolidaysPage(context: PageContext, model: DeskHolidaysModel): string {
  const view = viewOf(context);
  const words = deskHolidaysIn(context.language);
  const { reader, mayEdit, history, problem, done, meanwhile, values } = model;
  const { zone, languages } = context.district;
  const errors = errorsOf(view, model.errors, (pointer) => holidayFieldOf(pointer, languages[0] ?? 'en'), words.errors);
  return deskPage(view, {
    title: words.title,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          {reader.sections.includes('schools') && (
            <p class="crumb">
              <a href={deskPaths.schools}>{deskSetupIn(context.language).schools.title}</a>
            </p>
          )}
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        {done === true && (
          <p class="notice notice-good" role="status">
            {words.saved} {words.kept}
          </p>
        )}
        <ErrorSummary view={view} errors={errors} />
        {meanwhile !== undefined && <Meanwhile view={view} entries={meanwhile} zone={zone} />}
        {problem !== undefined && meanwhile === undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <SeriesOnHolidays view={view} model={model} />
        {mayEdit ? <HolidaysForm view={view} model={model} errors={errors} /> : <HolidayList view={view} model={model} />}
        {values.holidays.length > 0 && model.dates === undefined && (
          <p class="noprint">
            <a href={inLanguage(deskPaths.holidayDates, context.language)}>{words.look}</a>
          </p>
        )}
        {mayEdit && history.length > 0 && (
          <section class="panel" aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <HistoryList view={view} entries={history} zone={zone} />
          </section>
        )}
      </div>
    ),
  });
}

interface PartProps {
  readonly view: View;
  readonly model: DeskHolidaysModel;
}

function HolidaysForm({ view, model, errors }: PartProps & { readonly errors: readonly FieldError[] }): JSX.Element {
  const words = deskHolidaysIn(view.context.language);
  const { values, today, reader } = model;
  const action = inLanguage(deskFormPath('/api/holidays'), view.context.language);
  const rows = values.holidays.map((holiday, index) => ({ holiday, index }));
  // what is over stands aside, unless something is wrong with it
  const isAside = ({ holiday, index }: (typeof rows)[number]): boolean =>
    isOver(holiday, today) && !errors.some(({ fieldId }) => fieldId.startsWith(`holidays-${index}-`));
  const past = rows.filter(isAside);
  const draw = ({ holiday, index }: (typeof rows)[number]) => (
    <HolidayRow key={index} view={view} errors={errors} holiday={holiday} index={index} action={action} />
  );
  const save = (
    <p>
      <button class="button" type="submit" name="do" value="save">
        {words.save}
      </button>
    </p>
  );
  return (
    <form class="dash" method="post" action={action} novalidate>
      <FormToken reader={reader} />
      <input type="hidden" name="version" value={values.version} />
      {save}
      <section class="panel dash" id="holidays" tabindex={-1} aria-label={words.title}>
        <ErrorWords fieldId="holidays" words={errorFor(errors, 'holidays')} />
        {values.version === '0' && <p class="hint">{words.empty}</p>}
        {past.length > 0 && (
          <details class="act-more">
            <summary class="act">{words.past(past.length)}</summary>
            {past.map(draw)}
          </details>
        )}
        {rows.filter((row) => !isAside(row)).map(draw)}
        <p>
          <Redraw act="add-holidays" words={words.add} at={`${action}#holiday-${rows.length}`} />
        </p>
      </section>
      {save}
    </form>
  );
}

const isOver = ({ from, to }: HolidayValues, today: string): boolean => from !== '' && (to === '' ? from : to) < today;

function HolidayRow({
  view,
  errors,
  holiday,
  index,
  action,
}: {
  readonly view: View;
  readonly errors: readonly FieldError[];
  readonly holiday: HolidayValues;
  readonly index: number;
  readonly action: string;
}): JSX.Element {
  const words = deskHolidaysIn(view.context.language);
  const row = `holidays.${index}`;
  const props = { view, errors };
  const called = words.number(index + 1);
  return (
    <fieldset class="row" id={`holiday-${index}`}>
      <legend>{called}</legend>
      <div class="row-fields">
        <InLanguages {...props} name={`${row}.name`} label={words.name} value={holiday.name} />
        <Line {...props} name={`${row}.from`} type="date" label={words.from} value={holiday.from} />
        <Line {...props} name={`${row}.to`} type="date" label={words.to} value={holiday.to} />
      </div>
      <p>
        <Redraw act={`remove-holiday:${index}`} words={words.remove} label={words.of(words.remove, called)} at={`${action}#holidays`} />
      </p>
    </fieldset>
  );
}

/** For who may not change it: what is to come. */
function HolidayList({ view, model: { values, today } }: PartProps): JSX.Element {
  const words = deskHolidaysIn(view.context.language);
  const ahead = values.holidays.filter((one) => !isOver(one, today));
  if (ahead.length === 0) return <p class="soft">{words.emptyToRead}</p>;
  return (
    <ul class="panel todo">
      {ahead.map(({ name, from, to }) => (
        <li key={`${from} ${to}`}>
          <strong>{textOf(view, name)}</strong>
          <span class="soft">{holidayDays(view, { from, ...(to !== '' && { to }) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of a series with a date on every day of a long list, the first ones say enough. */
const MOST_SHOWN = 5;

function SeriesOnHolidays({ view, model: { dates } }: PartProps): JSX.Element | null {
  const words = deskHolidaysIn(view.context.language);
  if (dates === undefined) return null;
  return (
    <section class="panel" aria-labelledby="dates">
      <h2 id="dates">{words.dates}</h2>
      {dates.length === 0 ? (
        <p class="soft">{words.noDates}</p>
      ) : (
        <>
          <p class="hint">{words.datesHint}</p>
          <ul class="todo">
            {dates.map((one) => (
              <SeriesOn key={one.opportunity.opportunityId} view={view} of={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SeriesOn({ view, of: { opportunity, school, dates } }: { readonly view: View; readonly of: DatesOnHolidays }): JSX.Element {
  const words = deskHolidaysIn(view.context.language);
  const shown = dates
    .slice(0, MOST_SHOWN)
    .map(({ startsAt, holiday }) => `${view.dates.shortDay(startsAt, school.zone)} (${textOf(view, holiday.name)})`);
  const more = dates.length > MOST_SHOWN ? [words.more(dates.length - MOST_SHOWN)] : [];
  return (
    <li>
      <span>
        <a href={deskPaths.opportunity(opportunity.opportunityId)}>{textOf(view, opportunity.title)}</a>{' '}
        <span class="soft">{school.name}</span>
      </span>
      <span>{[...shown, ...more].join('; ')}</span>
    </li>
  );
}
