/** A school: a place with a name, a slug and a time zone. The district itself can stand here for help it asks for as a whole. */
import * as z from 'zod/mini';
import { Email, line, Phone, SchoolId, Slug, TimeZone } from '../values.ts';

/** Who to ask: a member of staff, shown in public. */
export const Contact = z.strictObject({
  name: line(100),
  email: Email,
  phone: z.optional(Phone),
});
export type Contact = z.infer<typeof Contact>;

export const School = z.strictObject({
  schoolId: SchoolId,
  slug: Slug,
  name: line(120),
  /** One line, as for a map search. */
  address: line(200),
  zone: TimeZone,
  contact: Contact,
  /** Counts saves; a save names the version it read. */
  version: z.int().check(z.gte(1)),
});
export type School = z.infer<typeof School>;

/** As staff send it: `version` is the one it was read at, 0 for what is new. */
export const SchoolToSave = z.extend(School, { version: z.int().check(z.gte(0)) });
export type SchoolToSave = z.infer<typeof SchoolToSave>;
