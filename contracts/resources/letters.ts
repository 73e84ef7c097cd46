/**
 * What each mail to a person tells, as data: messaging gathers it, the views in `web/emails` word it.
 *
 * Everything is already decided here; a view only chooses words. Mails go only to the person they speak of.
 */
import type { Language, LocalizedText } from '../values.ts';
import type { PublicSchool } from './availability.ts';
import type { MyPledge, PublicCampaign } from './campaign-view.ts';
import type { SlotMoment } from './message.ts';
import type { Opportunity, Slot } from './opportunity.ts';
import type { Instalment, Invoice, Payment } from './pledge.ts';
import type { SlotRefusal } from './sign-up.ts';
import type { StaffRole } from './staff.ts';

/** The opportunity as mails and manage pages show it. */
export type LetterOpportunity = Pick<Opportunity, 'opportunityId' | 'title' | 'kind' | 'place' | 'contact' | 'languages'>;

interface Letter {
  /** Of the mail; staff-written words fall back to the district's first language. */
  readonly language: Language;
  readonly personName: string;
  readonly school: PublicSchool;
  readonly opportunity: LetterOpportunity;
  /** Absolute address with a fresh token: whoever has it can change the person's sign-ups. */
  readonly manageUrl: string;
}

export interface ConfirmedSlot {
  readonly signUpId: string;
  readonly slot: Slot;
  readonly places: number;
  /** Until when it can be changed or cancelled through the link; afterwards people are asked to call. Absent: any time. */
  readonly changeableUntil?: string;
}
export interface RefusedSlot {
  readonly slot: Slot;
  readonly code: SlotRefusal;
  /** Left in this slot now: never negative. */
  readonly placesLeft: number;
}

export interface WaitlistedSlot {
  readonly slot: Slot;
  /** Wanted. */
  readonly places: number;
  /** In line, from 1. */
  readonly position: number;
}

/** After a submit: at least one slot confirmed or waited for, and those that were not given. Slots in the order the opportunity lists them. */
export interface ConfirmationLetter extends Letter {
  readonly kind: 'confirmation';
  readonly confirmed: readonly ConfirmedSlot[];
  /** Absent where nothing is waited for. */
  readonly waitlisted?: readonly WaitlistedSlot[];
  readonly refused: readonly RefusedSlot[];
}

/** The sign-up is in another slot of the same opportunity now. */
export interface MoveLetter extends Letter {
  readonly kind: 'move';
  readonly from: Slot;
  readonly to: ConfirmedSlot;
}

/** Another number of places in the same slot. */
export interface PlacesLetter extends Letter {
  readonly kind: 'places';
  readonly placesBefore: number;
  readonly now: ConfirmedSlot;
}

export interface CancelledSlot {
  readonly slot: Slot;
  readonly places: number;
}
/** The places were given back, by the person or by staff. */
export interface CancellationLetter extends Letter {
  readonly kind: 'cancellation';
  /** One at least, in the order the opportunity lists them. */
  readonly slots: readonly CancelledSlot[];
  readonly byStaff?: true;
}

/** What happened to somebody in line for places of a slot. */
export type WaitlistNews =
  /** The places are theirs: they came free, or were accepted. */
  | { readonly about: 'given' | 'accepted'; readonly to: ConfirmedSlot }
  /** To be answered before `until`; `places` may be fewer than `wanted`. */
  | { readonly about: 'offered'; readonly slot: Slot; readonly places: number; readonly wanted: number; readonly until: string }
  /** An offer of fewer places than wanted ran out. */
  | { readonly about: 'waits-on'; readonly slot: Slot; readonly places: number }
  /** In line no more: an offer ran out, the slot closed, or staff took them off. */
  | { readonly about: 'expired' | 'ended' | 'removed'; readonly slot: Slot; readonly places: number };

export interface WaitlistLetter extends Letter {
  readonly kind: 'waitlist';
  readonly news: WaitlistNews;
}

/** What staff wrote to those in slots of an opportunity. */
export interface MessageLetter extends Letter {
  readonly kind: 'message';
  readonly subject: LocalizedText;
  /** Plain paragraphs. */
  readonly body: LocalizedText;
  /** Those of the slots that the person has. */
  readonly slots: readonly ConfirmedSlot[];
}

/** What is not as it was of a slot that somebody has places in. `off`: it does not take place, and nothing else of it matters. `on`: it does after all. */
export type SlotNews = 'off' | 'on' | 'time' | 'place';

/** What staff changed of a slot that the person has places in, or waits for. */
export interface NewsOfSlot {
  readonly slot: Slot;
  readonly before: SlotMoment;
  /** One at least. */
  readonly news: readonly SlotNews[];
  readonly places: number;
  /** They are in line for these places, and don't have them. */
  readonly waits?: true;
  /** It was moved by more than an hour, and they have not said yet whether that suits them: of places held alone. */
  readonly toConfirm?: true;
  /** As of a `ConfirmedSlot`; of places held alone. */
  readonly changeableUntil?: string;
}

