/** How a campaign is set up: its dates and levels, what to do with it, and who changed what. A draft has no other page at the desk. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { CampaignStatus } from '#contracts/resources/campaign.ts';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { dashboardsIn, deskCampaignIn, deskPhotosIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { ActForm, Folded, Told } from './act-form.tsx';
import { Scroll } from './charts/frame.tsx';
import { errorsOf, Line } from './form-parts.tsx';
import { HistoryList } from './history-list.tsx';
import { deskPage } from './layout.tsx';
import type { DeskCampaignSetupModel } from './models-campaign.ts';
import { deskProblemWords } from './problem-words.ts';
import { Heads } from './table-heads.tsx';

interface Part {
  readonly view: View;
  readonly model: DeskCampaignSetupModel;
}

export function deskCampaignSetupPage(context: PageContext, model: DeskCampaignSetupModel): string {
  const view = viewOf(context);
  const words = deskCampaignIn(context.language);
  const { campaign, reader, done, problem, history, schools } = model;
  const title = textOf(view, campaign.title);
  const owner = schools.find(({ schoolId }) => schoolId === campaign.schoolId)?.name ?? words.district;
  return deskPage(view, {
    title,
    reader,
    error: problem !== undefined || model.posted !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.campaigns}>{dashboardsIn(context.language).campaign.all}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{words.one.lead(words.statuses[campaign.status], owner)}</p>
        </div>
        <Told
          done={done === undefined ? undefined : words.done[done]}
          problem={problem === undefined ? undefined : deskProblemWords(view, problem)}
        />
        <Links view={view} model={model} />
        <div class="dash-two">
          <div class="dash">
            <Facts view={view} model={model} />
            <Levels view={view} model={model} />
          </div>
          <div class="dash">
            <Acts view={view} model={model} />
            <section class="panel" aria-labelledby="history">
              <h2 id="history">{words.one.history}</h2>
              {/* of what was added all is new, and stands beside it */}
              <HistoryList
                view={view}
                entries={history.toReversed().map((one) => (one.what === 'campaign.added' ? { ...one, changes: [] } : one))}
              />
            </section>
          </div>
        </div>
      </div>
    ),
  });
}

function Links({ view, model: { campaign, may } }: Part): JSX.Element {
  const { one: words } = deskCampaignIn(view.context.language);
  const { campaignId, status, slug } = campaign;
  const photos = deskPhotosIn(view.context.language).title;
  const links: readonly (readonly [href: string, name: string])[] =
    status === 'draft'
      ? [
          [deskPaths.photos(campaignId), photos],
          [deskPaths.campaignPreview(campaignId), words.preview],
        ]
      : [
          [deskPaths.campaign(campaignId), words.dashboard],
          [deskPaths.pledges(campaignId), words.pledges],
          [deskPaths.gifts(campaignId), words.gifts],
          [deskPaths.photos(campaignId), photos],
          [deskPaths.impact(campaignId), words.impact],
          [inLanguage(paths.campaign(slug), view.context.language), words.public],
        ];
  return (
    <p class="dash-acts noprint">
      {may.edit && (
        <a class="button" href={deskPaths.campaignForm(campaignId)}>
          {words.edit}
        </a>
      )}
      {links.map(([href, name]) => (
        <a key={href} class="button button-quiet" href={href}>
          {name}
        </a>
      ))}
    </p>
  );
}

function Facts({ view, model: { campaign } }: Part): JSX.Element {
  const { one: words } = deskCampaignIn(view.context.language);
  const { zone } = view.context.district;
  const facts = [
    [words.goal, moneyIn(view.m.locale)(campaign.goalCents)],
    [words.opens, view.dates.moment(campaign.opensAt, zone)],
    [words.closes, view.dates.moment(campaign.closesAt, zone)],
    [words.address, paths.campaign(campaign.slug)],
  ];
  return (
    <section class="panel">
      <dl class="facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Levels({ view, model: { campaign, held } }: Part): JSX.Element {
  const { one: words } = deskCampaignIn(view.context.language);
  const { levels, campaignId, status } = campaign;
  const money = moneyColumnIn(
    view.m.locale,
    levels.map(({ amountCents }) => amountCents),
  );
  return (
    <section class="panel" aria-labelledby="levels">
      <h2 id="levels">{words.levels}</h2>
      {levels.length === 0 ? (
        <p class="soft">{words.noLevels}</p>
      ) : (
        <Scroll view={view} label={words.levels}>
          <table class="data">
            <Heads names={[words.level]} sums={[words.amount, words.sponsors]} />
            <tbody>
              {levels.map(({ levelId, name, amountCents, limit }) => {
                const sponsors = held[levelId] ?? 0;
                const said = limit === undefined ? String(sponsors) : words.of(sponsors, limit);
                return (
                  <tr key={levelId}>
                    <th scope="row">{textOf(view, name)}</th>
                    <td class="sum">{money(amountCents)}</td>
                    <td class="sum">
                      {status === 'draft' ? said : <a href={deskPaths.pledges(campaignId, { level: levelId })}>{said}</a>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function Acts({ view, model }: Part): JSX.Element {
  const { one: words, errors: said } = deskCampaignIn(view.context.language);
  const { campaign, next, may, posted, reader, formKey } = model;
  const copying = posted?.operationId === 'copyCampaign' ? posted : undefined;
  const errors = errorsOf(view, copying?.errors ?? [], (pointer) => pointer.slice(1), said);
  return (
    <section class="panel dash noprint" aria-labelledby="acts">
      <h2 id="acts">{words.acts}</h2>
      {may.edit ? (
        <>
          {next
            .filter((status) => status !== campaign.status)
            .map((status) => (
              <StatusForm key={status} view={view} model={model} status={status} />
            ))}
          <Folded title={words.copy} open={copying !== undefined}>
            <ActForm view={view} reader={reader} action={actOf(campaign.campaignId, 'copy')} formKey={`${formKey}-copy`}>
              <Line
                view={view}
                errors={errors}
                name="days"
                type="number"
                label={words.copyDays}
                hint={words.copyHint}
                value={copying?.values.days ?? '364'}
              />
              <button class="button" type="submit">
                {words.copyDo}
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

const actOf = (campaignId: string, act: string): string => deskFormPath(`/api/campaigns/${campaignId}/${act}`);

function StatusForm({ view, model, status }: Part & { readonly status: CampaignStatus }): JSX.Element {
  const { one: words } = deskCampaignIn(view.context.language);
  const { campaign, reader } = model;
  const [label, hint] =
    status === 'closed' ? [words.close, words.closeHint] : [campaign.status === 'draft' ? words.open : words.reopen, words.openHint];
  return (
    <ActForm view={view} reader={reader} action={actOf(campaign.campaignId, 'status')}>
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="version" value={String(campaign.version)} />
      <p class="hint">{hint}</p>
      <button class="button" type="submit">
        {label}
      </button>
    </ActForm>
  );
}
