/** Pledges and gifts: what a sponsor sends, and the values that states, documents and pages are made of. */
import * as z from 'zod/mini';
import {
  AmountCents,
  CampaignId,
  Day,
  Email,
  GiftId,
  Instant,
  Language,
  LevelId,
  line,
  PaymentId,
  PersonName,
  Phone,
  PledgeId,
  SubmissionId,
  text,
} from '../values.ts';
import { PledgeLogo } from './logo.ts';

export const SponsorKind = z.enum(['business', 'workplace', 'foundation', 'person']);
export type SponsorKind = z.infer<typeof SponsorKind>;

/** Who pledges. `name` is the one on walls and documents; the contact is never public. */
export const Sponsor = z.strictObject({
  name: line(120),
  kind: SponsorKind,
  contactName: PersonName,
  email: Email,
  phone: z.optional(Phone),
  /** For letters and invoices, as one line. */
  address: z.optional(line(200)),
});
export type Sponsor = z.infer<typeof Sponsor>;

/** `named`: on the sponsor wall, with a logo if there is one. `anonymous`: nowhere in public. */
export const Recognition = z.enum(['named', 'anonymous']);
export type Recognition = z.infer<typeof Recognition>;

/** Into how many parts a sum can be split, a month apart. */
export const InstalmentCount = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(6), z.literal(12)],
  'instalments.not-offered',
);
export type InstalmentCount = z.infer<typeof InstalmentCount>;

/** What somebody wants to commit to. With a level, its amount is the least; without one any amount is welcome. */
export const CommitmentRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('money'),
    levelId: z.optional(LevelId),
    amountCents: AmountCents,
    instalments: InstalmentCount,
  }),
  z.strictObject({ kind: z.literal('goods'), description: text(500), valueCents: AmountCents }),
]);
export type CommitmentRequest = z.infer<typeof CommitmentRequest>;

export const PledgeRequest = z.strictObject({
  campaignId: CampaignId,
  sponsor: Sponsor,
  commitment: CommitmentRequest,
  /** Doubles gifts of others, up to this much, on top of the commitment. */
  matchUpToCents: z.optional(AmountCents),
  recognition: Recognition,
  /** Of the mails and documents that follow. */
  language: Language,
  /** That the district's sponsor policy was read and is kept. */
  policy: z.literal(true, 'policy.missing'),
  /** That the details are kept, as the form says. */
  consent: z.literal(true, 'consent.missing'),
});
export type PledgeRequest = z.infer<typeof PledgeRequest>;

export const Instalment = z.object({ dueOn: Day, amountCents: z.int().check(z.gte(1)) });
export type Instalment = z.infer<typeof Instalment>;

export const Commitment = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('money'),
    levelId: z.optional(LevelId),
    amountCents: z.int(),
    instalments: z.array(Instalment).check(z.minLength(1)),
  }),
  z.object({ kind: z.literal('goods'), description: z.string(), valueCents: z.int() }),
]);
export type Commitment = z.infer<typeof Commitment>;

export const PaymentMethod = z.enum(['cash', 'cheque', 'card', 'transfer']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** Money that came (`payment`) or was given back (`refund`). */
export const Payment = z.object({
  paymentId: PaymentId,
  kind: z.enum(['payment', 'refund']),
  amountCents: z.int().check(z.gte(1)),
  method: PaymentMethod,
  /** When it came, as staff say. */
  receivedOn: Day,
  recordedAt: Instant,
});
export type Payment = z.infer<typeof Payment>;

/** `2027-0042`: of the district and year, without gaps. */
export const InvoiceNumber = z.string().check(z.regex(/^\d{4}-\d{4,6}$/));

export const Invoice = z.object({ number: InvoiceNumber, amountCents: z.int().check(z.gte(1)), issuedOn: Day });
export type Invoice = z.infer<typeof Invoice>;

/** What its sponsor may put right: the name until staff accepted the pledge, all else for as long as it lives. */
export const PledgeCorrection = z.strictObject({
  sponsor: z.omit(Sponsor, { email: true, kind: true }),
  recognition: Recognition,
});
export type PledgeCorrection = z.infer<typeof PledgeCorrection>;

/** One of the benefits of a pledge's level, in the district's first language, and when the sponsor got it. */
export const BenefitGiven = z.object({ benefit: line(200), givenOn: Day });
export type BenefitGiven = z.infer<typeof BenefitGiven>;

/** `before`: a week ahead of the day an instalment is due. `after`: it is overdue. */
export const ReminderStage = z.enum(['before', 'after']);
/** The `nth` reminder about the instalment that is due on a day. */
export const Reminder = z.object({ dueOn: Day, stage: ReminderStage, nth: z.int().check(z.gte(1)), remindedOn: Day });
export type Reminder = z.infer<typeof Reminder>;

/** What staff say of money that came for a pledge. */
export const PaymentRequest = z.strictObject({ amountCents: AmountCents, method: PaymentMethod, receivedOn: Day });
export type PaymentRequest = z.infer<typeof PaymentRequest>;

/** What a person of the staff has to do about a pledge: say yes or no, ask for the money, look at the logo. */
export const PledgeNeed = z.enum(['decide', 'invoice', 'logo']);
export type PledgeNeed = z.infer<typeof PledgeNeed>;

export const PledgeState = z.enum(['offered', 'accepted', 'declined', 'invoiced', 'part-paid', 'fulfilled', 'written-off', 'cancelled']);
export type PledgeState = z.infer<typeof PledgeState>;

/** A pledge as staff see it. */
export const StaffPledge = z.object({
  pledgeId: PledgeId,
  campaignId: CampaignId,
  state: PledgeState,
  sponsor: Sponsor,
  commitment: Commitment,
  matchUpToCents: z.optional(z.int()),
  matchUsedCents: z.int(),
  recognition: Recognition,
  language: Language,
  invoices: z.array(Invoice),
  payments: z.array(Payment),
  reminders: z.array(Reminder),
  /** What its level owes the sponsor, in the order the level lists it; with the day it was given. */
  benefits: z.array(z.object({ benefit: z.string(), givenOn: z.optional(Day) })),
  logo: z.optional(PledgeLogo),
  /** What is owed in all, and what of it has come. */
  owedCents: z.int(),
  paidCents: z.int(),
  offeredAt: Instant,
  /** When the details of its contact went; what stands in their place says nothing. */
  forgottenAt: z.optional(Instant),
  /** Since when they are to go once it is over, because the person asked for it. */
  toForgetSince: z.optional(Instant),
  version: z.int(),
});
export type StaffPledge = z.infer<typeof StaffPledge>;

/** Money given outright, as staff record it. Without a name it is anonymous; without an address nobody gets a receipt. */
export const GiftRequest = z.strictObject({
  campaignId: CampaignId,
  giver: z.optional(z.strictObject({ name: line(120), email: z.optional(Email) })),
  amountCents: AmountCents,
  method: PaymentMethod,
  receivedOn: Day,
  language: Language,
});
export type GiftRequest = z.infer<typeof GiftRequest>;

export const Gift = z.object({
  giftId: GiftId,
  campaignId: CampaignId,
  giver: z.optional(z.object({ name: z.string(), email: z.optional(z.string()) })),
  amountCents: z.int(),
  refundedCents: z.int(),
  method: PaymentMethod,
  receivedOn: Day,
  language: Language,
  /** What matches added, in the order they were used. */
  matched: z.array(z.object({ pledgeId: PledgeId, amountCents: z.int().check(z.gte(1)) })),
  submissionId: SubmissionId,
  recordedAt: Instant,
  version: z.int(),
});
export type Gift = z.infer<typeof Gift>;
