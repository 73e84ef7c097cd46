/** What messaging reads of a message of staff: what it says, who holds places in its slots now, and what is known of them. */
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { LetterOpportunity } from '#contracts/resources/letters.ts';
import type { Message, MessageId } from '#contracts/resources/message.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { OpportunityId } from '#contracts/values.ts';
import { publicSchool } from './availability.ts';
import type { FactsPorts } from './facts-for-mail.ts';
import { type Holder, holdersOf, type Recipient, recipientsOf } from './message-recipients.ts';
import { schoolOf } from './own-sign-up.ts';
import type { Messages } from './ports.ts';

export interface MessageMeant {
  readonly message: Message;
  readonly opportunity: LetterOpportunity;
  readonly school: PublicSchool;
  readonly expiresAt: string;
  /** In an order that stays. */
  readonly holders: readonly Holder[];
  /** Of some of the holders those to be written to: whose sign-up is older than the message, and not cancelled by now. */
  people(holders: readonly Holder[]): Promise<readonly Recipient[]>;
}

/** Implements messaging's `StaffMessages`. */
export const messageFacts = (ports: FactsPorts & { readonly messages: Messages }) => ({
  /** Undefined when the message is no longer kept. */
  async of(opportunityId: OpportunityId, messageId: MessageId): Promise<MessageMeant | undefined> {
    const kept = await ports.messages.kept(opportunityId, messageId);
    const state = kept && (await ports.opportunities.load(opportunityId));
    if (!state) return undefined;
    const { message, expiresAt } = kept;
    return {
      message,
      expiresAt,
      ...headingOf(state.opportunity, await schoolOf(ports.schools, state.opportunity)),
      holders: holdersOf(state, message.slotIds),
      async people(holders) {
        const signUps = await ports.signUps.ofHolders(
          holders.flatMap(({ personId, slotIds }) => slotIds.map((slotId) => ({ personId, slotId }))),
        );
        return recipientsOf(state, holders, signUps, message.sentAt);
      },
    };
  },
});

/** What its letters tell of opportunity and school. Pure. */
export const headingOf = (
  { opportunityId, title, kind, contact, languages, place }: Opportunity,
  school: School,
): { readonly opportunity: LetterOpportunity; readonly school: PublicSchool } => ({
  opportunity: { opportunityId, title, kind, contact, languages, ...(place && { place }) },
  school: publicSchool(school),
});
