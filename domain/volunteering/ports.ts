/** The ports of volunteering. Each type lists every outcome; whatever is not listed throws. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { AnyMessage, Message, MessageId, Notice } from '#contracts/resources/message.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Answer, PersonDetails, SignUpState, SlotRefusal, SlotTime } from '#contracts/resources/sign-up.ts';
import type {
  Email,
  Language,
  ManageToken,
  OpportunityId,
  PersonId,
  SchoolId,
  SignUpId,
  SlotId,
  Slug,
  SubmissionId,
} from '#contracts/values.ts';

/** One person's hold on places of one slot, as the ledger keeps it. */
export interface Claim {
  readonly signUpId: SignUpId;
  readonly places: number;
}

/** What staff said at the door of somebody with places in a slot, and when it was seen: not when it was heard of. */
export interface Attendance {
  /** `open`: taken back; kept, so that an older one that comes late does not stand again. */
  readonly state: 'attended' | 'missed' | 'open';
  /** ISO instant, as `Date.toISOString` writes it. */
  readonly at: string;
  /** Set by staff; absent: the slot's length. Of `attended` alone. */
  readonly minutes?: number;
  /** Said of all who had no mark, not of this one: weighs less than anything that was said of them. */
  readonly isRest?: true;
}

/** One who waits for places of a slot, as the ledger keeps it. */
export interface QueueEntry {
  readonly signUpId: SignUpId;
  readonly submissionId: SubmissionId;
  /** Places wanted. */
  readonly places: number;
  /** Version of the ledger at which they joined: who has the lower one stands before the other. */
  readonly since: number;
  /** They passed an offer of one place fewer: gaps smaller than this are for those behind them. Absent: any is welcome. */
  readonly least?: number;
  /** Places kept back for them until an instant. */
  readonly offer?: { readonly places: number; readonly until: string };
}

/** Why somebody does not wait any more: they left, passed what was offered, let it run out, or the slot closed before a place came free. */
export type UnqueuedWhy = 'left' | 'passed' | 'expired' | 'ended';

/** One thing done with one of those who wait. */
export type QueueStep =
  | { readonly kind: 'offered'; readonly personId: PersonId; readonly places: number; readonly until: string }
  /** They have the places. `accepts`: just those that were offered. */
  | { readonly kind: 'promoted'; readonly personId: PersonId; readonly places: number; readonly accepts?: true }
  /** An offer of fewer places than wanted is gone; they stay where they stand. */
  | { readonly kind: 'passed'; readonly personId: PersonId; readonly why: 'passed' | 'expired' }
  | { readonly kind: 'unqueued'; readonly personId: PersonId; readonly why: UnqueuedWhy }
  /** Another number of places. */
  | { readonly kind: 'requeued'; readonly personId: PersonId; readonly places: number }
  /** Taken out with everything else that is kept of them. */
  | { readonly kind: 'forgotten'; readonly personId: PersonId };

interface OfWaiting {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly submissionId: SubmissionId;
  /** Wanted; of an offer those offered, of a promotion those given. */
  readonly places: number;
  readonly at: string;
  readonly by?: Email;
}

/**
 * What the last write to a slot did, kept with the slot so that its stream record tells it (the outbox). `by` is the member of staff whose doing it
 * was; without it, the person did it themselves.
 */
