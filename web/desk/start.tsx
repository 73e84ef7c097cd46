/** The desk's first page: what needs the reader, their schools side by side, campaigns, hours. On a desk, a phone, paper or a wall. */
import type { JSX } from 'preact';
import { type DESK_SECTIONS, deskPaths } from '#contracts/desk-pages.ts';
import type { MailCounts } from '#contracts/resources/mail.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import type { SchoolId } from '#contracts/values.ts';
import { percentOf } from '../components/thermometer.tsx';
import { type View, viewOf } from '../components/view.ts';
import { dashboardsIn, deskFiguresIn, deskIn, deskMailIn, suggestionsIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyIn } from '../words/money.ts';
import { CampaignTable } from './campaigns.tsx';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import type { DeskStartModel } from './models-figures.ts';
import { Heads } from './table-heads.tsx';
import { Tiles } from './tiles.tsx';
import { fillOf, hoursIn, wholeDollars } from './volunteering-sums.tsx';

export function deskStartPage(context: PageContext, model: DeskStartModel): string {
  const view = viewOf(context);
  const words = deskFiguresIn(context.language);
  const { start } = deskIn(context.language);
  const { reader, volunteering, campaigns, schools, onWall } = model;
  return deskPage(view, {
    title: deskIn(context.language).title,
    reader,
    onWall,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <h1>{onWall ? context.district.name : start.title(reader.name)}</h1>
          <p class="dash-acts noprint">
            <a class="button button-quiet button-small" href={onWall ? deskPaths.start : `${deskPaths.start}?screen=wall`}>
              {onWall ? words.leaveWall : words.wall}
            </a>
          </p>
        </div>
        <div class="dash" data-live>
          <Attention view={view} model={model} />
          <Schools view={view} model={model} />
          {campaigns.length > 0 && (
            <section class="panel" aria-labelledby="campaigns">
              <h2 id="campaigns">{dashboardsIn(context.language).list.title}</h2>
              <CampaignTable view={view} campaigns={campaigns} schools={schools} />
            </section>
          )}
          <p class="as-of">{dashboardsIn(context.language).asOf(view.dates.moment(volunteering.asOf, context.district.zone))}</p>
        </div>
      </div>
    ),
  });
}

interface Part {
  readonly view: View;
  readonly model: DeskStartModel;
}

/** Each number leads to what it counts. */
function Attention({ view, model: { reader, volunteering, campaigns, inNeed, overdue, suggestions, mail } }: Part): JSX.Element {
  const { start: words, tiles } = deskFiguresIn(view.context.language);
  const number = new Intl.NumberFormat(view.m.locale);
  const money = moneyIn(view.m.locale);
  const hours = hoursIn(view.m.locale);
  const running = campaigns.filter(({ phase }) => phase === 'open');
  const sum = (of: 'raisedCents' | 'goalCents'): number => running.reduce((total, one) => total + one[of], 0);
  const { year, gapsInAll } = volunteering;
  const has = (section: keyof typeof DESK_SECTIONS): boolean => reader.sections.includes(section);
  const all = [
    ...(has('queue')
      ? [
          { name: words.waiting, to: `${deskPaths.queue}#needs`, value: number.format(inNeed), note: undefined },
          { name: words.overdue, to: `${deskPaths.queue}#overdue`, value: number.format(overdue), note: undefined },
        ]
      : []),
    ...(has('volunteering')
      ? [
          { name: tiles.gaps, to: `${deskPaths.volunteering}#gaps`, value: number.format(gapsInAll), note: undefined },
          {
            name: tiles.hours,
            to: `${deskPaths.volunteering}#hours`,
            value: hours(year.minutesGiven),
            note: `${money(wholeDollars(year.valueCents))} · ${tiles.hoursNote(hours(year.minutesAhead))}`,
          },
        ]
      : []),
    ...(suggestions ? [suggestionsTile(view, suggestions)] : []),
    ...(running.length > 0
      ? [
          {
            name: words.raised,
            to: deskPaths.campaigns,
            value: money(wholeDollars(sum('raisedCents'))),
            note: words.ofGoal(money(sum('goalCents'))),
          },
        ]
      : []),
    ...(mail ? [mailTile(view, mail)] : []),
  ];
  return (
    <section aria-labelledby="attention">
      <h2 class="hidden" id="attention">
        {words.attention}
      </h2>
      {all.length === 0 ? <p class="soft">{words.quiet}</p> : <Tiles all={all} />}
    </section>
  );
}

