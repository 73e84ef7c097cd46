/** The functions around waitlists: what serves the line, the sweep that makes up for it, and the form that answers an offer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { freedEvent } from '#domain/volunteering/ledger-events.ts';
import { createHandler as onPlacesFreed } from '#functions/volunteering/on-places-freed.ts';
import { createHandler as onWaitlistsDue } from '#functions/volunteering/on-waitlists-due.ts';
import { slotId } from '#test/support/builders.ts';
import { type World, world } from '#test/support/world.ts';
import { bobTakes, offered, SLOTS } from './api-cases.ts';
import { type Site, site } from './http.ts';
import { ANA, waitlisted } from './people.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
});
afterEach(() => vi.restoreAllMocks());

const asEvent = (event: { readonly type: string }) => ({ 'detail-type': event.type, detail: event }) as never;
const ledgerOf = ({ volunteering }: World) => {
  const ledger = volunteering.ledgers.get(slotId(3));
  if (!ledger) throw new Error('there must be a slot');
  return ledger;
};
const scene = async () => {
  const there = await world({ slots: SLOTS });
  return { there, here: site(there) };
};

/** Ana waits for the one place of slot 3, which Bob has just given back. */
async function freed() {
  const { there, here } = await scene();
  await bobTakes(3, 1)({ here, world: there });
  await waitlisted(here, [{ slotId: slotId(3), places: 1, waitlist: true }]);
  const bob = await here.personOf('bob@example.org');
  const claim = ledgerOf(there).claims[bob];
  if (!claim) throw new Error('Bob must have the place');
  await cancelSignUp(there.ports)({ personId: bob, signUpId: claim.signUpId });
  const event = freedEvent(ledgerOf(there));
  if (!event) throw new Error('a place must have come free');
  return { there, here, event, ana: await here.personOf(ANA.email) };
}

describe('places that came free', () => {
  it('go to the first in line, once, however often the event comes', async () => {
    const { there, event, ana } = await freed();
    const consume = onPlacesFreed(there.ports);
    await consume(asEvent(event));
    const served = ledgerOf(there);
    expect([Object.keys(served.claims), served.waiting]).toEqual([[ana], 0]);
    await consume(asEvent(event));
    expect(ledgerOf(there).version).toBe(served.version);
  });

  it('leave what is no event of theirs to the dead-letter queue', async () => {
    const { there, event } = await freed();
    const consume = onPlacesFreed(there.ports);
    await expect(consume(asEvent({ type: 'sign-up.confirmed.v1' }))).rejects.toThrow('no consumer here');
    await expect(consume(asEvent({ ...event, data: {} } as never))).rejects.toThrow();
    expect(ledgerOf(there).waiting).toBe(1);
  });
});

describe('the sweep', () => {
  it('serves whoever was left standing when the event was lost, and says how many', async () => {
    const { there, ana } = await freed();
    await onWaitlistsDue(there.ports)();
    expect(Object.keys(ledgerOf(there).claims)).toEqual([ana]);
    expect(lines.filter((line) => line.includes('waitlists swept')).map((line) => JSON.parse(line))).toMatchObject([
      { looked: 1, served: 1 },
    ]);
    expect(lines.join('')).not.toContain(ana);
  });

  it('ends an offer at its instant, and not before', async () => {
    const { there, here } = await scene();
    await offered({ here, world: there });
    there.clock.set('2027-03-05T15:59:59.999Z');
    await onWaitlistsDue(there.ports)();
    expect(ledgerOf(there)).toMatchObject({ held: 1, waiting: 1 });
    there.clock.set('2027-03-05T16:00:00.000Z');
    await onWaitlistsDue(there.ports)();
    expect(ledgerOf(there)).toMatchObject({ held: 0, waiting: 0, taken: 0 });
  });

  it('says nothing when there is nothing to do', async () => {
    const { there } = await scene();
    await onWaitlistsDue(there.ports)();
    expect(lines).toEqual([]);
  });

  it('fails when a line could not be served, so that the schedule tries again', async () => {
    const { there } = await freed();
    const slots = { ...there.ports.slots, step: () => Promise.reject(new Error('down')) };
    await expect(onWaitlistsDue({ ...there.ports, slots })()).rejects.toThrow('1 of 1 waitlists could not be served');
  });
});

describe('the form that answers an offer', () => {
  const waiting = async () => {
    const { there, here } = await scene();
    const id = await offered({ here, world: there });
    // by now her record knows that she waits
    await there.deliver();
    const token = await here.tokenOf(ANA.email);
    return { there, here, id, token, answer: (form: Record<string, string>) => answered(here, token, { signUpId: id, ...form }) };
  };
  const answered = (here: Site, token: string, form: Record<string, string>) => here.post(`/manage/${token}/offer`, form);

  it('is on the page while the offer stands', async () => {
    const { there, here, token } = await waiting();
    const shown = async () => (await here.get(`/manage/${token}`)).body.includes(`action="/manage/${token}/offer"`);
    expect(await shown()).toBe(true);
    there.clock.set('2027-03-05T16:00:00.000Z');
    expect(await shown()).toBe(false);
  });

  it.each([
    ['accept', 'accepted', 1],
    ['pass', 'passed', 0],
  ])('%s leads back to the page, which tells that it is done; twice is the same as once', async (answer, done, taken) => {
    const { there, here, token, id, answer: post } = await waiting();
    const first = await post({ answer });
    expect([first.status, first.headers.location]).toEqual([303, `/manage/${token}?done=${done}.${id}`]);
    const { status, body } = await here.get(first.headers.location ?? '');
    expect([status, body.includes('role="status"')]).toEqual([200, true]);
    const { version } = ledgerOf(there);
    expect((await post({ answer })).headers.location).toBe(first.headers.location);
    expect(ledgerOf(there)).toMatchObject({ version, taken, waiting: 0, held: 0 });
  });

  it.each([
    ['an answer that is none', { answer: 'perhaps' }, 422],
    ['no answer', {}, 422],
    ['a sign-up of nobody', { answer: 'accept', signUpId: `sgn_${'x'.repeat(16)}` }, 404],
    ['no sign-up', { answer: 'accept', signUpId: '' }, 404],
  ] as const)('with %s is refused on a page, and changes nothing', async (_, form, status) => {
    const { there, answer } = await waiting();
    const { version } = ledgerOf(there);
    const refusal = await answer(form);
    expect([refusal.status, refusal.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(ledgerOf(there).version).toBe(version);
  });

  it('after its time says that it is over', async () => {
    const { there, answer } = await waiting();
    there.clock.set('2027-03-05T16:00:00.000Z');
    const refusal = await answer({ answer: 'accept' });
    expect([refusal.status, refusal.body.includes('role="alert"')]).toEqual([409, true]);
    expect(ledgerOf(there).taken).toBe(0);
  });

  it('from another site, or with somebody else’s link, answers nothing', async () => {
    const { there, here, token, id } = await waiting();
    const form = { signUpId: id, answer: 'accept' };
    const foreign = await here.post(`/manage/${token}/offer`, form, {
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect((await answered(here, await here.tokenOf('bob@example.org'), form)).status).toBe(404);
    expect(ledgerOf(there)).toMatchObject({ held: 1, taken: 0 });
  });
});
