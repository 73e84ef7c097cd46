/** The demo's staff, and their entries in the directory. */
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { StaffDirectory } from '#domain/desk/ports.ts';
import { cedarGrove, lincoln } from './schools.ts';

type DemoMember = Omit<StaffMember, 'version' | 'active'> & { readonly title: string };

export const DEMO_ADMIN = 'dana.whitfield@riverbend.example';

export const DEMO_STAFF: readonly DemoMember[] = [
  {
    email: DEMO_ADMIN,
    name: 'Dana Whitfield',
    role: 'admin',
    schools: [],
    title: 'District partnership office, admin',
  },
  {
    email: 'luis.ortega@riverbend.example',
    name: 'Luis Ortega',
    role: 'coordinator',
    schools: [lincoln.schoolId],
    title: 'Coordinator, Lincoln Elementary',
  },
  {
    email: 'hannah.okafor@riverbend.example',
    name: 'Hannah Okafor',
    role: 'coordinator',
    schools: [cedarGrove.schoolId],
    title: 'Coordinator, Cedar Grove Elementary',
  },
  { email: 'pat.kim@riverbend.example', name: 'Pat Kim', role: 'viewer', schools: [], title: 'Superintendent’s office, viewer' },
];

/** Repeatable. */
export async function seedStaff(directory: StaffDirectory): Promise<void> {
  for (const { title: _title, ...member } of DEMO_STAFF)
    if (!(await directory.find(member.email))) await directory.save({ ...member, active: true, version: 1 });
}
