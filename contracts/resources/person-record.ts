/** All that is kept of one person: what an admin finds and hands out when the person asks. */
import * as z from 'zod/mini';
import {
  CampaignId,
  Day,
  Email,
  GiftId,
  Instant,
  Language,
  OpportunityId,
  PersonId,
  PledgeId,
  SchoolId,
  SignUpId,
  SlotId,
} from '../values.ts';
import { Answer, SignUpState } from './sign-up.ts';

export const PersonRecord = z.object({
  personId: PersonId,
  signUps: z.array(
    z.object({
      signUpId: SignUpId,
      schoolId: SchoolId,
      opportunityId: OpportunityId,
      slotId: SlotId,
      name: z.string(),
      email: z.string(),
      phone: z.optional(z.string()),
      language: Language,
      places: z.int(),
      state: SignUpState,
      answers: z.array(Answer),
      signedUpAt: Instant,
      /** When it goes by itself. */
      keptUntil: Instant,
    }),
  ),
  pledges: z.array(
    z.object({
      pledgeId: PledgeId,
      campaignId: CampaignId,
      sponsorName: z.string(),
      contactName: z.string(),
      email: z.string(),
      phone: z.optional(z.string()),
      address: z.optional(z.string()),
      state: z.string(),
      offeredAt: Instant,
    }),
  ),
  gifts: z.array(
    z.object({
      giftId: GiftId,
      campaignId: CampaignId,
      amountCents: z.int(),
      receivedOn: Day,
      giverName: z.optional(z.string()),
      email: z.optional(z.string()),
    }),
  ),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** In the body, so that the address is in no URL and no log. */
export const PersonQuery = z.strictObject({ email: Email });
