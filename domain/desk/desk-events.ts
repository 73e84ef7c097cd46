/** What a change in the desk's table means to others: the relay's pure part. */
import type { DomainEvent } from '#contracts/events/index.ts';
import type { Invitation } from './ports.ts';

/** Called for a new item; invitations are never changed. */
export const staffInvitedEvent = ({ personId, invitedAt }: Invitation): DomainEvent<'staff.invited.v1'> => ({
  specversion: '1.0',
  id: `${personId}:invited`,
  type: 'staff.invited.v1',
  source: 'crosswalk.desk',
  subject: personId,
  time: invitedAt,
  data: { personId },
});
