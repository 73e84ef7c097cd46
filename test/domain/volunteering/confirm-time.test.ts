/** A slot that was moved: who has places is asked once more, by what they know; who says yes says it of the time they saw. */
import { describe, expect, it } from 'vitest';
import type { NoticeLetter, ReminderLetter } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { ConfirmTimeRequest, SlotTime } from '#contracts/resources/sign-up.ts';
import type { SignUpId } from '#contracts/values.ts';
import { addPerson } from '#domain/volunteering/add-person.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { confirmPerson, confirmTime } from '#domain/volunteering/confirm-time.ts';
import { markPerson } from '#domain/volunteering/mark-person.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { isFarFrom } from '#domain/volunteering/moved-time.ts';
import { mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import { personHere } from '#domain/volunteering/person-here.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { serveWaitlist } from '#domain/volunteering/serve-waitlist.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aShift, aSignUpRequest, opportunityId, personId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

/** Friday, 17:00 to 19:00 in Chicago, plus so many minutes. */
const at = (minutes: number) => {
  const plus = (instant: string) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();
  return { startsAt: plus('2027-03-05T23:00:00.000Z'), endsAt: plus('2027-03-06T01:00:00.000Z') };
};
const code = (outcome: { ok: true } | { ok: false; error: { code: string } }) => (outcome.ok ? 'ok' : outcome.error.code);

async function scene() {
  const here = await world({ slots: [aShift(1), aShift(2), aShift(3, { capacity: 1 })] });
  const join = async (email = 'ana', n = 1, waitlist = false) => {
    const slots = [{ slotId: slotId(n), places: 1, ...(waitlist && { waitlist: true as const }) }];
    const request = aSignUpRequest({ person: { name: email, email: `${email}@x.example` }, language: 'en', slots });
    const outcome = await signUp(here.ports)({ request, key: { kind: 'api', value: `key-of-${email}-${n}` } });
    const [result] = outcome.ok ? outcome.value.results : [];
    if (!result || result.outcome === 'refused') throw new Error('not given');
    await here.deliver();
    return { personId: await here.ports.people.identify(`${email}@x.example`), signUpId: result.signUpId };
  };
  const state = async () => {
    const found = await here.ports.opportunities.load(opportunityId());
    if (!found) throw new Error('no opportunity');
    return found;
  };
  const change = async (n: number, slot: Partial<Omit<Slot, 'kind'>>) => {
    const { opportunity } = await state();
    const slots = opportunity.slots.map((one) => (one.slotId === slotId(n) ? ({ ...one, ...slot } as Slot) : one));
    await changeOpportunity(here.ports)({ opportunity }, { slots, version: opportunity.version }, { by: DANA });
    await here.deliver();
  };
  const askedOf = async ({ personId: id, signUpId }: { personId: ReturnType<typeof personId>; signUpId: SignUpId }) => {
    const mine = await mySignUps(here.ports)({ personId: id });
    const own = mine.ok ? mine.value.signUps.find((one) => one.signUpId === signUpId) : undefined;
    const [slot] = (await roster(here.ports)(await state(), own?.slot.slotId)).slots;
    const entry = slot?.people.find((one) => one.signUpId === signUpId);
    const seen = (await personHere(here.ports)(await state(), id))?.signUps.find((one) => one.signUpId === signUpId);
    // the person, the roster and the person's page at the desk say the same
    expect([entry?.timeBefore, seen?.timeBefore]).toEqual([own?.timeBefore, own?.timeBefore]);
    return own?.timeBefore;
  };
  const lastMail = () => JSON.parse(here.mailer.sent.at(-1)?.mail.text ?? '{}') as NoticeLetter;
  const confirm = async (of: Awaited<ReturnType<typeof join>>, time: ConfirmTimeRequest, ports = here.ports) =>
    confirmTime(ports)({ ...of, ...time });
  return { ...here, join, state, change, askedOf, lastMail, confirm };
}

describe('moved by more than an hour', () => {
  const [start, end] = ['2027-03-05T23:00:00.000Z', '2027-03-06T01:00:00.000Z'];
  const plus = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
  it.each<[string, SlotTime, SlotTime, boolean]>([
    ['is an hour and a millisecond later', { startsAt: start }, { startsAt: plus(start, 3_600_001) }, true],
    ['is not an hour later', { startsAt: start }, { startsAt: plus(start, 3_600_000) }, false],
    ['is an hour and a millisecond earlier', { startsAt: start }, { startsAt: plus(start, -3_600_001) }, true],
    ['is of the end alone, too', { startsAt: start, endsAt: end }, { startsAt: start, endsAt: plus(end, 3_600_001) }, true],
    ['is not of an end that was not said before', { startsAt: start }, { startsAt: start, endsAt: end }, false],
    ['is a first date', {}, { startsAt: start }, true],
    ['is not a date that is taken away', { startsAt: start, endsAt: end }, {}, false],
    ['is not the same moment written otherwise', { startsAt: start }, { startsAt: '2027-03-05T23:00:00Z' }, false],
  ])('%s', (_name, before, after, expected) => {
    expect(isFarFrom(before, after)).toBe(expected);
  });
});

describe('who has places in a slot that was moved', () => {
  it('is asked by the mail that says so, on their page and, for staff, on the roster', async () => {
    const { join, change, askedOf, lastMail } = await scene();
    const ana = await join();
    expect(await askedOf(ana)).toBeUndefined();
    await change(1, at(61));
    expect(await askedOf(ana)).toEqual(at(0));
    expect(lastMail().slots).toMatchObject([{ news: ['time'], toConfirm: true }]);
  });

  it('is asked when small moves add up, and not before', async () => {
    const { join, change, askedOf, lastMail } = await scene();
    const ana = await join();
    await change(1, at(40));
    expect([await askedOf(ana), lastMail().slots[0]?.toConfirm]).toEqual([undefined, undefined]);
    await change(1, at(80));
    expect([await askedOf(ana), lastMail().slots[0]?.toConfirm]).toEqual([at(0), true]);
  });

  it('is asked no more once they said yes, and keeps the places when they say nothing', async () => {
    const { join, change, askedOf, confirm, volunteering } = await scene();
    const [ana, bob] = [await join(), await join('bob')];
    await change(1, at(120));
    expect(code(await confirm(ana, at(120)))).toBe('ok');
    expect([await askedOf(ana), await askedOf(bob)]).toEqual([undefined, at(0)]);
    expect(volunteering.ledgers.get(slotId(1))?.taken).toBe(2);
    // from what they said yes to, not from what they signed up for
    await change(1, at(150));
    expect(await askedOf(ana)).toBeUndefined();
    await change(1, at(0));
    expect([await askedOf(ana), await askedOf(bob)]).toEqual([at(120), undefined]);
  });

  it('is not asked of what is called off, over, or where they were checked in', async () => {
    const { join, change, askedOf, clock, ports, state, lastMail } = await scene();
    const ana = await join();
    await change(1, { ...at(120), calledOff: true });
    expect([await askedOf(ana), lastMail().slots[0]?.toConfirm]).toEqual([undefined, undefined]);
    await change(1, { calledOff: undefined } as object);
    expect([await askedOf(ana), lastMail().slots[0]?.toConfirm]).toEqual([at(0), true]);
    clock.set(at(120).startsAt);
    await markPerson(ports)(await state(), { ...ana, mark: { attendance: 'attended' }, by: DANA });
    expect(await askedOf(ana)).toBeUndefined();
    clock.advance(1_000);
    await markPerson(ports)(await state(), { ...ana, mark: { attendance: 'open' }, by: DANA });
    expect(await askedOf(ana)).toEqual(at(0));
    clock.set(at(120).endsAt);
    expect(await askedOf(ana)).toBeUndefined();
  });

  it('is not asked in a slot they took, or moved to, when it was there already', async () => {
    const { join, change, askedOf, ports } = await scene();
    await change(1, at(120));
    const bob = await join('bob');
    const ana = await join('ana', 2);
    const moved = await moveSignUp(ports)({ ...ana, slotId: slotId(1) });
    if (!moved.ok) throw new Error(moved.error.code);
    expect([await askedOf(bob), await askedOf({ ...ana, signUpId: moved.value.signUpId })]).toEqual([undefined, undefined]);
  });

  it('is asked whoever put them there', async () => {
    const { state, ports, change, askedOf, deliver } = await scene();
    const person = { name: 'Zoe', email: 'zoe@x.example' };
    const request = { slotId: slotId(1), places: 1, person, language: 'en', answers: [] };
    const added = await addPerson(ports)(await state(), { request, key: { kind: 'form', value: 'key-of-zoe' }, by: DANA });
    if (!added.ok) throw new Error(added.error.code);
    await deliver();
    await change(1, at(120));
    expect(await askedOf(added.value)).toEqual(at(0));
  });

  it('is asked once more by the reminder, and not when they have said yes', async () => {
    const { join, change, confirm, clock, sweep, mailer } = await scene();
    const ana = await join();
    await join('bob');
    await change(1, at(120));
    await confirm(ana, at(120));
    clock.set('2027-03-04T15:05:00.000Z');
    await sweep();
    const reminded = mailer.sent.filter(({ key }) => key.startsWith('reminder/')).map(({ mail }) => mail);
    const asks = reminded.map(({ to, text }) => [to.email, (JSON.parse(text) as ReminderLetter).parts[0]?.slots[0]?.toConfirm]);
    expect(Object.fromEntries(asks)).toEqual({ 'ana@x.example': undefined, 'bob@x.example': true });
  });

  it('in line is told and not asked; given the places, they are', async () => {
    const { join, change, askedOf, lastMail, ports, deliver, mailer } = await scene();
    const [first, second] = [await join('first', 3), await join('second', 3, true)];
    await change(3, at(120));
    expect(mailer.sent.slice(-2).map(({ mail }) => [mail.to.email, (JSON.parse(mail.text) as NoticeLetter).slots[0]?.toConfirm])).toEqual(
      expect.arrayContaining([
        ['first@x.example', true],
        ['second@x.example', undefined],
      ]),
    );
    expect([await askedOf(second), lastMail().kind]).toEqual([undefined, 'notice']);
    await cancelSignUp(ports)(first);
    await serveWaitlist(ports)({ opportunityId: opportunityId(), slotId: slotId(3) });
    await deliver();
    expect(await askedOf(second)).toEqual(at(0));
  });
});

describe('saying yes', () => {
  it('is of the time that was shown: where the slot was moved again it is refused, and asked once more', async () => {
    const { join, change, askedOf, confirm } = await scene();
    const ana = await join();
    await change(1, at(120));
    await change(1, at(240));
    expect(code(await confirm(ana, at(120)))).toBe('slot.moved-meanwhile');
    expect(code(await confirm(ana, { startsAt: at(240).startsAt }))).toBe('slot.moved-meanwhile');
    expect(await askedOf(ana)).toEqual(at(0));
  });

  it('at the very moment of another move is kept as what it was, so that they are asked about the other', async () => {
    const { join, change, askedOf, confirm, ports } = await scene();
    const ana = await join();
    await change(1, at(120));
    const late = {
      ...ports,
      times: {
        confirm: async (...of: Parameters<typeof ports.times.confirm>) => {
          await change(1, at(240));
          return ports.times.confirm(...of);
        },
      },
    };
    expect(code(await confirm(ana, at(120), late))).toBe('ok');
    expect(await askedOf(ana)).toEqual(at(120));
  });

  it('twice at once, or again, is the same as once', async () => {
    const { join, change, confirm, askedOf, ports } = await scene();
    const ana = await join();
    await change(1, at(120));
    const outcomes = await Promise.all([1, 2, 3].map(() => confirm(ana, at(120))));
    expect([...outcomes, await confirm(ana, at(120))].map(code)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(await askedOf(ana)).toBeUndefined();
    expect(await ports.history.about(ana.signUpId)).toEqual([]);
  });

  it('is not for who has no places, for nobody, or for somebody else’s', async () => {
    const { join, change, confirm, ports } = await scene();
    const [ana, bob] = [await join(), await join('bob')];
    await join('full', 3);
    const waits = await join('waits', 3, true);
    await change(1, at(120));
    await cancelSignUp(ports)(ana);
    expect(code(await confirm(ana, at(120)))).toBe('sign-up.not-active');
    expect(code(await confirm(waits, at(0)))).toBe('sign-up.not-active');
    expect(code(await confirm({ ...ana, signUpId: bob.signUpId }, at(120)))).toBe('sign-up.not-found');
    expect(code(await confirm({ ...bob, personId: personId(9) }, at(120)))).toBe('sign-up.not-found');
  });

  it('killed anywhere, done again it is done once', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { join, change, askedOf, ports } = await scene();
        const ana = { ...(await join()), opportunityId: opportunityId(), by: DANA, ...at(120) };
        await change(1, at(120));
        const broken = withFault(ports, { call, when });
        await confirmPerson(broken.ports)(ana).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        struck = broken.counter.struck;
        if (!struck) break;
        kills += 1;
        expect(code(await confirmPerson(ports)(ana))).toBe('ok');
        expect([await askedOf(ana), (await ports.history.about(ana.signUpId)).length]).toEqual([undefined, 1]);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(6);
  });

  it('to staff stands in the history with who noted it; of another opportunity it is not found', async () => {
    const { join, change, askedOf, ports, mailer } = await scene();
    const ana = await join();
    await change(1, at(120));
    const sent = mailer.sent.length;
    const of = { ...ana, by: DANA, ...at(120) };
    expect(code(await confirmPerson(ports)({ ...of, opportunityId: opportunityId(2) }))).toBe('sign-up.not-found');
    expect(await askedOf(ana)).toEqual(at(0));
    expect(await confirmPerson(ports)({ ...of, opportunityId: opportunityId() })).toMatchObject({
      value: { state: 'confirmed', places: 1 },
    });
    expect([await askedOf(ana), mailer.sent.length]).toEqual([undefined, sent]);
    expect(await ports.history.about(ana.signUpId)).toMatchObject([
      {
        what: 'sign-up.time-confirmed',
        by: DANA,
        opportunityId: opportunityId(),
        changes: [{ field: 'startsAt', before: at(0).startsAt, after: at(120).startsAt }],
      },
    ]);
  });
});
