/** The code that a person shows at the door, in a mail that gives them places: a picture of it, and the page where it is as well. */
import type { ConfirmedSlot, LetterOpportunity } from '#contracts/resources/letters.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { SignUpId } from '#contracts/values.ts';
import { textOf, type View } from '../components/view.ts';
import { doorCodesIn } from '../messages/areas.ts';
import type { Block } from './blocks.ts';

interface Given {
  readonly opportunity: LetterOpportunity;
  readonly manageUrl: string;
}

/**
 * One, that of the first slot: whoever scans it is shown all that the person has in the opportunity on the day they come. None where help is from home.
 */
export function doorCode(view: View, { opportunity, manageUrl }: Given, slots: readonly ConfirmedSlot[]): readonly Block[] {
  const [first] = slots.toSorted((a, b) => startOf(a) - startOf(b));
  if (first === undefined || opportunity.place === undefined) return [];
  const { siteUrl } = view.context.district;
  const words = doorCodesIn(view.context.language);
  const signUpId = SignUpId.parse(first.signUpId);
  return [
    {
      kind: 'code',
      code: {
        cid: `${signUpId}@${new URL(siteUrl).hostname}`,
        url: `${siteUrl}${sharePaths.checkIn(opportunity.opportunityId, signUpId)}`,
      },
      alt: words.picture(textOf(view, opportunity.title)),
      words: words.link,
      href: sharePaths.doorCodesBelow(manageUrl),
    },
  ];
}

const startOf = ({ slot }: ConfirmedSlot): number => (slot.startsAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(slot.startsAt));
