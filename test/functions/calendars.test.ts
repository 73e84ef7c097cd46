/** Calendars to subscribe to, over HTTP: who gets what, what need not be sent again, and addresses in wrong hands. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { CalendarAddress } from '#contracts/resources/calendar.ts';
import { aShift, slotId } from '#test/support/builders.ts';
import { archiveDefinition, shiftedBy } from '#test/support/calendars.ts';
import { world } from '#test/support/world.ts';
import { type Answer, type Sent, SITE, type Site, site } from './http.ts';
import { ANA, bearer, signedUp } from './people.ts';

const SCHOOL = '/schools/lincoln-elementary/calendar.ics';

async function scene() {
  const there = await world({ slots: [aShift(1), aShift(2)] });
  const here = site(there);
  return { there, here };
}

async function subscribed() {
  const { there, here } = await scene();
  const id = await signedUp(here);
  await there.deliver();
  const token = await here.tokenOf(ANA.email);
  const path = pathOf(await made(here, token));
  return { there, here, id, token, path };
}
const made = (here: Site, token: string, path = '/api/my-calendar', json: unknown = {}): Promise<Answer> =>
  here.send({ method: 'POST', path, json, headers: bearer(token) });
const addressIn = (answer: Answer): string => CalendarAddress.parse(answer.json()).url;
const pathOf = (answer: Answer): string => addressIn(answer).slice(SITE.length);

const entriesIn = ({ body }: Answer) =>
  new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    status: String(event.getFirstPropertyValue('status')),
    start: (event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>).toJSDate().toISOString(),
  }));

describe('a school’s calendar', () => {
  it('is for anyone, in the language of its address and in no other', async () => {
    const { here } = await scene();
    const answer = await here.get(SCHOOL);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'public, max-age=300',
    ]);
    expect([answer.headers.vary, answer.cookies]).toEqual([undefined, []]);
    expect(entriesIn(answer).map(({ uid }) => uid.split('@')[0])).toEqual([slotId(1), slotId(2)]);
    const asked = await here.get(SCHOOL, { cookies: ['lang=es'], headers: { 'accept-language': 'es-MX' } });
    expect(asked.body).toBe(answer.body);
    expect((await here.get(`${SCHOOL}?lang=es`)).body).toContain('participar');
    expect((await here.get(`${SCHOOL}?lang=tlh`)).body).toBe(answer.body);
  });

  it('answers a link checker as it answers everyone', async () => {
    const { here } = await scene();
    const [got, head] = [await here.get(SCHOOL), await here.send({ method: 'HEAD', path: SCHOOL })];
    expect([head.status, head.headers]).toEqual([got.status, got.headers]);
  });

  it('tells nobody’s name, and stays the same while people sign up', async () => {
    const { there, here } = await scene();
    const before = await here.get(SCHOOL);
    await signedUp(here);
    await there.deliver();
    const after = await here.get(SCHOOL);
    expect(after.body).toBe(before.body);
    expect(after.headers.etag).toBe(before.headers.etag);
    expect(after.body).not.toContain('Ana');
  });

  it('changes with what staff change: the entry moves, and what was put away is called off', async () => {
    const { there, here } = await scene();
    const before = await here.get(SCHOOL);
    there.clock.set('2027-03-01T15:00:00.000Z');
    await shiftedBy(there, 60);
    const moved = await here.get(SCHOOL);
    expect(moved.headers.etag).not.toBe(before.headers.etag);
    expect(moved.headers['last-modified']).toBe('Mon, 01 Mar 2027 15:00:00 GMT');
    expect(entriesIn(moved)[0]).toMatchObject({ uid: entriesIn(before)[0]?.uid, start: '2027-03-06T00:00:00.000Z' });
    await archiveDefinition(there);
    expect(entriesIn(await here.get(SCHOOL)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it.each(['/schools/nowhere/calendar.ics', '/schools/NO%20WHERE/calendar.ics', '/schools/%2e%2e/calendar.ics'])(
    'there is none at %s',
    async (path) => {
      const { here } = await scene();
      const answer = await here.get(path);
      expect([answer.status, answer.headers['cache-control'], answer.headers.etag]).toEqual([404, 'no-store', undefined]);
    },
  );
});

const TAG = '"other"';
/** Given the answer that is had already: what a client sends, and whether it has it. */
const MATRIX: readonly (readonly [string, (had: Answer) => Readonly<Record<string, string>>, 200 | 304])[] = [
  ['nothing', () => ({}), 200],
  ['its tag', (had) => ({ 'if-none-match': tagOf(had) }), 304],
  ['its tag, made weak on the way', (had) => ({ 'if-none-match': `W/${tagOf(had)}` }), 304],
  ['a list with its tag', (had) => ({ 'if-none-match': `${TAG}, W/"x,y" ,${tagOf(had)}` }), 304],
  ['anything', () => ({ 'if-none-match': ' * ' }), 304],
  ['another tag', () => ({ 'if-none-match': TAG }), 200],
  ['its tag without quotes', (had) => ({ 'if-none-match': tagOf(had).slice(1, -1) }), 200],
  ['its tag within another', (had) => ({ 'if-none-match': `"${tagOf(had)}"` }), 200],
  ['a list that is none', (had) => ({ 'if-none-match': `x ${tagOf(had)}` }), 200],
  ['an empty list', () => ({ 'if-none-match': '' }), 200],
  ['its day', (had) => ({ 'if-modified-since': dayOf(had) }), 304],
  ['a later day', () => ({ 'if-modified-since': 'Tue, 02 Mar 2027 00:00:00 GMT' }), 304],
  ['a second before its day', (had) => ({ 'if-modified-since': new Date(Date.parse(dayOf(had)) - 1_000).toUTCString() }), 200],
  ['a day of old, as RFC 850 wrote it', () => ({ 'if-modified-since': 'Tuesday, 02-Mar-27 00:00:00 GMT' }), 304],
  ['a day of old, as C writes it', () => ({ 'if-modified-since': 'Tue Mar  2 00:00:00 2027' }), 304],
  ['a day that is none', () => ({ 'if-modified-since': 'tomorrow' }), 200],
  ['a day in ISO', () => ({ 'if-modified-since': '2027-03-02T00:00:00Z' }), 200],
  ['another tag and its day: the tag decides', (had) => ({ 'if-none-match': TAG, 'if-modified-since': dayOf(had) }), 200],
  [
    'its tag and a day of old: the tag decides',
    (had) => ({ 'if-none-match': tagOf(had), 'if-modified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' }),
    304,
  ],
  ['a hundred thousand tags', (had) => ({ 'if-none-match': `${'"a", '.repeat(100_000)}${tagOf(had)}` }), 200],
  ['a header made to be slow', () => ({ 'if-none-match': `${'W/'.repeat(2_000)}"` }), 200],
];
const tagOf = ({ headers }: Answer): string => headers.etag ?? 'no tag';
const dayOf = ({ headers }: Answer): string => headers['last-modified'] ?? 'no day';

