/** All campaigns that the reader may look into, side by side, and the queue of what waits for a person. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { percentOf } from '../components/thermometer.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { dashboardsIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import { OverdueList, TodoList } from './lists.tsx';
import type { DeskCampaignsModel, DeskQueueModel } from './models-fundraising.ts';

export function deskCampaignsPage(context: PageContext, { reader, campaigns, schools }: DeskCampaignsModel): string {
  const view = viewOf(context);
  const { list: words } = dashboardsIn(view.context.language);
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <h1>{words.title}</h1>
        <div class="dash" data-live>
          {campaigns.length === 0 ? (
            <p class="soft">{words.empty}</p>
          ) : (
            <section class="panel">
              <CampaignTable view={view} campaigns={campaigns} schools={schools} />
            </section>
          )}
        </div>
      </div>
    ),
  });
}

/** How far each is, and whether it keeps an even pace to its goal. */
export function CampaignTable({ view, campaigns, schools }: Omit<DeskCampaignsModel, 'reader'> & { readonly view: View }): JSX.Element {
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
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.school}</th>
            <th scope="col">{words.phase}</th>
            <th scope="col" class="sum">
              {words.raised}
            </th>
            <th scope="col" class="sum">
              {words.goal}
            </th>
            <th scope="col" class="sum">
              {words.share}
            </th>
            <th scope="col" class="sum">
              {words.received}
            </th>
            <th scope="col">{words.closes}</th>
          </tr>
        </thead>
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
              <td class="sum">{money(campaign.raisedCents)}</td>
              <td class="sum">{goals(campaign.goalCents)}</td>
              <td class="sum">
                {percentOf(campaign.raisedCents, campaign.goalCents)} %
                <Share of={campaign} />
              </td>
              <td class="sum">{money(campaign.totals.receivedCents)}</td>
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
