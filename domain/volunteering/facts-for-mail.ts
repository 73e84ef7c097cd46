/** What messaging reads of volunteering, by the ledgers first and the sign-ups second. Messaging names the shapes in its own ports. */

import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { LetterOpportunity } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { SlotRefusal } from '#contracts/resources/sign-up.ts';
import type { Language, PersonId, SignUpId, SlotId, SubmissionId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { millis } from '../time.ts';
import { publicSchool } from './availability.ts';
import { changeableUntil, ownSignUp, schoolOf, trueState } from './own-sign-up.ts';
import type { LinkRequests, Opportunities, OpportunityState, Schools, SignUp, SignUps } from './ports.ts';
import { placesLeft } from './slot-state.ts';
import { positionOf } from './waitlist.ts';

interface Recipient {
  readonly person: { readonly name: string; readonly email: string };
  readonly language: Language;
}
interface MailFacts extends Recipient {
  readonly opportunity: LetterOpportunity;
  readonly definitionVersion: number;
  readonly school: PublicSchool;
  readonly signedUpAt: string;
}
interface SlotFacts {
  readonly signUpId: SignUpId;
  readonly slot: Slot;
  readonly state: 'confirmed' | 'waitlisted' | 'pending' | 'refused' | 'gone';
  readonly position?: number;
  readonly places: number;
  readonly refusal?: SlotRefusal;
  readonly placesLeft: number;
  readonly ledgerVersion: number;
  readonly changeableUntil?: string;
}
interface GivenBackFacts {
  readonly signUpId: SignUpId;
  readonly slot: Slot;
  readonly places: number;
  readonly isGone: boolean;
  readonly ledgerVersion: number;
}
export interface FactsPorts {
  readonly signUps: SignUps;
  readonly opportunities: Opportunities;
  readonly schools: Schools;
}

/** Implements messaging's `Submissions`. */
export const submissionFacts = (ports: FactsPorts) => ({
  /**
   * The submit a sign-up came from. When another sign-up of the same person took its record while it holds the places, the facts are of it alone:
   * whoever holds places is told.
   */
  async of(about: {
    readonly personId: PersonId;
    readonly slotId: SlotId;
    readonly signUpId: SignUpId;
  }): Promise<(MailFacts & { readonly submissionId: SubmissionId; readonly slots: readonly SlotFacts[] }) | undefined> {
    const there = await ports.signUps.find(about.personId, about.slotId);
    const state = there && (await ports.opportunities.load(there.opportunityId));
    if (!there || !state) return undefined;
    const facts = await mailFacts(ports, there, state);
    if (there.signUpId !== about.signUpId) {
      const held = heldFacts(there, about.signUpId, state);
      return held && { ...facts, submissionId: there.submission.submissionId, slots: [held] };
    }
    const { submissionId, slotIds, refused } = there.submission;
    const items = await ports.signUps.findMany(about.personId, slotIds);
    const siblings = items.filter((item) => item.submission.submissionId === submissionId);
    const slots = state.opportunity.slots.flatMap((slot): readonly SlotFacts[] => {
      const item = siblings.find((one) => one.slotId === slot.slotId);
      if (item) return [slotFacts(item, slot, state)];
      const early = refused.find((one) => one.slotId === slot.slotId);
      return early ? [{ ...refusedFacts(there, slot, state), refusal: early.code }] : [];
    });
    return { ...facts, submissionId, slots };
  },

  /** Whom to write to about a slot, even when the sign-up there is a later one of the same person. */
  async ofSlot(about: {
    readonly personId: PersonId;
    readonly slotId: SlotId;
    readonly otherSlotId?: SlotId;
  }): Promise<(MailFacts & { readonly slots: readonly { readonly slot: Slot; readonly changeableUntil?: string }[] }) | undefined> {
    const there = await ports.signUps.find(about.personId, about.slotId);
    const state = there && (await ports.opportunities.load(there.opportunityId));
    if (!there || !state) return undefined;
    const asked = state.opportunity.slots.filter(({ slotId }) => slotId === about.slotId || slotId === about.otherSlotId);
    return { ...(await mailFacts(ports, there, state)), slots: asked.map((slot) => ({ slot, ...until(state, slot) })) };
  },

  /** What became of sign-ups of one opportunity that a person gives back together; without those that were given back otherwise, or taken again since. */
  async givenBack(about: {
    readonly personId: PersonId;
    readonly slotId: SlotId;
    readonly signUpIds: readonly SignUpId[];
  }): Promise<(MailFacts & { readonly slots: readonly GivenBackFacts[] }) | undefined> {
    const all = await ports.signUps.ofPerson(about.personId);
    const there = all.find(({ slotId }) => slotId === about.slotId);
    const state = there && (await ports.opportunities.load(there.opportunityId));
    if (!there || !state) return undefined;
    const [first] = about.signUpIds;
    const slots = state.opportunity.slots.flatMap((slot) => {
      const item = all.find(({ slotId, signUpId }) => slotId === slot.slotId && about.signUpIds.includes(signUpId));
      const isGone = item?.state === 'cancelled';
      if (!item || (isGone && item.givenBackWith !== first)) return [];
      const { signUpId, places, ledgerVersion } = item;
      return [{ signUpId, slot, places, isGone, ledgerVersion }];
    });
    return { ...(await mailFacts(ports, there, state)), slots };
  },
});

/** Implements messaging's `LinkFacts`. A person without any sign-up kept has no facts. */
export const linkFacts = (ports: FactsPorts & { readonly linkRequests: LinkRequests; readonly clock: Clock }) => ({
  async of(
    personId: PersonId,
    requestId: string,
  ): Promise<(Recipient & { readonly upcoming: number; readonly lastEndsAt?: string }) | undefined> {
    const request = await ports.linkRequests.find(personId, requestId);
    const items = await ports.signUps.ofPerson(personId);
    const states = await Promise.all([...new Set(items.map((item) => item.opportunityId))].map((id) => ports.opportunities.load(id)));
    const now = ports.clock.now();
    const kept = items.flatMap((item) => {
      const state = states.find((one) => one?.opportunity.opportunityId === item.opportunityId);
      const own = state && ownSignUp(item, state);
      const truth = own && trueState(own, now);
      return own && truth !== 'refused' && truth !== 'pending' ? [{ item, slot: own.slot, truth }] : [];
    });
    const newest = kept.map(({ item }) => item).sort((a, b) => millis(b.signedUpAt) - millis(a.signedUpAt))[0];
    if (!request || !newest) return undefined;
    const ends = kept.flatMap(({ slot }) => slot.endsAt ?? slot.startsAt ?? []).sort((a, b) => millis(b) - millis(a));
    const isOver = (slot: Slot): boolean => slot.endsAt !== undefined && millis(slot.endsAt) <= now;
    const upcoming = kept.filter(({ slot, truth }) => truth !== 'cancelled' && !isOver(slot)).length;
    const { name, email } = newest.person;
    return { person: { name, email }, language: request.language, upcoming, ...(ends[0] !== undefined && { lastEndsAt: ends[0] }) };
  },
});

async function mailFacts(ports: FactsPorts, { person, language, signedUpAt }: SignUp, state: OpportunityState): Promise<MailFacts> {
  const { opportunityId, title, kind, place, contact, languages, version } = state.opportunity;
  return {
    person: { name: person.name, email: person.email },
    language,
    signedUpAt,
    opportunity: { opportunityId, title, kind, contact, languages, ...(place && { place }) },
    definitionVersion: version,
    school: publicSchool(await schoolOf(ports.schools, state.opportunity)),
  };
}

const until = ({ opportunity }: OpportunityState, slot: Slot): { readonly changeableUntil?: string } => {
  const changeable = changeableUntil(opportunity, slot);
  return changeable === undefined ? {} : { changeableUntil: changeable };
};

function slotFacts(item: SignUp, slot: Slot, state: OpportunityState): SlotFacts {
  const own = ownSignUp(item, state);
  if (own?.claim) return { ...refusedFacts(item, slot, state), state: 'confirmed', places: own.claim.places };
  const position = own?.entry && own.ledger && positionOf(own.ledger, item.personId);
  if (position !== undefined)
    return { ...refusedFacts(item, slot, state), state: 'waitlisted', places: own?.entry?.places ?? item.places, position };
  const standing = item.state === 'refused' || item.state === 'pending' ? item.state : 'gone';
  return { ...refusedFacts(item, slot, state), state: standing, ...(item.refusal && { refusal: item.refusal }) };
}

/** A record that belongs to a later sign-up, while the earlier one holds the places. */
function heldFacts(there: SignUp, signUpId: SignUpId, state: OpportunityState): SlotFacts | undefined {
  const slot = state.opportunity.slots.find((one) => one.slotId === there.slotId);
  const ledger = state.ledgers.find((one) => one.slotId === there.slotId);
  const claim = ledger?.claims[there.personId];
  const entry = ledger?.queue?.[there.personId];
  const position = ledger && positionOf(ledger, there.personId);
  if (slot && entry?.signUpId === signUpId && position !== undefined) {
    return { ...refusedFacts(there, slot, state), signUpId, state: 'waitlisted', places: entry.places, position };
  }
  if (!slot || claim?.signUpId !== signUpId) return undefined;
  return { ...refusedFacts(there, slot, state), signUpId, state: 'confirmed', places: claim.places };
}

function refusedFacts(item: SignUp, slot: Slot, state: OpportunityState): SlotFacts {
  const ledger = state.ledgers.find((one) => one.slotId === slot.slotId);
  const { signUpId, places } = item;
  const left = ledger ? placesLeft(ledger) : 0;
  return { signUpId, slot, state: 'refused', places, placesLeft: left, ledgerVersion: ledger?.version ?? 0, ...until(state, slot) };
}
