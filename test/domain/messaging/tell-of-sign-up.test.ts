/** Which mail follows from which change, once. */
import { describe, expect, it } from 'vitest';
import type { CancellationLetter, ConfirmationLetter } from '#contracts/resources/letters.ts';
import { Day } from '#contracts/values.ts';
import { tellOfSignUp } from '#domain/messaging/tell-of-sign-up.ts';
import { cancelSignUp, cancelSignUps } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import type { LedgerChanged } from '#domain/volunteering/on-ledger-change.ts';
import { sendLink } from '#domain/volunteering/send-link.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anItem, aShift, aSignUpRequest, slotId, tuesdays } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { type World, world } from '#test/support/world.ts';

const key = { kind: 'api', value: 'key-0123456789abcdef' } as const;
const slots = [aShift(1), aShift(2), anItem(3)];
const wishes = (...numbers: readonly number[]) => numbers.map((n) => ({ slotId: slotId(n), places: 1 }));

async function taken(numbers: readonly number[], here?: World) {
  const w = here ?? (await world({ slots }));
  const outcome = await signUp(w.ports)({ request: aSignUpRequest({ slots: wishes(...numbers) }), key });
  if (!outcome.ok) throw new Error(`not taken: ${outcome.error.code}`);
  const personId = await w.ports.people.identify('ana@example.org');
  const signUpIds = outcome.value.results.flatMap((result) => (result.outcome === 'confirmed' ? [result.signUpId] : []));
  const [first] = signUpIds;
  if (!first) throw new Error('something must be confirmed');
  return { ...w, own: { personId, signUpId: first }, signUpIds, submissionId: outcome.value.submissionId };
}
const letterOf = (here: World, index = 0) => JSON.parse(here.mailer.sent[index]?.mail.text ?? '{}') as ConfirmationLetter;
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
};

describe('a submit', () => {
  it('is told in one mail with one calendar file for each dated slot', async () => {
    const here = await taken([1, 2, 3]);
    await here.deliver();
    expect(here.mails()).toEqual([`confirmation/${here.submissionId}`]);
    const { mail } = at(here.mailer.sent, 0);
    expect(mail).toMatchObject({ to: { name: 'Ana Gómez', email: 'ana@example.org' }, language: 'es', replyTo: 'rivera@lincoln.example' });
    expect(mail.attachments?.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['invite-1.ics', 'text/calendar; method=REQUEST; charset=utf-8'],
      ['invite-2.ics', 'text/calendar; method=REQUEST; charset=utf-8'],
    ]);
    expect(mail.calendar).toBeUndefined();
    expect(letterOf(here)).toMatchObject({ kind: 'confirmation', refused: [], confirmed: [{ places: 1 }, { places: 1 }, { places: 1 }] });
  });

  it('of more dates than anyone opens one by one has them in one file', async () => {
    const many = [1, 2, 3, 4].map((n) => aShift(n));
    const here = await taken([1, 2, 3, 4], await world({ slots: many }));
    await here.deliver();
    const { mail } = at(here.mailer.sent, 0);
    expect(mail.attachments?.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['dates.ics', 'text/calendar; method=PUBLISH; charset=utf-8'],
    ]);
    const entries = JSON.parse(String(mail.attachments?.[0]?.content)) as readonly { readonly uid: string }[];
    expect(entries.map(({ uid }) => uid).sort()).toEqual([...here.signUpIds].sort());
    expect(mail.calendar).toBeUndefined();
  });

  it('of one slot carries its calendar entry as an invitation too', async () => {
    const here = await taken([1]);
    await here.deliver();
    expect(at(here.mailer.sent, 0).mail.calendar).toEqual({
      method: 'REQUEST',
      content: JSON.stringify({ method: 'REQUEST', uid: here.own.signUpId, sequence: 3, places: 1 }),
    });
  });

  it('has a link that outlives the slot by 30 days and lives 60 days at least', async () => {
    const here = await taken([1]);
    await here.deliver();
    const token = letterOf(here).manageUrl.split('/').at(-1) as Parameters<World['mailPorts']['links']['resolve']>[0];
    const day = 86_400_000;
    expect(await here.mailPorts.links.resolve(token, here.clock.now() + 60 * day - 1)).toEqual({ personId: here.own.personId });
    expect(await here.mailPorts.links.resolve(token, here.clock.now() + 60 * day)).toBeUndefined();
  });

  it('is told once however often its events come', async () => {
    const here = await taken([1, 2]);
    for (const event of [...here.events(), ...here.events()]) await tellOfSignUp(here.mailPorts)(event);
    expect(here.mails()).toHaveLength(1);
  });

  it('is told once when its events come at the same moment; without the lease it would not be', async () => {
    const sends = async (sabotage: { readonly lease?: boolean }) => {
      const here = await taken([1, 2], await world({ slots }, sabotage));
      await Promise.all(here.events().map((event) => tellOfSignUp(here.mailPorts)(event)));
      return here.mails().length;
    };
    expect([await sends({}), await sends({ lease: true })]).toEqual([1, 2]);
  });

  it('that was cancelled before its mail is told of by the cancellation alone', async () => {
    const here = await taken([1]);
    await cancelSignUp(here.ports)(here.own);
    await here.deliver();
    expect(here.mails()).toEqual([`cancellation/${here.own.signUpId}/3`]);
    expect(letterOf(here)).not.toHaveProperty('byStaff');
  });

  it('that staff cancelled is not told of as if the person had done it', async () => {
    const here = await taken([1]);
    await cancelSignUp(here.ports)({ ...here.own, by: 'luis@riverbend.example' });
    await here.deliver();
    expect(letterOf(here)).toMatchObject({ kind: 'cancellation', byStaff: true });
    expect(JSON.stringify([here.events(), here.mailer.sent])).not.toContain('luis@');
  });
});

