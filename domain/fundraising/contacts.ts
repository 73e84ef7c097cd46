/** Who gave, and for how long their pledges and gifts say so: pure. Amounts, numbers of invoices and receipts stay; only the person goes. */
import type { DueContact } from '#contracts/resources/retention.ts';
import type { Day, Instant } from '#contracts/values.ts';
import { PersonId } from '#contracts/values.ts';
import { inState } from './pledge-states.ts';
import type { Gift, Pledge } from './ports.ts';

const dayOf = (at: Instant): Day => at.slice(0, 'yyyy-mm-dd'.length);

/** Undefined while a pledge is running, and once nothing is left to go. */
export function contactOfPledge(pledge: Pledge): DueContact | undefined {
  const over = finished(pledge);
  if (!over || pledge.forgottenAt !== undefined) return undefined;
  const { campaignId, pledgeId: id, toForgetSince } = pledge;
  return { campaignId, id, ...over, ...(toForgetSince !== undefined && { kept: 'asked' }) };
}

function finished(pledge: Pledge): Pick<DueContact, 'kept' | 'finishedOn'> | undefined {
  switch (pledge.state) {
    case 'declined':
      return { kept: 'offer', finishedOn: dayOf(pledge.declinedAt) };
    case 'cancelled':
      return { kept: 'offer', finishedOn: dayOf(pledge.cancelledAt) };
    case 'written-off':
      return { kept: 'books', finishedOn: dayOf(pledge.writtenOffAt) };
    case 'fulfilled': {
      const days = [
        ...pledge.payments.map(({ receivedOn }) => receivedOn),
        ...(pledge.deliveredOn === undefined ? [] : [pledge.deliveredOn]),
      ];
      return { kept: 'books', finishedOn: days.sort().at(-1) ?? dayOf(pledge.acceptedAt) };
    }
    default:
      return undefined;
  }
}

export const contactOfGift = ({ campaignId, giftId: id, receivedOn: finishedOn }: Gift): DueContact => ({
  campaignId,
  id,
  kept: 'books',
  finishedOn,
});

/** What stands where a person stood. `.invalid` never takes mail (RFC 2606 §2). */
export const NOBODY = { personId: PersonId.parse('forgotten-person'), name: '—', email: 'forgotten@person.invalid' } as const;

/**
 * The pledge without its contact. A business stays named: its name is no person's; a person's goes with everything else. `undefined`: nothing to do.
 */
export function withoutContact(pledge: Pledge, at: Instant): Pledge | undefined {
  if (pledge.forgottenAt !== undefined) return undefined;
  const version = pledge.version + 1;
  if (!finished(pledge)) return pledge.toForgetSince === undefined ? { ...pledge, toForgetSince: at, version } : undefined;
  const { toForgetSince: _asked, logo: _logo, matchUpToCents: _match, ...kept } = pledge;
  const { name, kind } = pledge.sponsor;
  const isPerson = kind === 'person';
  return {
    ...kept,
    ...(pledge.logo && !isPerson && { logo: pledge.logo }),
    // nobody could be asked for more than was used
    ...('matchUsedCents' in pledge && pledge.matchUsedCents > 0 && { matchUpToCents: pledge.matchUsedCents }),
    personId: NOBODY.personId,
    // of a request that had the details in it
    fingerprint: '',
    sponsor: { name: isPerson ? NOBODY.name : name, kind, contactName: NOBODY.name, email: NOBODY.email },
    ...(isPerson && { recognition: 'anonymous' }),
    forgottenAt: at,
    version,
  } as Pledge; // each state keeps what is its own
}

/** The gift as one of nobody known; undefined when it is that already. */
export function withoutGiver(gift: Gift): Gift | undefined {
  const { giver, giverId, ...rest } = gift;
  return giver === undefined && giverId === undefined ? undefined : { ...rest, version: gift.version + 1 };
}

/** Whether a pledge is over, for those who tell what stays. */
export const isRunning = (pledge: Pledge): boolean => inState(pledge, 'offered', 'accepted', 'invoiced', 'part-paid') !== undefined;
