/** The staff side of the volunteering API: who comes to an opportunity. */
import * as z from 'zod/mini';
import { Roster } from '../resources/roster.ts';
import { OpportunityId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const params = z.strictObject({ opportunityId: OpportunityId });

export const getRoster = {
  operationId: 'getRoster',
  capability: 'volunteering',
  audience: 'staff',
  method: 'GET',
  path: '/api/opportunities/{opportunityId}/roster',
  summary: 'Who comes to each slot of an opportunity',
  description: 'Names, addresses, places, answers and notes, for those who run the school’s opportunities. To others it is not found.',
  requestKey: false,
  params,
  response: { status: 200, schema: Roster, description: 'The slots with their people' },
  refusals: ['staff.unknown', 'opportunity.not-found'],
} as const satisfies ApiOperation;
