/** One person in an opportunity, at the desk: what they hold, what staff can do with it, and what staff did. */
import type { JSX } from 'preact';
import { CHECK_IN_PARAMETERS, deskPaths } from '#contracts/desk-pages.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { ErrorSummary, type FieldError } from '../components/fields.tsx';
import { slotWhen, telLink, textOf, type View, viewOf } from '../components/view.ts';
import { typed } from '../forms/person-form.ts';
import { checkInIn, deskCheckInIn, deskPeopleIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { CalledOff } from './called-off.tsx';
import { deskPage } from './layout.tsx';
import type { DeskPersonModel, SignUpSeen } from './models-people.ts';
import { attendanceWords, fieldErrors, refusedWords, slotSaid } from './people-words.ts';
import { PersonActs } from './person-acts.tsx';
import { answerWords } from './roster.tsx';

interface Props {
  readonly view: View;
  readonly model: DeskPersonModel;
}

export function deskPersonPage(context: PageContext, model: DeskPersonModel): string {
  const view = viewOf(context);
  const words = deskPeopleIn(context.language);
  const { opportunity, person, reader, done, problem } = model;
  const errors = errorsOf(view, model);
  const name = person.person?.name ?? words.unknownPerson;
  const theirs = person.signUps.filter(isTheirs);
  return deskPage(view, {
    title: name,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <Head view={view} model={model} />
        {done !== undefined && words.done[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {words.done[done]} {done === 'addPerson' && <a href={deskPaths.addPerson(opportunity.opportunityId)}>{words.addAnother}</a>}
          </p>
        )}
        <ErrorSummary view={view} errors={errors} />
        {problem !== undefined && errors.length === 0 && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {refusedWords(view, problem, 0)}
          </p>
        )}
        {opportunity.limitPerPerson !== undefined && person.places > opportunity.limitPerPerson && (
          <p class="notice">{words.limit(person.places, opportunity.limitPerPerson)}</p>
        )}
        <div class="dash-two">
          <div class="dash">
            {theirs.length === 0 && <p class="soft">{words.nothingHeld}</p>}
            {person.signUps.map((one, index) =>
              isTheirs(one) ? <SignUpPanel key={one.signUpId} view={view} model={model} one={one} index={index} errors={errors} /> : null,
            )}
          </div>
          <div class="dash">
            <Earlier view={view} model={model} />
            <Deeds view={view} model={model} />
          </div>
        </div>
      </div>
    ),
  });
}

/** What they have or wait for. */
const isTheirs = ({ isHeld, waiting }: SignUpSeen): boolean => isHeld || waiting !== undefined;

/** What was wrong with the form that was posted, beside the field that can put it right. */
function errorsOf(view: View, { posted, problem, person, slots }: DeskPersonModel): readonly FieldError[] {
  const index = person.signUps.findIndex(({ signUpId }) => signUpId === posted?.signUpId);
  const one = person.signUps[index];
  if (!posted || !one) return [];
  const id = (field: string): string => `${field}-${index}`;
  if (posted.errors.length > 0) return fieldErrors(view, posted.errors, (pointer) => id(pointer.split('/')[1] ?? ''));
  const left = (slotId: string): number => slots.find(({ slot }) => slot.slotId === slotId)?.placesLeft ?? 0;
  if (problem === 'slot.not-enough-places' && posted.operationId === 'resizePerson' && one.isHeld)
    return [{ fieldId: id('places'), words: refusedWords(view, problem, left(one.slot.slotId)) }];
  if (posted.operationId === 'movePerson' && (problem === 'sign-up.already' || problem?.startsWith('slot.')))
    return [{ fieldId: id('slotId'), words: refusedWords(view, problem, left(typed(posted.values, 'slotId'))) }];
  return problem === 'note.changed-meanwhile' ? [{ fieldId: id('note'), words: refusedWords(view, problem, 0) }] : [];
}

function Head({ view, model: { opportunity, person } }: Props): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { person: known, language } = person;
  return (
    <div>
      <p class="crumb">
        <a href={deskPaths.roster(opportunity.opportunityId)}>{words.title(textOf(view, opportunity.title))}</a>
      </p>
      <h1>{known?.name ?? words.unknownPerson}</h1>
      {known && (
        <p class="lead">
          <a href={`mailto:${encodeURIComponent(known.email)}`}>{known.email}</a>
          {known.phone !== undefined && (
            <>
              {' · '}
              <a href={telLink(known.phone)}>{known.phone}</a>
            </>
          )}
          {language !== undefined && ` · ${words.inLanguage(languageNameIn(view.m.locale, language))}`}
        </p>
      )}
    </div>
  );
}

