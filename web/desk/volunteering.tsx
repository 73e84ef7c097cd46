/** Volunteering at a glance: how full the days are, what needs help, who comes, hours given. On a desk, a phone, paper or a wall. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { VolunteeringDashboard } from '#contracts/resources/volunteering-dashboard.ts';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { dashboardsIn, deskFiguresIn, feedbackIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { BarChart } from './charts/bars.tsx';
import { Scroll } from './charts/frame.tsx';
import { HeatMap } from './charts/heat.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskVolunteeringModel } from './models-figures.ts';
import { Heads } from './table-heads.tsx';
import { VolunteeringHours, VolunteeringTiles } from './volunteering-sums.tsx';

interface Part {
  readonly view: View;
  readonly dashboard: VolunteeringDashboard;
}

export function deskVolunteeringPage(
  context: PageContext,
  { reader, dashboard, onWall, figures, mayReadFeedback, done }: DeskVolunteeringModel,
): string {
  const view = viewOf(context);
  const words = deskFiguresIn(context.language);
  const own = dashboard.chosen === undefined ? deskPaths.volunteering : deskPaths.volunteeringOf(dashboard.chosen);
  const wall = `${own}${own.includes('?') ? '&' : '?'}screen=wall`;
  const { zone } = context.district;
  return deskPage(view, {
    title: words.title,
    reader,
    onWall,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <h1>{words.title}</h1>
          <p class="dash-acts noprint">
            {mayReadFeedback && !onWall && (
              <a
                class="button button-quiet button-small"
                href={dashboard.chosen === undefined ? feedbackPaths.desk : feedbackPaths.deskOf(dashboard.chosen)}
              >
                {feedbackIn(context.language).desk.link}
              </a>
            )}
            <a class="button button-quiet button-small" href={onWall ? own : wall}>
              {onWall ? words.leaveWall : words.wall}
            </a>
          </p>
        </div>
        {done && (
          <p class="notice" role="status">
            {words.figures.done}
          </p>
        )}
        <Choice view={view} dashboard={dashboard} />
        {dashboard.schools.length === 0 ? (
          <p class="soft">{words.none}</p>
        ) : (
          <div class="dash" data-live>
            <VolunteeringTiles view={view} dashboard={dashboard} />
            <section class="panel" id="days">
              <Fill view={view} dashboard={dashboard} />
            </section>
            <div class="dash-two">
              <section class="panel" aria-labelledby="gaps">
                <h2 id="gaps">{words.gaps.title}</h2>
                <Gaps view={view} dashboard={dashboard} />
              </section>
              <section class="panel" id="people">
                <People view={view} dashboard={dashboard} />
              </section>
            </div>
            <section class="panel" aria-labelledby="waitlists">
              <h2 id="waitlists">{words.waitlists.title}</h2>
              <Waitlists view={view} dashboard={dashboard} />
            </section>
            <VolunteeringHours view={view} dashboard={dashboard} />
            <p class="as-of">{dashboardsIn(context.language).asOf(view.dates.moment(dashboard.asOf, zone))}</p>
          </div>
        )}
        {figures && !onWall && (
          <section class="panel noprint" aria-labelledby="figures">
            <h2 id="figures">{words.figures.title}</h2>
            {figures.making ? (
              <p>{words.figures.making(view.dates.moment(figures.making.askedAt, zone))}</p>
            ) : (
              figures.madeAt !== undefined && <p>{words.figures.made(view.dates.moment(figures.madeAt, zone))}</p>
            )}
            <form method="post" action="/desk/figures/rebuild">
              <FormToken reader={reader} />
              <button class="button button-quiet" type="submit" aria-describedby="figures-hint">
                {words.figures.rebuild}
              </button>
              <p class="hint" id="figures-hint">
                {words.figures.hint}
              </p>
            </form>
          </section>
        )}
      </div>
    ),
  });
}

function Choice({ view, dashboard: { schools, chosen } }: Part): JSX.Element | null {
  const words = deskFiguresIn(view.context.language);
  if (schools.length < 2) return null;
  const all = [{ schoolId: undefined, name: words.all }, ...schools];
  return (
    <nav class="not-on-wall noprint" aria-label={words.schools}>
      <ul class="choices">
        {all.map(({ schoolId, name }) => (
          <li key={name}>
            <a
              href={schoolId === undefined ? deskPaths.volunteering : deskPaths.volunteeringOf(schoolId)}
              {...(schoolId === chosen && { 'aria-current': 'true' as const })}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const noon = (day: string): string => `${day}T12:00:00Z`;

/** Days on which something is planned, for the schools that plan something. */
function Fill({ view, dashboard }: Part): JSX.Element {
  const { heat } = deskFiguresIn(view.context.language);
  const rows = dashboard.fill.filter(({ days }) => days.some(({ capacity }) => capacity > 0));
  const all = rows.flatMap(({ days }) => days);
  if (all.length === 0)
    return (
      <>
        <h2>{heat.title}</h2>
        <p class="soft">{heat.empty}</p>
      </>
    );
  const sum = (of: 'taken' | 'capacity'): number => all.reduce((total, one) => total + one[of], 0);
  const at = (days: typeof all, day: string) => days.find((one) => one.day === day && one.capacity > 0);
  const used = dashboard.days.filter((day) => rows.some(({ days }) => at(days, day)));
  return (
    <HeatMap
      view={view}
      title={heat.title}
      label={heat.label(sum('taken'), sum('capacity'))}
      legend={heat.legend}
      columns={dashboard.days.map((day) => {
        const { weekday, day: number } = view.dates.leaf(noon(day), 'UTC');
        return { key: day, above: weekday.replace('.', ''), below: number };
      })}
      rows={rows.map(({ name, days }) => ({
        name,
        cells: dashboard.days.map((day) => {
          const one = at(days, day);
          if (!one) return undefined;
          const share = one.taken / one.capacity;
          return { share, words: `${Math.floor(share * 100)}%` };
        }),
      }))}
      table={{
        columns: [heat.day, ...rows.map(({ name }) => name)],
        rows: used.map((day) => [
          view.dates.shortDay(noon(day), 'UTC'),
          ...rows.map(({ days }) => {
            const one = at(days, day);
            return one ? heat.cell(one.taken, one.capacity) : '–';
          }),
        ]),
      }}
    />
  );
}

