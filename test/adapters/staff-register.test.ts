/** The directory for those who change it: one suite on the fake and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { invitations, staffRegister } from '#adapters/dynamo/staff-register.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { Invitations, StaffRegister } from '#domain/desk/ports.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { personId } from '#test/support/builders.ts';
import { type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { DANA, fakeDesk } from '#test/support/fake-desk.ts';

const AT = '2027-03-01T12:00:00.000Z';
const NORA: StaffMember = {
  email: 'nora@riverbend.example',
  name: 'Nora',
  role: 'admin',
  schools: [],
  active: true,
  since: AT,
  version: 1,
};
const entry = (ref: string): StaffHistoryEntry => ({ at: AT, by: DANA, what: 'staff.invited', about: NORA.email, ref, changes: [] });
const invitation = { personId: personId(), email: NORA.email, language: 'es', invitedAt: AT };

interface Made {
  readonly register: StaffRegister;
  readonly invitations: Invitations;
  readonly history: StaffHistory;
}

function suite(make: () => Promise<Made>): void {
  it('takes a member with the entry and the invitation, and lists them', async () => {
    const { register, invitations: told, history } = await make();
    const { revision } = await register.all();
    expect(await register.change({ member: NORA, entry: entry('1'), revision, invitation })).toBe('saved');
    expect((await register.all()).members.filter(({ email }) => email === NORA.email)).toEqual([NORA]);
    expect(await history.about(NORA.email)).toEqual([entry('1')]);
    expect(await told.find(invitation.personId)).toEqual(invitation);
    expect(await told.find(personId(2))).toBeUndefined();
  });

  it('takes nothing on top of another revision, or of another version', async () => {
    const { register, history } = await make();
    const { revision } = await register.all();
    await register.change({ member: NORA, entry: entry('1'), revision });
    const next = { ...NORA, version: 2 };
    expect(await register.change({ member: next, entry: entry('2'), revision })).toBe('conflict');
    expect(await register.change({ member: { ...next, version: 3 }, entry: entry('3'), revision: revision + 1 })).toBe('conflict');
    expect(await register.change({ member: next, entry: entry('2'), revision: revision + 1 })).toBe('saved');
    expect((await history.about(NORA.email)).map(({ ref }) => ref)).toEqual(['1', '2']);
  });

  it('of two who stand on the same revision takes one', async () => {
    const { register } = await make();
    const { revision } = await register.all();
    const both = [NORA, { ...NORA, email: 'omar@riverbend.example' }].map((member, n) =>
      register.change({ member, entry: { ...entry('1'), about: member.email, ref: String(n) }, revision }),
    );
    expect((await Promise.all(both)).toSorted()).toEqual(['conflict', 'saved']);
  });
}

describe('in memory', () =>
  suite(async () => {
    const { register, invitations: told, deskHistory } = fakeDesk();
    return { register, invitations: told, history: deskHistory };
  }));

describe('on DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());
  suite(async () => {
    const { desk } = await engine.createTables();
    const client = engine.connect();
    const table = tableOn(client, desk);
    return { register: staffRegister(table, transactionsOn(client, desk)), invitations: invitations(table), history: staffHistory(table) };
  });
});
