/**
 * At most so many places per person over all slots of one opportunity.
 *
 * The allowance is an upper bound of what a person holds: raised, guarded by its version, before a ledger is asked, so that two requests can't each
 * stay within the limit and break it together. It is recounted from the ledgers before anyone is refused. What was reserved within the last
 * 30 seconds may still be on its way to its ledger and is counted as reserved.
 */
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { PersonId, SlotId } from '#contracts/values.ts';
import { DAY, iso, millis, SECOND } from '../time.ts';
import type { Allowance, Allowances, Opportunities, SlotLedger } from './ports.ts';

/** Longer than any request lives: after it a reservation without a claim was left by a crash. */
export const IN_FLIGHT_MS = 30 * SECOND;
const ATTEMPTS = 8;

/** The limit where staff ask: none. What they give is reserved all the same, so that the allowance stays an upper bound of what the person holds. */
export const NO_LIMIT = Number.MAX_SAFE_INTEGER;

export interface Wanted {
  readonly slotId: SlotId;
  readonly places: number;
}
export interface Reservation {
  readonly kind: 'reserved';
  /** Slots that stay within the limit, in the order asked. */
  readonly granted: readonly SlotId[];
  /** As saved; undefined when nothing was granted. */
  readonly allowance?: Allowance;
}
interface Request {
  readonly personId: PersonId;
  readonly opportunity: Opportunity;
  readonly limit: number;
  readonly wanted: readonly Wanted[];
  /** Slot that is given back for this, whose places therefore don't count. */
  readonly leaving?: SlotId;
  readonly now: number;
}

/** Reserves what fits. `conflict` when others keep changing the same person's allowance. */
export async function reserve(
  ports: { readonly allowances: Allowances; readonly opportunities: Opportunities },
  request: Request,
): Promise<Reservation | { readonly kind: 'conflict' }> {
  const { personId, opportunity, now } = request;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await ports.allowances.find(personId, opportunity.opportunityId);
    let decision = stored ? grant(stored, request) : undefined;
    if (!decision || decision.granted.length < request.wanted.length) {
      const state = await ports.opportunities.load(opportunity.opportunityId);
      decision = grant(recount(stored, state?.ledgers ?? [], personId, now), request);
    }
    if (decision.granted.length === 0) return { kind: 'reserved', granted: [] };
    const allowance = { ...decision.allowance, version: (stored?.version ?? 0) + 1 };
    if ((await save(ports, request, allowance)) === 'saved') return { kind: 'reserved', granted: decision.granted, allowance };
  }
  return { kind: 'conflict' };
}

/**
 * Lowers what was reserved to what the ledgers gave, if nobody changed the allowance since; otherwise it stays the upper bound it is.
 * `held` names the places now held by slot; 0 takes the slot off.
 */
export async function settle(
  ports: { readonly allowances: Allowances },
  request: Pick<Request, 'personId' | 'opportunity' | 'now'>,
  since: Allowance,
  held: readonly Wanted[],
): Promise<void> {
  const places: Record<SlotId, number> = { ...since.places };
  const reservedAt: Record<SlotId, string> = { ...since.reservedAt };
  for (const { slotId, places: now } of held) {
    delete reservedAt[slotId];
    if (now === 0) delete places[slotId];
    else places[slotId] = now;
  }
  await save(ports, request, { places, reservedAt, version: since.version + 1 });
}

/** Raises the allowance by what fits, in the order asked. Pure. */
export function grant(
  allowance: Pick<Allowance, 'places' | 'reservedAt'>,
  { wanted, limit, leaving, now }: Pick<Request, 'wanted' | 'limit' | 'leaving' | 'now'>,
): { readonly granted: readonly SlotId[]; readonly allowance: Pick<Allowance, 'places' | 'reservedAt'> } {
  let { places, reservedAt = {} } = allowance;
  const granted: SlotId[] = [];
  for (const { slotId, places: asked } of wanted) {
    const next: Record<SlotId, number> = { ...places, [slotId]: Math.max(places[slotId] ?? 0, asked) };
    const total = Object.entries(next).reduce((sum, [slot, count]) => sum + (slot === leaving ? 0 : count), 0);
    if (total > limit) continue;
    places = next;
    reservedAt = { ...reservedAt, [slotId]: iso(now) };
    granted.push(slotId);
  }
  return { granted, allowance: { places, reservedAt } };
}

/** What the ledgers say, and of reservations that may still be on their way the higher of both. Pure. */
export function recount(
  stored: Allowance | undefined,
  ledgers: readonly SlotLedger[],
  personId: PersonId,
  now: number,
): Pick<Allowance, 'places' | 'reservedAt'> {
  const places: Record<SlotId, number> = {};
  const reservedAt: Record<SlotId, string> = {};
  for (const { slotId, claims, queue } of ledgers) {
    // what somebody waits for counts as if they had it, so that being served never takes them beyond the limit
    const claimed = (claims[personId] ?? queue?.[personId])?.places ?? 0;
    const since = stored?.reservedAt?.[slotId];
    const inFlight = since !== undefined && now < millis(since) + IN_FLIGHT_MS;
    const count = inFlight ? Math.max(claimed, stored?.places[slotId] ?? 0) : claimed;
    if (count > 0) places[slotId] = count;
    if (inFlight) reservedAt[slotId] = since;
  }
  return { places, reservedAt };
}

const save = (
  ports: { readonly allowances: Allowances },
  { personId, opportunity, now }: Pick<Request, 'personId' | 'opportunity' | 'now'>,
  allowance: Allowance,
): Promise<'saved' | 'version-conflict'> =>
  ports.allowances.save(personId, opportunity.opportunityId, allowance, iso(keptUntil(opportunity, now)));

/** A lost allowance is only a recount, so it goes soon after the last slot. */
function keptUntil({ slots }: Opportunity, now: number): number {
  const ends = slots.flatMap((slot) => slot.endsAt ?? slot.startsAt ?? []).map(millis);
  return Math.max(now, ...ends) + 30 * DAY;
}
