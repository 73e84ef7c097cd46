/** At the door over the whole site: the page, its forms with no script, and what a phone sends late. */
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { PlacedPerson } from '#contracts/resources/roster.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { SignUpId } from '#contracts/values.ts';
import { anItem, aShift, opportunityId, slotId, tuesdays } from '#test/support/builders.ts';
import { asStaff, DANA, VERA, WHO_SEES_PEOPLE, withVera } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { QrCode } from '#web/components/qr-code.tsx';
import { bobTakes, calledOff } from './api-cases.ts';
import { csvRows } from './csv-reader.ts';
import { deskBrowser } from './desk-session.ts';
import { SITE, site } from './http.ts';
import { signedUp } from './people.ts';
import { AT_THE_DOOR, anaHere, ZOE } from './people-cases.ts';

const LUIS = 'luis@riverbend.example';
const SLOTS = [
  aShift(1),
  aShift(2, { capacity: 1 }),
  aShift(3, { startsAt: '2027-03-06T23:00:00.000Z', endsAt: '2027-03-07T01:00:00.000Z' }),
  anItem(4),
];
const DOOR = deskPaths.checkIn(opportunityId());

async function scene(who: string | null = LUIS, now = AT_THE_DOOR) {
  const there = await world({ slots: SLOTS });
  const here = site(there);
  await withVera(there.desk.staff);
  await bobTakes(1, 1)({ here, world: there });
  const values = await anaHere({ here });
  there.clock.set(now);
  const browser = deskBrowser(here);
  if (who !== null) await browser.signIn(who);
  const { personId: ana = '', signUpId = '' } = values;
  const mark = deskPaths.ofSignUp(opportunityId(), ana, signUpId, 'mark');
  const post = async (path: string, fields: Readonly<Record<string, string>>) =>
    browser.post(path, { [FORM_TOKEN_FIELD]: await browser.formToken(), ...fields });
  const seen = (n = 1) => there.volunteering.ledgers.get(slotId(n))?.attendance?.[ana as never];
  const said = (body: string, name = 'Ana Gómez') => new RegExp(`data-state="(\\w+)"[^>]*data-name="${name}"`).exec(body)?.[1];
  return { there, here, browser, ana, signUpId, mark, post, seen, said };
}

