/** Chooses the words of a letter to a sponsor. */
import type { SponsorLetter } from '#contracts/resources/letters.ts';
import { dayWords, givesWords } from '../components/pledge-words.tsx';
import { textOf, type View } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import type { Block, Composed, Fact } from './blocks.ts';
import { impactPhotos } from './photos.ts';

type Middle = Pick<Composed, 'subject' | 'preview' | 'blocks'>;

export function sponsorLetter(view: View, letter: SponsorLetter): Middle {
  const { subject, lead, facts, story = [] } = newsOf(view, letter);
  const words = fundraisingIn(view.context.language).letters;
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      ...story.map((one) => ({ kind: 'words', words: one }) as const),
      ...(letter.news.about === 'impact' ? impactPhotos(view, letter.pledge.campaign) : []),
      ...(facts.length > 0 ? [{ kind: 'facts', title: words.campaign, groups: [facts] } as const] : []),
      ...pledgeBlocks(view, letter),
      { kind: 'button', words: words.manage, href: letter.manageUrl },
      { kind: 'words', words: words.manageHint, soft: true },
    ],
  };
}

interface News {
  readonly subject: string;
  readonly lead: string;
  /** What is new, beside the pledge itself. */
  readonly facts: readonly Fact[];
  /** Staff's own words, in paragraphs. */
  readonly story?: readonly string[];
}

const fact = (label: string, text: string): Fact => ({ label, value: { text } });

function newsOf(view: View, { news, pledge }: SponsorLetter): News {
  const { letters: words, methods } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const title = textOf(view, pledge.campaign.title);
  switch (news.about) {
    case 'declined': {
      const facts = pledge.reason === undefined ? [] : [fact(words.declined.reason, pledge.reason)];
      return { subject: words.declined.subject(title), lead: words.declined.lead(title), facts };
    }
    case 'invoiced': {
      const { number, amountCents } = news.invoice;
      return {
        subject: words.invoiced.subject(number, title),
        lead: words.invoiced.lead(number, money(amountCents)),
        facts: [fact(words.invoiced.number, `${number} · ${money(amountCents)}`)],
      };
    }
    case 'paid': {
      const amount = money(news.payment.amountCents);
      const open = pledge.owedCents - pledge.paidCents;
      return {
        subject: words.paid.subject(amount, title),
        lead: words.paid.lead(amount, title),
        facts: [
          fact(words.paid.received, `${amount} · ${dayWords(view, news.payment.receivedOn)}`),
          fact(words.paid.how, methods[news.payment.method]),
          fact(words.paid.open, open > 0 ? money(open) : words.paid.nothing),
        ],
      };
    }
    case 'refunded': {
      const amount = money(news.payment.amountCents);
      return {
        subject: words.refunded.subject(amount, title),
        lead: words.refunded.lead(amount, title),
        facts: [fact(words.refunded.returned, `${amount} · ${dayWords(view, news.payment.receivedOn)}`)],
      };
    }
    case 'logo-declined': {
      const facts = news.reason === undefined ? [] : [fact(words.declined.reason, news.reason)];
      return { subject: words.logoDeclined.subject(title), lead: words.logoDeclined.lead(title), facts };
    }
    case 'reminded': {
      const amount = money(news.due.amountCents);
      const day = dayWords(view, news.due.dueOn);
      const said = words.reminded[news.stage];
      return { subject: said.subject(amount, title), lead: said.lead(amount, title, day), facts: [] };
    }
    case 'impact':
      return {
        subject: words.impact.subject(title),
        lead: words.impact.lead(title),
        facts: [],
        story: pledge.campaign.impact === undefined ? [] : paragraphs(textOf(view, pledge.campaign.impact)),
      };
    case 'goal':
      return { subject: words.goal.subject(title), lead: words.goal.lead(title, money(pledge.campaign.goalCents)), facts: [] };
    default:
      return { subject: words[news.about].subject(title), lead: words[news.about].lead(title), facts: [] };
  }
}

/** The pledge with the days it is due; not for one that is no more, nor when money went back. */
function pledgeBlocks(view: View, { news, pledge }: SponsorLetter): readonly Block[] {
  if (news.about === 'declined' || news.about === 'cancelled' || news.about === 'refunded' || news.about === 'goal') return [];
  if (news.about === 'impact' || news.about === 'logo-declined') return [];
  const words = fundraisingIn(view.context.language).letters;
  const money = moneyIn(view.m.locale);
  const { commitment, matchUpToCents, campaign } = pledge;
  const terms = [
    fact(words.campaign, textOf(view, campaign.title)),
    fact(words.gives, givesWords(view, commitment, campaign.levels)),
    ...(commitment.kind === 'money'
      ? commitment.instalments.map(({ dueOn, amountCents }) => fact(words.due, `${dayWords(view, dueOn)}: ${money(amountCents)}`))
      : []),
    ...(matchUpToCents === undefined ? [] : [fact(words.match, words.matchUpTo(money(matchUpToCents)))]),
  ];
  return [{ kind: 'facts', title: words.pledge, groups: [terms] }];
}

/** Staff's words as they broke them into paragraphs. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
