/** One campaign at a glance: figures, pace, levels, weeks, what needs a person. On a desk, a phone, paper or a wall. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { CampaignDashboard } from '#contracts/resources/dashboards.ts';
import { dayWords } from '../components/pledge-words.tsx';
import { percentOf, Thermometer } from '../components/thermometer.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { dashboardsIn, deskCampaignIn, deskPhotosIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { BarChart } from './charts/bars.tsx';
import { DataTable, Scroll } from './charts/frame.tsx';
import { PaceChart } from './charts/pace.tsx';
import { deskPage } from './layout.tsx';
import { OverdueList, TodoList } from './lists.tsx';
import type { CampaignDashboardModel } from './models-fundraising.ts';
import { Heads } from './table-heads.tsx';

interface Part {
  readonly view: View;
  readonly dashboard: CampaignDashboard;
}

export function campaignDashboardPage(context: PageContext, { reader, dashboard, onWall, actions }: CampaignDashboardModel): string {
  const view = viewOf(context);
  const { campaign: words } = dashboardsIn(view.context.language);
  const { campaign } = dashboard;
  const title = textOf(view, campaign.title);
  const own = deskPaths.campaign(campaign.campaignId);
  return deskPage(view, {
    title: words.title(title),
    reader,
    onWall,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <div>
            <p class="crumb not-on-wall">
              <a href={deskPaths.campaigns}>{words.all}</a>
            </p>
            <h1>{title}</h1>
          </div>
          <p class="dash-acts noprint">
            {onWall ? (
              <a class="button button-quiet button-small" href={own}>
                {words.leaveWall}
              </a>
            ) : (
              <>
                <a class="button button-quiet button-small" href={deskPaths.campaignSetup(campaign.campaignId)}>
                  {deskCampaignIn(context.language).setUp}
                </a>
                <a class="button button-quiet button-small" href={deskPaths.pledges(campaign.campaignId)}>
                  {deskCampaignIn(context.language).one.pledges}
                </a>
                <a class="button button-quiet button-small" href={deskPaths.gifts(campaign.campaignId)}>
                  {deskCampaignIn(context.language).one.gifts}
                </a>
                <a class="button button-quiet button-small" href={`${own}?screen=wall`}>
                  {words.wall}
                </a>
                <a class="button button-quiet button-small" href={deskPaths.photos(campaign.campaignId)}>
                  {deskPhotosIn(context.language).title}
                </a>
                <a class="button button-quiet button-small" href={inLanguage(paths.campaign(campaign.slug), context.language)}>
                  {words.publicPage}
                </a>
              </>
            )}
          </p>
        </div>
        <div class="dash" data-live>
          <Standing view={view} dashboard={dashboard} />
          <Tiles view={view} dashboard={dashboard} onWall={onWall} />
          <section class="panel">
            <PaceChart view={view} dashboard={dashboard} />
          </section>
          <div class="dash-two not-on-wall">
            <Levels view={view} dashboard={dashboard} />
            <section class="panel" id="weeks">
              <Weeks view={view} dashboard={dashboard} />
            </section>
          </div>
          <div class="dash-two not-on-wall">
            <section class="panel" aria-labelledby="needs">
              <h2 id="needs">{words.inNeed}</h2>
              <TodoList view={view} pledges={dashboard.inNeed} empty={words.nothingNeeded} />
            </section>
            <section class="panel" aria-labelledby="overdue">
              <h2 id="overdue">{words.overdue}</h2>
              <OverdueList view={view} pledges={dashboard.overdue} empty={words.nothingOverdue} />
            </section>
          </div>
          <Largest view={view} dashboard={dashboard} />
          <p class="as-of">{dashboardsIn(view.context.language).asOf(view.dates.moment(dashboard.asOf, context.district.zone))}</p>
        </div>
        {actions}
      </div>
    ),
  });
}

/** In words: ahead or behind, and where it leads. */
function Standing({ view, dashboard }: Part): JSX.Element {
  const { campaign: words } = dashboardsIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { pace, raisedCents, phase, goalReachedAt, campaign } = dashboard;
  const { zone } = view.context.district;
  const difference = raisedCents - pace.evenCents;
  const said = [
    ...(goalReachedAt === undefined ? [] : [`${words.goalReached(view.dates.day(goalReachedAt, zone))}.`]),
    ...(phase === 'not-open-yet' ? [words.notOpen(dayWords(view, pace.opensOn))] : []),
    ...(phase === 'over' ? [words.over(view.dates.day(campaign.closesAt, zone))] : []),
    ...(phase === 'open' && goalReachedAt === undefined
      ? [difference > 0 ? words.ahead(money(whole(difference))) : difference < 0 ? words.behind(money(whole(-difference))) : words.level]
      : []),
    ...(phase === 'open' && pace.projection
      ? [words.projected(money(whole(pace.projection.closesCents)), dayWords(view, pace.closesOn), pace.projection.overDays)]
      : []),
    ...(phase === 'open' && pace.projection?.reachesOn !== undefined ? [words.reaches(dayWords(view, pace.projection.reachesOn))] : []),
  ];
  return (
    <div>
      <Thermometer view={view} campaign={{ raisedCents, goalCents: campaign.goalCents, totals: dashboard.totals }} />
      <p class="pace-words">{said.join(' ')}</p>
    </div>
  );
}

/** A guess has no cents. */
const whole = (cents: number): number => Math.round(cents / 100) * 100;

