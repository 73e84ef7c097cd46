/** The slots of an opportunity: what recurs, then the others by day; those that are open can be ticked. */
import type { JSX } from 'preact';
import type { PublicOpportunity, PublicSlot } from '#contracts/resources/availability.ts';
import { SIGN_UP_FIELDS, SIGN_UP_IDS, type SignUpFormValues } from '../forms/sign-up-form.ts';
import { waitlistIn } from '../messages/areas.ts';
import { inOrder } from '../words/figures.ts';
import { listIn } from '../words/plural.ts';
import { describedBy, ErrorWords, errorFor, type FieldError, hintId, PlacesField } from './fields.tsx';
import { Stripes } from './marks.tsx';
import { SeriesList } from './series-list.tsx';
import { slotTimes, slotWhen, textOf, type View } from './view.ts';
import { Words } from './words.tsx';

export interface SlotListProps {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
  readonly values: SignUpFormValues;
  readonly errors: readonly FieldError[];
  /** Without it, slots are only shown. */
  readonly choosable: boolean;
}

export function SlotList(props: SlotListProps): JSX.Element {
  const { view, opportunity } = props;
  const dates = Map.groupBy(inOrder(opportunity.slots), ({ slot }) =>
    opportunity.series?.find((one) => one.seriesId === slot.series?.seriesId),
  );
  const days = Map.groupBy(dates.get(undefined) ?? [], ({ slot }) =>
    slot.startsAt === undefined ? '' : view.dates.dayKey(slot.startsAt, opportunity.school.zone),
  );
  return (
    <>
      {opportunity.series?.map((series) => {
        const its = dates.get(series);
        return its && <SeriesList key={series.seriesId} {...props} series={series} dates={its} />;
      })}
      {[...days].map(([day, slots]) => (
        <div key={day} class="day">
          <h3 class="day-name">{dayName(props, slots)}</h3>
          <ul class="slots">
            {slots.map((slot) => (
              <SlotRow key={slot.slot.slotId} {...props} of={slot} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function dayName({ view, opportunity }: SlotListProps, slots: readonly PublicSlot[]): string {
  const startsAt = slots[0]?.slot.startsAt;
  return startsAt === undefined ? view.m.opportunity.undated : view.dates.day(startsAt, opportunity.school.zone);
}

function SlotRow(props: SlotListProps & { readonly of: PublicSlot }): JSX.Element {
  const { view, opportunity, values, errors, choosable, of } = props;
  const { slot, availability } = of;
  const id = SIGN_UP_IDS.slot(slot.slotId);
  const full = availability.state === 'full';
  const open = choosable && (availability.state === 'open' || full);
  const error = errorFor(errors, id);
  const inner = <SlotWords view={view} opportunity={opportunity} of={of} />;
  if (!open) {
    return (
      <li class={`slot slot-${availability.state}`} id={id}>
        <div class="slot-main">{inner}</div>
      </li>
    );
  }
  const most = Math.min(full ? availability.capacity : availability.placesLeft, opportunity.limitPerPerson ?? 50, 50);
  const placesId = SIGN_UP_IDS.places(slot.slotId);
  const placesError = errorFor(errors, placesId);
  const asked = values.slots[slot.slotId]?.places ?? '1';
  return (
    <li class={full ? 'slot slot-open slot-wait' : 'slot slot-open'}>
      <input
        id={id}
        class="slot-tick"
        type="checkbox"
        name={full ? SIGN_UP_FIELDS.waitlist : SIGN_UP_FIELDS.slot}
        value={slot.slotId}
        // chosen while it was open is not asked to wait for it
        checked={full ? values.slots[slot.slotId]?.waits === true : values.slots[slot.slotId]?.chosen === true}
        aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
      />
      <div class="slot-main">
        <label class="slot-label" for={id}>
          {slotTimes(view, slot, opportunity.school.zone) !== undefined && (
            <span class="slot-times nowrap">{slotTimes(view, slot, opportunity.school.zone)} </span>
          )}
          <span class="slot-name">
            <Words view={view} of={slot.label} />
          </span>
          {full && <span class="slot-join">{waitlistIn(view.context.language).join}</span>}
        </label>
        <Details view={view} of={of} />
        {full && <StillRoom {...props} />}
        <ErrorWords fieldId={id} words={error} />
        <ErrorWords fieldId={placesId} words={placesError} />
      </div>
      {(most > 1 || asked !== '1') && (
        <div class="slot-places">
          <span class="slot-places-word" aria-hidden="true">
            {view.m.form.places}
          </span>
          <PlacesField
            id={placesId}
            name={SIGN_UP_FIELDS.places(slot.slotId)}
            most={most}
            value={asked}
            label={view.m.form.placesFor(`${textOf(view, slot.label)}, ${slotWhen(view, slot, opportunity.school.zone)}`)}
            error={placesError}
          />
        </div>
      )}
    </li>
  );
}

function SlotWords({
  view,
  opportunity,
  of,
}: {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
  readonly of: PublicSlot;
}): JSX.Element {
  const times = slotTimes(view, of.slot, opportunity.school.zone);
  return (
    <>
      <p class="slot-label">
        {times !== undefined && <span class="slot-times nowrap">{times} </span>}
        <span class="slot-name">
          <Words view={view} of={of.slot.label} />
        </span>
      </p>
      <Details view={view} of={of} />
    </>
  );
}

/** Note, places as stripes and words, first names where the school shows them. */
function Details({ view, of: { slot, availability } }: { readonly view: View; readonly of: PublicSlot }): JSX.Element {
  const { m } = view;
  const names = availability.firstNames ?? [];
  return (
    <div class="slot-details" id={hintId(SIGN_UP_IDS.slot(slot.slotId))}>
      {slot.note !== undefined && (
        <p class="slot-note">
          <Words view={view} of={slot.note} />
        </p>
      )}
      <p class="room">
        <Stripes taken={availability.taken} capacity={availability.capacity} />
        <span class={`room-words room-${availability.state}`}>
          {(slot.calledOff || (availability.state !== 'open' && availability.state !== 'not-open-yet')) && (
            <strong>{slot.calledOff ? m.calledOff : m.slotStates[availability.state]} · </strong>
          )}
          {m.opportunity.taken(Math.min(availability.taken, availability.capacity), availability.capacity)}
          {availability.waiting !== undefined && ` · ${waitlistIn(view.context.language).waiting(availability.waiting)}`}
        </span>
      </p>
      {names.length > 0 && <p class="slot-note">{m.opportunity.takingPart(listIn(m.locale, names))}</p>}
    </div>
  );
}

/** A full slot points to the next ones with room. */
function StillRoom({ view, opportunity, of }: SlotListProps & { readonly of: PublicSlot }): JSX.Element | null {
  const open = inOrder(opportunity.slots).filter((each) => each.availability.state === 'open' && each.slot.slotId !== of.slot.slotId);
  if (open.length === 0) return null;
  return (
    <p class="slot-note">
      {view.m.opportunity.fullSome}{' '}
      {open.slice(0, 2).map(({ slot }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${SIGN_UP_IDS.slot(slot.slotId)}`}>
            <Words view={view} of={slot.label} />{' '}
            <span class="nowrap">({slotTimes(view, slot, opportunity.school.zone) ?? view.m.opportunity.undated})</span>
          </a>
        </>
      ))}
    </p>
  );
}
