/** Who comes: the roster of an opportunity, slot by slot; on paper a list to check people in. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Opportunity, Question } from '#contracts/resources/opportunity.ts';
import type { Roster, RosterEntry, RosterSlot, RosterWaiting } from '#contracts/resources/roster.ts';
import type { Answer } from '#contracts/resources/sign-up.ts';
import type { PersonId, SlotId } from '#contracts/values.ts';
import { slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { deskCheckInIn, deskMessagesIn, deskPeopleIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { CalledOff } from './called-off.tsx';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import type { DeskReader } from './models.ts';
import { attendanceWords } from './people-words.ts';

export interface DeskRosterModel {
  readonly reader: DeskReader;
  readonly roster: Roster;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'place' | 'contact'>;
  readonly zone: string;
  /** The one slot that is shown; absent for all. */
  readonly only?: SlotId;
  /** Whose address takes no mail. */
  readonly withoutMail: ReadonlySet<PersonId>;
  /** Whether the reader may change who comes. */
  readonly mayManage: boolean;
}
interface Props {
  readonly view: View;
  readonly model: DeskRosterModel;
}

export function deskRosterPage(context: PageContext, model: DeskRosterModel): string {
  const view = viewOf(context);
  const words = deskPeopleIn(context.language);
  const { reader, roster, only } = model;
  const { opportunityId } = roster;
  const title = words.title(textOf(view, roster.title));
  const query = only === undefined ? '' : `?slot=${only}`;
  return deskPage(view, {
    title,
    reader,
    children: (
      <div class="wrap section dash">
        <h1>{title}</h1>
        <div class="noprint">
          <p>
            <a href={deskPaths.opportunity(opportunityId)}>{words.back}</a>
            {' · '}
            <a href={`${deskPaths.rosterFile(opportunityId)}${query}`}>{words.download}</a>
            {only !== undefined && (
              <>
                {' · '}
                <a href={deskPaths.roster(opportunityId)}>{words.allSlots}</a>
              </>
            )}
          </p>
          <p class="soft">{words.print}</p>
        </div>
        {model.mayManage && roster.slots.length > 0 && (
          <p class="dash-acts noprint">
            <a class="button" href={`${deskPaths.addPerson(opportunityId)}${query}`}>
              {words.add}
            </a>
            <a class="button button-quiet" href={deskPaths.checkIn(opportunityId)}>
              {deskCheckInIn(context.language).open}
            </a>
            {roster.slots.some(({ people }) => people.length > 0) && (
              <a class="button button-quiet" href={`${deskPaths.newMessage(opportunityId)}${query}`}>
                {deskMessagesIn(context.language).write}
              </a>
            )}
          </p>
        )}
        {roster.slots.length === 0 && <p class="soft">{words.noSlots}</p>}
        {roster.slots.map((one) => (
          <SlotSheet key={one.slot.slotId} view={view} model={model} one={one} />
        ))}
      </div>
    ),
  });
}

function SlotSheet({ view, model, one: { slot, taken, placesLeft, people, waiting } }: Props & { readonly one: RosterSlot }): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { roster, opportunity, zone, only } = model;
  const { place, contact } = opportunity;
  const label = textOf(view, slot.label);
  const when = slotWhen(view, slot, zone);
  // slots one after the other often have the same label
  const full = `${label}, ${when}`;
  const unconfirmed = people.filter(({ timeBefore }) => timeBefore !== undefined).length;
  return (
    <section class="panel roster-slot" aria-label={full}>
      <h2>{label}</h2>
      <p>
        {when} · {words.taken(taken, slot.capacity)} ·{' '}
        {slot.calledOff ? <CalledOff view={view} slot={slot} /> : <strong>{placesLeft === 0 ? words.full : words.open(placesLeft)}</strong>}
        {only === undefined && (
          <span class="noprint">
            {' · '}
            <a href={`${deskPaths.roster(roster.opportunityId)}?slot=${slot.slotId}`} aria-label={`${words.onlyThis}: ${full}`}>
              {words.onlyThis}
            </a>
            {model.mayManage && people.length > 0 && (
              <>
                {' · '}
                <a
                  href={deskPaths.newMessageTo(roster.opportunityId, slot.slotId)}
                  aria-label={`${deskMessagesIn(view.context.language).writeSlot}: ${full}`}
                >
                  {deskMessagesIn(view.context.language).writeSlot}
                </a>
              </>
            )}
          </span>
        )}
        {only === undefined && model.mayManage && (
          <span class="noprint">
            {' · '}
            <a href={`${deskPaths.addPerson(roster.opportunityId)}?slot=${slot.slotId}`} aria-label={words.addTo(full)}>
              {words.add}
            </a>
          </span>
        )}
      </p>
      {unconfirmed > 0 && (
        <p>
          <span class="tag tag-late">{words.unconfirmedIn(unconfirmed)}</span>
        </p>
      )}
      <p class="onlyprint">
        {textOf(view, roster.title)}
        {place && ` · ${words.where}: ${[place.name, place.address].filter((part) => part !== undefined).join(', ')}`}
        {` · ${words.contact}: ${[contact.name, contact.phone, contact.email].filter((part) => part !== undefined).join(', ')}`}
      </p>
      {people.length === 0 ? <p class="soft">{words.nobody}</p> : <PeopleTable view={view} model={model} label={full} people={people} />}
      {waiting.length > 0 && <WaitingTable view={view} model={model} label={full} waiting={waiting} />}
    </section>
  );
}