describe('a submit with a slot still undecided', () => {
  /** Slot 1 is confirmed, slot 2 has its intent and no decision. */
  async function undecided() {
    const here = await world({ slots });
    const { ports, counter } = withFault({ slots: here.ports.slots }, { call: 2, when: 'before' });
    await signUp({ ...here.ports, ...ports })({ request: aSignUpRequest({ slots: wishes(1, 2) }), key }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    expect(counter.struck).toBe(true);
    return { ...here, event: at(here.events(), 0) };
  }

  it('is looked at again for two seconds, then left to the retry', async () => {
    const here = await undecided();
    const before = here.clock.now();
    await expect(tellOfSignUp(here.mailPorts)(here.event)).rejects.toThrow('still being decided');
    expect([here.clock.now() - before, here.mails()]).toEqual([2_000, []]);
  });

  it('is told as soon as it is decided meanwhile', async () => {
    const here = await undecided();
    const pause = async (ms: number) => {
      here.clock.advance(ms);
      await signUp(here.ports)({ request: aSignUpRequest({ slots: wishes(1, 2) }), key });
    };
    await tellOfSignUp({ ...here.mailPorts, pause })(here.event);
    expect(letterOf(here).confirmed).toHaveLength(2);
  });

  it.each([
    [29_999, 0],
    [30_000, 1],
  ])('after %i ms has been told in %i mails', async (age, mails) => {
    const here = await undecided();
    here.clock.advance(age);
    const pause = async () => undefined;
    await tellOfSignUp({ ...here.mailPorts, pause })(here.event).catch(() => undefined);
    expect(here.mails()).toHaveLength(mails);
    if (mails)
      expect(letterOf(here)).toMatchObject({ confirmed: [{ slot: { slotId: slotId(1) } }], refused: [{ slot: { slotId: slotId(2) } }] });
  });

  it('gets a mail of its own when it is given after all', async () => {
    const here = await undecided();
    here.clock.advance(30_000);
    await tellOfSignUp(here.mailPorts)(here.event);
    const { submissionId, signUpIds } = await taken([1, 2], here);
    await here.deliver();
    expect(here.mails()).toEqual([`confirmation/${submissionId}`, `confirmation/${submissionId}/${signUpIds[1]}`]);
    expect(letterOf(here, 1)).toMatchObject({ confirmed: [{ slot: { slotId: slotId(2) } }], refused: [] });
  });
});

describe('a change', () => {
  it('of places updates the calendar entry with a higher sequence', async () => {
    const here = await taken([1]);
    await changePlaces(here.ports)({ ...here.own, places: 3 });
    await here.deliver();
    expect(here.mails()).toEqual([`confirmation/${here.submissionId}`, `places/${here.own.signUpId}/3`]);
    expect(letterOf(here, 1)).toMatchObject({ kind: 'places', placesBefore: 1, now: { places: 3 } });
    expect(at(here.mailer.sent, 1).mail.calendar?.content).toContain('"sequence":4');
  });

  it('of slot is one mail: the new entry as invitation, the old one cancelled', async () => {
    const here = await taken([1]);
    await here.deliver();
    const moved = await moveSignUp(here.ports)({ ...here.own, slotId: slotId(2) });
    await here.deliver();
    expect(here.mails().slice(1)).toEqual([`move/${moved.ok && moved.value.signUpId}`]);
    const { mail } = at(here.mailer.sent, 1);
    expect(mail.calendar?.method).toBe('REQUEST');
    expect(mail.attachments?.map(({ filename }) => filename)).toEqual(['invite.ics', 'cancel.ics']);
    expect(letterOf(here, 1)).toMatchObject({ kind: 'move', from: { slotId: slotId(1) }, to: { slot: { slotId: slotId(2) } } });
  });

  it('that cancels removes the calendar entry', async () => {
    const here = await taken([1]);
    await here.deliver();
    await cancelSignUp(here.ports)(here.own);
    await here.deliver();
    expect(at(here.mailer.sent, 1)).toMatchObject({ key: `cancellation/${here.own.signUpId}/3`, mail: { calendar: { method: 'CANCEL' } } });
  });
});

describe('dates that are given back together', () => {
  const NUMBERS = [1, 2, 3, 4];
  async function four() {
    const here = await taken(NUMBERS, await world(tuesdays(NUMBERS.length)));
    await here.deliver();
    const { personId } = here.own;
    const told = () =>
      here.mailer.sent
        .map((_, index) => letterOf(here, index) as ConfirmationLetter | CancellationLetter)
        .flatMap((letter) => (letter.kind === 'cancellation' ? [letter.slots.map(({ slot }) => slot.slotId)] : []));
    const giveBack = (signUpIds = here.signUpIds, ports = here.ports) => cancelSignUps(ports)({ personId, signUpIds });
    const cancelled = () => here.events().filter(({ type }) => type === 'sign-up.cancelled.v1');
    return { ...here, giveBack, told, cancelled };
  }
  const ids = (...numbers: readonly number[]) => numbers.map((n) => slotId(n));

  it('are told in one mail, with what removes them from the calendar', async () => {
    const here = await four();
    expect((await here.giveBack()).ok).toBe(true);
    await here.deliver();
    expect(here.mails().slice(1)).toEqual([`cancellation/${here.signUpIds[0]}`]);
    expect(here.told()).toEqual([ids(...NUMBERS)]);
    const { mail } = at(here.mailer.sent, 1);
    expect(mail.attachments?.map(({ filename }) => filename)).toEqual(['dates.ics']);
    const entries = JSON.parse(String(mail.attachments?.[0]?.content)) as readonly { readonly method: string; readonly uid: string }[];
    expect(entries.map(({ method, uid }) => [method, uid])).toEqual(here.signUpIds.map((uid) => ['CANCEL', uid]));
    for (const event of here.cancelled()) expect(await tellOfSignUp(here.mailPorts)(event)).toMatchObject({ kind: 'done' });
    expect(here.mails()).toHaveLength(2);
  });

  it('are waited for, for two seconds here and then by the retry, and after 30 seconds count as kept', async () => {
    const here = await four();
    await here.giveBack(here.signUpIds.slice(0, 3), {
      ...here.ports,
      slots: {
        ...here.ports.slots,
        release: async (command) =>
          command.slotId === slotId(2)
            ? { kind: 'refused', ledger: at([...here.volunteering.ledgers.values()], 1) }
            : here.ports.slots.release(command),
      },
    });
    const [event] = here.cancelled();
    await expect(tellOfSignUp(here.mailPorts)(event as LedgerChanged)).rejects.toThrow('still being decided');
    expect(here.mails()).toHaveLength(1);
    here.clock.advance(28_000);
    await here.deliver();
    expect(here.told()).toEqual([ids(1, 3)]);
    await here.giveBack();
    await here.deliver();
    expect(here.told()).toEqual([ids(1, 3), ids(2, 4)]);
  });

  it('are told apart where one was taken again meanwhile', async () => {
    const here = await four();
    await here.giveBack(here.signUpIds.slice(0, 3));
    const again = await signUp(here.ports)({
      request: aSignUpRequest({ slots: wishes(2) }),
      key: { kind: 'api', value: 'key-again-0123456789' },
    });
    expect(again.ok).toBe(true);
    await here.deliver();
    expect(here.mails().slice(1)).toEqual([
      `cancellation/${here.signUpIds[0]}`,
      `cancellation/${here.signUpIds[1]}/3`,
      expect.stringMatching(/^confirmation\//),
    ]);
    expect(here.told()).toEqual([ids(1, 3), ids(2)]);
  });

  it('are told apart, too, where what was taken again is told first', async () => {
    const here = await four();
    await here.giveBack(here.signUpIds.slice(0, 3));
    await signUp(here.ports)({ request: aSignUpRequest({ slots: wishes(2) }), key: { kind: 'api', value: 'key-again-0123456789' } });
    for (const event of here.events()) await here.consumers.onLedgerChange(event);
    const [first, second, third] = here.cancelled();
    for (const event of [second, first, third]) await tellOfSignUp(here.mailPorts)(event as LedgerChanged);
    expect(here.told()).toEqual([ids(2), ids(1, 3)]);
  });

  it('have a mail of their own where the mail of all had gone before their record knew', async () => {
    const here = await four();
    await here.giveBack(here.signUpIds.slice(0, 3));
    const [first, second, third] = here.cancelled().map((event) => event as LedgerChanged);
    if (!first || !second || !third) throw new Error('three were given back');
    await here.consumers.onLedgerChange(first);
    here.clock.advance(30_000);
    await tellOfSignUp(here.mailPorts)(first);
    for (const event of [second, third]) await here.consumers.onLedgerChange(event);
    for (const event of [second, third]) await tellOfSignUp(here.mailPorts)(event);
    expect(here.told()).toEqual([ids(1), ids(2), ids(3)]);
  });

  it('are each told once, wherever the request dies and is sent again', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await four();
        const { ports, counter } = withFault(here.ports, { call, when });
        await here.giveBack(here.signUpIds, { ...here.ports, ...ports }).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        struck = counter.struck;
        if (!struck) break;
        kills += 1;
        if (kills % 3 === 0) await here.deliver();
        await here.giveBack();
        await here.deliver();
        expect(here.told().flat().sort(), `${when} call ${call}`).toEqual(ids(...NUMBERS));
        expect(here.mails().length, `${when} call ${call}`).toBeLessThanOrEqual(3);
      }
    }
    expect(kills).toBeGreaterThan(20);
  });
});

