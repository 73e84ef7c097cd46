/** The volunteering API: reading what help is asked for, signing up, and looking after one's own sign-ups. */
import * as z from 'zod/mini';
import { OpportunityFilter, OpportunityList, PublicOpportunity, SchoolList } from '../resources/availability.ts';
import {
  AnswerOfferRequest,
  CancelSignUpRequest,
  ChangePlacesRequest,
  ConfirmTimeRequest,
  MoveSignUpRequest,
  MySignUp,
  MySignUps,
  SendLinkRequest,
} from '../resources/sign-up.ts';
import { OpportunityId, SignUpId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

export { signUp } from './sign-up.ts';

const signUpParams = z.strictObject({ signUpId: SignUpId });

/** Refusals of all operations on one's own sign-up. */
const ownSignUp = [
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'request.unsupported-type',
  'link.invalid',
  'sign-up.not-found',
  'request.conflict',
] as const;

export const listSchools = {
  operationId: 'listSchools',
  capability: 'volunteering',
  method: 'GET',
  path: '/api/schools',
  summary: 'All schools of the district',
  description: 'In the order of their names.',
  audience: 'public',
  requestKey: false,
  response: { status: 200, schema: SchoolList, description: 'The schools' },
  refusals: [],
} as const satisfies ApiOperation;

export const listOpportunities = {
  operationId: 'listOpportunities',
  capability: 'volunteering',
  method: 'GET',
  path: '/api/opportunities',
  summary: 'Published opportunities with what is left of their slots',
  description: 'Soonest first; slots that have ended are left out. Figures may be up to five seconds old.',
  audience: 'public',
  requestKey: false,
  query: OpportunityFilter,
  response: { status: 200, schema: OpportunityList, description: 'The opportunities that fit the filter' },
  refusals: ['request.invalid'],
} as const satisfies ApiOperation;

export const getOpportunity = {
  operationId: 'getOpportunity',
  capability: 'volunteering',
  method: 'GET',
  path: '/api/opportunities/{opportunityId}',
  summary: 'One opportunity with its slots, places left and questions',
  description: 'Drafts, and what is archived, are not found.',
  audience: 'public',
  requestKey: false,
  params: z.strictObject({ opportunityId: OpportunityId }),
  response: { status: 200, schema: PublicOpportunity, description: 'The opportunity' },
  refusals: ['request.invalid', 'opportunity.not-found'],
} as const satisfies ApiOperation;

export const listMySignUps = {
  operationId: 'listMySignUps',
  capability: 'volunteering',
  method: 'GET',
  path: '/api/my-sign-ups',
  summary: 'All sign-ups of the person who holds the manage link',
  description: 'Soonest first, past and cancelled ones included until their retention ends.',
  audience: 'person',
  requestKey: false,
  response: { status: 200, schema: MySignUps, description: 'The sign-ups' },
  refusals: ['link.invalid'],
} as const satisfies ApiOperation;

export const cancelSignUp = {
  operationId: 'cancelSignUp',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/sign-ups/{signUpId}/cancel',
  summary: 'Give the places of a sign-up back, or leave the waitlist',
  description: 'A sign-up that is cancelled already stays so, and the answer is the same.',
  audience: 'person',
  requestKey: false,
  params: signUpParams,
  body: CancelSignUpRequest,
  response: { status: 200, schema: MySignUp, description: 'The sign-up, now cancelled' },
  refusals: [...ownSignUp, 'sign-up.too-late'],
} as const satisfies ApiOperation;

export const changePlaces = {
  operationId: 'changePlaces',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/sign-ups/{signUpId}/places',
  summary: 'Change how many places a sign-up holds, or waits for',
  description:
    'Asks for a number of places, not for a difference, so repeating it is harmless. Who waits and wants fewer keeps their place in line; who wants more stands at its end.',
  audience: 'person',
  requestKey: false,
  params: signUpParams,
  body: ChangePlacesRequest,
  response: { status: 200, schema: MySignUp, description: 'The sign-up with its new places' },
  refusals: [
    ...ownSignUp,
    'sign-up.not-active',
    'sign-up.too-late',
    'slot.not-enough-places',
    'slot.closed',
    'slot.started',
    'person.limit-reached',
  ],
} as const satisfies ApiOperation;

export const answerOffer = {
  operationId: 'answerOffer',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/sign-ups/{signUpId}/offer',
  summary: 'Accept or pass what is offered from the waitlist',
  description:
    'Accepting takes just the places that are offered. Who passes leaves the line, unless fewer places were offered than they want: then they stand where they stood. Repeating an answer is harmless.',
  audience: 'person',
  requestKey: false,
  params: signUpParams,
  body: AnswerOfferRequest,
  response: { status: 200, schema: MySignUp, description: 'The sign-up as it is after the answer' },
  refusals: [...ownSignUp, 'offer.over'],
} as const satisfies ApiOperation;

export const confirmTime = {
  operationId: 'confirmTime',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/sign-ups/{signUpId}/time',
  summary: 'Say that the time of a slot still suits',
  description:
    'Of a slot that was moved. Names the time as it was shown: where the slot has another by now it is refused, and nothing is said of that one. Places stay whether or not anybody answers. Repeating it is harmless.',
  audience: 'person',
  requestKey: false,
  params: signUpParams,
  body: ConfirmTimeRequest,
  response: { status: 200, schema: MySignUp, description: 'The sign-up, with nothing more to confirm' },
  refusals: [...ownSignUp, 'sign-up.not-active', 'slot.moved-meanwhile'],
} as const satisfies ApiOperation;

export const moveSignUp = {
  operationId: 'moveSignUp',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/sign-ups/{signUpId}/move',
  summary: 'Move a sign-up to another slot of the same opportunity',
  description:
    'The new place is taken before the old one is given back, so a refusal leaves everything as it was. Answers with the sign-up in the new slot.',
  audience: 'person',
  requestKey: false,
  params: signUpParams,
  body: MoveSignUpRequest,
  response: { status: 200, schema: MySignUp, description: 'The sign-up in the new slot' },
  refusals: [
    ...ownSignUp,
    'sign-up.not-active',
    'sign-up.too-late',
    'sign-up.already',
    'slot.not-found',
    'slot.full',
    'slot.not-enough-places',
    'slot.not-open-yet',
    'slot.closed',
    'slot.started',
    'person.limit-reached',
  ],
} as const satisfies ApiOperation;

export const sendLink = {
  operationId: 'sendLink',
  capability: 'volunteering',
  method: 'POST',
  path: '/api/links',
  summary: 'Send me my link',
  description: 'Answers the same whether the address is known or not; the mail goes only to an address that has sign-ups.',
  audience: 'public',
  requestKey: false,
  body: SendLinkRequest,
  response: { status: 202, schema: z.object({}), description: 'If the address has sign-ups, a mail is on its way' },
  refusals: ['request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'],
} as const satisfies ApiOperation;
