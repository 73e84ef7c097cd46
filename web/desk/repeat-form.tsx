/** A slot on further dates: the form that makes a series of it, and what stands of each series that is there. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { isDated } from '#contracts/resources/opportunity.ts';
import { slotWhen, textOf, type View } from '../components/view.ts';
import { deskHolidaysIn, deskSetupIn } from '../messages/areas.ts';
import { Area, errorsOf, Line, Select } from './form-parts.tsx';
import type { DeskOpportunityModel } from './models-setup.ts';
import { ActForm, Folded } from './opportunity-acts.tsx';

interface Props {
  readonly view: View;
  readonly model: DeskOpportunityModel;
}

/** Of slots that are on one date. Nothing where there is none. */
export function RepeatForm({ view, model }: Props): JSX.Element | null {
  const { repeat: words } = deskSetupIn(view.context.language);
  const { opportunity, school, posted } = model;
  const slots = opportunity.slots.filter((slot) => isDated(slot) && !slot.series);
  if (slots.length === 0) return null;
  const mine = posted?.operationId === 'repeatSlot' ? posted : undefined;
  const field = { view, errors: errorsOf(view, mine?.errors ?? [], fieldOf, words.errors) };
  const typed = (name: string): string => mine?.values[name] ?? '';
  return (
    <Folded title={words.title} open={mine !== undefined}>
      <ActForm view={view} model={model} act="repeat">
        <p class="hint">{words.hint}</p>
        <input type="hidden" name="repeat-language" value={view.context.language} />
        <Select
          {...field}
          name="repeat-slot"
          label={words.slot}
          value={typed('repeat-slot')}
          options={slots.map((slot) => [slot.slotId, `${textOf(view, slot.label)}, ${slotWhen(view, slot, school.zone)}`])}
        />
        <Select {...field} name="repeat-every" label={words.every} value={typed('repeat-every')} options={Object.entries(words.rhythms)} />
        <Line {...field} name="repeat-until" type="date" label={words.until} value={typed('repeat-until')} />
        <Line {...field} name="repeat-times" type="number" label={words.times} value={typed('repeat-times')} optional />
        <Area
          {...field}
          name="repeat-without"
          label={words.without}
          hint={words.withoutHint}
          value={mine ? typed('repeat-without') : holidayLines(view, model)}
          rows={4}
          optional
        />
        <p>
          <a href={deskPaths.holidays}>{deskHolidaysIn(view.context.language).ofDistrict}</a>
        </p>
        <button class="button" type="submit">
          {words.do}
        </button>
      </ActForm>
    </Folded>
  );
}

/** The district's holidays that are not over, as lines of the form: ready to leave out, and to be changed. Days that the series is not on are no harm. */
const holidayLines = (view: View, { holidays }: DeskOpportunityModel): string =>
  holidays
    .filter(({ from, to = from }) => to >= view.context.now.slice(0, 10))
    .map(({ from, to, name }) => [from, ...(to === undefined || to === from ? [] : ['to', to]), textOf(view, name)].join(' '))
    .join('\n');

const FIELDS: Readonly<Record<string, string>> = {
  slotId: 'repeat-slot',
  rule: 'repeat-until',
  times: 'repeat-times',
  without: 'repeat-without',
};
const fieldOf = (pointer: string): string => {
  const [, top = ''] = pointer.split('/');
  return FIELDS[top] ?? 'repeat-until';
};

/** Changes of dates that have not begun. Nothing where there is none. */
export function SeriesForm({ view, model }: Props): JSX.Element | null {
  const { series: words } = deskSetupIn(view.context.language);
  const { opportunity, school, posted } = model;
  const now = Date.parse(view.context.now);
  const dates = opportunity.slots.flatMap((slot) =>
    slot.series && slot.startsAt !== undefined && Date.parse(slot.startsAt) > now ? [{ slot, date: slot.series }] : [],
  );
  if (dates.length === 0) return null;
  const mine = posted?.operationId === 'changeSeries' ? posted : undefined;
  const field = { view, errors: errorsOf(view, mine?.errors ?? [], changedFieldOf, words.errors) };
  const typed = (name: string): string => mine?.values[name] ?? '';
  return (
    <Folded title={words.title} open={mine !== undefined}>
      <ActForm view={view} model={model} act="series">
        <p class="hint">{words.hint}</p>
        <Select
          {...field}
          name="series-date"
          label={words.date}
          value={typed('series-date')}
          options={dates.map(({ slot, date }) => [
            `${date.seriesId} ${date.day}`,
            `${slotWhen(view, slot, school.zone)}, ${textOf(view, slot.label)}${slot.calledOff ? ` (${deskSetupIn(view.context.language).one.off})` : ''}`,
          ])}
        />
        <Select {...field} name="series-scope" label={words.scope} value={typed('series-scope')} options={Object.entries(words.scopes)} />
        <Line {...field} name="series-from" type="time" label={words.from} value={typed('series-from')} optional />
        <Line {...field} name="series-minutes" type="number" label={words.minutes} value={typed('series-minutes')} optional />
        <Line {...field} name="series-capacity" type="number" label={words.capacity} value={typed('series-capacity')} optional />
        <Select {...field} name="series-off" label={words.off} value={typed('series-off')} options={Object.entries(words.offs)} />
        <button class="button" type="submit">
          {words.do}
        </button>
      </ActForm>
    </Folded>
  );
}

const CHANGED = ['from', 'minutes', 'capacity'];
const changedFieldOf = (pointer: string): string => {
  const [, top = '', inner = ''] = pointer.split('/');
  if (top === 'scope') return 'series-scope';
  if (top !== 'change') return 'series-date';
  return CHANGED.includes(inner) ? `series-${inner}` : 'series-from';
};

/** How many dates each series has, to which day, and which days are left out and why. */
export function SeriesSaid({ view, model: { opportunity, school } }: Props): JSX.Element {
  const { repeat: words } = deskSetupIn(view.context.language);
  return (
    <>
      {(opportunity.series ?? []).map((series) => {
        const dates = opportunity.slots.filter((slot) => slot.series?.seriesId === series.seriesId);
        const last = dates.reduce((latest, { startsAt = '' }) => (startsAt > latest ? startsAt : latest), '');
        return (
          <div key={series.seriesId}>
            <p>
              <strong>{textOf(view, series.label)}</strong>: {words.dates(dates.length, view.dates.day(last, school.zone))}
            </p>
            {series.leftOut.length > 0 && (
              <p class="soft">
                {words.notOn}{' '}
                {series.leftOut
                  .map(({ day, name }) => {
                    const said = view.dates.day(`${day}T12:00:00Z`, 'UTC');
                    return name ? `${said} (${textOf(view, name)})` : said;
                  })
                  .join('; ')}
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
