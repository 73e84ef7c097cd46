/** Who comes to an opportunity: who may know it, what the page and its file show, and that no name does any harm there. */
import { describe, expect, it } from 'vitest';
import { deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { Roster } from '#contracts/resources/roster.ts';
import { csvOf } from '#functions/volunteering/_roster-file.ts';
import { aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA, WHO_SEES_PEOPLE, withVera } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { LATER, moved, TIME } from './api-cases.ts';
import { csvRows } from './csv-reader.ts';
import { deskBrowser } from './desk-session.ts';
import { site } from './http.ts';
import { suppressed } from './mail-cases.ts';
import { signedUp, waitlisted } from './people.ts';

const LUIS = 'luis@riverbend.example';
const SLOTS = [aShift(1), aShift(2, { startsAt: '2027-03-05T15:00:00.000Z', endsAt: '2027-03-05T16:00:00.000Z' })];
const HOSTILE = '=HYPERLINK("http://evil.example","<b>Ana</b>")';

async function scene() {
  const there = await world({ slots: SLOTS });
  const here = site(there);
  await withVera(there.desk.staff);
  await signedUp(here);
  const zoe = { person: { name: 'Zoe', email: 'zoe@example.org', phone: '+1 217 555 0100' }, slots: [{ slotId: slotId(1), places: 1 }] };
  await signedUp(here, zoe, 'key-of-zoe-0123456789');
  const browser = deskBrowser(here);
  const api = (email: string) => here.get(`/api/opportunities/${opportunityId()}/roster`, { headers: asStaff(email) });
  return { there, here, browser, api };
}

describe('who may know who comes', () => {
  it.each([...WHO_SEES_PEOPLE, ['ivan@riverbend.example', 401]] as const)(
    '%s: %d, over the API and at the desk alike',
    async (email, status) => {
      const { api, browser } = await scene();
      expect((await api(email)).status).toBe(status);
      await browser.signIn(email);
      for (const path of [deskPaths.roster(opportunityId()), deskPaths.rosterFile(opportunityId())]) {
        const answer = await browser.get(path);
        expect(answer.status).toBe(status === 401 ? 303 : status);
        if (status !== 200) expect(answer.body).not.toMatch(/Ana|Zoe/);
      }
    },
  );

  it('an opportunity or a slot that does not exist has no roster', async () => {
    const { browser } = await scene();
    await browser.signIn(DANA);
    const paths = [`/desk/opportunities/${opportunityId(9)}/roster`, '/desk/opportunities/x/roster'];
    for (const path of [...paths, ...['x', slotId(9)].map((slot) => `${deskPaths.roster(opportunityId())}?slot=${slot}`)]) {
      expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('the roster', () => {
  it('has the slots by time and in each its people by name, with the places of the ledger', async () => {
    const { api } = await scene();
    const { slots } = Roster.parse((await api(DANA)).json());
    expect(
      slots.map(({ slot, taken, placesLeft, people }) => [slot.slotId, taken, placesLeft, people.map(({ person }) => person?.name)]),
    ).toEqual([
      [slotId(2), 0, 5, []],
      [slotId(1), 3, 2, ['Ana Gómez', 'Zoe']],
    ]);
    expect(slots[1]?.people[0]).toMatchObject({ places: 2, person: { email: 'ana@example.org' } });
  });

  it('says whose address takes no mail, also of who waits, and no more of it', async () => {
    const { there, here, browser } = await scene();
    await browser.signIn(LUIS);
    const told = async () => {
      const { body } = await browser.get(deskPaths.roster(opportunityId()));
      return [...body.matchAll(/mailto:([\w%.]+)"[^<]*<\/a> <span class="tag tag-late">Gets no mail</g)].map(([, email]) => email);
    };
    expect(await told()).toEqual([]);
    const { personId } = await suppressed(there, 'complained');
    expect(await told()).toEqual(['ana%40example.org']);
    // all of slot 2 is taken, and she waits there
    await signedUp(
      here,
      { person: { name: 'Bo', email: 'bo@example.org' }, slots: [{ slotId: slotId(2), places: 5 }] },
      'key-of-bo-0123456789',
    );
    await waitlisted(here, [{ slotId: slotId(2), places: 1, waitlist: true }], 'key-of-ana-2-0123456789');
    expect(await told()).toEqual(['ana%40example.org', 'ana%40example.org']);
    expect((await browser.get(deskPaths.roster(opportunityId()))).body).not.toMatch(/complain|spam|bounce/i);
    const standing = await there.mailLedger.suppressions.find(personId as never);
    if (standing?.state !== 'standing') throw new Error('it must stand');
    const entry = { at: '2027-03-01T12:00:00.000Z', by: DANA, what: 'suppression.lifted', about: personId, ref: 'l', changes: [] } as never;
    const lifted = { personId: standing.personId, version: 2, state: 'lifted', liftedAt: '2027-03-01T12:00:00.000Z' } as const;
    expect(await there.mailLedger.suppressions.lift(lifted, entry)).toBe('saved');
    expect(await told()).toEqual([]);
  });

  it('says who has not confirmed a new time yet, also in the file, until staff note that they did', async () => {
    const { there, here, api, browser } = await scene();
    await browser.signIn(DANA);
    const shown = async () => {
      const { body } = await browser.get(deskPaths.roster(opportunityId()));
      const rows = csvRows((await browser.get(deskPaths.rosterFile(opportunityId()))).body);
      return {
        count: /class="tag tag-late">(\d+ \w+ ha\w+ not confirmed)/.exec(body)?.[1],
        tags: [...body.matchAll(/>([^<]+)<\/a> <span class="tag tag-late">Not confirmed</g)].map(([, name]) => name),
        file: rows.map((row) => row[7]),
      };
    };
    expect(await shown()).toEqual({ count: undefined, tags: [], file: ['New time', '', ''] });
    await moved({ world: there });
    expect(await shown()).toEqual({
      count: '2 people have not confirmed',
      tags: ['Ana Gómez', 'Zoe'],
      file: ['New time', 'Not confirmed', 'Not confirmed'],
    });
    // and where it stands how far the notice is
    const [notice] = there.volunteering.messages.stream;
    if (!notice) throw new Error('there must be a notice');
    const told = async () => (await browser.get(deskPaths.message(opportunityId(), notice.message.messageId))).body;
    expect(await told()).toContain('2 people have not confirmed');
    const [ana] = Roster.parse((await api(DANA)).json()).slots.flatMap(({ people }) => people);
    if (!ana) throw new Error('she must be there');
    expect(ana.timeBefore).toEqual(TIME);
    const person = deskPaths.person(opportunityId(), ana.personId);
    const { body } = await browser.get(person);
    const time = Object.fromEntries(
      [...body.matchAll(/name="(startsAt|endsAt)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]),
    );
    expect(time).toEqual(LATER);
    const form = { ...time, [FORM_TOKEN_FIELD]: await browser.formToken() };
    const action = deskPaths.ofSignUp(opportunityId(), ana.personId, ana.signUpId, 'time');
    expect((await browser.post(action, { ...form, startsAt: TIME.startsAt })).status).toBe(409);
    expect((await browser.post(action, { ...form, startsAt: 'soon' })).status).toBe(422);
    const answer = await browser.post(action, form);
    expect([answer.status, answer.headers.location]).toEqual([303, `${person}?done=confirmPerson`]);
    expect((await browser.get(`${person}?done=confirmPerson`)).body).toMatch(
      /role="status"[\s\S]*Said the new time suits them<\/strong><span>Friday, March 5 at 7:00/,
    );
    expect(await shown()).toMatchObject({ count: '1 person has not confirmed', tags: ['Zoe'] });
    expect(await told()).toContain('1 person has not confirmed');
    expect((await here.get(`/manage/${await here.tokenOf('ana@example.org')}`)).body).not.toContain('name="time.');
  });

  it('counts who holds places though nothing is known of them any more', async () => {
    const { there, api } = await scene();
    const personId = await there.ports.people.identify('gone@example.org');
    const command = { opportunityId: opportunityId(), slotId: slotId(1), personId, signUpId: `sgn_${'g'.repeat(16)}` as never };
    await there.ports.slots.claim({ ...command, submissionId: 'm'.repeat(22) as never, places: 1, at: '2027-03-01T12:00:00.000Z' });
    const { slots } = Roster.parse((await api(DANA)).json());
    expect(slots[1]?.people.map(({ person, places }) => [person?.name, places])).toEqual([
      ['Ana Gómez', 2],
      ['Zoe', 1],
      [undefined, 1],
    ]);
  });

  it('shows one slot alone, and its names as text', async () => {
    const { here, browser } = await scene();
    const who = aSignUpRequest({ person: { name: HOSTILE, email: 'eve@example.org' }, slots: [{ slotId: slotId(2), places: 1 }] });
    await signedUp(here, who, 'key-of-eve-0123456789');
    await browser.signIn(DANA);
    const answer = await browser.get(`${deskPaths.roster(opportunityId())}?slot=${slotId(2)}`);
    expect(answer.body).toContain('&lt;b>Ana');
    expect(answer.body).not.toContain('<b>Ana');
    expect(answer.body).not.toContain('Zoe');
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('the file of a roster', () => {
  it('is a download that nobody keeps, in UTF-8 with its mark, which another reader reads the same', async () => {
    const { here, browser } = await scene();
    const who = aSignUpRequest({ person: { name: HOSTILE, email: 'eve@example.org' }, slots: [{ slotId: slotId(2), places: 1 }] });
    await signedUp(here, who, 'key-of-eve-0123456789');
    await browser.signIn(DANA);
    const { headers, body } = await browser.get(deskPaths.rosterFile(opportunityId()));
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="roster-${opportunityId()}.csv"`,
      'cache-control': 'no-store',
    });
    expect(body.startsWith('\uFEFF')).toBe(true);
    expect(csvRows(body).map((row) => row.slice(2, 6))).toEqual([
      ['Name', 'Email', 'Phone', 'Places'],
      [`'${HOSTILE}`, 'eve@example.org', '', '1'],
      ['Ana Gómez', 'ana@example.org', '', '2'],
      ['Zoe', 'zoe@example.org', "'+1 217 555 0100", '1'],
    ]);
  });

  it('has who waits after who comes, with their number', async () => {
    const { here, browser } = await scene();
    const slots = [{ slotId: slotId(1), places: 3, waitlist: true as const }];
    await waitlisted(here, slots, 'key-of-dora-0123456789', { name: 'Dora', email: 'dora@example.org' });
    await browser.signIn(DANA);
    const { body } = await browser.get(deskPaths.rosterFile(opportunityId()));
    expect(csvRows(body).map((row) => [row[2], row[5], row[6]])).toEqual([
      ['Name', 'Places', 'Number on the waitlist'],
      ['Ana Gómez', '2', ''],
      ['Zoe', '1', ''],
      ['Dora', '3', '1'],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('has %j as text', (cell) => {
    expect(csvRows(csvOf([['a', cell]]))).toEqual([['a', `'${cell}`]]);
  });

  it.each(['a,b', 'say "hi"', 'two\r\nlines', '', 'Zoë 🎪', "'x"])('keeps %j as it is', (cell) => {
    expect(csvRows(csvOf([[cell, 'b']]))).toEqual([[cell, 'b']]);
  });
});
