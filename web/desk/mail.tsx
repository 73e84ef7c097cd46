/** How the district's mails fare, and which addresses get none. On a desk, a phone, paper or a wall; on a wall without addresses. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import type { MailHealth, SuppressedAddress } from '#contracts/resources/mail.ts';
import { ErrorSummary, TextField } from '../components/fields.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { dashboardsIn, deskMailIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { HistoryList } from './history-list.tsx';
import { deskPage, FormToken } from './layout.tsx';
import { MailDays, MailRatesPanel, MailTiles, MailTrouble } from './mail-figures.tsx';
import type { DeskMailModel } from './models-mail.ts';
import { deskProblemWords } from './problem-words.ts';

export function deskMailPage(context: PageContext, model: DeskMailModel): string {
  const view = viewOf(context);
  const words = deskMailIn(context.language);
  const { reader, health, lifting, onWall, done, problem } = model;
  return deskPage(view, {
    title: words.title,
    reader,
    onWall,
    error: problem !== undefined || (lifting?.errors.length ?? 0) > 0,
    children: (
      <div class="wrap section dash">
        <div class="dash-head">
          <div>
            <h1>{words.title}</h1>
            {!onWall && <p class="lead">{words.lead}</p>}
          </div>
          <p class="dash-acts noprint">
            <a class="button button-quiet button-small" href={onWall ? deskPaths.mail : `${deskPaths.mail}?screen=wall`}>
              {onWall ? words.leaveWall : words.wall}
            </a>
          </p>
        </div>
        {done !== undefined && words.done[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {words.done[done]}
          </p>
        )}
        {problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        {lifting && !onWall && <Lift view={view} model={model} lifting={lifting} />}
        <div class="dash" data-live>
          <Figures view={view} health={health} model={model} />
          {!onWall && model.suppressed && <Suppressed view={view} model={model} suppressed={model.suppressed} />}
          {!onWall && model.lifts && (
            <section class="panel noprint" aria-labelledby="lifts">
              <h2 id="lifts">{words.lifts.title}</h2>
              <HistoryList view={view} entries={model.lifts} empty={words.lifts.empty} />
            </section>
          )}
          <p class="as-of">{dashboardsIn(context.language).asOf(view.dates.moment(health.asOf, context.district.zone))}</p>
        </div>
      </div>
    ),
  });
}

interface Part {
  readonly view: View;
  readonly health: MailHealth;
  readonly model: DeskMailModel;
}

function Figures({ view, health, model }: Part): JSX.Element {
  const words = deskMailIn(view.context.language);
  const { sent, suppressed, failed } = health.total;
  return (
    <>
      <MailTiles view={view} health={health} toList={model.suppressed !== undefined && !model.onWall} />
      {sent + suppressed + failed === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <>
          <section class="panel" id="days">
            <MailDays view={view} health={health} />
            <p class="hint">{words.days.hint}</p>
          </section>
          <div class="dash-two">
            <section class="panel" id="trouble">
              <MailTrouble view={view} health={health} />
            </section>
            <MailRatesPanel view={view} health={health} />
          </div>
        </>
      )}
    </>
  );
}

function Suppressed({
  view,
  model: { lifts },
  suppressed: { addresses, complete },
}: {
  readonly view: View;
  readonly model: DeskMailModel;
  readonly suppressed: NonNullable<DeskMailModel['suppressed']>;
}): JSX.Element {
  const { list: words } = deskMailIn(view.context.language);
  const { zone } = view.context.district;
  return (
    <section class="panel" aria-labelledby="suppressed">
      <h2 id="suppressed">{words.title}</h2>
      <p class="hint">{words.hint}</p>
      {addresses.length === 0 ? (
        <p class="soft">{words.empty}</p>
      ) : (
        <ul class="todo">
          {addresses.map(({ personId, email, cause, since }) => (
            <li key={personId}>
              <span>
                {email === undefined ? <em>{words.deleted}</em> : <strong class="address">{email}</strong>}{' '}
                <span class={cause === 'complaint' ? 'tag tag-late' : 'tag'}>{words.causes[cause]}</span>{' '}
                <span class="soft">
                  {words.since} {view.dates.shortDay(since, zone)}
                </span>
              </span>
              {lifts && email !== undefined && (
                <a class="noprint" href={`${deskPaths.mailLift(personId)}#lift`} aria-label={words.liftFor(email)}>
                  {words.lift}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {!complete && <p class="soft">{words.more}</p>}
    </section>
  );
}

/** Stands outside of what is live, so that nothing typed is lost to a new figure. */
function Lift({
  view,
  model: { reader },
  lifting: { address, email, reason, errors },
}: {
  readonly view: View;
  readonly model: DeskMailModel;
  readonly lifting: NonNullable<DeskMailModel['lifting']>;
}): JSX.Element {
  const { lift: words } = deskMailIn(view.context.language);
  const wrong = errors.map(({ code }) => ({
    fieldId: 'reason',
    words: code === 'text.too-long' ? words.reasonTooLong : words.reasonMissing,
  }));
  const once = wrong.slice(0, 1);
  return (
    <section class="panel dash noprint" aria-labelledby="lift">
      <h2 id="lift" tabindex={-1} data-focus={once.length === 0 ? true : undefined}>
        {words.title(email)}
      </h2>
      <ErrorSummary view={view} errors={once} />
      <p>{words[address.cause]}</p>
      <p class="soft">{words.hint}</p>
      <form class="act-form" method="post" action={actionOf(view, address)} data-once={view.m.form.sending} novalidate>
        <FormToken reader={reader} />
        <input type="hidden" name="version" value={address.version} />
        <TextField view={view} id="reason" name="reason" label={words.reason} hint={words.reasonHint} value={reason} errors={once} />
        <button class="button" type="submit">
          {words.do}
        </button>{' '}
        <a href={deskPaths.mail}>{words.not}</a>
      </form>
    </section>
  );
}

const actionOf = (view: View, { personId }: SuppressedAddress): string =>
  inLanguage(deskFormPath(`/api/mail/suppressed/${personId}/lift`), view.context.language);
