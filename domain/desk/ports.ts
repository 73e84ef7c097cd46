/** What the desk keeps and asks for: who staff are, and whether a token is theirs. */
import type { StaffMember } from '#contracts/resources/staff.ts';

export interface StaffDirectory {
  /** Consistent. `email` as `normaliseEmail` gives it. */
  find(email: string): Promise<StaffMember | undefined>;
  save(member: StaffMember): Promise<'saved' | 'version-conflict'>;
}

export interface StaffTokens {
  /** Whose token it is; undefined for anything that is not a valid one. Throws when the identity provider can't be asked. */
  verify(token: string): Promise<{ readonly email: string } | undefined>;
}
