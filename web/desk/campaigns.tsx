/** All campaigns that the reader may look into, side by side, and the queue of what waits for a person. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { percentOf } from '../components/thermometer.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { dashboardsIn, deskCampaignIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import { OverdueList, TodoList } from './lists.tsx';
import type { DeskCampaignsModel, DeskQueueModel } from './models-fundraising.ts';
import { Heads } from './table-heads.tsx';

export function deskCampaignsPage(context: PageContext, { reader, campaigns, schools, drafts, may }: DeskCampaignsModel): string {
  const view = viewOf(context);
  const { list: words } = dashboardsIn(view.context.language);
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <h1>{words.title}</h1>
          {may.add && (
            <p class="dash-acts noprint">
              <a class="button" href={deskPaths.newCampaign}>
                {deskCampaignIn(context.language).new}
              </a>
            </p>
          )}
        </div>
        <div class="dash" data-live>
          {campaigns.length === 0 ? (
            <p class="soft">{words.empty}</p>
          ) : (
            <section class="panel">
              <CampaignTable view={view} campaigns={campaigns} schools={schools} />
            </section>
          )}
          <Drafts view={view} drafts={drafts} schools={schools} />
        </div>
      </div>
    ),
  });
}

function Drafts({ view, drafts, schools }: Pick<DeskCampaignsModel, 'drafts' | 'schools'> & { readonly view: View }): JSX.Element | null {
  const words = deskCampaignIn(view.context.language);
  if (drafts.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="drafts">
      <h2 id="drafts">{words.drafts}</h2>
      <p class="hint">{words.draftsHint}</p>
      <ul class="todo">
        {drafts.map(({ campaignId, title, schoolId, opensAt }) => (
          <li key={campaignId}>
            <span>
              <a href={deskPaths.campaignSetup(campaignId)}>{textOf(view, title)}</a>{' '}
              <span class="soft">{schools.find((one) => one.schoolId === schoolId)?.name ?? words.district}</span>
            </span>
            <span class="soft">
              {words.one.opens} {view.dates.shortDay(opensAt, view.context.district.zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far each is, and whether it keeps an even pace to its goal. */
export function CampaignTable({
  view,
  campaigns,
  schools,
}: Pick<DeskCampaignsModel, 'campaigns' | 'schools'> & { readonly view: View }): JSX.Element {
  const { list: words } = dashboardsIn(view.context.language);
  const { phases, district } = fundraisingIn(view.context.language);
  const money = moneyColumnIn(
    view.m.locale,
    campaigns.flatMap(({ raisedCents, totals }) => [raisedCents, totals.receivedCents]),
  );
  const goals = moneyColumnIn(
    view.m.locale,
    campaigns.map(({ goalCents }) => goalCents),
  );
  const schoolName = (id: string | undefined): string => schools.find(({ schoolId }) => schoolId === id)?.name ?? district;
  return (
    <Scroll view={view} label={words.title}>
      <table class="data">
        <Heads names={[words.name, words.school, words.phase]} sums={[words.raised, words.goal, words.share, words.received]}>
          <th scope="col">{words.closes}</th>
        </Heads>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.campaignId}>
              <th scope="row">
                <a href={deskPaths.campaign(campaign.campaignId)}>{textOf(view, campaign.title)}</a>
              </th>
              <td>{schoolName(campaign.schoolId)}</td>
              <td>
                {phases[campaign.phase]}
                <Pace view={view} of={campaign} />
              </td>
              <td class="sum">
                <a href={deskPaths.pledges(campaign.campaignId, { show: 'counting' })}>{money(campaign.raisedCents)}</a>
              </td>
              <td class="sum">{goals(campaign.goalCents)}</td>
              <td class="sum">
                {percentOf(campaign.raisedCents, campaign.goalCents)} %
                <Share of={campaign} />
              </td>
              <td class="sum">
                <a href={deskPaths.pledges(campaign.campaignId, { show: 'paid' })}>{money(campaign.totals.receivedCents)}</a>
              </td>
              <td>{view.dates.shortDay(campaign.closesAt, view.context.district.zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Against an even pace from opening to closing; of campaigns that are open and have not reached their goal. */
function Pace({ view, of }: { readonly view: View; readonly of: CampaignSummary }): JSX.Element | null {
  const { campaign: words } = dashboardsIn(view.context.language);
  if (of.phase !== 'open' || of.raisedCents >= of.goalCents) return null;
  const [opens, closes, now] = [of.opensAt, of.closesAt, view.context.now].map((at) => Date.parse(at));
  if (opens === undefined || closes === undefined || now === undefined || closes <= opens) return null;
  const even = Math.round((of.goalCents * (now - opens)) / (closes - opens));
  // a pace has no cents
  const ahead = Math.round((of.raisedCents - even) / 100) * 100;
  const money = moneyIn(view.m.locale);
  return (
    <span class="soft small-line">{ahead > 0 ? words.ahead(money(ahead)) : ahead < 0 ? words.behind(money(-ahead)) : words.level}</span>
  );
}

/** The number beside it says the same. */
function Share({ of: { raisedCents, goalCents } }: { readonly of: CampaignSummary }): JSX.Element {
  const done = Math.min(100, percentOf(raisedCents, goalCents));
  return (
    <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="share-all" width="100" height="8" rx="3" />
      <rect class="share-done" width={done} height="8" rx="3" />
    </svg>
  );
}

export function deskQueuePage(context: PageContext, { reader, inNeed, overdue, campaigns }: DeskQueueModel): string {
  const view = viewOf(context);
  const { queue: words, campaign } = dashboardsIn(view.context.language);
  const campaignName = nameIn(view, campaigns);
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <h1>{words.title}</h1>
        <div class="dash" data-live>
          <section class="panel" aria-labelledby="needs">
            <h2 id="needs">{campaign.inNeed}</h2>
            <TodoList view={view} pledges={inNeed} empty={words.empty} campaignName={campaignName} />
          </section>
          <section class="panel" aria-labelledby="overdue">
            <h2 id="overdue">{campaign.overdue}</h2>
            <OverdueList view={view} pledges={overdue} empty={campaign.nothingOverdue} campaignName={campaignName} />
          </section>
        </div>
      </div>
    ),
  });
}

const nameIn =
  (view: View, campaigns: readonly CampaignSummary[]) =>
  (campaignId: string): string => {
    const found = campaigns.find((one) => one.campaignId === campaignId);
    return found ? textOf(view, found.title) : '';
  };
