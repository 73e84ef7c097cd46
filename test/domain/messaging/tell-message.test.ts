/** Messages of staff: who gets one, once, whatever happens in between; and how far it says it is. */
import { describe, expect, it } from 'vitest';
import type { MessageLetter } from '#contracts/resources/letters.ts';
import type { Message, MessageToSend } from '#contracts/resources/message.ts';
import type { RequestKey } from '#contracts/values.ts';
import { MailNotSent } from '#domain/messaging/ports.ts';
import { tellMessage } from '#domain/messaging/tell-message.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { messageSentEvent } from '#domain/volunteering/ledger-events.ts';
import { sendMessage } from '#domain/volunteering/send-message.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { type World, world } from '#test/support/world.ts';

const KEY = 'key-of-a-message-0123' as RequestKey;
const TEXT: MessageToSend = {
  slotIds: [slotId(1), slotId(2)],
  subject: { en: 'Bring a hat', es: 'Traiga un sombrero' },
  body: { en: 'Sun.', es: 'Sol.' },
};

async function scene(sabotage: Parameters<typeof world>[1] = {}) {
  const here = await world({ slots: [aShift(1, { capacity: 100 }), aShift(2), aShift(3)] }, sabotage);
  const join = async (email: string, slots: readonly number[], language = 'en') => {
    const request = aSignUpRequest({
      person: { name: email.split('@')[0] ?? '', email },
      language,
      slots: slots.map((n) => ({ slotId: slotId(n), places: 1 })),
    });
    const outcome = await signUp(here.ports)({ request, key: { kind: 'api', value: `key-of-${email}-${slots.join()}` } });
    if (!outcome.ok) throw new Error(outcome.error.code);
    await here.deliver();
    return { personId: await here.ports.people.identify(email), results: outcome.value.results };
  };
  const send = async (message: MessageToSend = TEXT, key = KEY, ports = here.ports) => {
    const state = await here.ports.opportunities.load(opportunityId());
    if (!state) throw new Error('no opportunity');
    return sendMessage({ ...ports, retentionDays: 30 })(state, { message, key, by: DANA });
  };
  const sent = async (...args: Parameters<typeof send>): Promise<Message> => {
    const outcome = await send(...args);
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value;
  };
  const event = () => {
    const [kept] = here.volunteering.messages.stream;
    if (!kept) throw new Error('nothing was sent');
    return messageSentEvent(kept);
  };
  const told = () => here.mailer.sent.filter(({ key }) => key.startsWith('message/')).map(({ mail }) => [mail.to.email, mail] as const);
  const letters = () => told().map(([email, { text }]) => [email, JSON.parse(text) as MessageLetter] as const);
  const progress = async ({ messageId }: Message) => (await here.mailPorts.messageNotes.of([messageId])).get(messageId);
  return { ...here, join, send, sent, event, told, letters, progress };
}

const addresses = (told: readonly (readonly [string, unknown])[]): readonly string[] => told.map(([email]) => email).sort();