describe('sending', () => {
  it('killed at every await leads to one mail, once the mail service has told what it took', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await taken([1, 2]);
        const [first, second] = here.events();
        struck = await killedTelling(here, first as LedgerChanged, { call, when });
        if (!struck) break;
        kills += 1;
        for (const { key, serviceId } of here.mailer.sent)
          await here.mailLedger.mailFates.note({ key, serviceId, fates: ['sent'], day: Day.parse('2027-03-01'), at: here.clock.now() });
        here.clock.advance(61_000);
        for (const event of [first, second]) await tellOfSignUp(here.mailPorts)(event as LedgerChanged);
        expect(here.mails(), `${when} call ${call}`).toEqual([`confirmation/${here.submissionId}`]);
      }
    }
    expect(kills).toBe(14);
  });

  it('tries again at once after a definite no, and after an unknown outcome only when the lease is over', async () => {
    const here = await taken([1]);
    const event = at(here.events(), 0);
    here.mailer.script('refuse', 'lose');
    await expect(tellOfSignUp(here.mailPorts)(event)).rejects.toThrow('said no');
    await expect(tellOfSignUp(here.mailPorts)(event)).rejects.toThrow('lost');
    await expect(tellOfSignUp(here.mailPorts)(event)).rejects.toThrow('another sender');
    here.clock.advance(60_000);
    expect(await tellOfSignUp(here.mailPorts)(event)).toMatchObject({ kind: 'sent', attempt: 3 });
  });

  async function killedTelling(here: World, event: LedgerChanged, fault: Parameters<typeof withFault>[1]): Promise<boolean> {
    const { ports, counter } = withFault(here.mailPorts, fault);
    try {
      await tellOfSignUp(ports)(event);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return counter.struck;
  }
});

describe('send me my link', () => {
  const ask = (here: World, email: string) => sendLink(here.ports)({ email, language: 'en' });

  it('is one mail for all requests within ten minutes', async () => {
    const here = await taken([1, 2]);
    await ask(here, 'ana@example.org');
    await ask(here, 'ANA@example.org');
    await here.deliver();
    expect(here.mails().filter((one) => one.startsWith('link/'))).toHaveLength(1);
    expect(letterOf(here, 1)).toMatchObject({ kind: 'link', language: 'en', upcoming: 2 });
    here.clock.advance(600_000);
    await ask(here, 'ana@example.org');
    await here.deliver();
    expect(here.mails().filter((one) => one.startsWith('link/'))).toHaveLength(2);
  });

  it('answers the same for an address nobody signed up with, and writes to nobody', async () => {
    const here = await taken([1]);
    expect(await ask(here, 'nobody@example.org')).toEqual(await ask(here, 'ana@example.org'));
    await here.deliver();
    expect(here.mailer.sent.map(({ mail }) => mail.to.email)).toEqual(['ana@example.org', 'ana@example.org']);
  });
});