function Gaps({ view, dashboard: { gaps, gapsInAll, schools, chosen } }: Part): JSX.Element {
  const { gaps: words } = deskFiguresIn(view.context.language);
  if (gaps.length === 0) return <p class="soft">{words.empty}</p>;
  return (
    <>
      <ul class="todo">
        {gaps.map((gap) => (
          <li key={gap.slotId}>
            <span>
              <a href={inLanguage(paths.opportunity(gap.opportunityId), view.context.language)}>{textOf(view, gap.title)}</a>{' '}
              <span class="soft">
                {[
                  textOf(view, gap.label),
                  view.dates.moment(gap.startsAt, gap.zone),
                  ...(schools.length > 1 && chosen === undefined ? [gap.schoolName] : []),
                ].join(' · ')}
              </span>
            </span>
            <span>
              <span class="tag">{words.places(gap.placesLeft)}</span> <span class="soft">{words.taken(gap.taken, gap.capacity)}</span>
            </span>
          </li>
        ))}
      </ul>
      {gapsInAll > gaps.length && <p class="soft">{words.more(gapsInAll - gaps.length)}</p>}
    </>
  );
}

/** Where more people want to help than there is room for: a place more, or another slot, would be taken. */
function Waitlists({ view, dashboard: { waitlists, waitlistsInAll, peopleWaiting, schools, chosen } }: Part): JSX.Element {
  const { waitlists: words } = deskFiguresIn(view.context.language);
  const number = new Intl.NumberFormat(view.m.locale);
  if (waitlists.length === 0) return <p class="soft">{words.empty}</p>;
  return (
    <>
      <p>{words.inAll(peopleWaiting, waitlistsInAll)}</p>
      <Scroll view={view} label={words.title}>
        <table class="data">
          <Heads names={[words.slot, words.when]} sums={[words.taken, words.waiting, words.offered]} />
          <tbody>
            {waitlists.map((one) => (
              <tr key={one.slotId}>
                <th scope="row">
                  <a href={`${deskPaths.roster(one.opportunityId)}?slot=${one.slotId}`}>{textOf(view, one.title)}</a>{' '}
                  <span class="soft">
                    {[textOf(view, one.label), ...(schools.length > 1 && chosen === undefined ? [one.schoolName] : [])].join(' · ')}
                  </span>
                </th>
                <td>{one.startsAt === undefined ? '–' : view.dates.moment(one.startsAt, one.zone)}</td>
                <td class="sum">{words.of(one.taken, one.capacity)}</td>
                <td class="sum">{number.format(one.waiting)}</td>
                <td class="sum">{one.offered === 0 ? '–' : number.format(one.offered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {waitlistsInAll > waitlists.length && <p class="soft">{words.more(waitlistsInAll - waitlists.length)}</p>}
    </>
  );
}

function People({ view, dashboard: { months, countedBySchool } }: Part): JSX.Element {
  const { people: words } = deskFiguresIn(view.context.language);
  const now = months.at(-1);
  const number = new Intl.NumberFormat(view.m.locale);
  const name = (month: string): string => `${view.dates.month(`${month}-15T12:00:00Z`, 'UTC')} ${month.slice(0, 4)}`;
  return (
    <>
      <BarChart
        view={view}
        title={words.title}
        label={words.label(now?.newPeople ?? 0, now?.returningPeople ?? 0)}
        bars={months.map(({ month, newPeople, returningPeople }) => ({
          name: month,
          tick: view.dates.leaf(`${month}-15T12:00:00Z`, 'UTC').month,
          values: [newPeople, returningPeople],
        }))}
        series={[
          { mark: 'c-raised', words: words.fresh },
          { mark: 'c-received', words: words.returning },
        ]}
        say={(value) => (Number.isInteger(value) ? number.format(value) : '')}
        table={{
          columns: [words.month, words.fresh, words.returning, words.signUps, words.cancelled],
          rows: months.map((one) => [
            name(one.month),
            ...[one.newPeople, one.returningPeople, one.signUps, one.cancelled].map((value) => number.format(value)),
          ]),
        }}
      />
      <p class="hint">{[words.how, ...(countedBySchool ? [words.bySchool] : [])].join(' ')}</p>
    </>
  );
}
