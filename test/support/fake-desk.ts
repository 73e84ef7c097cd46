/** Staff in memory: a directory, and tokens that say who they are in clear. */
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { StaffDirectory, StaffTokens } from '#domain/desk/ports.ts';
import { schoolId } from './builders.ts';

export const DANA = 'dana@riverbend.example';

const member = (email: string, with_: Partial<StaffMember>): StaffMember => ({
  email,
  name: 'Somebody',
  role: 'admin',
  schools: [],
  active: true,
  version: 1,
  ...with_,
});

/** Dana is admin; Luis coordinates school 1, Hannah school 2; Pat looks; Ivan left. */
export function fakeDesk(): { readonly staff: StaffDirectory; readonly staffTokens: StaffTokens } {
  const members = new Map(
    [
      member(DANA, {}),
      member('luis@riverbend.example', { role: 'coordinator', schools: [schoolId(1)] }),
      member('hannah@riverbend.example', { role: 'coordinator', schools: [schoolId(2)] }),
      member('pat@riverbend.example', { role: 'viewer' }),
      member('ivan@riverbend.example', { active: false }),
    ].map((one) => [one.email, one]),
  );
  return {
    staff: {
      find: async (email) => members.get(email),
      async save(one) {
        if ((members.get(one.email)?.version ?? 0) !== one.version - 1) return 'version-conflict';
        members.set(one.email, one);
        return 'saved';
      },
    },
    staffTokens: {
      verify: async (token) => (token.startsWith('token-of-') ? { email: token.slice('token-of-'.length) } : undefined),
    },
  };
}

export const asStaff = (email: string): { readonly authorization: string } => ({ authorization: `Bearer token-of-${email}` });
