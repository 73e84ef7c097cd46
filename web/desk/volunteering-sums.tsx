/** Volunteering in single numbers, and the hours of the school year with what they are worth. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { VOLUNTEER_HOUR } from '#contracts/resources/figures.ts';
import type { VolunteeringDashboard } from '#contracts/resources/volunteering-dashboard.ts';
import type { View } from '../components/view.ts';
import { deskFiguresIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import { Scroll } from './charts/frame.tsx';
import { Heads } from './table-heads.tsx';
import { Tiles } from './tiles.tsx';

interface Part {
  readonly view: View;
  readonly dashboard: VolunteeringDashboard;
}

/** Whole hours: minutes would pretend to more than a sign-up knows. */
export const hoursIn = (locale: string): ((minutes: number) => string) => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (minutes) => number.format(Math.round(minutes / 60));
};
/** An estimate has no cents. */
export const wholeDollars = (cents: number): number => Math.round(cents / 100) * 100;

/** Of the next fourteen days. */
export function fillOf(days: readonly { readonly day: string; readonly taken: number; readonly capacity: number }[], until: string) {
  const soon = days.filter(({ day }) => day < until);
  const taken = soon.reduce((sum, one) => sum + one.taken, 0);
  const capacity = soon.reduce((sum, one) => sum + one.capacity, 0);
  return { taken, capacity, percent: capacity === 0 ? undefined : Math.floor((taken / capacity) * 100) };
}

export function VolunteeringTiles({ view, dashboard }: Part): JSX.Element {
  const { tiles, heat } = deskFiguresIn(view.context.language);
  const { gaps, gapsInAll, fill, year, months, days } = dashboard;
  const money = moneyIn(view.m.locale);
  const hours = hoursIn(view.m.locale);
  const number = new Intl.NumberFormat(view.m.locale);
  const soon = fillOf(
    fill.flatMap((one) => one.days),
    days[14] ?? '9',
  );
  const month = months.at(-1);
  const helping = (month?.newPeople ?? 0) + (month?.returningPeople ?? 0);
  const open = gaps.reduce((sum, { placesLeft }) => sum + placesLeft, 0);
  const all = [
    { name: tiles.gaps, to: '#gaps', value: number.format(gapsInAll), note: gapsInAll > gaps.length ? undefined : tiles.gapsNote(open) },
    {
      name: tiles.filled,
      to: '#days',
      value: soon.percent === undefined ? '–' : heat.percent(soon.percent),
      note: tiles.filledNote(soon.taken, soon.capacity),
    },
    { name: tiles.people, to: '#people', value: number.format(helping), note: tiles.peopleNote(month?.newPeople ?? 0) },
    { name: tiles.hours, to: '#hours', value: hours(year.minutesGiven), note: tiles.hoursNote(hours(year.minutesAhead)) },
    { name: tiles.value, to: '#hours', value: money(wholeDollars(year.valueCents)), note: undefined },
  ];
  return <Tiles all={all} />;
}

export function VolunteeringHours({ view, dashboard: { hours, year } }: Part): JSX.Element {
  const { hours: words } = deskFiguresIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const say = hoursIn(view.m.locale);
  const number = new Intl.NumberFormat(view.m.locale);
  const title = words.title(year.from.slice(0, 4), year.to.slice(2, 4));
  const cells = (one: typeof year | (typeof hours)[number]) => (
    <>
      <td class="sum">{number.format(one.placesGiven)}</td>
      <td class="sum">{say(one.minutesGiven)}</td>
      <td class="sum">{say(one.minutesAhead)}</td>
      <td class="sum">{money(wholeDollars(one.valueCents))}</td>
    </>
  );
  return (
    <section class="panel" aria-labelledby="hours">
      <h2 id="hours">{title}</h2>
      <Scroll view={view} label={title}>
        <table class="data">
          <Heads names={[words.school]} sums={[words.places, words.given, words.ahead, words.value]} />
          <tbody>
            {hours.map((one) => (
              <tr key={one.schoolId}>
                <th scope="row">
                  <a href={deskPaths.volunteeringOf(one.schoolId)}>{one.name}</a>
                </th>
                {cells(one)}
              </tr>
            ))}
            {hours.length > 1 && (
              <tr>
                <th scope="row">{words.together}</th>
                {cells(year)}
              </tr>
            )}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">
        {words.note(money(VOLUNTEER_HOUR.cents), VOLUNTEER_HOUR.year)} <a href={VOLUNTEER_HOUR.source}>{words.source}</a>.
      </p>
    </section>
  );
}