/** One school's lead to its box; those of several to where each school's are. */
function suggestionsTile(view: View, open: ReadonlyMap<SchoolId, number>) {
  const [only, ...others] = open.keys();
  const sum = [...open.values()].reduce((all, one) => all + one, 0);
  const to = only !== undefined && others.length === 0 ? suggestionPaths.desk(only) : '#schools';
  const value = new Intl.NumberFormat(view.m.locale).format(sum);
  return { name: suggestionsIn(view.context.language).desk.toRead, to, value, note: undefined };
}

/** How many went out, and whether all is well with them. */
function mailTile(view: View, { sent, bounced, bouncedForNow, complained, suppressed, failed }: MailCounts) {
  const { start: words } = deskMailIn(view.context.language);
  const trouble = bounced + bouncedForNow + suppressed + failed;
  const notes = [...(trouble > 0 ? [words.note(trouble)] : []), ...(complained > 0 ? [words.complaints(complained)] : [])];
  const value = new Intl.NumberFormat(view.m.locale).format(sent);
  return { name: words.title, to: deskPaths.mail, value, note: notes.length > 0 ? notes.join(' · ') : words.fine };
}

function Schools({ view, model: { volunteering, campaigns, suggestions } }: Part): JSX.Element {
  const { start: words, heat, hours: columns, none } = deskFiguresIn(view.context.language);
  const number = new Intl.NumberFormat(view.m.locale);
  const money = moneyIn(view.m.locale);
  const hours = hoursIn(view.m.locale);
  const { desk: box } = suggestionsIn(view.context.language);
  const until = volunteering.days[14] ?? '9';
  return (
    <section class="panel" aria-labelledby="schools">
      <h2 id="schools">{words.schools}</h2>
      {volunteering.fill.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <Scroll view={view} label={words.schools}>
          <table class="data">
            <Heads names={[words.school]} sums={[words.filled, words.gaps, words.campaigns, columns.given, columns.value]} />
            <tbody>
              {volunteering.fill.map(({ schoolId, name, days, gaps }) => {
                const fill = fillOf(days, until);
                const own = campaigns.filter((one) => one.schoolId === schoolId && one.phase === 'open');
                const raised = own.reduce((sum, { raisedCents }) => sum + raisedCents, 0);
                const goal = own.reduce((sum, { goalCents }) => sum + goalCents, 0);
                const year = volunteering.hours.find((one) => one.schoolId === schoolId);
                const page = deskPaths.volunteeringOf(schoolId);
                return (
                  <tr key={schoolId}>
                    <th scope="row">
                      <a href={page}>{name}</a>
                      {suggestions?.has(schoolId) && (
                        <p class="soft">
                          <a href={suggestionPaths.desk(schoolId)}>{box.ofSchool(suggestions.get(schoolId) ?? 0)}</a>
                        </p>
                      )}
                    </th>
                    <td class="sum">
                      {fill.percent === undefined ? (
                        words.none
                      ) : (
                        <a href={`${page}#days`}>{`${heat.percent(fill.percent)} (${heat.cell(fill.taken, fill.capacity)})`}</a>
                      )}
                      {fill.percent !== undefined && <Bar percent={fill.percent} />}
                    </td>
                    <td class="sum">{gaps === 0 ? number.format(0) : <a href={`${page}#gaps`}>{number.format(gaps)}</a>}</td>
                    <td class="sum">
                      {goal === 0 ? (
                        words.none
                      ) : (
                        <a href={deskPaths.campaignsOf(schoolId)}>
                          {money(wholeDollars(raised))} {words.ofGoal(money(goal))}
                        </a>
                      )}
                      {goal > 0 && <Bar percent={percentOf(raised, goal)} />}
                    </td>
                    <td class="sum">
                      <a href={`${page}#hours`}>{hours(year?.minutesGiven ?? 0)}</a>
                    </td>
                    <td class="sum">{money(wholeDollars(year?.valueCents ?? 0))}</td>
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

/** The number above it says the same. */
const Bar = ({ percent }: { readonly percent: number }): JSX.Element => (
  <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="share-all" width="100" height="8" rx="3" />
    <rect class="share-done" width={Math.min(100, percent)} height="8" rx="3" />
  </svg>
);
