/**
 * Takes people out of what they gave. Totals stay as they are to the cent: each part is saved without its person and adds nothing, under the same guard as any
 * other change. A pledge that is running is marked, and let go by the nightly run once it is over.
 */
import type { CampaignId, GiftId, Instant, PersonId, PledgeId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result } from '../result.ts';
import { iso } from '../time.ts';
import type { Uploads } from '../uploads.ts';
import { accountChange } from './account.ts';
import { type ChangingPorts, changing, type Decision, ofGift, ofPledge, withoutLevel } from './changing.ts';
import { withoutContact, withoutGiver } from './contacts.ts';
import { discardLogo } from './logo.ts';
import type { Gift, Pledge } from './ports.ts';

/** What a person pledged and gave, whatever the campaign. May lag behind by a moment. */
export interface FundraisingOfPerson {
  of(personId: PersonId): Promise<{ readonly pledges: readonly Pledge[]; readonly gifts: readonly Gift[] }>;
}

export type ForgetContactPorts = ChangingPorts & { readonly clock: Clock; readonly uploads: Pick<Uploads, 'remove'> };
export type ForgetGiverPorts = ForgetContactPorts & { readonly fundraisingOfPerson: FundraisingOfPerson };

export const forgetGiver =
  (ports: ForgetGiverPorts) =>
  async (personId: PersonId): Promise<void> => {
    const { pledges, gifts } = await ports.fundraisingOfPerson.of(personId);
    const outcomes = [];
    for (const { campaignId, pledgeId } of pledges) outcomes.push(await forgetContact(ports)(campaignId, pledgeId, personId));
    for (const { campaignId, giftId } of gifts) outcomes.push(await forgetContact(ports)(campaignId, giftId, personId));
    if (outcomes.includes('busy')) throw new Error('others changed a campaign all the time while somebody was being forgotten');
  };

/** `of`: only if it is still this person's. `busy`: others were in the way each time; nothing happened. */
export const forgetContact =
  (ports: ForgetContactPorts) =>
  async (campaignId: CampaignId, id: PledgeId | GiftId, of?: PersonId): Promise<'done' | 'busy'> => {
    const at = iso(ports.clock.now());
    const outcome = withoutLevel(
      await changing<unknown, { readonly code: 'none' }>(ports, async () =>
        isGift(id) ? giftDecision(ports, campaignId, id, of) : pledgeDecision(ports, campaignId, id, at, of),
      ),
    );
    return outcome.ok ? 'done' : 'busy';
  };

const isGift = (id: PledgeId | GiftId): id is GiftId => id.startsWith('gft_');
const NOTHING_TO_DO = ok({ value: undefined });
type Decided = Result<Decision<unknown>, { readonly code: 'none' }>;

async function pledgeDecision(
  { ledger, uploads }: ForgetContactPorts,
  campaignId: CampaignId,
  pledgeId: PledgeId,
  at: Instant,
  of: PersonId | undefined,
): Promise<Decided> {
  const before = await ledger.pledge(campaignId, pledgeId);
  if (!before || (of !== undefined && before.personId !== of)) return NOTHING_TO_DO;
  const after = withoutContact(before, at);
  if (!after) return NOTHING_TO_DO;
  // the file first: while the pledge names it, a repeat finds it
  await discardLogo(uploads, pledgeId, before.logo, after.logo);
  return ok({ value: after, change: { campaignId, pledges: [after], account: accountChange([ofPledge(before, after)]), history: [] } });
}

async function giftDecision(
  { ledger }: ForgetContactPorts,
  campaignId: CampaignId,
  giftId: GiftId,
  of: PersonId | undefined,
): Promise<Decided> {
  const before = await ledger.gift(campaignId, giftId);
  if (!before || (of !== undefined && before.giverId !== of)) return NOTHING_TO_DO;
  const after = withoutGiver(before);
  if (!after) return NOTHING_TO_DO;
  return ok({
    value: after,
    change: { campaignId, pledges: [], gift: after, account: accountChange([ofGift(before, after)]), history: [] },
  });
}
