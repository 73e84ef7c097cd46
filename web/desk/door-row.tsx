/** One person at the door: a button that checks them in, one that takes it back, and how long they helped. */
import type { JSX } from 'preact';
import { CHECK_IN_PARAMETERS, deskPaths } from '#contracts/desk-pages.ts';
import type { RosterEntry } from '#contracts/resources/roster.ts';
import { inLanguage, type View } from '../components/view.ts';
import { deskCheckInIn, deskPeopleIn } from '../messages/areas.ts';
import { pluralIn } from '../words/plural.ts';
import { FormToken } from './layout.tsx';
import type { DeskCheckInModel, DoorSlot } from './models-check-in.ts';
import { attendanceSaid } from './people-words.ts';

interface Props {
  readonly view: View;
  readonly model: DeskCheckInModel;
  readonly slot: DoorSlot;
  readonly entry: RosterEntry;
  readonly hidden: boolean;
}

export const nameOf = (view: View, { person }: RosterEntry): string => person?.name ?? deskPeopleIn(view.context.language).gone;

/** Which of its buttons are there follows from `data-state`, so that the script changes one word of it. */
export function DoorRow({ view, model, slot, entry, hidden }: Props): JSX.Element {
  const words = deskCheckInIn(view.context.language);
  const plural = pluralIn(view.m.locale);
  const { opportunity, zone, posted } = model;
  const { personId, signUpId, places, attendance, seenAt, minutes } = entry;
  const name = nameOf(view, entry);
  const action = deskPaths.ofSignUp(opportunity.opportunityId, personId, signUpId, 'mark');
  const props = { view, model, action };
  const isWrong = posted?.operationId === 'markPerson' && posted.signUpId === signUpId && posted.errors.length > 0;
  return (
    <li
      class="door-row"
      id={`r-${signUpId}`}
      data-path={action}
      data-state={attendance}
      data-seen={seenAt}
      data-places={places}
      data-name={name}
      hidden={hidden}
    >
      <p class="door-who">
        <a href={deskPaths.person(opportunity.opportunityId, personId)}>{name}</a>{' '}
        <span class="soft">
          {places > 1 && `${words.places(places)} · `}
          <span data-said>
            {attendanceSaid(view, entry, zone)}
            {minutes !== undefined && minutes !== slot.minutes && ` · ${plural(minutes, words.net.given)}`}
          </span>
        </span>
      </p>
      {slot.opensAt === undefined && (
        <>
          <MarkForm {...props} mark="acts">
            <Act words={words.checkIn} name={name} value="attended" kind="button" />
            <Act words={words.missed} name={name} value="missed" kind="button button-quiet" />
            <Act words={words.undo} name={name} value="open" kind="button button-quiet" />
          </MarkForm>
          <details class="act-more door-hours" open={isWrong}>
            <summary class="act" aria-label={words.forName(words.hours, name)}>
              {words.hours}
            </summary>
            <MarkForm {...props} mark="minutes">
              <input type="hidden" name="attendance" value="attended" />
              <label for={`m-${signUpId}`}>{words.minutes}</label>
              <p class="hint" id={`h-${signUpId}`}>
                {isWrong ? words.wrongMinutes : words.minutesHint(slot.minutes)}
              </p>
              <input
                id={`m-${signUpId}`}
                type="text"
                inputmode="numeric"
                name="minutes"
                class="short"
                autocomplete="off"
                aria-describedby={`h-${signUpId}`}
                aria-invalid={isWrong ? 'true' : undefined}
                value={minutes === undefined ? '' : String(minutes)}
              />{' '}
              <button class="button button-quiet" type="submit">
                {words.minutesDo}
              </button>
            </MarkForm>
          </details>
        </>
      )}
    </li>
  );
}

const Act = (props: { readonly words: string; readonly name: string; readonly value: string; readonly kind: string }): JSX.Element => (
  <button class={props.kind} type="submit" name="attendance" value={props.value} aria-label={`${props.words}: ${props.name}`}>
    {props.words}
  </button>
);

function MarkForm({
  view,
  model: { reader, search, day, scanned },
  action,
  mark,
  children,
}: Pick<Props, 'view' | 'model'> & {
  readonly action: string;
  readonly mark: 'acts' | 'minutes';
  readonly children: JSX.Element | JSX.Element[] | (JSX.Element | string)[];
}): JSX.Element {
  const back = { [CHECK_IN_PARAMETERS.day]: day, [CHECK_IN_PARAMETERS.search]: search, [CHECK_IN_PARAMETERS.one]: scanned?.signUpId ?? '' };
  return (
    <form
      class={mark === 'acts' ? 'door-acts' : 'act-form'}
      method="post"
      action={inLanguage(action, view.context.language)}
      data-mark={mark}
      novalidate
    >
      <FormToken reader={reader} />
      {Object.entries(back).map(([name, value]) => value !== '' && <input key={name} type="hidden" name={name} value={value} />)}
      {children}
    </form>
  );
}
