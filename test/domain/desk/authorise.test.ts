/** Who of the staff may do what, cell by cell. */
import { describe, expect, it } from 'vitest';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo, STAFF_ACTIONS, type StaffAction } from '#domain/desk/authorise.ts';
import { schoolId } from '#test/support/builders.ts';

const member = (with_: Partial<StaffMember>): StaffMember => ({
  email: 'dana@riverbend.example',
  name: 'Dana Whitfield',
  role: 'admin',
  schools: [],
  active: true,
  version: 1,
  ...with_,
});
const WHO = {
  admin: member({}),
  coordinator: member({ role: 'coordinator', schools: [schoolId(1)] }),
  'coordinator of none': member({ role: 'coordinator' }),
  'viewer of a school': member({ role: 'viewer', schools: [schoolId(1)] }),
  viewer: member({ role: 'viewer' }),
  'admin who left': member({ active: false }),
  'viewer who left': member({ role: 'viewer', active: false }),
};
const WHERE = { 'own school': { schoolId: schoolId(1) }, 'another school': { schoolId: schoolId(2) }, district: {} };

/** `o`: own school, `a`: another, `d`: district. */
const ALLOWED: Record<keyof typeof WHO, Record<StaffAction, string>> = {
  admin: { 'campaign.edit': 'oad', 'pledge.read': 'oad', 'pledge.decide': 'oad', 'money.record': 'oad', 'campaign.reconcile': 'oad' },
  coordinator: { 'campaign.edit': 'o', 'pledge.read': 'o', 'pledge.decide': 'o', 'money.record': 'o', 'campaign.reconcile': '' },
  'coordinator of none': { 'campaign.edit': '', 'pledge.read': '', 'pledge.decide': '', 'money.record': '', 'campaign.reconcile': '' },
  'viewer of a school': { 'campaign.edit': '', 'pledge.read': 'o', 'pledge.decide': '', 'money.record': '', 'campaign.reconcile': '' },
  viewer: { 'campaign.edit': '', 'pledge.read': 'oad', 'pledge.decide': '', 'money.record': '', 'campaign.reconcile': '' },
  'admin who left': { 'campaign.edit': '', 'pledge.read': '', 'pledge.decide': '', 'money.record': '', 'campaign.reconcile': '' },
  'viewer who left': { 'campaign.edit': '', 'pledge.read': '', 'pledge.decide': '', 'money.record': '', 'campaign.reconcile': '' },
};

describe.each(Object.keys(WHO) as (keyof typeof WHO)[])('%s', (who) => {
  it.each(STAFF_ACTIONS)('%s', (action) => {
    const allowed = Object.entries(WHERE)
      .filter(([, scope]) => mayDo(WHO[who], action, scope))
      .map(([where]) => where[0]);
    expect(allowed.join('')).toBe(ALLOWED[who][action]);
  });
});
