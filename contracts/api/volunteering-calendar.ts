/** The address of a person's own calendar: made, made anew, ended. */
import * as z from 'zod/mini';
import {
  CalendarAddress,
  EndCalendarAddressRequest,
  MakeCalendarAddressRequest,
  ReplaceCalendarAddressRequest,
} from '../resources/calendar.ts';
import type { ApiOperation } from './operation.ts';

const refusals = ['request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type', 'link.invalid'] as const;

const ofPerson = { capability: 'volunteering', method: 'POST', audience: 'person', requestKey: false, refusals } as const;

export const makeCalendarAddress = {
  ...ofPerson,
  operationId: 'makeCalendarAddress',
  path: '/api/my-calendar',
  summary: 'The address of the person’s own calendar',
  description:
    'An iCalendar feed of their sign-ups, to subscribe to. There is at most one address at a time: the one that is there already is answered, otherwise one is made. Whoever has it sees the sign-ups and can change nothing.',
  body: MakeCalendarAddressRequest,
  response: { status: 200, schema: CalendarAddress, description: 'The address' },
} as const satisfies ApiOperation;

export const replaceCalendarAddress = {
  ...ofPerson,
  operationId: 'replaceCalendarAddress',
  path: '/api/my-calendar/replace',
  summary: 'Another address for the person’s own calendar',
  description:
    'The address that is named stops working and another is answered. If it is not the one there is any more, that one is answered.',
  body: ReplaceCalendarAddressRequest,
  response: { status: 200, schema: CalendarAddress, description: 'The address that works now' },
} as const satisfies ApiOperation;

export const endCalendarAddress = {
  ...ofPerson,
  operationId: 'endCalendarAddress',
  path: '/api/my-calendar/end',
  summary: 'End the address of the person’s own calendar',
  description: 'Harmless to repeat. The sign-ups stay as they are.',
  body: EndCalendarAddressRequest,
  response: { status: 200, schema: z.object({}), description: 'There is no address any more' },
} as const satisfies ApiOperation;
