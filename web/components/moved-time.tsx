/** Slots that were moved, on their person's page: what the time was and is, and one button that says it still suits. Not answering costs nobody a place. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { MySignUp, SlotTime } from '#contracts/resources/sign-up.ts';
import { MANAGE_FIELDS, timeField, timeName } from '../forms/manage-forms.ts';
import { mineIn } from '../messages/areas.ts';
import { slotWhen, type View } from './view.ts';
import { Words } from './words.tsx';

export type Asked = MySignUp & { readonly timeBefore: SlotTime };

export const isAsked = (signUp: MySignUp): signUp is Asked => signUp.timeBefore !== undefined;

interface AskedProps {
  readonly view: View;
  readonly token: string;
}

/** `isLate`: it is too close to the start to give it back here. */
export function MovedTime({ view, token, signUp, isLate }: AskedProps & { readonly signUp: Asked; readonly isLate: boolean }): JSX.Element {
  const { moved } = mineIn(view.context.language);
  const { slot, timeBefore, school, signUpId } = signUp;
  return (
    <div class="waiting">
      <Confirm view={view} token={token} signUps={[signUp]}>
        <p class="waiting-number">{moved.ask}</p>
        <dl class="facts">
          <div>
            <dt>{moved.before}</dt>
            <dd>{timeBefore.startsAt === undefined ? moved.none : slotWhen(view, timeBefore, school.zone)}</dd>
          </div>
          <div>
            <dt>{moved.now}</dt>
            <dd>{slotWhen(view, slot, school.zone)}</dd>
          </div>
        </dl>
        <p class="offer-answers noprint">
          <button class="button" type="submit" aria-describedby={`stays-${signUpId}`}>
            {moved.yes}
          </button>
        </p>
        <p class="soft noprint" id={`stays-${signUpId}`}>
          {!isLate && `${moved.else} `}
          {moved.stays}
        </p>
      </Confirm>
    </div>
  );
}

/** Where several of one opportunity were moved, one button for all of them. */
export function MovedTogether({ view, token, signUps }: AskedProps & { readonly signUps: readonly MySignUp[] }): JSX.Element {
  const { moved } = mineIn(view.context.language);
  const asked = signUps.filter(isAsked);
  const opportunities = [...new Set(asked.map(({ opportunity }) => opportunity.opportunityId))];
  return (
    <>
      {opportunities.map((id) => {
        const own = asked.filter(({ opportunity }) => opportunity.opportunityId === id);
        const [first] = own;
        if (!first || own.length < 2) return null;
        return (
          <div class="waiting noprint" key={id}>
            <Confirm view={view} token={token} signUps={own}>
              <p class="waiting-number">
                <Words view={view} of={first.opportunity.title} />: {moved.several(own.length)}
              </p>
              <p>{moved.severalHint}</p>
              <p class="offer-answers">
                <button class="button" type="submit">
                  {moved.yesAll(own.length)}
                </button>
              </p>
            </Confirm>
          </div>
        );
      })}
    </>
  );
}

function Confirm({
  view,
  token,
  signUps,
  children,
}: AskedProps & { readonly signUps: readonly Asked[]; readonly children: JSX.Element[] }): JSX.Element {
  return (
    <form method="post" action={paths.manageTime(token)} class="offer" data-once={view.m.form.sending}>
      <input type="hidden" name={MANAGE_FIELDS.signUpId} value={signUps[0]?.signUpId} />
      {signUps.map(({ signUpId, slot }, index) => (
        <input key={signUpId} type="hidden" name={timeName(index)} value={timeField(signUpId, slot)} />
      ))}
      {children}
    </form>
  );
}
