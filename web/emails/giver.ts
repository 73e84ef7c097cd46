/** Chooses the words of a letter to somebody who gave money outright. */
import { paths } from '#contracts/pages.ts';
import type { GiverLetter } from '#contracts/resources/letters.ts';
import { dayWords } from '../components/pledge-words.tsx';
import { textOf, type View } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import type { Block, Composed, Fact } from './blocks.ts';
import { impactPhotos } from './photos.ts';
import { paragraphs } from './sponsor.ts';

export function giverLetter(view: View, { about, campaign, gift }: GiverLetter): Pick<Composed, 'subject' | 'preview' | 'blocks'> {
  const { giver: words, letters } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const title = textOf(view, campaign.title);
  const more: Block = {
    kind: 'button',
    words: words.see,
    href: `${view.context.district.siteUrl}${paths.campaign(campaign.slug)}`,
  };
  if (about === 'impact') {
    const story = campaign.impact === undefined ? [] : paragraphs(textOf(view, campaign.impact));
    const lead = letters.impact.lead(title);
    return {
      subject: letters.impact.subject(title),
      preview: lead,
      blocks: [...[lead, ...story].map((one) => ({ kind: 'words', words: one }) as const), ...impactPhotos(view, campaign), more],
    };
  }
  const fact = (label: string, text: string): Fact => ({ label, value: { text } });
  const amount = money(gift.amountCents);
  const given = [fact(letters.paid.received, `${amount} · ${dayWords(view, gift.receivedOn)}`)];
  if (about === 'refunded') {
    const back = money(gift.refundedCents);
    const lead = words.refunded.lead(back, title);
    const facts = [...given, fact(letters.refunded.returned, back)];
    return {
      subject: words.refunded.subject(back, title),
      preview: lead,
      blocks: [
        { kind: 'words', words: lead },
        { kind: 'facts', title: letters.campaign, groups: [facts] },
      ],
    };
  }
  const lead = words.receipt.lead(amount, title);
  const doubled = gift.matchedCents > 0 ? [fact(letters.match, words.receipt.doubled(money(gift.matchedCents)))] : [];
  return {
    subject: words.receipt.subject(amount, title),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'facts', title, groups: [[...given, ...doubled]] },
      { kind: 'words', words: words.receipt.attached },
      more,
    ],
  };
}
