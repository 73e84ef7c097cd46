/** People added and changed by hand, over the API and at the desk: who may, what a repeat does, what the page says, and what everyone is told. */
import { describe, expect, it } from 'vitest';
import type { ApiOperation } from '#contracts/api/index.ts';
import { deskFormPath, deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { PlacedPerson } from '#contracts/resources/roster.ts';
import { aChoice, aShift, opportunityId, personId, questionId, schoolId, signUpId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA, VERA, WHO_SEES_PEOPLE, withVera } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { bobTakes, SLOTS, TIME } from './api-cases.ts';
import { deskBrowser } from './desk-session.ts';
import { site } from './http.ts';
import { signedUp } from './people.ts';
import { anaHere, askByHand, BY_HAND, ZOE } from './people-cases.ts';
import { pathOf } from './staff-cases.ts';

const LUIS = 'luis@riverbend.example';
const ROSTER = deskPaths.roster(opportunityId());
const ADD = deskPaths.addPerson(opportunityId());
const zoe = { slotId: slotId(1), places: '1', name: 'Zoe', email: 'zoe@example.org', phone: '', language: 'es', note: '' };

async function scene(opportunity: Partial<Opportunity> = {}) {
  const there = await world({ slots: SLOTS, ...opportunity });
  const here = site(there);
  await withVera(there.desk.staff);
  const browser = deskBrowser(here);
  const held = () =>
    [...there.volunteering.ledgers.values()].flatMap(({ slotId: slot, claims }) =>
      Object.values(claims).map(({ places }) => [SLOTS.findIndex((one) => one.slotId === slot) + 1, places]),
    );
  return { there, here, world: there, browser, held };
}

/** Luis at the desk, with a form posted from a page of his. */
async function atDesk(opportunity: Partial<Opportunity> = {}, email = LUIS) {
  const all = await scene(opportunity);
  await all.browser.signIn(email);
  const token = await all.browser.formToken();
  const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
    all.browser.post(path, { [FORM_TOKEN_FIELD]: token, ...fields });
  const add = (fields: Readonly<Record<string, string>> = {}, key = 'key-of-the-add-form-0123') => post(ADD, { key, ...zoe, ...fields });
  const act = async (path: string, fields: Readonly<Record<string, string>> = {}) => post(path, fields);
  return { ...all, post, add, act };
}

const mailsOf = (there: Awaited<ReturnType<typeof world>>) => there.mailer.sent.map(({ mail }) => mail.subject);

describe('who may change who comes', () => {
  const cells = BY_HAND.flatMap((operation) =>
    (
      [
        [DANA, 'y'],
        [LUIS, 'y'],
        ['hannah@riverbend.example', 404],
        ['pat@riverbend.example', 404],
        [VERA, 404],
        ['ivan@riverbend.example', 401],
      ] as const
    ).map(([email, may]) => ({ operation, email, may, name: operation.operationId })),
  );

  it.each(cells)('$name by $email over the API: $may', async ({ operation, email, may }) => {
    const all = await scene();
    const values = await anaHere(all);
    const before = JSON.stringify(all.held());
    const answer = await askByHand(operation, values, all.here, { headers: asStaff(email) });
    expect(answer.status).toBe(may === 'y' ? operation.response.status : may);
    if (may !== 'y') expect(JSON.stringify(all.held())).toBe(before);
  });

  it.each(cells)('$name by $email at the desk: $may', async ({ operation, email, may }) => {
    const all = await scene();
    const values = await anaHere(all);
    const before = JSON.stringify(all.held());
    await all.browser.signIn(email);
    const path = deskFormPath(pathOf(operation, values) as `/api/${string}`);
    const token = await all.browser.formToken();
    const fields = { key: 'key-of-a-cell-0123456789', ...zoe, slotId: slotId(4), ...TIME };
    const answer = await all.browser.post(path, { [FORM_TOKEN_FIELD]: token, ...fields });
    expect(answer.status).toBe(may === 'y' ? 303 : may);
    if (may !== 'y') expect(JSON.stringify(all.held())).toBe(before);
  });

  it.each([...WHO_SEES_PEOPLE, ['ivan@riverbend.example', 303]] as const)('the pages are shown to %s: %d', async (email, status) => {
    const all = await scene();
    const { personId: ana = '' } = await anaHere(all);
    await all.browser.signIn(email);
    for (const path of [ADD, deskPaths.person(opportunityId(), ana)]) {
      const answer = await all.browser.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      if (status !== 200) expect(answer.body).not.toContain('Ana');
    }
  });

  it('a sign-up for another school’s opportunity is not reached through one of their own', async () => {
    const all = await scene();
    const values = await anaHere(all);
    const { version: _v, ...own } = { ...(await all.there.ports.opportunities.load(opportunityId()))?.opportunity, version: 1 };
    const theirs = { ...own, opportunityId: opportunityId(2), schoolId: schoolId(2), slots: [aShift(8)], version: 1 } as Opportunity;
    await all.there.ports.opportunities.save(theirs);
    for (const operation of BY_HAND.filter(({ path }) => path.includes('{personId}'))) {
      const asked = { ...values, opportunityId: opportunityId(2) };
      const answer = await askByHand(operation, asked, all.here, { headers: asStaff('hannah@riverbend.example') });
      expect([operation.operationId, answer.problem().code]).toEqual([operation.operationId, 'sign-up.not-found']);
    }
    expect(all.held()).toEqual([[1, 2]]);
  });

  it('a form that is not of the session’s pages does nothing', async () => {
    const all = await atDesk();
    expect((await all.browser.post(ADD, { ...zoe, key: 'key-of-the-add-form-0123', [FORM_TOKEN_FIELD]: 'x' })).status).toBe(403);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const token = await all.browser.formToken();
    const answer = await all.browser.post(
      ADD,
      { ...zoe, key: 'key-of-the-add-form-0123', [FORM_TOKEN_FIELD]: token },
      { headers: foreign },
    );
    expect([answer.status, all.held()]).toEqual([403, []]);
  });
});

describe('adding somebody', () => {
  it('gives them places, one confirmation in their language, an entry of the history, and a page that says so', async () => {
    const { there, browser, add } = await atDesk();
    const answer = await add({ note: ' Brings a table ', phone: '217-555-0100' });
    const person = await there.ports.people.identify(zoe.email);
    expect([answer.status, answer.headers.location]).toEqual([303, `${deskPaths.person(opportunityId(), person)}?done=addPerson`]);
    await there.deliver();
    expect(mailsOf(there)).toEqual(['confirmation']);
    const record = await there.ports.signUps.find(person, slotId(1));
    expect(record).toMatchObject({
      state: 'confirmed',
      language: 'es',
      note: 'Brings a table',
      by: LUIS,
      person: { phone: '217-555-0100' },
    });
    expect(await there.ports.history.about(record?.signUpId ?? '')).toMatchObject([
      { what: 'sign-up.added', by: LUIS, schoolId: schoolId() },
    ]);
    const { body } = await browser.get(answer.headers.location ?? '');
    for (const said of ['Zoe', 'Added. An email', 'Brings a table', 'Emails in Spanish', 'Put there by luis@'])
      expect(body).toContain(said);
    expect((await browser.get(ROSTER)).body).toContain(deskPaths.person(opportunityId(), person));
  });

  it('twice, by a double click, or again after the answer was lost, is once', async () => {
    const { there, add, held } = await atDesk();
    const [first, second] = await Promise.all([add(), add()]);
    const third = await add();
    expect([first.status, second.status, third.status]).toEqual([303, 303, 303]);
    await there.deliver();
    expect([held(), mailsOf(there), there.volunteering.stream.filter(({ change }) => change.kind === 'claimed')]).toMatchObject([
      [[1, 1]],
      ['confirmation'],
      [{}],
    ]);
  });

  it('with the same form and somebody else, or another slot, is another request', async () => {
    const { add, held } = await atDesk();
    await add();
    await add({ slotId: slotId(2) });
    await add({ name: 'Yves', email: 'yves@example.org' });
    expect(held()).toEqual([
      [1, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  it('who has places in the slot is refused, and leads to where they are changed', async () => {
    const { there, browser, add, held } = await atDesk();
    await signedUp(site(there), { person: { name: 'Zoe', email: 'ZOE@example.org' } });
    const answer = await add();
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('They have places in this slot already');
    const person = await there.ports.people.identify(zoe.email);
    expect(answer.body).toContain(`href="${deskPaths.person(opportunityId(), person)}"`);
    expect([held(), (await browser.get(deskPaths.person(opportunityId(), person))).status]).toEqual([[[1, 2]], 200]);
  });

  it.each([
    ['9', 'Only 5 places are still open in this slot.', slotId(1)],
    ['1', 'This slot is full.', slotId(3)],
    ['2', 'This slot is full.', slotId(3)],
  ])('%s places are refused with what is left: %s', async (places, words, slot) => {
    const { world: there, here, add } = await atDesk();
    await bobTakes(3, 1)({ here, world: there });
    const answer = await add({ places, slotId: slot });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(deskPaths.opportunityForm(opportunityId()));
    for (const value of ['value="Zoe"', 'value="zoe@example.org"', `value="${slot}" selected`]) expect(answer.body).toContain(value);
  });

  it('refused, the form that is shown again can be sent again', async () => {
    const { there, add, held } = await atDesk();
    const refused = await add({ places: '9' });
    const key = /name="key" value="([^"]+)"/.exec(refused.body)?.[1] ?? '';
    expect((await add({ places: '5' }, key)).status).toBe(303);
    await there.deliver();
    expect(held()).toEqual([[1, 5]]);
  });

  it.each([
    ['places', { places: '0' }, 'Enter a whole number from 1 to 50'],
    ['places', { places: '1.5' }, 'Enter a whole number from 1 to 50'],
    ['places', { places: '1e9' }, 'Enter a whole number from 1 to 50'],
    ['name', { name: ' ' }, 'Enter their name'],
    ['name', { name: 'Z\u202eoe' }, 'hidden characters'],
    ['email', { email: '' }, 'Enter their email'],
    ['email', { email: 'a@b.org\r\nBcc: eve@example.org' }, 'Enter their email'],
    ['phone', { phone: 'call me' }, 'Enter a phone number'],
    ['slotId', { slotId: '' }, 'Choose a slot'],
    ['slotId', { slotId: slotId(9) }, 'This slot is not there'],
    ['language', { language: 'klingon' }, 'Choose a language'],
    ['note', { note: 'x'.repeat(501) }, 'this is too long'],
  ])('a wrong %s (%o) is said beside its field, and nothing typed is lost', async (field, wrong, words) => {
    const { add, held } = await atDesk();
    const answer = await add(wrong);
    expect([answer.status === 422 || answer.status === 404, held()]).toEqual([true, []]);
    expect(answer.body).toMatch(new RegExp(`id="${field}-error">[^<]*${words}`));
    if (field !== 'name') expect(answer.body).toContain('value="Zoe"');
  });

  it('is free of moments, of closed slots, and of answers that must be given, but not of what an answer can be', async () => {
    const closed = { opensAt: '2027-03-04T12:00:00.000Z', questions: [aChoice()], limitPerPerson: 1 };
    const { there, browser, add, held } = await atDesk(closed);
    expect((await add({ places: '2', [`answer.${questionId()}`]: 'xxl' })).body).toContain(`id="answer-${questionId()}-error"`);
    expect((await add({ places: '2' })).status).toBe(303);
    there.clock.set('2027-03-06T12:00:00.000Z');
    await browser.signIn(LUIS);
    const late = await browser.post(ADD, {
      [FORM_TOKEN_FIELD]: await browser.formToken(),
      key: 'key-of-the-add-form-0124',
      ...zoe,
      slotId: slotId(4),
    });
    expect([late.status, held()]).toEqual([
      303,
      [
        [1, 2],
        [4, 1],
      ],
    ]);
    const { body } = await browser.get(late.headers.location ?? '');
    expect(body).toContain('Holds 3 places in all. People who sign up themselves can take 1 here');
  });

  it('has no room for anyone in a draft, and says so', async () => {
    const { there, browser } = await atDesk();
    const draft = {
      ...(await there.ports.opportunities.load(opportunityId()))?.opportunity,
      opportunityId: opportunityId(2),
      slots: [aShift(9)],
    };
    await there.ports.opportunities.save({ ...draft, status: 'draft', version: 1 } as Opportunity);
    expect((await browser.get(deskPaths.addPerson(opportunityId(2)))).body).toContain('Publish it first');
  });

  it('begins with the slot one came from', async () => {
    const { browser } = await atDesk();
    expect((await browser.get(`${ADD}?slot=${slotId(2)}`)).body).toContain(`value="${slotId(2)}" selected`);
    expect((await browser.get(`${ADD}?slot=<script>`)).body).not.toContain('<script>"');
  });

  it('shows names as text, and they do no harm in a mail', async () => {
    const { browser, add } = await atDesk();
    const answer = await add({ name: '<b>Zoe</b> "O\'Brien"', note: '=cmd()|<script>alert(1)</script>' });
    const { body } = await browser.get(answer.headers.location ?? '');
    expect(body).toContain('&lt;b>Zoe');
    expect(body).not.toMatch(/<b>Zoe|<script>alert/);
  });
});

describe('the waitlist at the desk', () => {
  const full = { slotId: slotId(3) };
  /** Bob has the one place of slot 3, Zoe waits for it, then Cleo. */
  async function line() {
    const all = await atDesk();
    await bobTakes(3, 1)({ here: all.here, world: all.there });
    const answer = await all.add({ ...full, waitlist: 'yes' });
    await all.add({ ...full, waitlist: 'yes', name: 'Cleo', email: 'cleo@example.org' }, 'key-of-the-add-form-cleo');
    await all.there.deliver();
    const pageOf = async (email: string) => deskPaths.person(opportunityId(), await all.there.ports.people.identify(email));
    const path = async (act: Parameters<typeof deskPaths.ofSignUp>[3], email: string) => {
      const person = await all.there.ports.people.identify(email);
      const own = await all.there.ports.signUps.find(person, slotId(3));
      return deskPaths.ofSignUp(opportunityId(), person, own?.signUpId ?? '', act);
    };
    const bob = async () =>
      deskPaths.ofSignUp(
        opportunityId(),
        await all.there.ports.people.identify('bob@example.org'),
        await idOf('bob@example.org'),
        'cancel',
      );
    const idOf = async (email: string) =>
      (await all.there.ports.signUps.find(await all.there.ports.people.identify(email), slotId(3)))?.signUpId ?? '';
    return { ...all, answer, pageOf, path, bob };
  }

  it('takes who finds no room when that is ticked, and says where they stand', async () => {
    const { there, browser, answer, pageOf } = await line();
    expect(answer.status).toBe(303);
    expect((await browser.get(answer.headers.location ?? '')).body).toContain('Number 1 of 2 on the waitlist, for 1 place');
    expect((await browser.get(await pageOf('cleo@example.org'))).body).toContain('Number 2 of 2 on the waitlist');
    const roster = (await browser.get(`${ROSTER}?slot=${slotId(3)}`)).body;
    expect(roster).toContain('Waitlist: 2 people');
    expect(roster.indexOf('Zoe')).toBeLessThan(roster.indexOf('Cleo'));
    expect(mailsOf(there)).toHaveLength(3);
  });

  it('keeps the tick in a form that is shown again', async () => {
    const { add } = await atDesk();
    expect((await add({ name: '', waitlist: 'yes' })).body).toMatch(/id="waitlist-yes"[^>]*checked/);
    expect((await add({ name: '' })).body).not.toMatch(/id="waitlist-yes"[^>]*checked/);
  });

  it('lets staff give the places to one behind another, who stays in line, and tells whom that passes over', async () => {
    const { there, browser, act, path, pageOf, bob, held } = await line();
    const page = await pageOf('cleo@example.org');
    expect((await browser.get(page)).body).toContain('1 person has waited longer and stays in line.');
    const none = await act(await path('promote', 'cleo@example.org'));
    expect([none.status, held()]).toEqual([409, [[3, 1]]]);
    expect(none.body).toContain('No more places are open in this slot.');
    await act(await bob());
    const given = await act(await path('promote', 'cleo@example.org'));
    expect([given.status, given.headers.location, held()]).toEqual([303, `${page}?done=promotePerson`, [[3, 1]]]);
    await there.deliver();
    const { body } = await browser.get(given.headers.location ?? '');
    for (const said of ['They have the places now', 'Given places from the waitlist', 'Put on the waitlist']) expect(body).toContain(said);
    expect((await browser.get(await pageOf(zoe.email))).body).toContain('Number 1 of 1 on the waitlist');
  });

  it('lets staff take somebody off the list; those behind move up', async () => {
    const { there, browser, act, path, pageOf } = await line();
    const page = await pageOf(zoe.email);
    expect((await browser.get(page)).body).toContain('Yes, take them off');
    expect((await act(await path('cancel', zoe.email))).status).toBe(303);
    await there.deliver();
    const { body } = await browser.get(page);
    for (const said of ['Taken off the waitlist', 'Holds no places any more.']) expect(body).toContain(said);
    expect((await browser.get(await pageOf('cleo@example.org'))).body).toContain('Number 1 of 1 on the waitlist');
  });
});

describe('changing what somebody has', () => {
  async function ana(opportunity: Partial<Opportunity> = {}) {
    const all = await atDesk(opportunity);
    const values = await anaHere(all);
    await all.there.deliver();
    const before = all.there.mailer.sent.length;
    const mails = () => mailsOf(all.there).slice(before);
    const path = (act: 'move' | 'places' | 'cancel' | 'note', id = values.signUpId ?? '') =>
      deskPaths.ofSignUp(opportunityId(), values.personId ?? '', id, act);
    const page = deskPaths.person(opportunityId(), values.personId ?? '');
    const record = async (n = 1) => all.there.ports.signUps.find(values.personId as never, slotId(n));
    return { ...all, values, path, page, record, mails };
  }

  it('moves them: one mail, one entry, and the page shows where they are', async () => {
    const { there, browser, act, path, page, held, record, mails } = await ana();
    const answer = await act(path('move'), { 'slotId.0': slotId(4) });
    expect([answer.status, answer.headers.location]).toEqual([303, `${page}?done=movePerson`]);
    await there.deliver();
    expect([held(), mails()]).toEqual([[[4, 2]], ['move']]);
    expect(await there.ports.history.about((await record(4))?.signUpId ?? '')).toMatchObject([{ what: 'sign-up.moved', by: LUIS }]);
    const { body } = await browser.get(answer.headers.location ?? '');
    for (const said of ['Moved. An email', 'from Ring toss 1', 'to Ring toss 4']) expect(body).toContain(said);
    expect(body).not.toContain('Given back');
    // and once more, from a page that was open all the time
    expect((await act(path('move'), { 'slotId.0': slotId(4) })).status).toBe(303);
    await there.deliver();
    expect([held(), mails()]).toEqual([[[4, 2]], ['move']]);
  });

  it('tells the second of two who move them that nothing was changed, and how it is', async () => {
    const { act, path, held } = await ana();
    await act(path('move'), { 'slotId.0': slotId(4) });
    const late = await act(path('move'), { 'slotId.0': slotId(2) });
    expect([late.status, held()]).toEqual([409, [[4, 2]]]);
    expect(late.body).toContain('canceled or moved meanwhile');
    expect(late.body).toContain('Ring toss 4');
  });

  it.each([
    [slotId(3), 409, 'Only 1 place is still open in this slot.'],
    [slotId(9), 404, 'This slot is not there.'],
    ['', 422, 'Choose a slot'],
  ])('does not move them to %s: %d, said beside the field', async (slot, status, words) => {
    const { act, path, held } = await ana();
    const answer = await act(path('move'), { 'slotId.0': slot });
    expect([answer.status, held()]).toEqual([status, [[1, 2]]]);
    expect(answer.body).toMatch(new RegExp(`id="slotId-0-error">${words}`));
  });

  it('changes their places, up to what there is', async () => {
    const { there, act, path, held, mails } = await ana();
    expect((await act(path('places'), { 'places.0': '5' })).status).toBe(303);
    const more = await act(path('places'), { 'places.0': '6' });
    expect([more.status, held()]).toEqual([409, [[1, 5]]]);
    expect(more.body).toMatch(/id="places-0-error">No more places are open/);
    expect(more.body).toContain('inputmode="numeric" value="6"');
    expect((await act(path('places'), { 'places.0': '0' })).status).toBe(422);
    await there.deliver();
    expect(mails()).toEqual(['places']);
  });

  it('cancels them, asked about first, once', async () => {
    const { there, browser, act, path, page, held, values, mails } = await ana();
    expect((await browser.get(page)).body).toContain('Ana Gómez loses all 2 places here and is told by email');
    const answers = await Promise.all([act(path('cancel')), act(path('cancel'))]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await there.deliver();
    expect([held(), mails()]).toEqual([[], ['cancellation']]);
    expect(await there.ports.history.about(values.signUpId ?? '')).toMatchObject([{ what: 'sign-up.cancelled', by: LUIS }]);
    const { body } = await browser.get(`${page}?done=cancelPerson`);
    for (const said of ['Canceled. The places are free again', 'Holds no places any more', 'Given back']) expect(body).toContain(said);
  });

  it('notes something: kept, in the history without its text, and not in any mail or event', async () => {
    const { there, browser, act, path, page, record, values } = await ana();
    expect((await act(path('note'), { 'note.0': 'Comes\r\nlate ', before: '' })).status).toBe(303);
    expect((await record())?.note).toBe('Comes\nlate');
    await act(path('note'), { 'note.0': 'Comes\r\nlate', before: '' });
    const history = await there.ports.history.about(values.signUpId ?? '');
    expect(history).toMatchObject([{ what: 'sign-up.noted', by: LUIS, changes: [{ field: 'note' }] }]);
    await there.deliver();
    expect(JSON.stringify([history, there.events(), there.mailer.sent])).not.toContain('late');
    expect((await browser.get(page)).body).toContain('Comes\nlate</textarea>');
    await act(path('note'), { 'note.0': '', before: 'Comes\r\nlate' });
    expect((await record())?.note).toBeUndefined();
  });

  it('does not write over a note that somebody else wrote since, and keeps what was typed', async () => {
    const { act, path, record } = await ana();
    await act(path('note'), { 'note.0': 'First', before: '' });
    const late = await act(path('note'), { 'note.0': 'Second', before: '' });
    expect([late.status, (await record())?.note]).toEqual([409, 'First']);
    for (const said of ['Somebody else wrote a note meanwhile', 'Second</textarea>', 'value="First"']) expect(late.body).toContain(said);
    expect((await act(path('note'), { 'note.0': 'Both', before: 'First' })).status).toBe(303);
  });

  it('is free of the moment for dropping out, and of a slot that has started', async () => {
    const { there, act, browser, path, held } = await ana();
    there.clock.set('2027-03-05T23:30:00.000Z');
    await browser.signIn(LUIS);
    const token = await browser.formToken();
    const post = (to: string, fields: object) => browser.post(to, { [FORM_TOKEN_FIELD]: token, ...fields });
    expect((await post(path('places'), { 'places.0': '3' })).status).toBe(303);
    expect((await post(path('move'), { 'slotId.0': slotId(4) })).status).toBe(303);
    expect(held()).toEqual([[4, 3]]);
    expect((await act(path('cancel'), {})).status).toBe(403);
  });

  it('of who is not here, or of an address that is none, is not there', async () => {
    const { browser, act, values } = await ana();
    for (const path of [deskPaths.person(opportunityId(), personId(9)), deskPaths.person(opportunityId(), 'x')])
      expect((await browser.get(path)).status).toBe(404);
    for (const [person, id] of [
      [personId(9), values.signUpId],
      [values.personId, signUpId(9)],
      ['x', values.signUpId],
      [values.personId, 'x'],
    ] as const)
      expect([404, 422]).toContain((await act(deskPaths.ofSignUp(opportunityId(), person ?? '', id ?? '', 'cancel'))).status);
  });

  it('is shown without forms to who holds places of which nothing is kept any more', async () => {
    const { there, browser } = await atDesk();
    const gone = await there.ports.people.identify('gone@example.org');
    const command = { opportunityId: opportunityId(), slotId: slotId(1), personId: gone, signUpId: signUpId(7) };
    await there.ports.slots.claim({ ...command, submissionId: 'm'.repeat(22) as never, places: 1, at: '2027-03-01T12:00:00.000Z' });
    const { status, body } = await browser.get(deskPaths.person(opportunityId(), gone));
    expect([status, body.includes('Details no longer kept'), body.includes('/sign-ups/')]).toEqual([200, true, false]);
  });
});

const [adding, moving, resizing, , noting] = BY_HAND;

describe('what is sent over the API', () => {
  const WRONG: readonly (readonly [ApiOperation | undefined, unknown])[] = [
    ...[0, -1, 1.5, 1e9, 51, '1', null, [], {}, true].map((places) => [adding, { ...ZOE, places }] as const),
    ...[0, -1, 1.5, 1e9, '2', null].map((places) => [resizing, { places }] as const),
    ...['', 'slot_1', null, 7, ['a'], `${slotId(1)} `].map((slot) => [moving, { slotId: slot }] as const),
    ...['', ' ', 'a\u0000b', 'x'.repeat(501), 7, null].map((note) => [noting, { note }] as const),
    [adding, { ...ZOE, person: { ...ZOE.person, email: 'zoe@example.org\r\nBcc: eve@example.org' } }],
    [adding, { ...ZOE, person: { ...ZOE.person, name: '\u202eeoZ' } }],
    [adding, { ...ZOE, person: { ...ZOE.person, name: 'x'.repeat(10_000) } }],
    [adding, { ...ZOE, language: '../en' }],
    [adding, { ...ZOE, by: 'eve@riverbend.example' }],
    [adding, { ...ZOE, personId: personId(1) }],
    [adding, { ...ZOE, answers: Array.from({ length: 11 }, () => ({ questionId: questionId(), answer: 'x' })) }],
    [adding, JSON.parse('{"__proto__":{"places":1}}')],
  ];

  it.each(WRONG.map(([operation, json]) => ({ operation, json })))(
    'and is not what the contract says is refused, and changes nothing: %#',
    async ({ operation, json }) => {
      if (!operation) throw new Error('no operation');
      const all = await scene();
      const values = await anaHere(all);
      const answer = await askByHand(operation, values, all.here, { json });
      expect([answer.status, answer.problem().code, all.held()]).toEqual([422, 'request.invalid', [[1, 2]]]);
    },
  );
});

it('over the API, a key names one request, and answers say where the person is', async () => {
  const all = await scene();
  const [add] = BY_HAND;
  if (!add) throw new Error('no operation');
  const first = await askByHand(add, { opportunityId: opportunityId() }, all.here);
  const again = await askByHand(add, { opportunityId: opportunityId() }, all.here);
  expect(PlacedPerson.parse(first.json())).toMatchObject({ state: 'confirmed', slotId: slotId(1), places: 1 });
  expect(again.json()).toEqual(first.json());
  const other = await askByHand(add, { opportunityId: opportunityId() }, all.here, { json: { ...ZOE, places: 2 } });
  expect([other.status, other.problem().code, all.held()]).toEqual([422, 'request-key.reused', [[1, 1]]]);
});
