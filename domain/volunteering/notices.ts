/**
 * Notices: what staff change is told to those it concerns, by itself. A notice is kept in one transaction with the save that needs it, so it can't be
 * lost, and goes out like a message of staff. It says what was; what is, is read when each mail is written.
 */
import { MessageId, type Notice, type NoticeWords } from '#contracts/resources/message.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { Email } from '#contracts/values.ts';
import type { Ids } from '../ports.ts';
import { millis } from '../time.ts';
import { affectedBy, toldOf } from './affected.ts';
import { concernedIn } from './message-recipients.ts';
import { isElsewhere, momentOf } from './news.ts';
import { retainedUntil } from './on-ledger-change.ts';
import type { KeptMessage, OpportunityState } from './ports.ts';

interface Facts {
  readonly ids: Pick<Ids, 'submissionId'>;
  readonly retentionDays: number;
  readonly at: string;
  readonly by: Email;
  readonly words: NoticeWords | undefined;
}

/** What is to be told of a change; undefined when it concerns nobody. One for each version. Pure. */
export function noticeOf(state: OpportunityState, after: Opportunity, facts: Facts): KeptMessage<Notice> | undefined {
  const { ids, retentionDays, at, by, words } = facts;
  const { opportunity: before } = state;
  const slotIds = toldOf(affectedBy(state, after, millis(at))).map(({ slot }) => slot.slotId);
  if (slotIds.length === 0) return undefined;
  const { opportunityId, schoolId, version } = after;
  const [was, is] = [momentsOf(before), momentsOf(after)];
  const ends = slotIds.map((slotId) => retainedUntil(after, slotId, millis(at), retentionDays));
  const message: Notice = {
    messageId: MessageId.parse(`msg_${ids.submissionId('notice', opportunityId, String(version))}`),
    opportunityId,
    slotIds,
    changes: slotIds.map((slotId) => ({ slotId, before: was.get(slotId) ?? {}, after: is.get(slotId) ?? {} })),
    ...(isElsewhere(before.place, after.place) && {
      place: { ...(before.place && { before: before.place }), ...(after.place && { after: after.place }) },
    }),
    ...(words && { words }),
    people: concernedIn(state, slotIds).length,
    sentBy: by,
    sentAt: at,
  };
  return { message, schoolId, expiresAt: ends.sort().at(-1) ?? at };
}

const momentsOf = (opportunity: Opportunity) => new Map(opportunity.slots.map((slot) => [slot.slotId, momentOf(opportunity, slot)]));