describe('a message', () => {
  it('goes to everyone in its slots, one mail each, with just their slots in it', async () => {
    const { join, sent, deliver, letters, progress } = await scene();
    await join('both@x.example', [1, 2], 'es');
    await join('first@x.example', [1]);
    await join('third@x.example', [3]);
    const message = await sent();
    await deliver();
    expect(message.people).toBe(2);
    expect(addresses(letters())).toEqual(['both@x.example', 'first@x.example']);
    const both = letters().find(([email]) => email === 'both@x.example')?.[1];
    expect(both).toMatchObject({ language: 'es', personName: 'both', subject: TEXT.subject, body: TEXT.body });
    expect(both?.slots.map(({ slot, places }) => [slot.slotId, places])).toEqual([
      [slotId(1), 1],
      [slotId(2), 1],
    ]);
    expect(await progress(message)).toEqual({ got: 2, withheld: 0, failed: 0, over: true });
  });

  it('has answers go to whom the opportunity names, and a link of the person’s own', async () => {
    const { join, sent, deliver, told, letters } = await scene();
    await join('first@x.example', [1]);
    await sent();
    await deliver();
    expect(told()[0]?.[1]).toMatchObject({ replyTo: 'osei@lincoln.example' });
    expect(letters()[0]?.[1].manageUrl).toMatch(/^https:\/\/crosswalk\.example\/manage\/[\w-]{32}$/);
  });

  it('is not for who cancelled before it went out, nor for who signed up after it was sent', async () => {
    const { join, sent, deliver, told, ports, clock } = await scene();
    const early = await join('early@x.example', [1]);
    await join('stays@x.example', [1]);
    const message = await sent();
    const [result] = early.results;
    if (result?.outcome !== 'confirmed') throw new Error('not confirmed');
    await cancelSignUp(ports)({ personId: early.personId, signUpId: result.signUpId });
    clock.advance(1);
    const request = aSignUpRequest({ person: { name: 'late', email: 'late@x.example' }, slots: [{ slotId: slotId(1), places: 1 }] });
    await signUp(ports)({ request, key: { kind: 'api', value: 'key-of-late-0123456789' } });
    await deliver();
    expect(message.people).toBe(2);
    expect(addresses(told())).toEqual(['stays@x.example']);
  });

  it('is for who signed up at the very instant it was sent', async () => {
    const { join, sent, deliver, told } = await scene();
    await join('first@x.example', [1]);
    await sent();
    await deliver();
    expect(told()).toHaveLength(1);
  });

  it('is skipped for who cancels while it goes out', async () => {
    const { join, sent, event, mailPorts, told, volunteering } = await scene();
    const { personId } = await join('leaves@x.example', [1]);
    await join('stays@x.example', [1]);
    await sent();
    const { staffMessages } = mailPorts;
    const leaving: typeof staffMessages = {
      async of(...about) {
        const meant = await staffMessages.of(...about);
        const there = await volunteering.signUps.find(personId, slotId(1));
        if (!there) throw new Error('gone');
        await volunteering.signUps.record({ ...there, state: 'cancelled', ledgerVersion: 99 });
        return meant;
      },
    };
    await tellMessage({ ...mailPorts, staffMessages: leaving })(event());
    expect(addresses(told())).toEqual(['stays@x.example']);
  });

  it('is held back from whose address takes no mail, and says so, also when it goes through them again', async () => {
    const { join, sent, event, told, mailPorts, progress } = await scene();
    const { personId } = await join('bounces@x.example', [1]);
    await join('first@x.example', [1]);
    const message = await sent();
    const mailLedger = { ...mailPorts.mailLedger, isSuppressed: async (id: string) => id === personId };
    for (let n = 0; n < 2; n += 1) await tellMessage({ ...mailPorts, mailLedger })(event());
    expect(addresses(told())).toEqual(['first@x.example']);
    expect(await progress(message)).toEqual({ got: 1, withheld: 1, failed: 0, over: true });
  });
});

describe('once', () => {
  it('the same request sends nothing more, and another text under its key is refused', async () => {
    const { join, sent, send, deliver, told, volunteering, history } = await withHistory();
    await join('first@x.example', [1]);
    const message = await sent();
    await deliver();
    expect(await sent()).toEqual(message);
    expect(await send({ ...TEXT, subject: { en: 'Other' }, body: { en: 'Other' } })).toMatchObject({
      ok: false,
      error: { code: 'request-key.reused' },
    });
    await deliver();
    expect([told().length, volunteering.messages.stream.length, await history()]).toEqual([1, 1, 1]);
  });

  it('two at the same moment are one', async () => {
    const { join, send, deliver, told } = await scene();
    await join('first@x.example', [1]);
    const answers = await Promise.all([send(), send(), send()]);
    await deliver();
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(told()).toHaveLength(1);
  });

  it('without its id as a guard there would be two', async () => {
    const { join, send, volunteering } = await scene({ messageId: true });
    await join('first@x.example', [1]);
    await Promise.all([send(), send()]);
    expect(volunteering.messages.stream).toHaveLength(2);
  });

  it('the event again, also at the same time, writes to nobody twice', async () => {
    const { join, sent, event, mailPorts, told, clock } = await scene();
    for (let n = 1; n <= 12; n += 1) await join(`p${n}@x.example`, [1]);
    await sent();
    const tell = tellMessage(mailPorts);
    await Promise.allSettled([tell(event()), tell(event())]);
    clock.advance(61_000);
    await tell(event());
    expect(told()).toHaveLength(12);
    expect(new Set(addresses(told())).size).toBe(12);
  });
});

async function withHistory() {
  const here = await scene();
  return {
    ...here,
    history: async () => (await here.ports.history.about(opportunityId())).filter(({ what }) => what === 'message.sent').length,
  };
}

