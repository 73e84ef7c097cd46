/** The code that a person shows at the door, one for each opportunity and day; and what somebody sees who opens one without being of the staff. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import type { OpportunityId } from '#contracts/values.ts';
import { page } from '../components/layout.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { doorCodesIn } from '../messages/areas.ts';
import type { PageContext } from './models.ts';

export interface DoorCodesModel {
  readonly token: string;
  /** The first of each opportunity and day, by time. */
  readonly signUps: readonly MySignUp[];
}

export function doorCodesPage(context: PageContext, { token, signUps }: DoorCodesModel): string {
  const view = viewOf(context);
  const words = doorCodesIn(context.language);
  return page(view, {
    title: words.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <p class="crumb noprint">
          <a href={paths.manage(token)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        {signUps.length === 0 ? <p class="lead">{words.none}</p> : <p class="lead">{words.lead}</p>}
        {signUps.map((signUp) => (
          <Code key={signUp.signUpId} view={view} signUp={signUp} />
        ))}
        {signUps.length > 0 && <p class="soft noprint">{words.print}</p>}
      </div>
    ),
  });
}

function Code({ view, signUp: { signUpId, slot, opportunity, school } }: { readonly view: View; readonly signUp: MySignUp }): JSX.Element {
  const words = doorCodesIn(view.context.language);
  const title = textOf(view, opportunity.title);
  const when = slot.startsAt === undefined ? textOf(view, slot.label) : view.dates.day(slot.startsAt, school.zone);
  return (
    <section class="panel door-code" aria-label={`${title}, ${when}`}>
      <h2>{title}</h2>
      <p>
        {slotWhen(view, slot, school.zone)} · {school.name}
      </p>
      <QrCode
        url={`${view.context.district.siteUrl}${sharePaths.checkIn(opportunity.opportunityId, signUpId)}`}
        label={words.label(title, when)}
      />
    </section>
  );
}

export interface ScannedCodeModel {
  readonly opportunityId: OpportunityId;
  /** Where staff sign in, and are led on to who the code is of. */
  readonly signIn: string;
}

/** Says nothing of whose code it is, nor whether there is anybody. */
export function scannedCodePage(context: PageContext, { opportunityId, signIn }: ScannedCodeModel): string {
  const view = viewOf(context);
  const { scanned: words } = doorCodesIn(context.language);
  return page(view, {
    title: words.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="onward">
          <a class="button" href={paths.opportunity(opportunityId)}>
            {words.about}
          </a>{' '}
          <a class="button button-quiet" href={paths.sendLink}>
            {words.mine}
          </a>
        </p>
        <p>
          {words.staff} <a href={signIn}>{words.signIn}</a>
        </p>
      </div>
    ),
  });
}
