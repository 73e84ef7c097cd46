/** What became of the money of a campaign: written down, read once more, and sent to everyone who gave, once. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { ErrorSummary, ErrorWords, errorId } from '../components/fields.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { Paragraphs } from '../components/words.tsx';
import { deskCampaignIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { ActForm, Told } from './act-form.tsx';
import { errorsOf, InLanguages } from './form-parts.tsx';
import { MeanwhileSaved } from './history-list.tsx';
import { deskPage } from './layout.tsx';
import type { DeskImpactModel } from './models-campaign.ts';
import { deskProblemWords } from './problem-words.ts';

type Errors = ReturnType<typeof errorsOf>;
interface Part {
  readonly view: View;
  readonly model: DeskImpactModel;
  readonly errors: Errors;
}

export function deskImpactPage(context: PageContext, model: DeskImpactModel): string {
  const view = viewOf(context);
  const { impact: words, done: said, errors: wrong } = deskCampaignIn(context.language);
  const { reader, campaign, isOver, problem, done, meanwhile } = model;
  const first = context.district.languages[0] ?? 'en';
  const errors = errorsOf(view, model.errors, (pointer) => fieldOf(pointer, first), wrong);
  const title = textOf(view, campaign.title);
  const part = { view, model, errors };
  return deskPage(view, {
    title: `${words.title}: ${title}`,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.campaignSetup(campaign.campaignId)}>{title}</a>
          </p>
          <h1>{words.title}</h1>
          <p class="lead">{isOver ? words.lead : words.notOver}</p>
        </div>
        <ErrorSummary view={view} errors={errors} />
        {meanwhile !== undefined && <MeanwhileSaved view={view} entries={meanwhile} />}
        <Told
          done={done === undefined ? undefined : said[done]}
          problem={problem === undefined || meanwhile !== undefined || errors.length > 0 ? undefined : deskProblemWords(view, problem)}
        />
        <div class="dash-two">
          {model.may.edit && <Write {...part} />}
          <div class="dash">
            <section class="panel" aria-labelledby="reads">
              <h2 id="reads">{words.preview}</h2>
              {campaign.impact === undefined ? <p class="soft">{words.empty}</p> : <Paragraphs view={view} of={campaign.impact} />}
            </section>
            <Send {...part} />
          </div>
        </div>
      </div>
    ),
  });
}

/** The tick is the only field of sending. */
const fieldOf = (pointer: string, first: string): string => {
  const [, top = '', language = ''] = pointer.split('/');
  return top === 'impact' ? `impact-${language === '' ? first : language}` : 'sure';
};

function Write({ view, model: { campaign, reader, texts }, errors }: Part): JSX.Element {
  const { impact: words } = deskCampaignIn(view.context.language);
  return (
    <section class="panel" aria-label={words.text}>
      <ActForm view={view} reader={reader} action={deskFormPath(`/api/campaigns/${campaign.campaignId}/impact`)}>
        <input type="hidden" name="version" value={String(campaign.version)} />
        <InLanguages
          view={view}
          errors={errors}
          name="impact"
          label={words.text}
          hint={words.textHint}
          value={texts ?? campaign.impact ?? {}}
          rows={8}
        />
        <button class="button" type="submit">
          {words.save}
        </button>
      </ActForm>
    </section>
  );
}

function Send({ view, model, errors }: Part): JSX.Element | null {
  const { impact: words } = deskCampaignIn(view.context.language);
  const { campaign, isOver, toldAt, told, may, reader } = model;
  const error = errors.find(({ fieldId }) => fieldId === 'sure')?.words;
  if (toldAt !== undefined) return <p class="notice notice-good">{words.told(view.dates.moment(toldAt, view.context.district.zone))}</p>;
  if (!isOver || campaign.impact === undefined) return null;
  return (
    <section class="panel" aria-labelledby="send">
      <h2 id="send">{words.send}</h2>
      <p>{told.people === 0 ? words.nobody : words.who(told.people)}</p>
      {told.unknown > 0 && <p class="soft">{words.unknown(told.unknown)}</p>}
      {may.edit && told.people > 0 && (
        <ActForm view={view} reader={reader} action={deskFormPath(`/api/campaigns/${campaign.campaignId}/impact-note`)}>
          <input type="hidden" name="version" value={String(campaign.version)} />
          <p class="hint">{words.once}</p>
          <div class={error === undefined ? undefined : 'field-wrong'}>
            <ErrorWords fieldId="sure" words={error} />
            <p class="tick">
              <input
                id="sure"
                type="checkbox"
                name="sure"
                value="yes"
                aria-describedby={error === undefined ? undefined : errorId('sure')}
                aria-invalid={error === undefined ? undefined : 'true'}
              />{' '}
              <label for="sure">{words.sure}</label>
            </p>
          </div>
          <button class="button button-grave" type="submit">
            {words.sendDo}
          </button>
        </ActForm>
      )}
    </section>
  );
}
