/** Staff behind a request: the bearer token of the district's identity provider, and the directory's word for what they may do. */
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo, type Scope, type StaffAction } from '#domain/desk/authorise.ts';
import type { StaffDirectory, StaffTokens } from '#domain/desk/ports.ts';
import { Refusal } from './refusal.ts';
import type { HttpRequest } from './request.ts';

export interface StaffPorts {
  readonly staffTokens: StaffTokens;
  readonly staff: StaffDirectory;
}

/** Throws `staff.unknown` without a valid token of somebody who is in the directory and has not left. */
export async function staffOf({ staffTokens, staff }: StaffPorts, request: HttpRequest): Promise<StaffMember> {
  const token = /^Bearer (\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  const known = token === undefined ? undefined : await staffTokens.verify(token);
  const member = known && (await staff.find(known.email));
  if (!member?.active) throw new Refusal('staff.unknown');
  return member;
}

/** Throws `staff.not-allowed`. */
export function allow(member: StaffMember, action: StaffAction, scope: Scope): void {
  if (!mayDo(member, action, scope)) throw new Refusal('staff.not-allowed');
}
