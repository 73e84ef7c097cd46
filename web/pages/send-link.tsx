/** "Send me my link", and what follows it. Says the same for known and unknown addresses. */
import { paths } from '#contracts/pages.ts';
import { ErrorSummary, type FieldError, TextField, Trap } from '../components/fields.tsx';
import { page } from '../components/layout.tsx';
import { Mark } from '../components/marks.tsx';
import { inLanguage, viewOf } from '../components/view.ts';
import { SEND_LINK_FIELDS } from '../forms/send-link-form.ts';
import { sendLinkIn } from '../messages/areas.ts';
import type { PageContext, SendLinkModel } from './models.ts';

export function sendLinkPage(context: PageContext, { form }: SendLinkModel): string {
  const view = viewOf(context);
  const { m } = view;
  const sendLink = sendLinkIn(view.context.language);
  const [first] = form?.errors ?? [];
  const errors: readonly FieldError[] =
    first === undefined ? [] : [{ fieldId: SEND_LINK_FIELDS.email, words: m.fields('email', first.code) }];
  return page(view, {
    title: sendLink.title,
    error: errors.length > 0,
    unlisted: form !== undefined,
    children: (
      <div class="wrap narrow section">
        <h1>{sendLink.title}</h1>
        <ErrorSummary view={view} errors={errors} />
        <p class="lead">{sendLink.lead}</p>
        <form class="panel" method="post" action={inLanguage(paths.sendLink, context.language)} novalidate data-once={m.form.sending}>
          <Trap view={view} name={SEND_LINK_FIELDS.trap} />
          <TextField
            view={view}
            id={SEND_LINK_FIELDS.email}
            name={SEND_LINK_FIELDS.email}
            label={m.form.labels.email}
            value={form?.email ?? ''}
            errors={errors}
            type="email"
            autocomplete="email"
          />
          <button class="button" type="submit">
            {sendLink.submit}
          </button>
        </form>
      </div>
    ),
  });
}

export function linkSentPage(context: PageContext): string {
  const view = viewOf(context);
  const { m } = view;
  const sendLink = sendLinkIn(view.context.language);
  return page(view, {
    title: sendLink.sentTitle,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <div class="done">
          <Mark />
          <h1>{sendLink.sentTitle}</h1>
          <p class="lead">{sendLink.sent}</p>
        </div>
        <p>{sendLink.sentAgain}</p>
        <p class="onward">
          <a href={paths.sendLink}>{sendLink.again}</a>
          <a href={paths.home}>{m.problem.goHome}</a>
        </p>
      </div>
    ),
  });
}

/** An unknown, altered or expired manage link: all alike. */
export function linkInvalidPage(context: PageContext): string {
  const view = viewOf(context);
  const sendLink = sendLinkIn(view.context.language);
  return page(view, {
    title: sendLink.invalidTitle,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{sendLink.invalidTitle}</h1>
        <p class="lead">{sendLink.invalid}</p>
        <p>
          <a class="button" href={paths.sendLink}>
            {sendLink.submit}
          </a>
        </p>
      </div>
    ),
  });
}
