/** Writes to sponsors: that their pledge arrived, what became of it, that money is due, came or went back, that the goal is reached. */

import type { DomainEvent } from '#contracts/events/index.ts';
import { paths } from '#contracts/pages.ts';
import type { PledgeNews } from '#contracts/resources/letters.ts';
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import type { CampaignId, PledgeId } from '#contracts/values.ts';
import { DAY, iso } from '../time.ts';
import { messages } from './messages.ts';
import type { Letters, Mail, MessageKey, PledgeFacts, Pledges, SponsorLinks } from './ports.ts';
import { inChosenLanguage } from './preferences.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';

export interface TellSponsorPorts extends SendPorts {
  readonly pledges: Pledges;
  readonly sponsorLinks: SponsorLinks;
  readonly letters: Letters;
  /** Origin of the public site, no slash at its end. */
  readonly siteUrl: string;
}

export type PledgeEvent = DomainEvent<
  | 'pledge.made.v1'
  | 'pledge.accepted.v1'
  | 'pledge.declined.v1'
  | 'pledge.cancelled.v1'
  | 'pledge.revised.v1'
  | 'pledge.invoiced.v1'
  | 'pledge.reminded.v1'
  | 'pledge.logo-changed.v1'
  | 'payment.recorded.v1'
  | 'payment.refunded.v1'
>;

/** A year and a month: books are closed long after a campaign is. */
const LINK_DAYS = 400;

export const tellOfPledge =
  (ports: TellSponsorPorts) =>
  async (event: PledgeEvent): Promise<Sent> => {
    const { campaignId, pledgeId, version } = event.data;
    return tell(ports, messages.pledge(pledgeId, version), campaignId, pledgeId, (facts) => newsOf(event, facts));
  };

/** One letter to each sponsor that counts. A repeat goes on where it was cut off. */
export const tellOfGoal =
  (ports: TellSponsorPorts) =>
  async ({ data: { campaignId } }: DomainEvent<'campaign.goal-reached.v1'>): Promise<readonly Sent[]> => {
    const sent: Sent[] = [];
    for (const pledgeId of await ports.pledges.counting(campaignId))
      sent.push(await tell(ports, messages.goal(pledgeId), campaignId, pledgeId, () => ({ about: 'goal' })));
    return sent;
  };

/** To one sponsor, what became of it. Undefined: nobody to write to. */
export async function tellSponsorOfImpact(ports: TellSponsorPorts, campaignId: CampaignId, pledgeId: PledgeId): Promise<Sent> {
  const facts = await ports.pledges.of(campaignId, pledgeId);
  if (!facts) return { kind: 'skipped' };
  return tell(ports, messages.impact(campaignId, facts.personId), campaignId, pledgeId, () => ({ about: 'impact' }));
}

async function tell(
  ports: TellSponsorPorts,
  key: MessageKey,
  campaignId: CampaignId,
  pledgeId: PledgeId,
  newsFrom: (facts: PledgeFacts) => PledgeNews | undefined,
): Promise<Sent> {
  const facts = await ports.pledges.of(campaignId, pledgeId);
  // gone by age: nobody to write to
  if (!facts) return { kind: 'skipped' };
  const compose = async (preferences: MailPreferences): Promise<Mail | undefined> => {
    const news = newsFrom(facts);
    if (!news) return undefined;
    const token = await ports.sponsorLinks.issue({ campaignId, pledgeId }, iso(ports.clock.now() + LINK_DAYS * DAY));
    const { language, pledge } = inChosenLanguage(facts, preferences);
    const { contactName, email } = pledge.sponsor;
    const manageUrl = `${ports.siteUrl}${paths.managePledge(token)}`;
    return {
      to: { name: contactName, email },
      ...ports.letters.render({ kind: 'sponsor', language, personName: contactName, manageUrl, news, pledge }),
      language,
      replyTo: pledge.campaign.contact.email,
    };
  };
  return sendOnce(ports, { key, kind: 'necessary', personId: facts.personId, covers: [], compose });
}

/** Undefined when there is nothing to write about: what the event tells of is no longer so. */
function newsOf(event: PledgeEvent, { pledge }: PledgeFacts): PledgeNews | undefined {
  switch (event.type) {
    case 'pledge.invoiced.v1': {
      const invoice = pledge.invoices.find(({ number }) => number === event.data.invoiceNumber);
      return invoice && { about: 'invoiced', invoice };
    }
    case 'payment.recorded.v1':
    case 'payment.refunded.v1': {
      const payment = pledge.payments.find(({ paymentId }) => paymentId === event.data.paymentId);
      return payment && { about: event.type === 'payment.recorded.v1' ? 'paid' : 'refunded', payment };
    }
    case 'pledge.reminded.v1': {
      const { stage, dueOn } = event.data;
      // paid in the meantime: nothing to remind of
      return pledge.due?.dueOn === dueOn ? { about: 'reminded', stage, due: pledge.due } : undefined;
    }
    case 'pledge.logo-changed.v1': {
      const { logo } = pledge;
      return logo?.state === 'declined' ? { about: 'logo-declined', ...(logo.reason !== undefined && { reason: logo.reason }) } : undefined;
    }
    case 'pledge.made.v1':
      return { about: 'made' };
    case 'pledge.accepted.v1':
      return { about: 'accepted' };
    case 'pledge.declined.v1':
      return { about: 'declined' };
    case 'pledge.cancelled.v1':
      return { about: 'cancelled' };
    case 'pledge.revised.v1':
      return { about: 'revised' };
  }
}
