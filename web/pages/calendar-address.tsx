/** The address of a person's own calendar: to subscribe with, to copy, to make anew, to end. */
import type { ComponentChildren, JSX } from 'preact';
import { calendarPaths, SEEN_ADDRESS_FIELD } from '#contracts/calendar-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { CalendarAddress } from '#contracts/resources/calendar.ts';
import { page } from '../components/layout.tsx';
import { type View, viewOf } from '../components/view.ts';
import { calendarIn } from '../messages/areas.ts';
import type { PageContext } from './models.ts';

export interface CalendarAddressModel {
  readonly token: string;
  /** Absent while there is none. */
  readonly address?: CalendarAddress;
  /** What was just done. */
  readonly done?: 'ended' | 'replaced';
}

export function calendarAddressPage(context: PageContext, { token, address, done }: CalendarAddressModel): string {
  const view = viewOf(context);
  const { own: words } = calendarIn(context.language);
  // a form that is sent again leads to what was not just done any more
  const notice = done === 'ended' ? address === undefined && words.ended : done === 'replaced' && address !== undefined && words.replaced;
  return page(view, {
    title: words.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <p class="crumb">
          <a href={paths.manage(token)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {notice && (
          <p class="notice notice-good" role="status">
            {notice}
          </p>
        )}
        {address === undefined ? (
          <div>
            <p>
              <strong>{words.none}</strong> {words.noneHint}
            </p>
            <Form view={view} action={calendarPaths.address(token)} submit={words.make} />
          </div>
        ) : (
          <Address view={view} token={token} address={address} />
        )}
      </div>
    ),
  });
}

function Address({
  view,
  token,
  address,
}: Required<Pick<CalendarAddressModel, 'token' | 'address'>> & { readonly view: View }): JSX.Element {
  const { own: words } = calendarIn(view.context.language);
  return (
    <>
      <p>
        <a class="button" href={address.webcal}>
          {words.subscribe}
        </a>
      </p>
      <p class="hint">{words.subscribeHint}</p>
      <label class="address-label" for="address">
        {words.copy}
      </label>
      <AddressField id="address" url={address.url} />
      <p class="hint">
        {words.since(view.dates.day(address.since, view.context.district.zone))} {words.private}
      </p>
      <section class="group" aria-labelledby="how">
        <h2 id="how">{words.howTo}</h2>
        <dl class="address-how">
          {words.steps.map(([where, step]) => (
            <div key={where}>
              <dt>
                <strong>{where}</strong>
              </dt>
              <dd>{step}</dd>
            </div>
          ))}
        </dl>
        <p class="soft">{words.slow}</p>
      </section>
      <div class="acts noprint">
        <Folded label={words.replace}>
          <Form view={view} action={calendarPaths.replace(token)} submit={words.replace}>
            <p>{words.replaceHint}</p>
            <input type="hidden" name={SEEN_ADDRESS_FIELD} value={address.url} />
          </Form>
        </Folded>
        <Folded label={words.end} grave>
          <Form view={view} action={calendarPaths.end(token)} submit={words.end} grave>
            <p>{words.endHint}</p>
          </Form>
        </Folded>
      </div>
    </>
  );
}

/** Selects itself where there is script; without, it is text in a field like any other. */
export const AddressField = ({ id, url }: { readonly id: string; readonly url: string }): JSX.Element => (
  <input class="address" id={id} type="text" readOnly value={url} dir="ltr" spellcheck={false} autocomplete="off" />
);

function Folded({
  label,
  grave,
  children,
}: {
  readonly label: string;
  readonly grave?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="act-more" name="calendar">
      <summary class={grave === true ? 'act act-grave' : 'act'}>{label}</summary>
      {children}
    </details>
  );
}

interface FormProps {
  readonly view: View;
  readonly action: string;
  readonly submit: string;
  readonly grave?: boolean;
  readonly children?: ComponentChildren;
}

function Form({ view, action, submit, grave, children }: FormProps): JSX.Element {
  return (
    <form class="act-form" method="post" action={action} data-once={calendarIn(view.context.language).own.working}>
      {children}
      <button class={grave === true ? 'button button-small button-grave' : 'button button-small'} type="submit">
        {submit}
      </button>
    </form>
  );
}
