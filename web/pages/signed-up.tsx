/** After a submit: what became of each slot, and what happens next. Shows no personal data, so its address may be kept. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { SlotResult } from '#contracts/resources/sign-up.ts';
import type { SlotId } from '#contracts/values.ts';
import { page } from '../components/layout.tsx';
import { Mark } from '../components/marks.tsx';
import { BringAFriend } from '../components/share.tsx';
import { slotWhen, type View, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { SIGN_UP_IDS } from '../forms/sign-up-form.ts';
import { mineIn, waitlistIn, waitlistMineIn } from '../messages/areas.ts';
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
  const { m } = view;
  const { signedUp } = mineIn(view.context.language);
  const waits = waitlistMineIn(view.context.language);
  const canWait = (slotId: SlotId): boolean =>
    opportunity.slots.some(({ slot, availability }) => slot.slotId === slotId && availability.state === 'full');
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
        {results.map((result) => {
          const slot = opportunity.slots.find((each) => each.slot.slotId === result.slotId)?.slot;
          return (
            <li key={result.slotId} class={`outcome-${result.outcome}`}>
              {slot !== undefined && (
                <>
                  <strong>{slotWhen(view, slot, opportunity.school.zone)}</strong>
                  <span>
                    <Words view={view} of={slot.label} />
                    {result.outcome !== 'refused' && ` · ${signedUp.places(result.places)}`}
                    {result.outcome === 'waitlisted' && ` · ${result.position === undefined ? waits.gone : waits.number(result.position)}`}
                  </span>
                </>
              )}
              {result.outcome === 'refused' && (
                <span class="outcome-why">
                  {m.refusals[result.code]}
                  {result.code === 'slot.not-enough-places' && ` ${m.opportunity.placesLeft(result.placesLeft)}.`}
                  {canWait(result.slotId) && (
                    <>
                      {' '}
                      <a href={`${paths.opportunity(opportunity.opportunityId)}#${SIGN_UP_IDS.slot(result.slotId)}`}>
                        {waitlistIn(view.context.language).join}
                      </a>
                    </>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Alternatives({
  view,
  opportunity,
  slotIds,
}: Pick<ResultsProps, 'view' | 'opportunity'> & { readonly slotIds: readonly SlotId[] }): JSX.Element {
  const { m } = view;
  const { signedUp } = mineIn(view.context.language);
  const offered = opportunity.slots.filter(({ slot }) => slotIds.includes(slot.slotId));
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
