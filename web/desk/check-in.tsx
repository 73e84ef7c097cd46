/** Who is there: the list at the door, for a phone in one hand. Each act is a form; the script of the page keeps what was said while there is no network. */
import type { JSX } from 'preact';
import { CHECK_IN_PARAMETERS, deskPaths } from '#contracts/desk-pages.ts';
import { ErrorSummary } from '../components/fields.tsx';
import { slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { deskCheckInIn, deskPeopleIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { ActForm, Folded, Told } from './act-form.tsx';
import { CalledOff } from './called-off.tsx';
import { DoorRow, nameOf } from './door-row.tsx';
import { deskPage } from './layout.tsx';
import type { DeskCheckInModel, DoorSlot } from './models-check-in.ts';
import { deskProblemWords } from './problem-words.ts';
import { WalkIn, walkInErrors } from './walk-in.tsx';

interface Props {
  readonly view: View;
  readonly model: DeskCheckInModel;
}

export function deskCheckInPage(context: PageContext, model: DeskCheckInModel): string {
  const view = viewOf(context);
  const words = deskCheckInIn(context.language);
  const { reader, opportunity, slots, done, problem, posted } = model;
  const title = words.title(textOf(view, opportunity.title));
  const errors = walkInErrors(view, model);
  const refused = problem === undefined || errors.length > 0 ? undefined : saidOf(view, model);
  return deskPage(view, {
    title,
    reader,
    error: problem !== undefined || errors.length > 0,
    atDoor: true,
    children: (
      <div class="wrap section dash door">
        <div>
          <p class="crumb noprint">
            <a href={deskPaths.roster(opportunity.opportunityId)}>{words.roster}</a>
          </p>
          <h1>{title}</h1>
        </div>
        <Network view={view} model={model} />
        <Told done={done === undefined ? undefined : words.done[done]} problem={posted && errors.length === 0 ? refused : undefined} />
        <ErrorSummary view={view} errors={errors} />
        <Days view={view} model={model} />
        <Search view={view} model={model} />
        <div class="dash" data-list>
          {slots.length === 0 && <p class="soft">{words.noSlots}</p>}
          {slots.map((one) => (
            <Slot key={one.slot.slotId} view={view} model={model} one={one} />
          ))}
        </div>
        <WalkIn view={view} model={model} errors={errors} />
      </div>
    ),
  });
}

function saidOf(view: View, { problem, posted }: DeskCheckInModel): string | undefined {
  const words = deskCheckInIn(view.context.language);
  if (problem === undefined) return undefined;
  if (problem === 'sign-up.not-found') return words.gone;
  return problem === 'request.invalid' && posted?.operationId === 'markPerson' ? words.wrongMinutes : deskProblemWords(view, problem);
}

/** What the script says of marks that are on their way. Where there is none, each form says by itself what became of it. */
function Network({ view, model: { reader, zone, opportunity, day, scanned } }: Props): JSX.Element {
  const words = deskCheckInIn(view.context.language);
  return (
    <div
      class="door-net notice noprint"
      data-door={JSON.stringify({ ...words.net, said: words.said })}
      data-token={reader.csrf}
      data-zone={zone}
      data-url={deskPaths.checkIn(opportunity.opportunityId, {
        [CHECK_IN_PARAMETERS.day]: day,
        [CHECK_IN_PARAMETERS.one]: scanned?.signUpId ?? '',
      })}
      data-sign-in={deskPaths.signInTo('')}
      hidden
    >
      <p role="status" />
    </div>
  );
}

/** More days than these are folded, but for the chosen one and those beside it: at the door it is about the list. */
const FEW_DAYS = 5;

function Days({ view, model }: Props): JSX.Element | null {
  const { days, day } = model;
  const words = deskCheckInIn(view.context.language);
  if (days.length < 2) return null;
  const chosen = days.findIndex((one) => one.day === day);
  const near = days.length <= FEW_DAYS ? days : days.filter((_, index) => Math.abs(index - chosen) <= 1);
  const others = days.filter((one) => !near.includes(one));
  return (
    <nav class="noprint" aria-label={words.days}>
      <DayList view={view} model={model} days={near} />
      {others.length > 0 && (
        <Folded title={words.otherDays(others.length)} open={false}>
          <DayList view={view} model={model} days={others} />
        </Folded>
      )}
    </nav>
  );
}

function DayList({ view, model: { opportunity, day, zone }, days }: Props & Pick<DeskCheckInModel, 'days'>): JSX.Element {
  const words = deskCheckInIn(view.context.language);
  return (
    <ul class="door-days">
      {days.map((one) => (
        <li key={one.day}>
          <a
            class="button button-quiet button-small"
            href={deskPaths.checkIn(opportunity.opportunityId, { [CHECK_IN_PARAMETERS.day]: one.day === '' ? 'none' : one.day })}
            {...(one.day === day && { 'aria-current': 'page' as const })}
          >
            {one.startsAt === undefined ? words.noDay : view.dates.shortDay(one.startsAt, zone)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** In front of any letter: who looks for Jose finds José. */
const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whose rows are shown: of who scanned their code, or of a name like this. */
function shows(view: View, { scanned, search }: DeskCheckInModel): (one: DoorSlot['people'][number]) => boolean {
  if (scanned?.personId !== undefined) return ({ personId }) => personId === scanned.personId;
  return (one) => plain(nameOf(view, one)).includes(plain(search.trim()));
}

function Search({ view, model }: Props): JSX.Element {
  const words = deskCheckInIn(view.context.language);
  const { opportunity, search, slots, scanned, day } = model;
  const isShown = shows(view, model);
  const found = slots.some(({ people }) => people.some(isShown));
  const all = deskPaths.checkIn(opportunity.opportunityId, { [CHECK_IN_PARAMETERS.day]: day });
  if (scanned !== undefined)
    return (
      <p class="notice" role="status">
        {scanned.personId === undefined ? words.scannedGone : words.scanned} <a href={all}>{words.everybody}</a>
      </p>
    );
  return (
    <form class="door-search noprint" method="get" action={deskPaths.checkIn(opportunity.opportunityId)}>
      {day !== '' && <input type="hidden" name={CHECK_IN_PARAMETERS.day} value={day} />}
      <label for="q">{words.search}</label>
      <input id="q" type="search" name={CHECK_IN_PARAMETERS.search} value={search} autocomplete="off" />
      <button class="button button-quiet" type="submit">
        {words.searchDo}
      </button>
      {search !== '' && <a href={all}>{words.everybody}</a>}
      <p class="soft" role="status" data-none hidden={found || search === ''}>
        {words.noneFound}
      </p>
    </form>
  );
}

function Slot({ view, model, one }: Props & { readonly one: DoorSlot }): JSX.Element {
  const words = deskCheckInIn(view.context.language);
  const { zone } = model;
  const { slot, people, taken, opensAt } = one;
  const isShown = shows(view, model);
  const here = people.reduce((sum, { attendance, places }) => sum + (attendance === 'attended' ? places : 0), 0);
  const label = `${textOf(view, slot.label)}, ${slotWhen(view, slot, zone)}`;
  return (
    <section class="panel door-slot" aria-label={label} data-slot={slot.slotId} hidden={people.length > 0 && !people.some(isShown)}>
      <div class="door-head">
        <h2>{textOf(view, slot.label)}</h2>
        <p>
          {slotWhen(view, slot, zone)} · <CalledOff view={view} slot={slot} />
          <strong data-here={words.here(-1, -2)}>{words.here(here, taken)}</strong>
        </p>
      </div>
      {slot.calledOff && <p class="notice">{words.calledOff}</p>}
      {opensAt !== undefined && <p class="notice">{words.opens(view.dates.moment(opensAt, zone))}</p>}
      {people.length === 0 && <p class="soft">{deskPeopleIn(view.context.language).nobody}</p>}
      <ul class="door-rows">
        {people.map((entry) => (
          <DoorRow key={entry.signUpId} view={view} model={model} slot={one} entry={entry} hidden={!isShown(entry)} />
        ))}
      </ul>
      <div data-rest={slot.slotId}>
        {opensAt === undefined && model.scanned === undefined && <Rest view={view} model={model} one={one} label={label} />}
      </div>
    </section>
  );
}

/** For the end of the slot: asked about first, and it can be taken back. */
function Rest({
  view,
  model: { reader, opportunity, day },
  one,
  label,
}: Props & { readonly one: DoorSlot; readonly label: string }): JSX.Element | null {
  const words = deskCheckInIn(view.context.language);
  const { slot, people } = one;
  const open = people.filter(({ attendance }) => attendance === 'open').length;
  const props = { view, reader, action: deskPaths.markRest(opportunity.opportunityId), wide: true };
  const fields = (attendance: string) => (
    <>
      <input type="hidden" name="slotId" value={slot.slotId} />
      <input type="hidden" name="attendance" value={attendance} />
      <input type="hidden" name={CHECK_IN_PARAMETERS.day} value={day} />
    </>
  );
  const isMissed = people.some(({ attendance }) => attendance === 'missed');
  if (!isMissed && (open === 0 || slot.calledOff)) return null;
  return (
    <Folded title={words.rest} label={words.forName(words.rest, label)} open={false}>
      {open > 0 && !slot.calledOff && (
        <ActForm {...props}>
          {fields('missed')}
          <p>{words.restAsk(open)}</p>
          <p>
            <button class="button button-quiet" type="submit">
              {words.restDo}
            </button>
          </p>
        </ActForm>
      )}
      {isMissed && (
        <ActForm {...props}>
          {fields('open')}
          <p>
            <button class="button button-quiet" type="submit">
              {words.restUndo}
            </button>
          </p>
        </ActForm>
      )}
    </Folded>
  );
}
