/** A member of staff: known by the e-mail address that the district's identity provider vouches for. */
import * as z from 'zod/mini';
import { Email, Instant, Language, PersonName, SchoolId } from '../values.ts';

/** `admin`: the whole district. `coordinator`: everything of their schools. `viewer`: looks, in their schools or, without any named, everywhere. */
export const StaffRole = z.enum(['admin', 'coordinator', 'viewer']);
export type StaffRole = z.infer<typeof StaffRole>;

export const StaffMember = z.strictObject({
  /** Normalised: all lower case. */
  email: Email,
  name: PersonName,
  role: StaffRole,
  schools: z.array(SchoolId),
  active: z.boolean(),
  /** When they were invited; absent for who was put there by hand. */
  since: z.optional(Instant),
  /** Sessions at the desk that began then or before are over. For us alone: no answer of the API has it. */
  sessionsFrom: z.optional(Instant),
  version: z.int().check(z.gte(1)),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** A member as admins see them. */
export const StaffEntry = z.object({
  email: Email,
  name: PersonName,
  role: StaffRole,
  schools: z.array(SchoolId),
  active: z.boolean(),
  since: z.optional(Instant),
  version: z.int(),
});
export type StaffEntry = z.infer<typeof StaffEntry>;

const schools = z.array(SchoolId).check(z.maxLength(200));

/** An admin’s schools are all, whatever is named. */
export const StaffInvitation = z.strictObject({
  email: Email.check(z.maxLength(120, 'email.too-long')),
  name: PersonName,
  role: StaffRole,
  schools,
  /** Of the mail; without it, or where the district does not offer it, the district’s first. */
  language: z.optional(Language),
});
export type StaffInvitation = z.infer<typeof StaffInvitation>;

export const StaffChanges = z.strictObject({
  /** Of the member; an address never changes. */
  email: Email,
  name: PersonName,
  role: StaffRole,
  schools,
  active: z.boolean(),
  /** The version that was seen. */
  version: z.int().check(z.gte(1)),
});
export type StaffChanges = z.infer<typeof StaffChanges>;
