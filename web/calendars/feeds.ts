/** What calendars to subscribe to say, in words: of a school, and of one person. */
import { paths } from '#contracts/pages.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { CalendarFeed, FeedEvent } from '#contracts/resources/calendar.ts';
import type { DatedSlot, Opportunity } from '#contracts/resources/opportunity.ts';
import type { SignUpId } from '#contracts/values.ts';
import { inLanguage, textOf } from '../components/view.ts';
import { calendarIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';

type Context = Pick<PageContext, 'district' | 'language'>;

interface Happening {
  readonly slot: DatedSlot;
  readonly opportunity: Opportunity;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly changedAt: string;
}

export interface SchoolFeedModel {
  readonly school: PublicSchool;
  readonly events: readonly Happening[];
}

export function schoolFeed(context: Context, { school, events }: SchoolFeedModel): CalendarFeed {
  const { feed: words } = calendarIn(context.language);
  return {
    name: words.schoolName(school.name),
    description: words.schoolDescription(school.name),
    language: context.language,
    events: events.map((event) => {
      const { opportunity, slot } = event;
      const said = entry(context, event, school);
      return {
        ...said,
        uid: `${slot.slotId}@${hostOf(context)}`,
        description: lines(textOf({ context }, opportunity.summary), noteOf(context, slot), words.signUp(said.url)),
      };
    }),
  };
}

export interface OwnFeedModel {
  readonly events: readonly (Happening & { readonly signUpId: SignUpId; readonly school: PublicSchool; readonly places: number })[];
}

/** No link that could change anything: an address of a calendar is given to calendar services. */
export function ownFeed(context: Context, { events }: OwnFeedModel): CalendarFeed {
  const { feed: words } = calendarIn(context.language);
  const { district } = context;
  return {
    name: words.ownName(district.name),
    description: words.ownDescription(district.name),
    language: context.language,
    events: events.map((event) => {
      const { slot, opportunity, school, places } = event;
      const { contact } = opportunity;
      return {
        ...entry(context, event, school),
        uid: `${event.signUpId}@${hostOf(context)}`,
        description: lines(
          `${textOf({ context }, slot.label)} · ${words.places(places)}`,
          noteOf(context, slot),
          school.name,
          words.ask([contact.name, contact.phone, contact.email].filter((one) => one !== undefined).join(', ')),
          words.manage(`${district.siteUrl}${inLanguage(paths.sendLink, context.language)}`),
        ),
      };
    }),
  };
}

function entry(context: Context, event: Happening, school: PublicSchool): Omit<FeedEvent, 'uid' | 'description'> {
  const { slot, opportunity, cancelled, sequence, changedAt } = event;
  const { place } = opportunity;
  const title = `${textOf({ context }, opportunity.title)}: ${textOf({ context }, slot.label)}`;
  return {
    sequence,
    changedAt,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    cancelled,
    title: cancelled ? calendarIn(context.language).feed.cancelled(title) : title,
    ...(place && { place: [place.name, place.address ?? school.address].join(', ') }),
    url: `${context.district.siteUrl}${inLanguage(paths.opportunity(opportunity.opportunityId), context.language)}`,
  };
}

const noteOf = (context: Context, { note }: DatedSlot): string | undefined => (note === undefined ? undefined : textOf({ context }, note));
const lines = (...words: readonly (string | undefined)[]): string => words.filter((one) => one !== undefined).join('\n');
const hostOf = ({ district }: Context): string => new URL(district.siteUrl).hostname;
