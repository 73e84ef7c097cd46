/** The dates of a series: what it is, one tick for all that have room, and a tick for each. */
import type { JSX } from 'preact';
import type { PublicOpportunity, PublicSlot } from '#contracts/resources/availability.ts';
import type { LeftOut, Series } from '#contracts/resources/series.ts';
import { SIGN_UP_FIELDS, SIGN_UP_IDS, seriesTick, tickOf } from '../forms/sign-up-form.ts';
import { seriesIn, waitlistIn } from '../messages/areas.ts';
import { listIn } from '../words/plural.ts';
import { ruleIn } from '../words/recurrence.ts';
import { describedBy, ErrorWords, errorFor, hintId, PlacesField } from './fields.tsx';
import type { SlotListProps } from './slot-list.tsx';
import { slotTimes, textOf, usualTimes, type View } from './view.ts';
import { Words } from './words.tsx';

/** Dates that are seen without unfolding the rest. */
const SHOWN = 6;
/** Days left out that are named; of more there is the number. */
const NAMED = 12;

interface SeriesProps extends SlotListProps {
  readonly series: Series;
  /** In their order. */
  readonly dates: readonly PublicSlot[];
}

export function SeriesList(props: SeriesProps): JSX.Element {
  const { view, series, dates, values, choosable, opportunity } = props;
  const words = seriesIn(view.context.language);
  const open = dates.filter(isOpen);
  const choices = dates.filter(({ availability }) => availability.state === 'open' || availability.state === 'full');
  const zone = opportunity.school.zone;
  const times = usualTimes(
    view,
    dates.map(({ slot }) => slot),
    zone,
  );
  const last = dayOf(view, dates.at(-1), zone);
  // what is past is not offered, and nobody looks for it here
  const coming = dates.filter(({ availability }) => availability.state !== 'started');
  const [shown, more] = coming.length <= SHOWN + 2 ? [coming, []] : [coming.slice(0, SHOWN), coming.slice(SHOWN)];
  const isMeant = ({ slot }: PublicSlot): boolean =>
    values.slots[slot.slotId]?.chosen === true || errorFor(props.errors, SIGN_UP_IDS.slot(slot.slotId)) !== undefined;
  const isWhole = choosable && open.length > 1;
  return (
    <div class="day series">
      <h3 class="day-name">
        {ruleIn(words, series)}, <span class="nowrap">{times}</span>
      </h3>
      <p>
        <span class="slot-name">
          <Words view={view} of={series.label} />
        </span>
        {' · '}
        {words.dates(coming.length)}, {words.until(last)}
      </p>
      {series.note !== undefined && (
        <p class="slot-note">
          <Words view={view} of={series.note} />
        </p>
      )}
      <NotOn view={view} leftOut={comingOut(series.leftOut, view.context.now)} />
      {choosable && choices.length > 0 && <Whole {...props} open={open} isWhole={isWhole} choices={choices} />}
      {isWhole && <p class="hint">{words.orSome}</p>}
      <ul class="slots dates">
        {shown.map((each) => (
          <DateRow key={each.slot.slotId} {...props} of={each} times={times} />
        ))}
      </ul>
      {more.length > 0 && (
        <details class="more-dates" open={more.some(isMeant)}>
          <summary>{words.moreDates(more.length, last)}</summary>
          <ul class="slots dates">
            {more.map((each) => (
              <DateRow key={each.slot.slotId} {...props} of={each} times={times} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const isOpen = ({ availability }: PublicSlot): boolean => availability.state === 'open';
const dayOf = (view: View, date: PublicSlot | undefined, zone: string): string =>
  date?.slot.startsAt === undefined ? '' : view.dates.day(date.slot.startsAt, zone);

const comingOut = (leftOut: readonly LeftOut[], now: string): readonly LeftOut[] => leftOut.filter(({ day }) => day >= now.slice(0, 10));

/** `Not on Tue, Mar 16, and Tue, Mar 23 (Spring break); Tue, May 4.` */
function NotOn({ view, leftOut }: { readonly view: View; readonly leftOut: readonly LeftOut[] }): JSX.Element | null {
  if (leftOut.length === 0) return null;
  const words = seriesIn(view.context.language);
  const groups = Map.groupBy(leftOut.slice(0, NAMED), ({ name }) => (name === undefined ? '' : textOf(view, name)));
  const said = [...groups].map(([name, days]) => {
    const list = days.map(({ day }) => view.dates.shortDay(`${day}T12:00:00Z`, 'UTC')).join(' · ');
    return name === '' ? list : `${list} (${name})`;
  });
  const rest = leftOut.length - NAMED;
  return <p class="soft">{words.notOn([...said, ...(rest > 0 ? [words.moreDays(rest)] : [])].join('; '))}</p>;
}

/** One tick for all dates that have room, and the places on each. */
function Whole({
  view,
  opportunity,
  series,
  values,
  errors,
  open,
  choices,
  isWhole,
}: SeriesProps & {
  readonly open: readonly PublicSlot[];
  readonly choices: readonly PublicSlot[];
  readonly isWhole: boolean;
}): JSX.Element | null {
  const words = seriesIn(view.context.language);
  const { seriesId } = series;
  const id = SIGN_UP_IDS.series(seriesId);
  const most = mostPlaces(opportunity, choices);
  const placesId = SIGN_UP_IDS.places(seriesId);
  const placesError = errorFor(errors, placesId);
  const asked = values.slots[seriesId]?.places ?? '1';
  const hasPlaces = most > 1 || asked !== '1';
  if (!isWhole && !hasPlaces) return null;
  const full = choices.length - open.length;
  return (
    <div class={isWhole ? 'slot slot-open' : 'series-places'}>
      {isWhole && (
        <>
          <input
            id={id}
            class="series-tick"
            type="checkbox"
            name={SIGN_UP_FIELDS.series}
            value={seriesTick(
              seriesId,
              open.map(({ slot }) => slot.slotId),
            )}
            checked={values.series[seriesId] !== undefined}
            aria-describedby={describedBy(id, { hint: true, error: placesError !== undefined })}
          />
          <div class="slot-main">
            <label class="slot-label" for={id}>
              <strong>{words.whole}</strong>
            </label>
            <p class="slot-note" id={hintId(id)}>
              {(full > 0 ? words.takes : words.takesAll)(open.length)} {full > 0 && words.fullOn(full)}
            </p>
          </div>
        </>
      )}
      {hasPlaces && (
        <div class="slot-places">
          <label for={placesId}>{words.placesEach}</label>
          <PlacesField id={placesId} name={SIGN_UP_FIELDS.places(seriesId)} most={most} value={asked} error={placesError} />
        </div>
      )}
      <ErrorWords fieldId={placesId} words={placesError} />
    </div>
  );
}

/** As many as any of them has. */
const mostPlaces = ({ limitPerPerson = 50 }: PublicOpportunity, choices: readonly PublicSlot[]): number =>
  Math.min(
    limitPerPerson,
    50,
    Math.max(...choices.map(({ availability: { state, capacity, placesLeft } }) => (state === 'full' ? capacity : placesLeft))),
  );

/** A date: the day, what is left, and what is its own. */
function DateRow(props: SeriesProps & { readonly of: PublicSlot; readonly times: string }): JSX.Element {
  const { view, opportunity, series, values, errors, choosable, of, times } = props;
  const { slot, availability } = of;
  const { m } = view;
  const zone = opportunity.school.zone;
  const id = SIGN_UP_IDS.slot(slot.slotId);
  const full = availability.state === 'full';
  const isOwnTime = slotTimes(view, slot, zone) !== times;
  const isOwnLabel = textOf(view, slot.label) !== textOf(view, series.label);
  const error = errorFor(errors, id);
  const day = (
    <>
      {dayOf(view, of, zone)}
      {isOwnTime && <strong class="nowrap">, {slotTimes(view, slot, zone)}</strong>}
      {isOwnLabel && (
        <>
          {' · '}
          <Words view={view} of={slot.label} />
        </>
      )}
    </>
  );
  const names = availability.firstNames ?? [];
  const room = (
    <p class={`date-room room-${availability.state}`} id={hintId(id)}>
      {slot.calledOff
        ? m.calledOff
        : availability.state === 'open'
          ? m.opportunity.placesLeft(availability.placesLeft)
          : m.slotStates[availability.state]}
      {availability.waiting !== undefined && ` · ${waitlistIn(view.context.language).waiting(availability.waiting)}`}
      {names.length > 0 && ` · ${m.opportunity.takingPart(listIn(m.locale, names))}`}
    </p>
  );
  if (!choosable || !(availability.state === 'open' || full)) {
    return (
      <li class={`slot slot-${availability.state}`} id={id}>
        <p class="slot-label">{day}</p>
        {room}
      </li>
    );
  }
  return (
    <li class={full ? 'slot slot-open slot-wait' : 'slot slot-open'}>
      <input
        id={id}
        class="slot-tick"
        type="checkbox"
        name={full ? SIGN_UP_FIELDS.waitlist : SIGN_UP_FIELDS.slot}
        value={tickOf(slot)}
        checked={full ? values.slots[slot.slotId]?.waits === true : values.slots[slot.slotId]?.chosen === true}
        aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
      />
      <label class="slot-label" for={id}>
        {day}
        {full && <span class="slot-join">{waitlistIn(view.context.language).join}</span>}
      </label>
      {room}
      <ErrorWords fieldId={id} words={error} />
    </li>
  );
}
