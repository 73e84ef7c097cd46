/** Mails to those in line for places: what came free or is offered, where they stand, or that there is nothing to wait for any more. */
import { paths } from '#contracts/pages.ts';
import type { ConfirmationLetter, WaitlistLetter, WaitlistNews } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { textOf, type View } from '../components/view.ts';
import { lettersIn, waitlistLettersIn } from '../messages/areas.ts';
import type { Block, Composed, Fact } from './blocks.ts';
import { doorCode } from './door-code.ts';
import { confirmedFacts, placeFact, slotFacts, withPlace } from './facts.ts';
import { manage } from './manage.ts';

type Middle = Pick<Composed, 'subject' | 'preview' | 'blocks'>;
type About<Kind extends WaitlistNews['about']> = Extract<WaitlistNews, { readonly about: Kind }>;

export function waitlistLetter(view: View, letter: WaitlistLetter): Middle {
  const { news } = letter;
  switch (news.about) {
    case 'given':
    case 'accepted':
      return served(view, letter, news);
    case 'offered':
      return offered(view, letter, news);
    case 'waits-on':
      return waitsOn(view, letter, news);
    case 'expired':
    case 'ended':
    case 'removed':
      return over(view, letter, news);
  }
}

function served(view: View, letter: WaitlistLetter, { about, to }: About<'given' | 'accepted'>): Middle {
  const words = waitlistLettersIn(view.context.language);
  const { confirmation } = lettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const lead = words[about].lead(title, letter.school.name);
  return {
    subject: words[about].subject(title),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title: words.given.yours, groups: withPlace([confirmedFacts(view, letter, to)], placeFact(view, letter)) },
      ...(to.slot.startsAt === undefined ? [] : [{ kind: 'words', words: confirmation.calendar, soft: true } as const]),
      ...(about === 'given' ? [{ kind: 'words', words: words.given.cannot } as const] : []),
      ...doorCode(view, letter, [to]),
      ...manage(view, letter),
    ],
  };
}

function offered(view: View, letter: WaitlistLetter, { slot, places, wanted, until }: About<'offered'>): Middle {
  const words = waitlistLettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const lead = words.offered.lead(title, letter.school.name);
  const by: Fact = { label: words.offered.by, value: { text: view.dates.moment(until, letter.school.zone) } };
  const [button, ...rest] = manage(view, letter);
  return {
    subject: words.offered.subject(title, places),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      ...(places < wanted ? [{ kind: 'words', words: words.offered.fewer(places, wanted) } as const] : []),
      { kind: 'facts', title: words.offered.what, groups: [[...ofSlot(view, letter, slot, places), placeFact(view, letter), by]] },
      { kind: 'words', words: words.offered.after },
      { kind: 'button', words: words.offered.answer, href: letter.manageUrl },
      ...(button?.kind === 'button' ? rest : []),
    ],
  };
}

function waitsOn(view: View, letter: WaitlistLetter, { slot, places }: About<'waits-on'>): Middle {
  const words = waitlistLettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const lead = words.waitsOn.lead(title, letter.school.name, places);
  return {
    subject: words.waitsOn.subject(title),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title: words.joined.list, groups: [ofSlot(view, letter, slot, places)] },
      ...manage(view, letter),
    ],
  };
}

function over(view: View, letter: WaitlistLetter, { about, slot, places }: About<'expired' | 'ended' | 'removed'>): Middle {
  const words = waitlistLettersIn(view.context.language);
  const title = textOf(view, letter.opportunity.title);
  const { siteUrl } = view.context.district;
  const lead = words[about].lead(title, letter.school.name);
  return {
    subject: words[about].subject(title),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title: words.was, groups: [ofSlot(view, letter, slot, places)] },
      {
        kind: 'link',
        words: words[about].again,
        href: `${siteUrl}${about === 'ended' ? paths.school(letter.school.slug) : paths.opportunity(letter.opportunity.opportunityId)}`,
      },
      ...manage(view, letter),
    ],
  };
}

/** In the confirmation of a submit: what is waited for, and how that goes. */
export function waitlistedBlocks(view: View, letter: ConfirmationLetter): readonly Block[] {
  const { joined } = waitlistLettersIn(view.context.language);
  const { waitlisted = [] } = letter;
  if (waitlisted.length === 0) return [];
  const groups = waitlisted.map(({ slot, places, position }) => [
    ...ofSlot(view, letter, slot, places),
    { label: joined.stand, value: { text: joined.number(position) } },
  ]);
  return [
    { kind: 'facts', title: joined.list, groups },
    { kind: 'words', words: joined.how },
  ];
}

const ofSlot = (view: View, letter: WaitlistLetter | ConfirmationLetter, slot: Slot, places: number): readonly Fact[] => [
  ...slotFacts(view, letter, slot),
  { label: view.m.form.places, value: { text: lettersIn(view.context.language).places(places) } },
];
