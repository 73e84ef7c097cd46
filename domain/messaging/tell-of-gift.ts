/** Writes to those who gave money outright and whose address is known: their receipt, what was given back, and what became of it. */
import type { DomainEvent } from '#contracts/events/index.ts';
import type { GiverLetter } from '#contracts/resources/letters.ts';
import type { CampaignId, GiftId } from '#contracts/values.ts';
import { messages } from './messages.ts';
import type { GiftFacts, Gifts, Letters, Mail, MessageKey, Papers } from './ports.ts';
import { inChosenLanguage } from './preferences.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';
import { type TellSponsorPorts, tellSponsorOfImpact } from './tell-of-pledge.ts';

export interface TellGiverPorts extends SendPorts {
  readonly gifts: Gifts;
  readonly letters: Letters;
  readonly papers: Papers;
}

export const tellOfGift =
  (ports: TellGiverPorts) =>
  async ({ type, data }: DomainEvent<'gift.recorded.v1' | 'gift.refunded.v1'>): Promise<Sent> => {
    const { campaignId, giftId, version } = data;
    const facts = await ports.gifts.of(campaignId, giftId);
    if (!facts) return { kind: 'skipped' };
    const about = type === 'gift.recorded.v1' ? 'receipt' : 'refunded';
    const key = messages.gift(giftId, version);
    return tell(ports, key, facts, about);
  };

/** How many are written to at once. The mail service takes some fourteen a second from a new account. */
const AT_ONCE = 5;

/** One letter to each who gave, sponsors first: who gave twice is told once. A repeat goes on where it was cut off. */
export const tellOfImpact =
  (ports: TellGiverPorts & TellSponsorPorts) =>
  async ({ data: { campaignId } }: DomainEvent<'campaign.impact-told.v1'>): Promise<readonly Sent[]> => {
    const [pledges, gifts] = await Promise.all([ports.pledges.counting(campaignId), ports.gifts.counting(campaignId)]);
    const sent = await inGroups(pledges, (pledgeId) => tellSponsorOfImpact(ports, campaignId, pledgeId));
    return [...sent, ...(await inGroups(gifts, (giftId) => tellGiverOfImpact(ports, campaignId, giftId)))];
  };

async function tellGiverOfImpact(ports: TellGiverPorts, campaignId: CampaignId, giftId: GiftId): Promise<Sent> {
  const facts = await ports.gifts.of(campaignId, giftId);
  if (!facts) return { kind: 'skipped' };
  return tell(ports, messages.impact(campaignId, facts.personId), facts, 'impact');
}

function tell(ports: TellGiverPorts, key: MessageKey, facts: GiftFacts, about: GiverLetter['about']): Promise<Sent> {
  return sendOnce(ports, {
    key,
    kind: 'necessary',
    personId: facts.personId,
    covers: [],
    compose: (preferences) => mailOf(ports, inChosenLanguage(facts, preferences), about),
  });
}

async function inGroups<Item>(items: readonly Item[], tell: (item: Item) => Promise<Sent>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    sent.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(tell))));
  return sent;
}

async function mailOf({ letters, papers }: TellGiverPorts, facts: GiftFacts, about: GiverLetter['about']): Promise<Mail> {
  const { giver, language, campaign, gift, receipt } = facts;
  return {
    to: giver,
    ...letters.render({ kind: 'giver', language, personName: giver.name, about, campaign, gift }),
    language,
    replyTo: campaign.contact.email,
    ...(about === 'receipt' && { attachments: [await papers.file(receipt)] }),
  };
}
