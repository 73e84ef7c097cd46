/** A pledge letter: what was promised, what comes back for it, and what happens next. */
import type { PledgedCommitment, PledgeLetter } from '#contracts/resources/documents.ts';
import type { DocumentBlock } from './blocks.ts';
import type { CampaignMiddle } from './compose.ts';
import type { Saying } from './saying.ts';
import { schedule } from './schedule.ts';

export function pledgeLetter(facts: PledgeLetter, saying: Saying): CampaignMiddle {
  const words = saying.words.letter;
  const { commitment, sponsor, organisation } = facts;
  return {
    title: `${words.title} ${facts.number}`,
    heading: words.title,
    addresseeTitle: words.to,
    numberLabel: saying.words.reference,
    entries:
      commitment.kind === 'money' && commitment.levelName !== undefined
        ? [{ label: words.level, value: saying.pick(commitment.levelName) }]
        : [],
    blocks: [
      { kind: 'words', words: { text: words.greeting(sponsor.contactName ?? sponsor.name) } },
      { kind: 'words', words: { text: lead(facts, saying) } },
      ...(facts.matchUpToCents === undefined
        ? []
        : [{ kind: 'words' as const, words: { text: words.match(saying.money(facts.matchUpToCents)) } }]),
      promised(commitment, saying),
      ...(facts.benefits.length === 0
        ? []
        : [{ kind: 'list' as const, title: words.benefits, items: facts.benefits.map((benefit) => saying.pick(benefit)) }]),
      { kind: 'sentences', title: words.recognition, sentences: [words[facts.recognition]] },
      {
        kind: 'sentences',
        title: words.next,
        sentences: [commitment.kind === 'money' ? words.nextMoney : words.nextGoods, words.noReceipt],
      },
    ],
    closing: { words: words.closing, name: organisation.name },
  };
}

function lead({ commitment, sponsor, campaignTitle, schoolName }: PledgeLetter, { words, money, pick }: Saying): string {
  const common = { sponsor: sponsor.name, campaign: pick(campaignTitle).text, school: schoolName };
  return commitment.kind === 'money'
    ? words.letter.money({ ...common, amount: money(commitment.amountCents) })
    : words.letter.goods(common);
}

function promised(commitment: PledgedCommitment, saying: Saying): DocumentBlock {
  const words = saying.words.letter;
  if (commitment.kind === 'money') return schedule(words.payments, commitment.instalments, saying);
  return {
    kind: 'entries',
    title: words.pledgedGoods,
    entries: [
      { label: words.goodsWhat, value: { text: commitment.description } },
      { label: words.goodsValue, value: { text: saying.money(commitment.valueCents) } },
    ],
  };
}
