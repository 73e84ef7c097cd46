/** What messaging reads of a message of staff, or of a notice: whom it is for now, what is known of them, and what it says to each. */
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { LetterOpportunity, MessageLetter } from '#contracts/resources/letters.ts';
import { type AnyMessage, isNotice, type MessageId } from '#contracts/resources/message.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { OpportunityId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { publicSchool } from './availability.ts';
import type { FactsPorts } from './facts-for-mail.ts';
import { addresseesOf, concernedIn, type Holder, holdersOf, type Recipient, recipientsOf } from './message-recipients.ts';
import { type EntryChange, type Told, toldTo } from './notice-recipients.ts';
import { schoolOf } from './own-sign-up.ts';
import type { Messages, OpportunityState, SignUp } from './ports.ts';

/** Somebody to write to, and what is said to them. */
interface Meant extends Omit<Recipient, 'slots'> {
  readonly opportunity: LetterOpportunity;
  readonly school: PublicSchool;
  readonly says: Pick<MessageLetter, 'kind' | 'subject' | 'body' | 'slots'> | Told['says'];
  readonly covers: readonly string[];
  readonly entries: readonly EntryChange[];
}
export interface MessageMeant {
  readonly expiresAt: string;
  /** In an order that stays. */
  readonly holders: readonly Holder[];
  /**
   * Of some of the holders those to be written to: whose sign-up is older than the message, and not cancelled by now. Reads the opportunity anew, so that
   * what changed while others were written to is told as it is.
   */
  people(holders: readonly Holder[]): Promise<readonly Meant[]>;
}

/** Implements messaging's `StaffMessages`. */
export const messageFacts = (ports: FactsPorts & { readonly messages: Messages; readonly clock: Clock }) => ({
  /** Undefined when the message is no longer kept. */
  async of(opportunityId: OpportunityId, messageId: MessageId): Promise<MessageMeant | undefined> {
    const kept = await ports.messages.kept(opportunityId, messageId);
    const state = kept && (await ports.opportunities.load(opportunityId));
    if (!state) return undefined;
    const { message, expiresAt } = kept;
    const school = await schoolOf(ports.schools, state.opportunity);
    return {
      expiresAt,
      holders: (isNotice(message) ? concernedIn : holdersOf)(state, message.slotIds),
      async people(holders) {
        const [now, signUps] = await Promise.all([
          ports.opportunities.load(opportunityId),
          ports.signUps.ofHolders(holders.flatMap(({ personId, slotIds }) => slotIds.map((slotId) => ({ personId, slotId })))),
        ]);
        if (!now) throw new Error(`opportunity ${opportunityId} of message ${messageId} is missing`);
        const heading = headingOf(now.opportunity, school);
        return saidTo(now, message, holders, signUps, ports.clock.now()).map((one) => ({ ...one, ...heading }));
      },
    };
  },
});

function saidTo(
  state: OpportunityState,
  message: AnyMessage,
  holders: readonly Holder[],
  signUps: readonly SignUp[],
  now: number,
): readonly Omit<Meant, 'opportunity' | 'school'>[] {
  if (!isNotice(message))
    return recipientsOf(state, holders, signUps, message.sentAt).map(({ slots, ...person }) => ({
      ...person,
      says: { kind: 'message', subject: message.subject, body: message.body, slots },
      covers: slots.map(({ signUpId }) => signUpId),
      entries: [],
    }));
  return addresseesOf(state, holders, signUps, message.sentAt).flatMap((addressee) => {
    const told = toldTo(state, message, addressee, now);
    const { personId, person, language } = addressee;
    return told ? [{ personId, person, language, ...told }] : [];
  });
}

/** What its letters tell of opportunity and school. Pure. */
export const headingOf = (
  { opportunityId, title, kind, contact, languages, place }: Opportunity,
  school: School,
): { readonly opportunity: LetterOpportunity; readonly school: PublicSchool } => ({
  opportunity: { opportunityId, title, kind, contact, languages, ...(place && { place }) },
  school: publicSchool(school),
});
