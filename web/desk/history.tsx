/** What staff changed, month by month, with filters by who, what and thing. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { HistoryRow } from '#contracts/resources/history.ts';
import { type View, viewOf } from '../components/view.ts';
import { deskHistoryIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { HistoryList } from './history-list.tsx';
import { deskPage } from './layout.tsx';
import type { DeskHistoryModel } from './models-office.ts';

export function deskHistoryPage(context: PageContext, model: DeskHistoryModel): string {
  const view = viewOf(context);
  const words = deskHistoryIn(context.language);
  const { reader, month, earlier, later, rows, complete, chosen, nameOf } = model;
  const isFiltered = Object.values(chosen).some((one) => one !== '');
  const inMonth = new Intl.DateTimeFormat(view.m.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        <Filters view={view} model={model} />
        <section class="panel" aria-labelledby="month">
          <h2 id="month">{inMonth}</h2>
          {!complete && <p class="notice">{words.incomplete}</p>}
          {isFiltered && (
            <p>
              <a href={historyUrl({ month })}>{words.all}</a>
            </p>
          )}
          <HistoryList
            view={view}
            entries={rows}
            nameOf={nameOf}
            empty={words.noneInMonth}
            more={(row) => <Links view={view} row={row} month={month} />}
          />
        </section>
        <nav class="onward noprint" aria-label={words.month}>
          <a href={historyUrl({ ...chosen, month: earlier })}>{words.earlier}</a>
          {later !== undefined && <a href={historyUrl({ ...chosen, month: later })}>{words.later}</a>}
        </nav>
      </div>
    ),
  });
}

const historyUrl = (query: Readonly<Record<string, string>>): string =>
  `${deskPaths.history}?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))}`;

/** To the thing, where it has a page, and to all that happened to it in this month. */
function Links({ view, row, month }: { readonly view: View; readonly row: DeskHistoryModel['rows'][number]; readonly month: string }) {
  const words = deskHistoryIn(view.context.language);
  const page = pageOf(row);
  return (
    <span class="soft noprint">
      {page !== undefined && (
        <>
          <a href={page}>{words.open}</a> ·{' '}
        </>
      )}
      <a href={historyUrl({ month, thing: row.thingKey })}>{words.onlyThis}</a>
    </span>
  );
}

function pageOf({ about, campaignId, opportunityId }: HistoryRow): string | undefined {
  if (opportunityId !== undefined) return deskPaths.roster(opportunityId);
  if (about.startsWith('opp_')) return deskPaths.opportunity(about);
  if (about.startsWith('cmp_')) return deskPaths.campaignSetup(about);
  if (about === 'holidays') return deskPaths.holidays;
  if (about.startsWith('sch_')) return deskPaths.school(about);
  if (about.startsWith('cmp_')) return deskPaths.campaign(about);
  if (about.startsWith('plg_') && campaignId !== undefined) return deskPaths.pledge(campaignId, about);
  if (campaignId !== undefined) return deskPaths.campaign(campaignId);
  return about.includes('@') ? deskPaths.staff : undefined;
}

function Filters({ view, model }: { readonly view: View; readonly model: DeskHistoryModel }): JSX.Element {
  const words = deskHistoryIn(view.context.language);
  const { chosen, who, kinds, month } = model;
  const people = who.map(({ key, name }) => [key, name] as const);
  const kindNames = kinds.map((kind) => [kind, words.kinds[kind] ?? kind] as const);
  return (
    <form class="filters noprint" method="get" action={deskPaths.history}>
      <input type="hidden" name="month" value={month} />
      <div class="filter-lists">
        <Choice name="who" label={words.who} none={words.anyone} chosen={chosen.who} options={people} />
        <Choice name="kind" label={words.what} none={words.anything} chosen={chosen.kind} options={kindNames} />
        <button class="button button-quiet" type="submit">
          {words.show}
        </button>
      </div>
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly none: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}): JSX.Element {
  const { name, label, none, chosen, options } = props;
  return (
    <div class="filter">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="" selected={chosen === ''}>
          {none}
        </option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
