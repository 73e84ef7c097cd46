/** How letters about sign-ups end: the person's own link, and who to ask; and those that can be stopped. */
import { mailPreferencePaths } from '#contracts/mail-preference-pages.ts';
import type { SignUpLetter } from '#contracts/resources/letters.ts';
import { telLink, type View } from '../components/view.ts';
import { lettersIn, remindersIn } from '../messages/areas.ts';
import type { Block, Fact } from './blocks.ts';

/** `button`: what there is to do on the page behind the link, where it is something particular. */
export function manage(view: View, letter: SignUpLetter, button?: string): readonly Block[] {
  const words = lettersIn(view.context.language);
  const { contact } = letter.opportunity;
  const mail: Fact = { label: contact.name, value: { text: contact.email }, href: `mailto:${contact.email}` };
  const call: readonly Fact[] =
    contact.phone === undefined ? [] : [{ label: view.m.opportunity.call, value: { text: contact.phone }, href: telLink(contact.phone) }];
  return [
    { kind: 'button', words: button ?? words.manage, href: letter.manageUrl },
    { kind: 'words', words: words.manageHint, soft: true },
    { kind: 'facts', title: view.m.opportunity.ask, groups: [[mail, ...call]] },
  ];
}

/** In those that can be stopped. */
export const fewerMails = (view: View, manageUrl: string): Block => ({
  kind: 'link',
  words: remindersIn(view.context.language).fewer,
  href: mailPreferencePaths.below(manageUrl),
});
