/** The small forms that change an opportunity at the desk: where the change concerns people, it is asked about first. */
import type { ApiOperation } from '#contracts/api/index.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { Opportunity } from '#contracts/resources/opportunity.ts';
import type { StaffForm, StaffInput } from '../_http/staff-operation.ts';
import { showOpportunity, showRefused } from './_desk-opportunity.ts';
import { isTold, noticeQuestion, noticeWordsIn } from './_notice.ts';
import type { OpportunitySubject, StaffVolunteeringPorts } from './_staff-route.ts';

interface Changing<Operation extends ApiOperation> {
  /** The operation's body without the words for the notice. Never refuses and never repairs. */
  readonly body: (form: URLSearchParams) => object;
  /** The opportunity as the change leaves it; undefined where it will be refused. */
  readonly after: (input: StaffInput<Operation, OpportunitySubject>) => Promise<Opportunity | undefined>;
}

export const changingForm = <Operation extends ApiOperation>(
  ports: StaffVolunteeringPorts,
  { operationId, path }: Operation,
  { body, after }: Changing<Operation>,
): StaffForm<Operation, OpportunitySubject> => ({
  body: (form) => ({ ...body(form), ...noticeWordsIn(form) }),
  async ask(input, visit) {
    const { request, subject } = input;
    const { opportunityId, version } = subject.opportunity;
    if (visit.form.get('do') === 'back')
      return showOpportunity(ports, visit, request, subject, { posted: { operationId, values: Object.fromEntries(visit.form) } });
    // who is late is told so
    const changed = Number(visit.form.get('version')) === version ? await after(input) : undefined;
    const school = changed && (await ports.schools.find(subject.schoolId));
    const action = deskFormPath(path).replace('{opportunityId}', opportunityId);
    return school && noticeQuestion(ports, visit, request, { stored: subject, after: changed, school, action });
  },
  done({ subject }, value) {
    const saved = Opportunity.parse(value);
    return deskPaths.opportunityDone(saved.opportunityId, operationId, isTold(ports, subject, saved));
  },
  again: (visit, request, subject, posted) => showRefused(ports, visit, request, subject, posted),
});
