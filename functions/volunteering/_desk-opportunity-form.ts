/** The form of an opportunity on a page of the desk: fresh, redrawn with other rows, or again with what keeps it from being saved. */
import { deskPaths } from '#contracts/desk-pages.ts';
import type { OpportunityToSave } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { OpportunityState } from '#domain/volunteering/ports.ts';
import { type DeskOpportunityFormModel, deskOpportunityFormPage } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffVolunteeringPorts } from './_staff-route.ts';

export function showOpportunityForm(
  ports: DeskPorts,
  visit: DeskVisit,
  request: HttpRequest,
  { school, stored }: { readonly school: School; readonly stored: OpportunityState | undefined },
  more: Omit<DeskOpportunityFormModel, 'reader' | 'school' | 'locked' | 'saved'> & { readonly status?: number },
): HttpResponse {
  const { status, ...shown } = more;
  const url = stored ? deskPaths.opportunityForm(stored.opportunity.opportunityId) : deskPaths.newOpportunity(school.schoolId);
  const html = deskOpportunityFormPage(
    { ...pageContext(ports, request), url },
    {
      reader: readerOf(visit),
      school,
      locked: stored?.ledgers.map(({ slotId }) => slotId) ?? [],
      ...(stored && { saved: stored.opportunity.title }),
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** What a new opportunity of a school begins with. */
export const freshOpportunity = (
  { ids }: Pick<StaffVolunteeringPorts, 'ids'>,
  { schoolId, name, address, contact }: School,
  key: string,
): OpportunityToSave => {
  const opportunityId = ids.opportunityId('new', key);
  return {
    opportunityId,
    schoolId,
    kind: 'event',
    status: 'draft',
    title: {},
    summary: {},
    place: { name, address },
    languages: ['en'],
    contact,
    slots: [],
    questions: [],
    dropOutHours: 24,
    showFirstNames: false,
    version: 0,
  };
};
