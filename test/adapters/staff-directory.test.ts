/** The directory of staff: one suite on the fake and on DynamoDB. */
import { readFileSync } from 'node:fs';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import type { StaffDirectory } from '#domain/desk/ports.ts';
import { schoolId } from '#test/support/builders.ts';
import { type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeDesk } from '#test/support/fake-desk.ts';

const NORA: StaffMember = {
  email: 'nora@riverbend.example',
  name: 'Nora Lindqvist',
  role: 'coordinator',
  schools: [schoolId(1), schoolId(2)],
  active: true,
  version: 1,
};

function suite(make: () => Promise<StaffDirectory>): void {
  it('knows nobody who was not put into it', async () => {
    expect(await (await make()).find(NORA.email)).toBeUndefined();
  });

  it('finds a member as saved, and as saved last', async () => {
    const directory = await make();
    expect(await directory.save(NORA)).toBe('saved');
    expect(await directory.find(NORA.email)).toEqual(NORA);
    const left = { ...NORA, active: false, version: 2 };
    expect(await directory.save(left)).toBe('saved');
    expect(await directory.find(NORA.email)).toEqual(left);
  });

  it.each([1, 3])('does not take version %i when version 1 is there, and keeps what it has', async (version) => {
    const directory = await make();
    await directory.save(NORA);
    expect(await directory.save({ ...NORA, role: 'admin', version })).toBe('version-conflict');
    expect(await directory.find(NORA.email)).toEqual(NORA);
  });

  it('takes one of two who save the same version at once', async () => {
    const directory = await make();
    await directory.save(NORA);
    const names = ['Nora A', 'Nora B'];
    const saved = await Promise.all(names.map((name) => directory.save({ ...NORA, name, version: 2 })));
    expect(saved.toSorted()).toEqual(['saved', 'version-conflict']);
    expect((await directory.find(NORA.email))?.name).toBe(names[saved.indexOf('saved')]);
  });
}

describe('in memory', () => suite(async () => fakeDesk().staff));

describe('on DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());
  const opened = async () => tableOn(engine.connect(), (await engine.createTables()).desk);
  suite(async () => staffDirectory(await opened()));

  it('a member that does not parse throws and is not taken for nobody', async () => {
    const table = await opened();
    await table.put({ pk: 'STAFF', sk: `EMAIL#${NORA.email}`, member: { ...NORA, role: 'owner' }, version: 1 });
    await expect(staffDirectory(table).find(NORA.email)).rejects.toThrow();
  });

  it('the first admin, as docs/deploy.md puts them into the table by hand, is a member', async () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/deploy.md', 'utf8')) ?? [];
    const { desk } = await engine.createTables();
    const client = engine.connect();
    await client.send(new PutItemCommand({ TableName: desk, Item: JSON.parse(json) }));
    const directory = staffDirectory(tableOn(client, desk));
    const admin = await directory.find('dana@district.example');
    expect(admin).toMatchObject({ role: 'admin', active: true, version: 1 });
    expect(admin && (await directory.save({ ...admin, active: false, version: 2 }))).toBe('saved');
  });
});
