/**
 * Sends what staff wrote, or the notice of what they changed: one mail to each who has places in its slots, however many.
 *
 * Repeatable at any point: each person's mail has its name, so whoever goes through them again passes quickly over those who have theirs. One whose
 * mail fails does not keep others from theirs; in the end it throws, and the event's retry goes through them once more.
 */
import type { MessageSentV1 } from '#contracts/events/volunteering.ts';
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import type { MessageId, MessageProgress } from '#contracts/resources/message.ts';
import { type ComposePorts, endsOf, mailOf, manageUrl } from './compose.ts';
import { messages } from './messages.ts';
import type { MessageNotes, MessageRecipient, StaffMessages } from './ports.ts';
import { inChosenLanguage } from './preferences.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';

export type TellMessagePorts = SendPorts & ComposePorts & { readonly staffMessages: StaffMessages; readonly messageNotes: MessageNotes };

/** How many are read, and noted, together. */
const TOGETHER = 25;
/** How many are written to at once. The mail service takes some fourteen a second from a new account. */
const AT_ONCE = 5;

/** `counted` gets what became of each. */
export const tellMessage =
  (ports: TellMessagePorts, counted: (sent: Sent) => void = () => {}) =>
  async ({ data: { opportunityId, messageId } }: MessageSentV1): Promise<void> => {
    const meant = await ports.staffMessages.of(opportunityId, messageId);
    // gone by age: there is nothing to say
    if (!meant) return;
    const far = { got: 0, withheld: 0, failed: 0 };
    const note = (progress: MessageProgress) => ports.messageNotes.note(messageId, progress, meant.expiresAt);
    let why: unknown;
    for (const holders of groups(meant.holders, TOGETHER)) {
      const people = await meant.people(holders);
      let failures = 0;
      for (const some of groups(people, AT_ONCE)) {
        for (const outcome of await Promise.allSettled(some.map((one) => tellOne(ports, messageId, one)))) {
          if (outcome.status === 'rejected') {
            failures += 1;
            why = outcome.reason;
          } else {
            counted(outcome.value);
            far[hadIt(outcome.value) ? 'got' : 'withheld'] += 1;
          }
        }
      }
      far.failed += failures;
      await note({ ...far, over: false });
      // not one of so many: it is not their addresses, and the others would fare no better now
      if (failures > AT_ONCE && failures === people.length) break;
    }
    if (far.failed > 0) throw new Error(`message ${messageId} is not yet with all: ${far.failed} failed`, { cause: why });
    await note({ ...far, over: true });
  };

const hadIt = (sent: Sent): boolean => sent.kind === 'sent' || (sent.kind === 'done' && sent.outcome === 'sent');

function tellOne(ports: TellMessagePorts, messageId: MessageId, recipient: MessageRecipient): Promise<Sent> {
  const { personId, person, opportunity, school, says, covers } = recipient;
  const compose = async (preferences: MailPreferences) => {
    const { language } = inChosenLanguage(recipient, preferences);
    const url = await manageUrl(ports, personId, endsOf(says.slots.map(({ slot }) => slot)));
    const entries = recipient.entries.map((entry) => ({ ...entry, opportunity, school, person, language, manageUrl: url }));
    const letter = { ...says, language, personName: person.name, school, opportunity, manageUrl: url };
    // answers go to whom the opportunity names
    return { ...mailOf(ports, { person, language, school }, letter, entries), replyTo: opportunity.contact.email };
  };
  return sendOnce(ports, { key: messages.message(messageId, personId), kind: 'necessary', personId, covers, compose });
}

function* groups<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
