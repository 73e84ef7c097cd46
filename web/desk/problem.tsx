/** A page of the desk for when there is no page: something was refused, or broke. */
import { deskPaths } from '#contracts/desk-pages.ts';
import { viewOf } from '../components/view.ts';
import { deskIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage } from './layout.tsx';
import type { DeskProblemModel } from './models.ts';
import { deskProblemWords } from './problem-words.ts';

export function deskProblemPage(context: PageContext, { code, correlationId }: DeskProblemModel): string {
  const view = viewOf({ ...context, url: deskPaths.start });
  const { m } = view;
  const title = deskProblemWords(view, code);
  return deskPage(view, {
    title,
    error: true,
    children: (
      <div class="wrap narrow section">
        <h1>{title}</h1>
        {correlationId !== undefined && <p class="lead">{m.problem.broken}</p>}
        <p>
          <a class="button" href={deskPaths.start}>
            {deskIn(view.context.language).problem.home}
          </a>
        </p>
        {correlationId !== undefined && <p class="soft">{m.problem.brokenCode(correlationId)}</p>}
      </div>
    ),
  });
}
