/**
 * Staff write to those who have places in slots of an opportunity: the message is kept with its entry of the history, and its mails follow from that.
 *
 * Repeatable: the same request is the same message.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { type AnyMessage, isNotice, type Message, MessageId, type MessageToSend } from '#contracts/resources/message.ts';
import { same } from '#contracts/same.ts';
import type { Email, OpportunityId, RequestKey } from '#contracts/values.ts';
import type { Clock, Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { recipientsNow } from './message-recipients.ts';
import { retainedUntil } from './on-ledger-change.ts';
import type { Messages, OpportunityState, SignUps } from './ports.ts';

export interface SendMessagePorts {
  readonly messages: Messages;
  readonly signUps: SignUps;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Days it is kept after the last of its slots has ended. */
  readonly retentionDays: number;
}
export interface SendMessage {
  readonly message: MessageToSend;
  readonly key: RequestKey;
  /** The member's address. */
  readonly by: Email;
}
export type SendMessageError =
  | { readonly code: 'slot.not-found' }
  | { readonly code: 'request-key.reused' }
  | { readonly code: 'request.conflict' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

export const sendMessage =
  (ports: SendMessagePorts) =>
  async (state: OpportunityState, { message, key, by }: SendMessage): Promise<Result<Message, SendMessageError>> => {
    const { opportunityId } = state.opportunity;
    const messageId = messageIdOf(ports.ids, opportunityId, key);
    const there = await ports.messages.find(opportunityId, messageId);
    if (there) return again(there, message);
    const denied = messageDenied(state, message);
    if (denied) return refused(denied);
    const at = iso(ports.clock.now());
    const people = (await recipientsNow(ports)(state, message.slotIds, at)).length;
    if (people === 0) return refused({ code: 'request.invalid', fields: [NOBODY] });

    const sent: Message = { messageId, opportunityId, ...message, people, sentBy: by, sentAt: at };
    const ends = message.slotIds.map((slotId) => retainedUntil(state.opportunity, slotId, ports.clock.now(), ports.retentionDays));
    const kept = { message: sent, schoolId: state.opportunity.schoolId, expiresAt: ends.sort().at(-1) ?? at };
    const outcome = await ports.messages.send(kept, entryOf(sent, state));
    if (outcome.kind === 'busy') return refused({ code: 'request.conflict' });
    return outcome.kind === 'exists' ? again(outcome.message, message) : ok(sent);
  };

const messageIdOf = (ids: Ids, opportunityId: OpportunityId, key: RequestKey): MessageId =>
  MessageId.parse(`msg_${ids.submissionId('message', opportunityId, key)}`);

const NOBODY: FieldProblem = {
  pointer: '/slotIds',
  code: 'slots.nobody',
  detail: 'nobody who can be written to has places in these slots',
};

/** What keeps it from being sent, whoever would get it. Pure. */
export function messageDenied(
  { opportunity }: Pick<OpportunityState, 'opportunity'>,
  { slotIds, subject, body }: MessageToSend,
): SendMessageError | undefined {
  if (slotIds.some((id) => !opportunity.slots.some(({ slotId }) => slotId === id))) return { code: 'slot.not-found' };
  const missing = (field: string, has: object, needs: object): readonly FieldProblem[] =>
    Object.keys(needs)
      .filter((language) => !(language in has))
      .map((language) => ({ pointer: `/${field}/${language}`, code: 'text.empty', detail: 'a language has a subject and a body' }));
  const fields = [...missing('subject', subject, body), ...missing('body', body, subject)];
  return fields.length > 0 ? { code: 'request.invalid', fields } : undefined;
}

function again(there: AnyMessage, { slotIds, subject, body }: MessageToSend): Result<Message, SendMessageError> {
  const isSame = !isNotice(there) && same([there.slotIds, there.subject, there.body], [slotIds, subject, body]);
  return isSame ? ok(there) : refused({ code: 'request-key.reused' });
}

/** To how many; what it says and to whom is not in the history. */
const entryOf = ({ messageId, people, sentBy, sentAt }: Message, { opportunity }: OpportunityState): StaffHistoryEntry => ({
  at: sentAt,
  by: sentBy,
  what: 'message.sent',
  about: opportunity.opportunityId,
  ref: messageId,
  schoolId: opportunity.schoolId,
  changes: [{ field: 'people', after: people }],
});
