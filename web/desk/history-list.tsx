/** Entries of the history: of one thing where it happened, or of a search. Each says who, when, what, and each field before and after. */
import type { ComponentChildren, JSX } from 'preact';
import type { Change, HistoryRow } from '#contracts/resources/history.ts';
import type { PhotoPlace } from '#contracts/resources/photo.ts';
import type { View } from '../components/view.ts';
import { textOf } from '../components/view.ts';
import { deskCampaignIn, deskHistoryIn, deskPhotosIn, deskPledgeIn, deskSetupIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import { campaignRowsSaid } from './campaign-changes.ts';
import { holidaysSaid } from './holiday-words.ts';

type Entry = Pick<HistoryRow, 'at' | 'by' | 'what' | 'ref' | 'changes' | 'reason'>;

interface HistoryListProps<Row extends Entry> {
  readonly view: View;
  /** In the order in which they are shown. */
  readonly entries: readonly Row[];
  /** A member's name; without it, their address is shown. */
  readonly nameOf?: (email: string) => string;
  /** Said where there are none. */
  readonly empty?: string;
  /** Links of an entry. */
  readonly more?: (entry: Row) => ComponentChildren;
}

export function HistoryList<Row extends Entry>({ view, entries, nameOf, empty, more }: HistoryListProps<Row>): JSX.Element {
  const words = deskHistoryIn(view.context.language);
  if (entries.length === 0) return <p class="soft">{empty ?? words.none}</p>;
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.what} ${entry.ref}`}>
          <span class="soft">
            {view.dates.moment(entry.at, view.context.district.zone)} · {nameOf?.(entry.by) ?? entry.by}
          </span>
          <strong>{deedWords(view, entry.what)}</strong>
          {entry.reason !== undefined && <span>{entry.reason}</span>}
          <Changes view={view} of={entry} />
          {more?.(entry)}
        </li>
      ))}
    </ol>
  );
}

function Changes({ view, of }: { readonly view: View; readonly of: Pick<Entry, 'changes'> }): JSX.Element | null {
  const changes = readable(of);
  if (changes.length === 0) return null;
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li key={change.field}>
          <ChangeWords view={view} change={change} />
        </li>
      ))}
    </ul>
  );
}

/** Above a form: what others saved since it was drawn. */
export function MeanwhileSaved({ view, entries }: { readonly view: View; readonly entries: readonly Entry[] }): JSX.Element {
  const words = deskSetupIn(view.context.language).meanwhile;
  return (
    <section class="notice notice-wrong" role="alert" aria-labelledby="meanwhile" tabindex={-1} data-focus>
      <h2 id="meanwhile">{words.title}</h2>
      {entries.map((entry) => (
        <div key={entry.ref}>
          <p>{words.by(entry.by, view.dates.moment(entry.at, view.context.district.zone))}</p>
          <Changes view={view} of={entry} />
        </div>
      ))}
      <p>{words.lead}</p>
    </section>
  );
}

/** What says something without its page: ids don't, and of a note only that there is one. */
const readable = ({ changes }: Pick<Entry, 'changes'>): readonly Change[] =>
  changes.filter(({ field }) => !field.endsWith('Id') && field !== 'note');

function deedWords(view: View, what: string): string {
  const { language } = view.context;
  const [kind, happening = ''] = what.split('.');
  const ofPledge = kind === 'pledge' ? deskPledgeIn(language).history[happening] : undefined;
  return deskHistoryIn(language).deeds[what] ?? ofPledge ?? what;
}

function ChangeWords({ view, change: { field, before, after } }: { readonly view: View; readonly change: Change }): JSX.Element {
  const words = deskHistoryIn(view.context.language);
  const rows = before === undefined || after === undefined ? undefined : campaignRowsSaid(view, field, before, after);
  const [was, now] = rows ?? [valueWords(view, before, field), valueWords(view, after, field)];
  return (
    <>
      {words.fields[field] ?? field}:{' '}
      {before !== undefined && (
        <>
          <del>{was}</del> <span aria-hidden="true">→</span>{' '}
        </>
      )}
      {before === undefined ? now : <ins>{now}</ins>}
    </>
  );
}

/** A status or a picture, as pages call it. */
function choiceWords(view: View, value: string): string {
  const { statuses, illustrations } = deskCampaignIn(view.context.language);
  const all: Readonly<Record<string, string>> = { ...illustrations, ...deskSetupIn(view.context.language).statuses, ...statuses };
  return all[value] ?? value;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

/** A kept value, readable: texts in the page's language, moments with their weekday, and of long lists how many there are. */
function valueWords(view: View, value: unknown, field = ''): string {
  const words = deskHistoryIn(view.context.language);
  if (value === undefined || value === null || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' && (field === 'status' || field === 'illustration')) return choiceWords(view, value);
  if (typeof value === 'string') return INSTANT.test(value) ? view.dates.moment(value, view.context.district.zone) : value;
  if (typeof value === 'number' && field.endsWith('Cents')) return moneyIn(view.m.locale)(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return words.nothing;
    if (field === 'photoPlaces') return value.map((one) => deskPhotosIn(view.context.language).places[one as PhotoPlace] ?? one).join(', ');
    if (field === 'holidays') return holidaysSaid(view, value) ?? words.count(value.length);
    return value.every((one) => typeof one === 'string') ? value.join(', ') : words.count(value.length);
  }
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value);
  const isText = entries.length > 0 && entries.every(([key, one]) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(key) && typeof one === 'string');
  return isText
    ? textOf(view, Object.fromEntries(entries.map(([key, one]) => [key, String(one)])))
    : entries.map(([key, one]) => `${words.fields[key] ?? key}: ${valueWords(view, one, key)}`).join('; ');
}