export type SlotChange =
  | {
      readonly kind: 'claimed';
      readonly personId: PersonId;
      readonly signUpId: SignUpId;
      readonly submissionId: SubmissionId;
      readonly places: number;
      readonly at: string;
      readonly movedFrom?: { readonly slotId: SlotId; readonly signUpId: SignUpId };
      readonly by?: Email;
    }
  | {
      readonly kind: 'resized';
      readonly personId: PersonId;
      readonly signUpId: SignUpId;
      readonly submissionId: SubmissionId;
      readonly places: number;
      readonly placesBefore: number;
      readonly at: string;
      readonly by?: Email;
    }
  | {
      readonly kind: 'released';
      readonly personId: PersonId;
      readonly signUpId: SignUpId;
      readonly submissionId: SubmissionId;
      readonly places: number;
      readonly at: string;
      readonly movedTo?: { readonly slotId: SlotId; readonly signUpId: SignUpId };
      readonly together?: readonly SignUpId[];
      readonly by?: Email;
    }
  /** Checked in at the door, missed, or that taken back. `at`: when it was heard of. */
  | {
      readonly kind: 'marked';
      readonly personId: PersonId;
      readonly signUpId: SignUpId;
      readonly places: number;
      readonly attendance: Attendance;
      readonly at: string;
      readonly by: Email;
    }
  | (OfWaiting & { readonly kind: 'queued' })
  | (OfWaiting & { readonly kind: 'requeued'; readonly placesBefore: number })
  | (OfWaiting & { readonly kind: 'offered'; readonly wanted: number; readonly until: string })
  | (OfWaiting & { readonly kind: 'passed'; readonly why: 'passed' | 'expired' })
  | (OfWaiting & { readonly kind: 'unqueued'; readonly why: UnqueuedWhy })
  | (OfWaiting & { readonly kind: 'promoted'; readonly accepted?: true })
  | { readonly kind: 'opened'; readonly at: string }
  | { readonly kind: 'revised'; readonly at: string }
  /** Somebody's places are nobody's by name any more, or were given back with everything else that was kept of them. */
  | { readonly kind: 'forgotten'; readonly at: string };

/** The single point of truth about the places of one slot. No personal data of those who hold them. */
export interface SlotLedger {
  readonly slotId: SlotId;
  readonly opportunityId: OpportunityId;
  readonly schoolId: SchoolId;
  readonly capacity: number;
  /** Sum of the places of all claims. */
  readonly taken: number;
  /** Places offered to people on the waitlist, and how many wait, those with an offer included. */
  readonly held: number;
  readonly waiting: number;
  /** Who waits; absent while nobody does. */
  readonly queue?: Readonly<Record<PersonId, QueueEntry>>;
  /** The smallest gap that one of them has a use for, which is therefore no newcomer's; absent when there is none. */
  readonly leastWaiting?: number;
  /** Sign-ups whose places were given back and not taken elsewhere instead; absent while there is none. For figures alone. */
  readonly cancelled?: number;
  readonly state: 'open' | 'closed';
  /** Instants between which sign-ups are taken: from `opensAt` on, before `closesAt`. `closesAt` is the slot's start where nothing else was said. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** Since when it starts at this time, if it was given another one than it was opened with. */
  readonly startSetAt?: string;
  readonly claims: Readonly<Record<PersonId, Claim>>;
  /** Of those with a claim who were marked at the door; goes with the claim. Absent while nobody was. */
  readonly attendance?: Readonly<Record<PersonId, Attendance>>;
  /** Counts writes. */
  readonly version: number;
  readonly change: SlotChange;
}

/** What a ledger write answered. The refusals carry the ledger as it was when it refused. */
export type LedgerOutcome =
  | { readonly kind: 'done' }
  /** The ledger already says what was asked for, by this same sign-up. */
  | { readonly kind: 'replayed'; readonly ledger: SlotLedger }
  | { readonly kind: 'refused'; readonly ledger: SlotLedger }
  | { readonly kind: 'missing' };

