/** Staff in memory: a directory, tokens and a provider's answers that say who they are in clear, and real seals. */
import { deskSeals } from '#adapters/identity/seals.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type {
  Invitation,
  Invitations,
  InvitationTraces,
  Seals,
  SignIn,
  StaffDirectory,
  StaffRegister,
  StaffTokens,
} from '#domain/desk/ports.ts';
import { schoolId } from './builders.ts';
import { fakeDeletions } from './fake-deletions.ts';
import { fakeStaffHistory } from './fake-history.ts';

export const DANA = 'dana@riverbend.example';
/** Looks at school 1 and does nothing; comes with `withVera`. */
export const VERA = 'vera@riverbend.example';
/** The status of a page that has people of school 1 in it, for each who is at the desk. */
export const WHO_SEES_PEOPLE = [
  [DANA, 200],
  ['luis@riverbend.example', 200],
  ['hannah@riverbend.example', 404],
  ['pat@riverbend.example', 404],
  [VERA, 404],
] as const;
export const withVera = (staff: StaffDirectory) => staff.save(member(VERA, { name: 'Vera', role: 'viewer', schools: [schoolId(1)] }));

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
export function fakeDesk(): {
  readonly staff: StaffDirectory;
  readonly staffTokens: StaffTokens;
  readonly seals: Seals;
  readonly signIn: SignIn;
  readonly register: StaffRegister;
  readonly invitations: Invitations;
  readonly invitationTraces: InvitationTraces;
  readonly deletions: ReturnType<typeof fakeDeletions>;
  /** Of the desk's table. */
  readonly deskHistory: ReturnType<typeof fakeStaffHistory>;
  /** New invitations, as the table's stream has them. */
  readonly invited: Invitation[];
} {
  const members = new Map(
    [
      member(DANA, {}),
      member('luis@riverbend.example', { role: 'coordinator', schools: [schoolId(1)] }),
      member('hannah@riverbend.example', { role: 'coordinator', schools: [schoolId(2)] }),
      member('pat@riverbend.example', { role: 'viewer' }),
      member('ivan@riverbend.example', { active: false }),
    ].map((one) => [one.email, one]),
  );
  const deskHistory = fakeStaffHistory();
  const invited: Invitation[] = [];
  let counted = 0;
  return {
    deskHistory,
    invited,
    deletions: fakeDeletions(),
    invitationTraces: {
      async remove(personId) {
        const at = invited.findIndex((one) => one.personId === personId);
        if (at >= 0) invited.splice(at, 1);
      },
    },
    invitations: { find: async (personId) => invited.find((one) => one.personId === personId) },
    register: {
      all: async () => ({ members: [...members.values()].toSorted((a, b) => a.name.localeCompare(b.name)), revision: counted }),
      async change({ member: one, entry, revision, invitation }) {
        if (revision !== counted || (members.get(one.email)?.version ?? 0) !== one.version - 1) return 'conflict';
        counted += 1;
        members.set(one.email, one);
        await deskHistory.add(entry);
        if (invitation) invited.push(invitation);
        return 'saved';
      },
    },
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
    seals: deskSeals(async () => 'the-key-of-the-desk'.padEnd(64, '.')),
    signIn: fakeSignIn(),
  };
}

export const PROVIDER = 'https://id.district.example';

/** Comes back with `code=code-of-…` and the state it was begun with. */
function fakeSignIn(): SignIn {
  let begun = 0;
  return {
    async begin() {
      begun += 1;
      const flow = { state: `state-${begun}`, nonce: `nonce-${begun}`, verifier: `verifier-${begun}` };
      return { url: `${PROVIDER}/auth?state=${flow.state}&client_id=desk`, flow };
    },
    async finish(callbackUrl, { state }) {
      const query = new URL(callbackUrl).searchParams;
      const [, email] = /^code-of-(.+)$/.exec(query.get('code') ?? '') ?? [];
      return query.get('state') === state && email !== undefined ? { email } : undefined;
    },
    end: async () => `${PROVIDER}/logout`,
  };
}

export const asStaff = (email: string): { readonly authorization: string } => ({ authorization: `Bearer token-of-${email}` });
