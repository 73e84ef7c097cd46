/** Several dates of a series given back with one form of the manage page. */
import { describe, expect, it } from 'vitest';
import { Submission } from '#contracts/resources/sign-up.ts';
import { aSignUpRequest, slotId, tuesdays } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';
import { ANA, KEY, postSignUp, signedUp } from './people.ts';

async function scene() {
  const there = await world(tuesdays(5));
  const here = site(there);
  const slots = [1, 2, 3, 4].map((n) => ({ slotId: slotId(n), places: 1 }));
  const answer = await postSignUp(here, aSignUpRequest({ slots, person: ANA }), KEY);
  const ids = Submission.parse(answer.json()).results.flatMap((result) => (result.outcome === 'confirmed' ? [result.signUpId] : []));
  const path = `/manage/${await here.tokenOf(ANA.email)}`;
  const taken = () => [1, 2, 3, 4].map((n) => there.volunteering.ledgers.get(slotId(n))?.taken);
  const cancel = (...dates: readonly string[]) =>
    here.post(`${path}/cancel`, new URLSearchParams([['signUpId', ids[0] ?? ''], ['several', 'yes'], ...dates.map((id) => ['dates', id])]));
  return { there, here, ids, path, taken, cancel };
}

describe('several dates', () => {
  it('that are ticked are given back, and no other', async () => {
    const { here, ids, taken, cancel, path } = await scene();
    const [, second = '', , fourth = ''] = ids;
    const answer = await cancel(second, fourth);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`${path}?done=cancelledDates.${fourth}`);
    expect(taken()).toEqual([1, 0, 1, 0]);
    expect((await here.get(String(answer.headers.location))).body).toContain('Canceled: the dates you ticked of ');
  });

  it('are all of them with one tick, also when it is sent again, or beside others', async () => {
    const { ids, taken, cancel } = await scene();
    expect((await cancel(ids[1] ?? '', ids.join(' '))).status).toBe(303);
    expect(taken()).toEqual([0, 0, 0, 0]);
    expect((await cancel(ids.join(' '))).status).toBe(303);
  });

  it('are told in one mail', async () => {
    const { there, ids, cancel } = await scene();
    await there.deliver();
    const before = there.mails().length;
    await cancel(ids[1] ?? '', ids[3] ?? '');
    await there.deliver();
    expect(there.mails().slice(before)).toEqual([`cancellation/${ids[1]}`]);
  });

  it.each([
    ['none is ticked', []],
    ['a tick is none of ours', ['../../etc/passwd']],
    [
      'there are more than a series can have',
      [Array.from({ length: 101 }, (_, n) => `sgn_abcdefghijkl${String(n).padStart(4, '0')}`).join(' ')],
    ],
  ])('stay where %s, and the form says what to do', async (_what, dates) => {
    const { taken, cancel } = await scene();
    const answer = await cancel(...dates);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Please tick the dates that you want to cancel. Nothing was canceled.');
    expect(taken()).toEqual([1, 1, 1, 1]);
  });

  it('of which one is too close to the start are given back but for that one, which says so', async () => {
    const { there, ids, taken, cancel } = await scene();
    there.clock.set('2027-03-09T06:00:00Z');
    const answer = await cancel(ids.join(' '));
    expect(answer.status).toBe(409);
    expect(taken()).toEqual([1, 0, 0, 0]);
    expect(answer.body).toMatch(new RegExp(`id="${ids[0]}"><p class="notice notice-wrong"`));
  });

  it('of somebody else are not found', async () => {
    const { here, there, cancel, taken } = await scene();
    const bobs = await signedUp(
      here,
      { slots: [{ slotId: slotId(5), places: 1 }], person: { name: 'Bob', email: 'bob@example.org' } },
      'key-of-bob-0123456789',
    );
    expect((await cancel(bobs)).status).toBe(404);
    expect(there.volunteering.ledgers.get(slotId(5))?.taken).toBe(1);
    expect(taken()).toEqual([1, 1, 1, 1]);
  });
});