describe.each(['a school’s', 'a person’s'] as const)('of %s calendar that somebody has', (whose) => {
  const start = async () => {
    const { here, path, there } = await subscribed();
    return { here, there, path: whose === 'a person’s' ? path : SCHOOL };
  };

  it.each(MATRIX)('asking with %s', async (_name, headersFor, status) => {
    const { here, path } = await start();
    const had = await here.get(path);
    expect(tagOf(had)).toMatch(/^"[\w-]{43}"$/);
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await here.send({ method, path, headers: headersFor(had) } satisfies Sent);
      expect([method, answer.status]).toEqual([method, status]);
      if (status === 200) continue;
      expect(answer.body).toBe('');
      for (const name of ['etag', 'last-modified', 'cache-control', 'content-language'])
        expect(answer.headers[name]).toBe(had.headers[name]);
      expect(answer.headers['content-type']).toBeUndefined();
    }
  });

  it('nobody is told they have it once it says something else', async () => {
    const { here, path, there } = await start();
    const had = await here.get(path);
    const { etag, 'last-modified': since } = had.headers;
    there.clock.set('2027-03-01T18:00:00.000Z');
    await shiftedBy(there, 30);
    for (const headers of [{ 'if-none-match': etag ?? '' }, { 'if-modified-since': since ?? '' }]) {
      const answer = await here.get(path, { headers });
      expect(answer.status).toBe(200);
      expect(Date.parse(answer.headers['last-modified'] ?? '')).toBeGreaterThan(Date.parse(since ?? ''));
    }
  });
});

