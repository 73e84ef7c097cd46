/**
 * The life of a pledge. Each move takes just the states it is allowed in, so that an illegal one does not compile; `inState` is the one border
 * where a state that was read is checked.
 *
 * offered → accepted | declined | cancelled · accepted → invoiced | cancelled · invoiced ⇄ part-paid ⇄ fulfilled · any of these → written-off
 */
import type { PledgeLogo } from '#contracts/resources/logo.ts';
import type { Commitment, Invoice, Payment, PledgeNeed, Recognition, Reminder, Sponsor } from '#contracts/resources/pledge.ts';
import type { Day, Instant } from '#contracts/values.ts';
import type {
  AcceptedPledge,
  CancelledPledge,
  DeclinedPledge,
  LivePledge,
  OfferedPledge,
  Pledge,
  RunningPledge,
  WrittenOffPledge,
} from './ports.ts';

export type PledgeIn<State extends Pledge['state']> = Extract<Pledge, { readonly state: State }>;

/** The pledge, typed by its state, if it is in one of `states`. */
export function inState<State extends Pledge['state']>(pledge: Pledge, ...states: readonly State[]): PledgeIn<State> | undefined {
  return states.some((state) => state === pledge.state) ? (pledge as PledgeIn<State>) : undefined;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Money that came, less what was given back. */
export const paidCents = ({ payments }: Pick<LivePledge, 'payments'>): number =>
  sum(payments.map(({ kind, amountCents }) => (kind === 'payment' ? amountCents : -amountCents)));

/** Money promised, the match as far as it was used included. Goods are not owed in money. */
export const owedCents = ({ commitment, matchUsedCents }: Pick<LivePledge, 'commitment' | 'matchUsedCents'>): number =>
  (commitment.kind === 'money' ? commitment.amountCents : 0) + matchUsedCents;

export const invoicedCents = ({ invoices }: Pick<LivePledge, 'invoices'>): number => sum(invoices.map(({ amountCents }) => amountCents));

/** Which state follows from what is owed and what came. */
function settled(pledge: Omit<AcceptedPledge, 'state'> | Omit<RunningPledge, 'state'>): AcceptedPledge | RunningPledge {
  const paid = paidCents(pledge);
  const delivered = pledge.commitment.kind === 'money' || pledge.deliveredOn !== undefined;
  if (delivered && (paid > 0 || pledge.deliveredOn !== undefined) && paid >= owedCents(pledge)) return { ...pledge, state: 'fulfilled' };
  if (paid > 0) return { ...pledge, state: 'part-paid' };
  return pledge.invoices.length > 0 ? { ...pledge, state: 'invoiced' } : { ...pledge, state: 'accepted' };
}

const next = <P extends Pledge>(pledge: P): P => ({ ...pledge, version: pledge.version + 1 });

export const accept = (pledge: OfferedPledge, at: Instant): AcceptedPledge => ({
  ...next(pledge),
  state: 'accepted',
  acceptedAt: at,
  matchUsedCents: 0,
  invoices: [],
  payments: [],
  reminders: [],
  benefitsGiven: [],
});

export const decline = (pledge: OfferedPledge, at: Instant, reason?: string): DeclinedPledge => ({
  ...next(pledge),
  state: 'declined',
  declinedAt: at,
  ...(reason !== undefined && { reason }),
});

/** Until it is invoiced. A match that gifts were doubled with stays promised: such a pledge can't be cancelled, only written off. */
export function cancel(
  pledge: OfferedPledge | (AcceptedPledge & { readonly matchUsedCents: 0 }),
  at: Instant,
  by: 'sponsor' | 'staff',
): CancelledPledge {
  const {
    pledgeId,
    campaignId,
    personId,
    submissionId,
    fingerprint,
    sponsor,
    commitment,
    matchUpToCents,
    recognition,
    language,
    offeredAt,
    toForgetSince,
  } = pledge;
  const kept = { pledgeId, campaignId, personId, submissionId, fingerprint, sponsor, commitment, recognition, language, offeredAt };
  return {
    ...kept,
    ...(matchUpToCents !== undefined && { matchUpToCents }),
    ...(toForgetSince !== undefined && { toForgetSince }),
    version: pledge.version + 1,
    state: 'cancelled',
    cancelledAt: at,
    by,
  };
}

export const withoutMatchUsed = (pledge: AcceptedPledge): (AcceptedPledge & { readonly matchUsedCents: 0 }) | undefined =>
  pledge.matchUsedCents === 0 ? { ...pledge, matchUsedCents: 0 } : undefined;

/** Other amounts, before money was asked for. */
export const revise = <P extends OfferedPledge | AcceptedPledge>(pledge: P, commitment: Commitment): P => ({ ...next(pledge), commitment });

export const invoice = (pledge: AcceptedPledge | RunningPledge, one: Invoice): AcceptedPledge | RunningPledge =>
  settled({ ...next(pledge), invoices: [...pledge.invoices, one] });

/** Money that came or was given back. Late money for a pledge that was written off counts, and it stays written off. */
export function pay(pledge: LivePledge, payment: Payment): LivePledge {
  const paid = { ...next(pledge), payments: [...pledge.payments, payment] };
  return paid.state === 'written-off' ? paid : settled(paid);
}

/** Goods that came. */
export const deliver = (pledge: AcceptedPledge | RunningPledge, on: Day): AcceptedPledge | RunningPledge =>
  settled({ ...next(pledge), deliveredOn: on });

/** A match was used for a gift (more), or a gift was given back (less). */
export function useMatch(pledge: LivePledge, matchUsedCents: number): LivePledge {
  const used = { ...next(pledge), matchUsedCents };
  return used.state === 'written-off' ? used : settled(used);
}

export const writeOff = (pledge: AcceptedPledge | RunningPledge, at: Instant, reason: string): WrittenOffPledge => ({
  ...next(pledge),
  state: 'written-off',
  writtenOffAt: at,
  reason,
});

/** What its sponsor may still put right. */
export function correctable({ state, forgottenAt }: Pledge): 'nothing' | 'details' | 'all' {
  if (forgottenAt !== undefined) return 'nothing';
  if (state === 'offered') return 'all';
  return state === 'declined' || state === 'cancelled' || state === 'written-off' ? 'nothing' : 'details';
}

export const correct = (pledge: Pledge, sponsor: Sponsor, recognition: Recognition): Pledge => ({ ...next(pledge), sponsor, recognition });

/** Another logo, or none. */
export function withLogo<P extends Pledge>(pledge: P, logo: PledgeLogo | undefined): P {
  const { logo: _before, ...rest } = next(pledge);
  return { ...rest, ...(logo && { logo }) } as P;
}

export const remind = (pledge: RunningPledge, reminder: Reminder): RunningPledge => ({
  ...next(pledge),
  reminders: [...pledge.reminders, reminder],
});

/** Given on a day, or not given after all. */
export const giveBenefit = <P extends AcceptedPledge | RunningPledge>(pledge: P, benefit: string, givenOn: Day | undefined): P => ({
  ...next(pledge),
  benefitsGiven: [
    ...pledge.benefitsGiven.filter((one) => one.benefit !== benefit),
    ...(givenOn === undefined ? [] : [{ benefit, givenOn }]),
  ],
});

/** What a person has to do about a pledge, in the order it should be done. */
export function needsOf(pledge: Pledge): readonly PledgeNeed[] {
  const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled');
  return [
    ...(pledge.state === 'offered' ? (['decide'] as const) : []),
    ...(live && owedCents(live) > invoicedCents(live) ? (['invoice'] as const) : []),
    ...(pledge.logo?.state === 'to-check' && correctable(pledge) !== 'nothing' ? (['logo'] as const) : []),
  ];
}