describe('the page', () => {
  it('of a series has the chosen day and those beside it at hand, and all others folded', async () => {
    const there = await world(tuesdays(8));
    const browser = deskBrowser(site(there));
    await browser.signIn(LUIS);
    const { body } = await browser.get(deskPaths.checkIn(opportunityId(), { day: '2027-03-23' }));
    const [shown = '', folded = ''] = /<nav class="noprint" aria-label="Days">(.*?)<\/nav>/.exec(body)?.[1]?.split('<details') ?? [];
    const daysIn = (html: string) => [...html.matchAll(/day=(2027-\d\d-\d\d)/g)].map(([, day]) => day);
    expect(daysIn(shown)).toEqual(['2027-03-16', '2027-03-23', '2027-03-30']);
    expect(folded).toContain('5 other days');
    expect(daysIn(folded)).toEqual(['2027-03-09', '2027-04-06', '2027-04-13', '2027-04-20', '2027-04-27']);
  });

  it.each([...WHO_SEES_PEOPLE, ['ivan@riverbend.example', 303]] as const)('is shown to %s: %d', async (email, status) => {
    const { browser } = await scene(email);
    const answer = await browser.get(DOOR);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.body).not.toContain('Ana');
  });

  it('has who comes today, and says how many are here', async () => {
    const { browser, post, mark } = await scene();
    await post(mark, { attendance: 'attended' });
    const { body } = await browser.get(DOOR);
    expect(body).toContain('2 of 3 here');
    expect(body).toContain('Ring toss 2');
    expect(body).not.toContain('Ring toss 3');
  });

  it.each([
    ['?day=2027-03-06', 'Ring toss 3', 'Ring toss 1'],
    ['?day=none', 'Juice boxes 4', 'Ring toss 1'],
    ['?day=1999-01-01', 'Ring toss 1', 'Juice boxes 4'],
    ['?day=%3Cb%3E', 'Ring toss 1', 'Juice boxes 4'],
  ])('%s has %s and not %s', async (query, has, hasNot) => {
    const { browser } = await scene();
    const { body } = await browser.get(DOOR + query);
    const list = body.slice(body.indexOf('data-list'));
    expect(list).toContain(has);
    expect(list).not.toContain(hasNot);
  });

  it('before its day has that of the first slots, and nothing to press', async () => {
    const { browser } = await scene(LUIS, '2027-03-02T12:00:00.000Z');
    const { body } = await browser.get(DOOR);
    expect(body).toContain('Check-in opens Thursday, March 4');
    expect(body).not.toContain('value="attended"');
  });

  it('finds a name without its accents, hides all others, and has no script to thank for it', async () => {
    const { browser } = await scene();
    const { body } = await browser.get(`${DOOR}?q=GOMEZ`);
    const isHidden = (name: string) => new RegExp(`data-name="${name}" hidden`).test(body);
    expect([isHidden('Ana Gómez'), isHidden('Bob')]).toEqual([false, true]);
  });

  it('of a code shows its person alone, and does nothing by itself', async () => {
    const { browser, signUpId, seen } = await scene();
    const { body } = await browser.get(`${DOOR}?one=${signUpId}`);
    expect(body).toMatch(/data-name="Bob" hidden/);
    expect(body).not.toMatch(/data-name="Ana Gómez" hidden/);
    expect(seen()).toBeUndefined();
  });

  it('of a code shows what its person has today, whichever of their slots it is of', async () => {
    const { browser, here, there, signUpId } = await scene();
    const both = { email: 'zoe@example.org', name: 'Zoe' };
    const slots = [1, 3].map((n) => ({ slotId: slotId(n), places: 1 }));
    there.clock.set('2027-03-05T12:00:00.000Z');
    const code = await signedUp(here, { person: both, slots }, 'key-of-zoe-0123456789');
    const shown = async (one: string) => {
      const { body } = await browser.get(`${DOOR}?one=${one}`);
      return ['Ring toss 1', 'Ring toss 3'].filter((slot) => body.slice(body.indexOf('data-list')).includes(slot));
    };
    there.clock.set('2027-03-06T23:10:00.000Z');
    await browser.signIn(LUIS);
    expect(await shown(code)).toEqual(['Ring toss 3']);
    // who has nothing today is shown where their code is of
    expect(await shown(signUpId)).toEqual(['Ring toss 1']);
  });

  it.each(['sgn_0000000000000000', '<b>', ''])('of the code %s, which nobody has, shows everybody', async (one) => {
    const { browser } = await scene();
    const { status, body } = await browser.get(`${DOOR}?one=${encodeURIComponent(one)}`);
    expect([status, body.includes('canceled or moved'), /data-name="Bob" hidden/.test(body)]).toEqual([200, true, false]);
  });
});

