/** What all staff routes of volunteering share: who asks, about which school's opportunity, and whether they may. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { definitions } from '#adapters/dynamo/definitions.ts';
import { marks } from '#adapters/dynamo/marks.ts';
import { signUpNotes } from '#adapters/dynamo/sign-up-notes.ts';
import { signUpTimes } from '#adapters/dynamo/sign-up-times.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import type { ApiOperation } from '#contracts/api/index.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { OpportunityId, type SchoolId } from '#contracts/values.ts';
import type { StaffAction } from '#domain/desk/authorise.ts';
import type { Ids, StaffHistory } from '#domain/ports.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';
import type { Definitions, Opportunities, Schools, SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import type { ApiInput, apiRoute } from '../_http/api-route.ts';
import type { DeskPorts } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import type { HttpRequest } from '../_http/request.ts';
import type { HttpResponse } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import type { StaffOperation } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { holidaysIn } from './_holidays.ts';
import { volunteeringPorts } from './_ports.ts';

/** What a route of staff gets. Who writes or needs more asks for more. */
export type StaffVolunteeringPorts = StaffPorts &
  DeskPorts & {
    readonly opportunities: Opportunities;
    readonly slots: Slots;
    readonly schools: Schools;
    readonly holidays: DistrictHolidays;
    /** Drafts and what is archived, too, and saves with their history. */
    readonly definitions: Definitions;
    /** Of the volunteering table. */
    readonly history: StaffHistory;
    readonly ids: Ids;
  };

/** An opportunity as it is stored, drafts too, and the school it belongs to. */
export interface OpportunitySubject {
  readonly opportunity: Opportunity;
  readonly ledgers: readonly SlotLedger[];
  readonly schoolId: SchoolId;
}

/** The opportunity in the address of a request; undefined when there is none. Consistent. */
export async function opportunityOf(
  { opportunities }: Pick<StaffVolunteeringPorts, 'opportunities'>,
  request: HttpRequest,
): Promise<OpportunitySubject | undefined> {
  const opportunityId = OpportunityId.safeParse(request.params.opportunityId);
  const state = opportunityId.success ? await opportunities.load(opportunityId.data) : undefined;
  return state && { ...state, schoolId: state.opportunity.schoolId };
}

/** What an operation on something of one opportunity gets: the input, whose doing it is, and the opportunity. */
export type OpportunityInput<Operation extends ApiOperation> = ApiInput<Operation> & OpportunitySubject & { readonly member: StaffMember };

/** An operation of staff on something of one opportunity: `/api/opportunities/{opportunityId}/…`. */
export const ofOpportunity = <Operation extends ApiOperation>(
  ports: Pick<StaffVolunteeringPorts, 'opportunities'>,
  operation: Operation,
  action: StaffAction,
  run: (input: OpportunityInput<Operation>) => ReturnType<Parameters<typeof apiRoute<Operation>>[1]>,
): StaffOperation<Operation, OpportunitySubject> => ({
  operation,
  action,
  seenBy: 'volunteering.read',
  notFound: 'opportunity.not-found',
  subject: (request) => opportunityOf(ports, request),
  run: ({ member, subject, ...input }) => run({ ...(input as ApiInput<Operation>), ...subject, member }),
});

/** Everything such a function may need, from its environment. */
export function staffVolunteeringPorts() {
  const env = environment(['VOLUNTEERING_TABLE', 'DESK_TABLE', 'DESK_SECRET', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
  const table = tableOn(dynamoClient(), env.VOLUNTEERING_TABLE);
  const transact = transactionsOn(dynamoClient(), env.VOLUNTEERING_TABLE);
  return {
    ...volunteeringPorts(env.VOLUNTEERING_TABLE),
    definitions: definitions(table, transact),
    holidays: holidaysIn(env.VOLUNTEERING_TABLE),
    notes: signUpNotes(transact),
    times: signUpTimes(transact),
    marks: marks(table),
    history: staffHistory(table),
    volunteeringTable: env.VOLUNTEERING_TABLE,
    staff: staffDirectory(tableOn(dynamoClient(), env.DESK_TABLE)),
    staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
    seals: deskSeals(deskKey(env.DESK_SECRET)),
    district: env.DISTRICT,
  };
}

/** Wires a function. */
export const staffVolunteeringHandler = (createHandler: (ports: ReturnType<typeof staffVolunteeringPorts>) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler(staffVolunteeringPorts()));
