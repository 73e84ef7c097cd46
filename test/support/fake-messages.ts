/** Messages of staff and how far they are, in memory. */
import type { MessageId, MessageProgress } from '#contracts/resources/message.ts';
import type { MessageNotes } from '#domain/messaging/ports.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { KeptMessage, Messages } from '#domain/volunteering/ports.ts';

export interface FakeMessages extends Messages {
  /** Of a save that wrote it. */
  keep(kept: KeptMessage): void;
  /** What was written, as the table's stream tells it. */
  readonly stream: KeptMessage[];
}

/** `sabotage.messageId` keeps a second one under an id that is taken, to show that the tests notice. */
export function fakeMessages(history: StaffHistory, sabotage: { readonly messageId?: boolean } = {}): FakeMessages {
  const all = new Map<MessageId, KeptMessage>();
  const stream: KeptMessage[] = [];
  const kept: Messages['kept'] = async (opportunityId, messageId) => {
    const there = all.get(messageId);
    return there?.message.opportunityId === opportunityId ? structuredClone(there) : undefined;
  };
  const keep = (one: KeptMessage): void => {
    all.set(one.message.messageId, structuredClone(one));
    stream.push(structuredClone(one));
  };
  return {
    stream,
    keep,
    kept,
    async send(one, entry) {
      const there = all.get(one.message.messageId);
      if (there && !sabotage.messageId) return { kind: 'exists', message: structuredClone(there.message) };
      keep(one);
      await history.add(entry);
      return { kind: 'sent' };
    },
    find: async (opportunityId, messageId) => (sabotage.messageId ? undefined : (await kept(opportunityId, messageId))?.message),
    ofOpportunity: async (opportunityId) =>
      [...all.values()]
        .map(({ message }) => structuredClone(message))
        .filter((one) => one.opportunityId === opportunityId)
        .toSorted((a, b) => (a.sentAt < b.sentAt ? 1 : -1)),
  };
}

export function fakeMessageNotes(): MessageNotes {
  const all = new Map<MessageId, MessageProgress>();
  const settled = ({ got, withheld }: MessageProgress): number => got + withheld;
  return {
    async note(messageId, progress) {
      const there = all.get(messageId);
      if (!there || settled(there) <= settled(progress)) all.set(messageId, progress);
    },
    of: async (ids) => new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as MessageProgress] as const] : []))),
  };
}
