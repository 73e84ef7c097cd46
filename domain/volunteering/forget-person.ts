/**
 * Forgets a person: places to come go back, places of the past stay as nobody's, everything else goes.
 *
 * Every step can be repeated, and what leads to the next step goes last: a sign-up leads to its slot, so it goes once the slot is done with. A repeat after a
 * crash at any point finds what is left and goes on.
 */
import type { PersonId, SlotId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { iso, millis } from '../time.ts';
import { IN_FLIGHT_MS } from './allowance.ts';
import { countChanged } from './count-slot.ts';
import type { Figures, Held } from './figures-ports.ts';
import type { Opportunities, OpportunityState, Schools, SignUp } from './ports.ts';
import type { SlotRef, VolunteerTraces } from './traces.ts';

export interface ForgetVolunteerPorts {
  readonly traces: VolunteerTraces;
  readonly figures: Figures;
  readonly opportunities: Pick<Opportunities, 'load'>;
  readonly schools: Pick<Schools, 'all'>;
  readonly clock: Clock;
}

export interface ForgetPerson {
  readonly personId: PersonId;
  /** Whose the places of the past become: of nobody. The same for all, so that figures count one person and not several. */
  readonly alias: PersonId;
  /** When it was asked for: a sign-up made later is a new act of the person and stays. */
  readonly askedAt: string;
}

/** Sign-ups that were being made just now and could not be forgotten yet: ask again in a minute. */
export interface Forgotten {
  readonly inFlight: number;
}

const ATTEMPTS = 8;

export const forgetVolunteer =
  (ports: ForgetVolunteerPorts) =>
  async (person: ForgetPerson): Promise<Forgotten> => {
    const { traces, figures, clock } = ports;
    const { personId, askedAt } = person;
    const found = await traces.of(personId);
    const stays = found.signUps.filter((one) => isNew(one, askedAt) || isInFlight(one, clock.now()));
    const staying = new Set(stays.map(({ slotId }) => slotId));
    const { generation, making } = await figures.state();
    const inUse = [generation, ...(making ? [making.generation] : [])];
    const earlier = Array.from({ length: Math.max(...inUse) }, (_, n) => n + 1).filter((one) => !inUse.includes(one));
    const held = await heldIn(figures, personId, [...inUse, ...earlier]);

    for (const slot of await slotsOf(ports, found.signUps, held)) {
      if (staying.has(slot.slotId)) continue;
      const ledger = await leaveSlot(ports, slot, person);
      for (const old of earlier) if (ledger) await traces.removeCounted(old, ledger.schoolId, slot.slotId);
      // the stream's counter does so, too, but later than the person is told that nothing is left
      if (ledger) await countChanged(ports)([slot]);
      const signUp = found.signUps.find(({ slotId }) => slotId === slot.slotId);
      if (signUp) await traces.removeSignUp(signUp);
    }
    // what no figure knows is not to be found by a sign-up that went by its age
    for (const { schoolId } of await ports.schools.all())
      for (const slot of await traces.slotsWithoutEnd(schoolId)) if (!staying.has(slot.slotId)) await leaveSlot(ports, slot, person);

    const opportunities = new Set(stays.map(({ opportunityId }) => opportunityId));
    for (const { opportunityId } of found.allowances)
      if (!opportunities.has(opportunityId)) await traces.removeAllowance(personId, opportunityId);
    for (const { opportunityId, answeredAt } of found.feedback)
      if (millis(answeredAt) <= millis(askedAt)) await traces.removeFeedback(personId, opportunityId);
    for (const { requestId, requestedAt } of found.linkRequests)
      if (millis(requestedAt) <= millis(askedAt)) await traces.removeLinkRequest(personId, requestId);
    if (found.calendar && millis(found.calendar.madeAt) <= millis(askedAt)) await traces.removeCalendar(personId);
    // who signed up anew was sent a link to just that
    if (stays.length === 0) for (const { linkId } of found.links) await traces.removeLink(linkId);
    for (const old of earlier) await traces.removeHeld(old, personId);
    for (const one of inUse) {
      const [left] = await figures.held(one, [personId]);
      if (left && Object.keys(left.slots).length === 0) await traces.removeHeld(one, personId, left.revision);
    }
    return { inFlight: stays.filter((one) => !isNew(one, askedAt)).length };
  };

const isNew = ({ signedUpAt }: SignUp, askedAt: string): boolean => millis(signedUpAt) > millis(askedAt);

/** Its request may be on its way to the ledger: taken away now, it would leave places behind that nobody can be asked about. */
const isInFlight = ({ state, signedUpAt }: SignUp, now: number): boolean => state === 'pending' && now < millis(signedUpAt) + IN_FLIGHT_MS;

const heldIn = async (figures: Figures, personId: PersonId, generations: readonly number[]): Promise<readonly Held[]> =>
  (await Promise.all(generations.map((one) => figures.held(one, [personId])))).flat();

/** Slots of the person's sign-ups, and those in which they were counted: that outlives sign-ups. */
async function slotsOf({ traces }: ForgetVolunteerPorts, signUps: readonly SignUp[], held: readonly Held[]): Promise<readonly SlotRef[]> {
  const slots = new Map<SlotId, SlotRef>(signUps.map(({ opportunityId, slotId }) => [slotId, { opportunityId, slotId }]));
  for (const [id, where] of held.flatMap((one) => Object.entries(one.slots))) {
    const slotId = id as SlotId;
    const slot = slots.has(slotId) ? undefined : await traces.slotCounted(slotId, where);
    if (slot) slots.set(slotId, slot);
  }
  return [...slots.values()];
}

/** The ledger of the slot, once nothing of the person is in it; undefined for a slot that has none. */
async function leaveSlot({ opportunities, traces, clock }: ForgetVolunteerPorts, slot: SlotRef, { personId, alias }: ForgetPerson) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await opportunities.load(slot.opportunityId);
    const ledger = state?.ledgers.find(({ slotId }) => slotId === slot.slotId);
    if (!state || !ledger) return undefined;
    const at = iso(clock.now());
    const claim = ledger.claims[personId];
    if (claim) {
      const became = isOver(state, ledger, clock.now()) ? { as: alias } : {};
      const mark = ledger.attendance?.[personId];
      if ((await traces.giveUp({ ...slot, personId, claim, at, ...(mark && { mark }), ...became })) === 'done') return ledger;
    } else if (ledger.queue?.[personId]) {
      if ((await traces.leaveLine(ledger, personId, at)) === 'done') return ledger;
    } else {
      const { change, version } = ledger;
      if (!('personId' in change) || change.personId !== personId) return ledger;
      await traces.forgetChange({ ...slot, version, at });
    }
  }
  throw new Error(`slot ${slot.slotId} changed ${ATTEMPTS} times while somebody was being forgotten`);
}

/** Places of what has begun stay as a count. What has no time is over once it is no longer offered. */
const isOver = (
  { opportunity }: Pick<OpportunityState, 'opportunity'>,
  { startsAt }: { readonly startsAt?: string },
  now: number,
): boolean => (startsAt === undefined ? opportunity.status !== 'published' : millis(startsAt) <= now);
