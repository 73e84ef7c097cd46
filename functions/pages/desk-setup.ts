/** The desk's pages of schools, holidays and opportunities. What changes them is posted to the operations' own functions. */
import { randomUUID } from 'node:crypto';
import { DESK_SETUP_PAGES, deskPaths } from '#contracts/desk-pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { School } from '#contracts/resources/school.ts';
import { DOOR_PARAMETER, sharePaths } from '#contracts/share-pages.ts';
import { SchoolId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { iso, millis } from '#domain/time.ts';
import { publicOpportunity } from '#domain/volunteering/availability.ts';
import type { OpportunitySummary } from '#domain/volunteering/ports.ts';
import { termsOf } from '#domain/volunteering/publish-opportunity.ts';
import {
  deskOpportunitiesPage,
  deskPreviewWords,
  deskSchoolsPage,
  holidaysFormOf,
  opportunityFormOf,
  schoolFormOf,
  withEmptyHolidays,
  withRows,
} from '#web/desk/index.ts';
import { opportunityPage } from '#web/pages/index.ts';
import { type DeskHandler, type DeskVisit, deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { page } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { seriesOnHolidays, showHolidays } from '../volunteering/_desk-holidays.ts';
import { showOpportunity } from '../volunteering/_desk-opportunity.ts';
import { freshOpportunity, showOpportunityForm } from '../volunteering/_desk-opportunity-form.ts';
import { showSchoolForm } from '../volunteering/_desk-school.ts';
import {
  type OpportunitySubject,
  opportunityOf,
  type StaffVolunteeringPorts,
  staffVolunteeringHandler,
} from '../volunteering/_staff-route.ts';
import { showPoster } from './_share.ts';

type Ports = Omit<StaffVolunteeringPorts, 'staffTokens' | 'slots'>;

export function createHandler(ports: Ports): HttpFunction {
  const { schools, definitions, ids, clock, district } = ports;
  const seenBy = async ({ member }: DeskVisit): Promise<readonly School[]> =>
    (await schools.all()).filter((school) => mayDo(member, 'volunteering.read', school));
  const subjectOf = async ({ member }: DeskVisit, request: HttpRequest): Promise<OpportunitySubject> => {
    const subject = await opportunityOf(ports, request);
    if (!subject || !mayDo(member, 'volunteering.read', subject)) throw new Refusal('opportunity.not-found');
    return subject;
  };
  const schoolOf = async (schoolId: SchoolId): Promise<School> => {
    const school = await schools.find(schoolId);
    if (!school) throw new Refusal('school.not-found');
    return school;
  };
  const done = (request: HttpRequest) => {
    const what = request.query.get('done');
    return what === null ? {} : { done: what, ...(request.query.get('told') === 'yes' && { told: true as const }) };
  };

  const showOpportunities: DeskHandler = async (visit, request) => {
    const own = await seenBy(visit);
    const asked = request.query.get('school');
    const school = asked === null ? own[0] : own.find(({ schoolId }) => schoolId === asked);
    if (asked !== null && !school) throw new Refusal('school.not-found');
    const past = request.query.get('past') === 'yes';
    const now = clock.now();
    // what was filled long ago is read only for who asks for it
    const all = school ? await definitions.allOfSchool(school.schoolId, past ? '0' : iso(now)) : [];
    const rows = all.map((summary) => rowOf(summary, now));
    const html = deskOpportunitiesPage(pageContext(ports, request), {
      reader: readerOf(visit),
      schools: own,
      ...(school && { school }),
      rows: rows.filter((row) => past || !(row.over || row.status === 'archived')).sort(bySoonest),
      past,
      mayEdit: school !== undefined && mayDo(visit.member, 'opportunity.edit', school),
    });
    return page(html, request);
  };

  const showNew: DeskHandler = async (visit, request) => {
    const schoolId = SchoolId.safeParse(request.query.get('school'));
    if (!schoolId.success || !mayDo(visit.member, 'volunteering.read', { schoolId: schoolId.data })) throw new Refusal('school.not-found');
    allow(visit.member, 'opportunity.edit', { schoolId: schoolId.data });
    const school = await schoolOf(schoolId.data);
    const fresh = freshOpportunity(ports, school, randomUUID());
    const empty = opportunityFormOf({ ...fresh, languages: [...district.languages] }, school.zone, district.languages);
    const rows = withRows(empty, 'add-slot', { slot: () => ids.slotId(fresh.opportunityId, randomUUID()), question: () => '' });
    return showOpportunityForm(ports, visit, request, { school, stored: undefined }, { values: rows?.values ?? empty, errors: [] });
  };

  const showEdit: DeskHandler = async (visit, request) => {
    const stored = await subjectOf(visit, request);
    allow(visit.member, 'opportunity.edit', stored);
    const school = await schoolOf(stored.schoolId);
    const values = opportunityFormOf(stored.opportunity, school.zone, district.languages);
    return showOpportunityForm(ports, visit, request, { school, stored }, { values, errors: [] });
  };

  /** As it will be when it is published: every slot open and empty. */
  const asPublished = async ({ opportunity, schoolId }: OpportunitySubject): Promise<PublicOpportunity> => {
    const published = { ...opportunity, status: 'published' as const };
    const figures = opportunity.slots.map((slot) => ({ slotId: slot.slotId, taken: 0, held: 0, waiting: 0, ...termsOf(published, slot) }));
    return publicOpportunity({ opportunity: published, figures }, await schoolOf(schoolId), clock.now());
  };

  const showDeskPoster: DeskHandler = async (visit, request) => {
    const subject = await subjectOf(visit, request);
    const { opportunityId } = subject.opportunity;
    const isForDoor = request.query.has(DOOR_PARAMETER);
    const path = `${deskPaths.poster(opportunityId)}${isForDoor ? `?${DOOR_PARAMETER}=yes` : ''}`;
    const door = isForDoor ? { door: `${district.siteUrl}${sharePaths.checkIn(opportunityId)}` } : {};
    return showPoster(ports, request, await asPublished(subject), { path, back: deskPaths.opportunity(opportunityId), ...door });
  };

  const showPreview: DeskHandler = async (visit, request) => {
    const subject = await subjectOf(visit, request);
    const { opportunity } = subject;
    const shown = await asPublished(subject);
    const preview = { ...deskPreviewWords(request.language), href: deskPaths.opportunity(opportunity.opportunityId) };
    const context = { ...pageContext(ports, request), url: deskPaths.preview(opportunity.opportunityId) };
    return page(opportunityPage(context, { opportunity: shown, formKey: '', preview }), request);
  };

  const showSchools: DeskHandler = async (visit, request) => {
    allow(visit.member, 'school.edit', {});
    return page(deskSchoolsPage(pageContext(ports, request), { reader: readerOf(visit), schools: await schools.all() }), request);
  };

  const showSchool: DeskHandler = async (visit, request) => {
    allow(visit.member, 'school.edit', {});
    if (request.params.schoolId === 'new') {
      const empty = { slug: '', name: '', address: '', zone: district.zone, contact: { name: '', email: '' }, version: 0 };
      const values = schoolFormOf({ ...empty, schoolId: ids.schoolId('new', randomUUID()) } as never);
      return showSchoolForm(ports, visit, request, { values, errors: [] });
    }
    const schoolId = SchoolId.safeParse(request.params.schoolId);
    if (!schoolId.success) throw new Refusal('school.not-found');
    return showSchoolForm(ports, visit, request, { values: schoolFormOf(await schoolOf(schoolId.data)), errors: [], ...done(request) });
  };

  const showHolidayList: DeskHandler = async (visit, request) => {
    allow(visit.member, 'holidays.read', {});
    const list = await ports.holidays.find();
    const values = holidaysFormOf(list);
    return showHolidays(ports, visit, request, {
      values: list.version === 0 && mayDo(visit.member, 'school.edit', {}) ? withEmptyHolidays(values) : values,
      errors: [],
      ...(request.query.has('done') && { done: true }),
      // the opportunities of all schools are read only for who asks for it
      ...(request.query.has('dates') && { dates: await seriesOnHolidays(ports, visit, list) }),
    });
  };

  const pages: Readonly<Record<keyof typeof DESK_SETUP_PAGES, DeskHandler>> = {
    deskSchools: showSchools,
    deskSchoolForm: showSchool,
    deskHolidays: showHolidayList,
    deskOpportunities: showOpportunities,
    deskNewOpportunity: showNew,
    deskOpportunity: async (visit, request) => showOpportunity(ports, visit, request, await subjectOf(visit, request), done(request)),
    deskOpportunityForm: showEdit,
    deskPreview: showPreview,
    deskPoster: showDeskPoster,
  };
  const routes = Object.entries(DESK_SETUP_PAGES).map(([name, { method, path }]) => [
    `${method} ${path}`,
    deskRoute(ports, pages[name as keyof typeof pages]),
  ]);
  return deskFunction(ports, Object.fromEntries(routes));
}

/** Figures are of slots that are not over. */
function rowOf({ opportunity: { opportunityId, title, status, slots }, figures }: OpportunitySummary, now: number) {
  const starts = slots.flatMap(({ startsAt }) => startsAt ?? []).sort((a, b) => millis(a) - millis(b));
  const nextAt = starts.find((at) => millis(at) >= now);
  const lastAt = starts.at(-1);
  const isOver = status !== 'draft' && slots.length > 0 && slots.every(({ startsAt, endsAt = startsAt }) => endsAt && millis(endsAt) < now);
  return {
    opportunityId,
    title,
    status,
    over: isOver,
    taken: figures.reduce((sum, { taken }) => sum + taken, 0),
    capacity: (figures.length > 0 ? figures : slots).reduce((sum, { capacity }) => sum + capacity, 0),
    ...(nextAt !== undefined && { nextAt }),
    ...(lastAt !== undefined && { lastAt }),
  };
}

type Row = ReturnType<typeof rowOf>;

/** What comes next, then what has no date, then what is over, the latest first. */
const bySoonest = (a: Row, b: Row): number =>
  Number(a.over) - Number(b.over) ||
  (a.over && b.over ? (b.lastAt ?? '').localeCompare(a.lastAt ?? '') : (a.nextAt ?? '9').localeCompare(b.nextAt ?? '9'));

export const handler = staffVolunteeringHandler(createHandler);
