/** Who of the staff may do what, and where. One pure table; nothing else decides it. */
import type { StaffMember, StaffRole } from '#contracts/resources/staff.ts';
import type { SchoolId } from '#contracts/values.ts';

/**
 * `pledge.decide`: accept, decline, cancel, revise. `money.record`: invoices, payments, goods, gifts, refunds, write-offs. `people.read`: rosters, with
 * names and addresses. `people.manage`: add, move, cancel, note, write to them. `volunteering.read`: what is offered, and figures, without people.
 * `school.edit`: schools, and the district's holidays, which all staff may read. `mail.addresses`: which addresses don't take mail.
 */
export const STAFF_ACTIONS = [
  'campaign.edit',
  'pledge.read',
  'pledge.decide',
  'money.record',
  'campaign.reconcile',
  'school.edit',
  'holidays.read',
  'volunteering.read',
  'figures.rebuild',
  'opportunity.edit',
  'people.read',
  'people.manage',
  'mail.read',
  'mail.addresses',
  'mail.manage',
  'staff.manage',
  'history.read',
  'privacy.manage',
] as const;
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
    'school.edit': 'always',
    'holidays.read': 'always',
    'volunteering.read': 'always',
    'figures.rebuild': 'always',
    'opportunity.edit': 'always',
    'people.read': 'always',
    'people.manage': 'always',
    'mail.read': 'always',
    'mail.addresses': 'always',
    'mail.manage': 'always',
    'staff.manage': 'always',
    'history.read': 'always',
    'privacy.manage': 'always',
  },
  coordinator: {
    'campaign.edit': 'own',
    'pledge.read': 'own',
    'pledge.decide': 'own',
    'money.record': 'own',
    'campaign.reconcile': 'never',
    'school.edit': 'never',
    'holidays.read': 'always',
    'volunteering.read': 'own',
    'figures.rebuild': 'never',
    'opportunity.edit': 'own',
    'people.read': 'own',
    'people.manage': 'own',
    'mail.read': 'never',
    'mail.addresses': 'never',
    'mail.manage': 'never',
    'staff.manage': 'never',
    'history.read': 'own',
    'privacy.manage': 'never',
  },
  viewer: {
    'campaign.edit': 'never',
    'pledge.read': 'own',
    'pledge.decide': 'never',
    'money.record': 'never',
    'campaign.reconcile': 'never',
    'school.edit': 'never',
    'holidays.read': 'always',
    'volunteering.read': 'own',
    'figures.rebuild': 'never',
    'opportunity.edit': 'never',
    'people.read': 'never',
    'people.manage': 'never',
    'mail.read': 'own',
    'mail.addresses': 'never',
    'mail.manage': 'never',
    'staff.manage': 'never',
    'history.read': 'never',
    'privacy.manage': 'never',
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

/** Whether there may be anything of the district that the member may do it with. */
export const mayDoSomewhere = (member: StaffMember, action: StaffAction): boolean => member.active && MAY[member.role][action] !== 'never';
