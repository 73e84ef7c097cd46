/**
 * All reading operations of staff in volunteering: who comes to each slot of an opportunity, what was written to them, how they found it, what is in a
 * suggestion box, holidays.
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { readFeedback } from '#adapters/dynamo/feedback.ts';
import { messageNotes } from '#adapters/dynamo/message-notes.ts';
import { slotReads } from '#adapters/dynamo/slot-reads.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { getFeedback, listFeedback } from '#contracts/api/volunteering-feedback.ts';
import { listMessages } from '#contracts/api/volunteering-messages.ts';
import { getRoster } from '#contracts/api/volunteering-people.ts';
import { getHolidays } from '#contracts/api/volunteering-staff.ts';
import { listSuggestions as listed } from '#contracts/api/volunteering-suggestions.ts';
import type { District } from '#contracts/district.ts';
import type { School } from '#contracts/resources/school.ts';
import { ok } from '#domain/result.ts';
import { type FeedbackResultsPorts, feedbackResults, schoolFeedback } from '#domain/volunteering/feedback-results.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { listSuggestions, type Suggestions } from '#domain/volunteering/suggestions.ts';
import { type HttpFunction, httpFunction } from '../_http/http-function.ts';
import type { HttpResponse } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { ofDistrict, type StaffOperation, staffApiRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { holidaysIn } from './_holidays.ts';
import { type MessagePorts, messagesIn, sentMessages } from './_messages.ts';
import { ofPeople } from './_people.ts';
import { volunteeringPorts } from './_ports.ts';
import { type BoxPorts, ofBox, suggestionsIn } from './_suggestions.ts';

type Ports = StaffPorts &
  MessagePorts &
  BoxPorts &
  FeedbackResultsPorts & { readonly suggestions: Suggestions; readonly holidays: DistrictHolidays; readonly district: District };

export function createHandler(ports: Ports): HttpFunction {
  const who = ofPeople(ports, getRoster, 'people.read', async (state) => ok(await roster(ports)(state)));
  const told = ofPeople(ports, listMessages, 'people.read', async ({ opportunity }) =>
    ok({ messages: [...(await sentMessages(ports, opportunity.opportunityId))] }),
  );
  const how = ofPeople(ports, getFeedback, 'people.read', async ({ query, ...state }) =>
    ok(await feedbackResults(ports)(state, query.before)),
  );
  const howAll: StaffOperation<typeof listFeedback, School> = {
    ...ofBox(ports),
    operation: listFeedback,
    run: async ({ subject }) => ok(await schoolFeedback(ports)(subject.schoolId)),
  };
  const box: StaffOperation<typeof listed, School> = {
    ...ofBox(ports),
    operation: listed,
    run: async ({ subject }) => ok(await listSuggestions(ports)(subject.schoolId)),
  };
  const closed: StaffOperation<typeof getHolidays, object> = {
    ...ofDistrict,
    operation: getHolidays,
    action: 'holidays.read',
    seenBy: 'holidays.read',
    run: async () => ok(await ports.holidays.find()),
  };
  return httpFunction(
    {
      ...staffApiRoute(ports, who),
      ...staffApiRoute(ports, told),
      ...staffApiRoute(ports, how),
      ...staffApiRoute(ports, howAll),
      ...staffApiRoute(ports, box),
      ...staffApiRoute(ports, closed),
    },
    ports,
  );
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const env = environment(['VOLUNTEERING_TABLE', 'MESSAGING_TABLE', 'DESK_TABLE', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  return createHandler({
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    messages: messagesIn(env.VOLUNTEERING_TABLE),
    suggestions: suggestionsIn(env.VOLUNTEERING_TABLE),
    readFeedback: readFeedback(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    slotReads: slotReads(tableOn(dynamoClient(), env.VOLUNTEERING_TABLE)),
    holidays: holidaysIn(env.VOLUNTEERING_TABLE),
    messageNotes: messageNotes(tableOn(dynamoClient(), env.MESSAGING_TABLE)),
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    district: env.DISTRICT,
  });
});
