/** The directory of staff for those who change it. Beside the members lies a counter, on which every change stands. */
import * as z from 'zod/mini';
import { StaffMember } from '#contracts/resources/staff.ts';
import { Email, Instant, Language, PersonId } from '#contracts/values.ts';
import type { Invitation, Invitations, InvitationTraces, StaffRegister } from '#domain/desk/ports.ts';
import { DAY, iso, millis } from '#domain/time.ts';
import type { Remove } from './removals.ts';
import { historyItem } from './staff-history.ts';
import { ABSENT, type Item, type Key, type Table, ttl } from './table.ts';
import type { Transact } from './transactions.ts';

const MEMBERS = 'STAFF';
/** Sorts behind all members, so that it is read after them. */
const REGISTER: Key = { pk: MEMBERS, sk: 'REGISTER' };
const KEPT_MS = 30 * DAY;

const InvitationItem = z.object({ personId: PersonId, email: Email, language: Language, invitedAt: Instant });
const INVITATION = 'INVITATION#';
const invitationKey = (personId: string): Key => ({ pk: `${INVITATION}${personId}`, sk: 'INVITATION' });

export const isInvitation = (item: Item): boolean => String(item.pk).startsWith(INVITATION);
export const invitationOf = (item: Item): Invitation => InvitationItem.parse(item);

export function staffRegister(table: Table, transact: Transact): StaffRegister {
  return {
    async all() {
      // one item, read first: whatever changed since then makes a change on top of it a conflict
      const counter = await table.get(REGISTER);
      const items = await table.query(
        { condition: 'pk = :pk AND begins_with(sk, :email)', values: { ':pk': MEMBERS, ':email': 'EMAIL#' } },
        { consistent: true },
      );
      const members = items.map(({ member }) => StaffMember.parse(member));
      return {
        members: members.toSorted((a, b) => a.name.localeCompare(b.name)),
        revision: z.catch(z.int(), 0).parse(counter?.revision),
      };
    },
    async change({ member, entry, revision, invitation }) {
      const names = { '#version': 'version' };
      const before = member.version - 1;
      const outcome = await transact([
        {
          put: { ...REGISTER, revision: revision + 1 },
          condition: revision === 0 ? ABSENT : { condition: 'revision = :revision', values: { ':revision': revision } },
        },
        {
          put: { pk: MEMBERS, sk: `EMAIL#${member.email}`, member, version: member.version },
          condition: before === 0 ? ABSENT : { condition: '#version = :before', names, values: { ':before': before } },
        },
        { put: historyItem(entry), condition: ABSENT },
        ...(invitation
          ? [{ put: { ...invitationKey(invitation.personId), ...invitation, expiresAt: ttl(iso(millis(invitation.invitedAt) + KEPT_MS)) } }]
          : []),
      ]);
      return outcome.kind === 'done' ? 'saved' : 'conflict';
    },
  };
}

export const invitations = (table: Table): Invitations => ({
  async find(personId) {
    const item = await table.get(invitationKey(personId));
    return item && invitationOf(item);
  },
});

export const invitationTraces = (remove: Remove): InvitationTraces => ({ remove: (personId) => remove(invitationKey(personId)) });
