/** Which mails somebody gets, through their link: the page, and what mail programs post when somebody unsubscribes with one click. */
import { describe, expect, it } from 'vitest';
import { mailPreferencePaths } from '#contracts/mail-preference-pages.ts';
import { paths } from '#contracts/pages.ts';
import { USUAL_PREFERENCES } from '#contracts/resources/mail-preferences.ts';
import { preferencesOf } from '#domain/messaging/preferences.ts';
import { DAY } from '#domain/time.ts';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';
import { CHOSEN } from './mail-preference-cases.ts';
import { ANA, bearer, signedUp } from './people.ts';

async function scene() {
  const there = await world();
  const here = site(there);
  const token = await here.tokenOf(ANA.email);
  const chosen = async () => preferencesOf(there.mailPorts.preferences, await here.personOf(ANA.email));
  return {
    there,
    here,
    token,
    chosen,
    path: mailPreferencePaths.page(token),
    oneClick: mailPreferencePaths.unsubscribeBelow(paths.manage(token)),
  };
}
const FORM = { reminders: 'last', thanks: 'yes', language: 'es' } as const;

describe('the page of one’s mails', () => {
  it('is found from one’s sign-ups, shows what is usual, and keeps what is chosen', async () => {
    const { here, token, path, chosen } = await scene();
    await signedUp(here);
    expect((await here.get(paths.manage(token))).body).toContain(`href="${path}"`);
    const before = await here.get(path);
    expect([before.status, before.headers['referrer-policy'], before.headers['cache-control']]).toEqual([200, 'no-referrer', 'no-store']);
    expect(before.body).toMatch(/value="all" checked/);
    expect(before.body).toMatch(/name="thanks" value="yes" checked/);
    const answer = await here.post(path, FORM);
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}?saved=yes`]);
    expect(await chosen()).toEqual({ reminders: 'last', thanks: true, language: 'es' });
    const after = await here.get(answer.headers.location ?? '');
    expect(after.body).toContain('This counts from the next email on.');
    expect(after.body).toMatch(/value="last" checked/);
    expect(after.body).toMatch(/<option value="es" selected/);
  });

  it('takes a repeat for the same, and nothing chosen for no thanks and the language of each thing', async () => {
    const { here, path, chosen } = await scene();
    for (const _twice of [1, 2]) await here.post(path, { reminders: 'none', language: '' });
    expect(await chosen()).toEqual({ reminders: 'none', thanks: false });
  });

  it('stops all but the necessary with one button, and keeps the language', async () => {
    const { here, path, chosen } = await scene();
    await here.post(path, FORM);
    const { body } = await here.get(path);
    const [, form = ''] = /<form[^>]*>(?=<p>No more reminders)(.*?)<\/form>/s.exec(body) ?? [];
    const hidden = [...form.matchAll(/name="(\w+)" value="(\w*)"/g)].map(([, name, value]) => [name, value] as const);
    await here.post(path, Object.fromEntries(hidden));
    expect(await chosen()).toEqual({ reminders: 'none', thanks: false, language: 'es' });
    expect((await here.get(path)).body).toContain('You get only what is necessary.');
  });

  it.each([
    ['no choice of reminders', { thanks: 'yes' }, 'reminders-all-error', 'Choose one of these'],
    ['reminders there are not', { ...FORM, reminders: '<b>' }, 'reminders-all-error', 'Choose one of these'],
    ['a language that is none', { ...FORM, language: '"><b>' }, 'language-error', 'Choose a language'],
    ['a language that is not offered', { ...FORM, language: 'fr' }, 'language-error', 'Choose a language'],
  ])('refuses %s beside its field, and keeps what was there', async (_what, form, id, words) => {
    const { here, path, chosen } = await scene();
    const answer = await here.post(path, form);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(new RegExp(`id="${id}">[^<]*${words}`));
    expect(answer.body).not.toContain('<b>');
    expect(answer.body).toMatch(/name="thanks" value="yes" checked/);
    expect(await chosen()).toEqual(USUAL_PREFERENCES);
  });

  it('is not there through a link that is wrong or over, nor for a form of another site', async () => {
    const { there, here, token, path, chosen } = await scene();
    const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
    expect((await here.post(path, FORM, foreign)).status).toBe(403);
    expect((await here.post(path.replace(token, 'x'.repeat(32)), FORM)).status).toBe(401);
    expect((await here.get(path.replace(token, 'x'))).status).toBe(401);
    there.clock.advance(61 * DAY);
    expect([(await here.get(path)).status, (await here.post(path, FORM)).status]).toEqual([401, 401]);
    expect(await chosen()).toEqual(USUAL_PREFERENCES);
  });

  it('says over the API what it says on the page', async () => {
    const { here, path, token } = await scene();
    const headers = bearer(token);
    await here.post(path, FORM);
    expect((await here.send({ path: '/api/my-mail-preferences', headers })).json()).toEqual({
      reminders: 'last',
      thanks: true,
      language: 'es',
    });
    await here.send({ method: 'POST', path: '/api/my-mail-preferences', headers, json: CHOSEN });
    expect((await here.send({ path: '/api/my-mail-preferences', headers })).json()).toEqual(CHOSEN);
  });
});

describe('one click in a mail program', () => {
  const FORM_TYPE = 'application/x-www-form-urlencoded';
  const MULTIPART = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';

  it.each([
    ['as a form', FORM_TYPE, 'List-Unsubscribe=One-Click', {}],
    ['as a form in parts', 'multipart/form-data; boundary=x', MULTIPART, {}],
    ['without a word', undefined, undefined, {}],
    [
      'from the page of another site',
      FORM_TYPE,
      'List-Unsubscribe=One-Click',
      { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    ],
  ])('%s, without cookie or origin of ours, leaves only what is necessary, and the language', async (_what, type, body, more) => {
    const { here, path, oneClick, chosen } = await scene();
    await here.post(path, FORM);
    const headers = { ...(type && { 'content-type': type }), ...more };
    for (const _twice of [1, 2]) {
      const answer = await here.send({ method: 'POST', path: oneClick, headers, ...(body !== undefined && { body }) });
      // mail programs do not follow where they are sent on to
      expect([answer.status, answer.cookies]).toEqual([200, []]);
      expect(await chosen()).toEqual({ reminders: 'none', thanks: false, language: 'es' });
    }
  });

  it('that only opens the address changes nothing, and leads to the page', async () => {
    const { here, path, oneClick, chosen } = await scene();
    const answer = await here.get(oneClick);
    expect([answer.status, answer.headers.location, await chosen()]).toEqual([303, `${path}#stop`, USUAL_PREFERENCES]);
    expect((await here.get(path)).body).toContain('id="stop"');
  });

  it('is refused with a link that is wrong or over', async () => {
    const { there, here, token, oneClick, chosen } = await scene();
    const post = (path: string) =>
      here.send({ method: 'POST', path, headers: { 'content-type': FORM_TYPE }, body: 'List-Unsubscribe=One-Click' });
    expect((await post(oneClick.replace(token, 'x'.repeat(32)))).status).toBe(401);
    there.clock.advance(61 * DAY);
    expect([(await post(oneClick)).status, (await here.get(oneClick)).status, await chosen()]).toEqual([401, 401, USUAL_PREFERENCES]);
  });
});
