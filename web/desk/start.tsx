/** The desk's first page: who is signed in, and out again. */
import { deskPaths } from '#contracts/desk-pages.ts';
import { inLanguage, viewOf } from '../components/view.ts';
import { deskIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskStartModel } from './models.ts';

export function deskStartPage(context: PageContext, { reader, email, role, schools }: DeskStartModel): string {
  const view = viewOf(context);
  const words = deskIn(view.context.language).start;
  const where = schools === 'all' ? words.allSchools : schools.length === 0 ? words.noSchools : schools.join(', ');
  return deskPage(view, {
    title: deskIn(view.context.language).title,
    reader,
    children: (
      <div class="wrap narrow section">
        <h1>{words.title(reader.name)}</h1>
        <section class="panel" aria-labelledby="you">
          <h2 id="you">{words.you}</h2>
          <dl class="facts">
            {[
              [words.name, reader.name],
              [words.email, email],
              [words.role, deskIn(view.context.language).roles[role]],
              [words.schools, where],
            ].map(([term, fact]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{fact}</dd>
              </div>
            ))}
          </dl>
          <form method="post" action={inLanguage(deskPaths.signOutEverywhere, context.language)}>
            <FormToken reader={reader} />
            <button class="button button-quiet" type="submit" aria-describedby="everywhere">
              {deskIn(view.context.language).signOutEverywhere}
            </button>
            <p class="hint" id="everywhere">
              {deskIn(view.context.language).signOutEverywhereHint}
            </p>
          </form>
        </section>
      </div>
    ),
  });
}
