/** What staff wrote, in the frame of a letter: who writes and why, the words, the person's slots, their link, who to ask. */
import type { MessageLetter } from '#contracts/resources/letters.ts';
import { pick, textOf, type View } from '../components/view.ts';
import { deskMessagesIn } from '../messages/areas.ts';
import type { Block, Composed } from './blocks.ts';
import { confirmedGroups, placeFact, withPlace } from './facts.ts';
import { manage } from './manage.ts';
import { paragraphs } from './sponsor.ts';

/** Of the first words, beside the subject. */
const PREVIEW = 140;

export function messageLetter(view: View, letter: MessageLetter): Pick<Composed, 'subject' | 'preview' | 'blocks'> {
  const { letter: words } = deskMessagesIn(view.context.language);
  const { text, ...lang } = pick(view, letter.body);
  const said = paragraphs(text.replace(/\r\n?/g, '\n'));
  const groups = confirmedGroups(view, letter, letter.slots);
  return {
    subject: textOf(view, letter.subject),
    preview: (said[0] ?? '').slice(0, PREVIEW),
    blocks: [
      { kind: 'words', words: words.lead(letter.school.name, textOf(view, letter.opportunity.title)), soft: true },
      ...said.map((one): Block => ({ kind: 'said', said: { text: one, ...lang } })),
      { kind: 'facts', title: words.yours, groups: withPlace(groups, placeFact(view, letter)) },
      ...manage(view, letter),
    ],
  };
}
