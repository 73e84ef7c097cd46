/** All sign-ups of one person, through their link. Looking changes nothing; each change is a form. */
import type { JSX } from 'preact';
import { hoursPaths } from '#contracts/hours-pages.ts';
import { mailPreferencePaths } from '#contracts/mail-preference-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { MyCalendar } from '../components/calendar-subscription.tsx';
import { page } from '../components/layout.tsx';
import { isAsked, MovedTogether } from '../components/moved-time.tsx';
import { MySeries } from '../components/my-series.tsx';
import { SignUpCard } from '../components/sign-up-card.tsx';
import { problemWords, textOf, type View, viewOf } from '../components/view.ts';
import { waits } from '../components/waiting.tsx';
import { doorCodesIn, hoursIn, mineIn, remindersIn, seriesIn, waitlistMineIn } from '../messages/areas.ts';
import { bySeries } from '../words/recurrence.ts';
import type { ManageModel, PageContext } from './models.ts';

export function managePage(context: PageContext, model: ManageModel): string {
  const view = viewOf(context);
  const { m } = view;
  const { manage } = mineIn(view.context.language);
  const { mine, token } = model;
  // an offer first: it has a moment to be answered by
  const waiting = mine.signUps.filter(waits).sort((a, b) => Number(b.state === 'offered') - Number(a.state === 'offered'));
  const active = mine.signUps.filter((one) => !waits(one) && one.state !== 'cancelled' && one.state !== 'refused');
  // what is asked about first
  const upcoming = active.filter((signUp) => !isOver(signUp, context.now)).sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  const past = active.filter((signUp) => isOver(signUp, context.now));
  const cancelled = mine.signUps.filter(({ state }) => state === 'cancelled' || state === 'refused');
  return page(view, {
    title: m.site.mySignUps,
    error: model.problem !== undefined,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{manage.heading(mine.name)}</h1>
        <p class="lead">{manage.lead(upcoming.length)}</p>
        <Notice view={view} model={model} />
        <OrphanProblem view={view} model={model} />
        {mine.signUps.length === 0 && (
          <div class="empty">
            <p class="empty-title">{manage.empty}</p>
            <p>{manage.emptyHint}</p>
          </div>
        )}
        {upcoming.some(({ state }) => state === 'confirmed') && (
          <p class="noprint">
            <a href={sharePaths.doorCodes(token)}>{doorCodesIn(context.language).link}</a>
          </p>
        )}
        <MovedTogether view={view} token={token} signUps={upcoming} />
        <Group view={view} model={model} title={waitlistMineIn(context.language).list} id="waiting" signUps={waiting} token={token} />
        <Group view={view} model={model} title={manage.upcoming} id="upcoming" signUps={upcoming} token={token} />
        <Group view={view} model={model} title={manage.past} id="past" signUps={past} token={token} />
        {(past.length > 0 || active.some(({ state }) => state === 'attended')) && (
          <p class="noprint">
            <a href={hoursPaths.hours(token)}>{hoursIn(context.language).link}</a>
          </p>
        )}
        <Group view={view} model={model} title={manage.cancelled} id="cancelled" signUps={cancelled} token={token} />
        {mine.signUps.length > 0 && <MyCalendar view={view} token={token} />}
        <p class="noprint">
          <a href={mailPreferencePaths.page(token)}>{remindersIn(context.language).link}</a>
        </p>
        <p class="onward noprint">
          <a class="button button-quiet" href={paths.home}>
            {manage.browse}
          </a>
        </p>
        <p class="soft noprint">{manage.private}</p>
      </div>
    ),
  });
}

/** Over once its end has come; without an end it never is. */
const isOver = ({ slot }: MySignUp, now: string): boolean => {
  const end = slot.endsAt ?? slot.startsAt;
  return end !== undefined && Date.parse(end) <= Date.parse(now);
};

function phaseOf(signUp: MySignUp, now: string): 'changeable' | 'late' | 'fixed' {
  if (signUp.state !== 'confirmed' || isOver(signUp, now)) return 'fixed';
  return signUp.changeableUntil === undefined || Date.parse(now) < Date.parse(signUp.changeableUntil) ? 'changeable' : 'late';
}

interface GroupProps {
  readonly view: View;
  readonly model: ManageModel;
  readonly token: string;
  readonly title: string;
  readonly id: string;
  readonly signUps: readonly MySignUp[];
}

function Group({ view, model, token, title, id, signUps }: GroupProps): JSX.Element | null {
  if (signUps.length === 0) return null;
  const hasProblem = ({ signUpId }: MySignUp): boolean => model.problem?.signUpId === signUpId && !model.problem.ofDates;
  const card = (signUp: MySignUp): JSX.Element => (
    <SignUpCard
      key={signUp.signUpId}
      view={view}
      token={token}
      signUp={signUp}
      phase={phaseOf(signUp, view.context.now)}
      {...(model.problem && hasProblem(signUp) ? { problem: changeProblem(view, model.problem) } : {})}
    />
  );
  // what has to be seen or answered is not folded away
  const standsApart = (signUp: MySignUp): string =>
    isAsked(signUp) || waits(signUp) || hasProblem(signUp)
      ? signUp.signUpId
      : `${signUp.state} ${signUp.slot.calledOff} ${signUp.places} ${phaseOf(signUp, view.context.now)}`;
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="mines">
        {bySeries(signUps, ({ slot }) => slot, standsApart).map(([first, ...others]) => {
          if (!first) return null;
          if (others.length === 0) return card(first);
          const all = [first, ...others] as const;
          const isChangeable = phaseOf(first, view.context.now) === 'changeable';
          const isEmpty = model.problem?.ofDates === true && model.problem.signUpId === first.signUpId;
          return (
            <MySeries key={first.signUpId} view={view} token={token} signUps={all} isChangeable={isChangeable} isEmpty={isEmpty}>
              {all.map(card)}
            </MySeries>
          );
        })}
      </ul>
    </section>
  );
}

function changeProblem(view: View, { code, placesLeft }: NonNullable<ManageModel['problem']>): string {
  const words = problemWords(view, code);
  return placesLeft === undefined ? words : `${words} ${view.m.opportunity.placesLeft(placesLeft)}.`;
}

/** A problem with a sign-up that is not on the page: someone else's, or gone. */
function OrphanProblem({ view, model }: { readonly view: View; readonly model: ManageModel }): JSX.Element | null {
  const { problem, mine } = model;
  if (problem === undefined || mine.signUps.some(({ signUpId }) => signUpId === problem.signUpId)) return null;
  return (
    <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
      {changeProblem(view, problem)}
    </p>
  );
}

function Notice({ view, model }: { readonly view: View; readonly model: ManageModel }): JSX.Element | null {
  const { manage, moved } = mineIn(view.context.language);
  const signUp = model.mine.signUps.find(({ signUpId }) => signUpId === model.notice?.signUpId);
  if (model.notice === undefined || signUp === undefined) return null;
  const title = textOf(view, signUp.opportunity.title);
  const waiting = waitlistMineIn(view.context.language);
  const words = {
    cancelled: manage.noticeCancelled(title),
    places: manage.noticePlaces(title, manage.places(signUp.places)),
    moved: manage.noticeMoved(title),
    accepted: waiting.noticeAccepted(title),
    passed: waiting.noticePassed(title),
    left: waiting.noticeLeft(title),
    wanted: waiting.noticeWanted(title, signUp.places),
    stays: moved.notice(title),
    cancelledDates: seriesIn(view.context.language).noticeCancelled(title),
  };
  return (
    <p class="notice notice-good" role="status">
      {words[model.notice.kind]}
    </p>
  );
}
