/** Who counts as having given, for what is told when a campaign is over. Pure. */
import { inState } from './pledge-states.ts';
import type { Gift, Pledge } from './ports.ts';

/** Accepted, and not written off. */
export const countsForImpact = (pledge: Pledge): boolean => inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled') !== undefined;

/** Not given back in full. */
export const givesForImpact = ({ amountCents, refundedCents }: Pick<Gift, 'amountCents' | 'refundedCents'>): boolean =>
  refundedCents < amountCents;
