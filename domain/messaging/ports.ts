/** The ports of messaging: the ledger that makes each mail go out once, the mail service, words and calendars, and what it reads of volunteering. */

import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { MyPledge, PublicCampaign } from '#contracts/resources/campaign-view.ts';
import type { Receipt } from '#contracts/resources/documents.ts';
import type {
  AnyLetter,
  GiverLetter,
  InlineCode,
  LetterOpportunity,
  LetterText,
  MessageLetter,
  NoticeLetter,
  ReminderLetter,
  ThanksLetter,
} from '#contracts/resources/letters.ts';
import type { MessageId, MessageProgress } from '#contracts/resources/message.ts';
import type { DatedSlot, Slot } from '#contracts/resources/opportunity.ts';
import type { SlotRefusal } from '#contracts/resources/sign-up.ts';
import type { StaffRole } from '#contracts/resources/staff.ts';
import type {
  CampaignId,
  Day,
  GiftId,
  Language,
  ManageToken,
  OpportunityId,
  PersonId,
  PledgeId,
  SignUpId,
  SlotId,
  SubmissionId,
} from '#contracts/values.ts';

/** Names one mail: `confirmation/{submissionId}`, `cancellation/{signUpId}/{ledgerVersion}`. No personal data. */
export type MessageKey = string;

export type Lease =
  /** Ours until `leaseMs` from now. `attempt` counts from 1; above 1 an earlier sender died or failed with an unknown outcome. */
  | { readonly kind: 'leased'; readonly attempt: number }
  /** Done; `covers` are the sign-ups it spoke of. */
  | { readonly kind: 'done'; readonly outcome: 'sent' | 'skipped' | 'suppressed'; readonly covers: readonly string[] }
  /** Someone else is sending it right now. */
  | { readonly kind: 'busy' };

export interface MailLedger {
  /** `covers`: the sign-ups the mail is about to speak of, kept with the lease, so that `markAccepted` alone still tells them. */
  lease(key: MessageKey, personId: PersonId, at: number, leaseMs: number, covers?: readonly string[]): Promise<Lease>;
  markSent(key: MessageKey, sent: { readonly serviceId: string; readonly covers: readonly string[]; readonly at: number }): Promise<void>;
  /** Nothing to say: remembered, so that repeats don't look again. */
  markSkipped(key: MessageKey, at: number): Promise<void>;
  /** Whether the person's address is suppressed. Consistent: the very next send after a bounce or complaint is stopped. */
  isSuppressed(personId: PersonId): Promise<boolean>;
  /** Not sent because the address is suppressed: remembered, and counted on `day`. Nothing when the lease is no longer this attempt's. */
  markSuppressed(key: MessageKey, attempt: number, at: number, day: Day): Promise<void>;
  /** Ends the lease of this attempt after a failure that is known not to have sent; a later sender's lease stays. */
  release(key: MessageKey, attempt: number, at: number): Promise<void>;
}

/** One file that goes with a mail. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

export interface Mail {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** iCalendar text that mail programs show as an invitation, with its METHOD. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  readonly attachments?: readonly Attachment[];
  /** Pictures inside the HTML. */
  readonly codes?: readonly InlineCode[];
  /** Where answers go: the school's contact. */
  readonly replyTo?: string;
  /** Where a mail program posts that no such mails are wanted (RFC 8058). Only of those that can be stopped. */
  readonly unsubscribeUrl?: string;
  readonly language: string;
}

export interface Mailer {
  /** Hands the mail to the service, tagged with `key`. Throws `MailNotSent` when it is sure that nothing was sent, anything else when it is not. */
  send(key: MessageKey, mail: Mail): Promise<{ readonly serviceId: string }>;
}

/** The service said no before taking the mail. */
export class MailNotSent extends Error {}

/** Words for a letter, in its language. Pure; made by the views in `web/emails`. */
export interface Letters {
  render(letter: AnyLetter): LetterText;
}

/** One calendar entry of one sign-up. */
export interface CalendarEntry {
  readonly method: 'REQUEST' | 'CANCEL';
  /** With the host of the site it is the UID: the same sign-up always updates the same entry. */
  readonly signUpId: SignUpId;
  /** SEQUENCE: of two of the same entry, the higher one holds. */
  readonly sequence: number;
  /** When the change happened, ISO instant (DTSTAMP). */
  readonly at: string;
  readonly slot: DatedSlot;
  readonly places: number;
  readonly opportunity: LetterOpportunity;
  readonly school: PublicSchool;
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** Absent in calendar files that leave the person's hands. */
  readonly manageUrl?: string;
}
/** Makes iCalendar text (RFC 5545). Pure. */
export interface Calendars {
  /** One VEVENT, METHOD as asked. */
  file(entry: CalendarEntry): string;
  /** A VEVENT for each, called off where its method says so, to be imported together: METHOD PUBLISH, the only one that takes entries of several UIDs (RFC 5546 §3.2). */
  all(entries: readonly CalendarEntry[]): string;
}

