/** The form of a campaign: new or changed, with what others saved meanwhile and what it concerns. Everything in it works without script. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { Illustration } from '#contracts/resources/campaign.ts';
import { ErrorSummary } from '../components/fields.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { type CampaignLine, campaignFieldOf } from '../forms/campaign-form.ts';
import { deskCampaignIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { BuyRows, LevelRows } from './campaign-rows.tsx';
import { errorsOf, InLanguages, Line, SaveButtons, Select } from './form-parts.tsx';
import { MeanwhileSaved } from './history-list.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskCampaignFormModel } from './models-campaign.ts';
import { ContactFields } from './opportunity-form.tsx';
import { deskProblemWords } from './problem-words.ts';

const HIDDEN = ['campaignId', 'version', 'status'] as const satisfies readonly CampaignLine[];

export function deskCampaignFormPage(context: PageContext, model: DeskCampaignFormModel): string {
  const view = viewOf(context);
  const { form: words, errors: said } = deskCampaignIn(context.language);
  const { values, reader, saved, problem, meanwhile, concerns } = model;
  const errors = errorsOf(view, model.errors, (pointer) => campaignFieldOf(pointer, context.district.languages[0] ?? 'en'), said);
  const action = inLanguage(deskFormPath('/api/campaigns'), context.language);
  const title = saved ? words.editTitle(textOf(view, saved.title)) : words.newTitle;
  const onward = values.lines.status === 'draft' ? { value: 'open', words: words.saveOpen } : undefined;
  const saveButtons = <SaveButtons save={words.save} onward={onward} />;
  return deskPage(view, {
    title,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={saved ? deskPaths.campaignSetup(saved.campaignId) : deskPaths.campaigns}>{words.cancel}</a>
          </p>
          <h1>{title}</h1>
        </div>
        <ErrorSummary view={view} errors={errors} />
        {meanwhile !== undefined && <MeanwhileSaved view={view} entries={meanwhile} />}
        {problem !== undefined && meanwhile === undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <form class="dash" method="post" action={action} novalidate>
          <FormToken reader={reader} />
          {HIDDEN.map((name) => (
            <input key={name} type="hidden" name={name} value={values.lines[name]} />
          ))}
          {concerns !== undefined && <Concerns view={view} model={model} />}
          {saveButtons}
          <What view={view} model={model} errors={errors} />
          <When view={view} model={model} errors={errors} />
          <BuyRows view={view} model={model} errors={errors} action={action} />
          <LevelRows view={view} model={model} errors={errors} action={action} />
          {saveButtons}
        </form>
      </div>
    ),
  });
}

function Concerns({ view, model: { concerns, saved } }: { readonly view: View; readonly model: DeskCampaignFormModel }): JSX.Element {
  const { concerns: words } = deskCampaignIn(view.context.language);
  const nameOf = (levelId: string): string => {
    const level = saved?.levels.find((one) => one.levelId === levelId);
    return level ? textOf(view, level.name) : '';
  };
  return (
    <section class="notice notice-wrong" role="alert" aria-labelledby="concerns" tabindex={-1} data-focus>
      <h2 id="concerns">{words.title}</h2>
      <ul>
        {concerns?.of.map((one) =>
          one.kind === 'level' ? (
            <li key={one.levelId}>
              {words.level(nameOf(one.levelId), one.sponsors)}: {one.concerns.map((concern) => words[concern]).join('; ')}
            </li>
          ) : (
            <li key={one.kind}>{one.kind === 'goal' && one.reached ? words.reached : words[one.kind]}</li>
          ),
        )}
      </ul>
      <p>{words.lead}</p>
      <input type="hidden" name="sure" value={concerns?.sure ?? ''} />
    </section>
  );
}

type PartProps = { readonly view: View; readonly model: DeskCampaignFormModel; readonly errors: ReturnType<typeof errorsOf> };

function What({ view, model: { values, owners }, errors }: PartProps): JSX.Element {
  const { form: words, illustrations, district } = deskCampaignIn(view.context.language);
  const { lines } = values;
  const props = { view, errors };
  return (
    <section class="panel dash" aria-labelledby="what">
      <h2 id="what">{words.what}</h2>
      <InLanguages {...props} name="title" label={words.title} value={values.title} />
      <InLanguages {...props} name="summary" label={words.summary} value={values.summary} />
      <InLanguages {...props} name="story" label={words.story} hint={words.storyHint} value={values.story} rows={6} />
      <div class="row-fields">
        <Select
          {...props}
          name="schoolId"
          label={words.whose}
          value={lines.schoolId}
          options={owners.map(({ id, name }) => [id, name ?? district] as const)}
        />
        <Select
          {...props}
          name="illustration"
          label={words.illustration}
          value={lines.illustration}
          options={Illustration.options.map((one) => [one, illustrations[one]] as const)}
        />
      </div>
      <Line {...props} name="slug" label={words.slug} hint={words.slugHint} value={lines.slug} />
      <ContactFields {...props} label={words.whoToAsk} lines={lines} />
    </section>
  );
}

function When({ view, model: { values }, errors }: PartProps): JSX.Element {
  const { form: words } = deskCampaignIn(view.context.language);
  const { now, district } = view.context;
  const { lines } = values;
  const props = { view, errors };
  return (
    <section class="panel dash" aria-labelledby="when">
      <div>
        <h2 id="when">{words.when}</h2>
        <p class="hint">{words.zoneHint(view.dates.zoneName(now, district.zone))}</p>
      </div>
      <Line {...props} name="goal" type="money" label={words.goal} value={lines.goal} />
      {(['opens', 'closes'] as const).map((what) => (
        <fieldset class="row" key={what}>
          <legend>{words[what]}</legend>
          <div class="row-fields">
            <Line {...props} name={`${what}-day`} type="date" label={words.day} value={lines[`${what}-day`]} />
            <Line {...props} name={`${what}-time`} type="time" label={words.time} value={lines[`${what}-time`]} />
          </div>
        </fieldset>
      ))}
    </section>
  );
}
