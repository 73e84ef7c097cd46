/** Schools and opportunities set up at the desk: who sees what, a carnival in a few posts, and two people at one form. */
import { describe, expect, it } from 'vitest';
import { FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { aSchool, aSignUpRequest, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { type DeskBrowser, deskBrowser, deskScene, fieldsOf } from './desk-session.ts';
import { postSignUp } from './people.ts';

const LUIS = 'luis@riverbend.example';
const HANNAH = 'hannah@riverbend.example';
const PAT = 'pat@riverbend.example';
const PAGE = `/desk/opportunities/${opportunityId()}`;
const NEW = `/desk/opportunities/new?school=${schoolId()}`;

async function scene(email: string) {
  const { there, here, browser } = await deskScene();
  await browser.signIn(email);
  const stored = async (id = opportunityId()) => (await there.ports.opportunities.load(id))?.opportunity;
  return { there, here, browser, stored };
}

/** Presses a button of the form that `html` shows, after typing. */
async function press(browser: DeskBrowser, html: string, act: string, typed: Readonly<Record<string, string>> = {}) {
  const fields = fieldsOf(html);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  fields.set('do', act);
  return browser.post('/desk/opportunities', fields as never);
}

/** Presses the button that saves on the page that asks first. */
async function confirm(browser: DeskBrowser, html: string) {
  const fields = fieldsOf(html);
  fields.set('sure', /name="sure" value="([^"]*)"/.exec(html)?.[1] ?? '');
  return browser.post('/desk/opportunities', fields as never);
}

const CARNIVAL = { 'title.en': 'Carnival', 'summary.en': 'Games', 'contact-name': 'Ms. Rivera', 'contact-email': 'r@lincoln.example' };
const FILL = {
  'fill.label.en': 'Booth',
  'fill.day': '2027-04-10',
  'fill.from': '09:00',
  'fill.minutes': '30',
  'fill.count': '12',
  'fill.capacity': '4',
};

describe('who sees what', () => {
  it.each([
    [DANA, 200, 200],
    [LUIS, 200, 200],
    [PAT, 200, 403],
    [HANNAH, 404, 404],
  ])('%s gets %d for what they look at, and %d for forms', async (email, looks, changes) => {
    const { browser } = await scene(email);
    for (const path of [PAGE, `${PAGE}/preview`, `/desk/opportunities?school=${schoolId()}`])
      expect([path, (await browser.get(path)).status]).toEqual([path, looks]);
    for (const path of [`${PAGE}/edit`, NEW]) expect([path, (await browser.get(path)).status]).toEqual([path, changes]);
  });

  it('a list shows what is planned, and what is over to who asks for it', async () => {
    const { there, browser, stored } = await scene(LUIS);
    const list = `/desk/opportunities?school=${schoolId()}`;
    const title = (await stored())?.title.en ?? '';
    expect((await browser.get(list)).body).toContain(title);
    there.clock.set(
      (await stored())?.slots
        .map(({ endsAt = '' }) => endsAt)
        .sort()
        .at(-1) ?? '',
    );
    await browser.signIn(LUIS);
    expect((await browser.get(list)).body).toContain(title);
    there.clock.advance(1);
    expect((await browser.get(list)).body).not.toContain(title);
    const all = (await browser.get(`${list}&past=yes`)).body;
    expect(all).toContain(title);
    expect(all).toMatch(/<td>Over<\/td><td>Last on /);
  });

  it.each([
    [DANA, 200],
    [LUIS, 403],
    [PAT, 403],
  ])('%s gets %d for schools', async (email, status) => {
    const { browser } = await scene(email);
    for (const path of ['/desk/schools', '/desk/schools/new', `/desk/schools/${schoolId()}`])
      expect((await browser.get(path)).status).toBe(status);
  });

  it('who has no school finds an empty list', async () => {
    const { browser } = await scene(HANNAH);
    const { status, body } = await browser.get('/desk/opportunities');
    expect([status, body.includes('Spring Carnival')]).toEqual([200, false]);
  });
});

describe('a carnival', () => {
  it('of twelve slots takes three posts, and stands in the school’s own hours', async () => {
    const { browser, there } = await scene(LUIS);
    const fresh = await browser.get(NEW);
    const filled = await press(browser, fresh.body, 'fill', { ...CARNIVAL, ...FILL });
    expect(filled.status).toBe(200);
    expect(filled.body).toContain('value="Carnival"');
    const saved = await press(browser, filled.body, 'publish');
    expect(saved.status).toBe(303);
    const id = /opp_\w+/.exec(String(saved.headers.location))?.[0] ?? '';
    const state = await there.ports.opportunities.load(id as never);
    expect(state?.opportunity.slots).toHaveLength(12);
    expect(state?.opportunity.slots[0]).toMatchObject({
      startsAt: '2027-04-10T14:00:00.000Z',
      endsAt: '2027-04-10T14:30:00.000Z',
      capacity: 4,
    });
    expect(state?.opportunity.slots[11]).toMatchObject({ endsAt: '2027-04-10T20:00:00.000Z' });
    expect(state?.ledgers).toHaveLength(12);
    expect(await there.ports.history.about(id)).toMatchObject([{ by: LUIS, what: 'opportunity.added' }]);
  });

  it('rows are added, duplicated and removed with everything typed kept, and nothing saved', async () => {
    const { browser, stored } = await scene(LUIS);
    const { body } = await browser.get(`${PAGE}/edit`);
    const twice = await press(browser, body, 'duplicate-slot:0', { 'title.en': 'Typed <b>' });
    expect(twice.body).toContain('value="Typed &lt;b>"');
    const fields = fieldsOf(twice.body);
    // 17:00 to 19:00 in Chicago; the next begins where it ends
    expect([fields.get('slots.1.from'), fields.get('slots.1.to')]).toEqual(['19:00', '21:00']);
    const once = await press(browser, twice.body, 'remove-slot:1');
    expect(fieldsOf(once.body).get('slots.1.id')).toBeNull();
    expect((await stored())?.version).toBe(1);
  });

  it('that is wrong is shown again with an error beside each field and nothing lost', async () => {
    const { browser } = await scene(LUIS);
    const { body } = await browser.get(NEW);
    const again = await press(browser, body, 'save', { 'title.en': 'Only a title', 'slots.0.day': '2027-04-10', 'slots.0.from': 'noon' });
    expect(again.status).toBe(422);
    for (const id of ['summary-en', 'slots-0-day', 'slots-0-to', 'slots-0-capacity']) expect(again.body).toContain(`id="${id}-error"`);
    expect(again.body).toContain('value="Only a title"');
    expect(again.body).toContain('value="noon"');
  });
});

describe('saving', () => {
  it('without a change from the form saves what was there', async () => {
    const { browser, stored } = await scene(LUIS);
    const before = await stored();
    expect((await press(browser, (await browser.get(`${PAGE}/edit`)).body, 'save')).status).toBe(303);
    expect(await stored()).toEqual({ ...before, ...((await stored())?.version === 2 && { version: 2 }) });
  });

  it('after somebody else tells what they changed, keeps what was typed, and is done the second time', async () => {
    const { browser, here, stored } = await scene(LUIS);
    const mine = (await browser.get(`${PAGE}/edit`)).body;
    const dana = deskBrowser(here);
    await dana.signIn(DANA);
    await press(dana, (await dana.get(`${PAGE}/edit`)).body, 'save', { dropOutHours: '3' });
    const late = await press(browser, mine, 'save', { 'title.en': 'Mine' });
    expect(late.status).toBe(409);
    for (const said of [DANA, 'Drop-out hours', '<del>24</del>', '<ins>3</ins>', 'value="Mine"']) expect(late.body).toContain(said);
    expect((await stored())?.title.en).toBe('Spring Carnival');
    expect((await press(browser, late.body, 'save')).status).toBe(303);
    expect(await stored()).toMatchObject({ title: { en: 'Mine' }, dropOutHours: 24, version: 3 });
  });

  it('asks first when people signed up for what changes, keeps what was typed, and tells that they are told', async () => {
    const { browser, here, stored } = await scene(LUIS);
    await postSignUp(here, aSignUpRequest());
    const { body } = await browser.get(`${PAGE}/edit`);
    const asked = await press(browser, body, 'save', { 'slots.0.from': '18:00' });
    expect([asked.status, (await stored())?.version]).toEqual([409, 1]);
    expect(asked.body).toContain('1 person, 1 place');
    // another change is asked about anew
    const back = await press(browser, asked.body, 'back', { 'words.en': 'Sorry!' });
    const more = await press(browser, back.body, 'save', { 'place-name': 'Elsewhere', sure: `${slotId(1)} time` });
    expect([back.status, more.status, (await stored())?.version]).toEqual([200, 409, 1]);
    expect(fieldsOf(more.body).get('words.en')).toBe('Sorry!');
    const saved = await confirm(browser, more.body);
    expect([saved.status, saved.headers.location]).toEqual([303, `${PAGE}?done=saveOpportunity&told=yes`]);
    expect((await browser.get(String(saved.headers.location))).body).toContain(`href="${PAGE}/messages">See how far it is`);
    expect(await stored()).toMatchObject({ version: 2, slots: [{ startsAt: '2027-03-06T00:00:00.000Z' }] });
  });

  it('calls a slot off after it has asked, tells so everywhere, and takes it back', async () => {
    const { browser, here, stored } = await scene(LUIS);
    await postSignUp(here, aSignUpRequest());
    const { body } = await browser.get(`${PAGE}/edit`);
    const asked = await press(browser, body, 'save', { 'slots.0.calledOff': 'yes' });
    expect([asked.status, (await stored())?.version]).toEqual([409, 1]);
    expect(asked.body).toMatch(/1 person, 1 place \(called off\)/);
    const saved = await confirm(browser, asked.body);
    expect([saved.status, saved.headers.location]).toEqual([303, `${PAGE}?done=saveOpportunity&told=yes`]);
    expect((await stored())?.slots[0]?.calledOff).toBe(true);
    expect((await browser.get(PAGE)).body).toContain('<span class="tag tag-late">called off</span>');
    expect((await browser.get(PAGE)).body).toMatch(/<ins>[^<]*, called off/);
    expect((await browser.get(`/opportunities/${opportunityId()}`)).body).toContain('<strong>Called off · </strong>');
    const refused = await postSignUp(here, aSignUpRequest({ person: { name: 'Zoe', email: 'zoe@example.org' } }), 'key-of-zoe-0123456789');
    expect(refused.status).toBe(409);

    // saved again for another reason it stays so; the slot after it does not become so
    const again = (await browser.get(`${PAGE}/edit`)).body;
    expect(fieldsOf((await press(browser, again, 'duplicate-slot:0')).body).get('slots.1.calledOff')).toBeNull();
    await press(browser, again, 'save', { dropOutHours: '3' });
    expect(await stored()).toMatchObject({ dropOutHours: 3, slots: [{ calledOff: true }] });

    const back = (await browser.get(`${PAGE}/edit`)).body;
    const sure = await press(browser, back, 'save', { 'slots.0.calledOff': '' });
    expect([sure.status, sure.body.includes('takes place after all')]).toEqual([409, true]);
    expect((await confirm(browser, sure.body)).status).toBe(303);
    expect((await stored())?.slots[0]?.calledOff).toBeUndefined();
  });

  it.each([
    [PAT, 403],
    [HANNAH, 404],
  ])('is not for %s: %d; nor without the page’s own token, nor from elsewhere', async (email, status) => {
    const { browser, here, stored } = await scene(LUIS);
    const fields = fieldsOf((await browser.get(`${PAGE}/edit`)).body);
    fields.set('title.en', 'Taken over');
    const other = deskBrowser(here);
    await other.signIn(email);
    const own = new URLSearchParams(fields);
    own.set(FORM_TOKEN_FIELD, await other.formToken());
    expect((await other.post('/desk/opportunities', own as never)).status).toBe(status);
    expect((await other.post('/desk/opportunities', fields as never)).status).toBe(403);
    const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
    expect((await browser.post('/desk/opportunities', fields as never, foreign)).status).toBe(403);
    expect((await deskBrowser(here).post('/desk/opportunities', fields as never)).status).toBe(401);
    expect((await stored())?.version).toBe(1);
  });
});

describe('the page of an opportunity', () => {
  const post = async (browser: DeskBrowser, act: string, fields: Readonly<Record<string, string>>) =>
    browser.post(`${PAGE}/${act}`, {
      [FORM_TOKEN_FIELD]: await browser.formToken(),
      key: 'key-of-a-page-0123456789',
      version: '1',
      ...fields,
    });

  it.each([
    ['status', { status: 'closed' }, 'setOpportunityStatus'],
    ['shift', { days: '-7', minutes: '0' }, 'shiftOpportunity'],
    ['copy', { 'copy-days': '364' }, 'copyOpportunity'],
    ['repeat', { 'repeat-slot': slotId(), 'repeat-every': 'week 1', 'repeat-times': '4' }, 'repeatSlot'],
  ])('%s is done, and says so', async (act, fields, done) => {
    const { browser } = await scene(LUIS);
    const answer = await post(browser, act, fields as unknown as Record<string, string>);
    expect(answer.status).toBe(303);
    expect(String(answer.headers.location)).toContain(`?done=${done}`);
    expect((await browser.get(String(answer.headers.location))).body).toContain('role="status"');
  });

  it('a number that is none is shown again', async () => {
    const { browser, stored } = await scene(LUIS);
    const answer = await post(browser, 'shift', { days: 'soon', minutes: '0' });
    expect([answer.status, answer.body.includes('value="soon"'), (await stored())?.version]).toEqual([422, true, 1]);
  });

  it('a slot is repeated but on holidays, and saving the form keeps the series', async () => {
    const { browser, stored } = await scene(LUIS);
    const fields = {
      'repeat-slot': slotId(),
      'repeat-every': 'week 2',
      'repeat-until': '2027-04-16',
      'repeat-language': 'en',
      'repeat-without': '2027-03-15 to 2027-03-19 Spring break\r\n\r\n2027-04-16',
    };
    const answer = await post(browser, 'repeat', fields);
    const shown = (await browser.get(String(answer.headers.location))).body;
    expect(shown).toContain('Friday, March 19 (Spring break); Friday, April 16');
    const series = (await stored())?.series;
    expect(series?.[0]?.leftOut).toEqual([{ day: '2027-03-19', name: { en: 'Spring break' } }, { day: '2027-04-16' }]);
  });

  it.each([
    [{ 'repeat-times': '1' }, 'Enter a whole number from 2 to 100'],
    [{ 'repeat-without': 'Spring <break>', 'repeat-times': '4' }, 'Begin each line with a day'],
    [{}, 'Enter the last day, or how many dates'],
    [{ 'repeat-times': '4', 'repeat-without': '2027-03-05' }, 'The slot’s own day is among those to leave out'],
  ])('what can’t be repeated is shown again with what is wrong: %j', async (fields, words) => {
    const { browser, stored } = await scene(LUIS);
    const sent = { 'repeat-slot': slotId(), 'repeat-every': 'week 1', ...fields };
    const answer = await post(browser, 'repeat', sent as unknown as Record<string, string>);
    expect([answer.status, (await stored())?.version]).toEqual([422, 1]);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('<break>');
  });

  it('a school is saved by an admin', async () => {
    const { browser, there } = await scene(DANA);
    const { contact, version, ...lines } = aSchool();
    const fields = {
      ...lines,
      version: String(version),
      'contact-name': contact.name,
      'contact-email': contact.email,
      'contact-phone': '',
    };
    const token = { [FORM_TOKEN_FIELD]: await browser.formToken() };
    expect((await browser.post('/desk/schools', { ...token, ...fields, name: 'Renamed' })).status).toBe(303);
    const late = await browser.post('/desk/schools', { ...token, ...fields, name: 'Other' });
    expect([late.status, late.body.includes('<ins>Renamed</ins>'), late.body.includes('value="Other"')]).toEqual([409, true, true]);
    expect((await browser.post('/desk/schools', { ...token, ...fields, version: '2', slug: 'NO' })).body).toContain('id="slug-error"');
    expect((await there.ports.schools.find(schoolId()))?.name).toBe('Renamed');
  });
});
