/** Feedback at the desk: as staff of a school read it, and that nobody else does. */
import { describe, expect, it } from 'vitest';
import { getFeedback } from '#contracts/api/volunteering-feedback.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { feedbackPaths } from '#contracts/feedback-pages.ts';
import { FeedbackResults } from '#contracts/resources/feedback.ts';
import type { GivenFeedback } from '#domain/volunteering/feedback.ts';
import { opportunityId, personId, schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { deskScene } from './desk-session.ts';
import { pathOf } from './staff-cases.ts';

const LUIS = 'luis@riverbend.example';
const ONE = feedbackPaths.deskOne(opportunityId());

async function scene(email = LUIS) {
  const { there, here, browser } = await deskScene();
  await browser.signIn(email);
  const gives = (n: number, more: Partial<GivenFeedback> = {}) =>
    there.ports.feedback.save(undefined, {
      personId: personId(n),
      opportunityId: opportunityId(),
      schoolId: schoolId(),
      score: 4,
      language: 'en',
      answeredAt: new Date(Date.UTC(2027, 2, 6, 2, n)).toISOString(),
      version: 1,
      expiresAt: '2027-06-04T01:00:00.000Z',
      ...more,
    });
  return { there, here, browser, gives };
}

describe('feedback of one opportunity at the desk', () => {
  it('is empty, then tells the scores and what was written as text, by the day of the school, with a name only where it was wished', async () => {
    const { browser, gives } = await scene();
    expect((await browser.get(ONE)).body).toContain('No answers yet.');
    await gives(1, { text: '<b>Chairs</b> & more\nplease' });
    await gives(2, { score: 5, text: 'Lo repetiría', language: 'es', name: 'Ana <b>' });
    await gives(3, { score: 1 });
    const { body } = await browser.get(ONE);
    expect(body).toMatch(/&lt;b>Chairs&lt;\/b> &amp; more\nplease<\/p><p class="soft">Good · Fri, Mar 5<\/p>/);
    expect(body).toMatch(/lang="es">Lo repetiría<\/p><p class="soft">Very good · Fri, Mar 5 · Ana &lt;b><\/p>/);
    expect(body.indexOf('Lo repetiría')).toBeLessThan(body.indexOf('Chairs'));
    expect(body).toContain('Not good: 1, Could be better: 0, All right: 0, Good: 1, Very good: 1');
    for (const n of [1, 2, 3]) expect(body).not.toContain(personId(n));
    expect((await browser.get(`${ONE}?lang=es`)).body).toContain('Cómo les fue');
  });

  it('says an average from five answers on', async () => {
    const { browser, gives } = await scene();
    for (const n of [1, 2, 3, 4]) await gives(n, { score: 5 });
    expect((await browser.get(ONE)).body).toContain('4 answers so far. It takes five to make an average.');
    await gives(5, { score: 1 });
    const { body } = await browser.get(ONE);
    expect(body).toContain('On average 4.2 of 5, from 5 answers.');
    expect(body).not.toContain('so far');
  });

  it('shows fifty comments at a time, latest first, and no comment twice or never', async () => {
    const { here, browser, gives } = await scene();
    for (let n = 1; n <= 51; n += 1) await gives(n, { text: `Words of number ${n}.` });
    const first = (await browser.get(ONE)).body;
    const next = /href="([^"]+before=[^"]+)#comments"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(first.match(/Words of number \d+\./g)).toHaveLength(50);
    expect(first).not.toContain('Words of number 1.');
    const second = (await browser.get(next)).body;
    expect(second.match(/Words of number \d+\./g)).toEqual(['Words of number 1.']);
    expect(second).toContain(`href="${ONE}#comments"`);
    expect([first.includes('Older ones'), second.includes('Older ones')]).toEqual([true, false]);
    const path = pathOf(getFeedback, { opportunityId: opportunityId() });
    const api = FeedbackResults.parse((await here.get(path, { headers: asStaff(DANA) })).json());
    expect([api.comments.length, next.endsWith(encodeURIComponent(api.next ?? 'none'))]).toEqual([50, true]);
    expect((await browser.get(`${ONE}?before=yesterday`)).status).toBe(404);
  });

  it.each([
    [DANA, 200],
    [LUIS, 200],
    ['hannah@riverbend.example', 404],
    ['pat@riverbend.example', 404],
  ])('is shown to %s: %d', async (email, status) => {
    const { browser, gives } = await scene(email);
    await gives(1, { text: 'Chairs' });
    const answer = await browser.get(ONE);
    expect([answer.status, answer.body.includes('Chairs')]).toEqual([status, status === 200]);
  });

  it('is reached from the opportunity, for who may read it', async () => {
    const page = deskPaths.opportunity(opportunityId());
    expect((await (await scene()).browser.get(page)).body).toContain(`href="${ONE}"`);
    expect((await (await scene('pat@riverbend.example')).browser.get(page)).body).not.toContain(`href="${ONE}"`);
  });
});

describe('feedback of a school at the desk', () => {
  it('lists the opportunities that have answers and adds them up', async () => {
    const { browser, gives } = await scene();
    expect((await browser.get(feedbackPaths.desk)).body).toContain('No answers yet.');
    for (const n of [1, 2, 3, 4, 5]) await gives(n, { score: n });
    const { body } = await browser.get(feedbackPaths.deskOf(schoolId()));
    expect(body).toContain('On average 3.0 of 5, from 5 answers.');
    expect(body).toMatch(new RegExp(`href="${ONE}">[^<]+</a></th><td class="sum">5</td><td class="sum">3.0</td>`));
  });

  it.each([
    [DANA, 200, 200],
    [LUIS, 200, 200],
    ['hannah@riverbend.example', 404, 200],
    ['pat@riverbend.example', 403, 403],
  ])('of school 1 is shown to %s: %d, and the first of their own: %d', async (email, status, own) => {
    const { browser, gives } = await scene(email);
    await gives(1);
    const answer = await browser.get(feedbackPaths.deskOf(schoolId()));
    expect([answer.status, answer.body.includes('Good: 1')]).toEqual([status, status === 200]);
    expect((await browser.get(feedbackPaths.desk)).status).toBe(own);
  });

  it('is reached from volunteering and from the opportunities of the school, for who may read it', async () => {
    const { browser } = await scene();
    expect((await browser.get(deskPaths.volunteering)).body).toContain(`href="${feedbackPaths.desk}"`);
    expect((await browser.get(deskPaths.volunteeringOf(schoolId()))).body).toContain(`href="${feedbackPaths.deskOf(schoolId())}"`);
    expect((await browser.get(deskPaths.opportunitiesOf(schoolId()))).body).toContain(`href="${feedbackPaths.deskOf(schoolId())}"`);
    const looks = await scene('pat@riverbend.example');
    expect((await looks.browser.get(deskPaths.volunteering)).body).not.toContain(feedbackPaths.desk);
  });
});
