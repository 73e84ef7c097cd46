/** Words to pass on, ready to copy, and links that carry them into a message. Nothing here asks anyone else for anything before a person follows a link. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity, PublicSchool } from '#contracts/resources/availability.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import type { Language } from '#contracts/values.ts';
import { shareIn } from '../messages/areas.ts';
import { messagesFor } from '../messages/index.ts';
import type { PageContext } from '../pages/models.ts';
import { nextSlot } from '../words/figures.ts';
import { inLanguage, slotWhen, textOf, type View, viewOf } from './view.ts';

interface Said {
  readonly text: string;
  readonly subject: string;
}

interface TextProps {
  readonly view: View;
  readonly id: string;
  readonly language: Language;
  readonly said: Said;
}

/** The text itself can be marked and copied by hand; the button is there where script is. */
export function ShareText({ view, id, language, said: { text, subject } }: TextProps): JSX.Element {
  const words = shareIn(view.context.language);
  const body = encodeURIComponent(text);
  return (
    <div class="share">
      <p class="share-text" id={id} lang={language}>
        {text}
      </p>
      <ul class="share-ways noprint">
        <li>
          <button class="button button-small button-quiet" type="button" hidden data-copy={id} data-copied={words.copied}>
            {words.copy}
          </button>
        </li>
        <li>
          <a href={`https://wa.me/?text=${body}`} rel="noreferrer">
            {words.whatsapp}
          </a>
        </li>
        <li>
          <a href={`sms:?&body=${body}`}>{words.sms}</a>
        </li>
        <li>
          <a href={`mailto:?subject=${encodeURIComponent(subject)}&body=${body}`}>{words.email}</a>
        </li>
      </ul>
    </div>
  );
}

/** An opportunity in each of the district's languages, the reader's first. */
export function ShareOpportunity({ view, opportunity }: { readonly view: View; readonly opportunity: PublicOpportunity }): JSX.Element {
  const words = shareIn(view.context.language);
  const { language, district } = view.context;
  const others = district.languages.filter((one) => one !== language);
  return (
    <section class="wrap section share-all" aria-labelledby="share">
      <h2 id="share">{words.title}</h2>
      <p class="section-hint">{words.lead}</p>
      <ShareText view={view} id="share-text" language={language} said={opportunityText(view, opportunity, language)} />
      {others.map((other) => (
        <details key={other} class="noprint">
          <summary lang={other}>{shareIn(other).in(messagesFor(other).name)}</summary>
          <ShareText view={view} id={`share-text-${other}`} language={other} said={opportunityText(view, opportunity, other)} />
        </details>
      ))}
      <p class="noprint">
        <a href={sharePaths.poster(opportunity.opportunityId)}>{words.posterLink}</a>
      </p>
    </section>
  );
}

function opportunityText(view: View, opportunity: PublicOpportunity, language: Language): Said {
  const other = viewOf({ ...view.context, language });
  const words = shareIn(language);
  const { school, opportunityId } = opportunity;
  const title = textOf(other, opportunity.title);
  const takingPlace = opportunity.slots.filter(({ slot }) => slot.calledOff !== true);
  const next = nextSlot({ ...opportunity, slots: takingPlace }, view.context.now)?.slot;
  // of several slots the day alone: the times of one would be taken for those of all
  const whenOf = (slot: Slot, startsAt: string): string =>
    takingPlace.length > 1 ? other.dates.day(startsAt, school.zone) : slotWhen(other, slot, school.zone);
  const when = next?.startsAt === undefined ? '' : whenOf(next, next.startsAt);
  const url = `${view.context.district.siteUrl}${inLanguage(paths.opportunity(opportunityId), language)}`;
  return { text: words.text(school.name, title, when, url), subject: words.subject(school.name, title) };
}

/** For the page of an opportunity. */
export const shareOpportunity = (context: PageContext, opportunity: PublicOpportunity): JSX.Element => (
  <ShareOpportunity view={viewOf(context)} opportunity={opportunity} />
);
export const friendNotice = ({ language }: PageContext): { readonly notice: string } => ({ notice: shareIn(language).friend.notice });

interface FriendProps {
  readonly view: View;
  /** Tells two on one page apart. */
  readonly id: string;
  readonly opportunity: Pick<Opportunity, 'opportunityId' | 'title'>;
  readonly school: Pick<PublicSchool, 'zone'>;
  /** What the person takes part in; the friend finds it ticked. */
  readonly slots: readonly Slot[];
}

/** More slots than these are not named: a link of that length is no longer one to send. */
const MOST_NAMED = 6;

/** Nothing in it tells who sends it. */
export function friendUrl(
  view: View,
  { opportunity, slots }: Pick<FriendProps, 'slots'> & { readonly opportunity: { readonly opportunityId: Opportunity['opportunityId'] } },
): string {
  const path = sharePaths.friend(
    opportunity.opportunityId,
    (slots.length > MOST_NAMED ? [] : slots).map(({ slotId }) => slotId),
  );
  return `${view.context.district.siteUrl}${inLanguage(path, view.context.language)}`;
}

export function FriendText({ view, id, opportunity, school, slots }: FriendProps): JSX.Element {
  const { friend: words } = shareIn(view.context.language);
  const title = textOf(view, opportunity.title);
  const [first, second] = slots;
  const when = first?.startsAt === undefined || second !== undefined ? '' : slotWhen(view, first, school.zone);
  const said = { text: words.text(title, when, friendUrl(view, { opportunity, slots })), subject: words.subject(title) };
  return <ShareText view={view} id={id} language={view.context.language} said={said} />;
}

/** After signing up. */
export function BringAFriend(props: FriendProps): JSX.Element | null {
  const { friend: words } = shareIn(props.view.context.language);
  if (props.slots.length === 0) return null;
  return (
    <section class="noprint" aria-labelledby="friend">
      <h2 id="friend">{words.title}</h2>
      <p>{words.lead}</p>
      <FriendText {...props} />
    </section>
  );
}

/** Beside what else can be done about a sign-up. */
export function BringAFriendTo(props: FriendProps): JSX.Element {
  const { friend: words } = shareIn(props.view.context.language);
  return (
    <details class="act-more">
      <summary class="act">{words.title}</summary>
      <div class="act-form">
        <p>{words.lead}</p>
        <FriendText {...props} />
      </div>
    </details>
  );
}
