/** `POST /api/opportunities`: staff add an opportunity or save its changed definition; and the form of it at the desk. */
import { randomUUID } from 'node:crypto';
import { saveOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { OpportunityToSave } from '#contracts/resources/opportunity.ts';
import { OpportunityId, SchoolId } from '#contracts/values.ts';
import { instantAt } from '#domain/calendar.ts';
import { keepingSeries } from '#domain/volunteering/kept-series.ts';
import { saveOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { opportunityBody, readNoticeWords, readOpportunityForm, withRows } from '#web/desk/index.ts';
import { apiRoute } from '../_http/api-route.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { Refusal } from '../_http/refusal.ts';
import { seeOther } from '../_http/respond.ts';
import { staffOf } from '../_http/staff.ts';
import { allowSaving } from './_desk-opportunity.ts';
import { showOpportunityForm } from './_desk-opportunity-form.ts';
import { isTold, noticeQuestion, noticeWordsIn } from './_notice.ts';
import { type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export const createHandler = (ports: StaffVolunteeringPorts): HttpFunction => deskFunction(ports, { ...overApi(ports), ...atDesk(ports) });

function overApi(ports: StaffVolunteeringPorts): Routes {
  const key = `${contract.method} ${contract.path}`;
  return {
    [key]: async (request) => {
      const member = await staffOf(ports, request);
      const route = apiRoute(contract, async ({ body: { words, ...definition } }) => {
        await allowSaving(ports, member, definition);
        return saveOpportunity(ports)({ definition, by: member.email, words });
      })[key];
      if (!route) throw new Error(`no route ${key}`);
      return route(request);
    },
  };
}

/** Buttons of the form either change its rows, and it is drawn again, or save it. Saving asks first when people signed up for what changes. */
function atDesk(ports: StaffVolunteeringPorts): Routes {
  const route = deskRoute(ports, async (visit, request) => {
    const posted = readOpportunityForm(visit.form);
    const where = {
      opportunityId: OpportunityId.safeParse(posted.lines.opportunityId),
      schoolId: SchoolId.safeParse(posted.lines.schoolId),
    };
    if (!where.opportunityId.success || !where.schoolId.success) throw new Refusal('opportunity.not-found');
    const { data: opportunityId } = where.opportunityId;
    const stored = await allowSaving(ports, visit.member, { opportunityId, schoolId: where.schoolId.data });
    const school = await ports.schools.find(stored?.opportunity.schoolId ?? where.schoolId.data);
    if (!school) throw new Refusal('school.not-found');
    const show = (more: Parameters<typeof showOpportunityForm>[4]) =>
      showOpportunityForm(ports, visit, request, { school, stored }, { words: readNoticeWords(visit.form), ...more });

    const act = visit.form.get('do') ?? 'save';
    const rows = withRows(posted, act, {
      slot: () => ports.ids.slotId(opportunityId, randomUUID()),
      question: () => ports.ids.questionId(opportunityId, randomUUID()),
    });
    if (rows) {
      const errors = rows.wrong ? [{ pointer: '/fill-day', code: 'fill', detail: '' }] : [];
      return show({ values: rows.values, errors, ...(rows.wrong && { status: 422 }) });
    }
    if (act === 'back') return show({ values: posted, errors: [] });
    const values = act === 'publish' ? { ...posted, lines: { ...posted.lines, status: 'published' } } : posted;
    const parsed = read(
      OpportunityToSave,
      opportunityBody(values, (day, time) => instantAt(day, time, school.zone)),
    );
    if (!parsed.ok) return show({ values: posted, errors: parsed.errors, status: 422 });
    const definition = keepingSeries(parsed.data, stored?.opportunity);
    // who is late is told so
    if (stored?.opportunity.version === definition.version) {
      const question = noticeQuestion(ports, visit, request, { stored, after: definition, school, action: ADDRESS });
      if (question) return question;
    }
    const saved = await saveOpportunity(ports)({ definition, by: visit.member.email, ...noticeWordsIn(visit.form) });
    if (saved.ok) {
      const told = stored !== undefined && isTold(ports, stored, saved.value);
      return seeOther(deskPaths.opportunityDone(opportunityId, contract.operationId, told));
    }
    const { error } = saved;
    const status = PROBLEM_STATUS[error.code];
    if (error.code !== 'opportunity.changed-meanwhile')
      return show({ values: posted, errors: error.code === 'request.invalid' ? error.fields : [], problem: error.code, status });
    // who saves again does so knowingly
    const version = String(error.version);
    const newer = { ...posted, lines: { ...posted.lines, version, status: stored?.opportunity.status ?? posted.lines.status } };
    return show({ values: newer, errors: [], problem: error.code, meanwhile: error.meanwhile, status });
  });
  return { [`POST ${ADDRESS}`]: route };
}

/** Where the form is posted to. */
const ADDRESS = deskFormPath(contract.path);

export const handler = staffVolunteeringHandler(createHandler);
