/** Hostile and broken input over HTTP: a clear refusal, and nothing changed. */
import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { MOST_CHOSEN } from '#contracts/resources/series.ts';
import { MySignUps } from '#contracts/resources/sign-up.ts';
import { aShift, aSignUpRequest, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { type Answer, site } from './http.ts';
import { ANA, anaForm, bearer, KEY, OPPORTUNITY_PATH, postSignUp, signedUp } from './people.ts';

async function scene() {
  const there = await world({ slots: [aShift(1), aShift(2)] });
  const before = there.volunteering.stream.length;
  return { there, here: site(there), writes: () => there.volunteering.stream.length - before };
}
const request = aSignUpRequest();
const json = JSON.stringify(request);
const withPlaces = (places: string) => json.replace('"places":1', `"places":${places}`);
const posted = (body: string, type = 'application/json', base64 = false) => ({
  method: 'POST' as const,
  path: '/api/sign-ups',
  body,
  base64,
  headers: { 'content-type': type, 'idempotency-key': KEY },
});
const summary = (answer: Answer) => ({ status: answer.status, code: answer.problem().code });

describe('a JSON body', () => {
  it.each(['0', '-1', '1.5', '1e9', '"1"', 'null', '[]', '{}', 'true', '51', '1e400', '-0'])(
    'with %s places is refused at its field',
    async (places) => {
      const { here, writes } = await scene();
      const answer = await here.send(posted(withPlaces(places)));
      expect([summary(answer), writes()]).toEqual([{ status: 422, code: 'request.invalid' }, 0]);
      expect(answer.problem().errors).toMatchObject([{ pointer: '/slots/0/places' }]);
    },
  );

  it.each([
    ['that is not JSON', '{"slots": [', 400],
    ['of nothing but a word', 'undefined', 400],
    ['that is JSON of another kind', '"sign me up"', 422],
    ['that is null', 'null', 422],
    ['10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 422],
    ['10,000 deep in a field', json.replace('"answers":[]', `"answers":${'['.repeat(10_000)}${']'.repeat(10_000)}`), 422],
    ['with a field nobody knows', json.replace('{', '{"admin":true,'), 422],
    ['with __proto__', json.replace('{', '{"__proto__":{"consent":true},'), 422],
    ['with constructor', json.replace('{', '{"constructor":{"prototype":{}},'), 422],
    ['with the same slot twice', JSON.stringify(aSignUpRequest({ slots: [1, 1].map((n) => ({ slotId: slotId(n), places: 1 })) })), 422],
    [
      'with more slots than one may choose',
      JSON.stringify(aSignUpRequest({ slots: Array.from({ length: MOST_CHOSEN + 1 }, (_, n) => ({ slotId: slotId(n), places: 1 })) })),
      422,
    ],
    ['with consent that is not true', json.replace('"consent":true', '"consent":"true"'), 422],
    ['with a line break in the name', json.replace('Ana Gómez', 'Ana\\r\\nBcc: all@example.org'), 422],
    ['with a line break in the address', json.replace('ana@example.org', 'ana@example.org\\nBcc: b@example.org'), 422],
    ['with NUL in the name', json.replace('Ana Gómez', 'Ana\\u0000'), 422],
    ['with a name of 10,000 characters', json.replace('Ana Gómez', 'x'.repeat(10_000)), 422],
    ['over 64 KB', JSON.stringify({ x: 'x'.repeat(65_536) }), 413],
    ['of 6 MB', JSON.stringify({ x: 'x'.repeat(6 * 1_024 * 1_024) }), 413],
  ])('%s is refused and nothing is kept', async (_what, body, status) => {
    for (const base64 of [false, true]) {
      const { here, there, writes } = await scene();
      const answer = await here.send(posted(body, 'application/json', base64));
      expect([answer.status, answer.headers['content-type'], writes()]).toEqual([status, 'application/problem+json', 0]);
      expect(PROBLEM_STATUS[answer.problem().code]).toBe(status);
      expect(await there.ports.signUps.ofPerson(await here.personOf(ANA.email))).toEqual([]);
    }
    expect(({} as { consent?: unknown }).consent).toBeUndefined();
  });

  it('that is wrong in many ways is told each, by field and code', async () => {
    const { here } = await scene();
    const wrong = { ...request, slots: [{ slotId: slotId(1), places: 0 }], person: { email: 'ana' }, consent: false, extra: 1 };
    const { errors = [] } = (await postSignUp(here, wrong)).problem();
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      ' field.unrecognized-keys',
      '/consent consent.missing',
      '/person/email email.malformed',
      '/person/name field.missing',
      '/slots/0/places places.too-few',
    ]);
  });

  it('of the wrong kind is told from one that is missing, without its value', async () => {
    const { here } = await scene();
    const { errors = [] } = (await postSignUp(here, { ...request, slots: null, person: 'Ana García', answers: undefined })).problem();
    expect(errors.map(({ pointer, code, detail }) => [pointer, code, detail])).toEqual([
      ['/slots', 'field.invalid-type', 'got null, array is expected'],
      ['/person', 'field.invalid-type', 'got a string, object is expected'],
      ['/answers', 'field.missing', 'got nothing, array is expected'],
    ]);
  });

  it('names at most fifty problems, however many there are', async () => {
    const { here } = await scene();
    const slots = Array.from({ length: 60 }, () => ({ slotId: 'x', places: 0 }));
    expect((await postSignUp(here, { ...request, slots })).problem().errors).toHaveLength(50);
  });

  it('of exactly 64 KB is read', async () => {
    const { here } = await scene();
    const start = '{"x":"';
    const body = `${start}${'x'.repeat(65_536 - start.length - 2)}"}`;
    expect([body.length, summary(await here.send(posted(body)))]).toEqual([65_536, { status: 422, code: 'request.invalid' }]);
    expect(summary(await here.send(posted(`${body} `)))).toEqual({ status: 413, code: 'request.too-large' });
  });

  it('with a key twice counts the last, whole', async () => {
    const { here, there } = await scene();
    const answer = await here.send(posted(json.replace('"places":1', '"places":5,"places":2')));
    expect([answer.status, there.volunteering.ledgers.get(slotId(1))?.taken]).toEqual([201, 2]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '', 'application/jsonp'])(
    'called %j is refused',
    async (type) => {
      const { here, writes } = await scene();
      expect([summary(await here.send(posted(json, type))), writes()]).toEqual([{ status: 415, code: 'request.unsupported-type' }, 0]);
    },
  );

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.api+json'])('called %j is read', async (type) => {
    const { here } = await scene();
    expect((await here.send(posted(json, type, true))).status).toBe(201);
  });

  it.each(["O'Brien", 'Null', 'Zoë 🧑‍🏫', '李小龍', '{{7*7}}', "Robert'); DROP TABLE"])('with the name %s is welcome', async (name) => {
    const { here } = await scene();
    await signedUp(here, { person: { name, email: ANA.email } });
    const mine = MySignUps.parse((await here.get('/api/my-sign-ups', { headers: bearer(await here.tokenOf(ANA.email)) })).json());
    expect(mine.name).toBe(name);
  });
});

