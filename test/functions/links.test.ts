/** Manage links in wrong hands, in early hands and out of date; and "send me my link", which tells nobody who is known. */
import { describe, expect, it } from 'vitest';
import { aShift, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { type Answer, type SitePorts, site } from './http.ts';
import { ANA, bearer, signedUp } from './people.ts';

async function scene() {
  const there = await world({ slots: [aShift(1), aShift(2)] });
  const before = there.volunteering.stream.length;
  return { there, here: site(there), writes: () => there.volunteering.stream.length - before };
}
describe('a manage link', () => {
  const managed = async () => {
    const all = await scene();
    const id = await signedUp(all.here, { person: { name: '<script>alert(1)</script>', email: ANA.email } });
    return { ...all, id, token: await all.here.tokenOf(ANA.email), since: all.writes() };
  };

  it('opened by a mail scanner, any number of times, changes nothing and still works', async () => {
    const { here, writes, since, token, id } = await managed();
    for (const path of [`/manage/${token}`, `/manage/${token}?done=cancelled.${id}`, `/manage/${token}/${id}/calendar.ics`]) {
      expect((await here.get(path)).status).toBe(200);
    }
    for (const what of ['cancel', 'places', 'move']) expect((await here.get(`/manage/${token}/${what}`)).status).toBe(404);
    expect(writes()).toBe(since);
  });

  it('shows a name made of markup as text, with no store and no referrer', async () => {
    const { here, token } = await managed();
    const { body, headers } = await here.get(`/manage/${token}`);
    expect([body.includes('<script>alert'), body.includes('&lt;script>alert(1)')]).toEqual([false, true]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  });

  it('that is altered, expired or none of ours is refused, each like the other', async () => {
    const { here, there, token, id } = await managed();
    const altered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    const ask = async (one: string): Promise<readonly Answer[]> => [
      await here.get(`/manage/${one}`),
      await here.get(`/manage/${one}/${id}/calendar.ics`),
      await here.post(`/manage/${one}/cancel`, { signUpId: id }),
      await here.get('/api/my-sign-ups', { headers: bearer(one) }),
      await here.send({ method: 'POST', path: `/api/sign-ups/${id}/cancel`, headers: bearer(one) }),
    ];
    const plain = (answers: readonly Answer[], one: string) =>
      answers.map(({ status, headers, cookies, body }) => ({ status, headers, cookies, body: body.replaceAll(one, '') }));
    const unknown = plain(await ask(altered), altered);
    there.clock.set('2027-06-01T12:00:00Z');
    const expired = plain(await ask(token), token);
    const nonsense = plain(await ask('nonsense'), 'nonsense');
    expect(unknown.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(unknown[0]?.body).toMatch(/<a class="button" href="\/my-sign-ups">/);
    expect(expired).toEqual(unknown);
    expect(nonsense).toEqual(unknown);
    expect(there.volunteering.ledgers.get(slotId(1))?.taken).toBe(2);
  });

  it('of one person finds nothing of another', async () => {
    const { here, writes, since, id } = await managed();
    await signedUp(here, { person: { name: 'Bob', email: 'bob@example.org' } }, 'key-of-bob-0123456789');
    const bob = await here.tokenOf('bob@example.org');
    const headers = bearer(bob);
    const answers = [
      await here.send({ method: 'POST', path: `/api/sign-ups/${id}/cancel`, headers }),
      await here.send({ method: 'POST', path: `/api/sign-ups/${id}/places`, json: { places: 1 }, headers }),
      await here.send({ method: 'POST', path: `/api/sign-ups/${id}/move`, json: { slotId: slotId(2) }, headers }),
      await here.get(`/manage/${bob}/${id}/calendar.ics`),
      await here.post(`/manage/${bob}/cancel`, { signUpId: id }),
      await here.post(`/manage/${bob}/places`, { signUpId: id, places: '1' }),
      await here.post(`/manage/${bob}/move`, { signUpId: id, slotId: slotId(2) }),
      await here.post(`/manage/${bob}/cancel`, { signUpId: '../../etc/passwd' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(writes()).toBe(since + 1);
    expect((await here.get(`/manage/${bob}`)).body).not.toContain('alert(1)');
  });

  it('is taken from the header only as a bearer token', async () => {
    const { here, token } = await managed();
    for (const authorization of [token, `Basic ${token}`, `Bearer ${token} x`, `Bearer  `, 'Bearer', `Bearer ${'x'.repeat(9_000)}`]) {
      expect((await here.get('/api/my-sign-ups', { headers: { authorization } })).status).toBe(401);
    }
    expect((await here.get('/api/my-sign-ups', { headers: { authorization: `bearer ${token}` } })).status).toBe(200);
  });
});

describe('"send me my link"', () => {
  it('answers a known and an unknown address the same, and does the same work for both', async () => {
    const { here, there } = await scene();
    await signedUp(here);
    const calls: string[] = [];
    const counted = site(there, (ports) => told(ports, calls));
    const ask = async (email: string) => {
      calls.length = 0;
      const form = await counted.post('/my-sign-ups', { email });
      const api = await counted.send({ method: 'POST', path: '/api/links', json: { email, language: 'en' } });
      return { form: { ...form, json: 0, problem: 0 }, api: { ...api, json: 0, problem: 0 }, calls: [...calls] };
    };
    const known = await ask(ANA.email);
    expect(await ask('nobody@example.org')).toEqual(known);
    expect(known.calls).toEqual(['people.identify', 'linkRequests.put', 'people.identify', 'linkRequests.put']);
    await there.deliver();
    expect(there.mailer.sent.map(({ mail }) => mail.to.email)).toEqual([ANA.email, ANA.email]);
  });

  it('asked a thousand times for one address is one mail in ten minutes', async () => {
    const { here, there } = await scene();
    await signedUp(here);
    for (let time = 0; time < 1_000; time += 1) await here.post('/my-sign-ups', { email: ANA.email });
    await there.deliver();
    expect(there.mails().filter((key) => key.startsWith('link/'))).toHaveLength(1);
  });
});

/** Every call of a port, by name. */
function told(ports: SitePorts, calls: string[]): SitePorts {
  const wrap = (name: string, port: object) =>
    new Proxy(port, {
      get(target, member) {
        const found: unknown = Reflect.get(target, member);
        if (typeof found !== 'function' || name === 'clock' || name === 'ids') return found;
        return (...args: readonly unknown[]) => {
          calls.push(`${name}.${String(member)}`);
          return found.apply(target, args);
        };
      },
    });
  return Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [name, typeof port === 'object' && name !== 'district' ? wrap(name, port) : port]),
  ) as SitePorts;
}
