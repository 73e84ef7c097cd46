/**
 * What staff did to the places of a slot, as an entry of the history. It follows from the stored change, as the event does, so nothing is changed
 * without it, a crash loses none, and a repeat is the same entry again.
 */
import type { Change, StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { SlotLedger } from './ports.ts';

/**
 * Undefined for what people did themselves, for terms, and for an image written without a new version. Of a move the new places tell; that the old ones
 * are given back belongs to it.
 */
export function ledgerEntry(
  { change, slotId, opportunityId, schoolId, version }: SlotLedger,
  oldVersion?: number,
): StaffHistoryEntry | undefined {
  if (version === oldVersion || !('personId' in change)) return undefined;
  const { by, at, signUpId, places } = change;
  if (by === undefined) return undefined;
  const entry = (what: StaffHistoryEntry['what'], changes: readonly Change[]): StaffHistoryEntry => ({
    at,
    by,
    what,
    about: signUpId,
    ref: `${slotId}:${version}`,
    schoolId,
    opportunityId,
    changes: [...changes],
  });
  switch (change.kind) {
    case 'claimed':
      return change.movedFrom
        ? entry('sign-up.moved', [{ field: 'slotId', before: change.movedFrom.slotId, after: slotId }])
        : entry('sign-up.added', [
            { field: 'slotId', after: slotId },
            { field: 'places', after: places },
          ]);
    case 'resized':
      return entry('sign-up.resized', [{ field: 'places', before: change.placesBefore, after: places }]);
    case 'marked': {
      const { state, minutes } = change.attendance;
      const deed = state === 'open' ? 'sign-up.unmarked' : (`sign-up.${state}` as const);
      return entry(deed, minutes === undefined ? [] : [{ field: 'minutes', after: minutes }]);
    }
    case 'queued':
      return entry('sign-up.waitlisted', [
        { field: 'slotId', after: slotId },
        { field: 'places', after: places },
      ]);
    case 'requeued':
      return entry('sign-up.resized', [{ field: 'places', before: change.placesBefore, after: places }]);
    case 'promoted':
      return entry('sign-up.promoted', [{ field: 'places', after: places }]);
    case 'unqueued':
      return entry('sign-up.unlisted', [{ field: 'places', before: places }]);
    // the clock and the rule do these, or the person
    case 'offered':
    case 'passed':
      return undefined;
    case 'released':
      return change.movedTo ? undefined : entry('sign-up.cancelled', [{ field: 'places', before: places }]);
  }
}
