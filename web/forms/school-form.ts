/** The form of a school at the desk. Reading never refuses and never repairs. */
import type { SchoolToSave } from '#contracts/resources/school.ts';

export const SCHOOL_LINES = [
  'schoolId',
  'version',
  'name',
  'slug',
  'address',
  'zone',
  'contact-name',
  'contact-email',
  'contact-phone',
] as const;
export type SchoolFormValues = Readonly<Record<(typeof SCHOOL_LINES)[number], string>>;

export const schoolFormOf = ({ schoolId, version, name, slug, address, zone, contact }: SchoolToSave): SchoolFormValues => ({
  schoolId,
  version: String(version),
  name,
  slug,
  address,
  zone,
  'contact-name': contact.name,
  'contact-email': contact.email,
  'contact-phone': contact.phone ?? '',
});

export const readSchoolForm = (posted: URLSearchParams): SchoolFormValues =>
  Object.fromEntries(SCHOOL_LINES.map((name) => [name, (posted.get(name) ?? '').trim()])) as SchoolFormValues;

/** The body of `saveSchool`. */
export function schoolBody(values: SchoolFormValues): unknown {
  const { schoolId, version, name, slug, address, zone } = values;
  const phone = values['contact-phone'];
  return {
    schoolId,
    version: /^\d{1,6}$/.test(version) ? Number(version) : version,
    name,
    slug,
    address,
    zone,
    contact: { name: values['contact-name'], email: values['contact-email'], ...(phone !== '' && { phone }) },
  };
}

/** `/contact/email` → `contact-email`. */
export const schoolFieldOf = (pointer: string): string => pointer.slice(1).replace('/', '-');
