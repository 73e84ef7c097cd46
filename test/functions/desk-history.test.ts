/** The history of staff at the desk: who sees what of it, how it is searched, and that no address is in its URLs. */
import { describe, expect, it } from 'vitest';
import type { HistoryRow, StaffHistoryEntry } from '#contracts/resources/history.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { aCampaign } from '#test/support/fundraising.ts';
import { deskScene } from './desk-session.ts';
import { portsOf } from './http.ts';
import { pledged } from './people.ts';

const LUIS = 'luis@riverbend.example';
const HANNAH = 'hannah@riverbend.example';

/** A school was changed, somebody invited, a pledge of school 1 accepted: in March; and a school in February. */
async function scene(email: string) {
  const { there, here, browser } = await deskScene();
  const { history } = there.volunteering;
  const entry = {
    by: DANA,
    what: 'school.changed',
    about: schoolId(1),
    schoolId: schoolId(1),
    changes: [],
  } satisfies Partial<StaffHistoryEntry>;
  await history.add({ ...entry, at: '2027-02-10T12:00:00.000Z', ref: '2' });
  await history.add({
    ...entry,
    at: '2027-03-01T09:00:00.000Z',
    ref: '3',
    changes: [{ field: 'name', before: 'Lincoln', after: 'Lincoln <Elementary>' }],
  });
  await there.desk.deskHistory.add({
    at: '2027-03-01T10:00:00.000Z',
    by: DANA,
    what: 'staff.invited',
    about: 'nora@riverbend.example',
    ref: '1',
    changes: [{ field: 'role', after: 'viewer' }],
  });
  await there.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1) }));
  const pledgeId = await pledged(here);
  await acceptPledge(portsOf(there))({ campaignId: campaignId(), pledgeId, by: LUIS });
  await browser.signIn(email);
  return { there, here, browser, pledgeId };
}

const whats = async (email: string, month = '2027-03') => {
  const { here } = await scene(email);
  const answer = await here.get(`/api/history?month=${month}`, { headers: asStaff(email) });
  return (answer.json() as { entries: HistoryRow[] }).entries.map(({ what }) => what).toSorted();
};

describe('over the API', () => {
  it.each([
    [DANA, ['pledge.accepted', 'school.changed', 'staff.invited']],
    [LUIS, ['pledge.accepted', 'school.changed']],
    [HANNAH, []],
  ])('%s gets what is theirs', async (email, expected) => {
    expect(await whats(email)).toEqual(expected);
  });

  it('gives one month, and nothing of what sponsors did', async () => {
    expect(await whats(DANA, '2027-02')).toEqual(['school.changed']);
    expect(await whats(DANA)).not.toContain('pledge.made');
  });
});

describe('at the desk', () => {
  it('says who, what, and before and after, the latest first, and leads to the thing', async () => {
    const { browser, pledgeId } = await scene(DANA);
    const { body, status } = await browser.get('/desk/history?month=2027-03');
    expect(status).toBe(200);
    expect(body).toContain('<del>Lincoln</del>');
    expect(body).toContain('<ins>Lincoln &lt;Elementary></ins>');
    expect(body.indexOf('Member of staff invited')).toBeLessThan(body.indexOf('School changed'));
    expect(body).toContain(`href="/desk/campaigns/${campaignId()}/pledges/${pledgeId}"`);
  });

  it('has no address in any of its links and choices', async () => {
    const { browser } = await scene(DANA);
    const { body } = await browser.get('/desk/history?month=2027-03');
    const urls = [...body.matchAll(/(?:href|value|action)="([^"]*)"/g)].map(([, url]) => url);
    expect(urls.filter((url) => url?.includes('@') || url?.includes('%40'))).toEqual([]);
  });

  it('finds by kind, by member and by thing', async () => {
    const { browser } = await scene(DANA);
    const all = (await browser.get('/desk/history?month=2027-03')).body;
    const who = [...all.matchAll(/<option value="([\w-]{22})"/g)].map(([, key]) => key);
    expect(who).toHaveLength(2);
    const found = async (query: string) => {
      const { body } = await browser.get(`/desk/history?month=2027-03&${query}`);
      return ['School changed', 'Member of staff invited', 'Accepted'].map((words) => body.includes(`<strong>${words}</strong>`));
    };
    expect(await found('kind=school')).toEqual([true, false, false]);
    expect(await found(`who=${who[0]}`)).not.toEqual(await found(`who=${who[1]}`));
    const [, thing] = /thing=([\w-]+)"/.exec(all) ?? [];
    expect((await found(`thing=${thing}`)).filter(Boolean)).toHaveLength(1);
  });

  it('leads month by month, never beyond this one', async () => {
    const { browser } = await scene(DANA);
    const now = (await browser.get('/desk/history?month=2031-01')).body;
    expect(now).toContain('month=2027-02"');
    expect(now).not.toContain('month=2027-04');
    expect((await browser.get('/desk/history?month=2027-02')).body).toContain('month=2027-03"');
  });

  it.each([
    [LUIS, 200],
    ['pat@riverbend.example', 403],
  ])('%s gets %d', async (email, status) => {
    const { browser } = await scene(email);
    expect((await browser.get('/desk/history')).status).toBe(status);
  });
});
