/** One sign-up of the person whose page this is: when, where, and what can be done about it. */
import type { JSX } from 'preact';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { paths } from '#contracts/pages.ts';
import { isDated, type Question } from '#contracts/resources/opportunity.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { MANAGE_FIELDS } from '../forms/manage-forms.ts';
import { checkInIn, feedbackIn, mineIn, waitlistMineIn } from '../messages/areas.ts';
import { Act } from './act.tsx';
import { ContactLines } from './contact.tsx';
import { PlacesField } from './fields.tsx';
import { isAsked, MovedTime } from './moved-time.tsx';
import { BringAFriendTo } from './share.tsx';
import { foreignZone, mapLink, slotWhen, textOf, type View } from './view.ts';
import { WaitingPart, waits } from './waiting.tsx';
import { Words } from './words.tsx';

interface CardProps {
  readonly view: View;
  readonly token: string;
  readonly signUp: MySignUp;
}

/** `changeable`: confirmed and in time. `late`: confirmed, not over, but people are asked to call. `fixed`: nothing to do anymore. */
export function SignUpCard({
  view,
  token,
  signUp,
  phase,
  problem,
}: CardProps & { readonly phase: 'changeable' | 'late' | 'fixed'; readonly problem?: string }): JSX.Element {
  const { m, dates } = view;
  const { manage } = mineIn(view.context.language);
  const waitlistMine = waitlistMineIn(view.context.language);
  const { slot, opportunity, school } = signUp;
  const zone = foreignZone(view, school.zone);
  return (
    <li class={`mine mine-${phase} mine-${signUp.state}`} id={signUp.signUpId}>
      {problem !== undefined && (
        <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
          {problem}
        </p>
      )}
      <div class="mine-head">
        <p class="eyebrow">{school.name}</p>
        <h3>
          <a href={paths.opportunity(opportunity.opportunityId)}>
            <Words view={view} of={opportunity.title} />
          </a>
        </h3>
        <p class="mine-when">
          {slotWhen(view, slot, school.zone)}
          {zone !== undefined && <span class="soft"> ({zone})</span>}
        </p>
        <p>
          <Words view={view} of={slot.label} /> · {(waits(signUp) ? waitlistMine.wanted : manage.places)(signUp.places)}{' '}
          <State view={view} signUp={signUp} />
        </p>
        <p class="soft">
          {opportunity.place === undefined ? (
            m.opportunity.atHome
          ) : (
            <>
              {opportunity.place.name}
              {opportunity.place.address !== undefined && `, ${opportunity.place.address}`}
              {' · '}
              <a
                class="noprint"
                href={mapLink({ name: `${opportunity.place.name}, ${school.address}`, address: opportunity.place.address })}
              >
                {m.opportunity.map}
              </a>
            </>
          )}
        </p>
        <Answers view={view} signUp={signUp} />
      </div>
      {phase !== 'fixed' && isAsked(signUp) && <MovedTime view={view} token={token} signUp={signUp} isLate={phase === 'late'} />}
      <WaitingPart view={view} token={token} signUp={signUp} />
      {phase === 'changeable' && <Actions view={view} token={token} signUp={signUp} />}
      {phase === 'fixed' && isAskedAbout(signUp) && (
        <p class="acts noprint">
          <a class="act" href={feedbackPaths.page(token, opportunity.opportunityId)}>
            {feedbackIn(view.context.language).link}
          </a>
        </p>
      )}
      {signUp.state === 'pending' && <p class="late-words">{manage.pendingHint}</p>}
      {phase === 'late' && <p class="late-words">{manage.tooLate}</p>}
      {phase !== 'fixed' && (
        <div class="mine-foot">
          {phase === 'changeable' && signUp.changeableUntil !== undefined && (
            <p class="soft">{manage.until(dates.moment(signUp.changeableUntil, school.zone))}</p>
          )}
          <ContactLines view={view} contact={opportunity.contact} />
        </div>
      )}
    </li>
  );
}

/** Whoever was expected is asked; whether they were seen, the page knows. */
const isAskedAbout = ({ state, slot }: MySignUp): boolean =>
  (state === 'confirmed' || state === 'attended') && slot.startsAt !== undefined && slot.calledOff !== true;

