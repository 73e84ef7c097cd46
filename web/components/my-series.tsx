/** Dates of one series that somebody has, on their page: said as one, with each of them to unfold, and several to give back at once. */
import type { ComponentChildren, JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { MANAGE_FIELDS } from '../forms/manage-forms.ts';
import { mineIn, seriesIn } from '../messages/areas.ts';
import { slotTimes, slotWhen, usualTimes, type View } from './view.ts';
import { Words } from './words.tsx';

interface MySeriesProps {
  readonly view: View;
  readonly token: string;
  /** Of one series, in the order of time, all in the same state. */
  readonly signUps: readonly [MySignUp, ...MySignUp[]];
  /** Whether they can be given back here. */
  readonly isChangeable: boolean;
  /** It was sent with no date ticked. */
  readonly isEmpty: boolean;
  /** A card for each. */
  readonly children: ComponentChildren;
}

export function MySeries({ view, token, signUps, isChangeable, isEmpty, children }: MySeriesProps): JSX.Element {
  const words = seriesIn(view.context.language);
  const { manage } = mineIn(view.context.language);
  const [first] = signUps;
  const { opportunity, school, slot, places } = first;
  const last = signUps.at(-1) ?? first;
  const day = (of: MySignUp): string => (of.slot.startsAt === undefined ? '' : view.dates.day(of.slot.startsAt, school.zone));
  const slots = signUps.map((one) => one.slot);
  return (
    <li class="mine">
      <div class="mine-head">
        <p class="eyebrow">{school.name}</p>
        <h3>
          <a href={paths.opportunity(opportunity.opportunityId)}>
            <Words view={view} of={opportunity.title} />
          </a>
        </h3>
        <p class="mine-when">
          {words.dates(signUps.length)}, {usualTimes(view, slots, school.zone)}
        </p>
        <p>{words.span(day(first), day(last))}</p>
        <p>
          <Words view={view} of={slot.label} /> · {words.each(manage.places(places))}
        </p>
        {isChangeable && (
          <p>
            <strong>{words.next(slotWhen(view, slot, school.zone))}</strong>
          </p>
        )}
      </div>
      <div class="acts">
        <details class="act-more">
          <summary class="act">{words.oneByOne(signUps.length)}</summary>
          <ul class="mines">{children}</ul>
        </details>
        {isChangeable && <GiveBack view={view} token={token} signUps={signUps} isEmpty={isEmpty} />}
      </div>
    </li>
  );
}

function GiveBack({ view, token, signUps, isEmpty }: Omit<MySeriesProps, 'isChangeable' | 'children'>): JSX.Element {
  const words = seriesIn(view.context.language);
  const [{ signUpId, school }] = signUps;
  const times = usualTimes(
    view,
    signUps.map(({ slot }) => slot),
    school.zone,
  );
  const tick = (id: string, value: string, label: string): JSX.Element => (
    <div class="choice" key={id}>
      <input id={id} type="checkbox" name={MANAGE_FIELDS.dates} value={value} />
      <label for={id}>{label}</label>
    </div>
  );
  return (
    <details class="act-more noprint" open={isEmpty}>
      <summary class="act act-grave">{words.cancelSome}</summary>
      <form class="act-form" method="post" action={paths.manageCancel(token)} data-once={view.m.form.sending}>
        <input type="hidden" name={MANAGE_FIELDS.signUpId} value={signUpId} />
        <input type="hidden" name={MANAGE_FIELDS.several} value="yes" />
        <fieldset class="plain">
          <legend>{words.cancelAsk}</legend>
          {isEmpty && (
            <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
              {words.cancelNone}
            </p>
          )}
          {signUps.map(({ signUpId: id, slot }) => {
            const own = slotTimes(view, slot, school.zone);
            return tick(
              `back-${id}`,
              id,
              slot.startsAt === undefined || own !== times ? slotWhen(view, slot, school.zone) : view.dates.day(slot.startsAt, school.zone),
            );
          })}
          {tick(`back-all-${signUpId}`, signUps.map(({ signUpId: id }) => id).join(' '), words.cancelAll(signUps.length))}
        </fieldset>
        <button class="button button-small button-grave" type="submit">
          {words.cancelYes}
        </button>
      </form>
    </details>
  );
}
