/** Privacy requests at the desk: who finds whom, what is handed out and noted, and that no address gets into a URL or the history. */
import { expect, it } from 'vitest';
import { FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { deskScene } from './desk-session.ts';
import { ANA, pledged, signedUp } from './people.ts';

async function scene(email: string = DANA) {
  const { there, here, browser } = await deskScene();
  await signedUp(here);
  await pledged(here);
  await browser.signIn(email);
  const post = async (path: string, fields: Readonly<Record<string, string>>) =>
    browser.post(path, { [FORM_TOKEN_FIELD]: await browser.formToken(), ...fields });
  return { there, here, browser, post };
}

it('finds by address, however it is spelt, and says it in no URL and no history', async () => {
  const { there, post } = await scene();
  const { status, body, headers } = await post('/desk/privacy/find', { email: ANA.email.toUpperCase() });
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  expect(body).toContain(ANA.name);
  const urls = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, url]) => url ?? '');
  expect(urls.filter((url) => /@|%40/.test(url))).toEqual([]);
  expect(there.desk.deskHistory.entries).toEqual([]);
});

it('hands out a file with all of it, and the history says whose by an id', async () => {
  const { there, here, post } = await scene();
  const answer = await post('/desk/privacy/export', { email: ANA.email });
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="person-[\w-]{16}\.json"$/);
  expect(answer.json()).toMatchObject({ signUps: [{ name: ANA.name, email: ANA.email }], pledges: [], gifts: [] });
  const personId = await here.personOf(ANA.email);
  expect(there.desk.deskHistory.entries).toMatchObject([{ by: DANA, what: 'person.exported', about: personId }]);
  expect(JSON.stringify(there.desk.deskHistory.entries)).not.toContain(ANA.email);
});

it('finds what a sponsor pledged', async () => {
  const { there, post } = await scene();
  const [pledge] = (await there.fundraising.ledger.parts((await there.fundraising.campaigns.listed())[0]?.campaignId as never)).pledges;
  expect((await post('/desk/privacy/find', { email: pledge?.sponsor.email ?? '' })).body).toContain(pledge?.sponsor.name);
});

it('says when nothing is kept, and when what was typed is no address', async () => {
  const { post } = await scene();
  expect((await post('/desk/privacy/find', { email: 'nobody@x.example' })).body).toContain('Nothing is kept of this address');
  const wrong = await post('/desk/privacy/export', { email: 'no address' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('id="email-error"');
  expect(wrong.body).toContain('value="no address"');
});

it.each(['luis@riverbend.example', 'pat@riverbend.example'])('is not for %s', async (email) => {
  const { there, browser, post } = await scene(email);
  expect((await browser.get('/desk/privacy')).status).toBe(403);
  for (const path of ['find', 'export', 'delete']) expect((await post(`/desk/privacy/${path}`, { email: ANA.email })).status).toBe(403);
  expect(there.desk.deskHistory.entries).toEqual([]);
});

it('needs the token of its page', async () => {
  const { browser } = await scene();
  expect((await browser.get('/desk/privacy')).status).toBe(200);
  for (const path of ['find', 'export', 'delete'])
    expect((await browser.post(`/desk/privacy/${path}`, { email: ANA.email })).status).toBe(403);
});

it('asks before it deletes, shows what goes and what stays, and then it is gone', async () => {
  const { there, here, post } = await scene();
  await there.deliver();
  const asked = await post('/desk/privacy/delete', { email: ANA.email });
  expect(asked.status).toBe(200);
  for (const words of ['2 places that are still to come', '1 sign-up, with name', 'link in a mail', 'What stays, and why'])
    expect(asked.body).toContain(words);
  const personId = await here.personOf(ANA.email);
  expect((await there.volunteering.traces.of(personId)).signUps).toHaveLength(1);
  expect(there.desk.deskHistory.entries).toEqual([]);

  const done = await post('/desk/privacy/delete', { email: ANA.email, confirmed: 'yes' });
  expect([done.status, done.headers.location]).toEqual([303, '/desk/privacy?done=done']);
  expect((await there.volunteering.traces.of(personId)).signUps).toEqual([]);
  expect(there.desk.deskHistory.entries.map(({ what, ref }) => [what, ref])).toEqual([
    ['person.deleted', 'begun'],
    ['person.deleted', 'done'],
  ]);
  // a double click, or the page from before
  const again = await post('/desk/privacy/delete', { email: ANA.email, confirmed: 'yes' });
  expect(again.headers.location).toBe('/desk/privacy?done=nothing');
  expect(there.desk.deskHistory.entries).toHaveLength(2);
  expect((await post('/desk/privacy/find', { email: ANA.email })).body).toContain('Nothing is kept of this address');
});

it('writes nothing to the person, then or later', async () => {
  const { there, post } = await scene();
  await there.deliver();
  const before = there.mails();
  await post('/desk/privacy/delete', { email: ANA.email, confirmed: 'yes' });
  await there.deliver();
  expect(there.mails()).toEqual(before);
  expect([...there.mailLedger.entries.values()].filter(({ personId }) => personId !== undefined)).toEqual([]);
});

it('says of a running pledge that it stays, and of a member of staff that they do', async () => {
  const { there, post } = await scene();
  const [pledge] = (await there.fundraising.ledger.parts((await there.fundraising.campaigns.listed())[0]?.campaignId as never)).pledges;
  const email = pledge?.sponsor.email ?? '';
  const asked = await post('/desk/privacy/delete', { email });
  expect(asked.body).toContain(`The pledge of ${pledge?.sponsor.name}, because it is still running`);
  await post('/desk/privacy/delete', { email, confirmed: 'yes' });
  // marked: there is nothing more to do about it
  expect((await post('/desk/privacy/delete', { email, confirmed: 'yes' })).headers.location).toBe('/desk/privacy?done=nothing');
  expect((await post('/desk/privacy/delete', { email: 'luis@riverbend.example' })).body).toContain('directory of staff');
});

it('refuses to delete what is no address, from who may not, and without the token', async () => {
  const { there, browser, post } = await scene();
  const wrong = await post('/desk/privacy/delete', { email: 'no address', confirmed: 'yes' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('value="no address"');
  expect((await browser.post('/desk/privacy/delete', { email: ANA.email, confirmed: 'yes' })).status).toBe(403);
  const luis = await scene('luis@riverbend.example');
  expect((await luis.post('/desk/privacy/delete', { email: ANA.email, confirmed: 'yes' })).status).toBe(403);
  expect([...there.desk.deskHistory.entries, ...luis.there.desk.deskHistory.entries]).toEqual([]);
});
