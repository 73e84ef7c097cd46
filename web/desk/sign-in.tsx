/** Before anyone is signed in: the page with the one button, and the pages around it. */
import { deskPaths, NEXT_PARAMETER } from '#contracts/desk-pages.ts';
import { paths } from '#contracts/pages.ts';
import { inLanguage, viewOf } from '../components/view.ts';
import { deskIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage } from './layout.tsx';
import type { DeskSignInModel, DeskUnknownModel, HandoverModel } from './models.ts';

export function deskSignInPage(context: PageContext, { next, notice }: DeskSignInModel): string {
  const view = viewOf({ ...context, url: deskPaths.signInTo(next) });
  const words = notice && deskIn(view.context.language).signIn.notices[notice];
  const wrong = notice !== undefined && notice !== 'signed-out';
  return deskPage(view, {
    title: deskIn(view.context.language).signIn.title,
    error: wrong,
    children: (
      <div class="wrap narrow section">
        <h1>{deskIn(view.context.language).signIn.title}</h1>
        {words && (
          <div class={wrong ? 'notice notice-wrong' : 'notice notice-good'} role={wrong ? 'alert' : 'status'}>
            <h2>{words[0]}</h2>
            <p>{words[1]}</p>
          </div>
        )}
        <p class="lead">{deskIn(view.context.language).signIn.lead}</p>
        <form
          method="post"
          action={inLanguage(deskPaths.signIn, context.language)}
          data-once={deskIn(view.context.language).signIn.sending}
        >
          <input type="hidden" name={NEXT_PARAMETER} value={next} />
          <button class="button" type="submit">
            {deskIn(view.context.language).signIn.submit}
          </button>
        </form>
        <p>
          <a href={paths.home}>{deskIn(view.context.language).signIn.parents}</a>
        </p>
      </div>
    ),
  });
}

/**
 * Sends the browser on to the identity provider. A redirect would not do: `form-action` of our policy holds for every redirect that follows a
 * form, and where a provider leads on to is for the district to say.
 */
export function handoverPage(context: PageContext, { to, way }: HandoverModel): string {
  const view = viewOf({ ...context, url: deskPaths.signIn });
  const words = deskIn(view.context.language).handover[way];
  return deskPage(view, {
    title: words.title,
    onTo: to,
    children: (
      <div class="wrap narrow section">
        <h1>{words.title}</h1>
        <p>
          <a class="button" href={to} rel="noreferrer">
            {words.go}
          </a>
        </p>
      </div>
    ),
  });
}

/** For somebody the provider knows and the directory does not. */
export function deskUnknownPage(context: PageContext, { email }: DeskUnknownModel): string {
  const view = viewOf({ ...context, url: deskPaths.signIn });
  return deskPage(view, {
    title: deskIn(view.context.language).unknown.title,
    error: true,
    children: (
      <div class="wrap narrow section">
        <h1>{deskIn(view.context.language).unknown.title}</h1>
        <p class="lead">{deskIn(view.context.language).unknown.lead(email)}</p>
        <p>{deskIn(view.context.language).unknown.ask}</p>
        <form method="post" action={inLanguage(deskPaths.signOut, context.language)}>
          <button class="button" type="submit">
            {deskIn(view.context.language).signIn.otherAccount}
          </button>
        </form>
      </div>
    ),
  });
}
