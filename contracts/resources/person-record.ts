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
import { AttendanceState } from './check-in.ts';
import { Score } from './feedback.ts';
import { MAIL_FATES, SuppressionCause } from './mail.ts';
import { MailPreferences } from './mail-preferences.ts';
import { Commitment, Invoice, Payment, PaymentMethod, Recognition, SponsorKind } from './pledge.ts';
import { Answer, SignUpState } from './sign-up.ts';
import { StaffEntry } from './staff.ts';

const sponsored = { contactName: z.string(), email: z.string(), phone: z.optional(z.string()), address: z.optional(z.string()) };

export const PersonRecord = z.object({
  personId: PersonId,
  signUps: z.array(
    z.object({
      signUpId: SignUpId,
      schoolId: SchoolId,
      opportunityId: OpportunityId,
      slotId: SlotId,
      /** Of the opportunity, by language. */
      title: z.record(z.string(), z.string()),
      startsAt: z.optional(Instant),
      endsAt: z.optional(Instant),
      name: z.string(),
      email: z.string(),
      phone: z.optional(z.string()),
      language: Language,
      places: z.int(),
      state: SignUpState,
      /** Whether its places are taken, by the ledger of the slot. */
      holdsPlaces: z.boolean(),
      /** What staff said at the door, by the ledger of the slot; `minutes` where they set them. */
      attendance: z.optional(z.object({ state: AttendanceState, seenAt: Instant, minutes: z.optional(z.int()) })),
      answers: z.array(Answer),
      /** What staff noted about it. */
      note: z.optional(z.string()),
      signedUpAt: Instant,
      /** When it goes by itself. */
      keptUntil: Instant,
    }),
  ),
  /** How many places were taken in opportunities that limit them. */
  allowances: z.array(z.object({ opportunityId: OpportunityId, places: z.record(z.string(), z.int()) })),
  /** Links in mails that let in to their sign-ups: that there are such, not what they are. */
  links: z.array(z.object({ keptUntil: Instant })),
  /** That their own calendar has an address, or had one. */
  calendar: z.optional(z.object({ since: Instant, keptUntil: Instant })),
  /** What they said after taking part; `named`: staff see their name beside the text. */
  feedback: z.array(
    z.object({
      opportunityId: OpportunityId,
      score: Score,
      text: z.optional(z.string()),
      named: z.boolean(),
      language: Language,
      answeredAt: Instant,
      keptUntil: Instant,
    }),
  ),
  linkRequests: z.array(z.object({ requestedAt: Instant, language: Language, keptUntil: Instant })),
  /** Months in which they had places, as figures count them. */
  months: z.array(z.object({ schoolId: SchoolId, slotId: SlotId, month: z.string() })),
  /** `mail` says what it was about: its kind, and ids. The text is not kept. */
  mails: z.array(
    z.object({ mail: z.string(), state: z.string(), at: z.optional(Instant), becameOfIt: z.array(z.enum(MAIL_FATES)), keptUntil: Instant }),
  ),
  /** Why they get no mail, or until when it was so. */
  noMail: z.optional(
    z.discriminatedUnion('state', [
      z.object({ state: z.literal('standing'), cause: SuppressionCause, email: z.string(), since: Instant }),
      z.object({ state: z.literal('lifted'), liftedAt: Instant }),
    ]),
  ),
  /** What they chose about their mails; absent where they chose nothing. */
  mailPreferences: z.optional(z.object({ ...MailPreferences.shape, savedAt: Instant, keptUntil: Instant })),
  pledges: z.array(
    z.object({
      pledgeId: PledgeId,
      campaignId: CampaignId,
      sponsorName: z.string(),
      sponsorKind: SponsorKind,
      ...sponsored,
      commitment: Commitment,
      recognition: Recognition,
      language: Language,
      invoices: z.array(Invoice),
      payments: z.array(Payment),
      state: z.string(),
      /** Whether money or goods may still move. */
      isRunning: z.boolean(),
      /** Since when it is to say nothing of them once it is over. */
      toForgetSince: z.optional(Instant),
      offeredAt: Instant,
    }),
  ),
  gifts: z.array(
    z.object({
      giftId: GiftId,
      campaignId: CampaignId,
      amountCents: z.int(),
      refundedCents: z.int(),
      method: PaymentMethod,
      receivedOn: Day,
      giverName: z.optional(z.string()),
      email: z.optional(z.string()),
    }),
  ),
  /** Their entry in the directory of staff. */
  staff: z.optional(StaffEntry),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** In the body, so that the address is in no URL and no log. */
export const PersonQuery = z.strictObject({ email: Email });

/** `confirmed: false` tells what would go, and changes nothing. */
export const PersonDeletion = z.strictObject({ email: Email, confirmed: z.boolean() });

/** What of a person goes, and what stays and why. */
export const DeletionPlan = z.object({
  goes: z.object({
    /** Places that are still to come: they are given back. */
    placesToCome: z.int(),
    /** Sign-ups of the past whose places stay as a count, with nobody's name. */
    pastSignUps: z.int(),
    /** With those that never got places. */
    signUps: z.int(),
    allowances: z.int(),
    links: z.int(),
    /** The address of their own calendar: 0 or 1. */
    calendar: z.int(),
    /** Answers after taking part. The scores stay counted. */
    feedback: z.int(),
    linkRequests: z.int(),
    mails: z.int(),
    /** Entries of the list of addresses that take no mail: 0 or 1. */
    noMail: z.int(),
    /** What they chose about their mails: 0 or 1. */
    mailPreferences: z.int(),
    /** Pledges and gifts that no longer say who gave. */
    pledges: z.int(),
    gifts: z.int(),
  }),
  stays: z.array(
    z.discriminatedUnion('what', [
      /** Until it is over: then it goes by itself. */
      z.object({ what: z.literal('pledge'), campaignId: CampaignId, pledgeId: PledgeId, sponsorName: z.string(), state: z.string() }),
      /** They complained of a mail: that they get none stays, without the address. */
      z.object({ what: z.literal('complaint') }),
      /** Of an employer's records. */
      z.object({ what: z.literal('staff'), isActive: z.boolean() }),
    ]),
  ),
});
export type DeletionPlan = z.infer<typeof DeletionPlan>;

/**
 * `asked`: nothing was changed. `done`: all that goes is gone. `going-on`: a sign-up was being made at this very moment; the nightly run goes on with it.
 * `nothing`: there is nothing that goes.
 */
export const DeletionReport = z.object({ personId: PersonId, state: z.enum(['asked', 'done', 'going-on', 'nothing']), plan: DeletionPlan });
export type DeletionReport = z.infer<typeof DeletionReport>;