describe('a person’s calendar', () => {
  it('shows their sign-ups and is kept by nobody else', async () => {
    const { here, path, id } = await subscribed();
    const { status, headers, ...answer } = await here.get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-language': 'es',
    });
    expect(entriesIn({ ...answer, status, headers }).map(({ uid }) => uid.split('@')[0])).toEqual([id]);
  });

  it('has neither name nor address of theirs in it, and no link that could change anything', async () => {
    const { here, path, token } = await subscribed();
    const text = (await here.get(path)).body.replaceAll('\r\n ', '');
    for (const one of ['Ana', 'ana@', token, '/manage/']) expect(text).not.toContain(one);
  });

  it('follows what they do', async () => {
    const { here, there, path, id, token } = await subscribed();
    const before = await here.get(path);
    await here.send({ method: 'POST', path: `/api/sign-ups/${id}/move`, json: { slotId: slotId(2) }, headers: bearer(token) });
    await there.deliver();
    const moved = await here.get(path, { headers: { 'if-none-match': tagOf(before) } });
    expect([moved.status, entriesIn(moved).length]).toEqual([200, 1]);
    expect(entriesIn(moved)[0]?.uid).not.toBe(entriesIn(before)[0]?.uid);
  });

  it('does not change with what others do', async () => {
    const { here, there, path } = await subscribed();
    const before = await here.get(path);
    await signedUp(here, { person: { name: 'Bob', email: 'bob@example.org' } }, 'key-of-bob-0123456789');
    await there.deliver();
    expect((await here.get(path, { headers: { 'if-none-match': tagOf(before) } })).status).toBe(304);
  });

  it('tells each person theirs', async () => {
    const { here, path } = await subscribed();
    const bobs = await signedUp(here, { person: { name: 'Bob', email: 'bob@example.org' } }, 'key-of-bob-0123456789');
    const bob = pathOf(await made(here, await here.tokenOf('bob@example.org')));
    expect(entriesIn(await here.get(bob)).map(({ uid }) => uid.split('@')[0])).toEqual([bobs]);
    // the one's name with the other's secret
    const mixed = `${bob.slice(0, '/calendars/'.length + 16)}${path.slice('/calendars/'.length + 16)}`;
    expect((await here.get(mixed)).status).toBe(404);
  });

  it('that is altered, replaced, ended, expired or none of ours is not there, each like the other', async () => {
    const { here, there, path, token } = await subscribed();
    const url = `${SITE}${path}`;
    const plain = async (one: string) => {
      const { status, headers, body } = await here.get(one);
      return { status, headers, body: body.replaceAll(one, '') };
    };
    const unknown = await plain('/calendars/nonsense');
    expect(unknown.status).toBe(404);
    const flipped = path.replace(/.(?=\.ics$)/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const wrong of [flipped, '/calendars/nonsense.ics', `/calendars/${token}.ics`, path.replace('.ics', '.txt')])
      expect(await plain(wrong)).toEqual(unknown);
    const next = pathOf(await made(here, token, '/api/my-calendar/replace', { seen: url }));
    expect(await plain(path)).toEqual(unknown);
    expect((await here.get(next)).status).toBe(200);
    await made(here, token, '/api/my-calendar/end');
    expect(await plain(next)).toEqual(unknown);
    const last = pathOf(await made(here, token));
    there.clock.set('2028-04-10T12:00:00.000Z');
    expect(await plain(last)).toEqual(unknown);
  });

  it('opens nothing with its token but itself', async () => {
    const { here, path } = await subscribed();
    const secret = path.slice('/calendars/'.length, -'.ics'.length);
    for (const one of [`/manage/${secret}`, `/manage/${secret.slice(0, 32)}`, `/manage/${secret.slice(16)}`])
      expect((await here.get(one)).status).toBe(401);
    expect((await here.get('/api/my-sign-ups', { headers: bearer(secret.slice(16)) })).status).toBe(401);
  });

  it('goes on being there while it is read, and writes nothing else then', async () => {
    const { here, there, path } = await subscribed();
    for (const day of ['2027-08-01', '2028-06-01', '2029-03-01']) {
      there.clock.set(`${day}T12:00:00.000Z`);
      expect((await here.get(path)).status).toBe(200);
    }
    const notes: unknown[] = [];
    const counted = site(there, (ports) => ({
      ...ports,
      readCalendars: {
        ...ports.readCalendars,
        note: async (...said) => {
          notes.push(said);
        },
      },
    }));
    for (let times = 0; times < 5; times += 1) await counted.get(path);
    expect(notes).toEqual([]);
  });
});

