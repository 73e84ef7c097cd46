/** Who is signed in, and out again everywhere. */
import { deskPaths } from '#contracts/desk-pages.ts';
import { inLanguage, viewOf } from '../components/view.ts';
import { deskIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskMeModel } from './models.ts';

export function deskMePage(context: PageContext, { reader, email, role, schools }: DeskMeModel): string {
  const view = viewOf(context);
  const words = deskIn(view.context.language).start;
  const where = schools === 'all' ? words.allSchools : schools.length === 0 ? words.noSchools : schools.join(', ');
  return deskPage(view, {
    title: words.you,
    reader,
    children: (
      <div class="wrap narrow section">
        <h1>{words.you}</h1>
        <section class="panel">
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
