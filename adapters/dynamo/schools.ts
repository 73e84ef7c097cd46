/** The district's schools, all in one partition. A slug is an item of its own, so that two schools can't have the same. */
import { School } from '#contracts/resources/school.ts';
import { SchoolId } from '#contracts/values.ts';
import type { Clock } from '#domain/ports.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { remembered } from './remembered.ts';
import { type Condition, type Item, type Key, saveVersion, type Table } from './table.ts';

const DISTRICT = 'DISTRICT';
const SCHOOL = 'SCHOOL#';
export const schoolKey = (schoolId: string): Key => ({ pk: DISTRICT, sk: `${SCHOOL}${schoolId}` });
const slugKey = (slug: string): Key => ({ pk: DISTRICT, sk: `SLUG#${slug}` });

/** Schools change a few times a year; pages may show them this old. */
const REMEMBER_MS = 5_000;

export const schoolItem = (school: School): Key & Item & { readonly version: number } => ({
  ...schoolKey(school.schoolId),
  school,
  version: school.version,
});
/** Takes the school's slug, if it is no other's. */
export const slugWrite = ({ slug, schoolId }: School): { readonly put: Key & Item; readonly condition: Condition } => ({
  put: { ...slugKey(slug), schoolId },
  condition: { condition: 'attribute_not_exists(pk) OR schoolId = :school', values: { ':school': schoolId } },
});
const schoolOf = (item: Item): School => School.parse(item.school);

export function schools(table: Table, clock: Clock): Schools {
  const all = remembered(clock, REMEMBER_MS, async (_district: typeof DISTRICT) => {
    const items = await table.query({
      condition: 'pk = :pk AND begins_with(sk, :sk)',
      values: { ':pk': DISTRICT, ':sk': SCHOOL },
    });
    return items.map(schoolOf).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  });

  const find = async (schoolId: SchoolId): Promise<School | undefined> => {
    const item = await table.get(schoolKey(schoolId));
    return item && schoolOf(item);
  };

  return {
    all: () => all(DISTRICT),
    find,
    async bySlug(slug) {
      const claim = await table.get(slugKey(slug));
      return claim && find(SchoolId.parse(claim.schoolId));
    },
    async save(school) {
      // the slug first: a crash in between leaves a slug that leads to this very school, and the repeat passes
      const slug = slugWrite(school);
      if (!(await table.put(slug.put, slug.condition)).done) return 'slug-taken';
      return saveVersion(table, schoolItem(school));
    },
  };
}
