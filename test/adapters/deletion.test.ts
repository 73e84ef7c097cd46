/** A person who is deleted is in no item of any table, by name, address, phone, what they wrote, or id; but for what is listed here with its reason. */
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletions } from '#adapters/dynamo/deletions.ts';
import { figures } from '#adapters/dynamo/figures.ts';
import { fundraisingOfPerson } from '#adapters/dynamo/fundraising-of-person.ts';
import { mailTraces } from '#adapters/dynamo/mail-traces.ts';
import { oldContacts } from '#adapters/dynamo/old-contacts.ts';
import { removalsOn } from '#adapters/dynamo/removals.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { invitationTraces } from '#adapters/dynamo/staff-register.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { volunteerTraces } from '#adapters/dynamo/volunteer-traces.ts';
import { TABLES, type TableName } from '#contracts/tables.ts';
import type { PersonId } from '#contracts/values.ts';
import { deletePerson } from '#domain/desk/delete-person.ts';
import { forgetContact } from '#domain/fundraising/forget-person.ts';
import { recordPayment } from '#domain/fundraising/record-payment.ts';
import { noteFate } from '#domain/messaging/note-fate.ts';
import { deletePortsOf } from '#functions/desk/_deletion.ts';
import { ANA, aLife, BEN, type Life, WORDS_OF_ANA } from '#test/support/a-life.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { fundraisingOn, messagingOn, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { fakeOldContacts } from '#test/support/fake-fundraising.ts';
import { fakeUploads } from '#test/support/fake-uploads.ts';
import { fakeClock, fakeIds, fakePeople } from '#test/support/fakes.ts';
import { aPayment } from '#test/support/fundraising.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.stop());

async function scene() {
  const names = await engine.createTables();
  const client = engine.connect();
  const clock = fakeClock();
  const table = (name: TableName) => tableOn(client, names[name]);
  const remove = (name: TableName) => removalsOn(client, names[name]);
  const ports = {
    ...volunteeringOn(client, names.volunteering, clock),
    ...fundraisingOn(client, names.fundraising, clock),
    ...messagingOn(client, names.messaging),
    traces: volunteerTraces(table('volunteering'), remove('volunteering')),
    fundraisingOfPerson: fundraisingOfPerson(table('fundraising')),
    mailTraces: mailTraces(table('messaging'), remove('messaging')),
    deletions: deletions(table('desk'), remove('desk')),
    deskHistory: staffHistory(table('desk')),
    invitationTraces: invitationTraces(remove('desk')),
    clock,
    ids: fakeIds(),
    people: fakePeople(),
    pause: async () => {},
    uploads: fakeUploads(),
    zone: 'America/Chicago',
  };
  const life = await aLife(ports);
  await table('desk').put({ pk: `INVITATION#${life.personId}`, sk: 'INVITATION', personId: life.personId });
  /** Items in which one of these stands, as `table pk sk`. */
  const with_ = async (words: readonly string[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const name of Object.keys(TABLES) as TableName[]) {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: names[name], ConsistentRead: true }));
      for (const item of Items.map((one) => unmarshall(one)))
        if (words.some((word) => JSON.stringify(item).includes(word))) found.push(`${name} ${item.pk} ${item.sk}`);
    }
    return found.sort();
  };
  return { ports, life, with_, client, names };
}

const deletes = ({ ports, life }: Awaited<ReturnType<typeof scene>>) => deletePerson(deletePortsOf(ports))(life.personId, DANA);

/** What may still name the person, and why. */
const exceptions = ({ personId, running }: Life) => [
  // that a deletion was asked for and done can be shown; by the keyed hash alone
  `desk HISTORY#${personId}`,
  // who complained is not written to again; by the keyed hash alone
  `messaging SUPPRESSED ${personId}`,
  // a pledge that is running: its contact goes once it is over
  `fundraising ${campaignId()} PLEDGE#${running}`,
];