export interface ClaimCommand {
  readonly opportunityId: OpportunityId;
  readonly slotId: SlotId;
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly submissionId: SubmissionId;
  readonly places: number;
  /** ISO instant; also what `opensAt` and `closesAt` are compared with. */
  readonly at: string;
  readonly movedFrom?: { readonly slotId: SlotId; readonly signUpId: SignUpId };
  /** The member of staff who asks. The slot need not be open to them; places have to be left all the same. */
  readonly by?: Email;
}
/** Of a claim, without what it is to replace. */
export type JoinCommand = Omit<ClaimCommand, 'movedFrom'>;
export interface ResizeCommand {
  readonly opportunityId: OpportunityId;
  readonly slotId: SlotId;
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly submissionId: SubmissionId;
  readonly placesBefore: number;
  readonly places: number;
  readonly at: string;
  /** As with a claim. */
  readonly by?: Email;
}
export interface ReleaseCommand {
  readonly opportunityId: OpportunityId;
  readonly slotId: SlotId;
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  readonly submissionId: SubmissionId;
  /** Places the claim holds; the write is conditional on it. */
  readonly places: number;
  readonly at: string;
  readonly movedTo?: { readonly slotId: SlotId; readonly signUpId: SignUpId };
  /** All that the person gives back of the opportunity at once, where it is more than this one. */
  readonly together?: readonly SignUpId[];
  readonly by?: Email;
}

/** The definition of an opportunity with the ledgers of its slots: what one query reads. */
export interface OpportunityState {
  readonly opportunity: Opportunity;
  /** In no particular order; a slot without a ledger is not open for anyone. */
  readonly ledgers: readonly SlotLedger[];
}

export interface Opportunities {
  /** May be up to 250 ms old: good enough to refuse early and to show, never to decide. */
  glance(opportunityId: OpportunityId): Promise<OpportunityState | undefined>;
  /** Consistent. */
  load(opportunityId: OpportunityId): Promise<OpportunityState | undefined>;
  /** Published opportunities of a school with the figures of their slots that end at or after `from`; may be some seconds old. Ledgers come without claims. */
  ofSchool(schoolId: SchoolId, from: string): Promise<readonly OpportunitySummary[]>;
  /** Saves the whole definition if its stored version is still `opportunity.version - 1` (absent for version 1). `saved` also when this very one is there. */
  save(opportunity: Opportunity): Promise<'saved' | 'version-conflict'>;
}

/** What staff define, as the desk needs it. Apart from `Opportunities` and `Schools`, which answer the public. */
export interface Definitions {
  /** Opportunities of a school in every status, with the figures of their slots that end at or after `from`; what was saved may lag behind by a moment. */
  allOfSchool(schoolId: SchoolId, from: string): Promise<readonly OpportunitySummary[]>;
  /** Saves the definition as `Opportunities.save` does, its entry of the history, and the notice of it, or nothing. `busy`: others were in the way. */
  saveOpportunity(
    opportunity: Opportunity,
    entry: StaffHistoryEntry,
    notice?: KeptMessage<Notice>,
  ): Promise<'saved' | 'version-conflict' | 'busy'>;
  /** Saves the school as `Schools.save` does, and its entry of the history, or neither. */
  saveSchool(school: School, entry: StaffHistoryEntry): Promise<'saved' | 'version-conflict' | 'slug-taken' | 'busy'>;
}

/** A definition with the figures of its slots. */
export interface OpportunitySummary {
  readonly opportunity: Opportunity;
  readonly figures: readonly SlotFigures[];
}
export type SlotFigures = Pick<
  SlotLedger,
  'slotId' | 'capacity' | 'taken' | 'held' | 'waiting' | 'leastWaiting' | 'state' | 'opensAt' | 'closesAt' | 'startsAt' | 'endsAt'
>;

/** One definition, one ledger at a time, both consistent: for who goes through many people and needs of each the slots of a day. */
export interface SlotReads {
  definition(opportunityId: OpportunityId): Promise<Opportunity | undefined>;
  ledger(opportunityId: OpportunityId, slotId: SlotId): Promise<SlotLedger | undefined>;
}

