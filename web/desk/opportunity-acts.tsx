/** What staff can do with an opportunity as it stands: publish, close, archive, copy, move its dates. */
import type { ComponentChildren, JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { OpportunityStatus } from '#contracts/resources/opportunity.ts';
import { inLanguage, type View } from '../components/view.ts';
import { deskSetupIn } from '../messages/areas.ts';
import { Line } from './form-parts.tsx';
import { FormToken } from './layout.tsx';
import type { DeskOpportunityModel } from './models-setup.ts';
import { RepeatForm, SeriesForm } from './repeat-form.tsx';

interface Props {
  readonly view: View;
  readonly model: DeskOpportunityModel;
}

export function OpportunityActs({ view, model }: Props): JSX.Element {
  const words = deskSetupIn(view.context.language).one;
  const { opportunity, next, may, posted } = model;
  const typed = (operationId: string, name: string, otherwise: string): string =>
    posted?.operationId === operationId ? (posted.values[name] ?? otherwise) : otherwise;
  const field = { view, errors: [] };
  return (
    <section class="panel dash noprint" aria-labelledby="acts">
      <h2 id="acts">{words.acts}</h2>
      {may.edit ? (
        <>
          {next
            .filter((status) => status !== opportunity.status)
            .map((status) => (
              <StatusForm key={status} view={view} model={model} status={status} />
            ))}
          <RepeatForm view={view} model={model} />
          <SeriesForm view={view} model={model} />
          <Folded title={words.copy} open={posted?.operationId === 'copyOpportunity'}>
            <ActForm view={view} model={model} act="copy">
              <Line
                {...field}
                name="copy-days"
                type="number"
                label={words.copyDays}
                hint={words.copyHint}
                value={typed('copyOpportunity', 'copy-days', '364')}
              />
              <button class="button" type="submit">
                {words.copyDo}
              </button>
            </ActForm>
          </Folded>
          <Folded title={words.shift} open={posted?.operationId === 'shiftOpportunity'}>
            <ActForm view={view} model={model} act="shift">
              <p class="hint">{words.shiftHint}</p>
              <Line {...field} name="days" label={words.shiftDays} value={typed('shiftOpportunity', 'days', '0')} />
              <Line {...field} name="minutes" label={words.shiftMinutes} value={typed('shiftOpportunity', 'minutes', '0')} />
              <button class="button" type="submit">
                {words.shiftDo}
              </button>
            </ActForm>
          </Folded>
        </>
      ) : (
        <p class="soft">{words.nobody}</p>
      )}
    </section>
  );
}

export function Folded({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="act-more" open={open}>
      <summary class="act">{title}</summary>
      {children}
    </details>
  );
}

export function ActForm({
  view,
  model,
  act,
  children,
}: Props & { readonly act: string; readonly children: ComponentChildren }): JSX.Element {
  const { opportunity, reader, formKey } = model;
  const action = `${deskPaths.opportunity(opportunity.opportunityId)}/${act}`;
  return (
    <form
      class="act-form"
      method="post"
      action={inLanguage(action, view.context.language)}
      data-once={deskSetupIn(view.context.language).form.saving}
      novalidate
    >
      <FormToken reader={reader} />
      <input type="hidden" name="key" value={`${formKey}-${act}`} />
      <input type="hidden" name="version" value={String(opportunity.version)} />
      {children}
    </form>
  );
}

function StatusForm({ view, model, status }: Props & { readonly status: OpportunityStatus }): JSX.Element {
  const words = deskSetupIn(view.context.language).one;
  const from = model.opportunity.status;
  const [label, hint] = {
    published: from === 'draft' ? [words.publish, words.publishHint] : [words.reopen, words.publishHint],
    closed: from === 'archived' ? [words.restore, words.closeHint] : [words.close, words.closeHint],
    archived: [words.archive, words.archiveHint],
    draft: [words.restore, undefined],
  }[status];
  return (
    <ActForm view={view} model={model} act="status">
      <input type="hidden" name="status" value={status} />
      {hint !== undefined && <p class="hint">{hint}</p>}
      <button class={status === 'archived' ? 'button button-grave' : 'button'} type="submit">
        {label}
      </button>
    </ActForm>
  );
}
