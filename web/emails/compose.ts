/** Chooses the words of a letter: one function for each kind, all of the same blocks. */
import type { District } from '#contracts/district.ts';
import { paths } from '#contracts/pages.ts';
import type {
  AnyLetter,
  CancellationLetter,
  ConfirmationLetter,
  LetterOpportunity,
  LinkLetter,
  MoveLetter,
  PlacesLetter,
} from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { textOf, type View, viewOf } from '../components/view.ts';
import { deskStaffIn, fundraisingIn, lettersIn, waitlistLettersIn } from '../messages/areas.ts';
import type { Block, Composed } from './blocks.ts';
import { doorCode } from './door-code.ts';
import { cancelledGroups, confirmedFacts, confirmedGroups, placeFact, refusedGroups, slotFacts, withPlace } from './facts.ts';
import { bringAFriend } from './friend.ts';
import { giverLetter } from './giver.ts';
import { manage } from './manage.ts';
import { messageLetter } from './message.ts';
import { noticeLetter } from './notice.ts';
import { reminderLetter } from './reminder.ts';
import { sponsorLetter } from './sponsor.ts';
import { staffLetter } from './staff.ts';
import { thanksLetter } from './thanks.ts';
import { waitlistedBlocks, waitlistLetter } from './waitlist.ts';

export type Middle = Pick<Composed, 'subject' | 'preview' | 'blocks'>;

/** A mail is read at any time, so its dates always have their year: no year is "this" one. */
const NO_YEAR_IS_NOW = '1970-01-01T00:00:00Z';

export function compose(letter: AnyLetter, district: District): Composed {
  const view = viewOf({ district, language: letter.language, url: paths.home, now: NO_YEAR_IS_NOW });
  const words = lettersIn(view.context.language);
  return {
    greeting: words.greeting(letter.personName),
    footer: [why(view, letter, district.name), `${district.name} · ${district.contact.email}`],
    ...middle(view, letter),
  };
}

/** Why the person gets this. */
function why(view: View, { kind }: AnyLetter, district: string): string {
  if (kind === 'staff') return deskStaffIn(view.context.language).letter.why(district);
  const { letters, giver } = fundraisingIn(view.context.language);
  if (kind === 'sponsor') return letters.why(district);
  return kind === 'giver' ? giver.why(district) : lettersIn(view.context.language).why(district);
}

function middle(view: View, letter: AnyLetter): Middle {
  switch (letter.kind) {
    case 'confirmation':
      return confirmation(view, letter);
    case 'move':
      return move(view, letter);
    case 'places':
      return resized(view, letter);
    case 'cancellation':
      return cancellation(view, letter);
    case 'waitlist':
      return waitlistLetter(view, letter);
    case 'message':
      return messageLetter(view, letter);
    case 'notice':
      return noticeLetter(view, letter);
    case 'reminder':
      return reminderLetter(view, letter);
    case 'thanks':
      return thanksLetter(view, letter);
    case 'link':
      return link(view, letter);
    case 'sponsor':
      return sponsorLetter(view, letter);
    case 'giver':
      return giverLetter(view, letter);
    case 'staff':
      return staffLetter(view, letter);
  }
}

function confirmation(view: View, letter: ConfirmationLetter): Middle {
  const words = lettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const only = letter.confirmed.length === 0 ? waitlistLettersIn(view.context.language).joined : undefined;
  const given: Block = {
    kind: 'facts',
    title: words.confirmation.yours,
    groups: withPlace(confirmedGroups(view, letter, letter.confirmed), placeFact(view, letter)),
  };
  const refused: readonly Block[] =
    letter.refused.length === 0
      ? []
      : [
          { kind: 'facts', title: words.confirmation.notGiven, groups: refusedGroups(view, letter, letter.refused) },
          { kind: 'link', words: words.confirmation.alternatives, href: opportunityUrl(view, letter.opportunity) },
        ];
  return {
    subject: (only ?? words.confirmation).subject(title),
    preview: only ? only.preview : words.confirmation.preview(letter.confirmed.length),
    blocks: [
      { kind: 'words', words: (only ?? words.confirmation).lead(title, letter.school.name) },
      ...(only ? [] : [given]),
      ...waitlistedBlocks(view, letter),
      ...refused,
      ...calendarLine(
        letter.confirmed.map(({ slot }) => slot),
        words.confirmation.calendar,
      ),
      ...doorCode(view, letter, letter.confirmed),
      ...manage(view, letter),
      ...bringAFriend(view, letter),
    ],
  };
}

function move(view: View, letter: MoveLetter): Middle {
  const words = lettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const lead = words.move.lead(title, letter.school.name);
  return {
    subject: words.move.subject(title),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title: words.move.now, groups: withPlace([confirmedFacts(view, letter, letter.to)], placeFact(view, letter)) },
      { kind: 'facts', title: words.move.before, groups: [slotFacts(view, letter, letter.from)] },
      ...calendarLine([letter.to.slot], words.move.calendar),
      ...doorCode(view, letter, [letter.to]),
      ...manage(view, letter),
    ],
  };
}

function resized(view: View, letter: PlacesLetter): Middle {
  const words = lettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const lead = words.resized.lead(title, letter.school.name, letter.placesBefore, letter.now.places);
  return {
    subject: words.resized.subject(title, letter.now.places),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title: words.resized.now, groups: withPlace([confirmedFacts(view, letter, letter.now)], placeFact(view, letter)) },
      ...manage(view, letter),
    ],
  };
}

function cancellation(view: View, letter: CancellationLetter): Middle {
  const { cancellation: words } = lettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const ofOne = letter.byStaff ? words.byStaff : words;
  const said = letter.slots.length > 1 ? words.several : ofOne;
  const lead = said.lead(title, letter.school.name);
  return {
    subject: words.subject(title),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title: ofOne.was, groups: cancelledGroups(view, letter, letter.slots) },
      ...calendarLine(
        letter.slots.map(({ slot }) => slot),
        letter.slots.length > 1 ? words.several.calendar : words.calendar,
      ),
      { kind: 'link', words: ofOne.again, href: opportunityUrl(view, letter.opportunity) },
      ...manage(view, letter),
    ],
  };
}

function link(view: View, letter: LinkLetter): Middle {
  const words = lettersIn(view.context.language);
  return {
    subject: words.link.subject,
    preview: words.link.upcoming(letter.upcoming),
    blocks: [
      { kind: 'words', words: words.link.lead },
      { kind: 'words', words: words.link.upcoming(letter.upcoming) },
      { kind: 'button', words: words.manage, href: letter.manageUrl },
      { kind: 'words', words: words.manageHint, soft: true },
      { kind: 'words', words: words.link.notYou, soft: true },
    ],
  };
}

/** Only slots with a time have a calendar entry. */
const calendarLine = (slots: readonly Slot[], words: string): readonly Block[] =>
  slots.some((slot) => slot.startsAt !== undefined) ? [{ kind: 'words', words, soft: true }] : [];

const opportunityUrl = (view: View, { opportunityId }: LetterOpportunity): string =>
  `${view.context.district.siteUrl}${paths.opportunity(opportunityId)}`;
