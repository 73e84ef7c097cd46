/** One opportunity on a page of the desk: as it is asked for, and again with what went wrong with a form of it. And who may save one. */
import { randomUUID } from 'node:crypto';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';
import type { OpportunityState, Schools } from '#domain/volunteering/ports.ts';
import { nextStatuses } from '#domain/volunteering/save-opportunity.ts';
import { type DeskOpportunityModel, deskOpportunityPage } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import type { PostedForm } from '../_http/staff-operation.ts';
import type { OpportunitySubject, StaffVolunteeringPorts } from './_staff-route.ts';

/**
 * Where it belongs is what is stored; a new one belongs where it says. One that the member may not even look into is not found; nor is a school.
 * Throws; else gives what is stored.
 */
export async function allowSaving(
  { opportunities }: Pick<StaffVolunteeringPorts, 'opportunities'>,
  member: StaffMember,
  { opportunityId, schoolId }: Pick<Opportunity, 'opportunityId' | 'schoolId'>,
): Promise<OpportunityState | undefined> {
  const stored = await opportunities.load(opportunityId);
  if (stored && !mayDo(member, 'volunteering.read', stored.opportunity)) throw new Refusal('opportunity.not-found');
  if (!stored && !mayDo(member, 'volunteering.read', { schoolId })) throw new Refusal('school.not-found');
  allow(member, 'opportunity.edit', stored?.opportunity ?? { schoolId });
  return stored;
}

export async function showOpportunity(
  ports: DeskPorts & { readonly schools: Schools; readonly history: StaffHistory; readonly holidays: Pick<DistrictHolidays, 'find'> },
  visit: DeskVisit,
  request: HttpRequest,
  { opportunity, ledgers }: OpportunitySubject,
  more: Pick<DeskOpportunityModel, 'done' | 'told' | 'problem' | 'posted'> & { readonly status?: number } = {},
): Promise<HttpResponse> {
  const { opportunityId, schoolId } = opportunity;
  const mayEdit = mayDo(visit.member, 'opportunity.edit', opportunity);
  const [school, history, { holidays }] = await Promise.all([
    ports.schools.find(schoolId),
    ports.history.about(opportunityId),
    // for the form that repeats a slot
    mayEdit ? ports.holidays.find() : { holidays: [] },
  ]);
  const { status, ...shown } = more;
  const html = deskOpportunityPage(
    { ...pageContext(ports, request), url: deskPaths.opportunity(opportunityId) },
    {
      reader: readerOf(visit),
      opportunity,
      school: school ?? { schoolId, name: schoolId, zone: ports.district.zone },
      slots: opportunity.slots.map((slot) => ({ slot, taken: ledgers.find(({ slotId }) => slotId === slot.slotId)?.taken ?? 0 })),
      history: mayDo(visit.member, 'history.read', opportunity) ? history : [],
      next: nextStatuses(opportunity.status, ledgers.length > 0),
      may: {
        edit: mayEdit,
        people: mayDo(visit.member, 'people.read', opportunity),
      },
      holidays,
      formKey: randomUUID(),
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** A small form of the page, shown again. What was posted is kept; the version is the one that is there now. */
export const showRefused = (
  ports: Parameters<typeof showOpportunity>[0],
  visit: DeskVisit,
  request: HttpRequest,
  subject: OpportunitySubject,
  { operationId, values, errors, status, problem }: PostedForm,
): Promise<HttpResponse> =>
  showOpportunity(ports, visit, request, subject, {
    status,
    problem: problem ?? 'request.invalid',
    posted: { operationId, values: Object.fromEntries(values), errors },
  });
