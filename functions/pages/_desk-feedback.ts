/** The desk's pages of feedback: how the opportunities of a school were, and one of them with what people wrote. */
import { DESK_FEEDBACK_PAGES } from '#contracts/feedback-pages.ts';
import { CommentPlace } from '#contracts/resources/feedback.ts';
import { mayDo, mayDoSomewhere } from '#domain/desk/authorise.ts';
import { type FeedbackResultsPorts, feedbackResults, schoolFeedback } from '#domain/volunteering/feedback-results.ts';
import type { Opportunities } from '#domain/volunteering/ports.ts';
import { deskFeedbackOfPage, deskFeedbackPage } from '#web/desk/index.ts';
import { type DeskHandler, type DeskPorts, deskRoute, readerOf } from '../_http/desk.ts';
import type { Routes } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { page } from '../_http/respond.ts';
import { opportunityOf } from '../volunteering/_staff-route.ts';

export type FeedbackPagesPorts = DeskPorts & FeedbackResultsPorts & { readonly opportunities: Opportunities };

export function feedbackPages(ports: FeedbackPagesPorts): Routes {
  const { deskFeedback, deskFeedbackOf } = DESK_FEEDBACK_PAGES;

  const showSchool: DeskHandler = async (visit, request) => {
    if (!mayDoSomewhere(visit.member, 'people.read')) throw new Refusal('staff.not-allowed');
    const own = (await ports.schools.all()).filter((school) => mayDo(visit.member, 'people.read', school));
    const asked = request.query.get('school');
    const school = asked === null ? own[0] : own.find(({ schoolId }) => schoolId === asked);
    if (asked !== null && !school) throw new Refusal('school.not-found');
    const shown = school && { school, ...(await schoolFeedback(ports)(school.schoolId)) };
    return page(deskFeedbackPage(pageContext(ports, request), { reader: readerOf(visit), schools: own, ...(shown && { shown }) }), request);
  };

  const showOne: DeskHandler = async (visit, request) => {
    const state = await opportunityOf(ports, request);
    if (!state || !mayDo(visit.member, 'people.read', state)) throw new Refusal('opportunity.not-found');
    const before = CommentPlace.safeParse(request.query.get('before') ?? undefined);
    if (!before.success && request.query.has('before')) throw new Refusal('route.not-found');
    const results = await feedbackResults(ports)(state, before.data);
    const model = { reader: readerOf(visit), opportunity: state.opportunity, results, isFirst: before.data === undefined };
    return page(deskFeedbackOfPage(pageContext(ports, request), model), request);
  };

  return {
    [`${deskFeedback.method} ${deskFeedback.path}`]: deskRoute(ports, showSchool),
    [`${deskFeedbackOf.method} ${deskFeedbackOf.path}`]: deskRoute(ports, showOne),
  };
}
