/** The pledge form: what, how, who, recognition, policy. It commits to nothing; the review that follows does. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import { ErrorSummary, type FieldError } from '../components/fields.tsx';
import { page } from '../components/layout.tsx';
import { PledgeForm } from '../components/pledge-form.tsx';
import { problemWords, textOf, type View, viewOf } from '../components/view.ts';
import { EMPTY_PLEDGE_FORM, LEVEL, type PledgeFormValues, pledgeFieldOf } from '../forms/pledge-form.ts';
import { fundraisingIn } from '../messages/areas.ts';
import type { PageContext, PledgeModel } from './models.ts';

export function pledgePage(context: PageContext, model: PledgeModel): string {
  const view = viewOf(context);
  const { campaign, formKey, form, levelId } = model;
  const words = fundraisingIn(view.context.language).form;
  const title = words.title(textOf(view, campaign.title));
  const values = form?.values ?? fresh(model.campaign.levels, levelId);
  const errors = errorsInWords(view, form?.errors ?? []);
  const wrong = errors.length > 0 || form?.refusal !== undefined;
  return page(view, {
    title,
    error: wrong,
    unlisted: form !== undefined,
    children: (
      <div class="wrap narrow section">
        <p class="crumb">
          <a href={paths.campaign(campaign.slug)}>{textOf(view, campaign.title)}</a>
        </p>
        <h1>{title}</h1>
        {!wrong && <p class="lead">{words.lead}</p>}
        <ErrorSummary view={view} errors={errors} />
        {form?.refusal !== undefined && <Refused words={problemWords(view, form.refusal)} />}
        {campaign.phase === 'open' ? (
          <PledgeForm view={view} campaign={campaign} formKey={formKey} values={values} errors={errors} />
        ) : (
          <p class="notice notice-soon">
            {campaign.phase === 'over'
              ? fundraisingIn(view.context.language).campaign.over
              : fundraisingIn(view.context.language).campaign.notOpen(view.dates.moment(campaign.opensAt, context.district.zone))}
          </p>
        )}
      </div>
    ),
  });
}

function Refused({ words }: { readonly words: string }): JSX.Element {
  return (
    <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
      {words}
    </p>
  );
}

/** A level that is still free and was chosen on the page before is chosen. */
function fresh(levels: PledgeModel['campaign']['levels'], levelId: string | undefined): PledgeFormValues {
  const free = levels.some((level) => level.levelId === levelId && level.left !== 0);
  return { ...EMPTY_PLEDGE_FORM, what: free ? `${LEVEL}${levelId}` : '' };
}

/** In the order of the page's fields, one a field. */
function errorsInWords(view: View, problems: NonNullable<PledgeModel['form']>['errors']): readonly FieldError[] {
  const words = new Map<string, string>();
  for (const problem of problems) {
    const { id, name } = pledgeFieldOf(problem);
    if (!words.has(id)) words.set(id, view.m.fields(name, problem.code));
  }
  return [...words].map(([fieldId, said]) => ({ fieldId, words: said }));
}
