/** Who of the staff may do what, and where. One pure table; nothing else decides it. */
import type { StaffMember, StaffRole } from '#contracts/resources/staff.ts';
import type { SchoolId } from '#contracts/values.ts';

/** `pledge.decide`: accept, decline, cancel, revise. `money.record`: invoices, payments, goods, gifts, refunds, write-offs. */
export const STAFF_ACTIONS = ['campaign.edit', 'pledge.read', 'pledge.decide', 'money.record', 'campaign.reconcile'] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/** Where something belongs: to a school, or to the district as a whole. */
export interface Scope {
  readonly schoolId?: SchoolId | undefined;
}

/** `own`: in one's own schools only, never what is the district's. */
const MAY: Readonly<Record<StaffRole, Readonly<Record<StaffAction, 'always' | 'own' | 'never'>>>> = {
  admin: {
    'campaign.edit': 'always',
    'pledge.read': 'always',
    'pledge.decide': 'always',
    'money.record': 'always',
    'campaign.reconcile': 'always',
  },
  coordinator: {
    'campaign.edit': 'own',
    'pledge.read': 'own',
    'pledge.decide': 'own',
    'money.record': 'own',
    'campaign.reconcile': 'never',
  },
  viewer: {
    'campaign.edit': 'never',
    'pledge.read': 'own',
    'pledge.decide': 'never',
    'money.record': 'never',
    'campaign.reconcile': 'never',
  },
};

export function mayDo(member: StaffMember, action: StaffAction, { schoolId }: Scope): boolean {
  if (!member.active) return false;
  const may = MAY[member.role][action];
  if (may !== 'own') return may === 'always';
  // a viewer without schools looks everywhere
  if (member.role === 'viewer' && member.schools.length === 0) return true;
  return schoolId !== undefined && member.schools.includes(schoolId);
}
