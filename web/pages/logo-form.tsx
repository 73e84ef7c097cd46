/** Sending a logo: a plain form that goes straight to where files are kept, and comes back to the sponsor's page. */
import { paths } from '#contracts/pages.ts';
import { page } from '../components/layout.tsx';
import { viewOf } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import type { LogoFormModel, PageContext } from './models.ts';

export function logoFormPage(context: PageContext, { token, invitation }: LogoFormModel): string {
  const view = viewOf(context);
  const { logo: words } = fundraisingIn(view.context.language);
  return page(view, {
    title: words.formTitle,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <p>
          <a href={paths.managePledge(token)}>{words.back}</a>
        </p>
        <h1>{words.formTitle}</h1>
        <p class="lead">{words.formLead}</p>
        <form class="logo-form" method="post" action={invitation.url} enctype="multipart/form-data" data-once={view.m.form.sending}>
          {Object.entries(invitation.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div class="field">
            <label for="file">{words.file}</label>
            <p class="hint" id="file-hint">
              {words.fileHint(Math.floor(invitation.maxBytes / 1024 / 1024))}
            </p>
            <input
              id="file"
              name="file"
              type="file"
              accept="image/png,image/jpeg,image/webp"
              required
              aria-describedby="file-hint"
              data-max-bytes={invitation.maxBytes}
              data-too-large={words.problems['logo.too-large']}
            />
          </div>
          <button class="button" type="submit">
            {words.send}
          </button>
          <p class="hint">{words.minutes}</p>
        </form>
      </div>
    ),
  });
}
