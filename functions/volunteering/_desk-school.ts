/** The form of a school on a page of the desk. */
import { deskPaths } from '#contracts/desk-pages.ts';
import { SchoolId } from '#contracts/values.ts';
import { type DeskSchoolFormModel, deskSchoolFormPage } from '#web/desk/index.ts';
import { type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffVolunteeringPorts } from './_staff-route.ts';

export async function showSchoolForm(
  ports: Pick<StaffVolunteeringPorts, 'schools' | 'history' | 'district' | 'clock'>,
  visit: DeskVisit,
  request: HttpRequest,
  more: Pick<DeskSchoolFormModel, 'values' | 'errors' | 'problem' | 'done'> & { readonly status?: number },
): Promise<HttpResponse> {
  const { status, values, ...shown } = more;
  const schoolId = SchoolId.safeParse(values.schoolId);
  const saved = schoolId.success ? await ports.schools.find(schoolId.data) : undefined;
  const history = saved ? await ports.history.about(saved.schoolId) : [];
  const late = shown.problem === 'school.changed-meanwhile' && saved !== undefined;
  const html = deskSchoolFormPage(
    { ...pageContext(ports, request), url: deskPaths.school(saved?.schoolId ?? 'new') },
    {
      reader: readerOf(visit),
      // who saves again does so knowingly
      values: late ? { ...values, version: String(saved.version) } : values,
      history,
      ...(saved && { saved }),
      ...(late && { meanwhile: history.filter(({ ref }) => Number(ref) > Number(values.version)) }),
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}
