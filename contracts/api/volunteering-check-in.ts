/** Check-in at the door: who of an opportunity was there, and who came without being on the list. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { MarkedPerson, MarkedRest, MarkRequest, MarkRestRequest, WalkIn } from '../resources/check-in.ts';
import { OpportunityId, PersonId, SignUpId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

/** To who may not, its people are not there, as with the roster, which says who is to come and who was seen. */
const writes = [
  'staff.unknown',
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'request.unsupported-type',
  'opportunity.not-found',
  'check-in.not-open-yet',
] as const satisfies readonly ProblemCode[];
const params = z.strictObject({ opportunityId: OpportunityId });
const OPENS = 'Check-in of a slot opens a day before it starts, and never ends.';

export const markPerson = {
  operationId: 'markPerson',
  capability: 'volunteering',
  audience: 'staff',
  method: 'POST',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/mark',
  summary: 'Say that a person was there, was not, or take back what was said',
  description: `Of several marks the one that was seen last stands, in whatever order and however often they are sent; the answer says which. ${OPENS}`,
  requestKey: false,
  params: z.strictObject({ opportunityId: OpportunityId, personId: PersonId, signUpId: SignUpId }),
  body: MarkRequest,
  response: { status: 200, schema: MarkedPerson, description: 'What stands now' },
  refusals: [...writes, 'request.conflict', 'sign-up.not-found'],
} as const satisfies ApiOperation;

export const markRest = {
  operationId: 'markRest',
  capability: 'volunteering',
  audience: 'staff',
  method: 'POST',
  path: '/api/opportunities/{opportunityId}/check-in/rest',
  summary: 'Say the same of everybody in a slot of whom nothing was said',
  description: `Whatever is said of a person, earlier or later, weighs more. Of a slot that is called off it can only be taken back: nobody was to be there. ${OPENS}`,
  requestKey: false,
  params,
  body: MarkRestRequest,
  response: { status: 200, schema: MarkedRest, description: 'For how many people it changed something' },
  refusals: [...writes, 'slot.not-found', 'slot.called-off'],
} as const satisfies ApiOperation;

export const addWalkIn = {
  operationId: 'addWalkIn',
  capability: 'volunteering',
  audience: 'staff',
  method: 'POST',
  path: '/api/opportunities/{opportunityId}/check-in/walk-ins',
  summary: 'Add somebody who stands at the door, and check them in',
  description: `They get the confirmation that everyone gets who signs up. With \`makeRoom\` a full slot gets the places that are missing, unless somebody waits for them; that stands in the history of the opportunity. ${OPENS}`,
  requestKey: true,
  params,
  body: WalkIn,
  response: { status: 201, schema: MarkedPerson, description: 'The person has the places and is checked in' },
  refusals: [
    ...writes,
    'request.conflict',
    'request-key.missing',
    'request-key.reused',
    'slot.not-found',
    'slot.full',
    'slot.not-enough-places',
    'sign-up.already',
  ],
} as const satisfies ApiOperation;
