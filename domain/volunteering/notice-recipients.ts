/** What each of those whom a notice concerns is told: of their own slots what is not as it was, as it is now. Pure. */
import type { NewsOfSlot, NoticeLetter } from '#contracts/resources/letters.ts';
import type { Notice } from '#contracts/resources/message.ts';
import { type DatedSlot, isDated, type Opportunity, type Slot } from '#contracts/resources/opportunity.ts';
import type { SignUpId } from '#contracts/values.ts';
import type { Addressee } from './message-recipients.ts';
import { isOver, takesPlace } from './moments.ts';
import { isFarFrom, timeToConfirm } from './moved-time.ts';
import { isElsewhere, momentOf, newsOf } from './news.ts';
import { changeableUntil } from './own-sign-up.ts';
import type { OpportunityState } from './ports.ts';

/** What becomes of the entry in a person's calendar. */
export interface EntryChange {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly signUpId: SignUpId;
  readonly sequence: number;
  readonly at: string;
  readonly slot: DatedSlot;
  readonly places: number;
}
export interface Told {
  readonly says: Pick<NoticeLetter, 'kind' | 'slots' | 'placeBefore' | 'words'>;
  readonly covers: readonly SignUpId[];
  readonly entries: readonly EntryChange[];
}

/** Undefined when nothing is other than it was: it was changed back, or they gave their places up. */
export function toldTo(state: OpportunityState, notice: Notice, { personId, signUps }: Addressee, now: number): Told | undefined {
  const { opportunity, ledgers } = state;
  const own = newsIn(opportunity, notice, now).flatMap(({ slot, ...news }) => {
    const signUp = signUps.find(({ slotId }) => slotId === slot.slotId);
    const ledger = ledgers.find(({ slotId }) => slotId === slot.slotId);
    const claim = ledger?.claims[personId];
    const held = claim ?? ledger?.queue?.[personId];
    if (!signUp || !ledger || !held) return [];
    const until = claim && changeableUntil(opportunity, slot);
    const told: NewsOfSlot = {
      slot,
      ...news,
      places: held.places,
      ...(!claim && { waits: true }),
      ...(claim && timeToConfirm(opportunity, slot, signUp, now) && { toConfirm: true }),
      ...(until !== undefined && { changeableUntil: until }),
    };
    const change = { signUpId: held.signUpId, places: held.places, sequence: ledger.version + opportunity.version, at: notice.sentAt };
    return [{ told, signUpId: held.signUpId, entries: claim ? entryOf(told).map((entry) => ({ ...entry, ...change })) : [] }];
  });
  if (own.length === 0) return undefined;
  return {
    says: saying(
      opportunity,
      notice,
      own.map(({ told }) => told),
    ),
    covers: own.map(({ signUpId }) => signUpId),
    entries: own.flatMap(({ entries }) => entries),
  };
}

/** What it says to somebody who has a place in each of its slots, for staff who look at it. */
export const saidToAll = (opportunity: Opportunity, notice: Notice, now: number): Told['says'] =>
  saying(
    opportunity,
    notice,
    newsIn(opportunity, notice, now).map((news) => {
      const until = changeableUntil(opportunity, news.slot);
      const isFar = takesPlace(opportunity, news.slot) && isFarFrom(news.before, news.slot);
      return { ...news, places: 1, ...(isFar && { toConfirm: true }), ...(until !== undefined && { changeableUntil: until }) };
    }),
  );

const saying = ({ place }: Opportunity, notice: Notice, slots: readonly NewsOfSlot[]): Told['says'] => ({
  kind: 'notice',
  slots,
  ...(slots.some(({ news }) => news.includes('place')) &&
    isElsewhere(notice.place?.before, place) && { placeBefore: { place: notice.place?.before } }),
  ...(notice.words && { words: notice.words }),
});

/** Slots of the notice that are not as they were, and not over. */
function newsIn(
  opportunity: Opportunity,
  { changes, place }: Notice,
  now: number,
): readonly Pick<NewsOfSlot, 'slot' | 'before' | 'news'>[] {
  const elsewhere = place !== undefined && isElsewhere(place.before, opportunity.place);
  return opportunity.slots.flatMap((slot) => {
    const before = changes.find(({ slotId }) => slotId === slot.slotId)?.before;
    const news = before ? newsOf(before, momentOf(opportunity, slot), elsewhere) : [];
    return before && news.length > 0 && !isOver(opportunity, slot, now) ? [{ slot, before, news }] : [];
  });
}

/** None for a slot that was, and is, without a date. One that has none any more is taken out. */
function entryOf({ slot, before, news }: NewsOfSlot): readonly Pick<EntryChange, 'method' | 'slot'>[] {
  if (isDated(slot)) return [{ method: news.includes('off') ? 'CANCEL' : 'REQUEST', slot }];
  const was: Slot = { ...slot, ...before };
  return isDated(was) ? [{ method: 'CANCEL', slot: was }] : [];
}
