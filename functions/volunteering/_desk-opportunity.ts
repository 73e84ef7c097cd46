/** What saving an opportunity asks of who saves it. */
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { OpportunityState } from '#domain/volunteering/ports.ts';
import { Refusal } from '../_http/refusal.ts';
import { allow } from '../_http/staff.ts';
import type { StaffVolunteeringPorts } from './_staff-route.ts';

/**
 * Where it belongs is what is stored; a new one belongs where it says. One that the member may not even look into is not found; nor is a school.
 * Throws; else gives what is stored.
 */
export async function allowSaving(
  { opportunities }: Pick<StaffVolunteeringPorts, 'opportunities'>,
  member: StaffMember,
  { opportunityId, schoolId }: Pick<Opportunity, 'opportunityId' | 'schoolId'>,
): Promise<OpportunityState | undefined> {
  const stored = await opportunities.load(opportunityId);
  if (stored && !mayDo(member, 'volunteering.read', stored.opportunity)) throw new Refusal('opportunity.not-found');
  if (!stored && !mayDo(member, 'volunteering.read', { schoolId })) throw new Refusal('school.not-found');
  allow(member, 'opportunity.edit', stored?.opportunity ?? { schoolId });
  return stored;
}
