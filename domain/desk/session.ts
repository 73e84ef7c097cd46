/** A member's session at the desk: when it is over, when its cookie is renewed, and where a sign-in may lead. */
import * as z from 'zod/mini';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { Email } from '#contracts/values.ts';
import { HOUR, iso, millis, SECOND } from '../time.ts';

const MINUTE = 60 * SECOND;

/** A session that nobody used for this long is over. */
export const IDLE_MS = 30 * MINUTE;
/** A session is over after this long, however much it is used. */
export const LONGEST_MS = 12 * HOUR;
/** A used session's cookie is not written anew more often. */
export const RENEW_MS = MINUTE;
/** How long somebody may take at the provider's pages. */
export const FLOW_MS = 10 * MINUTE;

/** What the browser keeps, sealed. What its member may do is not in it: the directory says that at each request. */
export const DeskSession = z.strictObject({
  /** Random, new with each sign-in. */
  id: z.string().check(z.minLength(16)),
  /** Normalised. */
  email: Email,
  /** Milliseconds since the epoch. */
  signedInAt: z.int(),
  seenAt: z.int(),
});
export type DeskSession = z.infer<typeof DeskSession>;

/** When it ends if it is not used again. */
export const endsAt = ({ signedInAt, seenAt }: DeskSession): number => Math.min(seenAt + IDLE_MS, signedInAt + LONGEST_MS);

/** `member`: as the directory has them now, if it does. */
export function isOver(session: DeskSession, member: StaffMember | undefined, now: number): boolean {
  if (!member?.active || now >= endsAt(session)) return true;
  return member.sessionsFrom !== undefined && session.signedInAt <= millis(member.sessionsFrom);
}

/** The session as it is to be kept from now on; undefined as long as what the browser has will do. */
export const renewed = (session: DeskSession, now: number): DeskSession | undefined =>
  now - session.seenAt < RENEW_MS ? undefined : { ...session, seenAt: now };

/** Ends all sessions that began until now, and in any case this one, whose clock may have been ahead. */
export const withoutSessions = (member: StaffMember, session: DeskSession, now: number): StaffMember => ({
  ...member,
  sessionsFrom: iso(Math.max(now, session.signedInAt)),
  version: member.version + 1,
});

/** Longer addresses are nobody's, and a cookie has to hold them. */
const MOST_CHARACTERS = 1_000;
/** The pages of signing in lead to no page that one could go on with. */
const NOWHERE: readonly string[] = [deskPaths.signIn, deskPaths.signedIn, deskPaths.signedOut];

/** Where to go on after a sign-in: an address of the desk as it was asked for, and the start page for anything else. */
export function deskAddress(next: string | null | undefined): string {
  if (!next || next.length > MOST_CHARACTERS) return deskPaths.start;
  // browsers read `\` as `/`, and drop tabs and line ends before they read at all
  if (!/^\/desk(?:[/?#]|$)/.test(next) || /[\\\p{Cc}]|\/\//u.test(next)) return deskPaths.start;
  const { pathname } = new URL(next, 'https://own.invalid');
  const isOfDesk = pathname === deskPaths.start || pathname.startsWith(`${deskPaths.start}/`);
  return isOfDesk && !NOWHERE.includes(pathname) ? next : deskPaths.start;
}
