/** What messaging reads of fundraising. Messaging names the shapes in its own ports. */
import type { District } from '#contracts/district.ts';
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import type { CampaignId, GiftId, Language, PersonId, PledgeId, SchoolId } from '#contracts/values.ts';
import { type BrowsePorts, getCampaign } from './browse.ts';
import { shown } from './my-pledge.ts';
import { giftReceipt } from './papers.ts';
import { countsForImpact, givesForImpact } from './who-gave.ts';

export const pledgeFacts = (ports: BrowsePorts) => ({
  async of(
    campaignId: CampaignId,
    pledgeId: PledgeId,
  ): Promise<{ readonly personId: PersonId; readonly language: Language; readonly pledge: MyPledge } | undefined> {
    const [pledge, campaign] = await Promise.all([ports.ledger.pledge(campaignId, pledgeId), getCampaign(ports)({ campaignId })]);
    if (!pledge || pledge.forgottenAt !== undefined || !campaign.ok) return undefined;
    return { personId: pledge.personId, language: pledge.language, pledge: shown(pledge, campaign.value) };
  },
  async counting(campaignId: CampaignId): Promise<readonly PledgeId[]> {
    const { pledges } = await ports.ledger.parts(campaignId);
    return pledges.filter(countsForImpact).map(({ pledgeId }) => pledgeId);
  },
});

/** What a giver's mails tell. `schoolName`: of a school, by its id. */
export const giftFacts = (
  ports: BrowsePorts & { readonly district: District; readonly schoolName: (schoolId: SchoolId) => Promise<string | undefined> },
) => ({
  async of(campaignId: CampaignId, giftId: GiftId) {
    const [gift, found] = await Promise.all([ports.ledger.gift(campaignId, giftId), getCampaign(ports)({ campaignId })]);
    if (gift?.giver?.email === undefined || gift.giverId === undefined || !found.ok) return undefined;
    const campaign = found.value;
    const schoolName = campaign.schoolId && (await ports.schoolName(campaign.schoolId));
    const { amountCents, refundedCents, receivedOn, matched, language, giverId: personId } = gift;
    const { name, email } = gift.giver;
    const matchedCents = matched.reduce((sum, one) => sum + one.amountCents, 0);
    return {
      personId,
      language,
      giver: { name, email },
      campaign,
      gift: { amountCents, refundedCents, receivedOn, matchedCents },
      receipt: giftReceipt({ gift, campaign, district: ports.district, ...(schoolName !== undefined && { schoolName }) }),
    };
  },
  async counting(campaignId: CampaignId): Promise<readonly GiftId[]> {
    const { gifts } = await ports.ledger.parts(campaignId);
    return gifts.filter((gift) => gift.giverId !== undefined && givesForImpact(gift)).map(({ giftId }) => giftId);
  },
});
