/** A person's statement of hours over HTTP: as a page, as a file, by year, and for nobody without their link. */
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { markPerson } from '#contracts/api/volunteering-check-in.ts';
import { opportunityId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { bobTakes, SLOTS } from './api-cases.ts';
import { type Answer, type Site, site } from './http.ts';
import { ANA } from './people.ts';
import { AT_THE_DOOR, anaHere } from './people-cases.ts';
import { pathOf } from './staff-cases.ts';

async function scene(mark: object | null = { attendance: 'attended', minutes: 100 }) {
  const there = await world({ slots: [...SLOTS] });
  const here = site(there);
  const ana = await anaHere({ here });
  await bobTakes(1, 1)({ here, world: there });
  there.clock.set(AT_THE_DOOR);
  if (mark) {
    const path = pathOf(markPerson, { ...ana, opportunityId: opportunityId() });
    expect((await here.send({ method: 'POST', path, json: mark, headers: asStaff(DANA) })).status).toBe(200);
  }
  there.clock.set('2027-03-08T12:00:00.000Z');
  const token = await here.tokenOf(ANA.email);
  return { there, here, token, path: `/manage/${token}/hours` };
}
const textOf = async (answer: Answer): Promise<string> =>
  (await extractText(new Uint8Array(Buffer.from(answer.body, 'base64')), { mergePages: true })).text.replace(/\s+/g, ' ');
const asked = (here: Site, path: string) => here.get(path, { headers: { 'accept-language': 'en' } });

describe('the page', () => {
  it('is led to from the person’s own', async () => {
    const { here, path, token } = await scene();
    expect((await here.get(`/manage/${token}`)).body).toContain(`href="${path}"`);
  });

  it('has the hours of the newest year, and is kept by nobody on the way', async () => {
    const { here, path } = await scene();
    const { status, headers, body } = await asked(here, path);
    expect([status, headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']]).toEqual([
      200,
      'no-store',
      'no-referrer',
      'noindex, nofollow',
    ]);
    for (const words of ['Ana Gómez', 'Fri, Mar 5, 2027', 'Lincoln Elementary', '1 h 40 min', '(1.67 h)', 'Friday, January 1, 2027'])
      expect(body).toContain(words);
    expect(body).toContain(`href="${path}/2027.pdf?lang=en"`);
    expect(body).toContain(`href="${path}/2026-2027"`);
    expect(body).not.toContain('Bob');
  });

  it('of a school year has its days', async () => {
    const { here, path } = await scene();
    const { body } = await asked(here, `${path}/2026-2027`);
    expect(body).toContain('Wednesday, July 1, 2026');
    expect(body).toContain('1 h 40 min');
  });

  it('without hours says so, and whom to ask about what was not confirmed', async () => {
    const { here, path } = await scene(null);
    const { status, body } = await asked(here, path);
    expect(status).toBe(200);
    expect(body).toContain('No hours yet');
    expect(body).toContain('Friday, March 5');
    expect(body).toContain('mailto:osei@lincoln.example');
    expect(body).not.toContain('.pdf');
  });

  it('changes nothing, however often it is opened', async () => {
    const { here, there, path } = await scene();
    const before = there.volunteering.stream.length;
    for (const one of [path, `${path}/2027`, `${path}/2027.pdf`]) await here.get(one);
    expect(there.volunteering.stream).toHaveLength(before);
  });
});

describe('the file', () => {
  it.each([
    ['en', 'Statement of volunteer hours', '1 hour 40 minutes'],
    ['es', 'Constancia de horas de voluntariado', '1 hora 40 minutos'],
  ])('in %s says the same as the page', async (language, heading, spent) => {
    const { here, path } = await scene();
    const answer = await here.get(`${path}/2027.pdf?lang=${language}`);
    expect([answer.headers['content-type'], answer.headers['content-disposition'], answer.headers['cache-control']]).toEqual([
      'application/pdf',
      'inline; filename="hours-2027.pdf"',
      'no-store',
    ]);
    const text = await textOf(answer);
    for (const words of [heading, spent, 'Ana Gómez', 'Lincoln Elementary', '1 h 40 min']) expect(text).toContain(words);
  });

  it.each(['2026', '2027.exe', '2027-2028.pdf', '..%2f2027', '.pdf', '2027.pdf.pdf', '%3Cscript%3E'])(
    'is not there for %s',
    async (name) => {
      const { here, path } = await scene();
      const answer = await here.get(`${path}/${name}`);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );
});

it('shows nothing to a link that is none, or to somebody else', async () => {
  const { here } = await scene();
  for (const path of ['', '/2027', '/2027.pdf'].map((end) => `/manage/${'x'.repeat(32)}/hours${end}`))
    expect((await here.get(path)).status).toBe(401);
  const bob = await asked(here, `/manage/${await here.tokenOf('bob@example.org')}/hours`);
  expect(bob.body).not.toContain('Ana');
  expect(bob.body).toContain('No hours yet');
});
