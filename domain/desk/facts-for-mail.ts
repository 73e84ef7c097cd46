/** What a mail to a new member of staff has to know. */
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { Language, PersonId } from '#contracts/values.ts';
import type { Invitations, StaffDirectory } from './ports.ts';

export const staffFacts = ({ invitations, staff }: { readonly invitations: Invitations; readonly staff: StaffDirectory }) => ({
  /** Undefined for who left before they were told. */
  async of(personId: PersonId): Promise<(Pick<StaffMember, 'name' | 'email' | 'role'> & { readonly language: Language }) | undefined> {
    const invitation = await invitations.find(personId);
    const member = invitation && (await staff.find(invitation.email));
    if (!invitation || !member?.active) return undefined;
    return { name: member.name, email: member.email, role: member.role, language: invitation.language };
  },
});
