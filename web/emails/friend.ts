/** A link that a person passes on to a friend, at the end of the mail that confirms what they take part in. */
import type { ConfirmationLetter } from '#contracts/resources/letters.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { inLanguage, type View } from '../components/view.ts';
import { shareIn } from '../messages/areas.ts';
import type { Block } from './blocks.ts';

export function bringAFriend(view: View, { opportunity, confirmed }: ConfirmationLetter): readonly Block[] {
  const { friend: words } = shareIn(view.context.language);
  const slotIds = confirmed.map(({ slot }) => slot.slotId);
  const path = inLanguage(sharePaths.friend(opportunity.opportunityId, slotIds), view.context.language);
  return [
    { kind: 'words', words: words.mail, soft: true },
    { kind: 'link', words: words.mailLink, href: `${view.context.district.siteUrl}${path}` },
  ];
}
