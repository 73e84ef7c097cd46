/** What all that shows or changes who comes shares. To who may not read the people of a school, its opportunities have no roster. */
import type { ApiOperation } from '#contracts/api/index.ts';
import type { StaffAction } from '#domain/desk/authorise.ts';
import type { Clock } from '#domain/ports.ts';
import type { SignUps } from '#domain/volunteering/ports.ts';
import type { apiRoute } from '../_http/api-route.ts';
import type { StaffOperation } from '../_http/staff-operation.ts';
import { type OpportunityInput, type OpportunitySubject, ofOpportunity, type StaffVolunteeringPorts } from './_staff-route.ts';

export type RosterPorts = Pick<StaffVolunteeringPorts, 'opportunities'> & { readonly signUps: SignUps; readonly clock: Clock };

/** An operation on the people of one opportunity. */
export const ofPeople = <Operation extends ApiOperation>(
  ports: RosterPorts,
  operation: Operation,
  action: StaffAction,
  run: (input: OpportunityInput<Operation>) => ReturnType<Parameters<typeof apiRoute<Operation>>[1]>,
): StaffOperation<Operation, OpportunitySubject> => ({ ...ofOpportunity(ports, operation, action, run), seenBy: 'people.read' });
