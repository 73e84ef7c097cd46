/** What the desk keeps and asks for: who staff are, and whether a token is theirs. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { Language, PersonId } from '#contracts/values.ts';

export interface StaffDirectory {
  /** Consistent. `email` as `normaliseEmail` gives it. */
  find(email: string): Promise<StaffMember | undefined>;
  save(member: StaffMember): Promise<'saved' | 'version-conflict'>;
}

/** Whom to write to that they are at the desk now. Goes by itself after a month. */
export interface Invitation {
  readonly personId: PersonId;
  readonly email: string;
  readonly language: Language;
  readonly invitedAt: string;
}

/** The directory as those know it who change it. */
export interface StaffRegister {
  /** All, by name; consistent. `revision` counts the changes. */
  all(): Promise<{ readonly members: readonly StaffMember[]; readonly revision: number }>;
  /** The member, the history's entry and the invitation, all or none; only on top of this revision of the register and this member's version before. */
  change(change: {
    readonly member: StaffMember;
    readonly entry: StaffHistoryEntry;
    readonly revision: number;
    readonly invitation?: Invitation;
  }): Promise<'saved' | 'conflict'>;
}

export interface Invitations {
  /** Consistent. */
  find(personId: PersonId): Promise<Invitation | undefined>;
}

/** How an invitation goes before its time. Harmless to repeat. */
export interface InvitationTraces {
  remove(personId: PersonId): Promise<void>;
}

export interface StaffTokens {
  /** Whose token it is; undefined for anything that is not a valid one. Throws when the identity provider can't be asked. */
  verify(token: string): Promise<{ readonly email: string } | undefined>;
}

/** What a sign-in that is under way must prove when it comes back (RFC 6749 §10.12, OpenID Connect Core §3.1.2.1, RFC 7636). */
export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Signing in at the district's identity provider. All throw when it can't be asked. */
export interface SignIn {
  /** Where to send the browser, and what to keep until it comes back. */
  begin(): Promise<{ readonly url: string; readonly flow: SignInFlow }>;
  /**
   * Who came back to `callbackUrl`, which is the whole address with its query. Undefined when nobody signed in: they changed their mind, or what
   * came back is not the answer to this flow, was used before, or is for an address that the provider has not verified.
   */
  finish(callbackUrl: string, flow: SignInFlow): Promise<{ readonly email: string } | undefined>;
  /** Where to send the browser to be signed out of the provider, too; undefined when the provider has no such page. */
  end(): Promise<string | undefined>;
}

/** What is sealed, so that nothing sealed for one purpose is good for another. */
export type SealPurpose = 'session' | 'sign-in';

/** Seals that only we can make, alter and read. Throw when the desk's key can't be read. */
export interface Seals {
  seal(purpose: SealPurpose, content: Readonly<Record<string, unknown>>): Promise<string>;
  /** What was sealed; undefined for anything that was not sealed for this purpose with this key. */
  open(purpose: SealPurpose, sealed: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** A token for the forms that are drawn for a session. */
  formToken(sessionId: string): Promise<string>;
  isFormToken(sessionId: string, token: string): Promise<boolean>;
  /** An id that nobody can guess. */
  newId(): string;
}
