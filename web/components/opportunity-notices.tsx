/** Why nothing can be taken of an opportunity, or nothing was given. */
import type { JSX } from 'preact';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { SlotResult } from '#contracts/resources/sign-up.ts';
import type { SlotId } from '#contracts/values.ts';
import { EMPTY_SIGN_UP_FORM, SIGN_UP_FIELDS, SIGN_UP_IDS, tickOf } from '../forms/sign-up-form.ts';
import { waitlistIn } from '../messages/areas.ts';
import { figuresOf } from '../words/figures.ts';
import { SlotList } from './slot-list.tsx';
import { slotWhen, type View } from './view.ts';
import { Words } from './words.tsx';

/** Nothing can be taken: says why and when to come back, and still shows the slots. */
export function Unavailable({ view, opportunity }: { readonly view: View; readonly opportunity: PublicOpportunity }): JSX.Element {
  const { m, dates } = view;
  const { state } = figuresOf(opportunity);
  const opensAt = opportunity.opensAt === undefined ? '' : dates.moment(opportunity.opensAt, opportunity.school.zone);
  const words = {
    'not-open-yet': [m.opportunity.opens(opensAt), m.opportunity.notOpenHint],
    full: [m.opportunity.allFull, m.opportunity.allFullHint],
    started: [m.opportunity.over, m.opportunity.overHint],
    closed: [m.opportunity.closed, m.opportunity.closedHint],
    open: [m.opportunity.closed, m.opportunity.closedHint],
  }[state];
  return (
    <>
      <section class={`notice notice-${state === 'not-open-yet' ? 'soon' : 'calm'}`} aria-labelledby="state">
        <h2 id="state">{words[0]}</h2>
        <p>{words[1]}</p>
      </section>
      <section class="step" aria-label={m.opportunity.when}>
        <SlotList view={view} opportunity={opportunity} values={EMPTY_SIGN_UP_FORM} errors={[]} choosable={false} />
      </section>
    </>
  );
}

/** Every slot is full: the form below is that of their waitlists. */
export function AllFull({ view }: { readonly view: View }): JSX.Element {
  const words = waitlistIn(view.context.language);
  return (
    <section class="notice notice-calm" aria-labelledby="state">
      <h2 id="state">{words.full}</h2>
      <p>{words.fullHint}</p>
    </section>
  );
}

interface AllRefusedProps {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
  readonly results: readonly SlotResult[];
  readonly alternatives: readonly SlotId[];
}

/** Every slot of a submit was refused: why each, and where there is room. */
export function AllRefused({ view, opportunity, results, alternatives }: AllRefusedProps): JSX.Element {
  const { m } = view;
  // one click: the button sends the form below, with all that was typed, to wait for it
  const canWait = (slotId: SlotId): boolean =>
    opportunity.slots.some(({ slot, availability }) => slot.slotId === slotId && availability.state === 'full');
  const slotOf = (slotId: SlotId) => opportunity.slots.find(({ slot }) => slot.slotId === slotId)?.slot;
  return (
    <section class="notice notice-wrong" role="alert" aria-labelledby="refused" tabindex={-1} data-focus>
      <h2 id="refused">{m.problems['sign-up.all-refused']}</h2>
      <ul>
        {results.map((result) => {
          const slot = slotOf(result.slotId);
          return (
            <li key={result.slotId}>
              {slot !== undefined && (
                <strong>
                  <Words view={view} of={slot.label} />, {slotWhen(view, slot, opportunity.school.zone)}:{' '}
                </strong>
              )}
              {result.outcome === 'refused' && m.refusals[result.code]}
              {result.outcome === 'refused' &&
                result.code === 'slot.not-enough-places' &&
                ` ${m.opportunity.placesLeft(result.placesLeft)}.`}
              {slot !== undefined && result.outcome === 'refused' && canWait(result.slotId) && (
                <>
                  {' '}
                  <button class="link-button" type="submit" form="sign-up" name={SIGN_UP_FIELDS.waitlist} value={tickOf(slot)}>
                    {waitlistIn(view.context.language).join}
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {alternatives.length > 0 && (
        <>
          <p>{m.opportunity.fullSome}</p>
          <ul>
            {alternatives.map((slotId) => {
              const slot = slotOf(slotId);
              return slot === undefined ? null : (
                <li key={slotId}>
                  <a href={`#${SIGN_UP_IDS.slot(slotId)}`}>
                    <Words view={view} of={slot.label} />, {slotWhen(view, slot, opportunity.school.zone)}
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