function State({ view, signUp }: Pick<CardProps, 'view' | 'signUp'>): JSX.Element {
  const { manage } = mineIn(view.context.language);
  const { attended, missed, spent } = checkInIn(view.context.language);
  const { minutes = 0 } = signUp;
  const waitlistMine = waitlistMineIn(view.context.language);
  const words = {
    confirmed: manage.confirmed,
    pending: manage.pending,
    cancelled: manage.cancelled,
    refused: manage.notGiven,
    attended: minutes > 0 ? `${attended}: ${spent(minutes)}` : attended,
    missed,
    waitlisted: waitlistMine.state,
    offered: waitlistMine.stateOffered,
  };
  const isOver = signUp.state === 'attended' || signUp.state === 'missed' || signUp.state === 'cancelled';
  if (signUp.slot.calledOff && !isOver) return <span class="state state-cancelled">{view.m.calledOff}</span>;
  return <span class={`state state-${signUp.state}`}>{words[signUp.state]}</span>;
}

function Answers({ view, signUp }: Pick<CardProps, 'view' | 'signUp'>): JSX.Element | null {
  const { manage } = mineIn(view.context.language);
  if (signUp.answers.length === 0) return null;
  return (
    <details class="answers">
      <summary>{manage.answers}</summary>
      <dl>
        {signUp.answers.map(({ questionId, answer }) => {
          const question = signUp.opportunity.questions.find((one) => one.questionId === questionId);
          return [
            <dt key={`${questionId} question`}>{question === undefined ? manage.answers : <Words view={view} of={question.text} />}</dt>,
            <dd key={questionId}>{answerInWords(view, question, answer)}</dd>,
          ];
        })}
      </dl>
    </details>
  );
}

/** What the person chose, as the form worded it; what they wrote, as they wrote it. */
function answerInWords(view: View, question: Question | undefined, answer: string): JSX.Element | string {
  if (question?.kind === 'yes-no') return answer === 'yes' ? view.m.form.yes : view.m.form.no;
  const choice = question?.kind === 'choice' ? question.choices.find(({ value }) => value === answer) : undefined;
  return choice === undefined ? answer : <Words view={view} of={choice.text} />;
}

function Actions({ view, token, signUp }: CardProps): JSX.Element {
  const { m } = view;
  const { manage } = mineIn(view.context.language);
  const most = Math.min(50, signUp.maxPlaces);
  return (
    <div class="acts noprint">
      {isDated(signUp.slot) && (
        <a class="act" href={paths.calendarFile(token, signUp.signUpId)} download="">
          {manage.calendar}
        </a>
      )}
      {most > 1 && (
        <Act label={manage.changePlaces} action={paths.managePlaces(token)} view={view} signUp={signUp} submit={manage.save}>
          <label for={`places-${signUp.signUpId}`}>{manage.newPlaces}</label>
          <PlacesField id={`places-${signUp.signUpId}`} name={MANAGE_FIELDS.places} most={most} value={String(signUp.places)} />
        </Act>
      )}
      {signUp.moveTo.length > 0 && (
        <Act label={manage.move} action={paths.manageMove(token)} view={view} signUp={signUp} submit={manage.moveSubmit}>
          <label for={`move-${signUp.signUpId}`}>{manage.moveTo}</label>
          <select id={`move-${signUp.signUpId}`} name={MANAGE_FIELDS.slotId}>
            {signUp.moveTo.map(({ slot, placesLeft }) => (
              <option key={slot.slotId} value={slot.slotId}>
                {`${slotWhen(view, slot, signUp.school.zone)}: ${textOf(view, slot.label)} (${m.opportunity.placesLeft(placesLeft)})`}
              </option>
            ))}
          </select>
        </Act>
      )}
      <BringAFriendTo
        view={view}
        id={`friend-${signUp.signUpId}`}
        opportunity={signUp.opportunity}
        school={signUp.school}
        slots={[signUp.slot]}
      />
      <Act label={manage.cancel} action={paths.manageCancel(token)} view={view} signUp={signUp} submit={manage.cancelYes} grave>
        <p>{manage.cancelAsk}</p>
        <p class="soft">{manage.cancelKeep}</p>
      </Act>
    </div>
  );
}
