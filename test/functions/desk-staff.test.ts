/** The staff directory at the desk: who invites, who is told, who is signed out, and who can't be. */
import { describe, expect, it } from 'vitest';
import { FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { staffInvitedEvent } from '#domain/desk/desk-events.ts';
import { staffFacts } from '#domain/desk/facts-for-mail.ts';
import { tellStaff } from '#domain/messaging/tell-staff.ts';
import { schoolId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { type DeskBrowser, deskBrowser, deskScene } from './desk-session.ts';

const LUIS = 'luis@riverbend.example';
const PAT = 'pat@riverbend.example';
const NORA = { email: 'Nora@Riverbend.example', name: 'Nora Lindqvist', role: 'coordinator', schools: schoolId(1), language: 'es' };
const CHANGE = { email: LUIS, name: 'Luis Ortega', role: 'coordinator', schools: schoolId(1), active: 'yes', version: '1' };

const post = async (browser: DeskBrowser, path: string, fields: Readonly<Record<string, string>>) =>
  browser.post(path, { [FORM_TOKEN_FIELD]: await browser.formToken(), ...fields });

async function scene(email: string = DANA) {
  const { there, here, browser } = await deskScene();
  await browser.signIn(email);
  return { there, here, browser };
}

describe('inviting somebody', () => {
  it('puts them on the list, with the history of it, and says so', async () => {
    const { there, browser } = await scene();
    const answer = await post(browser, '/desk/staff', NORA);
    expect([answer.status, answer.headers.location]).toEqual([303, '/desk/staff?done=inviteStaff']);
    const page = await browser.get('/desk/staff?done=inviteStaff');
    expect(page.body).toContain('Invited. The email is on its way.');
    expect(page.body).toContain('nora@riverbend.example');
    expect(there.desk.deskHistory.entries).toMatchObject([
      {
        by: DANA,
        what: 'staff.invited',
        about: 'nora@riverbend.example',
        changes: expect.arrayContaining([{ field: 'role', after: 'coordinator' }]),
      },
    ]);
  });

  it('writes to them once, in the language that was chosen, however often the form is sent', async () => {
    const { there, browser } = await scene();
    for (let n = 0; n < 2; n += 1) expect((await post(browser, '/desk/staff', NORA)).status).toBe(303);
    expect(there.desk.invited).toHaveLength(1);
    const tell = tellStaff({ ...there.mailPorts, staffFacts: staffFacts(there.desk) });
    for (const invitation of [...there.desk.invited, ...there.desk.invited]) await tell(staffInvitedEvent(invitation));
    expect(there.mailer.sent.map(({ mail }) => [mail.to.email, mail.language])).toEqual([['nora@riverbend.example', 'es']]);
    expect(there.mailer.sent[0]?.mail.text).toContain('https://crosswalk.example/desk');
  });

  it('tells no address in its event, and nobody who left before they were told', async () => {
    const { there, browser } = await scene();
    await post(browser, '/desk/staff', NORA);
    const [event] = there.desk.invited.map(staffInvitedEvent);
    expect(JSON.stringify(event)).not.toMatch(/nora/i);
    await post(browser, '/desk/staff/changes', { ...CHANGE, email: 'nora@riverbend.example', active: '' });
    if (event) await tellStaff({ ...there.mailPorts, staffFacts: staffFacts(there.desk) })(event);
    expect(there.mailer.sent).toEqual([]);
  });

  it('in a language that is not offered writes in the first', async () => {
    const { there, browser } = await scene();
    await post(browser, '/desk/staff', { ...NORA, language: 'fr' });
    expect(there.desk.invited[0]?.language).toBe('en');
  });

  it('shows what is wrong beside its field, with everything typed', async () => {
    const { there, browser } = await scene();
    const answer = await post(browser, '/desk/staff', { ...NORA, email: 'nora at school' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('id="new-email-error"');
    for (const typed of ['nora at school', 'Nora Lindqvist']) expect(answer.body).toContain(`value="${typed}"`);
    expect(there.desk.deskHistory.entries).toEqual([]);
  });
});

describe('changing somebody', () => {
  it('who no longer may sign in is out at once, and their old session stays over when they are back', async () => {
    const { there, here, browser } = await scene();
    const luis = deskBrowser(here);
    await luis.signIn(LUIS);
    expect((await luis.get('/desk')).status).toBe(200);
    there.clock.advance(1_000);
    expect((await post(browser, '/desk/staff/changes', { ...CHANGE, active: '' })).status).toBe(303);
    expect((await luis.get('/desk')).status).toBe(303);
    expect((await post(browser, '/desk/staff/changes', { ...CHANGE, version: '2' })).status).toBe(303);
    expect((await luis.get('/desk')).status).toBe(303);
    expect(there.desk.deskHistory.entries.map(({ changes }) => changes.filter(({ field }) => field === 'active'))).toEqual([
      [{ field: 'active', before: true, after: false }],
      [{ field: 'active', before: false, after: true }],
    ]);
  });

  it('on an older version says that somebody else was faster, and changes nothing', async () => {
    const { there, browser } = await scene();
    await post(browser, '/desk/staff/changes', { ...CHANGE, role: 'viewer' });
    const answer = await post(browser, '/desk/staff/changes', { ...CHANGE, name: 'Luis O.' });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('Somebody else changed this in the meantime');
    expect(answer.body).toContain('value="Luis O."');
    expect(await there.desk.staff.find(LUIS)).toMatchObject({ role: 'viewer', version: 2 });
  });

  it.each([{ active: '' }, { role: 'viewer' }])('the last active admin stays: %o', async (more) => {
    const { there, browser } = await scene();
    const answer = await post(browser, '/desk/staff/changes', { ...CHANGE, email: DANA, role: 'admin', ...more });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('at least one admin');
    expect(await there.desk.staff.find(DANA)).toMatchObject({ role: 'admin', active: true, version: 1 });
  });

  it('two admins who step back at the same moment leave one of them', async () => {
    const { there, browser, here } = await scene();
    await post(browser, '/desk/staff/changes', { ...CHANGE, role: 'admin' });
    const luis = deskBrowser(here);
    await luis.signIn(LUIS);
    const back = { ...CHANGE, role: 'viewer' };
    await Promise.all([
      post(browser, '/desk/staff/changes', { ...back, email: DANA }),
      post(luis, '/desk/staff/changes', { ...back, version: '2' }),
    ]);
    const admins = await Promise.all([DANA, LUIS].map(there.desk.staff.find));
    expect(admins.filter((one) => one?.role === 'admin')).toHaveLength(1);
  });
});

it.each([LUIS, PAT])('%s sees neither the list nor the way to it', async (email) => {
  const { browser } = await scene(email);
  expect((await browser.get('/desk/staff')).status).toBe(403);
  expect((await browser.get('/desk')).body).not.toContain('href="/desk/staff"');
});

it('no form works without the token of its page', async () => {
  const { there, browser } = await scene();
  for (const path of ['/desk/staff', '/desk/staff/changes']) expect((await browser.post(path, NORA)).status).toBe(403);
  expect(there.desk.deskHistory.entries).toEqual([]);
});
