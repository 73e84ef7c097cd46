/**
 * What a change in the volunteering table means to others: the relay's pure part.
 *
 * Every ledger write carries what it did, so the new image alone tells the event; the old one is only needed to see that the ledger was written.
 * The same change always gives the same event, id included.
 */
import type { DomainEvent } from '#contracts/events/index.ts';
import type { FiguresState } from '#contracts/resources/figures.ts';
import { millis } from '../time.ts';
import type { KeptMessage, LinkRequest, SlotLedger } from './ports.ts';
import { nextQueueStep } from './waitlist.ts';

const SOURCE = 'crosswalk.volunteering';

/** Undefined for writes that mean nothing to others: a slot opened or revised, a person forgotten, or an image written without a new version. */
export function ledgerEvent(image: SlotLedger, oldVersion?: number): DomainEvent | undefined {
  const { change, slotId, opportunityId, schoolId, version } = image;
  if (version === oldVersion || !('personId' in change)) return undefined;
  const { personId, signUpId, places } = change;
  const envelope = { specversion: '1.0', id: `${slotId}:${version}`, source: SOURCE, subject: slotId, time: change.at } as const;
  const claim = { signUpId, personId, slotId, opportunityId, schoolId, places, ledgerVersion: version };
  if (change.kind === 'marked') {
    const { state, at, minutes } = change.attendance;
    const marked = { attendance: state, seenAt: at, ...(minutes !== undefined && { minutes }) };
    return { ...envelope, type: 'sign-up.marked.v1', data: { ...claim, ...marked } };
  }
  const data = { ...claim, submissionId: change.submissionId };
  switch (change.kind) {
    case 'claimed': {
      const { movedFrom } = change;
      return { ...envelope, type: 'sign-up.confirmed.v1', data: { ...data, ...(movedFrom && { movedFrom }) } };
    }
    case 'resized':
      return { ...envelope, type: 'sign-up.resized.v1', data: { ...data, placesBefore: change.placesBefore } };
    case 'queued':
      return { ...envelope, type: 'sign-up.waitlisted.v1', data };
    case 'requeued':
      return { ...envelope, type: 'sign-up.waitlisted.v1', data: { ...data, again: 'places' } };
    case 'passed':
      return { ...envelope, type: 'sign-up.waitlisted.v1', data: { ...data, again: change.why } };
    case 'offered':
      return { ...envelope, type: 'sign-up.offered.v1', data: { ...data, wanted: change.wanted, until: change.until } };
    case 'promoted':
      return { ...envelope, type: 'sign-up.confirmed.v1', data: { ...data, waited: change.accepted ? 'accepted' : 'given' } };
    case 'unqueued': {
      const byStaff = change.by === undefined ? {} : { byStaff: true as const };
      return { ...envelope, type: 'sign-up.unlisted.v1', data: { ...data, why: change.why, ...byStaff } };
    }
    case 'released': {
      const { movedTo, together, by } = change;
      // who it was is in the history alone; that it was staff changes what the person is told
      const byStaff = by === undefined || movedTo ? {} : { byStaff: true as const };
      return {
        ...envelope,
        type: 'sign-up.cancelled.v1',
        data: { ...data, ...(movedTo && { movedTo }), ...byStaff, ...(together && { together: [...together] }) },
      };
    }
  }
}

/** That somebody in line can be served now, whatever led to it; undefined when there is nothing to do for them. Beside the event of the change itself. */
export function freedEvent(image: SlotLedger, oldVersion?: number): DomainEvent<'places.freed.v1'> | undefined {
  const { slotId, opportunityId, schoolId, version, change } = image;
  if (version === oldVersion || !nextQueueStep(image, millis(change.at))) return undefined;
  return {
    specversion: '1.0',
    id: `${slotId}:${version}:freed`,
    type: 'places.freed.v1',
    source: SOURCE,
    subject: slotId,
    time: change.at,
    data: { slotId, opportunityId, schoolId, ledgerVersion: version },
  };
}

/** The figures are to be made anew; undefined for every other change of their state. */
export function rebuildAskedEvent({ making }: FiguresState, before: FiguresState | undefined): DomainEvent | undefined {
  if (!making || making.generation === before?.making?.generation) return undefined;
  const { generation, askedAt } = making;
  const envelope = { specversion: '1.0', id: `figures:${generation}`, source: SOURCE, subject: 'figures', time: askedAt } as const;
  return { ...envelope, type: 'figures.rebuild-asked.v1', data: { generation } };
}

/** Someone asked for their link. Called for a new item; requests are never changed. */
export const linkRequestedEvent = ({ personId, requestId, requestedAt }: LinkRequest): DomainEvent<'link.requested.v1'> => ({
  specversion: '1.0',
  id: `${personId}:${requestId}`,
  type: 'link.requested.v1',
  source: SOURCE,
  subject: personId,
  time: requestedAt,
  data: { personId, requestId },
});

/** Staff wrote to those who signed up. Called for a new message; messages are never changed. */
export const messageSentEvent = ({ message, schoolId }: KeptMessage): DomainEvent<'message.sent.v1'> => ({
  specversion: '1.0',
  id: message.messageId,
  type: 'message.sent.v1',
  source: SOURCE,
  subject: message.messageId,
  time: message.sentAt,
  data: { messageId: message.messageId, opportunityId: message.opportunityId, schoolId },
});
