/** Sending a logo: a plain form that goes straight to where files are kept, and comes back to the sponsor's page. */
import { paths } from '#contracts/pages.ts';
import { page } from '../components/layout.tsx';
import { UploadForm } from '../components/upload-form.tsx';
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
        <UploadForm
          view={view}
          invitation={invitation}
          words={{
            ...words,
            fileHint: words.fileHint(Math.floor(invitation.maxBytes / 1024 / 1024)),
            tooLarge: words.problems['logo.too-large'],
          }}
        />
      </div>
    ),
  });
}