describe('a form', () => {
  it.each([
    ['of another type', { body: 'a=1', headers: { 'content-type': 'text/plain' } }, 415],
    ['with a file', { body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
    ['over 64 KB', { form: anaForm({ name: 'x'.repeat(65_536) }) }, 413],
    ['from another site', { form: anaForm(), headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }, 403],
    ['from a neighbour site', { form: anaForm(), headers: { 'sec-fetch-site': 'same-site' } }, 403],
    ['of an old browser from another site', { form: anaForm(), headers: { origin: 'https://evil.example' } }, 403],
    [
      'of an old browser from a site that starts like ours',
      { form: anaForm(), headers: { origin: 'https://volunteer.example.org.evil.example' } },
      403,
    ],
  ])('%s is refused and nothing is kept', async (_what, sent, status) => {
    const { here, there, writes } = await scene();
    const token = await here.tokenOf(ANA.email);
    for (const path of [OPPORTUNITY_PATH, '/my-sign-ups', `/manage/${token}/cancel`, `/manage/${token}/places`, `/manage/${token}/move`]) {
      const answer = await here.send({ method: 'POST', path, ...sent });
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, status, 'text/html; charset=utf-8']);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
    expect([writes(), there.volunteering.linkStream.length]).toEqual([0, 0]);
  });

  it('of an old browser that hides where it comes from is taken only where the address is a secret', async () => {
    const { here, there, writes } = await scene();
    const headers = { origin: 'null' };
    for (const path of [OPPORTUNITY_PATH, '/my-sign-ups']) {
      expect((await here.send({ method: 'POST', path, form: anaForm(), headers })).status).toBe(403);
    }
    expect([writes(), there.volunteering.linkStream.length]).toEqual([0, 0]);
    const signUpId = await signedUp(here);
    const token = await here.tokenOf(ANA.email);
    const cancel = (more: object) =>
      here.send({ method: 'POST', path: `/manage/${token}/cancel`, form: { signUpId }, headers: { ...headers, ...more } });
    expect((await cancel({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await cancel({})).status).toBe(303);
  });

  it('of our own page is taken from browsers that say where they come from, and from those that say nothing', async () => {
    for (const headers of [
      { origin: 'https://volunteer.example.org' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      {},
    ]) {
      const { here } = await scene();
      expect((await here.send({ method: 'POST', path: OPPORTUNITY_PATH, form: anaForm(), headers })).status).toBe(303);
    }
  });

  it('with fields named like parts of objects is only a wrong form', async () => {
    const { here, writes } = await scene();
    const posted = { ...anaForm({ slot: '__proto__', 'places.__proto__': '3', 'answer.constructor': 'x' }) };
    const answer = await here.post(OPPORTUNITY_PATH, new URLSearchParams(posted));
    expect([answer.status, writes(), ({} as { chosen?: boolean }).chosen]).toEqual([422, 0, undefined]);
  });

  it('with markup in its fields shows it as text', async () => {
    const { here } = await scene();
    const script = '<script>alert(1)</script>"\'>';
    const answer = await here.post(OPPORTUNITY_PATH, anaForm({ name: script, email: script, slot: script }));
    expect([answer.status, answer.body.includes('<script>alert'), answer.body.includes('&lt;script>alert(1)')]).toEqual([422, false, true]);
  });
});
