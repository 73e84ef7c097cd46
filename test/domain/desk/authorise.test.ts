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

/** `o`: own school, `a`: another, `d`: district. Nobody who is not named here may. */
const NOTHING = Object.fromEntries(STAFF_ACTIONS.map((action) => [action, ''])) as Record<StaffAction, string>;
const ALLOWED: Record<keyof typeof WHO, Record<StaffAction, string>> = {
  admin: {
    'campaign.edit': 'oad',
    'pledge.read': 'oad',
    'pledge.decide': 'oad',
    'money.record': 'oad',
    'campaign.reconcile': 'oad',
    'school.edit': 'oad',
    'holidays.read': 'oad',
    'volunteering.read': 'oad',
    'figures.rebuild': 'oad',
    'opportunity.edit': 'oad',
    'people.read': 'oad',
    'people.manage': 'oad',
    'mail.read': 'oad',
    'mail.addresses': 'oad',
    'mail.manage': 'oad',
    'staff.manage': 'oad',
    'history.read': 'oad',
    'privacy.manage': 'oad',
  },
  coordinator: {
    ...NOTHING,
    'campaign.edit': 'o',
    'pledge.read': 'o',
    'pledge.decide': 'o',
    'money.record': 'o',
    'holidays.read': 'oad',
    'volunteering.read': 'o',
    'opportunity.edit': 'o',
    'people.read': 'o',
    'people.manage': 'o',
    'history.read': 'o',
  },
  'coordinator of none': { ...NOTHING, 'holidays.read': 'oad' },
  'viewer of a school': { ...NOTHING, 'pledge.read': 'o', 'holidays.read': 'oad', 'volunteering.read': 'o', 'mail.read': 'o' },
  viewer: { ...NOTHING, 'pledge.read': 'oad', 'holidays.read': 'oad', 'volunteering.read': 'oad', 'mail.read': 'oad' },
  'admin who left': NOTHING,
  'viewer who left': NOTHING,
};

describe.each(Object.keys(WHO) as (keyof typeof WHO)[])('%s', (who) => {
  it.each(STAFF_ACTIONS)('%s', (action) => {
    const allowed = Object.entries(WHERE)
      .filter(([, scope]) => mayDo(WHO[who], action, scope))
      .map(([where]) => where[0]);
    expect(allowed.join('')).toBe(ALLOWED[who][action]);
  });
});
