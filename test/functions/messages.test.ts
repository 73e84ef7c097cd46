/** Writing to those who signed up, at the desk: who may, what is looked at first, and that no text does any harm. */
import type { EventBridgeEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { SentMessage } from '#contracts/resources/message.ts';
import { messageSentEvent } from '#domain/volunteering/ledger-events.ts';
import { createHandler as onMessageSent } from '#functions/messaging/on-message-sent.ts';
import { aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA, WHO_SEES_PEOPLE, withVera } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { district } from '#test/web/district.ts';
import { renderLetter } from '#web/emails/index.ts';
import { deskBrowser } from './desk-session.ts';
import { site } from './http.ts';
import { suppressed } from './mail-cases.ts';
import { write } from './message-cases.ts';
import { signedUp } from './people.ts';

const LUIS = 'luis@riverbend.example';
const PAGE = deskPaths.messages(opportunityId());
const NEW = deskPaths.newMessage(opportunityId());
const KEY = 'key-of-a-form-0123456789';
const SLOTS = [
  aShift(1),
  aShift(2, { startsAt: '2027-03-05T15:00:00.000Z', endsAt: '2027-03-05T16:00:00.000Z' }),
  aShift(3, { startsAt: '2027-03-05T17:00:00.000Z', endsAt: '2027-03-05T18:00:00.000Z' }),
];
const HOSTILE = '<script>alert(1)</script>" onload="x javascript:alert(2) https://example.org/a?b=1&c=2.';

type Fields = Readonly<Record<string, string>>;
const TYPED: Fields = { slotIds: slotId(1), 'subject.en': 'Bring a hat', 'body.en': 'Sun.\r\n\r\nMuch.', 'subject.es': '', 'body.es': '' };

async function scene(email = LUIS) {
  const there = await world({ slots: SLOTS });
  const here = site(there);
  // Ana reads Spanish and has the first slot, Zoe reads English and has the second
  await signedUp(here);
  const zoe = aSignUpRequest({
    person: { name: 'Zoe', email: 'zoe@example.org' },
    language: 'en',
    slots: [{ slotId: slotId(2), places: 1 }],
  });
  await signedUp(here, zoe, 'key-of-zoe-0123456789');
  await there.deliver();
  const browser = deskBrowser(here);
  await browser.signIn(email);
  const post = async (act: string, typed: Fields = {}, more: Parameters<typeof browser.post>[2] = {}) =>
    browser.post(PAGE, { [FORM_TOKEN_FIELD]: await browser.formToken(), key: KEY, ...TYPED, do: act, ...typed }, more);
  const written = () => there.mailer.sent.filter(({ key }) => key.startsWith('message/'));
  return { there, here, browser, post, written };
}

const isTicked = (html: string, n: number): boolean => new RegExp(`<input id="slotIds-${slotId(n)}"[^>]* checked`).test(html);
const textIn = (html: string, name: string): string =>
  new RegExp(`<(?:textarea|input)[^>]* name="${name.replace('.', '\\.')}"[^>]*?(?: value="([^"]*)"|>([^<]*)<)`)
    .exec(html)
    ?.slice(1)
    .find(Boolean) ?? '';

describe('who may write', () => {
  it.each(WHO_SEES_PEOPLE)('%s: %d, for pages and form alike', async (email, status) => {
    const { there, here, browser, post } = await scene(DANA);
    await post('send');
    const [sent] = there.volunteering.messages.stream;
    await withVera(there.desk.staff);
    const other = deskBrowser(here);
    await other.signIn(email);
    const one = deskPaths.message(opportunityId(), String(sent?.message.messageId));
    for (const path of [PAGE, NEW, one]) {
      const answer = await other.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      if (status !== 200) expect(answer.body).not.toMatch(/Bring a hat|Ana|Zoe/);
    }
    for (const act of ['preview', 'back', 'send']) {
      const fields = { ...TYPED, [FORM_TOKEN_FIELD]: await other.formToken(), key: `${KEY}-${email.slice(0, 3)}`, do: act };
      const answer = await other.post(PAGE, fields);
      expect([act, answer.status]).toEqual([act, status === 200 && act === 'send' ? 303 : status]);
    }
    expect((await browser.get(PAGE)).status).toBe(200);
    expect(there.volunteering.messages.stream).toHaveLength(status === 200 ? 2 : 1);
  });

  it('nobody without a session, without the page’s own token, nor from elsewhere', async () => {
    const { there, here, post } = await scene();
    expect((await deskBrowser(here).post(PAGE, { ...TYPED, key: KEY, do: 'send' })).status).toBe(401);
    expect((await deskBrowser(here).get(PAGE)).status).toBe(303);
    expect((await post('send', { [FORM_TOKEN_FIELD]: 'nonsense' })).status).toBe(403);
    expect((await post('send', {}, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect(there.volunteering.messages.stream).toEqual([]);
  });

  it('an opportunity, a message or a slot that does not exist is not found', async () => {
    const { browser, post } = await scene();
    await post('send');
    const other = deskPaths.newMessage(opportunityId(9));
    for (const path of [other, `${PAGE}/msg_${'x'.repeat(22)}`, `${PAGE}/x`, `${NEW}?slot=x`, `${NEW}?slot=${slotId(9)}`])
      expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
  });
});

describe('the form', () => {
  it('begins with every slot that somebody has, or with the one that is asked for', async () => {
    const { browser } = await scene();
    const all = (await browser.get(NEW)).body;
    expect([1, 2, 3].map((n) => isTicked(all, n))).toEqual([true, true, false]);
    const one = (await browser.get(deskPaths.newMessageTo(opportunityId(), slotId(2)))).body;
    expect([1, 2, 3].map((n) => isTicked(one, n))).toEqual([false, true, false]);
    expect(one).toContain('1 person');
  });

  it('tells before it is sent who won’t get it, by name', async () => {
    const { there, post } = await scene();
    const told = async () => (await post('preview', { slotIds: slotId(1) })).body.includes('1 person won’t get it');
    expect(await told()).toBe(false);
    await suppressed(there);
    const { body } = await post('preview', { slotIds: slotId(1) });
    expect(body).toMatch(/1 person won’t get it[^<]*Please tell them another way: Ana Gómez/);
  });

  it('is shown before anything is sent: by whom it will be read, in which words; and then changed, with all that was typed', async () => {
    const { there, post, written } = await scene();
    const seen = await post('preview', { 'body.en': `Sun.\r\n\r\n${HOSTILE}`, slotIds: slotId(1) });
    expect(seen.status).toBe(200);
    expect(seen.body).toContain('Nothing is sent yet.');
    expect(seen.body).toMatch(/<li>Ana Gómez<\/li>/);
    expect(seen.body).not.toContain('Zoe');
    // Ana reads Spanish, and gets the English it is written in
    expect(seen.body).toContain('In English: 1 person');
    expect(seen.body).not.toContain('<script>alert');
    const kept = textIn(seen.body, 'body.en');
    expect(kept.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')).toBe(`Sun.\n\n${HOSTILE}`);
    const again = await post('back', { 'body.en': `Sun.\r\n\r\n${HOSTILE}` });
    expect([again.status, textIn(again.body, 'subject.en'), isTicked(again.body, 1)]).toEqual([200, 'Bring a hat', true]);
    expect(textIn(again.body, 'key')).toBe(KEY);
    expect(textIn(again.body, 'body.en')).toContain('&lt;script>');
    await there.deliver();
    expect([there.volunteering.messages.stream.length, written().length]).toEqual([0, 0]);
  });

  it.each([
    ['no slot', { slotIds: '' }, 'slotIds'],
    ['no subject', { 'subject.en': ' ' }, 'subject-en'],
    ['no words at all', { 'subject.en': '', 'body.en': '' }, 'subject-en'],
    ['half a language', { 'body.es': 'Sol.' }, 'subject-es'],
    ['a subject of two lines', { 'subject.en': 'Hat\r\nBcc: all@example.org' }, 'subject-en'],
    ['a subject that turns around', { 'subject.en': 'Hat \u202e' }, 'subject-en'],
    ['a subject that is too long', { 'subject.en': 'x'.repeat(121) }, 'subject-en'],
    ['a text that is too long', { 'body.en': 'x'.repeat(5_001) }, 'body-en'],
    ['a slot that nobody has', { slotIds: slotId(3) }, 'slotIds'],
  ])('with %s it is shown again, the error beside its field, and nothing is sent', async (_name, typed, field) => {
    const { there, post } = await scene();
    for (const act of ['preview', 'send']) {
      const answer = await post(act, typed as Fields);
      expect([act, answer.status]).toEqual([act, 422]);
      expect(answer.body).toContain(`id="${field}-error"`);
      expect(answer.body).toContain(`href="#${field}"`);
      if (!('body.en' in typed)) expect(textIn(answer.body, 'body.en')).toContain('Much.');
    }
    expect(there.volunteering.messages.stream).toEqual([]);
  });

  it('sent twice it is sent once, and another text from the same form is told so', async () => {
    const { there, browser, post, written } = await scene();
    const answers = [await post('send'), await post('send')];
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
    const other = await post('send', { 'subject.en': 'Another' });
    expect([other.status, other.body.includes('was sent from this form already'), textIn(other.body, 'subject.en')]).toEqual([
      422,
      true,
      'Another',
    ]);
    await there.deliver();
    expect(written().map(({ mail }) => mail.to.email)).toEqual(['ana@example.org']);
    const result = await browser.get(String(answers[0]?.headers.location));
    expect(result.body).toMatch(/Sent to 1 of 1/);
    expect(result.body).toContain('Everyone was written to.');
    expect((await browser.get(PAGE)).body).toContain('Sent to 1 of 1');
  });

  it('tells truly that nothing went out yet', async () => {
    const { browser, post } = await scene();
    const { headers } = await post('send', { slotIds: slotId(1) });
    const { body } = await browser.get(String(headers.location));
    expect(body).toContain('Sent to 0 of 1');
    expect(body).toContain('on their way');
  });

  it('is not offered where nobody has places', async () => {
    const there = await world({ slots: SLOTS });
    const browser = deskBrowser(site(there));
    await browser.signIn(LUIS);
    const { body } = await browser.get(PAGE);
    expect([body.includes('Nobody has signed up yet'), body.includes(NEW)]).toEqual([true, false]);
  });

  it('without a key of its own is refused', async () => {
    const { post } = await scene();
    expect((await post('send', { key: 'short' })).status).toBe(400);
  });
});

describe('what is kept and told', () => {
  it('the API lists messages with how far they are, and nobody’s name or address', async () => {
    const { there, here } = await scene();
    expect((await write(here)).status).toBe(201);
    await there.deliver();
    const answer = await here.get(`/api/opportunities/${opportunityId()}/messages`, { headers: asStaff(LUIS) });
    const [message] = (answer.json() as { messages: unknown[] }).messages;
    expect(SentMessage.parse(message)).toMatchObject({ people: 1, sentBy: DANA, progress: { got: 1, over: true } });
    expect(answer.body).not.toMatch(/Ana|example\.org/);
  });

  it('the history tells that it was sent and to how many, and not what it says', async () => {
    const { there, here, browser } = await scene();
    await write(here);
    const entries = await there.ports.history.about(opportunityId());
    expect(entries).toMatchObject([{ what: 'message.sent', by: DANA, changes: [{ field: 'people', after: 1 }] }]);
    expect(JSON.stringify(entries)).not.toMatch(/a hat|Ana/);
    expect((await browser.get(deskPaths.opportunity(opportunityId()))).body).toContain('Message sent');
  });

  it('roster and opportunity lead to it', async () => {
    const { browser } = await scene();
    const roster = (await browser.get(deskPaths.roster(opportunityId()))).body;
    expect(roster).toContain(`href="${NEW}"`);
    expect([1, 2, 3].map((n) => roster.includes(`href="${deskPaths.newMessageTo(opportunityId(), slotId(n))}"`))).toEqual([
      true,
      true,
      false,
    ]);
    expect((await browser.get(deskPaths.opportunity(opportunityId()))).body).toContain(`href="${PAGE}"`);
  });

  it('hostile words are words in both parts of the mail', async () => {
    const { there, here } = await scene();
    const json = { slotIds: [slotId(1)], subject: { en: `Hat ${HOSTILE}` }, body: { en: `One\n${HOSTILE}\n\n${HOSTILE}` } };
    expect((await write(here, { json })).status).toBe(201);
    await there.deliver();
    const [sent] = there.mailer.sent.filter(({ key }) => key.startsWith('message/'));
    const { html, text, subject } = renderLetter(JSON.parse(String(sent?.mail.text)), district);
    expect(subject).toBe(`Hat ${HOSTILE}`);
    expect(text).toContain(`One\n${HOSTILE}`);
    expect(html).not.toMatch(/<script|onload="x|href="javascript/);
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(html.match(/<a [^>]*href="([^"]*)"/g)?.every((one) => /href="(?:https:\/\/|mailto:|tel:)/.test(one))).toBe(true);
  });
});

describe('the consumer of what was sent', () => {
  async function sent() {
    const all = await scene();
    await write(all.here);
    const [kept] = all.there.volunteering.messages.stream;
    if (!kept) throw new Error('nothing was sent');
    const event = messageSentEvent(kept);
    const consume = onMessageSent(all.there.mailPorts);
    const asked = (type: string, detail: unknown) => consume({ 'detail-type': type, detail } as EventBridgeEvent<string, unknown>);
    return { ...all, event, asked };
  }

  it('writes to each, and its log names nobody', async () => {
    const { event, asked, written } = await sent();
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
    for (let n = 0; n < 2; n += 1) await asked(event.type, event);
    spy.mockRestore();
    expect(written().map(({ mail }) => mail.to.email)).toEqual(['ana@example.org']);
    expect(lines.join('')).toContain('event consumed');
    expect(lines.join('')).not.toMatch(/@|Ana|a hat/);
  });

  it('throws at what is not for it, and at what it can’t read', async () => {
    const { event, asked, written } = await sent();
    await expect(asked('message.sent.v2', event)).rejects.toThrow('no consumer here');
    await expect(asked('link.requested.v1', event)).rejects.toThrow('no consumer here');
    await expect(asked(event.type, { ...event, data: { ...event.data, messageId: 'x' } })).rejects.toThrow();
    expect(written()).toEqual([]);
  });
});