describe('the page of a person’s calendar address', () => {
  const start = async () => {
    const { there, here } = await scene();
    await signedUp(here);
    await there.deliver();
    const token = await here.tokenOf(ANA.email);
    return { there, here, page: `/manage/${token}/calendar` };
  };
  const addressOn = ({ body }: Answer): string | undefined => /https:\/\/[^"]+\/calendars\/([\w-]+\.ics)/.exec(body)?.[0];

  it('looked at, any number of times, makes no address', async () => {
    const { here, page } = await start();
    for (let times = 0; times < 3; times += 1) {
      const answer = await here.get(page);
      expect([answer.status, addressOn(answer), answer.headers['cache-control']]).toEqual([200, undefined, 'no-store']);
    }
  });

  it('shows the address once it was asked for, and the same one each time', async () => {
    const { here, page } = await start();
    const posts = await Promise.all([here.post(page, {}), here.post(page, {})]);
    for (const { status, headers } of posts) expect([status, headers.location]).toEqual([303, page]);
    const first = await here.get(page);
    const url = addressOn(first) ?? '';
    expect(first.body).toContain(`href="${url.replace('https:', 'webcal:')}"`);
    await here.post(page, {});
    expect(addressOn(await here.get(page))).toBe(url);
    expect((await here.get(url.slice(SITE.length))).status).toBe(200);
  });

  it('makes another, however often that is sent, and ends all', async () => {
    const { here, page } = await start();
    await here.post(page, {});
    const old = addressOn(await here.get(page)) ?? '';
    const seen = { seen: old };
    expect((await here.post(`${page}/replace`, seen)).headers.location).toBe(`${page}?done=replaced`);
    const next = addressOn(await here.get(`${page}?done=replaced`)) ?? '';
    await here.post(`${page}/replace`, seen);
    expect(addressOn(await here.get(page))).toBe(next);
    expect([(await here.get(old.slice(SITE.length))).status, (await here.get(next.slice(SITE.length))).status]).toEqual([404, 200]);
    for (let times = 0; times < 2; times += 1) expect((await here.post(`${page}/end`, {})).headers.location).toBe(`${page}?done=ended`);
    const ended = await here.get(`${page}?done=ended`);
    expect([addressOn(ended), ended.body.includes('role="status"')]).toEqual([undefined, true]);
    expect((await here.get(next.slice(SITE.length))).status).toBe(404);
  });

  it('takes no post of another site, and none without the manage link', async () => {
    const { here, page } = await start();
    for (const path of [page, `${page}/replace`, `${page}/end`]) {
      const foreign = await here.post(path, {}, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } });
      expect(foreign.status).toBe(403);
      const altered = path.replace(/manage\/(.)/, (_all, first) => `manage/${first === 'A' ? 'B' : 'A'}`);
      expect((await here.post(altered, {})).status).toBe(401);
    }
    expect(addressOn(await here.get(page))).toBeUndefined();
  });

  it.each(['', 'x', '../../etc/passwd', 'x'.repeat(5_000), '\u0000'])('replaces nothing for an address that is none: %j', async (seen) => {
    const { here, page } = await start();
    await here.post(page, {});
    const url = addressOn(await here.get(page));
    await here.post(`${page}/replace`, { seen });
    expect(addressOn(await here.get(page))).toBe(url);
  });
});

it('a calendar that can’t be read says that this passes, and is kept by nobody', async () => {
  const { there } = await scene();
  const fails = () => Promise.reject(Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' }));
  const here = site(there, (ports) => ({ ...ports, calendarSources: { ofSchool: fails, ofPerson: fails } }));
  const answer = await here.get(SCHOOL);
  expect([answer.status, answer.headers['cache-control']]).toEqual([503, 'no-store']);
});
