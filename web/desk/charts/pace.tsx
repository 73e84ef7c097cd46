/** Money against time: what is raised and received, an even pace to the goal, and where it leads to. Drawn on the server. */
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { JSX } from 'preact';
import type { CampaignDashboard, PacePoint } from '#contracts/resources/dashboards.ts';
import { dayWords } from '../../components/pledge-words.tsx';
import type { View } from '../../components/view.ts';
import { dashboardsIn } from '../../messages/areas.ts';
import { moneyColumnIn, moneyIn } from '../../words/money.ts';
import { Chart, tickClass } from './frame.tsx';

const WIDTH = 760;
const HEIGHT = 300;
const LEFT = 76;
const RIGHT = 18;
const TOP = 22;
const BOTTOM = 34;

/** Milliseconds of a day of the calendar; all are UTC, so no zone moves them. */
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function PaceChart({ view, dashboard }: { readonly view: View; readonly dashboard: CampaignDashboard }): JSX.Element {
  const { charts } = dashboardsIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { pace, campaign, raisedCents } = dashboard;
  const { goalCents } = campaign;
  const points = withEnds(dashboard);
  const most = Math.max(goalCents, raisedCents, pace.projection?.closesCents ?? 0);
  const x = scaleLinear([at(first(points, pace.opensOn)), at(last(points, pace.closesOn, pace.today))], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, most * 1.04], [HEIGHT - BOTTOM, TOP]);
  const raised = line<PacePoint>(
    (one) => x(at(one.day)),
    (one) => y(one.raisedCents),
  ).curve(curveStepAfter);
  const received = area<PacePoint>(
    (one) => x(at(one.day)),
    y(0),
    (one) => y(one.receivedCents),
  ).curve(curveStepAfter);
  const months = monthsBetween(first(points, pace.opensOn), last(points, pace.closesOn, pace.today));
  const { projection } = pace;
  return (
    <Chart
      view={view}
      title={charts.pace}
      label={charts.paceLabel(money(raisedCents), money(pace.evenCents), money(goalCents))}
      width={WIDTH}
      height={HEIGHT}
      table={tableOf(view, dashboard)}
      legend={[
        { mark: 'c-raised', words: charts.raised },
        { mark: 'c-received', words: charts.received },
        { mark: 'c-even', words: charts.even },
        ...(projection ? [{ mark: 'c-projection', words: charts.projection }] : []),
      ]}
    >
      {y.ticks(4).map((cents) => (
        <g key={cents}>
          <path class="c-grid" d={`M${LEFT} ${y(cents)}H${WIDTH - RIGHT}`} />
          <text class="c-tick" x={LEFT - 8} y={y(cents)} dy="0.32em" text-anchor="end">
            {money(cents)}
          </text>
        </g>
      ))}
      {months.map((day, index) => (
        <text key={day} class={tickClass(index)} x={x(at(day))} y={HEIGHT - 12} text-anchor="middle">
          {view.dates.month(`${day}T12:00:00Z`, 'UTC')}
        </text>
      ))}
      <path class="c-goal" d={`M${LEFT} ${y(goalCents)}H${WIDTH - RIGHT}`} />
      <text class="c-note" x={LEFT + 6} y={y(goalCents) - 6}>
        {charts.goal(money(goalCents))}
      </text>
      <path class="c-even" d={`M${x(at(pace.opensOn))} ${y(0)}L${x(at(pace.closesOn))} ${y(goalCents)}`} />
      <path class="c-received" d={received(points as PacePoint[]) ?? ''} />
      <path class="c-raised" d={raised(points as PacePoint[]) ?? ''} />
      {projection && (
        <path class="c-projection" d={`M${x(at(pace.today))} ${y(raisedCents)}L${x(at(pace.closesOn))} ${y(projection.closesCents)}`} />
      )}
      {pace.today >= pace.opensOn && <circle class="c-now" cx={x(at(pace.today))} cy={y(raisedCents)} r="5" />}
    </Chart>
  );
}

const first = (points: readonly PacePoint[], opensOn: string): string => [points[0]?.day ?? opensOn, opensOn].sort()[0] ?? opensOn;
const last = (points: readonly PacePoint[], closesOn: string, today: string): string => {
  const latest = points.at(-1)?.day ?? closesOn;
  return [latest, closesOn, latest > closesOn ? today : closesOn].sort().at(-1) ?? closesOn;
};

/** From nothing at the start to what there is today, so that the lines begin and end where the campaign does. */
function withEnds({ pace, raisedCents, totals }: CampaignDashboard): readonly PacePoint[] {
  const { points, opensOn, closesOn, today } = pace;
  const start = { day: first(points, opensOn), raisedCents: 0, receivedCents: 0 };
  const end = today > closesOn ? closesOn : today;
  const now = { day: end, raisedCents, receivedCents: totals.receivedCents };
  return [start, ...points, ...(end > (points.at(-1)?.day ?? '') && today >= opensOn ? [now] : [])];
}

/** The first day of each month in between, at most eight of them. */
function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) break;
    months.push(day);
  }
  const step = Math.ceil(months.length / 8);
  return months.filter((_, index) => index % step === 0);
}

function tableOf(view: View, { pace: { points } }: CampaignDashboard) {
  const { charts } = dashboardsIn(view.context.language);
  const money = moneyColumnIn(
    view.m.locale,
    points.flatMap((one) => [one.raisedCents, one.receivedCents]),
  );
  return {
    columns: [charts.day, charts.raised, charts.received],
    rows: points.map(({ day, raisedCents, receivedCents }) => [dayWords(view, day), money(raisedCents), money(receivedCents)]),
  };
}
