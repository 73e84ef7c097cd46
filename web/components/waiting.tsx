/** A sign-up that waits for places, on its person's page: where they stand, what is offered and until when, and how to leave. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { MANAGE_FIELDS } from '../forms/manage-forms.ts';
import { mineIn, waitlistMineIn } from '../messages/areas.ts';
import { Act } from './act.tsx';
import { PlacesField } from './fields.tsx';
import type { View } from './view.ts';

interface WaitingProps {
  readonly view: View;
  readonly token: string;
  readonly signUp: MySignUp;
}

export const waits = ({ state }: MySignUp): boolean => state === 'waitlisted' || state === 'offered';

export function WaitingPart(props: WaitingProps): JSX.Element | null {
  const { view, signUp } = props;
  const words = waitlistMineIn(view.context.language);
  const { waiting } = signUp;
  if (waiting === undefined) return null;
  return (
    <>
      <div class="waiting">
        {waiting.offer === undefined ? (
          <>
            <p class="waiting-number">{words.position(waiting.position, waiting.of)}</p>
            <p class="soft">{words.how}</p>
          </>
        ) : (
          <Offer {...props} offer={waiting.offer} />
        )}
      </div>
      <Acts {...props} />
    </>
  );
}

function Offer({
  view,
  token,
  signUp,
  offer: { places, until },
}: WaitingProps & { readonly offer: NonNullable<NonNullable<MySignUp['waiting']>['offer']> }): JSX.Element {
  const words = waitlistMineIn(view.context.language);
  const fewer = places < signUp.places;
  return (
    <form method="post" action={paths.manageOffer(token)} class="offer" data-once={view.m.form.sending}>
      <input type="hidden" name={MANAGE_FIELDS.signUpId} value={signUp.signUpId} />
      <p class="waiting-number">{fewer ? words.offerFewer(places, signUp.places) : words.offer(places)}</p>
      <p>{words.answerBy(view.dates.moment(until, signUp.school.zone))}</p>
      <p class="offer-answers noprint">
        <button class="button" type="submit" name={MANAGE_FIELDS.answer} value="accept">
          {words.accept(places)}
        </button>
        <button class="button button-quiet" type="submit" name={MANAGE_FIELDS.answer} value="pass">
          {words.pass}
        </button>
      </p>
      <p class="soft noprint">{fewer ? words.passFewerHint(places) : words.passHint}</p>
    </form>
  );
}

function Acts({ view, token, signUp }: WaitingProps): JSX.Element {
  const words = waitlistMineIn(view.context.language);
  const { manage } = mineIn(view.context.language);
  const most = Math.min(50, signUp.maxPlaces);
  const id = `places-${signUp.signUpId}`;
  return (
    <div class="acts noprint">
      {most > 1 && (
        <Act label={words.change} action={paths.managePlaces(token)} view={view} signUp={signUp} submit={manage.save} waits>
          <label for={id}>{manage.newPlaces}</label>
          <PlacesField id={id} name={MANAGE_FIELDS.places} most={most} value={String(signUp.places)} />
          <p class="soft">{words.changeHint}</p>
        </Act>
      )}
      <Act label={words.leave} action={paths.manageCancel(token)} view={view} signUp={signUp} submit={words.leaveYes} grave waits>
        <p>{words.leaveAsk}</p>
        <p class="soft">{words.leaveKeep}</p>
      </Act>
    </div>
  );
}
