/** The forms of the site as a browser posts them: where they lead, what the page says when something is wrong, and what is kept of what was typed. */
import { describe, expect, it } from 'vitest';
import { MOST_CHOSEN } from '#contracts/resources/series.ts';
import { aChoice, aShift, opportunityId, questionId, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { bobTakes, LATER, moved } from './api-cases.ts';
import { type Answer, type Site, site } from './http.ts';
import { ANA, anaForm, FORM_KEY, OPPORTUNITY_PATH, signedUp } from './people.ts';

const SLOTS = [aShift(1), aShift(2, { capacity: 2 }), aShift(3, { capacity: 1 })];
async function scene(opportunity = {}) {
  const there = await world({ slots: SLOTS, ...opportunity });
  return { there, here: site(there), taken: (slot = 1) => there.volunteering.ledgers.get(slotId(slot))?.taken };
}
const bob = { person: { name: 'Bob', email: 'bob@example.org' } };
/** Value of a text field in the page. */
const typed = (html: string, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`).exec(html)?.[0].match(/value="([^"]*)"/)?.[1];
/** The option that is picked in a list of the page. */
const picked = (html: string, name: string): string | undefined =>
  new RegExp(`<select[^>]*name="${name.replaceAll('.', '\\.')}"[^]*?</select>`).exec(html)?.[0].match(/<option[^>]*selected[^>]*>/)?.[0];
const tag = (html: string, name: string, value?: string): string =>
  [...html.matchAll(new RegExp(`<(?:input|option|select)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`, 'g'))]
    .map(([found]) => found)
    .find((found) => value === undefined || found.includes(`value="${value}"`)) ?? '';

describe('the sign-up form', () => {
  it('leads to a result page that tells what was given', async () => {
    const { here, taken } = await scene();
    const answer = await here.post(OPPORTUNITY_PATH, anaForm());
    expect([answer.status, answer.headers.location, taken()]).toEqual([303, expect.stringMatching(/^\/signed-up\/[\w.-]+$/), 2]);
    const result = await here.get(answer.headers.location ?? '');
    expect([result.status, result.headers['referrer-policy'], result.headers['cache-control']]).toEqual([200, 'no-referrer', 'no-store']);
    expect(result.body).toContain('Ring toss 1');
    expect(result.body).not.toMatch(/ana@example|G\u00f3mez/);
  });

  it('shown again keeps everything typed and names each wrong field', async () => {
    const { here, there, taken } = await scene({ questions: [aChoice(1)] });
    const before = there.volunteering.stream.length;
    const answer = await here.post(
      OPPORTUNITY_PATH,
      anaForm({ email: 'ana@', phone: '12', [`places.${slotId(1)}`]: '3', [`answer.${questionId(1)}`]: 'l', consent: 'yes' }),
    );
    expect([answer.status, answer.headers['content-type'], taken()]).toEqual([422, 'text/html; charset=utf-8', 0]);
    expect([typed(answer.body, 'name'), typed(answer.body, 'email'), typed(answer.body, 'phone')]).toEqual([ANA.name, 'ana@', '12']);
    expect(tag(answer.body, 'slot', slotId(1))).toContain('checked');
    expect(picked(answer.body, `places.${slotId(1)}`)).toContain('value="3"');
    expect(picked(answer.body, `places.${slotId(2)}`)).toContain('value="1"');
    expect(tag(answer.body, 'consent')).toContain('checked');
    expect(answer.body).toMatch(/href="#email"/);
    expect(answer.body).toMatch(/href="#phone"/);
    expect(answer.body).not.toMatch(/href="#name"/);
    expect(tag(answer.body, 'email')).toContain('aria-invalid="true"');
    expect(there.volunteering.stream.length).toBe(before);
  });

  it('shown again has a new key, because what is sent next is another request', async () => {
    const { here } = await scene();
    const answer = await here.post(OPPORTUNITY_PATH, anaForm({ email: '' }));
    expect(typed(answer.body, 'formKey')).toMatch(/^[\w-]{16,64}$/);
    expect(typed(answer.body, 'formKey')).not.toBe(FORM_KEY);
  });

  it('asks again for a required answer that is missing', async () => {
    const { here } = await scene({ questions: [aChoice(1)] });
    const answer = await here.post(OPPORTUNITY_PATH, anaForm());
    expect([answer.status, answer.body.includes(`href="#answer-${questionId(1)}"`)]).toEqual([422, true]);
  });

  it('asks for a slot when none is ticked, and for the consent', async () => {
    const { here } = await scene();
    const { slot: _slot, consent: _consent, ...rest } = anaForm();
    const answer = await here.post(OPPORTUNITY_PATH, rest);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(/href="#slots"/);
    expect(answer.body).toMatch(/href="#consent"/);
  });

  it.each(['0', '-1', '1.5', '1e9', 'null', '[]', '', '51', '999999999999', ' ', '2; DROP', '१'])(
    'refuses %j places beside its field',
    async (places) => {
      const { here, taken } = await scene();
      const answer = await here.post(OPPORTUNITY_PATH, anaForm({ [`places.${slotId(1)}`]: places }));
      expect([answer.status, taken(), answer.body.includes(`href="#places-${slotId(1)}"`)]).toEqual([422, 0, true]);
    },
  );

  it('says why when no slot could be given, keeps the input and shows where there is room', async () => {
    const { here } = await scene();
    await signedUp(here, { ...bob, slots: [{ slotId: slotId(3), places: 1 }] });
    const answer = await here.post(OPPORTUNITY_PATH, anaForm({ slot: slotId(3), [`places.${slotId(3)}`]: '1' }));
    expect([answer.status, typed(answer.body, 'email')]).toEqual([409, ANA.email]);
    expect(answer.body).toMatch(/role="alert"[\s\S]*Ring toss 3/);
    expect(answer.body).toContain('Ring toss 1');
  });

  it('sent twice by a double click is one sign-up', async () => {
    const { here, there, taken } = await scene();
    const [first, second] = await Promise.all([here.post(OPPORTUNITY_PATH, anaForm()), here.post(OPPORTUNITY_PATH, anaForm())]);
    expect([first?.status, second?.headers.location, taken()]).toEqual([303, first?.headers.location, 2]);
    await there.deliver();
    expect(there.mails()).toHaveLength(1);
  });

  it('sent again after going back and choosing another slot is a new request', async () => {
    const { here, taken } = await scene();
    const first = await here.post(OPPORTUNITY_PATH, anaForm());
    const second = await here.post(OPPORTUNITY_PATH, anaForm({ slot: slotId(2), [`places.${slotId(2)}`]: '1' }));
    expect([second.status, second.headers.location === first.headers.location, taken(1), taken(2)]).toEqual([303, false, 2, 1]);
  });

  it('tells a machine that filled the unseen field nothing, and keeps nothing', async () => {
    const { here, there } = await scene();
    const before = there.volunteering.stream.length;
    const answer = await here.post(OPPORTUNITY_PATH, anaForm({ website: 'https://spam.example' }));
    expect([answer.status, answer.headers.location]).toEqual([303, OPPORTUNITY_PATH]);
    expect(there.volunteering.stream.length).toBe(before);
    expect(await there.ports.signUps.ofPerson(await here.personOf(ANA.email))).toEqual([]);
  });

  it('of an opportunity that is not there is a page that says so', async () => {
    const { here } = await scene();
    for (const path of [`/opportunities/${opportunityId(9)}`, '/opportunities/nonsense', '/opportunities/%00']) {
      const answer = await here.post(path, anaForm());
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8']);
    }
  });
});

describe('the forms of the manage page', () => {
  const managed = async () => {
    const all = await scene();
    const id = await signedUp(all.here);
    const token = await all.here.tokenOf(ANA.email);
    const act = (what: 'cancel' | 'places' | 'move' | 'time', form: Record<string, string>): Promise<Answer> =>
      all.here.post(`/manage/${token}/${what}`, { signUpId: id, ...form });
    return { ...all, id, token, act };
  };

  it.each([
    ['cancel', {}, 'cancelled', [0, 0]],
    ['places', { places: '4' }, 'places', [4, 0]],
    ['places', { places: '1' }, 'places', [1, 0]],
    ['move', { slotId: slotId(2) }, 'moved', [0, 2]],
  ] as const)('%s %j leads back to the page, which tells that it is done', async (what, form, done, [first, second]) => {
    const { act, here, token, taken } = await managed();
    const answer = await act(what, form);
    expect([answer.status, taken(1), taken(2)]).toEqual([303, first, second]);
    expect(answer.headers.location).toMatch(new RegExp(`^/manage/${token}\\?done=${done}\\.sgn_[\\w-]{16}$`));
    const page = await here.get(answer.headers.location ?? '');
    expect([page.status, page.body.includes('role="status"')]).toEqual([200, true]);
  });

  it('cancelled twice is the same as once', async () => {
    const { act, taken, there } = await managed();
    const first = await act('cancel', {});
    const second = await act('cancel', {});
    await there.deliver();
    expect([second.status, second.headers.location, taken()]).toEqual([303, first.headers.location, 0]);
    expect(there.mails().filter((key) => key.startsWith('cancellation/'))).toHaveLength(1);
  });

  it.each([
    ['places', { places: '6' }, 409],
    ['places', { places: '0' }, 422],
    ['places', { places: 'many' }, 422],
    ['places', {}, 422],
    ['move', { slotId: slotId(3) }, 409],
    ['move', { slotId: slotId(9) }, 404],
    ['move', { slotId: 'nowhere' }, 422],
    ['move', {}, 422],
    ['time', {}, 422],
    ['time', { 'time.0': 'now' }, 422],
    ['time', { 'time.0': `sgn_${'x'.repeat(16)} 2027-03-05T23:00:00Z soon` }, 422],
  ] as const)('%s %j is refused beside the sign-up, with %i, and nothing is changed', async (what, form, status) => {
    const { act, there, taken } = await managed();
    const before = there.volunteering.stream.length;
    const answer = await act(what, form);
    expect([answer.status, answer.headers['content-type'], taken(1)]).toEqual([status, 'text/html; charset=utf-8', 2]);
    expect(answer.body).toContain('role="alert"');
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(there.volunteering.stream.length).toBe(before);
  });

  describe('after a slot was moved', () => {
    const shownTimes = (body: string) => [...body.matchAll(/name="time\.\d+" value="([^"]+)"/g)].map(([, value]) => value ?? '');

    it('ask if the new time suits, with what it was and is, and thank whoever says yes, once and for all', async () => {
      const { act, here, token, there, id } = await managed();
      await moved({ world: there });
      const asked = await here.get(`/manage/${token}`);
      expect(shownTimes(asked.body)).toEqual([`${id} ${LATER.startsAt} ${LATER.endsAt}`]);
      expect(asked.body).toMatch(/5:00.*7:00\s*PM[\s\S]*7:00.*9:00\s*PM/);
      const answer = await act('time', { 'time.0': shownTimes(asked.body)[0] ?? '' });
      expect([answer.status, answer.headers.location]).toEqual([303, `/manage/${token}?done=stays.${id}`]);
      const after = await here.get(answer.headers.location ?? '');
      expect([after.body.includes('role="status"'), shownTimes(after.body)]).toEqual([true, []]);
      expect((await act('time', { 'time.0': shownTimes(asked.body)[0] ?? '' })).status).toBe(303);
    });

    it('say so when it was moved again meanwhile, and ask about the time that it is now', async () => {
      const { act, there, id } = await managed();
      const answer = await act('time', { 'time.0': `${id} 2027-03-06T05:00:00.000Z 2027-03-06T07:00:00.000Z` });
      expect([answer.status, answer.body.includes('role="alert"')]).toEqual([409, true]);
      await moved({ world: there });
      const again = await act('time', { 'time.0': `${id} 2027-03-06T05:00:00.000Z 2027-03-06T07:00:00.000Z` });
      expect([again.status, shownTimes(again.body)]).toEqual([409, [`${id} ${LATER.startsAt} ${LATER.endsAt}`]]);
    });

    it('ask about several of one opportunity with one button for all; what was moved again stays asked about', async () => {
      const { here, token, there, id } = await managed();
      await signedUp(here, { slots: [{ slotId: slotId(2), places: 1 }] }, 'key-of-the-second-one');
      await moved({ world: there }, 2);
      const [first, second] = shownTimes((await here.get(`/manage/${token}`)).body);
      const all = (times: readonly string[]) =>
        here.post(`/manage/${token}/time`, new URLSearchParams([['signUpId', id], ...times.map((time, n) => [`time.${n}`, time])]));
      expect([first?.startsWith(id), second?.startsWith('sgn_')]).toEqual([true, true]);
      const old = second?.replaceAll('2027-03-06T0', '2027-03-07T0') ?? '';
      expect((await all([old, first ?? ''])).headers.location).toBe(`/manage/${token}?done=stays.${id}`);
      expect(shownTimes((await here.get(`/manage/${token}`)).body)).toEqual([second]);
      expect((await all([first ?? '', second ?? ''])).status).toBe(303);
      expect(shownTimes((await here.get(`/manage/${token}`)).body)).toEqual([]);
      expect((await all(Array.from({ length: MOST_CHOSEN + 1 }, () => first ?? ''))).status).toBe(422);
    });

    it('say so of nobody else’s', async () => {
      const { here, token, there, id } = await managed();
      await moved({ world: there });
      const bob = await bobTakes(1, 1)({ here, world: there });
      const answer = await here.post(`/manage/${token}/time`, { signUpId: id, 'time.0': `${bob} ${LATER.startsAt} ${LATER.endsAt}` });
      expect(answer.status).toBe(404);
    });
  });

  it('are refused when it is too late, and whom to call is on the page', async () => {
    const { act, there, taken } = await managed();
    there.clock.set('2027-03-05T12:00:00Z');
    const answer = await act('cancel', {});
    expect([answer.status, taken(), answer.body.includes('217-555-0134')]).toEqual([409, 2, true]);
  });
});

describe('the form for "send me my link"', () => {
  const post = (here: Site, form: Record<string, string>, headers = {}) => here.post('/my-sign-ups', form, { headers });

  it('leads to one page, and asks for a mail', async () => {
    const { here, there } = await scene();
    await signedUp(here);
    const answer = await post(here, { email: ' ANA@Example.org ' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/my-sign-ups/sent']);
    await there.deliver();
    expect(there.mails().filter((key) => key.startsWith('link/'))).toHaveLength(1);
    expect((await here.get('/my-sign-ups/sent')).status).toBe(200);
  });

  it('shows what was typed again when it is no address', async () => {
    const { here, there } = await scene();
    const answer = await post(here, { email: 'ana at example' });
    expect([answer.status, typed(answer.body, 'email')]).toEqual([422, 'ana at example']);
    expect(answer.body).toMatch(/href="#email"/);
    expect(there.volunteering.linkStream).toEqual([]);
  });

  it('stores nothing for a machine, which sees what everyone sees', async () => {
    const { here, there } = await scene();
    const answer = await post(here, { email: ANA.email, website: 'x' });
    expect([answer.status, answer.headers.location, there.volunteering.linkStream.length]).toEqual([303, '/my-sign-ups/sent', 0]);
  });
});
