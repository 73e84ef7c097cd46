/** `POST /api/schools/{schoolId}/suggestions/{suggestionId}/settle`: staff say that a suggestion is dealt with; and their page of the box, with the form of it. */
import { settleSuggestion as contract } from '#contracts/api/volunteering-suggestions.ts';
import type { ProblemCode } from '#contracts/problems.ts';
import type { School } from '#contracts/resources/school.ts';
import { Suggestion } from '#contracts/resources/suggestion.ts';
import { DESK_SUGGESTIONS_PAGE, suggestionPaths } from '#contracts/suggestion-pages.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { listSuggestions, type Suggestions, settleSuggestion } from '#domain/volunteering/suggestions.ts';
import { deskSuggestionsPage } from '#web/desk/suggestions.tsx';
import { type DeskPorts, type DeskVisit, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { type StaffOperation, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { staffVolunteeringHandler } from './_staff-route.ts';
import { type BoxPorts, ofBox, suggestionsIn } from './_suggestions.ts';

type Ports = StaffPorts & DeskPorts & BoxPorts & { readonly suggestions: Suggestions };

export function createHandler(ports: Ports): HttpFunction {
  const box = ofBox(ports);
  const list = listSuggestions(ports);
  const show = async (
    visit: DeskVisit,
    request: HttpRequest,
    school: School,
    status = 200,
    problem?: ProblemCode,
  ): Promise<HttpResponse> => {
    const context = { ...pageContext(ports, request), url: suggestionPaths.desk(school.schoolId) };
    const { suggestions: all } = await list(school.schoolId);
    return page(deskSuggestionsPage(context, { reader: readerOf(visit), school, suggestions: all, ...(problem && { problem }) }), request, {
      status,
    });
  };
  const settle: StaffOperation<typeof contract, School> = {
    ...box,
    operation: contract,
    run: ({ params, body, member }) => settleSuggestion(ports)({ ...params, ...body, by: member.email }),
  };
  return deskFunction(ports, {
    ...staffApiRoute(ports, settle),
    ...staffFormRoute(ports, settle, {
      body: (form) => ({ settled: form.get('settled') === 'yes' ? true : form.get('settled') === 'no' ? false : undefined }),
      done: ({ subject }, value) => `${suggestionPaths.desk(subject.schoolId)}#${Suggestion.parse(value).suggestionId}`,
      again: (visit, request, school, { status, problem }) => show(visit, request, school, status, problem ?? 'request.invalid'),
    }),
    [`${DESK_SUGGESTIONS_PAGE.method} ${DESK_SUGGESTIONS_PAGE.path}`]: deskRoute(ports, async (visit, request) => {
      const school = await box.subject(request);
      if (!school || !mayDo(visit.member, box.seenBy, school)) throw new Refusal(box.notFound);
      return show(visit, request, school);
    }),
  });
}

export const handler = staffVolunteeringHandler((ports) =>
  createHandler({ ...ports, suggestions: suggestionsIn(ports.volunteeringTable) }),
);