export interface Slots {
  /** Puts the ledger of a newly published slot; `exists` leaves the one there untouched. */
  open(ledger: SlotLedger): Promise<'opened' | 'exists'>;
  /** Sets capacity, state and times, never the claims, and `startSetAt` with another start. A capacity below what is taken drops nobody. */
  revise(
    opportunityId: OpportunityId,
    slotId: SlotId,
    terms: Pick<SlotLedger, 'capacity' | 'state' | 'opensAt' | 'closesAt' | 'startsAt' | 'endsAt'>,
    at: string,
  ): Promise<LedgerOutcome>;
  /**
   * One conditional write: gives the places if the slot is open at `at`, nobody waits who has a use for what is left, enough are left (`taken + held + places <= capacity`)
   * and the person holds none. Open at `at`: state `open`, `opensAt <= at`, `at < closesAt`, `at < startsAt`, each where it is set;
   * instants in a ledger are as `Date.toISOString` writes them, so text order is time order. `replayed` when the person's claim is this very sign-up.
   * For staff (`by`) it need not be open; that nobody waits for them, places left and no claim of the person hold for them, too.
   */
  claim(command: ClaimCommand): Promise<LedgerOutcome>;
  /**
   * One conditional write on the claim being this sign-up with `placesBefore`. More places: also that the slot is open at `at`
   * (not closed, not started, nobody waits; for staff only the last) and has room for the difference. Fewer are always taken back, also by a slot that is
   * closed or has more taken than it has places. `replayed` when the claim is this sign-up with `places` already.
   */
  resize(command: ResizeCommand): Promise<LedgerOutcome>;
  /**
   * One conditional write on the claim being this sign-up with `places`. `replayed` when the person holds no claim any more or another
   * one, `refused` when it is this sign-up with another number of places.
   */
  release(command: ReleaseCommand): Promise<LedgerOutcome>;
  /**
   * One conditional write: puts the person at the end of those who wait, if a claim of so many places would be refused for want of room, the slot is open
   * at `at` (for staff it need not be), the person neither holds places nor waits, and fewer than `MOST_WAITING` do. `replayed` when they wait, or have
   * places, by this very sign-up.
   */
  join(command: JoinCommand): Promise<LedgerOutcome>;
  /** One write of what `stepped` makes of the ledger, conditional on its version. `refused` carries the ledger that is there now, also where the step has no meaning for it. */
  step(ledger: SlotLedger, step: QueueStep, by: { readonly at: string; readonly by?: Email }): Promise<LedgerOutcome>;
  /** Consistent. */
  find(opportunityId: OpportunityId, slotId: SlotId): Promise<SlotLedger | undefined>;
  /** Slots in which somebody waits, with what the rule of the waitlist asks about; may lag behind by a moment. */
  withWaiting(): Promise<readonly WaitlistView[]>;
}

export interface MarkCommand {
  readonly opportunityId: OpportunityId;
  readonly slotId: SlotId;
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
  /** Places the claim holds; the write is conditional on it. */
  readonly places: number;
  readonly attendance: Attendance;
  /** ISO instant: when it is done. */
  readonly at: string;
  readonly by: Email;
}
/** Attendance in the ledger of places; apart from `Slots`, which serve the public, too. */
export interface Marks {
  /**
   * One conditional write on the claim being this sign-up with `places`, and on nothing standing there that outweighs the mark (`attendance.ts`).
   * `replayed` when this mark or one that outweighs it stands: the ledger says which. `refused` when the claim is another.
   */
  mark(command: MarkCommand): Promise<LedgerOutcome>;
}

/** What signing up asks of the ledger. */
export type Taking = Pick<Slots, 'claim' | 'join' | 'find'>;

/** A slot with those who wait, as the sweep reads it. */
export type WaitlistView = Pick<
  SlotLedger,
  'slotId' | 'opportunityId' | 'capacity' | 'taken' | 'held' | 'state' | 'closesAt' | 'startsAt' | 'queue'
>;

