/** Sessions at the desk: when they are over, to the millisecond; when they are renewed; and where a sign-in may lead. */
import { describe, expect, it } from 'vitest';
import type { StaffMember } from '#contracts/resources/staff.ts';
import {
  type DeskSession,
  deskAddress,
  endsAt,
  IDLE_MS,
  isOver,
  LONGEST_MS,
  RENEW_MS,
  renewed,
  withoutSessions,
} from '#domain/desk/session.ts';
import { signOutEverywhere } from '#domain/desk/sign-out-everywhere.ts';
import { iso } from '#domain/time.ts';
import { DANA, fakeDesk } from '#test/support/fake-desk.ts';

const NOON = Date.parse('2027-03-05T12:00:00Z');
const session: DeskSession = { id: 'a-session-of-dana', email: DANA, signedInAt: NOON, seenAt: NOON };
const dana: StaffMember = { email: DANA, name: 'Dana', role: 'admin', schools: [], active: true, version: 1 };

describe('a session', () => {
  it('is over 30 minutes after it was last used, and not a millisecond earlier', () => {
    expect(isOver(session, dana, NOON + 30 * 60_000 - 1)).toBe(false);
    expect(isOver(session, dana, NOON + 30 * 60_000)).toBe(true);
  });

  it('that is used all day is over after 12 hours, and not a millisecond earlier', () => {
    const used = { ...session, seenAt: NOON + LONGEST_MS - 1 };
    expect(isOver(used, dana, NOON + 12 * 3_600_000 - 1)).toBe(false);
    expect(isOver(used, dana, NOON + 12 * 3_600_000)).toBe(true);
  });

  it('ends when the first of both comes', () => {
    expect(endsAt(session)).toBe(NOON + IDLE_MS);
    expect(endsAt({ ...session, seenAt: NOON + LONGEST_MS - 60_000 })).toBe(NOON + LONGEST_MS);
  });

  it('of somebody who left, or was never there, is over at once', () => {
    expect(isOver(session, { ...dana, active: false }, NOON)).toBe(true);
    expect(isOver(session, undefined, NOON)).toBe(true);
  });

  it('that began when its member signed out everywhere, or before, is over; one that began after it is not', () => {
    const from = (at: number): StaffMember => ({ ...dana, sessionsFrom: iso(at) });
    expect(isOver(session, from(NOON + 1), NOON + 2)).toBe(true);
    expect(isOver(session, from(NOON), NOON + 2)).toBe(true);
    expect(isOver(session, from(NOON - 1), NOON + 2)).toBe(false);
  });

  it('is renewed a minute after it was, and not before; when it began stays', () => {
    expect(renewed(session, NOON + RENEW_MS - 1)).toBeUndefined();
    expect(renewed(session, NOON + RENEW_MS)).toEqual({ ...session, seenAt: NOON + RENEW_MS });
  });

  it('made by a clock that is ahead is not over for that', () => {
    expect(isOver(session, dana, NOON - 5)).toBe(false);
    expect(renewed(session, NOON - 5)).toBeUndefined();
  });
});

describe('signing out everywhere', () => {
  it('ends the session that asks for it, even when its clock was ahead', () => {
    expect(isOver(session, withoutSessions(dana, session, NOON + 10), NOON + 10)).toBe(true);
    expect(isOver(session, withoutSessions(dana, session, NOON - 10), NOON)).toBe(true);
  });

  it('changes nothing else about the member', () => {
    expect(withoutSessions(dana, session, NOON)).toEqual({ ...dana, sessionsFrom: iso(NOON), version: 2 });
  });

  it('is noted beside a change that somebody else makes at the same moment', async () => {
    const { staff } = fakeDesk();
    let raced = false;
    const racing = {
      ...staff,
      find: async (email: string) => {
        const found = await staff.find(email);
        if (found && !raced) {
          raced = true;
          await staff.save({ ...found, role: 'viewer', version: found.version + 1 });
        }
        return found;
      },
    };
    await signOutEverywhere({ staff: racing, clock: { now: () => NOON } })(session);
    expect(await staff.find(DANA)).toMatchObject({ role: 'viewer', sessionsFrom: iso(NOON), version: 3 });
  });

  it('gives up loudly, and not quietly, when it can’t be noted', async () => {
    const { staff } = fakeDesk();
    const never = { ...staff, save: async () => 'version-conflict' as const };
    await expect(signOutEverywhere({ staff: never, clock: { now: () => NOON } })(session)).rejects.toThrow('sessions were to end');
  });

  it('of somebody who is no longer in the directory is done', async () => {
    const gone = { ...session, email: 'nobody@riverbend.example' };
    await expect(signOutEverywhere({ ...fakeDesk(), clock: { now: () => NOON } })(gone)).resolves.toBeUndefined();
  });
});

describe('a sign-in', () => {
  it.each(['/desk', '/desk?view=mine', '/desk/campaigns/cmp_1', '/desk/campaigns?school=sch_1&sort=name', '/desk#totals'])(
    'leads on to an address of the desk: %s',
    (next) => expect(deskAddress(next)).toBe(next),
  );

  it.each([
    'https://elsewhere.example/desk',
    '//elsewhere.example/desk',
    '/\\elsewhere.example/desk',
    '\\\\elsewhere.example',
    '/desk\\..\\..\\x',
    '/desk//elsewhere.example',
    '/desk/..//elsewhere.example',
    '/desk/../privacy',
    '/desk/%2e%2e/privacy',
    '/desk/.\t./privacy',
    '/desk/\n/elsewhere.example',
    '/deskelsewhere',
    '/desk@elsewhere.example',
    'desk',
    '/privacy',
    'javascript:alert(1)',
    '',
    ' /desk/x',
    `/desk/${'x'.repeat(1_000)}`,
    '/desk/sign-in?next=/desk',
    '/desk/signed-in?code=x',
    '/desk/signed-out',
    null,
    undefined,
  ])('leads to the start of the desk for anything else: %s', (next) => expect(deskAddress(next)).toBe('/desk'));
});