describe('a person who is deleted', () => {
  it('is in no item of any table, but for what is listed with its reason', async () => {
    const here = await scene();
    const words = [...WORDS_OF_ANA, here.life.personId];
    const before = await here.with_(words);
    expect(before.length).toBeGreaterThan(20);
    const ben = await here.with_([BEN.email, BEN.name, here.life.ben]);
    expect(await deletes(here)).toBe('done');
    const left = await here.with_(words);
    expect(left.filter((one) => !exceptions(here.life).some((allowed) => one.startsWith(allowed)))).toEqual([]);
    expect(left).toHaveLength(4);
    expect(await here.with_([BEN.email, BEN.name, here.life.ben])).toEqual(ben);
  });

  it('is in the running pledge until it is over, and then nowhere but in the history', async () => {
    const here = await scene();
    const { ports, life } = here;
    await deletes(here);
    await recordPayment(ports)({
      campaignId: campaignId(),
      pledgeId: life.running,
      by: DANA,
      request: aPayment(90_000),
      key: 'key-of-the-last-0123456789',
    });
    expect(await deletes(here)).toBe('done');
    const left = await here.with_([...WORDS_OF_ANA, life.personId]);
    expect(new Set(left.map((one) => one.split(' ')[1]))).toEqual(new Set([`HISTORY#${life.personId}`, 'SUPPRESSED']));
  });

  it('gets no mail after a complaint, and what is told of a mail later adds no address again', async () => {
    const here = await scene();
    const { ports, life } = here;
    const [mail] = await ports.mailTraces.of(life.personId);
    await deletes(here);
    expect(await ports.mailLedger.isSuppressed(life.personId)).toBe(true);
    const told = { serviceId: 'ses-1', fate: 'bounced', at: ports.clock.now(), sentAt: ports.clock.now(), email: ANA.email } as const;
    expect(await noteFate(ports)({ ...told, key: mail?.key ?? '' })).toBe('noted');
    expect(await here.with_([ANA.email])).toEqual([`fundraising ${campaignId()} PLEDGE#${life.running}`]);
  });

  it('is not suppressed by what was told while they were being forgotten', async () => {
    const { ports, life } = await scene();
    const [mail] = (await ports.mailTraces.of(life.personId)).filter((one) => one.key.startsWith('pledge/'));
    const key = mail?.key ?? '';
    const forgetting = {
      ...ports,
      // between what was read of the mail and what is noted of it
      suppressions: {
        async find() {
          await ports.mailTraces.forget(key, life.personId);
          return undefined;
        },
      },
    };
    const told = { key, serviceId: 'ses-1', fate: 'bounced', at: ports.clock.now(), sentAt: ports.clock.now(), email: ANA.email } as const;
    await ports.mailTraces.forgetSuppression(life.personId);
    expect(await noteFate(forgetting)(told)).toBe('noted');
    expect(await ports.suppressions.find(life.personId)).toMatchObject({ email: '—' });
  });

  it('is in no earlier figures either', async () => {
    const here = await scene();
    const { ports, life, client, names } = here;
    const table = tableOn(client, names.volunteering);
    const counting = figures(table, transactionsOn(client, names.volunteering));
    const state = await counting.state();
    // others took over since: those of the first generation are left where they are
    await counting.saveState({ generation: 2, madeAt: '2027-03-02T12:00:00.000Z' }, state.version);
    const { counted } = {
      counted: await counting.counted(1, schoolId(), (await ports.signUps.ofPerson(life.personId))[0]?.slotId as never),
    };
    expect(counted?.people.ids).toContain(life.personId);
    expect(await deletes(here)).toBe('done');
    const left = await here.with_([life.personId]);
    expect(left.filter((one) => one.startsWith('volunteering'))).toEqual([]);
  });

  it.each([
    'giveUp',
    'leaveLine',
    'forgetChange',
    'removeHeld',
    'removeLink',
    'removeSignUp',
    'removeAllowance',
    'removeLinkRequest',
  ] as const)('would be found if %s did nothing', async (step) => {
    const here = await scene();
    const traces = { ...here.ports.traces, [step]: async () => 'done' as const };
    await deletePerson(deletePortsOf({ ...here.ports, traces }))(here.life.personId, DANA).catch(() => undefined);
    const left = await here.with_([...WORDS_OF_ANA, here.life.personId]);
    expect(left.filter((one) => one.startsWith('volunteering')).length).toBeGreaterThan(0);
  });
});

describe('pledges and gifts that are over', () => {
  it('are found by the day they were over, until they no longer say who gave; on the fake as on DynamoDB', async () => {
    const { ports, life, client, names } = await scene();
    const real = oldContacts(tableOn(client, names.fundraising));
    const fake = fakeOldContacts(ports, campaignId());
    for (const kept of ['books', 'offer', 'asked'] as const)
      for (const day of ['2027-03-01', '2027-03-02'] as const)
        for (const most of [0, 1, 10]) expect(await real.over(kept, day, most)).toEqual(await fake.over(kept, day, most));
    expect((await real.over('books', '2027-03-02', 10)).map(({ id }) => id.slice(0, 3)).toSorted()).toEqual(['gft', 'gft', 'plg']);
    await forgetContact(ports)(campaignId(), life.finished);
    expect((await real.over('books', '2027-03-02', 10)).map(({ id }) => id.slice(0, 3))).toEqual(['gft', 'gft']);
  });
});

describe('deletions that are begun', () => {
  const begun = (personId: PersonId) => ({ personId, by: DANA, at: '2027-03-01T12:00:00.000Z' });

  it('keep the alias of the first who began, are found until they end, and note once when they were done', async () => {
    const { ports, life } = await scene();
    const first = await ports.deletions.begin(begun(life.personId));
    expect(first.alias).not.toBe(life.personId);
    expect(await ports.deletions.begin({ ...begun(life.personId), by: 'other@riverbend.example' })).toEqual(first);
    expect(await ports.deletions.unfinished(10)).toEqual([first]);
    expect(await ports.deletions.markDone(life.personId, '2027-03-02T12:00:00.000Z')).toEqual({
      ...first,
      doneAt: '2027-03-02T12:00:00.000Z',
    });
    expect((await ports.deletions.markDone(life.personId, '2027-03-03T12:00:00.000Z'))?.doneAt).toBe('2027-03-02T12:00:00.000Z');
    await ports.deletions.end(life.personId);
    expect(await ports.deletions.unfinished(10)).toEqual([]);
    expect(await ports.deletions.markDone(life.personId, '2027-03-04T12:00:00.000Z')).toBeUndefined();
  });
});