/** A person's sign-up for one slot with the personal data it needs; the ledger, not this, says whether places are held. */
export interface SignUp {
  readonly signUpId: SignUpId;
  readonly personId: PersonId;
  readonly slotId: SlotId;
  readonly opportunityId: OpportunityId;
  readonly schoolId: SchoolId;
  readonly places: number;
  readonly state: SignUpState;
  readonly refusal?: SlotRefusal;
  readonly person: PersonDetails;
  readonly language: Language;
  readonly answers: readonly Answer[];
  readonly submission: {
    readonly submissionId: SubmissionId;
    readonly fingerprint: string;
    /** Slots of the submit that went on to the ledger. */
    readonly slotIds: readonly SlotId[];
    /** Slots of the submit refused before. */
    readonly refused: readonly { readonly slotId: SlotId; readonly code: SlotRefusal; readonly placesLeft: number }[];
  };
  /** That its person wants to wait where there is no room. */
  readonly waitlist?: true;
  /** What staff noted about it, for staff alone. */
  readonly note?: string;
  /** Where it came from, when it replaces a sign-up in another slot. */
  readonly movedFrom?: { readonly slotId: SlotId; readonly signUpId: SignUpId };
  /** The member of staff who put it there. Whoever decides the intent for them asks the ledger in their name. */
  readonly by?: Email;
  readonly signedUpAt: string;
  /** When the slot was when they signed up for it, or when they last said that its time suits them. */
  readonly timeKnown?: SlotTime;
  /** It was given back together with others: the first of them. */
  readonly givenBackWith?: SignUpId;
  /** Version of the ledger change this record last took in; an older event changes nothing. */
  readonly ledgerVersion: number;
  /** When its personal data goes: soon for an intent, after the retention for a sign-up. */
  readonly expiresAt: string;
}

export interface SignUps {
  /**
   * Puts a pending sign-up at (person, slot), if there is none or it is the one named `replaces` (a cancelled or refused one).
   * `exists` tells what is there: a repeat of this request, or another sign-up.
   */
  intend(signUp: SignUp, replaces?: SignUpId): Promise<{ readonly kind: 'stored' } | { readonly kind: 'exists'; readonly signUp: SignUp }>;
  /** Consistent. */
  find(personId: PersonId, slotId: SlotId): Promise<SignUp | undefined>;
  /** Consistent; every slot asked for that has one. */
  findMany(personId: PersonId, slotIds: readonly SlotId[]): Promise<readonly SignUp[]>;
  /** Consistent; of those who hold places, each that is still kept, in no particular order. */
  ofHolders(holders: readonly { readonly personId: PersonId; readonly slotId: SlotId }[]): Promise<readonly SignUp[]>;
  /** Consistent; all of a person that are still kept. */
  ofPerson(personId: PersonId): Promise<readonly SignUp[]>;
  /** Marks a pending sign-up refused, so that a repeat answers the same. `stale` when it is another or no longer pending, unless refused with this code already. */
  refuse(personId: PersonId, slotId: SlotId, signUpId: SignUpId, code: SlotRefusal): Promise<'done' | 'stale'>;
  /** Takes in a ledger change, if this is still the same sign-up and the change is newer than what it knows; `done` also when it knows this very one. */
  record(
    change: Pick<SignUp, 'personId' | 'slotId' | 'signUpId' | 'places' | 'givenBackWith' | 'ledgerVersion' | 'expiresAt'> & {
      readonly state: 'confirmed' | 'attended' | 'missed' | 'cancelled' | 'waitlisted' | 'offered';
    },
  ): Promise<'done' | 'stale'>;
}

/** What staff note about a sign-up; apart from `SignUps`, which serve the public, too. */
export interface SignUpNotes {
  /**
   * Sets or, with nothing, takes away the note, and keeps the entry of the history, or neither. `stale` when it is another sign-up by now or
   * the note is no longer as it was read. `busy`: others were in the way.
   */
  set(
    about: Pick<SignUp, 'personId' | 'slotId' | 'signUpId'>,
    note: { readonly before: string | undefined; readonly after: string | undefined },
    entry: StaffHistoryEntry,
  ): Promise<'done' | 'stale' | 'busy'>;
}

