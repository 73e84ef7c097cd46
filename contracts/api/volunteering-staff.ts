/** The staff side of the volunteering API: schools, and the opportunities they define. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { Holidays } from '../resources/holidays.ts';
import { NoticeWords } from '../resources/message.ts';
import { Opportunity, OpportunityStatus, OpportunityToSave } from '../resources/opportunity.ts';
import { School, SchoolToSave } from '../resources/school.ts';
import { SeriesChange, SeriesScope, SlotToRepeat } from '../resources/series.ts';
import { Day, OpportunityId, SeriesId } from '../values.ts';
import type { ApiOperation } from './operation.ts';

const staff = { capability: 'volunteering', audience: 'staff', method: 'POST', requestKey: false } as const;

const writes = [
  'staff.unknown',
  'staff.not-allowed',
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'request.unsupported-type',
  'request.conflict',
] as const satisfies readonly ProblemCode[];
const ofOpportunity = [...writes, 'opportunity.not-found'] as const;

/** The version a change was made from; 0 for what is new. */
const readAt = z.int().check(z.gte(0));
const MEANWHILE = 'Names the version it was read at; when somebody saved since, nothing is changed, and the answer tells who changed what.';

/** What staff add to the notice. */
const words = z.optional(NoticeWords);
const NOTICE =
  'Whom a change of time or place concerns, or that a slot is called off or takes place after all, gets one mail that says so and changes the entry in ' +
  'their calendar; `words` are added to it.';

export const saveSchool = {
  ...staff,
  operationId: 'saveSchool',
  path: '/api/schools',
  summary: 'Add a school, or save its changed details',
  description: `${MEANWHILE} Saving the same again changes nothing.`,
  body: SchoolToSave,
  response: { status: 200, schema: School, description: 'The school as saved' },
  refusals: [...writes, 'school.changed-meanwhile'],
} as const satisfies ApiOperation;

export const getHolidays = {
  ...staff,
  method: 'GET',
  operationId: 'getHolidays',
  path: '/api/holidays',
  summary: 'The district’s holidays',
  description: 'Days on which its schools are closed, in the order of their first days. For all staff.',
  response: { status: 200, schema: Holidays, description: 'The list, with version 0 where none was saved yet' },
  refusals: ['staff.unknown'],
} as const satisfies ApiOperation;

export const saveHolidays = {
  ...staff,
  operationId: 'saveHolidays',
  path: '/api/holidays',
  summary: 'Save the district’s holidays',
  description: `The whole list. Series that are there keep their dates. ${MEANWHILE} Saving the same again changes nothing.`,
  body: Holidays,
  response: { status: 200, schema: Holidays, description: 'The list as saved' },
  refusals: [...writes, 'holidays.changed-meanwhile'],
} as const satisfies ApiOperation;

export const saveOpportunity = {
  ...staff,
  operationId: 'saveOpportunity',
  path: '/api/opportunities',
  summary: 'Add an opportunity, or save its changed definition',
  description: `${MEANWHILE} Saving the same again changes nothing. A slot that was published can be closed, but not left out. ${NOTICE}`,
  body: z.extend(OpportunityToSave, { words }),
  response: { status: 200, schema: Opportunity, description: 'The opportunity as saved' },
  refusals: [...ofOpportunity, 'school.not-found', 'opportunity.changed-meanwhile'],
} as const satisfies ApiOperation;

const params = z.strictObject({ opportunityId: OpportunityId });

export const setOpportunityStatus = {
  ...staff,
  operationId: 'setOpportunityStatus',
  path: '/api/opportunities/{opportunityId}/status',
  summary: 'Publish, close or archive an opportunity',
  description: `A draft is published or archived; what is published is closed; what is closed is published again or archived. What is put away before it is over is called off. ${NOTICE} ${MEANWHILE}`,
  params,
  body: z.strictObject({ status: OpportunityStatus, words, version: readAt }),
  response: { status: 200, schema: Opportunity, description: 'The opportunity as it is now' },
  refusals: [...ofOpportunity, 'opportunity.changed-meanwhile'],
} as const satisfies ApiOperation;

export const shiftOpportunity = {
  ...staff,
  operationId: 'shiftOpportunity',
  path: '/api/opportunities/{opportunityId}/shift',
  summary: 'Move all dates of an opportunity',
  description: `By days of the school’s calendar, in which the time of day stays, and by minutes. ${NOTICE} ${MEANWHILE}`,
  params,
  body: z.strictObject({
    days: z.int().check(z.gte(-1_500), z.lte(1_500)),
    minutes: z.int().check(z.gte(-1_440), z.lte(1_440)),
    words,
    version: readAt,
  }),
  response: { status: 200, schema: Opportunity, description: 'The opportunity with its new dates' },
  refusals: [...ofOpportunity, 'opportunity.changed-meanwhile'],
} as const satisfies ApiOperation;

export const repeatSlot = {
  ...staff,
  operationId: 'repeatSlot',
  path: '/api/opportunities/{opportunityId}/repeat',
  summary: 'Repeat a slot: every Tuesday until June, but the holidays',
  description:
    'The slot becomes the first date of a series, and keeps its id and who took it; each further date is a slot of its own, at the same time by the ' +
    `school’s clocks. Asking for the same again changes nothing. ${MEANWHILE}`,
  params,
  body: z.extend(SlotToRepeat, { version: readAt }),
  response: { status: 200, schema: Opportunity, description: 'The opportunity with the dates of the series' },
  refusals: [...ofOpportunity, 'opportunity.changed-meanwhile'],
} as const satisfies ApiOperation;

export const changeSeries = {
  ...staff,
  operationId: 'changeSeries',
  path: '/api/opportunities/{opportunityId}/series',
  summary: 'Change one date of a series, it and all after it, or all',
  description:
    'What has begun stays as it was, and so does what was changed of a date by itself. Dates from one on become a series of their own; slots keep their ids ' +
    `and who took them. Asking for the same again changes nothing. ${NOTICE} ${MEANWHILE}`,
  params,
  body: z.strictObject({
    seriesId: SeriesId,
    /** The date it is about; `all` needs none. */
    day: z.optional(Day),
    scope: SeriesScope,
    change: SeriesChange.check(z.refine((change) => Object.keys(change).length > 0, 'change.empty')),
    words,
    version: readAt,
  }),
  response: { status: 200, schema: Opportunity, description: 'The opportunity as it is now' },
  refusals: [...ofOpportunity, 'opportunity.changed-meanwhile'],
} as const satisfies ApiOperation;

export const copyOpportunity = {
  ...staff,
  operationId: 'copyOpportunity',
  path: '/api/opportunities/{opportunityId}/copy',
  summary: 'Copy an opportunity into a new draft',
  description:
    'With all dates moved by days of the school’s calendar: 364 keeps the weekday from one year to the next. The same Idempotency-Key makes the same copy.',
  requestKey: true,
  params,
  body: z.strictObject({ days: z.int().check(z.gte(0), z.lte(1_500)) }),
  response: { status: 201, schema: Opportunity, description: 'The copy, a draft' },
  refusals: [...ofOpportunity, 'request-key.missing'],
} as const satisfies ApiOperation;
