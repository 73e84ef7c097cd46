/** English: refusals that only the desk meets. */
import type { DeskProblemCode } from '#contracts/problems.ts';

export const deskProblemsEn: Record<DeskProblemCode, string> = {
  'school.changed-meanwhile': 'Somebody else changed this school.',
  'holidays.changed-meanwhile': 'Somebody else changed the holidays.',
  'opportunity.changed-meanwhile': 'Somebody else changed this.',
  'note.changed-meanwhile': 'Somebody else wrote a note meanwhile. Yours was not saved. Read what is there now, then save again.',
  'slot.called-off': 'This slot is called off, so nobody missed it. Nothing was changed.',
  'check-in.not-open-yet': 'Check-in opens a day before the start. Nothing was changed.',
  'campaign.changed-meanwhile': 'Somebody else changed this campaign.',
  'staff.not-found': 'Nobody with this address is on the list of staff.',
  'staff.already': 'Somebody with this address is on the list already. Change them there.',
  'staff.last-admin': 'The district needs at least one admin who can sign in. Make somebody else an admin first.',
  'suppression.not-found': 'This address gets its email. There is nothing to change.',
  'suggestion.not-found': 'This suggestion is not here any more. They are kept for a year.',
  'photo.too-many': 'This campaign has eight photos, which is the most. Remove one first.',
  'version.conflict': 'Somebody else changed this in the meantime. Nothing was saved. Look at what is here now, then change it again.',
};
