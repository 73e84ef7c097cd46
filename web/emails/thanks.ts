/** Thanks for what somebody took part in on a day: what it was, how long where that is known, and two questions about it. */
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import type { PartGiven, ThanksLetter } from '#contracts/resources/letters.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { textOf, type View } from '../components/view.ts';
import { checkInIn, feedbackIn, remindersIn } from '../messages/areas.ts';
import type { Block, Composed, Fact } from './blocks.ts';
import { placesFact, slotFacts } from './facts.ts';
import { fewerMails } from './manage.ts';

export function thanksLetter(view: View, { parts, manageUrl }: ThanksLetter): Pick<Composed, 'subject' | 'preview' | 'blocks'> {
  const { letter: words } = feedbackIn(view.context.language);
  const [first] = parts;
  const start = first?.slots[0]?.slot.startsAt;
  const day = first === undefined || start === undefined ? '' : view.dates.weekdayOf(start, first.school.zone);
  const what = parts.length === 1 && first ? textOf(view, first.opportunity.title) : undefined;
  const lead = words.lead(day);
  return {
    subject: words.subject(what, day),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      ...parts.map((part) => partOf(view, part)),
      { kind: 'words', words: words.questions },
      ...parts.map((part): Block => {
        const href = feedbackPaths.below(manageUrl, part.opportunity.opportunityId);
        return what === undefined
          ? { kind: 'link', words: words.about(textOf(view, part.opportunity.title)), href }
          : { kind: 'button', words: words.button, href };
      }),
      ...boxes(view, parts),
      { kind: 'link', words: words.manage, href: manageUrl },
      fewerMails(view, manageUrl),
    ],
  };
}

function partOf(view: View, part: PartGiven): Block {
  return {
    kind: 'facts',
    title: remindersIn(view.context.language).letter.part(textOf(view, part.opportunity.title), part.school.name),
    groups: part.slots.map(({ slot, places, minutes }): readonly Fact[] => [
      ...slotFacts(view, part, slot),
      ...(places > 1 ? [placesFact(view, places)] : []),
      ...(minutes === undefined ? [] : [timeFact(view, minutes)]),
    ]),
  };
}

const timeFact = (view: View, minutes: number): Fact => {
  const { language } = view.context;
  return { label: feedbackIn(language).letter.time, value: { text: checkInIn(language).spent(minutes) } };
};

/** Of each school, once. */
function boxes(view: View, parts: readonly PartGiven[]): readonly Block[] {
  const { page: words } = feedbackIn(view.context.language);
  const schools = new Map(parts.map(({ school }) => [school.schoolId, school]));
  return [...schools.values()].map(({ name, slug }) => ({
    kind: 'link',
    words: words.box(name),
    href: `${view.context.district.siteUrl}${suggestionPaths.box(slug)}`,
  }));
}