describe('when something fails', () => {
  it('one address keeps no other from its mail, and is tried again', async () => {
    const { join, sent, event, mailPorts, mailer, told, progress, clock } = await scene();
    for (let n = 1; n <= 7; n += 1) await join(`p${n}@x.example`, [1]);
    const message = await sent();
    const failing = {
      ...mailer,
      send: async (key: string, mail: Parameters<typeof mailer.send>[1]) => {
        if (mail.to.email === 'p3@x.example') throw new MailNotSent('no such mailbox');
        return mailer.send(key, mail);
      },
    };
    await expect(tellMessage({ ...mailPorts, mailer: failing })(event())).rejects.toThrow('1 failed');
    expect([told().length, await progress(message)]).toEqual([6, { got: 6, withheld: 0, failed: 1, over: false }]);
    clock.advance(61_000);
    await tellMessage(mailPorts)(event());
    expect([told().length, await progress(message)]).toEqual([7, { got: 7, withheld: 0, failed: 0, over: true }]);
  });

  it('stops where nobody can be reached, and goes through nobody in vain', async () => {
    const { join, sent, event, mailPorts } = await scene();
    for (let n = 1; n <= 60; n += 1) await join(`p${n}@x.example`, [1]);
    await sent();
    let tried = 0;
    const down = {
      send: async () => {
        tried += 1;
        throw new MailNotSent('the service is down');
      },
    };
    await expect(tellMessage({ ...mailPorts, mailer: down })(event())).rejects.toThrow('25 failed');
    expect(tried).toBe(25);
  });

  it('killed at each await, it goes on where it stopped: all have it, nobody twice', async () => {
    const names = ['a', 'b', 'c'].map((name) => `${name}@x.example`);
    let kills = 0;
    let twice = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await scene();
        for (const name of names) await here.join(name, [1]);
        const message = await here.sent();
        const { staffMessages, messageNotes, mailLedger, mailer, links, ...rest } = here.mailPorts;
        const broken = withFault({ staffMessages, messageNotes, mailLedger, mailer, links }, { call, when });
        await tellMessage({ ...rest, ...broken.ports })(here.event()).catch((error: Error) => {
          expect([error, error.cause].some((one) => one instanceof Killed)).toBe(true);
        });
        struck = broken.counter.struck;
        if (!struck) break;
        kills += 1;
        here.clock.advance(61_000);
        await tellMessage(here.mailPorts)(here.event());
        expect.soft(new Set(addresses(here.told())), `${when} call ${call}`).toEqual(new Set(names));
        expect.soft(await here.progress(message), `${when} call ${call}`).toMatchObject({ got: 3, over: true });
        twice += here.told().length - names.length;
      }
    }
    expect(kills).toBeGreaterThanOrEqual(20);
    // a second copy only where the service took the mail and nobody heard of it: its answer lost, or the mark after it, for each of the three
    expect(twice).toBeLessThanOrEqual(2 * names.length);
  });

  it('killed while it is sent, the same request finishes it: one message, one entry, one mail', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await withHistory();
        await here.join('first@x.example', [1]);
        const broken = withFault(here.ports, { call, when });
        await here.send(TEXT, KEY, broken.ports as World['ports']).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        struck = broken.counter.struck;
        if (!struck) break;
        kills += 1;
        expect(await here.send()).toMatchObject({ ok: true });
        await here.deliver();
        expect([here.volunteering.messages.stream.length, await here.history(), here.told().length]).toEqual([1, 1, 1]);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(5);
  });

  it('of a message that is no longer kept there is nothing to say', async () => {
    const { join, sent, event, mailPorts, told } = await scene();
    await join('first@x.example', [1]);
    await sent();
    await tellMessage({ ...mailPorts, staffMessages: { of: async () => undefined } })(event());
    expect(told()).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a slot of another opportunity', { slotIds: [slotId(9)] }, { code: 'slot.not-found' }],
    ['slots in which nobody has places', { slotIds: [slotId(3)] }, { code: 'request.invalid', fields: [{ code: 'slots.nobody' }] }],
    ['a body without its subject', { subject: { en: 'x' } }, { code: 'request.invalid', fields: [{ pointer: '/subject/es' }] }],
    ['a subject without its body', { body: { es: 'x' } }, { code: 'request.invalid', fields: [{ pointer: '/body/en' }] }],
  ])('%s', async (_name, with_, error) => {
    const { join, send, volunteering } = await scene();
    await join('first@x.example', [1]);
    expect(await send({ ...TEXT, ...with_ })).toMatchObject({ ok: false, error });
    expect(volunteering.messages.stream).toEqual([]);
  });
});

it('is kept for the retention after its last slot has ended', async () => {
  const { join, sent, volunteering } = await scene();
  await join('first@x.example', [1]);
  await sent();
  expect(volunteering.messages.stream[0]?.expiresAt).toBe('2027-04-05T01:00:00.000Z');
});
