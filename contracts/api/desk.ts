/** The API of the desk itself: who the staff are, what they changed, what is kept of a person. */
import * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';
import { HistoryRow, Month } from '../resources/history.ts';
import { DeletionReport, PersonDeletion, PersonQuery, PersonRecord } from '../resources/person-record.ts';
import { RetentionPreview } from '../resources/retention.ts';
import { StaffChanges, StaffEntry, StaffInvitation } from '../resources/staff.ts';
import type { ApiOperation } from './operation.ts';

const staff = { capability: 'desk', audience: 'staff', requestKey: false } as const;

const who = ['staff.unknown', 'staff.not-allowed'] as const satisfies readonly ProblemCode[];
const writes = [
  ...who,
  'request.malformed',
  'request.invalid',
  'request.too-large',
  'request.unsupported-type',
  'request.conflict',
] as const;

export const listStaff = {
  ...staff,
  operationId: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  summary: 'All staff of the district',
  description: 'By name, with those who left.',
  response: { status: 200, schema: z.object({ staff: z.array(StaffEntry) }), description: 'The staff' },
  refusals: who,
} as const satisfies ApiOperation;

export const inviteStaff = {
  ...staff,
  operationId: 'inviteStaff',
  method: 'POST',
  path: '/api/staff',
  summary: 'Invite somebody to the desk',
  description: 'They get a mail with the address of the desk. Inviting the same again changes nothing and sends nothing.',
  body: StaffInvitation,
  response: { status: 200, schema: StaffEntry, description: 'The new member' },
  refusals: [...writes, 'school.not-found', 'staff.already'],
} as const satisfies ApiOperation;

export const saveStaff = {
  ...staff,
  operationId: 'saveStaff',
  method: 'POST',
  path: '/api/staff/changes',
  summary: 'Change what a member of staff may do',
  description: 'Who is no longer active is signed out at once. The district always keeps one active admin.',
  body: StaffChanges,
  response: { status: 200, schema: StaffEntry, description: 'The member as saved' },
  refusals: [...writes, 'school.not-found', 'staff.not-found', 'staff.last-admin', 'version.conflict'],
} as const satisfies ApiOperation;

export const listHistory = {
  ...staff,
  operationId: 'listHistory',
  method: 'GET',
  path: '/api/history',
  summary: 'What staff changed in a month',
  description:
    'The latest first. A coordinator gets what belongs to their schools. `complete` is false where a month has more than can be told at once.',
  query: z.strictObject({ month: Month }),
  response: {
    status: 200,
    schema: z.object({ month: Month, entries: z.array(HistoryRow), complete: z.boolean() }),
    description: 'The entries',
  },
  refusals: [...who, 'request.invalid'],
} as const satisfies ApiOperation;

export const findPerson = {
  ...staff,
  operationId: 'findPerson',
  method: 'POST',
  path: '/api/privacy/find',
  summary: 'What is kept of a person',
  description:
    'Sign-ups, links, mails, pledges, gifts and more of an address. Nothing is changed. Somebody of whom nothing is kept has empty lists.',
  body: PersonQuery,
  response: { status: 200, schema: PersonRecord, description: 'All that is kept' },
  refusals: [...who, 'request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'],
} as const satisfies ApiOperation;

export const exportPerson = {
  ...staff,
  operationId: 'exportPerson',
  method: 'POST',
  path: '/api/privacy/export',
  summary: 'What is kept of a person, to be handed to them',
  description: 'As `findPerson`, and the history has it that it was handed out.',
  body: PersonQuery,
  response: { status: 200, schema: PersonRecord, description: 'All that is kept' },
  refusals: [...who, 'request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'],
} as const satisfies ApiOperation;

export const deletePerson = {
  ...staff,
  operationId: 'deletePerson',
  method: 'POST',
  path: '/api/privacy/delete',
  summary: 'Delete what is kept of a person',
  description:
    'Places to come are given back, places of the past stay as a count, and everything else goes; a pledge that is running stays until it is over. Without `confirmed` it tells what would go. The person is not written to. Repeating it changes nothing more.',
  body: PersonDeletion,
  response: { status: 200, schema: DeletionReport, description: 'What went, and what stays and why' },
  refusals: [...who, 'request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'],
} as const satisfies ApiOperation;

export const previewRetention = {
  ...staff,
  operationId: 'previewRetention',
  method: 'GET',
  path: '/api/privacy/retention',
  summary: 'What the next nightly run takes away',
  description: 'Pledges and gifts that will no longer say who gave, and deletions it goes on with. Nothing is changed.',
  response: { status: 200, schema: RetentionPreview, description: 'What is due' },
  refusals: who,
} as const satisfies ApiOperation;
