/** The district's holidays on a page of the desk: as they are kept, as they were typed, and on which of them series have dates. */
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Holidays } from '#contracts/resources/holidays.ts';
import { dayAt } from '#domain/days.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { iso } from '#domain/time.ts';
import { datesOnHolidays } from '#domain/volunteering/holiday-dates.ts';
import { HOLIDAYS } from '#domain/volunteering/holidays.ts';
import { type DatesOnHolidays, type DeskHolidaysModel, deskHolidaysPage } from '#web/desk/index.ts';
import { type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffVolunteeringPorts } from './_staff-route.ts';

type Ports = Pick<StaffVolunteeringPorts, 'schools' | 'definitions' | 'history' | 'district' | 'clock'>;

export async function showHolidays(
  ports: Ports,
  visit: DeskVisit,
  request: HttpRequest,
  more: Pick<DeskHolidaysModel, 'values' | 'errors' | 'problem' | 'meanwhile' | 'done' | 'dates'> & { readonly status?: number },
): Promise<HttpResponse> {
  const { status, ...shown } = more;
  const mayEdit = mayDo(visit.member, 'school.edit', {});
  const html = deskHolidaysPage(
    { ...pageContext(ports, request), url: deskPaths.holidays },
    {
      reader: readerOf(visit),
      today: dayAt(ports.clock.now(), ports.district.zone),
      mayEdit,
      history: mayEdit ? await ports.history.about(HOLIDAYS) : [],
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** Of the schools that the member may look at: as many reads as their lists of opportunities take. */
export async function seriesOnHolidays(
  { schools, definitions, clock }: Pick<Ports, 'schools' | 'definitions' | 'clock'>,
  { member }: DeskVisit,
  { holidays }: Holidays,
): Promise<readonly DatesOnHolidays[]> {
  const now = clock.now();
  const own = (await schools.all()).filter((school) => mayDo(member, 'volunteering.read', school));
  const found = await Promise.all(
    own.map(async (school) =>
      (await definitions.allOfSchool(school.schoolId, iso(now))).map(({ opportunity }) => ({
        opportunity,
        school,
        dates: datesOnHolidays(opportunity, holidays, { now, zone: school.zone }),
      })),
    ),
  );
  return found.flat().filter(({ dates }) => dates.length > 0);
}
