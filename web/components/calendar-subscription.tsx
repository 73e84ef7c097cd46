/** Where a calendar can be subscribed to: a school's on its page, a person's own on the manage page. */
import type { JSX } from 'preact';
import { calendarPaths, webcal } from '#contracts/calendar-pages.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import { calendarIn } from '../messages/areas.ts';
import { inLanguage, type View } from './view.ts';

export function SchoolCalendar({ view, school }: { readonly view: View; readonly school: PublicSchool }): JSX.Element {
  const { context } = view;
  const { school: words } = calendarIn(context.language);
  const url = `${context.district.siteUrl}${inLanguage(calendarPaths.ofSchool(school.slug), context.language)}`;
  return (
    <section class="wrap section subscribe noprint" aria-labelledby="calendar">
      <h2 id="calendar">{words.title}</h2>
      <p>{words.lead(school.name)}</p>
      <p>
        <a class="button button-quiet" href={webcal(url)}>
          {words.subscribe}
        </a>
      </p>
      <p>
        <label class="hint" for="calendar-address">
          {words.or}
        </label>
        <input class="address" id="calendar-address" type="text" readOnly value={url} dir="ltr" spellcheck={false} autocomplete="off" />
      </p>
    </section>
  );
}

/** A post, because a link in a mail that a scanner opens must not make an address. One that is there is only shown. */
export function MyCalendar({ view, token }: { readonly view: View; readonly token: string }): JSX.Element {
  const { mine: words, own } = calendarIn(view.context.language);
  return (
    <section class="group noprint" aria-labelledby="my-calendar">
      <h2 id="my-calendar">{words.title}</h2>
      <p>{words.lead}</p>
      <form method="post" action={calendarPaths.address(token)} data-once={own.working}>
        <button class="button button-quiet" type="submit">
          {words.open}
        </button>
      </form>
    </section>
  );
}
