/** What staff can do with one sign-up of a person: small forms that need no script. What can't be undone is asked about first. */
import type { ComponentChildren, JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { FieldError } from '../components/fields.tsx';
import { inLanguage, type View } from '../components/view.ts';
import { typed } from '../forms/person-form.ts';
import { deskPeopleIn } from '../messages/areas.ts';
import { Area, Line, Select } from './form-parts.tsx';
import { FormToken } from './layout.tsx';
import type { DeskPersonModel, SignUpSeen } from './models-people.ts';
import { slotSaid } from './people-words.ts';

interface ActProps {
  readonly view: View;
  readonly model: DeskPersonModel;
  readonly one: SignUpSeen;
  /** Behind the names of its fields. */
  readonly index: number;
  readonly errors: readonly FieldError[];
}

export function PersonActs(props: ActProps): JSX.Element {
  const { view, model, one } = props;
  const words = deskPeopleIn(view.context.language);
  const name = model.person.person?.name ?? words.unknownPerson;
  const leaving = one.waiting
    ? { title: words.unlist, ask: words.unlistAsk(name), yes: words.unlistYes }
    : { title: words.cancel, ask: words.cancelAsk(name, one.places), yes: words.cancelYes };
  return (
    <>
      {one.timeBefore !== undefined && <Confirm {...props} />}
      {one.waiting && <Promote {...props} name={name} />}
      <Resize {...props} />
      {!one.waiting && <Move {...props} />}
      <Note {...props} />
      <details class="act-more noprint">
        <summary class="act act-grave">{leaving.title}</summary>
        <ActForm {...props} act="cancel">
          <p>{leaving.ask}</p>
          <p class="hint">{words.cancelKeep}</p>
          <button class="button button-grave" type="submit">
            {leaving.yes}
          </button>
        </ActForm>
      </details>
    </>
  );
}

/** They said so to staff. */
function Confirm(props: ActProps): JSX.Element {
  const words = deskPeopleIn(props.view.context.language);
  const { startsAt, endsAt } = props.one.slot;
  return (
    <ActForm {...props} act="time">
      <input type="hidden" name="startsAt" value={startsAt} />
      {endsAt !== undefined && <input type="hidden" name="endsAt" value={endsAt} />}
      <p class="hint">{words.movedHint}</p>
      <Do words={words.movedDo} />
    </ActForm>
  );
}

/** What they wait for, at once: also before others, so who that passes over is said first. */
function Promote({ name, ...props }: ActProps & { readonly name: string }): JSX.Element {
  const { view, model, one } = props;
  const words = deskPeopleIn(view.context.language);
  const position = one.waiting?.position ?? 1;
  return (
    <details class="act-more noprint">
      <summary class="act">{words.promote}</summary>
      <ActForm {...props} act="promote">
        <p>{words.promoteAsk(name, one.places)}</p>
        {position > 1 && <p class="notice">{words.promoteOvertakes(position - 1)}</p>}
        <p class="hint">{words.promoteHint}</p>
        <Do words={words.promoteYes} />
        {model.may.edit && (
          <p>
            <a class="button button-quiet button-small" href={deskPaths.opportunityForm(model.opportunity.opportunityId)}>
              {words.capacity}
            </a>
          </p>
        )}
      </ActForm>
    </details>
  );
}

/** What was posted with this form, else what is there now. */
function fieldOf({ model: { posted }, one }: ActProps, operationId: string, name: string, now: string): string {
  const isPosted = posted?.operationId === operationId && posted.signUpId === one.signUpId;
  return isPosted ? typed(posted.values, name) : now;
}

function Resize(props: ActProps): JSX.Element {
  const { view, model, one, index, errors } = props;
  const words = deskPeopleIn(view.context.language);
  const { slots, may, opportunity } = model;
  const left = slots.find(({ slot }) => slot.slotId === one.slot.slotId)?.placesLeft ?? 0;
  return (
    <ActForm {...props} act="places">
      <Line
        view={view}
        errors={errors}
        name={`places.${index}`}
        type="number"
        label={one.waiting ? words.wanted : words.resize}
        hint={one.waiting ? words.wantedHint : words.resizeHint(left)}
        value={fieldOf(props, 'resizePerson', 'places', String(one.places))}
      />
      <Do words={words.resizeDo} />
      {left === 0 && may.edit && !one.waiting && (
        <p>
          <a class="button button-quiet button-small" href={deskPaths.opportunityForm(opportunity.opportunityId)}>
            {words.capacity}
          </a>
        </p>
      )}
    </ActForm>
  );
}

function Move(props: ActProps): JSX.Element | null {
  const { view, model, one, index, errors } = props;
  const words = deskPeopleIn(view.context.language);
  const { slots, zone, person } = model;
  const theirs = new Set(person.signUps.flatMap(({ isHeld, slot }) => (isHeld ? [slot.slotId] : [])));
  const others = slots.filter(({ slot }) => !theirs.has(slot.slotId));
  const fits = others.some(({ placesLeft }) => placesLeft >= one.places);
  const chosen = fieldOf(props, 'movePerson', 'slotId', '');
  const options = others.map(
    ({ slot, placesLeft }) => [slot.slotId as string, words.slotWith(slotSaid(view, slot, zone), placesLeft)] as const,
  );
  if (slots.length < 2) return null;
  return (
    <details class="act-more noprint" open={chosen !== '' || errors.some(({ fieldId }) => fieldId === `slotId-${index}`)}>
      <summary class="act">{words.move}</summary>
      {fits ? (
        <ActForm {...props} act="move">
          <Select
            view={view}
            errors={errors}
            name={`slotId.${index}`}
            label={words.moveTo}
            value={chosen}
            options={[['', words.choose], ...options]}
          />
          <Do words={words.moveDo} />
        </ActForm>
      ) : (
        <p class="soft">{words.moveNowhere}</p>
      )}
    </details>
  );
}

function Note(props: ActProps): JSX.Element {
  const { view, one, index, errors } = props;
  const words = deskPeopleIn(view.context.language);
  return (
    <ActForm {...props} act="note">
      <input type="hidden" name="before" value={one.note ?? ''} />
      <Area
        view={view}
        errors={errors}
        name={`note.${index}`}
        label={words.note}
        hint={words.noteHint}
        rows={2}
        value={fieldOf(props, 'notePerson', 'note', one.note ?? '')}
        optional
      />
      <Do words={words.noteDo} />
    </ActForm>
  );
}

const Do = ({ words }: { readonly words: string }): JSX.Element => (
  <button class="button button-quiet" type="submit">
    {words}
  </button>
);

function ActForm({
  view,
  model: { reader, opportunity, person },
  one,
  act,
  children,
}: ActProps & { readonly act: Parameters<typeof deskPaths.ofSignUp>[3]; readonly children: ComponentChildren }): JSX.Element {
  const action = deskPaths.ofSignUp(opportunity.opportunityId, person.personId, one.signUpId, act);
  return (
    <form
      class="act-form noprint"
      method="post"
      action={inLanguage(action, view.context.language)}
      data-once={deskPeopleIn(view.context.language).saving}
      novalidate
    >
      <FormToken reader={reader} />
      {children}
    </form>
  );
}
