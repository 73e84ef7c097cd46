/** The staff side of the volunteering API: who comes to an opportunity, and what staff change of it by hand. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { NoteRequest, PersonToAdd, PlacedPerson, Roster } from '../resources/roster.ts';
import { CancelSignUpRequest, ChangePlacesRequest, ConfirmTimeRequest, MoveSignUpRequest } from '../resources/sign-up.ts';
import { OpportunityId, PersonId, SignUpId } from '../values.ts';
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

/** To who may not, its people are not there: nobody may look at them who may not change them. */
const writes = [
  'staff.unknown',
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'request.unsupported-type',
  'request.conflict',
  'opportunity.not-found',
] as const satisfies readonly ProblemCode[];
const FREE =
  'Staff are not bound by moments, by limits for a person, nor by a slot that is closed or has started; by the places there are they are bound.';

export const addPerson = {
  operationId: 'addPerson',
  capability: 'volunteering',
  audience: 'staff',
  method: 'POST',
  path: '/api/opportunities/{opportunityId}/people',
  summary: 'Add a person to a slot by hand',
  description: `They get the confirmation that everyone gets who signs up. ${FREE} With \`waitlist\` they are put in line where there is no room. Questions of the opportunity may stay open.`,
  requestKey: true,
  params,
  body: PersonToAdd,
  response: { status: 201, schema: PlacedPerson, description: 'The person has the places, or waits for them' },
  refusals: [
    ...writes,
    'request-key.missing',
    'request-key.reused',
    'slot.not-found',
    'slot.full',
    'slot.not-enough-places',
    'slot.waitlist-full',
    'sign-up.already',
  ],
} as const satisfies ApiOperation;

const ofPerson = {
  capability: 'volunteering',
  audience: 'staff',
  method: 'POST',
  requestKey: false,
  params: z.strictObject({ opportunityId: OpportunityId, personId: PersonId, signUpId: SignUpId }),
} as const;
const ofSignUp = [...writes, 'sign-up.not-found'] as const;
const held = [...ofSignUp, 'sign-up.not-active', 'slot.not-enough-places'] as const;

export const movePerson = {
  ...ofPerson,
  operationId: 'movePerson',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/move',
  summary: 'Move a person to another slot of the opportunity',
  description: `The new places are taken before the old ones are given back, so a refusal leaves everything as it was. The person is told by mail. ${FREE}`,
  body: MoveSignUpRequest,
  response: { status: 200, schema: PlacedPerson, description: 'Where they are now: the sign-up has another id' },
  refusals: [...held, 'slot.not-found', 'slot.full', 'sign-up.already'],
} as const satisfies ApiOperation;

export const resizePerson = {
  ...ofPerson,
  operationId: 'resizePerson',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/places',
  summary: 'Change how many places a person holds',
  description: `Asks for a number of places, not for a difference, so repeating it is harmless. The person is told by mail. ${FREE}`,
  body: ChangePlacesRequest,
  response: { status: 200, schema: PlacedPerson, description: 'The sign-up with its new places' },
  refusals: held,
} as const satisfies ApiOperation;

export const cancelPerson = {
  ...ofPerson,
  operationId: 'cancelPerson',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/cancel',
  summary: 'Cancel a person’s sign-up',
  description:
    'Or take them off the waitlist. The person is told by mail. One that is cancelled already stays so, and the answer is the same.',
  body: CancelSignUpRequest,
  response: { status: 200, schema: PlacedPerson, description: 'The sign-up, now cancelled' },
  refusals: ofSignUp,
} as const satisfies ApiOperation;

export const promotePerson = {
  ...ofPerson,
  operationId: 'promotePerson',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/promote',
  summary: 'Give a person in line the places they wait for',
  description:
    'Also before others who wait: it is for staff to decide, and stands in the history. There has to be room beside what is taken and what is offered to others. The person is told by mail; repeating it is harmless.',
  body: CancelSignUpRequest,
  response: { status: 200, schema: PlacedPerson, description: 'The sign-up, now confirmed' },
  refusals: held,
} as const satisfies ApiOperation;

export const confirmPerson = {
  ...ofPerson,
  operationId: 'confirmPerson',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/time',
  summary: 'Note that a person said a moved time suits them',
  description:
    'By telephone, say. Names the time as it was shown: where the slot has another by now it is refused. The person is not written to; repeating it is harmless.',
  body: ConfirmTimeRequest,
  response: { status: 200, schema: PlacedPerson, description: 'The sign-up, with nothing more to confirm' },
  refusals: [...ofSignUp, 'sign-up.not-active', 'slot.moved-meanwhile'],
} as const satisfies ApiOperation;

export const notePerson = {
  ...ofPerson,
  operationId: 'notePerson',
  path: '/api/opportunities/{opportunityId}/people/{personId}/sign-ups/{signUpId}/note',
  summary: 'Note something about a sign-up, for staff alone',
  description: 'Names the note as it was read; one that was written since is not written over. Without a note there is none from now on.',
  body: NoteRequest,
  response: { status: 200, schema: PlacedPerson, description: 'The sign-up, with its note' },
  refusals: [...ofSignUp, 'note.changed-meanwhile'],
} as const satisfies ApiOperation;
