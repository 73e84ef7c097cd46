/** One opportunity at the desk: where it stands, how full its slots are, what to do with it, and who changed what. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { paths } from '#contracts/pages.ts';
import { DOOR_PARAMETER } from '#contracts/share-pages.ts';
import { inLanguage, slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { deskCheckInIn, deskSetupIn, feedbackIn, noticesIn, shareIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { HistoryList } from './changes.tsx';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import type { DeskOpportunityModel } from './models-setup.ts';
import { OpportunityActs } from './opportunity-acts.tsx';
import { deskProblemWords } from './problem-words.ts';
import { SeriesSaid } from './repeat-form.tsx';
import { Heads } from './table-heads.tsx';

export function deskOpportunityPage(context: PageContext, model: DeskOpportunityModel): string {
  const view = viewOf(context);
  const words = deskSetupIn(context.language);
  const notices = noticesIn(context.language).desk;
  const { opportunity, school, reader, done, told, problem, posted, history } = model;
  const title = textOf(view, opportunity.title);
  const isOfSeries = posted?.operationId === 'repeatSlot' || posted?.operationId === 'changeSeries';
  return deskPage(view, {
    title,
    reader,
    error: problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.opportunitiesOf(school.schoolId)}>{school.name}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">
            {words.kinds[opportunity.kind]} · <strong>{words.statuses[opportunity.status]}</strong>
          </p>
        </div>
        {done !== undefined && words.done[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {words.done[done]}{' '}
            {told && (
              <>
                {notices.told} {model.may.people && <a href={deskPaths.messages(opportunity.opportunityId)}>{notices.far}</a>}
              </>
            )}
          </p>
        )}
        {problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {problem === 'request.invalid' && isOfSeries
              ? words.repeat.wrong
              : problem === 'request.invalid'
                ? words.one.wrongNumber
                : deskProblemWords(view, problem)}
          </p>
        )}
        <Links view={view} model={model} />
        <div class="dash-two">
          <Slots view={view} model={model} />
          <div class="dash">
            <OpportunityActs view={view} model={model} />
            <section class="panel" aria-labelledby="history">
              <h2 id="history">{words.one.history}</h2>
              <HistoryList view={view} entries={history} zone={school.zone} />
            </section>
          </div>
        </div>
      </div>
    ),
  });
}

function Links({ view, model: { opportunity, may } }: { readonly view: View; readonly model: DeskOpportunityModel }): JSX.Element {
  const words = deskSetupIn(view.context.language).one;
  const { desk: share } = shareIn(view.context.language);
  const { opportunityId, status } = opportunity;
  const isPublic = status === 'published' || status === 'closed';
  return (
    <p class="dash-acts noprint">
      {may.edit && (
        <a class="button" href={deskPaths.opportunityForm(opportunityId)}>
          {words.edit}
        </a>
      )}
      <a
        class="button button-quiet"
        href={isPublic ? inLanguage(paths.opportunity(opportunityId), view.context.language) : deskPaths.preview(opportunityId)}
      >
        {isPublic ? words.public : words.preview}
      </a>
      <a class="button button-quiet" href={deskPaths.poster(opportunityId)}>
        {share.poster}
      </a>
      {may.people && status !== 'draft' && (
        <a class="button button-quiet" href={`${deskPaths.poster(opportunityId)}?${DOOR_PARAMETER}=yes`}>
          {share.door}
        </a>
      )}
      {may.people && status !== 'draft' && (
        <>
          <a class="button button-quiet" href={deskPaths.roster(opportunityId)}>
            {words.roster}
          </a>
          <a class="button button-quiet" href={deskPaths.checkIn(opportunityId)}>
            {deskCheckInIn(view.context.language).open}
          </a>
        </>
      )}
      {may.people && status !== 'draft' && (
        <>
          <a class="button button-quiet" href={deskPaths.messages(opportunityId)}>
            {words.messages}
          </a>
          <a class="button button-quiet" href={feedbackPaths.deskOne(opportunityId)}>
            {feedbackIn(view.context.language).desk.link}
          </a>
        </>
      )}
    </p>
  );
}

function Slots({ view, model }: { readonly view: View; readonly model: DeskOpportunityModel }): JSX.Element {
  const { slots, school } = model;
  const words = deskSetupIn(view.context.language).one;
  return (
    <section class="panel" aria-labelledby="slots">
      <h2 id="slots">{words.slots}</h2>
      <SeriesSaid view={view} model={model} />
      <Scroll view={view} label={words.slots}>
        <table class="data">
          <Heads names={[words.slot, words.when]} sums={[words.places]} />
          <tbody>
            {slots.map(({ slot, taken }) => (
              <tr key={slot.slotId}>
                <th scope="row">{textOf(view, slot.label)}</th>
                <td>
                  {slotWhen(view, slot, school.zone)} {slot.calledOff && <span class="tag tag-late">{words.off}</span>}
                </td>
                <td class="sum">
                  {words.of(taken, slot.capacity)}
                  {taken > slot.capacity && <span class="tag tag-late">{words.over}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
