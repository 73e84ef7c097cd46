/** The desk's page of mails: live, without addresses for who may not see them, and with the form that lets an address have mail again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { noteFate } from '#domain/messaging/note-fate.ts';
import { schoolId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { deskBrowser, deskScene, tokenIn } from './desk-session.ts';
import { portsOf } from './http.ts';
import { suppressed } from './mail-cases.ts';
import { ANA } from './people.ts';

const PAT = 'pat@riverbend.example';
const LUIS = 'luis@riverbend.example';
const PAGE = '/desk/mail';

beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

async function scene(email = DANA) {
  const { there, here, browser } = await deskScene();
  await browser.signIn(email);
  const bounced = (n = 1) => suppressed(there, 'bounced', n);
  const isSuppressed = async () => there.mailLedger.isSuppressed(await here.personOf(ANA.email));
  return { there, here, browser, bounced, isSuppressed };
}

const tile = (html: string, name: string): string => new RegExp(`<dt>${name}</dt><dd>(?:<a[^>]*>)?([^<]*)<`).exec(html)?.[1] ?? '';

describe('the page', () => {
  it('says so when nothing was sent', async () => {
    const { browser } = await scene();
    const { status, body } = await browser.get(PAGE);
    expect(status).toBe(200);
    expect(body).toContain('No email was sent in the last 30 days.');
    expect(body).toContain('Every address gets its email.');
  });

  it('shows each figure, and to admins which addresses get no mail', async () => {
    const { browser, bounced, there } = await scene();
    await bounced();
    await there.mailLedger.lease('link/2', await there.ports.people.identify('bob@example.org'), 0, 1);
    const now = there.clock.now();
    const told = { key: 'link/2', serviceId: 's', at: now, sentAt: now, email: 'bob@example.org' };
    await noteFate(portsOf(there))({ ...told, fate: 'delivered' });
    const { body } = await browser.get(PAGE);
    expect(['Sent', 'Delivered', 'Bounced', 'Complaints', 'Held back'].map((name) => tile(body, name))).toEqual(['2', '1', '1', '0', '0']);
    expect(body).toContain(ANA.email);
    expect(body).not.toContain('bob@example.org');
    expect(body).toContain('50% bounced');
  });

  it.each([PAT, DANA])('has no address for %s on a wall, and none ever for who only looks', async (email) => {
    const { browser, bounced } = await scene(email);
    await bounced();
    const pages = [await browser.get(`${PAGE}?screen=wall`), ...(email === PAT ? [await browser.get(PAGE)] : [])];
    for (const { status, body } of pages) {
      expect(status).toBe(200);
      expect(body).not.toContain('ana@example.org');
      expect(body).not.toContain('lift=');
    }
  });

  it('offers nothing to lift to who only looks, even by its address', async () => {
    const { browser, bounced } = await scene(PAT);
    const { personId } = await bounced();
    const { body } = await browser.get(`${PAGE}?lift=${personId}`);
    expect(body).not.toContain('name="reason"');
    expect(body).not.toContain('ana@example.org');
  });

  it('is not for coordinators, nor for who looks at some schools only; and not in their navigation', async () => {
    for (const email of [LUIS, 'vera@riverbend.example']) {
      const { there, here } = await deskScene();
      await there.desk.staff.save({
        email: 'vera@riverbend.example',
        name: 'Vera',
        role: 'viewer',
        schools: [schoolId(1)],
        active: true,
        version: 1,
      });
      const browser = deskBrowser(here);
      await browser.signIn(email);
      expect((await browser.get(PAGE)).status).toBe(403);
      const start = (await browser.get('/desk')).body;
      expect(start).not.toContain('href="/desk/mail"');
    }
  });

  it('says 304 to who has it as it is, and is another once a mail bounced', async () => {
    const { here, browser, bounced } = await scene();
    const cookies = () => [...browser.jar].map(([name, value]) => `${name}=${value}`);
    for (const path of [PAGE, '/desk']) {
      const first = await here.get(path, { cookies: cookies() });
      const etag = first.headers.etag ?? '';
      expect(etag).not.toBe('');
      const again = () => here.get(path, { cookies: cookies(), headers: { 'if-none-match': etag } });
      expect((await again()).status).toBe(304);
      await bounced(path === PAGE ? 1 : 2);
      expect((await again()).status).toBe(200);
    }
  });

  it('has its figures of a week on the first page', async () => {
    const { browser, bounced } = await scene(PAT);
    await bounced();
    const { body } = await browser.get('/desk');
    expect(tile(body, 'Emails sent in 7 days')).toBe('1');
    expect(body).toContain('1 did not arrive');
  });
});

describe('the form', () => {
  const posted = async (with_: Readonly<Record<string, string>>) => {
    const there = await scene();
    const { personId } = await there.bounced();
    const form = (await there.browser.get(`${PAGE}?lift=${personId}`)).body;
    const post = (more: Readonly<Record<string, string>>) =>
      there.browser.post(`${PAGE}/suppressed/${personId}/lift`, { [FORM_TOKEN_FIELD]: tokenIn(form), version: '1', ...more });
    return { ...there, personId, form, post, answer: await post(with_) };
  };

  it('lets the address have mail again, keeps who and why, and a second click changes nothing', async () => {
    const { answer, post, isSuppressed, there, browser, personId } = await posted({ reason: 'They freed their mailbox' });
    expect([answer.status, answer.headers.location]).toEqual([303, `${PAGE}?done=lifted`]);
    expect(await isSuppressed()).toBe(false);
    expect((await post({ reason: 'They freed their mailbox' })).status).toBe(303);
    expect(there.mailLedger.history.entries).toMatchObject([{ by: DANA, about: personId, reason: 'They freed their mailbox' }]);
    const after = (await browser.get(`${PAGE}?done=lifted`)).body;
    expect(after).toContain('This address gets email again');
    expect(after).toContain('They freed their mailbox');
    expect(after).not.toContain('ana@example.org');
    expect((await browser.get('/desk/history')).body).toContain('They freed their mailbox');
  });

  it.each([
    ['', 'Write why, in a few words'],
    ['x'.repeat(301), 'Write at most 300 characters'],
  ])('without a good reason is shown again, with what was typed', async (reason, words) => {
    const { answer, isSuppressed } = await posted({ reason });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(reason === '' ? 'name="reason" type="text" value' : `value="${reason}"`);
    expect(answer.body).toMatch(/<title>Error/);
    expect(await isSuppressed()).toBe(true);
  });

  it('of an older version is refused, and shows the present one with what was typed', async () => {
    const there = await scene();
    const { personId } = await there.bounced();
    await suppressed(there.there, 'complained', 2);
    const token = await there.browser.formToken();
    const answer = await there.browser.post(`${PAGE}/suppressed/${personId}/lift`, {
      [FORM_TOKEN_FIELD]: token,
      version: '1',
      reason: 'It works',
    });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('Somebody else changed this in the meantime');
    expect(answer.body).toContain('name="version" value="2"');
    expect(answer.body).toContain('value="It works"');
    expect(await there.isSuppressed()).toBe(true);
  });

  it('of an address that is not suppressed is told so', async () => {
    const { browser } = await scene();
    const answer = await browser.post(`${PAGE}/suppressed/nobody0123456789/lift`, {
      [FORM_TOKEN_FIELD]: await browser.formToken(),
      version: '1',
      reason: 'It works',
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('There is nothing to change.');
  });
});
