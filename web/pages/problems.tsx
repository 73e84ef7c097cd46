/** Pages for when there is no page: nothing found, or something broke. */
import { paths } from '#contracts/pages.ts';
import { page } from '../components/layout.tsx';
import { problemWords, viewOf } from '../components/view.ts';
import type { BrokenModel, NotFoundModel, PageContext } from './models.ts';

/** Any refusal that leaves nothing to show, in its own words. */
export function notFoundPage(context: PageContext, { code }: NotFoundModel): string {
  const view = viewOf(context);
  const { m } = view;
  const missing = code.endsWith('.not-found');
  const title = missing ? m.problem.notFoundTitle : problemWords(view, code);
  return page(view, {
    title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{title}</h1>
        {missing && <p class="lead">{problemWords(view, code)}</p>}
        {missing && <p>{m.problem.notFoundHint}</p>}
        <p class="onward">
          <a class="button" href={paths.home}>
            {m.problem.goHome}
          </a>
          <a href={paths.sendLink}>{m.site.mySignUps}</a>
        </p>
      </div>
    ),
  });
}

export function brokenPage(context: PageContext, { correlationId }: BrokenModel): string {
  const view = viewOf(context);
  const { m } = view;
  return page(view, {
    title: m.problem.brokenTitle,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{m.problem.brokenTitle}</h1>
        <p class="lead">{m.problem.broken}</p>
        <p class="onward">
          <a class="button" href={paths.home}>
            {m.problem.goHome}
          </a>
        </p>
        <p class="soft">{m.problem.brokenCode(correlationId)}</p>
      </div>
    ),
  });
}
