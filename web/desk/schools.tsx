/** The district's schools at the desk, and the form of one. */
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { paths } from '#contracts/pages.ts';
import { ErrorSummary } from '../components/fields.tsx';
import { inLanguage, viewOf } from '../components/view.ts';
import { schoolFieldOf } from '../forms/school-form.ts';
import { deskSetupIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { HistoryList, Meanwhile } from './changes.tsx';
import { errorsOf, Line } from './form-parts.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskSchoolFormModel, DeskSchoolsModel } from './models-setup.ts';
import { ContactFields } from './opportunity-form.tsx';
import { deskProblemWords } from './problem-words.ts';
import { SchoolFrame } from './school-frame.tsx';

export function deskSchoolsPage(context: PageContext, { reader, schools }: DeskSchoolsModel): string {
  const view = viewOf(context);
  const { schools: words } = deskSetupIn(context.language);
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <h1>{words.title}</h1>
          <p class="dash-acts noprint">
            <a class="button" href={deskPaths.school('new')}>
              {words.add}
            </a>
            <a class="button button-quiet" href={deskPaths.holidays}>
              {words.holidays}
            </a>
          </p>
        </div>
        {schools.length === 0 ? (
          <p class="soft">{words.empty}</p>
        ) : (
          <ul class="panel todo">
            {schools.map(({ schoolId, name, address }) => (
              <li key={schoolId}>
                <span>
                  <a href={deskPaths.school(schoolId)}>{name}</a> <span class="soft">{address}</span>
                </span>
                <a href={deskPaths.opportunitiesOf(schoolId)} aria-label={`${words.opportunities}: ${name}`}>
                  {words.opportunities}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  });
}

export function deskSchoolFormPage(context: PageContext, model: DeskSchoolFormModel): string {
  const view = viewOf(context);
  const { schools: words, form, one, done: said } = deskSetupIn(context.language);
  const { reader, values, saved, meanwhile, problem, done, history } = model;
  const errors = errorsOf(view, model.errors, schoolFieldOf);
  const title = saved?.name ?? words.newTitle;
  const zone = saved?.zone ?? context.district.zone;
  const props = { view, errors };
  return deskPage(view, {
    title,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap narrow section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.schools}>{words.title}</a>
          </p>
          <h1>{title}</h1>
          {saved && (
            <p class="noprint">
              <a href={inLanguage(paths.school(saved.slug), context.language)}>{words.page}</a>
            </p>
          )}
        </div>
        {done !== undefined && said[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {said[done]}
          </p>
        )}
        <ErrorSummary view={view} errors={errors} />
        {meanwhile !== undefined && <Meanwhile view={view} entries={meanwhile} zone={zone} />}
        {problem !== undefined && meanwhile === undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <form class="panel dash" method="post" action={inLanguage(deskFormPath('/api/schools'), context.language)} novalidate>
          <FormToken reader={reader} />
          <input type="hidden" name="schoolId" value={values.schoolId} />
          <input type="hidden" name="version" value={values.version} />
          <Line {...props} name="name" label={words.name} value={values.name} />
          <Line {...props} name="slug" label={words.slug} hint={words.slugHint} value={values.slug} />
          <Line {...props} name="address" label={words.address} value={values.address} />
          <Line {...props} name="zone" label={words.zone} hint={words.zoneHint} value={values.zone} />
          <ContactFields {...props} label={words.contact} lines={values} />
          <p>
            <button class="button" type="submit">
              {form.save}
            </button>
          </p>
        </form>
        {saved && <SchoolFrame view={view} school={saved} />}
        {saved && (
          <section class="panel" aria-labelledby="history">
            <h2 id="history">{one.history}</h2>
            <HistoryList view={view} entries={history} zone={zone} />
          </section>
        )}
      </div>
    ),
  });
}
