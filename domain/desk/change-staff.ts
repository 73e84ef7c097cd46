/**
 * Admins invite members of staff and change what they may do. The district always keeps an active admin: each change stands on the whole
 * register as it was read, so that two who leave at once cannot both have counted on the other.
 */
import type { StaffDeed, StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffChanges, StaffEntry, StaffInvitation, StaffMember } from '#contracts/resources/staff.ts';
import { same } from '#contracts/same.ts';
import type { Language, SchoolId } from '#contracts/values.ts';
import { changesBetween } from '../changes.ts';
import { normaliseEmail } from '../person.ts';
import type { Clock, People } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import type { StaffRegister } from './ports.ts';

export interface ChangeStaffPorts {
  readonly register: StaffRegister;
  readonly people: People;
  readonly clock: Clock;
  /** Those there are. */
  readonly schools: { all(): Promise<readonly { readonly schoolId: SchoolId }[]> };
  readonly languages: readonly Language[];
}

type Refused<Code> = { readonly code: Code };
type Saved<Code> = Promise<Result<StaffEntry, Refused<Code | 'school.not-found' | 'request.conflict'>>>;

/** Others may change the register meanwhile; so often in a row is not by chance. */
const TRIES = 5;

export const entryOf = ({ email, name, role, schools, active, since, version }: StaffMember): StaffEntry => ({
  email,
  name,
  role,
  schools,
  active,
  ...(since !== undefined && { since }),
  version,
});

export const listStaff =
  ({ register }: Pick<ChangeStaffPorts, 'register'>) =>
  async (): Promise<{ readonly staff: StaffEntry[] }> => ({ staff: (await register.all()).members.map(entryOf) });

/** Repeatable: who is there as asked for was invited by this very request. */
export const inviteStaff =
  (ports: ChangeStaffPorts) =>
  async ({ by, invitation }: { readonly by: string; readonly invitation: StaffInvitation }): Saved<'staff.already'> => {
    const email = normaliseEmail(invitation.email);
    const { name, role } = invitation;
    const schools = schoolsOf(invitation);
    if (!(await areThere(ports, schools))) return refused({ code: 'school.not-found' });
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { members, revision } = await ports.register.all();
      const there = members.find((one) => one.email === email);
      const now = iso(ports.clock.now());
      if (there) {
        const asAsked = there.active && same([there.name, there.role, there.schools, there.version], [name, role, schools, 1]);
        return asAsked ? ok(entryOf(there)) : refused({ code: 'staff.already' });
      }
      const member: StaffMember = { email, name, role, schools, active: true, since: now, version: 1 };
      const language = ports.languages.find((one) => one === invitation.language) ?? ports.languages[0] ?? 'en';
      const told = { personId: await ports.people.identify(email), email, language, invitedAt: now };
      const entry = historyEntry('staff.invited', by, now, undefined, member);
      if ((await ports.register.change({ member, entry, revision, invitation: told })) === 'saved') return ok(entryOf(member));
    }
    return refused({ code: 'request.conflict' });
  };

/** Who is no longer active is signed out at once, and stays so when they come back. */
export const saveStaff =
  (ports: Omit<ChangeStaffPorts, 'people' | 'languages'>) =>
  async ({
    by,
    changes,
  }: {
    readonly by: string;
    readonly changes: StaffChanges;
  }): Saved<'staff.not-found' | 'staff.last-admin' | 'version.conflict'> => {
    const email = normaliseEmail(changes.email);
    const { name, role, active } = changes;
    const schools = schoolsOf(changes);
    if (!(await areThere(ports, schools))) return refused({ code: 'school.not-found' });
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { members, revision } = await ports.register.all();
      const before = members.find((one) => one.email === email);
      if (!before) return refused({ code: 'staff.not-found' });
      const wanted = { ...before, name, role, schools, active };
      // a repeat of what was done, too
      if (same(wanted, before)) return ok(entryOf(before));
      if (before.version !== changes.version) return refused({ code: 'version.conflict' });
      const now = iso(ports.clock.now());
      const member: StaffMember = { ...wanted, version: before.version + 1, ...(before.active && !active && { sessionsFrom: now }) };
      const others = members.filter((one) => one.email !== email);
      if (![...others, member].some(isActiveAdmin)) return refused({ code: 'staff.last-admin' });
      const entry = historyEntry('staff.changed', by, now, before, member);
      if ((await ports.register.change({ member, entry, revision })) === 'saved') return ok(entryOf(member));
    }
    return refused({ code: 'request.conflict' });
  };

const isActiveAdmin = ({ role, active }: StaffMember): boolean => role === 'admin' && active;

const schoolsOf = ({ role, schools }: Pick<StaffMember, 'role' | 'schools'>): SchoolId[] =>
  role === 'admin' ? [] : [...new Set(schools)].sort();

async function areThere({ schools }: Pick<ChangeStaffPorts, 'schools'>, named: readonly SchoolId[]): Promise<boolean> {
  if (named.length === 0) return true;
  const known = new Set((await schools.all()).map(({ schoolId }) => schoolId));
  return named.every((one) => known.has(one));
}

function historyEntry(
  what: StaffDeed,
  by: string,
  at: string,
  before: StaffMember | undefined,
  { sessionsFrom: _own, since: _at, ...after }: StaffMember,
): StaffHistoryEntry {
  const { sessionsFrom: _before, since: _since, ...was } = before ?? {};
  return { at, by, what, about: after.email, ref: String(after.version), changes: [...changesBetween(before && was, after)] };
}
