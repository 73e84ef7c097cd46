/** Staff add a school or save its changed details: with the history of it, and only if nobody saved since it was read. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { School, SchoolToSave } from '#contracts/resources/school.ts';
import { same } from '#contracts/same.ts';
import type { Email } from '#contracts/values.ts';
import { changesBetween } from '../changes.ts';
import type { Clock, StaffHistory } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import type { Definitions, Schools } from './ports.ts';

export interface SaveSchoolPorts {
  readonly schools: Schools;
  readonly definitions: Definitions;
  readonly history: StaffHistory;
  readonly clock: Clock;
}
export type SaveSchoolError =
  | { readonly code: 'school.changed-meanwhile'; readonly meanwhile: readonly StaffHistoryEntry[]; readonly version: number }
  | { readonly code: 'request.conflict' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

export const saveSchool =
  (ports: SaveSchoolPorts) =>
  async ({ details, by }: { readonly details: SchoolToSave; readonly by: Email }): Promise<Result<School, SaveSchoolError>> => {
    const before = await ports.schools.find(details.schoolId);
    if (before && same({ ...details, version: before.version }, before)) return ok(before);
    if ((before?.version ?? 0) !== details.version) return changedMeanwhile(ports, details);
    if (!isZone(details.zone)) {
      const detail = 'not a time zone of the IANA database';
      return refused({ code: 'request.invalid', fields: [{ pointer: '/zone', code: 'zone.unknown', detail }] });
    }
    const school = { ...details, version: details.version + 1 };
    const outcome = await ports.definitions.saveSchool(school, {
      at: iso(ports.clock.now()),
      by,
      what: before ? 'school.changed' : 'school.added',
      about: school.schoolId,
      ref: String(school.version),
      schoolId: school.schoolId,
      changes: [...changesBetween(before, school)],
    });
    if (outcome === 'saved') return ok(school);
    if (outcome === 'busy') return refused({ code: 'request.conflict' });
    if (outcome === 'version-conflict') return changedMeanwhile(ports, details);
    const detail = `another school has the address /schools/${details.slug}`;
    return refused({ code: 'request.invalid', fields: [{ pointer: '/slug', code: 'slug.taken', detail }] });
  };

async function changedMeanwhile(
  { history, schools }: SaveSchoolPorts,
  { schoolId, version }: SchoolToSave,
): Promise<Result<never, SaveSchoolError>> {
  const [entries, stored] = await Promise.all([history.about(schoolId), schools.find(schoolId)]);
  const meanwhile = entries.filter(({ ref }) => Number(ref) > version);
  return refused({ code: 'school.changed-meanwhile', meanwhile, version: stored?.version ?? 0 });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