function PeopleTable(props: Props & { readonly label: string; readonly people: readonly RosterEntry[] }): JSX.Element {
  const { view, model, label, people } = props;
  const words = deskPeopleIn(view.context.language);
  const { questions } = model.roster;
  const isMarked = people.some(({ attendance }) => attendance !== 'open');
  return (
    <Scroll view={view} label={label}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" class="sum">
              {words.places}
            </th>
            {isMarked && <th scope="col">{deskCheckInIn(view.context.language).checkIn}</th>}
            <th scope="col">{words.email}</th>
            <th scope="col">{words.phone}</th>
            {questions.length > 0 && <th scope="col">{words.answers}</th>}
            <th scope="col">{words.note}</th>
            <th scope="col">{words.since}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((entry) => (
            <PersonRow key={entry.personId} view={view} model={model} entry={entry} isMarked={isMarked} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Who waits for places, in the order in which they are served. Nobody ticks them off at the door. */
function WaitingTable({ view, model, label, waiting }: Props & { readonly label: string; readonly waiting: readonly RosterWaiting[] }) {
  const words = deskPeopleIn(view.context.language);
  const title = words.waitlist(waiting.length);
  return (
    <>
      <h3>{title}</h3>
      <Scroll view={view} label={`${title}: ${label}`}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col" class="sum">
                {words.position}
              </th>
              <th scope="col">{words.name}</th>
              <th scope="col" class="sum">
                {words.wanted}
              </th>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.phone}</th>
              <th scope="col">{words.offer}</th>
              <th scope="col">{words.waitsSince}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map(({ personId, person, position, places, offer, signedUpAt }) => (
              <tr key={personId}>
                <td class="sum">{position}</td>
                <th scope="row">
                  <a href={deskPaths.person(model.roster.opportunityId, personId)}>{person?.name ?? words.gone}</a>
                </th>
                <td class="sum">{places}</td>
                <td>
                  <Email view={view} model={model} personId={personId} person={person} />
                </td>
                <td>{person?.phone}</td>
                <td>{offer && words.offered(offer.places, view.dates.moment(offer.until, model.zone))}</td>
                <td>{signedUpAt !== undefined && view.dates.moment(signedUpAt, model.zone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** What is sent to an address that takes no mail is lost to them: who wants to tell them something calls. */
function Email({ view, model, personId, person }: Props & Pick<RosterEntry, 'personId' | 'person'>): JSX.Element | null {
  if (!person) return null;
  return (
    <>
      <a href={`mailto:${encodeURIComponent(person.email)}`}>{person.email}</a>
      {model.withoutMail.has(personId) && (
        <>
          {' '}
          <span class="tag tag-late">{deskPeopleIn(view.context.language).noMail}</span>
        </>
      )}
    </>
  );
}

/** `isMarked`: somebody of the slot was. */
function PersonRow({ view, model, entry, isMarked }: Props & { readonly entry: RosterEntry; readonly isMarked: boolean }): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { person, places, answers, note, signedUpAt } = entry;
  const { questions } = model.roster;
  return (
    <tr>
      <th scope="row">
        <span class="tick-box" aria-hidden="true" />{' '}
        <a href={deskPaths.person(model.roster.opportunityId, entry.personId)}>{person?.name ?? words.gone}</a>
        {entry.timeBefore !== undefined && (
          <>
            {' '}
            <span class="tag tag-late">{words.unconfirmed}</span>
          </>
        )}
      </th>
      <td class="sum">{places}</td>
      {isMarked && <td>{attendanceWords(view, entry, model.zone)}</td>}
      <td>
        <Email view={view} model={model} personId={entry.personId} person={person} />
      </td>
      <td>{person?.phone}</td>
      {questions.length > 0 && (
        <td>
          {questions.map((question) => {
            const said = answerWords(view, question, answers);
            return said === '' ? null : (
              <div key={question.questionId}>
                <span class="soft">{textOf(view, question.text)}</span> {said}
              </div>
            );
          })}
        </td>
      )}
      <td class="note-line">{note}</td>
      <td>{signedUpAt !== undefined && view.dates.shortDay(signedUpAt, model.zone)}</td>
    </tr>
  );
}

/** An answer as people read it; empty where there is none. */
export function answerWords(view: View, question: Question, answers: readonly Answer[]): string {
  const answer = answers.find(({ questionId }) => questionId === question.questionId)?.answer;
  if (answer === undefined) return '';
  if (question.kind === 'choice') {
    const choice = question.choices.find(({ value }) => value === answer);
    return choice ? textOf(view, choice.text) : answer;
  }
  const words = deskPeopleIn(view.context.language);
  if (question.kind === 'yes-no') return answer === 'yes' ? words.yes : answer === 'no' ? words.no : answer;
  return answer;
}