describe('a code', () => {
  const CODE = sharePaths.checkIn(opportunityId());

  it.each([
    ['staff of the school', LUIS],
    ['an admin', DANA],
  ])('leads %s to its person, and marks nobody', async (_, who) => {
    const { browser, signUpId, seen } = await scene(who);
    const answer = await browser.get(sharePaths.checkIn(opportunityId(), SignUpId.parse(signUpId)));
    expect([answer.status, answer.headers.location]).toEqual([303, `${DOOR}?one=${signUpId}`]);
    expect((await browser.get(CODE)).headers.location).toBe(DOOR);
    expect(seen()).toBeUndefined();
  });

  it.each([
    ['a parent', null],
    ['staff of another school', 'hannah@riverbend.example'],
    ['who only looks', VERA],
    ['who left', 'ivan@riverbend.example'],
  ])('tells %s what it is for, and nothing of anybody', async (_, who) => {
    const { browser, signUpId, seen } = await scene(who);
    for (const path of [CODE, `${CODE}/${signUpId}`, `${CODE}/sgn_0000000000000000`, `${CODE}/%3Cscript%3E`]) {
      const { status, body, headers } = await browser.get(path);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store']);
      expect(body).toContain('A code for check-in');
      expect(body).toContain('/desk/sign-in?next=%2Fdesk%2Fopportunities%2F');
      for (const secret of ['Ana', 'Ring toss', '<script>']) expect(body.replace(/<script type="module"/g, '')).not.toContain(secret);
    }
    expect(seen()).toBeUndefined();
  });

  it('of no opportunity leads nowhere', async () => {
    const { browser } = await scene();
    expect((await browser.get('/check-in/o/x')).status).toBe(404);
  });

  it('is shown to its person, one for each opportunity and day, until the day is over', async () => {
    const { here, there, signUpId } = await scene(null);
    const path = sharePaths.doorCodes(await here.tokenOf('ana@example.org'));
    const { status, body, headers } = await here.get(path);
    expect([status, headers['referrer-policy']]).toEqual([200, 'no-referrer']);
    expect(body.match(/class="qr"/g)).toHaveLength(1);
    // the very code of that address
    expect(body).toContain(renderToString(QrCode({ url: `${SITE}${CODE}/${signUpId}`, label: '' })).match(/ d="[^"]+"/g)?.[1] ?? 'none');
    there.clock.set('2027-03-06T01:00:00.000Z');
    expect((await here.get(path)).body).not.toContain('class="qr"');
    expect((await here.get(sharePaths.doorCodes('x'.repeat(43)))).status).toBe(401);
  });
});

describe('a mark', () => {
  it('leads back to the list as it was, at the person', async () => {
    const { post, mark, signUpId, browser, said } = await scene();
    const answer = await post(mark, { attendance: 'attended', day: '2027-03-05', q: 'ana', one: '' });
    expect([answer.status, answer.headers.location]).toEqual([303, `${DOOR}?day=2027-03-05&q=ana#r-${signUpId}`]);
    expect(said((await browser.get(DOOR)).body)).toBe('attended');
  });

  it('sent again, later and in another order leaves what was seen last', async () => {
    const { post, mark, seen } = await scene();
    const late = { attendance: 'open', at: '2027-03-05T23:05:00.000Z' };
    const early = { attendance: 'attended', at: '2027-03-05T23:01:00.000Z' };
    for (const one of [late, early, late, early]) expect((await post(mark, one)).status).toBe(303);
    expect(seen()).toMatchObject({ state: 'open', at: late.at });
  });

  it.each([
    [{ attendance: 'attended', minutes: '-1' }],
    [{ attendance: 'attended', minutes: '1441' }],
    [{ attendance: 'attended', minutes: '1.5' }],
    [{ attendance: 'attended', minutes: '1e3' }],
    [{ attendance: 'missed', minutes: '10' }],
    [{ attendance: 'here' }],
    [{}],
    [{ attendance: 'attended', at: 'yesterday' }],
    [{ attendance: 'attended', at: '2027-03-05' }],
  ])('of %o is refused on the page, and nothing changes', async (fields) => {
    const { post, mark, seen } = await scene();
    const answer = await post(mark, fields);
    expect([answer.status, answer.body.includes('role="alert"'), seen()]).toEqual([422, true, undefined]);
  });

  it('of a sign-up that is gone says so on the page', async () => {
    const { post, mark } = await scene();
    const answer = await post(mark.replace(/sgn_\w+/, 'sgn_0000000000000000'), { attendance: 'attended' });
    expect([answer.status, answer.body.includes('canceled or moved meanwhile')]).toEqual([404, true]);
  });

  it('without a session is refused with the sign-in, and with a form of another session, too', async () => {
    const { browser, mark, seen, here } = await scene();
    expect((await browser.post(mark, { [FORM_TOKEN_FIELD]: 'x', attendance: 'attended' })).status).toBe(403);
    expect((await here.post(mark, { attendance: 'attended' })).status).toBe(401);
    expect(seen()).toBeUndefined();
  });
});

describe('everybody else', () => {
  it('missed it once it is said, and not when it is taken back', async () => {
    const { post, mark, there } = await scene();
    await post(mark, { attendance: 'attended' });
    const states = () => Object.values(there.volunteering.ledgers.get(slotId(1))?.attendance ?? {}).map(({ state }) => state);
    const answer = await post(deskPaths.markRest(opportunityId()), { slotId: slotId(1), attendance: 'missed', day: '2027-03-05' });
    expect([answer.headers.location, states()]).toEqual([`${DOOR}?day=2027-03-05&done=markRest`, ['attended', 'missed']]);
    await post(deskPaths.markRest(opportunityId()), { slotId: slotId(1), attendance: 'open' });
    expect(states()).toEqual(['attended', 'open']);
  });
});

describe('a slot that is called off', () => {
  const off = async () => {
    const all = await scene();
    await calledOff({ world: all.there });
    return { ...all, page: async () => (await all.browser.get(DOOR)).body };
  };

  it('says so above its people, who can be checked in all the same; others are neither asked about nor added', async () => {
    const { page, post, mark, seen } = await off();
    const body = await page();
    expect(body.match(/class="tag tag-late">Called off</g)).toHaveLength(1);
    expect(body).toContain('nobody is expected');
    expect(body).not.toContain('Everybody else missed it');
    expect([1, 2].map((n) => new RegExp(`<option[^>]*value="${slotId(n)}"`).test(body))).toEqual([false, true]);
    expect((await post(mark, { attendance: 'attended' })).status).toBe(303);
    expect(seen()?.state).toBe('attended');
  });

  it('was missed by nobody; what was said before that is taken back', async () => {
    const { post, there, page } = await scene().then(async (all) => {
      await all.post(deskPaths.markRest(opportunityId()), { slotId: slotId(1), attendance: 'missed' });
      await calledOff({ world: all.there });
      return { ...all, page: async () => (await all.browser.get(DOOR)).body };
    });
    const states = () => Object.values(there.volunteering.ledgers.get(slotId(1))?.attendance ?? {}).map(({ state }) => state);
    expect(await page()).toContain('Take back “everybody else missed it”');
    await post(deskPaths.markRest(opportunityId()), { slotId: slotId(1), attendance: 'open' });
    expect(states()).toEqual(['open', 'open']);
    for (const attendance of ['missed', 'attended']) {
      const answer = await post(deskPaths.markRest(opportunityId()), { slotId: slotId(1), attendance });
      expect([answer.status, answer.body.includes('nobody missed it'), states()]).toEqual([409, true, ['open', 'open']]);
    }
  });

  it('is called off on the roster, in its file, and on the page of a person', async () => {
    const { browser, ana } = await off();
    const roster = (await browser.get(deskPaths.roster(opportunityId()))).body;
    expect(roster.match(/class="tag tag-late">Called off</g)).toHaveLength(1);
    const rows = csvRows((await browser.get(deskPaths.rosterFile(opportunityId()))).body);
    expect(rows.slice(1).map(([, when]) => when?.endsWith('(Called off)'))).toEqual([true, true]);
    expect((await browser.get(deskPaths.person(opportunityId(), ana))).body).toContain('class="tag tag-late">Called off<');
    expect((await browser.get(deskPaths.addPerson(opportunityId()))).body).toMatch(/Ring toss 1, [^<]*\(Called off\)/);
  });
});

describe('a walk-in', () => {
  const zoe = {
    slotId: slotId(1),
    places: '1',
    name: 'Zoe',
    email: 'zoe@example.org',
    phone: '',
    language: 'es',
    key: 'key-of-the-walk-in-012345',
  };

  it('is added and checked in, once, however often the form is sent', async () => {
    const { post, browser, said, there } = await scene();
    for (let n = 0; n < 2; n += 1) {
      const answer = await post(deskPaths.addWalkIn(opportunityId()), { ...zoe, day: '2027-03-05' });
      expect(answer.headers.location).toBe(`${DOOR}?day=2027-03-05&done=addWalkIn`);
    }
    expect(said((await browser.get(DOOR)).body, 'Zoe')).toBe('attended');
    expect(there.volunteering.ledgers.get(slotId(1))?.taken).toBe(4);
  });

  it('in a full slot is refused beside the field with what was typed, or gets room', async () => {
    const { post, there } = await scene();
    await post(deskPaths.addWalkIn(opportunityId()), { ...zoe, slotId: slotId(2) });
    const max = { ...zoe, slotId: slotId(2), name: 'Max', email: 'max@example.org', key: 'key-of-another-walk-in-01' };
    const refused = await post(deskPaths.addWalkIn(opportunityId()), max);
    expect([refused.status, refused.body.includes('value="Max"'), refused.body.includes('id="slotId-error"')]).toEqual([409, true, true]);
    expect((await post(deskPaths.addWalkIn(opportunityId()), { ...max, makeRoom: 'yes' })).status).toBe(303);
    expect(there.volunteering.ledgers.get(slotId(2))).toMatchObject({ taken: 2, capacity: 2 });
  });

  it('who is on the list leads to their sign-up', async () => {
    const { post, ana } = await scene();
    const answer = await post(deskPaths.addWalkIn(opportunityId()), { ...zoe, name: 'Ana', email: 'ANA@example.org' });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(`href="${deskPaths.person(opportunityId(), ana)}"`);
  });

  it('added by hand before shows up in the roster with what was said of them', async () => {
    const { here, mark, post, ana } = await scene();
    await post(mark, { attendance: 'attended', minutes: '45' });
    const added = await here.send({
      method: 'POST',
      path: `/api/opportunities/${opportunityId()}/people`,
      json: ZOE,
      headers: { ...asStaff(DANA), 'idempotency-key': 'key-of-added-0123456789' },
    });
    const { personId: zoeId } = PlacedPerson.parse(added.json());
    const roster = (await here.get(`/api/opportunities/${opportunityId()}/roster`, { headers: asStaff(DANA) })).json() as {
      slots: { people: { personId: string; attendance: string; minutes?: number }[] }[];
    };
    const of = (id: string) => roster.slots[0]?.people.find(({ personId }) => personId === id);
    expect(of(ana)).toMatchObject({ attendance: 'attended', minutes: 45 });
    expect(of(zoeId)).toMatchObject({ attendance: 'open' });
  });
});

it('what was said stands on the roster, in its file, and on the page of the person', async () => {
  const { browser, mark, post, ana } = await scene();
  const roster = deskPaths.roster(opportunityId());
  expect((await browser.get(roster)).body).not.toContain('<th scope="col">Check in</th>');
  await post(mark, { attendance: 'attended', minutes: '45' });
  const [{ body: page }, { body: file }, { body: person }] = [
    await browser.get(roster),
    await browser.get(deskPaths.rosterFile(opportunityId())),
    await browser.get(deskPaths.person(opportunityId(), ana)),
  ];
  for (const body of [page, person]) expect(body).toContain('Here, 5:10 PM · 45 minutes');
  const [head, ...rows] = csvRows(file);
  const cells = (name: string) =>
    rows
      .filter((row) => row[2] === name)
      .map((row) => [head?.indexOf('Check in'), head?.indexOf('Minutes they helped')].map((at) => row[at ?? -1]));
  expect([cells('Ana Gómez'), cells('Bob')]).toEqual([[['Here', '45']], [['', '']]]);
});
