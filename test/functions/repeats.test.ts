/** Every request that changes something is safe to repeat: by a caller that lost the answer, by an impatient thumb, by a retrying network. */
import { describe, expect, it } from 'vitest';
import { aShift, aSignUpRequest, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';
import { ANA, bearer, KEY, postSignUp, signedUp } from './people.ts';

async function scene() {
  const there = await world({ slots: [aShift(1), aShift(2), aShift(3, { capacity: 1 })] });
  return { there, here: site(there), taken: (slot = 1) => there.volunteering.ledgers.get(slotId(slot))?.taken };
}
const request = aSignUpRequest({ slots: [1, 3].map((n) => ({ slotId: slotId(n), places: 1 })) });

describe('a sign-up sent again with the same key', () => {
  it('is answered the same, and is one sign-up and one mail', async () => {
    const { here, there, taken } = await scene();
    const first = await postSignUp(here, request);
    await there.deliver();
    const again = await postSignUp(here, request);
    await there.deliver();
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([taken(1), taken(3), there.mails().length]).toEqual([1, 1, 1]);
  });

  it('at the same moment is one sign-up', async () => {
    const { here, taken } = await scene();
    const answers = await Promise.all(Array.from({ length: 5 }, () => postSignUp(here, request)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect([taken(1), taken(3)]).toEqual([1, 1]);
  });

  it.each(['before', 'after'] as const)('after the connection broke %s the places were given goes on where it was', async (when) => {
    const { here, there, taken } = await scene();
    const cut = site(there, (ports) => ({
      ...ports,
      slots: {
        ...ports.slots,
        claim: async (command) => {
          if (when === 'after') await ports.slots.claim(command);
          throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
        },
      },
    }));
    expect((await postSignUp(cut, request)).status).toBe(503);
    expect((await postSignUp(here, request)).status).toBe(201);
    await there.deliver();
    expect([taken(1), taken(3), there.mails().length]).toEqual([1, 1, 1]);
  });

  it.each([
    ['another language', { ...request, language: 'en' }],
    ['other places', { ...request, slots: [{ slotId: slotId(1), places: 2 }] }],
    ['one slot less', { ...request, slots: [{ slotId: slotId(1), places: 1 }] }],
    ['another slot', { ...request, slots: [{ slotId: slotId(2), places: 1 }] }],
    ['another name', { ...request, person: { ...ANA, name: 'Anna' } }],
  ])('but %s is refused and changes nothing', async (_what, other) => {
    const { here, taken } = await scene();
    await postSignUp(here, request);
    const answer = await postSignUp(here, other);
    expect([answer.status, taken(1), taken(2), taken(3)]).toEqual([422, 1, 0, 1]);
    expect(answer.problem().code).toBe('request-key.reused');
  });

  it('by another person is their own request', async () => {
    const { here, taken } = await scene();
    const id = await signedUp(here);
    expect(await signedUp(here, { person: { name: 'Bob', email: 'bob@example.org' } }, KEY)).not.toBe(id);
    expect(taken()).toBe(4);
  });

  it('is taken again once what it gave was given back, only as a new request', async () => {
    const { here, taken } = await scene();
    const id = await signedUp(here);
    const headers = bearer(await here.tokenOf(ANA.email));
    await here.send({ method: 'POST', path: `/api/sign-ups/${id}/cancel`, headers });
    await postSignUp(here, aSignUpRequest({ slots: [{ slotId: slotId(1), places: 2 }] }));
    expect(taken()).toBe(0);
    await signedUp(here, {}, 'another-key-0123456789');
    expect(taken()).toBe(2);
  });
});

describe('a change of one’s own sign-up sent again', () => {
  it.each([
    ['cancel', {}],
    ['places', { places: 3 }],
    ['move', { slotId: slotId(2) }],
  ] as const)('%s is answered the same and changes nothing more', async (what, json) => {
    const { here, there } = await scene();
    const id = await signedUp(here);
    const send = async () =>
      here.send({ method: 'POST', path: `/api/sign-ups/${id}/${what}`, json, headers: bearer(await here.tokenOf(ANA.email)) });
    const first = await send();
    const writes = there.volunteering.stream.length;
    const again = await send();
    expect([first.status, again.status, again.body, there.volunteering.stream.length]).toEqual([200, 200, first.body, writes]);
  });
});
