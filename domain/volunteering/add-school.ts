/** Adds a school, or saves its changed details. Repeating it changes nothing. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { School } from '#contracts/resources/school.ts';
import { same } from '#contracts/same.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Schools } from './ports.ts';

export type AddSchool = Omit<School, 'version'>;
export type AddSchoolError =
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'request.conflict' };

export const addSchool =
  ({ schools }: { readonly schools: Schools }) =>
  async (details: AddSchool): Promise<Result<School, AddSchoolError>> => {
    const stored = await schools.find(details.schoolId);
    const school = { ...details, version: (stored?.version ?? 0) + 1 };
    if (stored && same(stored, { ...school, version: stored.version })) return ok(stored);
    const outcome = await schools.save(school);
    if (outcome === 'saved') return ok(school);
    if (outcome === 'version-conflict') return refused({ code: 'request.conflict' });
    const detail = `another school has the address /schools/${details.slug}`;
    return refused({ code: 'request.invalid', fields: [{ pointer: '/slug', code: 'slug.taken', detail }] });
  };
