/** Each thing that happens to a waitlist is killed at each of its awaits, before and after the effect; what follows by itself, or the caller who asks again, ends it. */
import { describe, expect, it } from 'vitest';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import { answerOffer } from '#domain/volunteering/answer-offer.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { promotePerson } from '#domain/volunteering/promote-person.ts';
import { serveWaitlist, sweepWaitlists } from '#domain/volunteering/serve-waitlist.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { type Fault, Killed, withFault } from '#test/support/faults.ts';
import { checkLedgerHistory, checkNobodyLeftStanding } from '#test/support/ledger-invariants.ts';
import { type World, world } from '#test/support/world.ts';

const FAR = '2027-03-01T12:00:00Z';
const NEAR = '2027-03-05T13:00:00Z';
/** An offer of `NEAR` stands for a quarter of ten hours. */
const OVER = '2027-03-05T15:30:00Z';
const LUIS = 'luis@riverbend.example';

type Own = { readonly personId: PersonId; readonly signUpId: SignUpId };
interface Here extends World {
  readonly holder: Own;
  /** In the order in which they wait. */
  readonly waiting: readonly Own[];
}

const ask = (ports: World['ports'], name: string, places: number, waitlist: boolean) =>
  signUp(ports)({
    request: aSignUpRequest({
      person: { name, email: `${name}@example.org` },
      slots: [{ slotId: slotId(), places, ...(waitlist && { waitlist: true as const }) }],
    }),
    key: { kind: 'api', value: `key-of-${name}-0123456789` },
  });
async function own(ports: World['ports'], name: string, answer: Awaited<ReturnType<typeof ask>>): Promise<Own> {
  const result = answer.ok ? answer.value.results[0] : undefined;
  if (result?.outcome !== 'confirmed' && result?.outcome !== 'waitlisted') throw new Error(`${name} must be in`);
  return { personId: await ports.people.identify(`${name}@example.org`), signUpId: result.signUpId };
}

/** Two places, both Hugo's; Wanda wants two and Xaver one of them. Nobody has asked Yara yet. */
async function scene(at: string): Promise<Here> {
  const here = await world({ slots: [aShift(1, { capacity: 2 })], dropOutHours: 0 });
  const holder = await own(here.ports, 'hugo', await ask(here.ports, 'hugo', 2, false));
  const waiting = [
    await own(here.ports, 'wanda', await ask(here.ports, 'wanda', 2, true)),
    await own(here.ports, 'xaver', await ask(here.ports, 'xaver', 1, true)),
  ];
  await here.deliver();
  here.clock.set(at);
  return { ...here, holder, waiting };
}
const slot = { opportunityId: opportunityId(), slotId: slotId() };
const freed = (here: Here) => cancelSignUp(here.ports)(here.holder);
const halfFreed = (here: Here) => changePlaces(here.ports)({ ...here.holder, places: 1 });
const served = async (here: Here) => {
  await freed(here);
  await serveWaitlist(here.ports)(slot);
};
const [WANDA, XAVER] = [0, 1] as const;
const nth = (here: Here, n: number): Own => here.waiting[n] ?? here.holder;

interface Deed {
  readonly at: string;
  readonly before?: (here: Here) => Promise<unknown>;
  readonly later?: string;
  readonly run: (ports: World['ports'], here: Here) => Promise<unknown>;
  /** Nobody asks again: what was begun is ended by the events and the sweep alone. */
  readonly byItself?: true;
}
const DEEDS: Readonly<Record<string, Deed>> = {
  'joining the line': { at: FAR, run: (ports) => ask(ports, 'yara', 1, true) },
  'giving a place that came free': { at: FAR, before: freed, run: (ports) => serveWaitlist(ports)(slot), byItself: true },
  'offering a place': { at: NEAR, before: freed, run: (ports) => serveWaitlist(ports)(slot), byItself: true },
  'offering fewer than wanted': { at: FAR, before: halfFreed, run: (ports) => serveWaitlist(ports)(slot), byItself: true },
  'accepting an offer': { at: NEAR, before: served, run: (ports, here) => answerOffer(ports)({ ...nth(here, WANDA), answer: 'accept' }) },
  'passing an offer': { at: NEAR, before: served, run: (ports, here) => answerOffer(ports)({ ...nth(here, WANDA), answer: 'pass' }) },
  'taking back an offer that ran out': { at: NEAR, before: served, later: OVER, run: (ports) => sweepWaitlists(ports)(), byItself: true },
  'ending the line of a slot that started': {
    at: NEAR,
    later: '2027-03-05T23:00:00Z',
    run: (ports) => sweepWaitlists(ports)(),
    byItself: true,
  },
  'leaving the line': { at: FAR, run: (ports, here) => cancelSignUp(ports)(nth(here, WANDA)) },
  'wanting fewer places': { at: FAR, run: (ports, here) => changePlaces(ports)({ ...nth(here, WANDA), places: 1 }) },
  'serving by hand': {
    at: FAR,
    before: halfFreed,
    run: (ports, here) => promotePerson(ports)({ ...slot, ...nth(here, XAVER), by: LUIS }),
  },
};

/** Who has and who waits for what in the end, what their records say, and the mails. */
async function remains(here: Here) {
  await here.deliver();
  await sweepWaitlists(here.ports)();
  await here.deliver();
  checkLedgerHistory(here.volunteering.stream);
  checkNobodyLeftStanding(here.volunteering.ledgers.values(), here.clock.now());
  const ledger = here.volunteering.ledgers.get(slotId());
  if (!ledger) throw new Error('the slot is there');
  const records = await Promise.all(
    ['hugo', 'wanda', 'xaver', 'yara'].map(async (name) => {
      const record = await here.ports.signUps.find(await here.ports.people.identify(`${name}@example.org`), slotId());
      return record && `${name} ${record.state}`;
    }),
  );
  const { claims, queue = {}, taken, held, waiting } = ledger;
  return {
    claims: Object.values(claims),
    queue: Object.values(queue).map(({ signUpId, places, least, offer }) => ({ signUpId, places, least, offered: offer?.places })),
    sums: { taken, held, waiting },
    records,
    mails: [...here.mails()].map((mail) => mail.replace(/\/\d+$/, '')).sort(),
    history: (await here.ports.history.inMonth('2027-03', 100)).map(({ what }) => what),
  };
}

describe('killed at every await', () => {
  it.each(Object.keys(DEEDS))('%s recovers', async (name) => {
    const { at, before, later, run, byItself } = DEEDS[name] as Deed;
    const prepared = async (): Promise<Here> => {
      const here = await scene(at);
      await before?.(here);
      if (later) here.clock.set(later);
      return here;
    };
    const clean = await prepared();
    await run(clean.ports, clean);
    const expected = await remains(clean);

    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await prepared();
        struck = await killed(here, run, { call, when });
        if (!struck) break;
        kills += 1;
        if (!byItself) await run(here.ports, here);
        expect.soft(await remains(here), `${when} call ${call}`).toEqual(expected);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(4);
  });
});

/** Whether it got as far as the fault. */
async function killed(here: Here, run: Deed['run'], fault: Fault): Promise<boolean> {
  const { ports, counter } = withFault(here.ports, fault);
  try {
    await run(ports, here);
  } catch (error) {
    // a sweep tells of all that failed at its end
    if (!(error instanceof Killed) && !(error instanceof Error && error.cause instanceof Killed)) throw error;
  }
  await new Promise((resolve) => setImmediate(resolve));
  return counter.struck;
}