/** What is not as it was of what they signed up for. */
export interface NoticeLetter extends Letter {
  readonly kind: 'notice';
  /** In the order in which the opportunity lists them, one at least. */
  readonly slots: readonly NewsOfSlot[];
  /** Where it was; absent where it is where it was. */
  readonly placeBefore?: { readonly place: LetterOpportunity['place'] };
  /** What staff add: plain paragraphs. */
  readonly words?: LocalizedText;
}

/** What a person has of one opportunity on a day. */
export interface PartOfDay {
  readonly school: PublicSchool;
  readonly opportunity: LetterOpportunity;
  /** `toConfirm`, as in a notice. */
  readonly slots: readonly (ConfirmedSlot & { readonly toConfirm?: true })[];
}
/** All that a person has on one day, some days before it. */
export interface ReminderLetter {
  readonly kind: 'reminder';
  readonly language: Language;
  readonly personName: string;
  readonly manageUrl: string;
  /** From the day it is sent; 0: it is today. */
  readonly daysLeft: number;
  /** In the order of time, one at least. */
  readonly parts: readonly PartOfDay[];
}

/** What a person took part in, of one opportunity. */
export interface PartGiven {
  readonly school: PublicSchool;
  readonly opportunity: LetterOpportunity;
  readonly slots: readonly {
    readonly slot: Slot;
    readonly places: number;
    /** Of their own time; absent where nobody saw how long. */
    readonly minutes?: number;
  }[];
}
/** All that a person took part in on one day, on a morning after it. */
export interface ThanksLetter {
  readonly kind: 'thanks';
  readonly language: Language;
  readonly personName: string;
  readonly manageUrl: string;
  /** In the order of time, one at least. */
  readonly parts: readonly PartGiven[];
}

/** "Send me my link": all sign-ups of the person, whatever the opportunity. */
export interface LinkLetter {
  readonly kind: 'link';
  readonly language: Language;
  readonly personName: string;
  readonly manageUrl: string;
  /** Sign-ups that are confirmed and not over. */
  readonly upcoming: number;
}

/** What a letter to a sponsor is about. */
export type PledgeNews =
  | { readonly about: 'made' | 'accepted' | 'declined' | 'cancelled' | 'revised' | 'goal' | 'impact' }
  | { readonly about: 'logo-declined'; readonly reason?: string }
  /** `due`: what is missing of the part that is due. */
  | { readonly about: 'reminded'; readonly stage: 'before' | 'after'; readonly due: Instalment }
  | { readonly about: 'invoiced'; readonly invoice: Invoice }
  | { readonly about: 'paid' | 'refunded'; readonly payment: Payment };

/** To a sponsor about their pledge, as it stands now. */
export interface SponsorLetter {
  readonly kind: 'sponsor';
  readonly language: Language;
  readonly personName: string;
  /** Absolute address with a fresh token: whoever has it can see and withdraw the pledge. */
  readonly manageUrl: string;
  readonly news: PledgeNews;
  readonly pledge: MyPledge;
}

/** To somebody who gave money outright. A receipt goes along as a file. */
export interface GiverLetter {
  readonly kind: 'giver';
  readonly language: Language;
  readonly personName: string;
  readonly about: 'receipt' | 'refunded' | 'impact';
  readonly campaign: PublicCampaign;
  readonly gift: {
    readonly amountCents: number;
    readonly refundedCents: number;
    readonly receivedOn: string;
    readonly matchedCents: number;
  };
}

/** To somebody who was invited to the desk. */
export interface StaffLetter {
  readonly kind: 'staff';
  readonly language: Language;
  readonly personName: string;
  readonly role: StaffRole;
  /** Absolute address of the desk. */
  readonly deskUrl: string;
  /** The address to sign in with. */
  readonly email: string;
}

/** Letters about sign-ups. */
export type SignUpLetter =
  | ConfirmationLetter
  | MoveLetter
  | PlacesLetter
  | CancellationLetter
  | WaitlistLetter
  | MessageLetter
  | NoticeLetter;
export type AnyLetter = SignUpLetter | ReminderLetter | ThanksLetter | LinkLetter | SponsorLetter | GiverLetter | StaffLetter;

/** A letter in words: what goes into a mail beside its addresses and calendar. */
export interface LetterText {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** QR codes that the HTML shows as pictures named `cid:…`. They go along with the mail, so that nothing is loaded from elsewhere. */
  readonly codes?: readonly InlineCode[];
}

export interface InlineCode {
  /** Unlike that of any other mail. */
  readonly cid: string;
  /** The address it leads to. */
  readonly url: string;
}
