/** A school's suggestion box: as anyone meets it, and as staff read it. */
import { describe, expect, it } from 'vitest';
import { FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { Slug } from '#contracts/values.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { aSchool, schoolId } from '#test/support/builders.ts';
import { deskScene } from './desk-session.ts';

const { slug } = aSchool();
const BOX = suggestionPaths.box(slug);
const DESK = suggestionPaths.desk(schoolId());
const KEY = 'key-of-the-box-0123456789';

async function scene(email = 'luis@riverbend.example') {
  const { there, here, browser } = await deskScene();
  const put = (text: string, more: Readonly<Record<string, string>> = {}, headers = {}) =>
    here.post(BOX, { text, key: KEY, ...more }, { headers });
  await browser.signIn(email);
  return { there, here, browser, put };
}

describe('the box of a school', () => {
  it('is found from its page, takes a suggestion and says thank you', async () => {
    const { here, put } = await scene();
    expect((await here.get(`/schools/${slug}`)).body).toContain(`href="${BOX}"`);
    expect((await here.get(BOX)).body).toContain('Suggestion box');
    const answer = await put('Help on Saturdays, too');
    expect([answer.status, answer.headers.location]).toEqual([303, suggestionPaths.sent(slug)]);
    expect((await here.get(answer.headers.location ?? '')).body).toContain('Your suggestion is in the box.');
    expect((await here.get(`${BOX}?lang=es`)).body).toContain('Buzón de sugerencias');
  });

  it('takes two taps for one', async () => {
    const { there, put } = await scene();
    await Promise.all([put('Once'), put('Once')]);
    await put('Once');
    expect(await there.ports.suggestions.ofSchool(schoolId())).toHaveLength(1);
  });

  it.each([
    ['nothing', '  ', 'Write what you suggest'],
    ['too much', 'x'.repeat(2_001), 'this is too long'],
    ['a hidden character', 'Sat\u202eurday', 'hidden characters'],
  ])('refuses %s beside its field, keeps what was typed, and stores nothing', async (_what, text, words) => {
    const { there, put } = await scene();
    const answer = await put(text);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(new RegExp(`id="text-error">[^<]*${words}`));
    if (text.trim() !== '') expect(answer.body).toContain(text.slice(0, 3));
    expect(await there.ports.suggestions.ofSchool(schoolId())).toEqual([]);
  });

  it('stores nothing of a machine, nor from another site, and is not there for a school that is not', async () => {
    const { there, here, put } = await scene();
    expect((await put('Buy', { website: 'https://spam.example' })).status).toBe(303);
    expect((await put('Buy', {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await here.get('/schools/nowhere/suggestions')).status).toBe(404);
    expect((await here.post('/schools/nowhere/suggestions', { text: 'x', key: KEY })).status).toBe(404);
    expect(await there.ports.suggestions.ofSchool(schoolId())).toEqual([]);
  });
});

describe('the box at the desk', () => {
  it('is empty, then has what was put in as text, and what is dealt with below', async () => {
    const { there, browser, put } = await scene();
    expect((await browser.get(DESK)).body).toContain('Nothing is in the box yet.');
    await put('<b>Saturdays</b> & "evenings"\nplease');
    const { body } = await browser.get(DESK);
    expect(body).toMatch(/&lt;b>Saturdays&lt;\/b> &amp; (?:"|&quot;)evenings(?:"|&quot;)\nplease/);
    expect(body).toContain('1 is open');
    const [one] = await there.ports.suggestions.ofSchool(schoolId());
    const settle = async (settled: string) =>
      browser.post(suggestionPaths.settle(schoolId(), one?.suggestionId ?? ''), { [FORM_TOKEN_FIELD]: await browser.formToken(), settled });
    expect((await settle('yes')).headers.location).toBe(`${DESK}#${one?.suggestionId}`);
    expect((await browser.get(DESK)).body).toContain('Dealt with by luis@riverbend.example');
    expect((await browser.get('/desk/history')).body).toContain('Suggestion dealt with');
    expect((await settle('maybe')).status).toBe(422);
    await settle('no');
    expect((await browser.get(DESK)).body).not.toContain('Dealt with by');
  });

  it('is reached from the opportunities of the school', async () => {
    const { browser } = await scene();
    expect((await browser.get(`/desk/opportunities?school=${schoolId()}`)).body).toContain(`href="${DESK}"`);
  });

  it('is counted where the desk starts, until all is dealt with, and leads there', async () => {
    const { there, browser, put } = await scene();
    const tile = async () => /Suggestions to read<\/dt><dd><a href="([^"]*)">(\d+)</.exec((await browser.get('/desk')).body)?.slice(1);
    expect(await tile()).toEqual(['#schools', '0']);
    await put('Saturdays');
    await put('Evenings');
    expect(await tile()).toEqual([DESK, '2']);
    for (const { suggestionId } of await there.ports.suggestions.ofSchool(schoolId())) {
      await browser.post(suggestionPaths.settle(schoolId(), suggestionId), {
        [FORM_TOKEN_FIELD]: await browser.formToken(),
        settled: 'yes',
      });
    }
    expect(await tile()).toEqual(['#schools', '0']);
  });

  it.each([
    ['of another school', 'hannah@riverbend.example', '#schools">0<'],
    ['of nobody’s places', 'pat@riverbend.example', undefined],
  ])('is not counted for staff %s', async (_who, email, counted) => {
    const { there, browser, put } = await scene(email);
    const { version: _v, ...other } = aSchool({ schoolId: schoolId(2), slug: Slug.parse('washington') });
    await addSchool(there.ports)(other);
    await put('Saturdays');
    const { body } = await browser.get('/desk');
    expect(body.includes('Suggestions to read')).toBe(counted !== undefined);
    if (counted !== undefined) expect(body).toContain(counted);
    expect(body).not.toContain(DESK);
  });

  it.each([
    ['hannah@riverbend.example', 404],
    ['pat@riverbend.example', 404],
    ['dana@riverbend.example', 200],
  ])('is shown to %s: %d', async (email, status) => {
    const { browser, put } = await scene(email);
    await put('Saturdays');
    const answer = await browser.get(DESK);
    expect([answer.status, answer.body.includes('Saturdays')]).toEqual([status, status === 200]);
  });
});
