/** The district's holidays at the desk: a form with rows, two people at it, and what stands ready for whoever repeats a slot. */
import { describe, expect, it } from 'vitest';
import { Holidays } from '#contracts/resources/holidays.ts';
import { Email } from '#contracts/values.ts';
import { saveHolidays } from '#domain/volunteering/holidays.ts';
import { opportunityId, tuesdays } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { type DeskBrowser, deskScene, fieldsOf } from './desk-session.ts';

const LUIS = 'luis@riverbend.example';
const PAGE = '/desk/holidays';
const FORM = '/desk/holidays';
const BREAK = { name: { en: 'Spring break', es: 'Vacaciones de primavera' }, from: '2027-03-22', to: '2027-03-26' };
const ELECTION = { name: { en: 'Election day' }, from: '2027-03-16' };

async function scene(email: string) {
  const { there, here, browser } = await deskScene();
  await browser.signIn(email);
  const stored = () => there.ports.holidays.find();
  const keep = async (holidays: readonly unknown[]) =>
    saveHolidays(there.ports)({ list: Holidays.parse({ holidays, version: (await stored()).version }), by: Email.parse(DANA) });
  return { there, here, browser, stored, keep };
}

async function press(browser: DeskBrowser, html: string, act: string, typed: Readonly<Record<string, string>> = {}) {
  const fields = fieldsOf(html);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  fields.set('do', act);
  return browser.post(FORM, fields as never);
}

describe('holidays at the desk', () => {
  it('are typed into rows, saved, and said to be', async () => {
    const { browser, stored } = await scene(DANA);
    const { body } = await browser.get(PAGE);
    expect(body).toContain('No holidays yet.');
    const answer = await press(browser, body, 'save', {
      'holidays.0.name.en': BREAK.name.en,
      'holidays.0.name.es': BREAK.name.es,
      'holidays.0.from': BREAK.from,
      'holidays.0.to': BREAK.to,
      'holidays.2.name.en': ELECTION.name.en,
      'holidays.2.from': ELECTION.from,
    });
    expect([answer.status, await stored()]).toEqual([303, { holidays: [ELECTION, BREAK], version: 1 }]);
    expect((await browser.get(String(answer.headers.location))).body).toContain('Saved. Series that are there keep their dates');
  });

  it('gain rows and lose them, with all that was typed, before they are saved', async () => {
    const { browser, stored, keep } = await scene(DANA);
    await keep([BREAK, ELECTION]);
    const more = await press(browser, (await browser.get(PAGE)).body, 'add-holidays', { 'holidays.0.name.en': 'Voting day' });
    expect([more.status, more.body.includes('value="Voting day"'), more.body.includes('name="holidays.4.from"')]).toEqual([
      200,
      true,
      true,
    ]);
    const fewer = await press(browser, more.body, 'remove-holiday:1');
    expect(fewer.body).not.toContain('value="Spring break"');
    expect((await stored()).version).toBe(1);
    await press(browser, fewer.body, 'save');
    expect((await stored()).holidays).toEqual([{ ...ELECTION, name: { en: 'Voting day' } }]);
  });

  it.each([
    [{ 'holidays.0.name.en': 'A' }, 'Enter the first day'],
    [{ 'holidays.0.from': '2027-03-16' }, 'Enter a name'],
    [
      { 'holidays.0.name.en': 'A', 'holidays.0.from': '2027-03-16', 'holidays.0.to': '2027-03-15' },
      'Enter a last day that is not before the first',
    ],
    [{ 'holidays.0.name.en': 'A', 'holidays.0.from': '2027-03-16', 'holidays.0.to': '2028-03-15' }, 'A holiday is 120 days at most'],
    [{ 'holidays.0.name.en': 'x'.repeat(300), 'holidays.0.from': '2027-03-16' }, 'Use fewer letters'],
    [{ 'holidays.0.name.en': '<b>', 'holidays.0.from': 'soon' }, 'Enter the first day'],
  ])('that can’t be kept are shown again with what is wrong: %j', async (typed, words) => {
    const { browser, stored } = await scene(DANA);
    const answer = await press(browser, (await browser.get(PAGE)).body, 'save', typed as unknown as Record<string, string>);
    expect([answer.status, (await stored()).version]).toEqual([422, 0]);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('<b>');
    for (const value of Object.values(typed).filter((one) => one !== '<b>')) expect(answer.body).toContain(`value="${value}"`);
  });

  it('that somebody else saved meanwhile are shown beside what was typed, which a second save keeps', async () => {
    const { browser, stored, keep } = await scene(DANA);
    const { body } = await browser.get(PAGE);
    await keep([BREAK]);
    const typed = { 'holidays.0.name.en': 'Election day', 'holidays.0.from': ELECTION.from };
    const refused = await press(browser, body, 'save', typed);
    expect([refused.status, (await stored()).holidays]).toEqual([409, [BREAK]]);
    expect(refused.body).toContain('value="Election day"');
    expect((await press(browser, refused.body, 'save')).status).toBe(303);
    expect((await stored()).holidays).toEqual([ELECTION]);
  });

  it('are read by a coordinator, and not changed', async () => {
    const { browser, stored, keep } = await scene(LUIS);
    await keep([BREAK]);
    const { body } = await browser.get(PAGE);
    expect(body).toContain('Spring break');
    expect(body).not.toContain('name="holidays.0.from"');
    const answer = await browser.post(FORM, { do: 'save', version: '1', form: await browser.formToken() } as never);
    expect([answer.status, (await stored()).version]).toEqual([403, 1]);
  });

  it('show which dates of series are on them, to whom may see those', async () => {
    const { there, browser, keep } = await scene(LUIS);
    const state = await there.ports.opportunities.load(opportunityId());
    if (!state) throw new Error('there is an opportunity');
    await there.ports.opportunities.save({ ...state.opportunity, ...tuesdays(4), version: 2 });
    await keep([ELECTION, BREAK]);
    const { body } = await browser.get(`${PAGE}?dates=yes`);
    expect(body).toContain('Tue, Mar 16 (Election day); Tue, Mar 23 (Spring break)');
    expect(body).not.toContain('Tue, Mar 9');
  });

  it('stand ready in the form that repeats a slot, but for those that are over', async () => {
    const { browser, keep } = await scene(LUIS);
    await keep([{ name: { en: 'Winter break' }, from: '2026-12-21', to: '2027-01-01' }, BREAK]);
    const { body } = await browser.get(`/desk/opportunities/${opportunityId()}`);
    expect(body).toContain('>2027-03-22 to 2027-03-26 Spring break</textarea>');
  });
});