/** Each number leads to what it counts, but on a wall, where nobody presses anything. */
function Tiles({ view, dashboard, onWall }: Part & { readonly onWall: boolean }): JSX.Element {
  const { tiles, percent } = dashboardsIn(view.context.language).campaign;
  const money = moneyIn(view.m.locale);
  const { totals, raisedCents, campaign, matchLeftCents } = dashboard;
  const promised = totals.pledgedCents + totals.matchedCents + totals.giftsCents;
  const which = (show: string): string => deskPaths.pledges(campaign.campaignId, { show });
  const gifts = deskPaths.gifts(campaign.campaignId);
  const all: readonly Tile[] = [
    {
      name: tiles.raised,
      value: money(raisedCents),
      to: `#weeks`,
      note: `${tiles.ofGoal(money(campaign.goalCents))} · ${percent(percentOf(raisedCents, campaign.goalCents))}`,
      main: true,
    },
    { name: tiles.received, value: money(totals.receivedCents), to: which('paid') },
    { name: tiles.open, value: money(Math.max(0, promised - totals.receivedCents)), to: which('open') },
    { name: tiles.sponsors, value: String(totals.sponsors), to: which('counting'), note: `${tiles.pledged} ${money(totals.pledgedCents)}` },
    { name: tiles.gifts, value: String(totals.gifts), to: gifts, note: money(totals.giftsCents) },
    { name: tiles.matched, value: money(totals.matchedCents), to: which('match'), note: tiles.matchLeft(money(matchLeftCents)) },
    ...(totals.goodsCents > 0 ? [{ name: tiles.goods, value: money(totals.goodsCents), to: which('goods') }] : []),
  ];
  return (
    <dl class="tiles">
      {all.map(({ name, value, to, note, main }) => (
        <div key={name} class={main === true ? 'tile tile-main' : 'tile'}>
          <dt>{name}</dt>
          <dd>
            {onWall ? value : <a href={to}>{value}</a>}
            {note !== undefined && <span class="soft"> {note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly to: string;
  readonly note?: string;
  readonly main?: boolean;
}

function Levels({ view, dashboard: { levels, otherCents, campaign } }: Part): JSX.Element {
  const { campaign: words, charts } = dashboardsIn(view.context.language);
  const money = moneyColumnIn(view.m.locale, [otherCents, ...levels.map(({ pledgedCents }) => pledgedCents)]);
  const at = (level: string, name: string) => <a href={deskPaths.pledges(campaign.campaignId, { level })}>{name}</a>;
  const rows = levels.map(({ levelId, name, held, limit, pledgedCents }) => [
    at(levelId, textOf(view, name)),
    at(levelId, limit === undefined ? words.unlimited(held) : words.taken(held, limit)),
    at(levelId, money(pledgedCents)),
  ]);
  return (
    <section class="panel" aria-labelledby="levels">
      <h2 id="levels">{words.byLevel}</h2>
      <DataTable
        view={view}
        caption={words.byLevel}
        table={{
          columns: [charts.level, words.places, words.pledged],
          rows: [...rows, [at('none', words.atNoLevel), '–', at('none', money(otherCents))]],
        }}
      />
    </section>
  );
}

function Weeks({ view, dashboard: { weeks, campaign } }: Part): JSX.Element {
  const { charts } = dashboardsIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const column = moneyColumnIn(
    view.m.locale,
    weeks.flatMap((one) => [one.raisedCents, one.receivedCents]),
  );
  const last = weeks.at(-1);
  const named = weeks.map(({ startsOn, raisedCents, receivedCents }) => ({
    name: dayWords(view, startsOn),
    to: deskPaths.campaignWeek(campaign.campaignId, startsOn),
    tick: view.dates.shortDay(`${startsOn}T12:00:00Z`, 'UTC'),
    values: [raisedCents, receivedCents],
  }));
  return (
    <BarChart
      view={view}
      title={charts.weeks}
      label={last ? charts.weeksLabel(money(last.raisedCents), dayWords(view, last.startsOn)) : charts.weeks}
      bars={named}
      series={[
        { mark: 'c-raised', words: charts.raised },
        { mark: 'c-received', words: charts.received },
      ]}
      say={money}
      table={{
        columns: [charts.week, charts.raised, charts.received],
        rows: named.map(({ name, to, values }) => [
          <a key={to} href={to}>
            {name}
          </a>,
          ...values.map(column),
        ]),
      }}
    />
  );
}

function Largest({ view, dashboard: { largest } }: Part): JSX.Element {
  const { campaign: words } = dashboardsIn(view.context.language);
  const { states } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  return (
    <section class="panel not-on-wall" aria-labelledby="largest">
      <h2 id="largest">{words.largest}</h2>
      {largest.length === 0 ? (
        <p class="soft">{words.noPledges}</p>
      ) : (
        <Scroll view={view} label={words.largest}>
          <table class="data">
            <Heads names={[words.sponsor, words.state]} sums={[words.owed, words.paid]} />
            <tbody>
              {largest.map(({ campaignId, pledgeId, sponsorName, state, commitment, owedCents, paidCents }) => (
                <tr key={pledgeId}>
                  <th scope="row">
                    <a href={deskPaths.pledge(campaignId, pledgeId)}>{sponsorName}</a>
                  </th>
                  <td>{states[state]}</td>
                  <td class="sum">
                    {commitment.kind === 'goods'
                      ? fundraisingIn(view.context.language).review.goods(money(commitment.valueCents))
                      : money(owedCents)}
                  </td>
                  <td class="sum">{money(paidCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
