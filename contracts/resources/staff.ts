/** A member of staff: known by the e-mail address that the district's identity provider vouches for. */
import * as z from 'zod/mini';
import { Email, Instant, PersonName, SchoolId } from '../values.ts';

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
  /** Sessions at the desk that began then or before are over. For us alone: no answer of the API has it. */
  sessionsFrom: z.optional(Instant),
  version: z.int().check(z.gte(1)),
});
export type StaffMember = z.infer<typeof StaffMember>;
