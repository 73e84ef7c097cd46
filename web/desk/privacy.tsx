/** Privacy requests: find a person by their address, see what is kept, hand it to them as a file, or delete it. */
import type { JSX } from 'preact';
import { deskFormPath } from '#contracts/desk-pages.ts';
import { TextField } from '../components/fields.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { deskPrivacyIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskPrivacyModel } from './models-office.ts';
import { PersonRecordPanel } from './person-record.tsx';
import { RetentionPanel } from './retention.tsx';

export function deskPrivacyPage(context: PageContext, model: DeskPrivacyModel): string {
  const { reader, email = '', found, wrong = false, done } = model;
  const view = viewOf(context);
  const words = deskPrivacyIn(context.language);
  return deskPage(view, {
    title: words.title,
    reader,
    error: wrong,
    children: (
      <div class="wrap section dash">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        {done !== undefined && words.done[done] !== undefined && (
          <p class={done === 'done' ? 'notice notice-good' : 'notice'} role="status">
            {words.done[done]}
          </p>
        )}
        <section class="panel noprint" aria-labelledby="find">
          <h2 id="find">{words.find}</h2>
          <form class="act-form" method="post" action={inLanguage(deskFormPath('/api/privacy/find'), context.language)} novalidate>
            <FormToken reader={reader} />
            <TextField
              view={view}
              id="email"
              name="email"
              type="email"
              label={words.email}
              value={email}
              errors={wrong ? [{ fieldId: 'email', words: words.wrong }] : []}
            />
            <button class="button" type="submit">
              {words.find}
            </button>
          </form>
        </section>
        {found !== undefined && <PersonRecordPanel view={view} record={found.record} isNobody={found.isNobody} />}
        {found !== undefined && !found.isNobody && (
          <Act view={view} model={model} act="export" label={words.export} hint={words.exportHint} />
        )}
        {found?.canDelete === true && <Act view={view} model={model} act="delete" label={words.delete} hint={words.deleteHint} />}
        {model.retention !== undefined && <RetentionPanel view={view} preview={model.retention} />}
      </div>
    ),
  });
}

interface ActProps {
  readonly view: View;
  readonly model: DeskPrivacyModel;
  readonly act: 'export' | 'delete';
  readonly label: string;
  readonly hint: string;
}

const Act = ({ view, model, act, label, hint }: ActProps): JSX.Element => (
  <form class="noprint" method="post" action={inLanguage(deskFormPath(`/api/privacy/${act}`), view.context.language)}>
    <FormToken reader={model.reader} />
    <input type="hidden" name="email" value={model.email ?? ''} />
    <p class="hint">{hint}</p>
    <button class={act === 'delete' ? 'button button-grave' : 'button'} type="submit">
      {label}
    </button>
  </form>
);