function SignUpPanel({
  view,
  model,
  one,
  index,
  errors,
}: Props & { readonly one: SignUpSeen; readonly index: number; readonly errors: readonly FieldError[] }): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { zone, may, opportunity } = model;
  const { signUpId, seen, slot, timeBefore, places, waiting, answers, note, addedBy, isKept, signedUpAt } = one;
  return (
    <section class="panel dash" aria-label={slotSaid(view, slot, zone)}>
      <div>
        <h2>{textOf(view, slot.label)}</h2>
        <p>
          {slotWhen(view, slot, zone)} · <CalledOff view={view} slot={slot} />
          <strong>{waiting ? words.waits(waiting.position, waiting.of, places) : words.holds(places)}</strong>
        </p>
        {waiting?.offer && (
          <p class="notice">
            {words.offer}: {words.offered(waiting.offer.places, view.dates.moment(waiting.offer.until, zone))}
          </p>
        )}
        {timeBefore !== undefined && (
          <p class="notice">
            {timeBefore.startsAt === undefined ? words.movedFromNone : words.movedFrom(slotWhen(view, timeBefore, zone))}
          </p>
        )}
        {seen !== undefined && (
          <p>
            {seen.attendance !== 'open' && <strong>{attendanceWords(view, seen, zone)} · </strong>}
            {may.manage && (
              <a href={deskPaths.checkIn(opportunity.opportunityId, { [CHECK_IN_PARAMETERS.one]: signUpId })}>
                {deskCheckInIn(view.context.language).atDoor}
              </a>
            )}
          </p>
        )}
        {signedUpAt !== undefined && (
          <p class="soft">
            {words.since}: {view.dates.moment(signedUpAt, zone)}
            {addedBy !== undefined && ` · ${words.addedBy(addedBy)}`}
          </p>
        )}
        {opportunity.questions.map((question) => {
          const said = answerWords(view, question, answers);
          return said === '' ? null : (
            <p key={question.questionId}>
              <span class="soft">{textOf(view, question.text)}</span> {said}
            </p>
          );
        })}
        {note !== undefined && !(may.manage && isKept) && (
          <p class="note-line">
            <span class="soft">{words.note}:</span> {note}
          </p>
        )}
      </div>
      {!isKept && <p class="soft">{words.keptNot}</p>}
      {isKept && !may.manage && <p class="soft">{words.readOnly}</p>}
      {isKept && may.manage && <PersonActs view={view} model={model} one={one} index={index} errors={errors} />}
    </section>
  );
}

function Earlier({ view, model: { person, zone } }: Props): JSX.Element | null {
  const words = deskPeopleIn(view.context.language);
  const gone = person.signUps.filter((one) => !isTheirs(one));
  if (gone.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="earlier">
      <h2 id="earlier">{words.earlier}</h2>
      <ul class="todo">
        {gone.map(({ signUpId, slot, places, note }) => (
          <li key={signUpId}>
            <span>{words.earlierOne(slotSaid(view, slot, zone), places)}</span>
            {note !== undefined && <span class="soft note-line">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deeds({ view, model }: Props): JSX.Element {
  const words = deskPeopleIn(view.context.language);
  const { history, zone } = model;
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      {history.length === 0 && <p class="soft">{words.noHistory}</p>}
      {history.length > 0 && (
        <ol class="timeline">
          {history.map((entry) => (
            <li key={`${entry.at} ${entry.ref}`}>
              <span class="soft">{words.historyBy(entry.by, view.dates.moment(entry.at, zone))}</span>
              <strong>{words.deeds[entry.what] ?? entry.what}</strong>
              <span>{deedWords(view, model, entry)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What exactly, where the entry says it. Of a note it does not. */
function deedWords(view: View, { slots, zone }: DeskPersonModel, { what, changes }: StaffHistoryEntry): string {
  const words = deskPeopleIn(view.context.language);
  const change = (field: string) => changes.find((one) => one.field === field);
  const named = (slotId: unknown): string => {
    const found = slots.find(({ slot }) => slot.slotId === slotId)?.slot;
    return found ? slotSaid(view, found, zone) : words.goneSlot;
  };
  const [slot, places] = [change('slotId'), change('places')];
  if (what === 'sign-up.moved' && slot) return words.deedMoved(named(slot.before), named(slot.after));
  if ((what === 'sign-up.added' || what === 'sign-up.waitlisted') && slot) return words.deedAdded(named(slot.after), Number(places?.after));
  if (what === 'sign-up.resized' && places) return words.deedResized(Number(places.before), Number(places.after));
  if (what === 'sign-up.promoted' && places) return words.holds(Number(places.after));
  const start = change('startsAt')?.after;
  if (what === 'sign-up.time-confirmed' && typeof start === 'string') return view.dates.moment(start, zone);
  const minutes = change('minutes');
  if (what === 'sign-up.attended' && minutes) return checkInIn(view.context.language).spent(Number(minutes.after));
  return (what === 'sign-up.cancelled' || what === 'sign-up.unlisted') && places ? words.holds(Number(places.before)) : '';
}