/** What people say of a time to which a slot was moved; apart from `SignUps`, which is behind every sign-up. */
export interface SignUpTimes {
  /**
   * Keeps the time that suits its person, with the entry of the history where staff say so, or neither. `stale` when it is another sign-up by now or the
   * time it knows is no longer as it was read. `busy`: others were in the way.
   */
  confirm(
    about: Pick<SignUp, 'personId' | 'slotId' | 'signUpId'>,
    time: { readonly before: SlotTime | undefined; readonly after: SlotTime },
    entry?: StaffHistoryEntry,
  ): Promise<'done' | 'stale' | 'busy'>;
}

/** How many places a person took in one opportunity that limits them: an upper bound that is recounted before it refuses. */
export interface Allowance {
  readonly places: Readonly<Record<SlotId, number>>;
  /** When the places of a slot were last reserved, ISO instant: a young one may still be on its way to the ledger. Kept as given. */
  readonly reservedAt?: Readonly<Record<SlotId, string>>;
  readonly version: number;
}
export interface Allowances {
  find(personId: PersonId, opportunityId: OpportunityId): Promise<Allowance | undefined>;
  /** Saves if the stored version is still `version - 1` (absent for version 1). `saved` also when this very one is there. */
  save(personId: PersonId, opportunityId: OpportunityId, allowance: Allowance, expiresAt: string): Promise<'saved' | 'version-conflict'>;
}

export interface Schools {
  /** By name; may be some seconds old. */
  all(): Promise<readonly School[]>;
  save(school: School): Promise<'saved' | 'version-conflict' | 'slug-taken'>;
  find(schoolId: SchoolId): Promise<School | undefined>;
  bySlug(slug: Slug): Promise<School | undefined>;
}

/** Manage links: kept hashed, bound to a person and this one purpose. */
export interface Links {
  issue(personId: PersonId, expiresAt: string): Promise<ManageToken>;
  /** Undefined for unknown, altered and expired ones alike. */
  resolve(token: ManageToken, now: number): Promise<{ readonly personId: PersonId } | undefined>;
}

/** A request for one's manage link, kept until the mail is decided. */
export interface LinkRequest {
  /** Same for all requests of a person within the same ten minutes: one mail. */
  readonly requestId: string;
  readonly personId: PersonId;
  readonly language: Language;
  readonly requestedAt: string;
  readonly expiresAt: string;
}
export interface LinkRequests {
  /** Stores the first of each id; the answer does not tell. */
  put(request: LinkRequest): Promise<void>;
  find(personId: PersonId, requestId: string): Promise<LinkRequest | undefined>;
}

/** A message of staff, or a notice, as it is kept. */
export interface KeptMessage<Kind extends AnyMessage = AnyMessage> {
  readonly message: Kind;
  readonly schoolId: SchoolId;
  /** When its text goes. */
  readonly expiresAt: string;
}
/** What those who signed up were told by staff. Notices are kept by the save they belong to. */
export interface Messages {
  /** Keeps it and its entry of the history, or neither. `exists`: one with this id is there. `busy`: others were in the way. */
  send(
    kept: KeptMessage<Message>,
    entry: StaffHistoryEntry,
  ): Promise<{ readonly kind: 'sent' | 'busy' } | { readonly kind: 'exists'; readonly message: AnyMessage }>;
  /** Consistent. */
  find(opportunityId: OpportunityId, messageId: MessageId): Promise<AnyMessage | undefined>;
  /** Consistent; with what else is kept of it. */
  kept(opportunityId: OpportunityId, messageId: MessageId): Promise<KeptMessage | undefined>;
  /** Consistent; latest first, those that are still kept. */
  ofOpportunity(opportunityId: OpportunityId): Promise<readonly AnyMessage[]>;
}
