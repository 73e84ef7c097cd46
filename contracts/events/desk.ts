/** Events of the desk itself. */
import * as z from 'zod/mini';
import { PersonId } from '../values.ts';
import { event } from './envelope.ts';

/** Somebody was invited to the desk. Their address stays in the desk's table. */
export const StaffInvitedV1 = event('staff.invited.v1', 'crosswalk.desk', z.object({ personId: PersonId }));
export type StaffInvitedV1 = z.infer<typeof StaffInvitedV1>;
