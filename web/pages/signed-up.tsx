/** After a submit: what became of each slot, and what happens next. Shows no personal data, so its address may be kept. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { SlotResult } from '#contracts/resources/sign-up.ts';
import type { SlotId } from '#contracts/values.ts';
import { page } from '../components/layout.tsx';
import { Mark } from '../components/marks.tsx';
import { BringAFriend } from '../components/share.tsx';
import { slotWhen, usualTimes, type View, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { SIGN_UP_IDS } from '../forms/sign-up-form.ts';
import { mineIn, seriesIn, waitlistIn, waitlistMineIn } from '../messages/areas.ts';
import { bySeries, ruleIn } from '../words/recurrence.ts';
import type { PageContext, SignedUpModel } from './models.ts';

export function signedUpPage(context: PageContext, { opportunity, submission }: SignedUpModel): string {
  const view = viewOf(context);
  const { signedUp } = mineIn(view.context.language);
  const confirmed = submission.results.filter((result) => result.outcome === 'confirmed');
  const refused = submission.results.filter((result) => result.outcome === 'refused');
  const waitlisted = submission.results.filter((result) => result.outcome === 'waitlisted');
  const waits = waitlistMineIn(context.language);
  const onlyWaits = confirmed.length === 0 && waitlisted.length > 0;
  const title = onlyWaits ? waits.title : refused.length === 0 ? signedUp.title : signedUp.titleSome;
  return page(view, {
    title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <div class="done">
          <Mark />
          <h1>{title}</h1>
          <p class="lead">{onlyWaits ? waits.lead : refused.length === 0 ? signedUp.lead : signedUp.leadSome}</p>
        </div>
        {confirmed.length > 0 && <Results view={view} opportunity={opportunity} title={signedUp.yours} results={confirmed} />}
        {waitlisted.length > 0 && <Results view={view} opportunity={opportunity} title={waits.list} results={waitlisted} />}
        {refused.length > 0 && <Results view={view} opportunity={opportunity} title={signedUp.notGiven} results={refused} />}
        {submission.alternatives.length > 0 && <Alternatives view={view} opportunity={opportunity} slotIds={submission.alternatives} />}
        <section aria-labelledby="next">
          <h2 id="next">{signedUp.next}</h2>
          <ol class="steps steps-tall">
            {(onlyWaits ? waits.steps : signedUp.steps).map(([step, words]) => (
              <li key={step}>
                <strong>{step}</strong>
                <span>{words}</span>
              </li>
            ))}
          </ol>
        </section>
        <BringAFriend
          view={view}
          id="friend-text"
          opportunity={opportunity}
          school={opportunity.school}
          slots={confirmed.flatMap(({ slotId }) => opportunity.slots.find(({ slot }) => slot.slotId === slotId)?.slot ?? [])}
        />
        <p class="onward">
          <a href={paths.home}>{signedUp.onward}</a>
          <a href={paths.sendLink}>{signedUp.lost}</a>
        </p>
      </div>
    ),
  });
}

interface ResultsProps {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
  readonly title: string;
  readonly results: readonly SlotResult[];
}

function Results({ view, opportunity, title, results }: ResultsProps): JSX.Element {
  const waits = waitlistMineIn(view.context.language);
  // who waits has a number in each line
  const groups = bySeries(
    results,
    ({ slotId }) => slotIn(opportunity, slotId),
    (result) => (result.outcome === 'refused' ? result.code : result.outcome === 'waitlisted' ? result.slotId : String(result.places)),
  );
  return (
    <section class="ticket" aria-labelledby={`results-${results[0]?.outcome}`}>
      <h2 id={`results-${results[0]?.outcome}`} class="eyebrow">
        {title}
      </h2>
      <p class="ticket-title">
        <Words view={view} of={opportunity.title} />
      </p>
      <p class="soft">
        {opportunity.school.name}
        {opportunity.place !== undefined && ` · ${opportunity.place.name}`}
      </p>
      <ul class="ticket-slots">
        {groups.map(([result, ...others]) => {
          const slot = result && slotIn(opportunity, result.slotId);
          if (!result) return null;
          return (
            <li key={result.slotId} class={`outcome-${result.outcome}`}>
              {slot !== undefined && others.length > 0 && <Dates view={view} opportunity={opportunity} results={[result, ...others]} />}
              {slot !== undefined && others.length === 0 && (
                <>
                  <strong>{slotWhen(view, slot, opportunity.school.zone)}</strong>
                  <span>
                    <Words view={view} of={slot.label} />
                    {result.outcome !== 'refused' && ` · ${mineIn(view.context.language).signedUp.places(result.places)}`}
                    {result.outcome === 'waitlisted' && ` · ${result.position === undefined ? waits.gone : waits.number(result.position)}`}
                  </span>
                </>
              )}
              {result.outcome === 'refused' && <Why view={view} opportunity={opportunity} result={result} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const slotIn = (opportunity: PublicOpportunity, slotId: SlotId) => opportunity.slots.find(({ slot }) => slot.slotId === slotId)?.slot;

/** Dates of one series of which the same is to be said: those that were given folded, those that were not in sight. */
function Dates({ view, opportunity, results }: Omit<ResultsProps, 'title'>): JSX.Element | null {
  const { dates } = view;
  const words = seriesIn(view.context.language);
  const { zone } = opportunity.school;
  const [result] = results;
  const slots = results.flatMap(({ slotId }) => slotIn(opportunity, slotId) ?? []);
  const series = opportunity.series?.find(({ seriesId }) => seriesId === slots[0]?.series?.seriesId);
  const starts = slots.flatMap(({ startsAt }) => startsAt ?? []).sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (!result || !series || first === undefined || last === undefined) return null;
  const all = (
    <p>
      {starts.map((at, index) => (
        <>
          {index > 0 && ' · '}
          <span class="nowrap">{dates.shortDay(at, zone)}</span>
        </>
      ))}
    </p>
  );
  return (
    <>
      <strong>
        {ruleIn(words, series)}, {usualTimes(view, slots, zone)}
      </strong>
      <span>
        <Words view={view} of={series.label} />
        {` · ${words.dates(slots.length)}`}
        {result.outcome !== 'refused' &&
          `, ${words.span(dates.day(first, zone), dates.day(last, zone))} · ${words.each(mineIn(view.context.language).signedUp.places(result.places))}`}
      </span>
      {result.outcome === 'refused' && slots.length <= IN_SIGHT ? (
        all
      ) : (
        <details class="all-dates">
          <summary>{words.allDates(slots.length)}</summary>
          {all}
        </details>
      )}
    </>
  );
}