/** Mints the manage link of a mail; only its hash is kept. */
export interface ManageLinks {
  issue(personId: PersonId, expiresAt: string): Promise<ManageToken>;
}

/** Waits; fakes return at once and move their clock on. */
export type Pause = (ms: number) => Promise<void>;

/** One slot of a submit as it stands now, by the ledger first and the sign-up second. */
export interface SettledSlot {
  readonly signUpId: SignUpId;
  readonly slot: Slot;
  /**
   * `confirmed`: the ledger has the claim. `waitlisted`: it has them in line. `pending`: intended, neither yet. `refused`: the ledger, or the gate before it, said no.
   * `gone`: cancelled, moved, replaced or expired since.
   */
  readonly state: 'confirmed' | 'waitlisted' | 'pending' | 'refused' | 'gone';
  /** Where a waitlisted one stands, from 1. */
  readonly position?: number;
  readonly places: number;
  readonly refusal?: SlotRefusal;
  readonly placesLeft: number;
  /** Version of the slot's ledger now. */
  readonly ledgerVersion: number;
  readonly changeableUntil?: string;
}

/** What a mail about one submit, or one sign-up of it, has to know. */
export interface SubmissionFacts {
  readonly submissionId: SubmissionId;
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  readonly opportunity: LetterOpportunity;
  /** Of the opportunity, as it is read. */
  readonly definitionVersion: number;
  readonly school: PublicSchool;
  readonly signedUpAt: string;
  /** In the order the opportunity lists them. */
  readonly slots: readonly SettledSlot[];
}

/** Reads volunteering for messaging. All reads are consistent. */
export interface Submissions {
  /** The submit a sign-up came from. Undefined when its personal data is gone or another sign-up took its place: nobody to write to. */
  of(about: { readonly personId: PersonId; readonly slotId: SlotId; readonly signUpId: SignUpId }): Promise<SubmissionFacts | undefined>;
  /** Whom to write to about a slot, even when the sign-up there is a later one of the same person. `slots` has that slot, and the one named `otherSlotId`. */
  ofSlot(about: {
    readonly personId: PersonId;
    readonly slotId: SlotId;
    readonly otherSlotId?: SlotId;
  }): Promise<(Omit<SubmissionFacts, 'submissionId' | 'slots'> & { readonly slots: readonly TimedSlot[] }) | undefined>;
  /**
   * What became of sign-ups of one opportunity that their person gives back together, `slotId` the slot of one of them; without those that were given back otherwise, or taken again
   * since. In the order the opportunity lists them.
   */
  givenBack(about: {
    readonly personId: PersonId;
    readonly slotId: SlotId;
    readonly signUpIds: readonly SignUpId[];
  }): Promise<(Omit<SubmissionFacts, 'submissionId' | 'slots'> & { readonly slots: readonly GivenBackSlot[] }) | undefined>;
}
/** A sign-up that its person gives back with others; `isGone` when its record says so. */
export interface GivenBackSlot {
  readonly signUpId: SignUpId;
  readonly slot: Slot;
  readonly places: number;
  readonly isGone: boolean;
  /** Version of the slot's ledger when it was given back. */
  readonly ledgerVersion: number;
}
/** A slot with the moment until which its sign-ups can be changed by their person. */
export interface TimedSlot {
  readonly slot: Slot;
  readonly changeableUntil?: string;
}

/** A pledge as its sponsor sees it now, and whom to write to about it. */
export interface PledgeFacts {
  readonly personId: PersonId;
  readonly language: Language;
  readonly pledge: MyPledge;
}
/** Reads fundraising for messaging. All reads are consistent. */
export interface Pledges {
  /** Undefined when it is no longer kept. */
  of(campaignId: CampaignId, pledgeId: PledgeId): Promise<PledgeFacts | undefined>;
  /** All pledges of a campaign that count. */
  counting(campaignId: CampaignId): Promise<readonly PledgeId[]>;
}
/** A gift as its giver's mails tell of it. */
export interface GiftFacts {
  readonly personId: PersonId;
  readonly language: Language;
  readonly giver: { readonly name: string; readonly email: string };
  readonly campaign: PublicCampaign;
  readonly gift: GiverLetter['gift'];
  readonly receipt: Receipt;
}
/** Reads gifts for messaging. All reads are consistent. */
export interface Gifts {
  /** Undefined when nobody is to be written to: no address is known, or it is no longer kept. */
  of(campaignId: CampaignId, giftId: GiftId): Promise<GiftFacts | undefined>;
  /** Gifts of a campaign that count and whose giver can be written to. */
  counting(campaignId: CampaignId): Promise<readonly GiftId[]>;
}
/** Draws papers as files to go with a mail. */
export interface Papers {
  file(paper: Receipt): Promise<Attachment>;
}
/** Mints the manage link of a letter to a sponsor. */
export interface SponsorLinks {
  issue(of: { readonly campaignId: CampaignId; readonly pledgeId: PledgeId }, expiresAt: string): Promise<ManageToken>;
}

