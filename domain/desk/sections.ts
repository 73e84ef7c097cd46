/** Which parts of the desk are there for whom. Each page decides again for itself; this decides what its navigation offers. */
import { DESK_SECTIONS, type DeskSection } from '#contracts/desk-pages.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo, mayDoSomewhere, type StaffAction } from './authorise.ts';

/** What one must be able to do somewhere; `anyone` who is signed in. */
const NEEDS: Readonly<Record<DeskSection, StaffAction | 'anyone'>> = {
  overview: 'anyone',
  queue: 'pledge.read',
  opportunities: 'volunteering.read',
  campaigns: 'pledge.read',
  volunteering: 'volunteering.read',
  mail: 'mail.read',
  schools: 'school.edit',
  staff: 'staff.manage',
  history: 'history.read',
  privacy: 'privacy.manage',
};

/** Of no school: those of the district who may look, and no viewer of some schools. */
const OF_THE_DISTRICT: readonly DeskSection[] = ['mail'];

export const sectionsOf = (member: StaffMember): readonly DeskSection[] =>
  (Object.keys(DESK_SECTIONS) as DeskSection[]).filter((section) => {
    const need = NEEDS[section];
    if (need === 'anyone') return true;
    return OF_THE_DISTRICT.includes(section) ? mayDo(member, need, {}) : mayDoSomewhere(member, need);
  });