/** Dates that were not given and are named without unfolding. */
const IN_SIGHT = 12;

function Why({
  view,
  opportunity,
  result,
}: Pick<ResultsProps, 'view' | 'opportunity'> & { readonly result: Extract<SlotResult, { outcome: 'refused' }> }): JSX.Element {
  const { m } = view;
  const canWait = opportunity.slots.some(({ slot, availability }) => slot.slotId === result.slotId && availability.state === 'full');
  return (
    <span class="outcome-why">
      {m.refusals[result.code]}
      {result.code === 'slot.not-enough-places' && ` ${m.opportunity.placesLeft(result.placesLeft)}.`}
      {canWait && (
        <>
          {' '}
          <a href={`${paths.opportunity(opportunity.opportunityId)}#${SIGN_UP_IDS.slot(result.slotId)}`}>
            {waitlistIn(view.context.language).join}
          </a>
        </>
      )}
    </span>
  );
}

/** More of them are found in the form. */
const MOST_ALTERNATIVES = 6;

function Alternatives({
  view,
  opportunity,
  slotIds,
}: Pick<ResultsProps, 'view' | 'opportunity'> & { readonly slotIds: readonly SlotId[] }): JSX.Element {
  const { m } = view;
  const { signedUp } = mineIn(view.context.language);
  const offered = opportunity.slots.filter(({ slot }) => slotIds.includes(slot.slotId)).slice(0, MOST_ALTERNATIVES);
  return (
    <section class="notice notice-soon" aria-labelledby="alternatives">
      <h2 id="alternatives">{signedUp.alternatives}</h2>
      <ul>
        {offered.map(({ slot, availability }) => (
          <li key={slot.slotId}>
            <Words view={view} of={slot.label} />, {slotWhen(view, slot, opportunity.school.zone)} ·{' '}
            {m.opportunity.left(availability.placesLeft)}
          </li>
        ))}
      </ul>
      <p>
        <a class="button button-small" href={`${paths.opportunity(opportunity.opportunityId)}#sign-up`}>
          {signedUp.chooseAnother}
        </a>
      </p>
    </section>
  );
}