/** Whom a "send me my link" goes to. Undefined when the person has no sign-ups kept: then no mail. */
export interface LinkFacts {
  of(
    personId: PersonId,
    requestId: string,
  ): Promise<
    | {
        readonly person: { readonly name: string; readonly email: string };
        readonly language: Language;
        readonly upcoming: number;
        /** End of the last slot the person signed up for. */
        readonly lastEndsAt?: string;
      }
    | undefined
  >;
}

/** Whom an invitation to the desk goes to. Undefined when they are no longer to be told: they left, or it was long ago. */
export interface StaffFacts {
  of(
    personId: PersonId,
  ): Promise<{ readonly name: string; readonly email: string; readonly role: StaffRole; readonly language: Language } | undefined>;
}

/** Somebody with places in slots of a message, or of a notice in line for some. */
export interface MessageHolder {
  readonly personId: PersonId;
  readonly slotIds: readonly SlotId[];
}
/** Whom a message of staff, or a notice, goes to, and what it says to them. */
export interface MessageRecipient {
  readonly personId: PersonId;
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  readonly opportunity: LetterOpportunity;
  readonly school: PublicSchool;
  readonly says:
    | Pick<MessageLetter, 'kind' | 'subject' | 'body' | 'slots'>
    | Pick<NoticeLetter, 'kind' | 'slots' | 'placeBefore' | 'words'>;
  /** Sign-ups it speaks of. */
  readonly covers: readonly string[];
  /** What becomes of entries in their calendar. */
  readonly entries: readonly Pick<CalendarEntry, 'method' | 'signUpId' | 'sequence' | 'at' | 'slot' | 'places'>[];
}
/** A message of staff, or a notice, and who has places in its slots now. */
export interface MessageMeant {
  /** When it goes. */
  readonly expiresAt: string;
  /** In an order that stays. */
  readonly holders: readonly MessageHolder[];
  /** Of some of them, those to be written to. Consistent, so who cancelled until now is not among them, and what is said is so now. */
  people(holders: readonly MessageHolder[]): Promise<readonly MessageRecipient[]>;
}
/** Reads messages of staff, and notices, for messaging. All reads are consistent. */
export interface StaffMessages {
  /** Undefined when it is no longer kept. */
  of(opportunityId: OpportunityId, messageId: MessageId): Promise<MessageMeant | undefined>;
}
/** What a person has on a day that they are to be reminded of. */
export interface DayOfPerson {
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** Until then, from today. */
  readonly daysLeft: number;
  /** Whether, of something it is about, no other reminder follows. */
  readonly isLast: boolean;
  /** In the order of time, one at least. */
  readonly parts: ReminderLetter['parts'];
}
export interface PeopleOfDay {
  /** Consistent, so what was cancelled until now is not in it. Undefined: there is nothing to remind of. */
  of(personId: PersonId, day: Day, daysBefore: number): Promise<DayOfPerson | undefined>;
}
/** Reads days of volunteering for messaging. */
export interface PeopleOnDays {
  /** Who has places in slots of these opportunities on the day, in an order that stays. Consistent. */
  holders(day: Day, opportunityIds: readonly OpportunityId[]): Promise<readonly PersonId[]>;
  /** Reads what is the same for many once. */
  people(): PeopleOfDay;
}
/** What a person took part in on a day that has passed. */
export interface PastDayOfPerson {
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
  /** In the order of time, one at least. */
  readonly parts: ThanksLetter['parts'];
}
export interface PeopleOfPastDay {
  /** Consistent. Undefined: there is nothing to thank for, or they were thanked for the series it is of. */
  of(personId: PersonId, day: Day): Promise<PastDayOfPerson | undefined>;
}
/** Reads days that have passed in volunteering for messaging. */
export interface PeopleOfPastDays {
  /** Who took part in what ended on the day in these opportunities, as far as it is known by now, in an order that stays. Consistent. */
  helpers(day: Day, opportunityIds: readonly OpportunityId[]): Promise<readonly PersonId[]>;
  /** Reads what is the same for many once. */
  people(): PeopleOfPastDay;
}
/** How far messages are, as far as it was noted: numbers, nobody's name. */
export interface MessageNotes {
  /** Notes it, unless more was noted already: another who goes through it, or did before, was further. */
  note(messageId: MessageId, progress: MessageProgress, expiresAt: string): Promise<void>;
  /** Nothing was noted of those that are missing. */
  of(messageIds: readonly MessageId[]): Promise<ReadonlyMap<MessageId, MessageProgress>>;
}
