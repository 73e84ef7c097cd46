/** A receipt: who gave what and when, what was given in return, and what the giver's country wants said of it. */
import type { Receipt } from '#contracts/resources/documents.ts';
import type { Entry } from './blocks.ts';
import type { CampaignMiddle } from './compose.ts';
import { RULES } from './rules/index.ts';
import type { Saying } from './saying.ts';

export function receipt(facts: Receipt, saying: Saying): CampaignMiddle {
  const words = saying.words.receipt;
  const { gift, organisation, benefits, benefitValueCents } = facts;
  return {
    title: words.title(facts.number),
    heading: words.heading,
    addresseeTitle: words.to,
    numberLabel: words.number,
    entries: [{ label: words.receivedOn, value: { text: saying.day(facts.receivedOn) } }, ...method(facts, saying)],
    headline:
      gift.kind === 'money'
        ? { label: words.amount, value: { text: saying.money(gift.amountCents) } }
        : { label: words.goods, value: { text: gift.description } },
    blocks: [
      {
        kind: 'words',
        words: {
          text: words.thanks({
            // the name that the tax office knows: § 170(f)(8) asks for the organisation's
            organisation: organisation.legalName,
            campaign: saying.pick(facts.campaignTitle).text,
            school: facts.schoolName,
          }),
        },
      },
      ...(benefitValueCents > 0 && benefits.length > 0
        ? [{ kind: 'list' as const, title: words.inReturn, items: benefits.map((benefit) => saying.pick(benefit)) }]
        : []),
      { kind: 'sentences', title: words.tax, sentences: RULES[organisation.country].statements(facts, saying), boxed: true },
    ],
    closing: { words: saying.words.letter.closing, name: organisation.name },
  };
}

const method = ({ gift }: Receipt, { words }: Saying): readonly Entry[] =>
  gift.kind === 'money' ? [{ label: words.receipt.method, value: { text: words.receipt.methods[gift.method] } }] : [];
