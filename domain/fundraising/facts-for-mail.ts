/** What messaging reads of fundraising. Messaging names the shapes in its own ports. */
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import type { CampaignId, Language, PersonId, PledgeId } from '#contracts/values.ts';
import { type BrowsePorts, getCampaign } from './browse.ts';
import { shown } from './my-pledge.ts';
import { inState } from './pledge-states.ts';

export const pledgeFacts = (ports: BrowsePorts) => ({
  async of(
    campaignId: CampaignId,
    pledgeId: PledgeId,
  ): Promise<{ readonly personId: PersonId; readonly language: Language; readonly pledge: MyPledge } | undefined> {
    const [pledge, campaign] = await Promise.all([ports.ledger.pledge(campaignId, pledgeId), getCampaign(ports)({ campaignId })]);
    if (!pledge || !campaign.ok) return undefined;
    return { personId: pledge.personId, language: pledge.language, pledge: shown(pledge, campaign.value) };
  },
  async counting(campaignId: CampaignId): Promise<readonly PledgeId[]> {
    const { pledges } = await ports.ledger.parts(campaignId);
    return pledges.filter((pledge) => inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled')).map(({ pledgeId }) => pledgeId);
  },
});
