/** What comes on a day: for each opportunity what, when, where and who to ask; and the way out, before it is too late for somebody else to help. */
import type { PartOfDay, ReminderLetter } from '#contracts/resources/letters.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { telLink, textOf, type View } from '../components/view.ts';
import { doorCodesIn, lettersIn, remindersIn } from '../messages/areas.ts';
import type { Block, Composed, Fact } from './blocks.ts';
import { confirmedFacts, placeFact, withPlace } from './facts.ts';
import { fewerMails } from './manage.ts';

export function reminderLetter(
  view: View,
  { daysLeft, parts, manageUrl }: ReminderLetter,
): Pick<Composed, 'subject' | 'preview' | 'blocks'> {
  const { language } = view.context;
  const { letter: words } = remindersIn(language);
  const slots = parts.flatMap((part) => part.slots.map(({ slot }) => ({ slot, zone: part.school.zone })));
  const [first] = slots;
  const day = first?.slot.startsAt === undefined ? '' : view.dates.weekdayOf(first.slot.startsAt, first.zone);
  const what = parts.length === 1 && parts[0] ? textOf(view, parts[0].opportunity.title) : undefined;
  const lead = words.lead(daysLeft, slots.length);
  const isToConfirm = parts.some((part) => part.slots.some(({ toConfirm }) => toConfirm));
  return {
    subject: words.subject(daysLeft, day, what, slots.length),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      ...parts.map((part) => partOfDay(view, part)),
      { kind: 'link', words: doorCodesIn(language).link, href: sharePaths.doorCodesBelow(manageUrl) },
      ...(isToConfirm ? [{ kind: 'words', words: words.moved } as const] : []),
      { kind: 'words', words: words.cannotCome },
      { kind: 'button', words: words.manage, href: manageUrl },
      { kind: 'words', words: lettersIn(language).manageHint, soft: true },
      fewerMails(view, manageUrl),
    ],
  };
}

function partOfDay(view: View, part: PartOfDay): Block {
  const { letter: words } = remindersIn(view.context.language);
  const groups = part.slots.map((slot) => confirmedFacts(view, part, slot));
  return {
    kind: 'facts',
    title: words.part(textOf(view, part.opportunity.title), part.school.name),
    groups: [...withPlace(groups, placeFact(view, part)), askFacts(view, part)],
  };
}

function askFacts(view: View, { opportunity: { contact } }: PartOfDay): readonly Fact[] {
  const { letter: words } = remindersIn(view.context.language);
  return [
    { label: words.ask, value: { text: `${contact.name}, ${contact.email}` }, href: `mailto:${contact.email}` },
    ...(contact.phone === undefined
      ? []
      : [{ label: view.m.opportunity.call, value: { text: contact.phone }, href: telLink(contact.phone) }]),
  ];
}
