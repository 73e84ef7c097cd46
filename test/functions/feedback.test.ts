/** Feedback through the person's link: two questions, once begun, with or without JavaScript. */
import { describe, expect, it } from 'vitest';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { paths } from '#contracts/pages.ts';
import { opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { bobTakes, SLOTS } from './api-cases.ts';
import { BEGUN, markedAtDoor } from './feedback-cases.ts';
import { site } from './http.ts';
import { ANA, signedUp } from './people.ts';

async function scene(at = BEGUN) {
  const there = await world({ slots: SLOTS });
  const here = site(there);
  await signedUp(here);
  await bobTakes(1, 1)({ here, world: there });
  await there.deliver();
  const token = await here.tokenOf(ANA.email);
  there.clock.set(at);
  const path = feedbackPaths.page(token, opportunityId());
  const kept = async () => there.ports.feedback.find(await here.personOf(ANA.email), opportunityId());
  const counts = () => there.ports.readFeedback.counts(schoolId(), opportunityId());
  const gives = (form: Readonly<Record<string, string>>, headers = {}) => here.post(path, form, { headers });
  return { there, here, token, path, kept, counts, gives };
}

describe('the page of feedback', () => {
  it('is found from one’s sign-ups, takes two answers and says thank you', async () => {
    const { here, token, path, kept, counts, gives, there } = await scene();
    there.clock.set('2027-03-06T15:00:00.000Z');
    expect((await here.get(paths.manage(token))).body).toContain(`href="${path}"`);
    expect((await here.get(path)).body).toContain('What should we do again, or differently?');
    const answer = await gives({ score: '4', text: ' More chairs,\r\nplease ' });
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}?given=yes`]);
    const after = await here.get(answer.headers.location ?? '');
    expect(after.body).toContain('The school has your answer.');
    expect(after.body).toMatch(/value="4" checked/);
    expect(after.headers['referrer-policy']).toBe('no-referrer');
    expect(await kept()).toMatchObject({ score: 4, text: 'More chairs,\nplease', language: 'en' });
    expect(await kept()).not.toHaveProperty('name');
    expect(await counts()).toEqual([0, 0, 0, 1, 0]);
    expect((await here.get(`${path}?lang=es`)).body).toContain('¿Cómo le fue?');
  });

  it('takes a repeat for the same, and a correction for the one answer', async () => {
    const { kept, counts, gives } = await scene();
    await Promise.all([gives({ score: '2' }), gives({ score: '2' })]);
    await gives({ score: '2' });
    expect([(await kept())?.version, await counts()]).toEqual([1, [0, 1, 0, 0, 0]]);
    await gives({ score: '5', text: 'Better the second day', named: 'yes' });
    expect(await kept()).toMatchObject({ score: 5, name: ANA.name, version: 2 });
    expect(await counts()).toEqual([0, 0, 0, 0, 1]);
    // a name alone is beside nothing
    await gives({ score: '5', named: 'yes' });
    expect(await kept()).not.toHaveProperty('name');
  });

  it.each([
    ['no score', { text: 'Fine' }, 'score-1-error', 'Choose one answer'],
    ['a score there is not', { score: '7', text: 'Fine' }, 'score-1-error', 'Choose one answer'],
    ['too much', { score: '3', text: 'x'.repeat(1_001) }, 'text-error', 'this is too long'],
    ['a hidden character', { score: '3', text: 'Fi\u202ene' }, 'text-error', 'hidden characters'],
  ])('refuses %s beside its field, keeps what was typed, and stores nothing', async (_what, form, id, words) => {
    const { kept, gives } = await scene();
    const answer = await gives(form);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(new RegExp(`id="${id}">[^<]*${words}`));
    expect(answer.body).toContain(form.text.slice(0, 2));
    expect(await kept()).toBeUndefined();
  });

  it('says that it is too early before the first slot begins, and when it begins', async () => {
    const { here, path, gives, kept } = await scene('2027-03-05T22:59:59.999Z');
    const { body, status } = await here.get(path);
    expect([status, body.includes('once it has begun'), body.includes('Friday, March 5 at 5:00 PM')]).toEqual([200, true, true]);
    expect(body).not.toContain('<textarea');
    expect((await gives({ score: '4' })).status).toBe(409);
    expect(await kept()).toBeUndefined();
  });

  it('is there for 30 days after the end', async () => {
    const { there, here, path, gives } = await scene('2027-04-05T00:59:59.999Z');
    expect((await gives({ score: '4' })).status).toBe(303);
    there.clock.set('2027-04-05T01:00:00.000Z');
    expect((await here.get(path)).body).toContain('is over');
    expect((await gives({ score: '1' })).status).toBe(409);
  });

  it('is not for who was not seen while others were, until they are', async () => {
    const { there, here, path, gives } = await scene();
    await markedAtDoor(there, here, 'bob@example.org', 'attended');
    expect((await here.get(path)).body).toContain('did not see you there');
    expect((await gives({ score: '4' })).status).toBe(409);
    await markedAtDoor(there, here, ANA.email, 'attended');
    expect((await gives({ score: '4' })).status).toBe(303);
  });

  it('is of nobody who gave their places back, nor of a slot that was called off', async () => {
    const { there, here, path } = await scene('2027-03-02T12:00:00.000Z');
    const found = await there.ports.opportunities.load(opportunityId());
    if (!found) throw new Error('no opportunity');
    const { opportunity } = found;
    const slots = opportunity.slots.map((slot) => ({ ...slot, ...(slot.slotId === slotId() && { calledOff: true as const }) }));
    await there.ports.opportunities.save({ ...opportunity, slots, version: opportunity.version + 1 });
    expect((await here.get(path)).status).toBe(404);
    await there.ports.opportunities.save({ ...opportunity, version: opportunity.version + 2 });
    expect((await here.get(path)).status).toBe(200);
    const [own] = await there.ports.signUps.ofPerson(await here.personOf(ANA.email));
    await here.post(paths.manageCancel(await here.tokenOf(ANA.email)), { signUpId: own?.signUpId ?? '' });
    expect((await here.get(path)).status).toBe(404);
  });

  it('is not there through another link, for another opportunity, nor from another site', async () => {
    const { here, path, token, gives, kept } = await scene();
    expect((await here.get(path.replace(token, 'x'.repeat(32)))).status).toBe(401);
    expect((await here.get(feedbackPaths.page(token, opportunityId(9)))).status).toBe(404);
    expect((await here.get(feedbackPaths.page(token, 'x' as never))).status).toBe(404);
    expect((await here.get(feedbackPaths.page(await here.tokenOf('eve@example.org'), opportunityId()))).status).toBe(404);
    expect((await gives({ score: '4' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await kept()).toBeUndefined();
  });
});
