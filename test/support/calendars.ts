/** What staff do to an opportunity, as far as calendars tell of it. */
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { saveOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { opportunityId } from './builders.ts';
import { DANA } from './fake-desk.ts';
import type { World } from './world.ts';

async function change({ ports }: World, how: (opportunity: Opportunity) => Partial<Opportunity>): Promise<void> {
  const state = await ports.opportunities.load(opportunityId());
  if (!state) throw new Error('the world has an opportunity');
  const saved = await saveOpportunity(ports)({ definition: { ...state.opportunity, ...how(state.opportunity) }, by: DANA as never });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

/** All slots start and end this much later. */
export const shiftedBy = (world: World, minutes: number): Promise<void> => {
  const later = (at: string): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  return change(world, ({ slots }) => ({
    slots: slots.map((slot) =>
      slot.startsAt !== undefined && slot.endsAt !== undefined
        ? { ...slot, startsAt: later(slot.startsAt), endsAt: later(slot.endsAt) }
        : slot,
    ),
  }));
};

/** Closed, and then put away. */
export async function archiveDefinition(world: World): Promise<void> {
  await change(world, () => ({ status: 'closed' }));
  await change(world, () => ({ status: 'archived' }));
}
